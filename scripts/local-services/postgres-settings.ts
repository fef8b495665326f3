/** A small footprint for one machine, and durable: what is acknowledged survives kill -9 and power loss. */
const SETTINGS: Record<string, string> = {
  listen_addresses: '127.0.0.1',
  unix_socket_directories: '',
  max_connections: '200',
  shared_buffers: '48MB',
  huge_pages: 'off',
  max_wal_size: '256MB',
  wal_level: 'minimal',
  max_wal_senders: '0',
  // Since PostgreSQL 18 the default starts worker processes of its own.
  io_method: 'sync',
  max_parallel_workers_per_gather: '0',
  jit: 'off',
  // The first catalog of a shop is read in seconds: without statistics of it, plans are chosen as if it were empty.
  autovacuum_naptime: '1s',
  timezone: 'UTC',
  log_timezone: 'UTC',
};

/** For tests, whose data nobody misses. */
const NOT_DURABLE: Record<string, string> = { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off' };

/** For measurements: what docker-compose.yml gives a server that carries many shops, and as durable. */
const SERVER: Record<string, string> = { shared_buffers: '1GB', max_wal_size: '4GB', autovacuum_naptime: '5s' };

/** `small`: beside everything else on somebody's machine. `throwaway`: that, and nothing survives a crash. `server`: as in production. */
export type PostgresKind = 'small' | 'throwaway' | 'server';

const OF_KIND: Record<PostgresKind, Record<string, string>> = { small: {}, throwaway: NOT_DURABLE, server: SERVER };

export function postgresFlags(kind: PostgresKind): string[] {
  const settings = { ...SETTINGS, ...OF_KIND[kind] };
  return Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
}
