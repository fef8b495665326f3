import type { Allowance } from './allowance';

/** Why the sandbox's Lazada differs in form from what was recorded. */
export const LAZADA_ALLOWANCES: readonly Allowance[] = [
  {
    fixtures: /^(?!push-)/,
    difference: /^extra _trace_id_$/,
    why: 'Since about 2024 every answer carries it; older captures and samples do not (lazada.md §3.1).',
  },
  {
    fixtures: /^order-items-get$/,
    difference:
      /^extra data\[\]\.(biz_group|can_escalate_pickup|cancel_trigger_time|is_cancel_pending|mp3_order|need_cancel_confirm|payment_time|reverse_order_id|schedule_delivery_\w+|semi_managed|show_\w+|supply_price\w*)$/,
    why: 'Members of 2024 to 2026, to be added to the capture of 2023 (lazada.md §9.8).',
  },
  {
    fixtures: /^products-get$/,
    difference:
      /^extra data\.products\[\]\.skus\[\]\.(FulfillmentBySellable|PendingStock|RealTimeStock|ReservedStock|RtsStock)$/,
    why: 'The client asks with `options=1`, which adds them (lazada.md §6.1).',
  },
  {
    fixtures: /^products-get$/,
    difference:
      /^extra data\.products\[\]\.(subStatus|suspendedSkus|rejectReason|hidden\w+|bizSupplement|variation)(\[\]|\.|$)/,
    why: 'Named in the reference, left out of the fixture (lazada.md §6.3).',
  },
  {
    fixtures: /^orders-get$/,
    difference: /^extra data\.orders\[\]\.recipient_info(\.|$)/,
    why: 'Named in the reference, left out of the fixture (lazada.md §9.5).',
  },
  {
    fixtures: /^payout-status$/,
    difference: /^extra data\[\]\.shipment_fee_credit$/,
    why: "The reference's list of members ends with an ellipsis (lazada.md §13).",
  },
  {
    fixtures: /^order-trace$/,
    difference: /^other type result\.module\[\]\.warehouse_detail_info: /,
    why: 'Named in the reference, without a form (lazada.md §13).',
  },
  {
    fixtures: /^reverse-detail$/,
    difference: /^(extra|missing) data\.reverseOrderLineDTOList\[\]\./,
    why: 'The reference says "the same" as the list and names `productDTO` only; the fixture has fewer of them (lazada.md §12.3).',
  },
  {
    fixtures: /^reverse-detail$/,
    difference: /^other type data\./,
    why: 'The fixture has the types of documentation, mixed; the sandbox those of the live list (lazada.md §9.7, §12.3).',
  },
  {
    fixtures: /^reverse-orders$/,
    difference: /^extra result\.items\[\]\.reverse_order_lines\[\]\.(receiver_address|sla)$/,
    why: 'Named in the reference, left out of the fixture (lazada.md §12.3).',
  },
  {
    fixtures: /^seller-warehouse-get$/,
    difference: /^extra result\.(error_code|not_success|repeated|retry)$/,
    why: 'The envelope that the neighboring API documents (lazada.md §5.2).',
  },
  {
    fixtures: /^token-(create|refresh)$/,
    difference: /^extra account_id$/,
    why: 'On the API page, null for the Seller Center (lazada.md §2.3).',
  },
  {
    fixtures: /^push-order$/,
    difference: /^extra data\.buyer_id$/,
    why: 'A live body carried it (lazada.md §14.3).',
  },
  {
    fixtures: /^push-(order-canceled|fulfillment)$/,
    difference: /^other type data\.buyer_id: string instead of number$/,
    why: 'Ids are texts in these types of message (lazada.md §14.3).',
  },
  {
    fixtures: /^push-product-qc$/,
    difference: /^other type data\.date: number instead of string$/,
    why: 'Named in the reference, without a form (lazada.md §14.2).',
  },
  {
    fixtures: /^push-token-expiring$/,
    difference: /^other type data\.seller_id: string instead of number$/,
    why: 'Named in the reference, without a form; the outer one is a text (lazada.md §14.2).',
  },
  {
    fixtures: /^push-category-tree$/,
    difference: /^extra seller_id$/,
    why: 'The sandbox sends it when told to, for one shop; no client reads it (lazada.md §14.2).',
  },
];
