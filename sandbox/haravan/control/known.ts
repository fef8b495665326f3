import type { Org } from '../entities/org';
import type { Platform } from '../platform';

/** Asked for something that is not there: the mistake of whoever controls, not of the platform's client. */
export class UnknownRecord extends Error {
  constructor(name: string) {
    super(`${name} does not exist`);
  }
}

export function known<T>(record: T | undefined, name: string): T {
  if (record === undefined) throw new UnknownRecord(name);
  return record;
}

export const knownOrg = ({ store }: Pick<Platform, 'store'>, orgId: string): Org =>
  known(store.orgs.get(orgId), `organisation ${orgId}`);
