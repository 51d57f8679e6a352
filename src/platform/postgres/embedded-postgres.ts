import { chmod, mkdtemp, rm, symlink } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { accountFor } from './account.ts'
import {
  checkCluster,
  createCluster,
  database,
  openFolder,
  ownCluster,
  removeUnfinished,
  user,
} from './cluster.ts'
import { takeLock } from './instance-lock.ts'
import { stopLeftOver } from './left-over.ts'
import { problemOf } from './problem.ts'
import { findProgram } from './program.ts'
import { startServer } from './server-process.ts'
import { type Settings, settingsFor } from './settings.ts'

export { PostgresProblem, type PostgresProblemCode, postgresProblems } from './problem.ts'

/** Steps that can take longer than a second; their sentences are in messages.*.ts. */
export type PostgresStep =
  | 'waiting-for-other'
  | 'copying-program'
  | 'creating-database'
  | 'stopping-left-over'
  | 'starting'
  | 'recovering'

export type EmbeddedPostgresOptions = {
  /** A folder of its own; made when missing. */
  readonly folder: string
  readonly progress?: (step: PostgresStep) => void
  /** Nothing is kept safe against a crash of the machine; for tests. */
  readonly fast?: boolean
  /** PostgreSQL settings on top of our own, such as `{ max_connections: '200' }`. */
  readonly settings?: Settings
}

export type PostgresConnection = {
  /** The folder of the socket: pg and its friends take a path as a host. */
  readonly host: string
  readonly port: number
  readonly user: string
  readonly database: string
}

export type EmbeddedPostgres = {
  readonly connection: PostgresConnection
  /** Settles when the server is gone, also when nobody asked it to stop. */
  readonly ended: Promise<void>
  stop(): Promise<void>
}

const port = 5432

/**
 * Starts the PostgreSQL that npm brought along, in a folder, without a network port.
 * Throws a `PostgresProblem` for everything an operator can do something about.
 * If this process is killed, the server stops, and the next start takes over whatever is left.
 */
export async function startEmbeddedPostgres(
  options: EmbeddedPostgresOptions,
): Promise<EmbeddedPostgres> {
  const folder = resolve(options.folder)
  try {
    await openFolder(folder)
    const progress = options.progress ?? (() => {})
    const unlock = await takeLock(folder, () => progress('waiting-for-other'))
    try {
      return await startInside(folder, options, progress, unlock)
    } catch (error) {
      await unlock()
      throw error
    }
  } catch (error) {
    throw problemOf(error, folder)
  }
}

async function startInside(
  folder: string,
  { fast = false, settings = {} }: EmbeddedPostgresOptions,
  progress: (step: PostgresStep) => void,
  unlock: () => Promise<void>,
): Promise<EmbeddedPostgres> {
  const account = await accountFor(join(folder, 'cluster'), folder)
  const onCopying = () => progress('copying-program')
  const program = await findProgram({ account, folder, onCopying })
  await removeUnfinished(folder)
  if (!(await checkCluster(folder, program))) {
    progress('creating-database')
    await createCluster({ folder, program, account, fast })
  }
  await stopLeftOver(folder, () => progress('stopping-left-over'))
  await ownCluster(folder, account)
  progress('starting')
  const server = await startServer({
    folder,
    program,
    account,
    settings: settingsFor(fast, settings),
    onRecovering: () => progress('recovering'),
  })
  const socket = await shortWayTo(join(folder, 'cluster'))
  return {
    connection: { host: socket.path, port, user, database },
    ended: server.ended,
    async stop() {
      await server.stop()
      await socket.remove()
      await unlock()
    },
  }
}

/** The way to a server that another process runs in this folder. */
export async function reachRunningPostgres(
  folder: string,
): Promise<{ connection: PostgresConnection; close(): Promise<void> }> {
  const socket = await shortWayTo(join(resolve(folder), 'cluster'))
  return { connection: { host: socket.path, port, user, database }, close: socket.remove }
}

/** A socket path holds 107 bytes at most; a longer one is reached through a link. */
async function shortWayTo(cluster: string): Promise<{ path: string; remove(): Promise<void> }> {
  const longest = 107 - Buffer.byteLength(`/.s.PGSQL.${port}`)
  if (Buffer.byteLength(cluster) <= longest) return { path: cluster, remove: async () => {} }
  const folder = await mkdtemp(join(tmpdir(), 'oogmerk-'))
  await chmod(folder, 0o700)
  await symlink(cluster, join(folder, 'db'))
  const remove = () => rm(folder, { recursive: true, force: true })
  return { path: join(folder, 'db'), remove }
}
