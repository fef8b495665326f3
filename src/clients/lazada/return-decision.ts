import type { ParamValue } from '../http/params';

/** A picture that Lazada can fetch. */
export type LazadaEvidence = { name: string; url: string };

type OfReturn = { reverseOrderId: string; reverseOrderLineIds: string[] };

/** To refuse, a reason and a comment are due; to refuse the money, pictures too (lazada.md §12.3). */
export type LazadaReturnDecision = OfReturn &
  (
    | { action: 'instantRefund' | 'agreeReturn' | 'agreeRefund' | 'confirmDelivery' }
    | { action: 'refuseReturn'; reasonId: string; comment: string; images?: LazadaEvidence[] }
    | { action: 'refuseRefund'; reasonId: string; comment: string; images: [LazadaEvidence, ...LazadaEvidence[]] }
  );

/** Of exactly one line (lazada.md §12.3, since March 2025). */
export type LazadaOnlyRefundDecision = {
  reverseOrderId: string;
  reverseOrderLineId: string;
  action: 'agreeRefund' | 'startDispute';
  comment?: string;
  images?: LazadaEvidence[];
  videos?: { coverUrl: string; videoUrl: string }[];
};

type Params = Record<string, ParamValue>;

const jsonOf = (rows: unknown[] | undefined): string | undefined => (rows?.length ? JSON.stringify(rows) : undefined);

export function returnParams(decision: LazadaReturnDecision): Params {
  const refusal = 'reasonId' in decision ? decision : undefined;
  return {
    action: decision.action,
    reverse_order_id: decision.reverseOrderId,
    reason_id: refusal?.reasonId,
    comment: refusal?.comment,
    image_info: jsonOf(refusal?.images),
  };
}

/** The same things have other names here. */
export function onlyRefundParams(decision: LazadaOnlyRefundDecision): Params {
  const { reverseOrderId, action, comment, images, videos } = decision;
  return {
    action,
    reverse_order_id: reverseOrderId,
    comment,
    image_info_list: jsonOf(images?.map(({ name, url }) => ({ file_name: name, file_url: url }))),
    video_info_list: jsonOf(videos?.map(({ coverUrl, videoUrl }) => ({ cover_url: coverUrl, video_url: videoUrl }))),
  };
}
