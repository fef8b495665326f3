/** Server-side page size of lists without a documented limit (haravan.md §2.3). */
export const PAGE_SIZE = 50;

/** Fetches pages until one is short or brings nothing new: some lists ignore paging. */
export async function allPages<T extends { id: string }>(fetchPage: (page: number) => Promise<T[]>): Promise<T[]> {
  const found = new Map<string, T>();
  for (let page = 1; ; page += 1) {
    const rows = await fetchPage(page);
    const before = found.size;
    for (const row of rows) found.set(row.id, row);
    if (rows.length < PAGE_SIZE || found.size === before) return [...found.values()];
  }
}
