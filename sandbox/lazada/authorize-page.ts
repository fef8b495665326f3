import { html } from 'hono/html';

export type AuthorizeRequest = {
  clientId: string;
  redirectUri: string;
  responseType: string;
  state: string;
  country: string;
};

const COUNTRIES = [
  ['vn', 'Việt Nam'],
  ['sg', 'Singapore'],
  ['my', 'Malaysia'],
  ['th', 'Thái Lan'],
  ['ph', 'Philippines'],
  ['id', 'Indonesia'],
] as const;

const STYLE = `
  body { font: 15px/1.5 system-ui, sans-serif; background: #f5f6fa; color: #1f2430; margin: 0 }
  main { max-width: 26rem; margin: 8vh auto; padding: 2rem; background: #fff; border-radius: 12px }
  header { color: #0f146d; font-weight: 700; font-size: 1.25rem }
  label { display: block; margin-top: 1rem; font-weight: 600 }
  input, select { width: 100%; box-sizing: border-box; padding: .6rem; margin-top: .25rem; font: inherit }
  button { width: 100%; margin-top: 1.5rem; padding: .75rem; border: 0; border-radius: 8px; font: inherit;
    font-weight: 600; color: #fff; background: #f57224; cursor: pointer }
  a { display: block; margin-top: 1rem; text-align: center; color: #4b5563 }
  [role=alert] { margin: 1rem 0 0; padding: .75rem; border-radius: 8px; background: #fef2f2; color: #991b1b }
`;

/** The seller's consent page, in Lazada's order: site, Seller Center login, one button. */
export function authorizePage(request: AuthorizeRequest, cancelUrl: string, problem?: string) {
  const hidden = { client_id: request.clientId, redirect_uri: request.redirectUri, state: request.state };
  return page(html`
    <p>Ứng dụng <b>Haravan</b> (${request.clientId}) muốn truy cập gian hàng của bạn: sản phẩm, tồn kho, đơn hàng.</p>
    ${problem ? html`<p role="alert">${problem}</p>` : ''}
    <form method="post" action="/oauth/authorize">
      ${Object.entries(hidden).map(([name, value]) => html`<input type="hidden" name="${name}" value="${value}" />`)}
      <input type="hidden" name="response_type" value="${request.responseType}" />
      <label>Quốc gia
        <select name="country">
          ${COUNTRIES.map(([code, name]) => html`<option value="${code}" ${request.country === code ? 'selected' : ''}>${name}</option>`)}
        </select>
      </label>
      <label>Tài khoản (email)<input name="account" type="email" autocomplete="username" required /></label>
      <label>Mật khẩu<input name="password" type="password" autocomplete="current-password" required /></label>
      <button type="submit">Sign in and Authorize</button>
    </form>
    <a href="${cancelUrl}">Cancel</a>
  `);
}

export function authorizeProblemPage(problem: string) {
  return page(html`<p role="alert">${problem}</p>`);
}

function page(content: ReturnType<typeof html>) {
  return html`<!doctype html>
    <html lang="vi">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>Lazada Seller Center – Ủy quyền ứng dụng</title>
        <style>${STYLE}</style>
      </head>
      <body><main><header>Lazada Seller Center</header>${content}</main></body>
    </html>`;
}
