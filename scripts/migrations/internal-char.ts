import type { PrismaPg } from '@prisma/adapter-pg';
import { ColumnTypeEnum } from '@prisma/driver-adapter-utils';
import type { QueryConfig, QueryResult } from 'pg';

type Adapter = Awaited<ReturnType<PrismaPg['connect']>>;
type Driver = { query(config: QueryConfig): Promise<QueryResult> };

// Numbers of PostgreSQL's own types: its one-byte "char", found in catalogs only, and text.
const INTERNAL_CHAR = 18;
const TEXT = 25;

/**
 * The schema engine reads catalogs, whose "char" columns Prisma's adapter refuses: they pass it as text,
 * and get the type that the engine expects afterwards.
 */
export function acceptInternalChar(adapter: Adapter): void {
  const columnsOf = new WeakMap<object, number[]>();
  const driver: Driver = adapter.underlyingDriver();
  const query = driver.query.bind(driver);
  driver.query = async (config) => {
    const result = await query(config);
    const columns = (result.fields ?? []).flatMap((field, at) => (field.dataTypeID === INTERNAL_CHAR ? [at] : []));
    for (const field of result.fields ?? []) if (field.dataTypeID === INTERNAL_CHAR) field.dataTypeID = TEXT;
    if (columns.length) columnsOf.set(result.rows, columns);
    return result;
  };
  const queryRaw = adapter.queryRaw.bind(adapter);
  adapter.queryRaw = async (text) => {
    const set = await queryRaw(text);
    for (const at of columnsOf.get(set.rows) ?? []) set.columnTypes[at] = ColumnTypeEnum.Character;
    return set;
  };
}
