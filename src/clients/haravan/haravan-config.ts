/** The registered Haravan app and its hosts (haravan.md §1.1, spec R9.1). */
export type HaravanConfig = {
  clientId: string;
  clientSecret: string;
  /** `https://accounts.haravan.com`; also the issuer of id tokens. */
  accountsUrl: string;
  /** `https://apis.haravan.com`; `/com` is added. */
  apiUrl: string;
  /** `https://webhook.haravan.com`; `/api/subscribe` is added. */
  webhookUrl: string;
  /** `https://{shop}.myharavan.com`; `{shop}` is replaced by the handle. */
  adminUrl: string;
  /** Whole call, in milliseconds; 15 000 when absent. */
  timeoutMs?: number;
};
