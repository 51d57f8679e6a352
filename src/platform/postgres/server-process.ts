import { type ChildProcess, spawn } from 'node:child_process'
import { closeSync, openSync, renameSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import type { Account } from './account.ts'
import { pathFor } from './cluster.ts'
import { PostgresProblem, problemFromLog } from './problem.ts'
import { environment, type Program } from './program.ts'
import type { Settings } from './settings.ts'

export type ServerProcess = {
  /** Settles when the server is gone, asked or not. */
  readonly ended: Promise<void>
  stop(): Promise<void>
}

type Start = {
  readonly folder: string
  readonly program: Program
  readonly account: Account | undefined
  readonly settings: Settings
  onRecovering(): void
}

const patience = 20_000 // milliseconds, then an immediate shutdown; the next start recovers

/** The children of a server that was killed need a moment to notice. */
const stillInUse = /shared memory block .* still in use/

/** Starts the server and returns when it accepts connections. */
export async function startServer(start: Start): Promise<ServerProcess> {
  for (let waited = 0; ; waited += 200) {
    try {
      return await startOnce(start)
    } catch (error) {
      const busy = error instanceof PostgresProblem && stillInUse.test(error.details.reason ?? '')
      if (!busy || waited >= patience) throw error
      await wait(200)
    }
  }
}

async function startOnce(start: Start): Promise<ServerProcess> {
  const cluster = join(start.folder, 'cluster')
  const child = spawnServer(start, cluster)
  const ended = new Promise<void>((resolve) => {
    child.once('exit', () => resolve())
    child.once('error', () => resolve())
  })
  const release = guard(child, start.account)
  void ended.then(release)
  await untilReady(start, child, cluster, ended)
  return { ended, stop: () => stopServer(child, ended) }
}

function spawnServer({ folder, program, account, settings }: Start, cluster: string): ChildProcess {
  const log = join(folder, 'server.log')
  try {
    renameSync(log, `${log}.1`)
  } catch {
    // The first start.
  }
  const output = openSync(log, 'w', 0o600)
  const options = Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`])
  try {
    // In a session of its own: Ctrl-C in the terminal reaches us first, and we close in order.
    const child = spawn(program.postgres, ['-D', pathFor(cluster, account), ...options], {
      ...account,
      cwd: cluster,
      env: environment,
      detached: true,
      stdio: ['ignore', output, output],
    })
    child.unref()
    return child
  } finally {
    closeSync(output)
  }
}

/**
 * A shell that waits for this process: when we are killed its input closes, and it stops the server.
 * Returns what to call when the server is gone by itself.
 */
function guard(server: ChildProcess, account: Account | undefined): () => void {
  if (!server.pid) return () => {}
  const script = 'read -r line || kill -INT "$1"'
  const shell = spawn('/bin/sh', ['-c', script, 'oogmerk-guard', String(server.pid)], {
    ...account,
    cwd: '/',
    env: environment,
    detached: true,
    stdio: ['pipe', 'ignore', 'ignore'],
  })
  shell.on('error', () => {})
  shell.stdin.on('error', () => {})
  shell.unref()
  ;(shell.stdin as unknown as { unref(): void }).unref()
  return () => shell.stdin.end('gone\n')
}

/** postmaster.pid tells the state in its eighth line; reading it is quicker than asking to be let in. */
async function untilReady(
  { folder, onRecovering }: Start,
  child: ChildProcess,
  cluster: string,
  ended: Promise<void>,
): Promise<void> {
  let gone = false
  void ended.then(() => (gone = true))
  for (let waited = 0; !gone; waited += 5) {
    const lines = (await readFile(join(cluster, 'postmaster.pid'), 'utf8').catch(() => '')).split(
      '\n',
    )
    if (lines[0] === String(child.pid) && lines[7]?.trim() === 'ready') return
    if (waited === 1_000) onRecovering()
    await wait(5)
  }
  if (child.pid === undefined) {
    throw new PostgresProblem('not-supported', {
      folder,
      reason: 'PostgreSQL could not be started',
    })
  }
  throw problemFromLog(await readFile(join(folder, 'server.log'), 'utf8'), folder)
}

async function stopServer(child: ChildProcess, ended: Promise<void>): Promise<void> {
  child.ref()
  child.kill('SIGINT')
  const late = setTimeout(() => child.kill('SIGQUIT'), patience)
  await ended
  clearTimeout(late)
}
