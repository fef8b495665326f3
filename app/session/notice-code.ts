import type { ConnectOutcome } from '@/src/sync/connection/connect-shop';
import type { InstallRefusal } from '@/src/sync/connection/install';
import type { TicketRefusal } from '@/src/sync/connection/owner-door';

type ConnectRefusal = Extract<ConnectOutcome, { kind: 'refused' }>['because'];
type OwnNotice = 'launch_forged' | 'launch_stale' | 'session_ended' | 'disconnected';

/** Everything that a person can be told outside the app's own screens. */
export type NoticeCode = InstallRefusal | ConnectRefusal | TicketRefusal | OwnNotice;

/** What happened, and what to do next. */
export type NoticeText = { title: string; text: string };
export type NoticeTexts = { readonly [Code in NoticeCode]: NoticeText };

export const NOTICE_STATUS: { readonly [Code in NoticeCode]: number } = {
  denied: 403,
  state_unknown: 400,
  state_expired: 400,
  state_replayed: 400,
  state_foreign: 400,
  code_refused: 400,
  platform_unavailable: 503,
  not_owner: 403,
  other_org: 403,
  other_country: 409,
  other_tenant: 409,
  other_seller: 409,
  unknown_connection: 404,
  not_installed: 409,
  ticket_unknown: 400,
  ticket_expired: 400,
  ticket_replayed: 400,
  launch_forged: 401,
  launch_stale: 401,
  session_ended: 401,
  disconnected: 200,
};

export const isNoticeCode = (code: string): code is NoticeCode => Object.hasOwn(NOTICE_STATUS, code);
