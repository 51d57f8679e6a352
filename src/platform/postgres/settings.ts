import { totalmem } from 'node:os'

export type Settings = Readonly<Record<string, string>>

const megabyte = 1024 * 1024

/** A sixteenth of the memory, at least 128 MB and at most 1 GB: the machine has more to do. */
const sharedBuffers = (): number =>
  Math.round(Math.min(Math.max(totalmem() / 16 / megabyte, 128), 1024))

const always: Settings = {
  listen_addresses: '',
  // The cluster folder itself, which nobody else can enter. Relative, because a socket path is short.
  unix_socket_directories: '.',
  unix_socket_permissions: '0700',
  max_connections: '100',
  timezone: 'UTC',
  log_timezone: 'UTC',
  jit: 'off',
  random_page_cost: '1.1',
  // No replication here: the least write-ahead log that still recovers from a crash.
  wal_level: 'minimal',
  max_wal_senders: '0',
  log_min_messages: 'warning',
  // Never a statement, a value or a row in the log: they are about children.
  log_statement: 'none',
  log_min_error_statement: 'panic',
  log_error_verbosity: 'terse',
  log_checkpoints: 'off',
}

const durable: Settings = {
  fsync: 'on',
  synchronous_commit: 'on',
  full_page_writes: 'on',
  wal_compression: 'on',
  checkpoint_timeout: '15min',
  max_wal_size: '2GB',
  min_wal_size: '256MB',
}

/** For tests only: a crash of the machine may lose everything; a crash of a process loses nothing. */
const forgetful: Settings = {
  fsync: 'off',
  synchronous_commit: 'on',
  full_page_writes: 'off',
  autovacuum: 'off',
  checkpoint_timeout: '1h',
  max_wal_size: '4GB',
}

export function settingsFor(fast: boolean, extra: Settings): Settings {
  const buffers = fast ? 128 : sharedBuffers()
  return {
    ...always,
    ...(fast ? forgetful : durable),
    shared_buffers: `${buffers}MB`,
    effective_cache_size: `${Math.round(totalmem() / 2 / megabyte)}MB`,
    ...extra,
  }
}
