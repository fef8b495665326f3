/** Prisma's code for a broken unique index, in a model call or in raw SQL (23505). */
export function isUniqueViolation(error: unknown): boolean {
  if (typeof error !== 'object' || error === null || !('code' in error)) return false;
  if (error.code === 'P2002') return true;
  return error.code === 'P2010' && JSON.stringify('meta' in error ? error.meta : '').includes('23505');
}
