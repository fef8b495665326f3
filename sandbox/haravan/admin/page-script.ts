/** The little that the admin's own pages need: the menu on a phone, a question before what cannot be undone, "all". */
export const PAGE_SCRIPT = `
document.body.classList.add('js');
const menu = document.querySelector('nav.side');
const menuButton = document.querySelector('#menu-button');
menuButton.addEventListener('click', () => menuButton.setAttribute('aria-expanded', menu.classList.toggle('open')));
document.addEventListener('submit', (event) => {
  const question = event.submitter?.dataset.ask ?? event.target.dataset.ask;
  if (question && !window.confirm(question)) event.preventDefault();
});
document.querySelector('[data-all]')?.addEventListener('change', ({ target }) => {
  for (const box of document.querySelectorAll('input[name=' + target.dataset.all + ']')) box.checked = target.checked;
});
`;
