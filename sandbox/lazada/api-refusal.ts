/** One entry of `detail[]`: every member is optional on the real wire (lazada.md §3.2). */
export type RefusalDetail = {
  code?: string;
  field?: string;
  item_id?: number;
  seller_sku?: string;
  sku?: string;
  message: string;
};

/** An answer that says no, in Lazada's words. */
export class ApiRefusal extends Error {
  readonly code: string;
  readonly type: 'ISV' | 'ISP' | 'SYSTEM';
  readonly detail: RefusalDetail[] | undefined;

  constructor(code: string, type: 'ISV' | 'ISP' | 'SYSTEM', message: string, detail?: RefusalDetail[]) {
    super(message);
    this.code = code;
    this.type = type;
    this.detail = detail;
  }
}

/** A business refusal: `E` + code of at least three digits + text (lazada.md §3.2). */
export function businessRefusal(code: number, text: string, detail?: RefusalDetail[]): ApiRefusal {
  return new ApiRefusal(String(code), 'ISP', `E${String(code).padStart(3, '0')}: ${text}`, detail);
}

export function missingParameter(name: string): ApiRefusal {
  const text = `the input parameter “${name}” that is mandatory for processing this request is not supplied`;
  return new ApiRefusal('MissingParameter', 'ISV', text);
}

export function illegalAccessToken(): ApiRefusal {
  return new ApiRefusal('IllegalAccessToken', 'ISV', 'The specified access token is invalid or expired');
}
