/** What Haravan's own marketplace channels write, so that merchants' reports keep working (haravan.md §6.4). */
export const CHANNEL = 'lazada';
export const BRANCH_NAME = 'X-Haravan-SalesChannel-BranchName';
export const BRANCH_ID = 'X-Haravan-SalesChannel-BranchId';
export const LINE_ID = 'X-Haravan-SalesChannel-LineId';

type Attribute = { name: string; value: string };

export function attributeOf(attributes: readonly Attribute[], name: string): string | undefined {
  return attributes.find((attribute) => attribute.name === name)?.value;
}
