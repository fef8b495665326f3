import type { Reverse, ReverseState } from './reverse-order';

type Words = Partial<Record<ReverseState, string>>;

/** Keys of push type 10; "not every state is pushed" (lazada.md §14.4). */
const PUSHED: Record<'CANCEL' | 'RTM' | 'RTW' | 'ONLY_REFUND', Words> = {
  CANCEL: { initiated: 'CANCEL_INIT', canceled: 'CANCEL_SUCCESS', refunded: 'CANCEL_REFUND_ISSUED' },
  RTM: {
    initiated: 'RTM_INIT',
    withdrawn: 'RTM_CANCELED',
    rejected: 'RTM_CANCELED',
    shipping_back: 'RTM_SHIPPING_BACK',
    received: 'RTM_RECEIVE_ITEM',
  },
  RTW: {
    initiated: 'RTW_INIT',
    withdrawn: 'RTW_CANCELED',
    rejected: 'RTW_REJECT',
    shipping_back: 'RTW_SHIPPING_BACK',
    received: 'RTW_REFUND_PENDING',
  },
  ONLY_REFUND: {
    initiated: 'REFUND_INIT',
    agreed: 'REFUND_PENDING',
    refunded: 'REFUND_SUCCESS',
    rejected: 'REFUND_REJECTED',
  },
};

/** The four that the API pages list; the list is incomplete there (lazada.md §12.3). */
const DOCUMENTED: Words = {
  initiated: 'REQUEST_INITIATE',
  rejected: 'REQUEST_REJECT',
  withdrawn: 'REQUEST_CANCEL',
  canceled: 'CANCEL_SUCCESS',
};

type Which = Pick<Reverse, 'kind' | 'returnTo'>;

/** Undefined: this state is not pushed. */
export function pushedStatus({ kind, returnTo }: Which, state: ReverseState): string | undefined {
  return PUSHED[kind === 'RETURN' ? returnTo : kind][state];
}

/** `reverse_status` of the APIs: the documented word, else that of the push, else the state's own name. */
export function apiStatus(which: Which, state: ReverseState): string {
  return DOCUMENTED[state] ?? pushedStatus(which, state) ?? state.toUpperCase();
}

/** Only two examples of `ofc_status` are known; goods on their way have none. */
export function ofcStatus(state: ReverseState): string {
  if (state === 'initiated' || state === 'agreed') return 'INITIAL';
  return state === 'rejected' || state === 'withdrawn' ? 'RETURN_CANCELED' : '';
}
