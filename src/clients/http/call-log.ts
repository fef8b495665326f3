import type { Platform, PlatformErrorKind } from './platform-error';

/** One attempt on the wire. Has no place for a token, a query string, a body or a buyer. */
export type CallLog = {
  platform: Platform;
  operation: string;
  /** Seller or org id. */
  tenant: string;
  method: string;
  /** Absent when no answer came. */
  status: number | undefined;
  durationMs: number;
  /** From 1. */
  attempt: number;
  outcome: 'ok' | PlatformErrorKind;
  code: string | undefined;
  requestId: string | undefined;
};
