/** The one shop that all workers call for. */
export const ORG = { orgId: '200000111111', shop: 'mot-shop' };

/** In Redis: when the first call may be made, in ms since the epoch. */
export const START_KEY = 'bench:throttle:start';
