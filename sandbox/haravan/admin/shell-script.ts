/**
 * Host side of @haravan/app-sdk: a one-way stream of `{type: "dispatch", payload: <action>}` (haravan.md §1.9).
 * The host draws toasts and a loading bar and performs redirects; groups that are only names there (Modal, TitleBar, …)
 * do nothing. It answers one question of the newer SDK, the session token (§1.10). Runs in the browser.
 */
export const SHELL_SCRIPT = `
const frame = document.querySelector('iframe');
const appOrigin = new URL(frame.src).origin;
const adminRoot = '/shops/' + frame.dataset.shop + '/adminv2/';
const toasts = document.querySelector('#toasts');
const bar = document.querySelector('#loading-bar');
const loading = new Set();

function showToast({ id, message, duration = 5000, isError = false }) {
  const toast = document.createElement('div');
  toast.dataset.id = id;
  toast.className = isError ? 'toast error' : 'toast';
  toast.setAttribute('role', isError ? 'alert' : 'status');
  toast.textContent = message;
  toasts.append(toast);
  setTimeout(() => toast.remove(), duration);
}

/** A script's address would run in the admin. */
function go(url, newContext) {
  const target = new URL(url, location.href);
  if (!/^https?:$/.test(target.protocol)) return;
  if (newContext) window.open(target, '_blank', 'noopener');
  else window.location.assign(target);
}

async function answerSessionToken({ id }) {
  const answer = await fetch(adminRoot + 'session_token', { method: 'POST' });
  if (!answer.ok) return;
  const payload = { id, ...(await answer.json()) };
  const action = { type: 'APP::SESSION_TOKEN::RESPOND', group: 'SessionToken', payload };
  frame.contentWindow.postMessage({ type: 'dispatch', payload: action }, appOrigin);
}

const inAdmin = (path) => go(adminRoot + String(path).split('/').filter(Boolean).join('/'));
const actions = {
  'APP::TOAST::SHOW': showToast,
  'APP::TOAST::CLEAR': ({ id }) => toasts.querySelector('[data-id="' + CSS.escape(id) + '"]')?.remove(),
  'APP::LOADING::START': ({ id }) => loading.add(id),
  'APP::LOADING::STOP': ({ id }) => loading.delete(id),
  'APP::NAVIGATION::REDIRECT::REMOTE': ({ url, newContext }) => go(url, newContext),
  'APP::NAVIGATION::REDIRECT::ADMIN::PATH': ({ path }) => inAdmin(path),
  'APP::NAVIGATION::REDIRECT::ADMIN::SECTION': ({ section }) => inAdmin(section.name + '/' + (section.resource?.id ?? '')),
  'APP::NAVIGATION::REDIRECT::APP': ({ path }) => { frame.src = new URL(path, appOrigin).origin === appOrigin ? new URL(path, appOrigin) : frame.src; },
  'APP::SESSION_TOKEN::REQUEST': answerSessionToken,
};

window.addEventListener('message', ({ source, origin, data }) => {
  if (source !== frame.contentWindow || origin !== appOrigin || data?.type !== 'dispatch') return;
  actions[data.payload?.type]?.(data.payload.payload ?? {});
  bar.hidden = loading.size === 0;
});

if (frame.dataset.page) {
  frame.addEventListener('load', () => { frame.src = new URL(frame.dataset.page, appOrigin); }, { once: true });
}
`;
