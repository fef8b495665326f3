import { createHmac } from 'node:crypto';

/** Lower-case hex HMAC-SHA256 of app key + raw body (lazada.md §14.1). */
export function signPush(app: { key: string; secret: string }, rawBody: string): string {
  return createHmac('sha256', app.secret)
    .update(app.key + rawBody, 'utf8')
    .digest('hex');
}
