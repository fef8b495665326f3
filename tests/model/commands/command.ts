/**
 * What may happen in one step, as plain data. Numbers that choose are taken modulo what there is at that moment, so that a list of
 * commands stays valid when some are left out. `t`: tenant, `s`: shop of all shops, `v`: variant, `i`: SKU, `o`: order, `k`: code.
 */
export type Command =
  | { do: 'stock'; t: number; v: number; l: number; delta: number }
  | { do: 'price'; t: number; v: number; price: number }
  | { do: 'barcode'; t: number; v: number; k: number }
  | { do: 'policy'; t: number; v: number }
  | { do: 'tracking'; t: number; v: number }
  | { do: 'add-variant'; t: number; p: number; k: number; units: number }
  | { do: 'delete-variant'; t: number; v: number }
  | { do: 'add-product'; t: number; k: number; units: number }
  | { do: 'delete-product'; t: number; p: number }
  | { do: 'create-sku'; s: number; k: number; i: number }
  | { do: 'rename-sku'; s: number; i: number; k: number }
  | { do: 'delete-sku'; s: number; i: number }
  | { do: 'seller-stock'; s: number; i: number; units: number }
  | { do: 'seller-price'; s: number; i: number; price: number }
  | { do: 'campaign'; s: number; i: number; units: number }
  | { do: 'price-range'; s: number; i: number; on: boolean }
  | {
      do: 'order';
      s: number;
      lines: { i: number; units: number }[];
      payment: 'cod' | 'paid' | 'unpaid';
      voucher: number;
      shipping: number;
      /** The same checkout also buys in this merchant's other shop, under the same number. */
      twin: boolean;
    }
  | { do: 'pay'; s: number; o: number }
  | { do: 'advance'; s: number; o: number; choice: number; item: number }
  | { do: 'cancel'; s: number; o: number; by: 'buyer' | 'seller' | 'system'; item: number; outOfStock: boolean }
  | { do: 'fault'; platform: 'lazada' | 'haravan'; on: number; kind: number; count: number }
  | { do: 'refuse'; platform: 'lazada' | 'haravan'; on: number; how: 'throttle' | 'expired-token'; count: number }
  | { do: 'expire'; s: number; what: 'access' | 'refresh' | 'haravan' }
  | { do: 'mail'; platform: 'lazada' | 'haravan'; lose: number; duplicate: number; reorder: boolean; delayMs: number }
  | { do: 'post'; count: number }
  | { do: 'turn'; n: number; gates: number }
  | { do: 'resume'; n: number; gates: number }
  /** `around`: turns that stand still are left standing meanwhile. */
  | { do: 'rest'; around?: boolean }
  | { do: 'freeze'; n: number }
  | { do: 'die'; n: number }
  | { do: 'time'; ms: number }
  | { do: 'settings'; s: number; what: 'quantity' | 'price' | 'locations' | 'order-location' | 'policy'; value: number }
  | { do: 'publish'; s: number; p: number; all: boolean }
  | { do: 'unpublish'; s: number; p: number }
  | { do: 'retry'; s: number }
  | { do: 'zero-lost'; s: number }
  | { do: 'ship'; s: number; o: number }
  | { do: 'app-cancel'; s: number; o: number; reason: number }
  | { do: 'disconnect'; s: number }
  | { do: 'connect'; s: number };
