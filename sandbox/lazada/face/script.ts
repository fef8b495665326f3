/**
 * All pages work without it. It asks before what destroys, and lets the reset button, a form on the sandbox's own
 * control, come back to the page instead of showing the control's answer.
 */
export const SCRIPT = `
document.addEventListener('submit', async (event) => {
  const form = event.target;
  const question = form.dataset.ask;
  if (question && !window.confirm(question)) return event.preventDefault();
  if (!form.dataset.backTo) return;
  event.preventDefault();
  const answer = await fetch(form.action, { method: 'POST' });
  const note = answer.ok ? { ok: form.dataset.done } : { loi: 'Không đặt lại được (' + answer.status + ').' };
  window.location.assign(form.dataset.backTo + '?' + new URLSearchParams(note));
});
`;
