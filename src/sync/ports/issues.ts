import type { IssueCode, IssueLevel } from '@/src/domain/issue/codes';
import type { Fence } from './turn';

/** Trouble a merchant can fix. One open record per key; seeing it again counts, its cause gone closes it (spec R2.5). */
export type IssueReport = {
  connectionId: string | null;
  code: IssueCode;
  key: string;
  level: IssueLevel;
  subjectKind: 'variant' | 'product' | 'order' | 'connection';
  subjectId: string;
  facts: Record<string, unknown>;
  platformMessage?: string;
};

export type IssueStore = {
  report(merchantId: string, issues: readonly IssueReport[], fence?: Fence): Promise<void>;
  /** Closes the open issues with these keys. */
  close(merchantId: string, keys: readonly string[], fence?: Fence): Promise<void>;
  /** Makes the open issues of these subjects and codes equal to `issues`: reports them, closes the others. */
  replace(
    merchantId: string,
    scope: {
      connectionId: string | null;
      subjectKind: IssueReport['subjectKind'];
      subjectIds: readonly string[];
      codes: readonly IssueCode[];
    },
    issues: readonly IssueReport[],
    fence?: Fence,
  ): Promise<void>;
};
