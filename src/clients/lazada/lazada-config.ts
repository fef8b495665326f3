/** The registered Lazada app and its hosts (lazada.md §1.1, spec R9.1). */
export type LazadaConfig = {
  appKey: string;
  appSecret: string;
  /** `https://auth.lazada.com`; `/rest/auth/token/…` and `/oauth/authorize` live below it. */
  authUrl: string;
  /** `https://api.lazada.vn/rest`. */
  apiUrl: string;
  /** Whole call, in milliseconds; 20 000 when absent. */
  timeoutMs?: number;
};
