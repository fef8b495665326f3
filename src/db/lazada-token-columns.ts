import type { Encryption } from '@/src/platform/encryption';
import type { LazadaTokens } from '@/src/sync/ports/connection';

/** Both tokens and both ends, as one set of columns: they are only ever written together (lazada.md §2.6). */
export async function sealTokens(encryption: Pick<Encryption, 'seal'>, tokens: LazadaTokens) {
  const { accessToken, refreshToken, accessExpiresAt, refreshExpiresAt, refreshSupported } = tokens;
  return {
    accessToken: await encryption.seal(accessToken),
    refreshToken: await encryption.seal(refreshToken),
    accessExpiresAt,
    refreshExpiresAt,
    refreshSupported,
  };
}
