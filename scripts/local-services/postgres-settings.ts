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

export function postgresFlags(durable: boolean): string[] {
  const settings = durable ? SETTINGS : { ...SETTINGS, ...NOT_DURABLE };
  return Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
}
