/** A table with columns that are encrypted at rest (spec R7.3). */
export type SealedTable = {
  table: string;
  /** Primary key and its types: how a row is found again. */
  key: Readonly<Record<string, 'uuid' | 'text'>>;
  columns: readonly string[];
};

/** All of them; a test compares them with what schema.prisma calls encrypted. */
export const SEALED: readonly SealedTable[] = [
  { table: 'Merchant', key: { id: 'uuid' }, columns: ['accessToken', 'refreshToken'] },
  { table: 'Connection', key: { id: 'uuid' }, columns: ['accessToken', 'refreshToken'] },
  { table: 'ChannelOrder', key: { connectionId: 'uuid', lazadaOrderId: 'text' }, columns: ['detail'] },
  { table: 'InboxMessage', key: { id: 'uuid' }, columns: ['body'] },
];

/** Columns that let whoever holds them act as the merchant: never handed out. */
export const TOKEN_COLUMNS: readonly string[] = ['accessToken', 'refreshToken'];
