import { html, raw } from 'hono/html';
import { describeScope, needsConsent } from './scopes';

const STYLE = `
  body { margin: 0; min-height: 100vh; display: grid; place-items: center; background: #f4f6fa; color: #1f2937;
    font: 14px/1.5 system-ui, sans-serif }
  main { box-sizing: border-box; width: min(400px, 94vw); padding: 32px; background: #fff; border: 1px solid #dbe3ef;
    border-radius: 12px }
  h1 { margin: 0 0 16px; font-size: 20px }
  label { display: block; margin: 12px 0 4px }
  input { box-sizing: border-box; width: 100%; padding: 10px; border: 1px solid #98a2b3; border-radius: 8px; font: inherit }
  button { min-height: 40px; margin: 20px 8px 0 0; padding: 0 20px; border: 1px solid #2f6bff; border-radius: 8px;
    background: #2f6bff; color: #fff; font: inherit; cursor: pointer }
  button.plain { background: #fff; color: #1f2937; border-color: #98a2b3 }
  .error { color: #b42318 } .note { color: #667085 }`;

function page(title: string, content: ReturnType<typeof html>) {
  return html`<!doctype html><html lang="vi"><head><meta charset="utf-8" />
<meta name="viewport" content="width=device-width, initial-scale=1" />
<title>${title} · Haravan</title><style>${raw(STYLE)}</style></head>
<body><main>${content}</main></body></html>`;
}

/** `query`: the authorize request, to come back to. */
export function loginPage(query: string, error?: string, email = '') {
  return page(
    'Đăng nhập',
    html`<h1>Đăng nhập Haravan</h1>
${error ? html`<p class="error" role="alert">${error}</p>` : ''}
<form method="post" action="/connect/login">
  <input type="hidden" name="return_query" value="${query}" />
  <label for="email">Email</label><input id="email" name="email" type="email" value="${email}" autocomplete="username" required />
  <label for="password">Mật khẩu</label>
  <input id="password" name="password" type="password" autocomplete="current-password" required />
  <button type="submit">Đăng nhập</button>
</form>`,
  );
}

export function consentPage(query: string, who: { shop: string; email: string }, scopes: readonly string[]) {
  const asked = scopes.filter((scope) => needsConsent([scope]));
  return page(
    'Cấp quyền',
    html`<h1>Cho phép ứng dụng truy cập cửa hàng ${who.shop}?</h1>
<p class="note">Đang đăng nhập: ${who.email} · <a href="/connect/endsession">Đăng xuất</a></p>
<ul>${asked.map((scope) => html`<li>${describeScope(scope)}</li>`)}</ul>
<form method="post" action="/connect/consent">
  <input type="hidden" name="return_query" value="${query}" />
  <button name="decision" value="allow" type="submit">Đồng ý</button>
  <button name="decision" value="deny" type="submit" class="plain">Từ chối</button>
</form>`,
  );
}

export function errorPage(error: string) {
  return page('Lỗi', html`<h1>Không thể đăng nhập</h1><p class="error" role="alert">${error}</p>`);
}

export function loggedOutPage() {
  return page('Đăng xuất', html`<h1>Bạn đã đăng xuất</h1>`);
}

/** response_mode form_post: the answer travels as a form that sends itself. */
export function formPostPage(action: string, fields: Record<string, string>) {
  return page(
    'Đang chuyển',
    html`<form method="post" action="${action}">
${Object.entries(fields).map(([name, value]) => html`<input type="hidden" name="${name}" value="${value}" />`)}
<noscript><button type="submit">Tiếp tục</button></noscript></form>
<script>document.forms[0].submit()</script>`,
  );
}
