import type { NoticeTexts } from './notice-code';

const AGAIN = 'Go back to the app in the Haravan admin and start again.';

export const ENGLISH: NoticeTexts = {
  denied: { title: 'Permission was not given', text: `Nothing was connected. ${AGAIN} Choose to allow when asked.` },
  state_unknown: { title: 'This link is not valid', text: `The app did not make this link. ${AGAIN}` },
  state_expired: { title: 'This link has expired', text: `You stayed too long on the authorization page. ${AGAIN}` },
  state_replayed: {
    title: 'This link was used',
    text: `Each link works once. If the shop is not in the app: ${AGAIN}`,
  },
  state_foreign: {
    title: 'This link belongs to another browser',
    text: `It was made in another browser, so nothing was connected. ${AGAIN}`,
  },
  code_refused: { title: 'The authorization code no longer works', text: `It was used or has expired. ${AGAIN}` },
  platform_unavailable: {
    title: 'The platform does not answer',
    text: 'Nothing was changed. Try again in a few minutes from the app in the Haravan admin.',
  },
  not_owner: {
    title: 'This needs the shop owner',
    text: 'Only the owner (an account with the role admin) can do this. Ask the owner to log in and do it.',
  },
  other_org: {
    title: 'Another Haravan shop',
    text: 'You are logged in to another shop. Log out of Haravan, log in to the right shop and start again.',
  },
  other_country: {
    title: 'Not a Lazada Vietnam shop',
    text: 'The app connects Lazada Vietnam shops only. Connect again with a seller account in Vietnam.',
  },
  other_tenant: {
    title: 'The shop is connected elsewhere',
    text: 'This Lazada shop is connected to another Haravan shop. Disconnect it there first, then connect it here.',
  },
  other_seller: {
    title: 'Another Lazada account',
    text: 'You logged in to another shop than the connected one. Use the same shop, or disconnect the old one first.',
  },
  unknown_connection: {
    title: 'The shop is connected no longer',
    text: 'This shop was disconnected. Open the app and choose to connect it.',
  },
  not_installed: {
    title: 'The app is not installed',
    text: 'The shop has not installed the app, or has removed it. Install it from the Haravan admin.',
  },
  ticket_unknown: { title: 'This link is not valid', text: `The app did not make this link. ${AGAIN}` },
  ticket_expired: { title: 'This link has expired', text: `It works for a few minutes only. ${AGAIN}` },
  ticket_replayed: { title: 'This link was used', text: `Each link works once. ${AGAIN}` },
  launch_forged: {
    title: 'The app could not be opened',
    text: "Haravan's signature is wrong. Open the app again from the Haravan admin.",
  },
  launch_stale: {
    title: 'This page was open too long',
    text: 'The link that opens the app has expired. Reload the Haravan admin and open the app again.',
  },
  session_ended: {
    title: 'Your session has ended',
    text: "Reload the Haravan admin to open the app again. If you still see this page, allow the app's cookies.",
  },
  disconnected: {
    title: 'Disconnected',
    text: 'All sync has stopped. Products and orders on both sides stay as they are.',
  },
};
