/** Who signed in, and to which organization (haravan.md §1.7). */
export type HaravanIdentity = {
  userId: string;
  email?: string;
  name?: string;
  orgId: string;
  orgName?: string;
  /** Handle, without `.myharavan.com`. */
  shop: string;
  /** The owner's contain `admin`. */
  roles: string[];
};

export type HaravanIdTokenApi = {
  /** Signature, issuer, audience, expiry and nonce; any fault is `unauthorized` with code `id_token_…`. */
  verifyIdToken(idToken: string, nonce: string): Promise<HaravanIdentity>;
};
