import type { LazadaTokens } from '@/src/sync/ports/connection';

/** Both tokens and both ends, as one set of columns. */
export const tokenColumns = (tokens: LazadaTokens) => {
  const { accessToken, refreshToken, accessExpiresAt, refreshExpiresAt, refreshSupported } = tokens;
  return { accessToken, refreshToken, accessExpiresAt, refreshExpiresAt, refreshSupported };
};
