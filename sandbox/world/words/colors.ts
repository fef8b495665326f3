import type { Word } from './template';

const BLACK = { name: 'Đen', code: 'DEN' };
const WHITE = { name: 'Trắng', code: 'TRANG' };
const RED = { name: 'Đỏ đô', code: 'DODO' };
const NAVY = { name: 'Xanh than', code: 'XANHTHAN' };
const BEIGE = { name: 'Be', code: 'BE' };
const GREY = { name: 'Xám', code: 'XAM' };
const PINK = { name: 'Hồng phấn', code: 'HONG' };
const MINT = { name: 'Xanh bạc hà', code: 'BACHA' };

export const PLAIN: readonly Word[] = [BLACK, WHITE, GREY, NAVY];
export const WARM: readonly Word[] = [BEIGE, RED, PINK];
export const PAIR: readonly Word[] = [BLACK, WHITE];
export const SOFT: readonly Word[] = [PINK, MINT, WHITE];
