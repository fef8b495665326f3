/**
 * Host side of @haravan/app-sdk: a one-way stream of `{type: "dispatch", payload: <action>}` (haravan.md §1.9).
 * The host draws toasts and a loading bar and performs redirects, nothing else. Runs in the browser.
 */
export const SHELL_SCRIPT = `
const frame = document.querySelector('iframe');
const appOrigin = new URL(frame.src).origin;
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

const actions = {
  'APP::TOAST::SHOW': showToast,
  'APP::TOAST::CLEAR': ({ id }) => toasts.querySelector('[data-id="' + CSS.escape(id) + '"]')?.remove(),
  'APP::LOADING::START': ({ id }) => loading.add(id),
  'APP::LOADING::STOP': ({ id }) => loading.delete(id),
  'APP::NAVIGATION::REDIRECT::REMOTE': ({ url, newContext }) =>
    newContext ? window.open(url, '_blank', 'noopener') : window.location.assign(url),
};

window.addEventListener('message', ({ source, origin, data }) => {
  if (source !== frame.contentWindow || origin !== appOrigin || data?.type !== 'dispatch') return;
  actions[data.payload?.type]?.(data.payload.payload ?? {});
  bar.hidden = loading.size === 0;
});
`;
