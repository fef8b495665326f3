import type { NextRequest } from 'next/server';
import { isPlatformError } from '@/src/clients/http/platform-error';
import { compose } from '@/src/compose';
import type { AwbAnswer, AwbDocument } from '@/src/sync/actions/order-commands';
import { AccessEnded } from '@/src/sync/ports/access';
import { fetchLabel, framedUrl } from './fetch-label';
import { labelFrame, labelList, labelNotice } from './label-page';
import { type LabelTicket, openLabelTicket } from './label-ticket';

export const dynamic = 'force-dynamic';

/** In đơn hàng: the carrier's label, passed through and never stored (design §6). Only who holds a ticket gets it. */
export async function GET({ nextUrl }: NextRequest): Promise<Response> {
  const { env, merchants } = compose();
  const ticket = await openLabelTicket(nextUrl.searchParams.get('ticket'), env.NEXTAUTH_SECRET);
  if (!ticket) return labelNotice('vi', 'expired');
  const merchant = await merchants.find(ticket.merchantId);
  if (merchant?.status !== 'installed') return labelNotice(ticket.locale, 'expired');
  const here = `${nextUrl.pathname}${nextUrl.search}`;
  const answer = await ask(ticket);
  if (typeof answer === 'string') return labelNotice(ticket.locale, answer, { again: here });
  const { documents, withoutPackage } = answer;
  if (documents.length === 0) return labelNotice(ticket.locale, 'not_packed', { words: withoutPackage.join(', ') });
  const part = Number(nextUrl.searchParams.get('part') ?? (documents.length === 1 ? 1 : 0));
  const document = documents[part - 1];
  return document ? show(document, ticket, here) : labelList(ticket.locale, here, documents.length);
}

async function ask({ merchantId, connectionId, orderIds }: LabelTicket): Promise<AwbAnswer | 'access' | 'unavailable'> {
  try {
    return await compose().commands.orders.awbDocument(merchantId, connectionId, orderIds);
  } catch (error) {
    if (error instanceof AccessEnded) return 'access';
    if (isPlatformError(error)) return 'unavailable';
    throw error;
  }
}

async function show(document: AwbDocument, { locale, orderIds }: LabelTicket, here: string): Promise<Response> {
  if (document.kind === 'not_ready') return labelNotice(locale, 'not_ready', { again: here });
  if (document.kind === 'refused') return labelNotice(locale, 'refused', { again: here, words: document.message });
  const html = document.kind === 'html' ? Buffer.from(document.base64, 'base64').toString('utf8') : '';
  const url = document.kind === 'pdf' ? document.url : framedUrl(html);
  if (url === null) return labelFrame(locale, html);
  const ownHosts = [new URL(compose().env.LAZADA_API_URL).host];
  const label = await fetchLabel(url, { fetch, ownHosts });
  if (label.kind !== 'pdf') return labelNotice(locale, 'unavailable', { again: here });
  const name = orderIds.length === 1 ? orderIds[0] : `${orderIds.length}-don`;
  return new Response(label.bytes, {
    headers: {
      'content-type': 'application/pdf',
      'content-disposition': `inline; filename="lazada-${name}.pdf"`,
      'cache-control': 'no-store',
    },
  });
}
