/** `carrier_status_code` as answers spell it (haravan.md §5.1). */
export type CarrierStatus =
  | 'pending'
  | 'readytopick'
  | 'picking'
  | 'delivering'
  | 'notmeetcustomer'
  | 'waitingforreturn'
  | 'delivered'
  | 'cancel'
  | 'return';

/** haravan.md §5.2 */
export type CodStatus = 'none' | 'codpending' | 'codpaid' | 'codreceipt' | 'codnotreceipt';

export type Fulfillment = {
  id: number;
  orderId: number;
  status: 'success' | 'cancelled';
  locationId: number;
  trackingCompany: string | null;
  trackingNumber: string | null;
  trackingUrl: string | null;
  note: string | null;
  notifyCustomer: boolean;
  carrierStatus: CarrierStatus;
  codStatus: CodStatus;
  codAmount: number;
  /** When each state was entered, by name of the date field. */
  stamps: Record<string, number>;
  lines: FulfillmentLine[];
  createdAt: number;
  updatedAt: number;
};

export type FulfillmentLine = { lineId: number; quantity: number; restocked: number };
