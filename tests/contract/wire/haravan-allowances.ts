import type { Allowance } from './allowance';

/** Why the sandbox's Haravan differs in form from what was recorded. */
export const HARAVAN_ALLOWANCES: readonly Allowance[] = [
  {
    fixtures: /./,
    difference: /^other type .*: (null instead of [\w|]+|[\w|]+ instead of null|(\w+)\|null instead of \2)$/,
    why: 'Haravan writes null for whatever is not set: a null says nothing of the type (haravan.md §2.13 to §2.19).',
  },
  {
    fixtures: /^order(s-marketplace|-canceled|-partially-paid)$/,
    difference:
      /^extra orders?(\[\])?\.(assigned_location_\w+|confirm_user|customer\.\w+|device_id|payment_url|prev_order_\w+|processing_method|ref_order_\w+|risk_level|user_id|utm_\w+)$/,
    why: 'Named in the reference, left out of the fixtures (haravan.md §2.13, §2.14).',
  },
  {
    fixtures: /^(fulfillments|order-canceled)$/,
    difference: /^extra (order\.)?fulfillments\[\]\.(?!line_items)\w+$/,
    why: 'Named in the reference, left out of the fixtures: stamps, sizes and what an integrated carrier fills in (haravan.md §2.19).',
  },
  {
    fixtures: /^(fulfillments|order-canceled)$/,
    difference: /^extra (order\.)?fulfillments\[\]\.line_items\[\]\.\w+$/,
    why: "A parcel's lines are lines of the order; the fixtures keep only what differs (haravan.md §2.14, §2.19).",
  },
  {
    fixtures: /^products$/,
    difference:
      /^extra products\[\]\.variants\[\]\.(inventory_quantity_adjustment|lot_support|old_inventory_quantity|variant_units)$/,
    why: 'Named in the reference, left out of the fixture (haravan.md §2.7).',
  },
  {
    fixtures: /^provinces$/,
    difference: /^extra provinces\[\]\.tax\w*$/,
    why: "The reference's list of members ends with `tax…` (haravan.md §2.23).",
  },
  { fixtures: /^shop$/, difference: /^extra shop\.shop_owner$/, why: 'Named in the reference (haravan.md §2.4).' },
  {
    fixtures: /^error-map$/,
    difference: /^(extra|missing) errors\.\w+$/,
    why: 'The members are names of fields: those of the request (haravan.md §2.2).',
  },
  {
    fixtures: /^throttled$/,
    difference: /^other type : object instead of string$/,
    why: 'The body is not documented (haravan.md §4).',
  },
  {
    fixtures: /^user-claims$/,
    difference: /^other type role: string instead of list$/,
    why: 'A list or, for a single role, a text (haravan.md §1.7).',
  },
  {
    fixtures: /^webhook-inventory$/,
    difference: /^extra (id|updated_at)$/,
    why: 'Like a row of inventory_locations, which has both (haravan.md §2.10, §3.4).',
  },
  {
    fixtures: /^webhook-uninstalled$/,
    difference: /^extra client_id$/,
    why: 'Of the body only `org_id` is known (haravan.md §3.4).',
  },
];
