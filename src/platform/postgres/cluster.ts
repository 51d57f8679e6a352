import { spawn } from 'node:child_process'
import {
  chmod,
  chown,
  lchown,
  mkdir,
  open,
  readdir,
  readFile,
  rename,
  rm,
  stat,
  writeFile,
} from 'node:fs/promises'
import { join } from 'node:path'
import type { Account } from './account.ts'
import { PostgresProblem, problemFromLog } from './problem.ts'
import { environment, type Program } from './program.ts'

/** The one superuser and the one database of an embedded server. */
export const user = 'oogmerk'
export const database = 'oogmerk'

const ours =
  /^(cluster|lock|lock-\d+(-stale)?|new-\d+|server\.log(\.1)?|postgresql-.*|README\.txt)$/

const note = `This folder holds the database of Oogmerk (PostgreSQL).
Do not change, move or remove anything in it while Oogmerk runs; see docs/operations.md.
`

/** Makes the folder, or refuses one that holds something else. Only its owner may enter it. */
export async function openFolder(folder: string): Promise<void> {
  await mkdir(folder, { recursive: true, mode: 0o700 })
  const strange = (await readdir(folder)).find((name) => !ours.test(name))
  if (strange) throw new PostgresProblem('not-our-folder', { folder, reason: strange })
  await chmod(folder, 0o700)
}

type Cluster = {
  readonly folder: string
  readonly program: Program
  readonly account: Account | undefined
  readonly fast: boolean
}

/** Refuses a cluster that this version cannot read or that is not whole. False when there is none yet. */
export async function checkCluster(folder: string, program: Program): Promise<boolean> {
  const cluster = join(folder, 'cluster')
  const names = await readdir(cluster).catch((error) => {
    if (error.code === 'ENOENT') return undefined
    throw error
  })
  if (!names) return false
  const missing = ['PG_VERSION', 'global', 'base', 'pg_wal'].find((name) => !names.includes(name))
  if (missing) throw new PostgresProblem('damaged', { folder, reason: `cluster/${missing}` })
  const found = (await readFile(join(cluster, 'PG_VERSION'), 'utf8')).trim()
  const needed = program.majorVersion
  if (found === needed) return true
  if (/^\d+$/.test(found)) throw new PostgresProblem('other-version', { folder, found, needed })
  throw new PostgresProblem('damaged', { folder, reason: 'cluster/PG_VERSION' })
}

/** Made aside and renamed when complete: a crash on the way leaves nothing that looks like a database. */
export async function createCluster({ folder, program, account, fast }: Cluster): Promise<void> {
  const fresh = join(folder, `new-${process.pid}`)
  try {
    await mkdir(fresh, { mode: 0o700 })
    if (account) await chown(fresh, account.uid, account.gid)
    const run = (command: string, more: string[], input = '') =>
      runToEnd({ command, arguments: more, cwd: fresh, account, input, folder })
    await run(program.initdb, [
      ...['-D', pathFor(fresh, account), '-U', user, '--auth=trust', '--encoding=UTF8'],
      ...['--locale-provider=builtin', '--builtin-locale=C.UTF-8', '--no-instructions'],
      ...(fast ? ['--no-sync'] : []),
    ])
    const single = ['--single', '-D', pathFor(fresh, account), 'postgres']
    await run(program.postgres, single, `create database ${database};\n`)
    // No network at all, and only who can enter the folder reaches the socket.
    await writeFile(join(fresh, 'pg_hba.conf'), 'local all all trust\n')
    await writeFile(join(folder, 'README.txt'), note)
    await rename(fresh, join(folder, 'cluster'))
    if (!fast) await syncFolder(folder)
  } catch (error) {
    await rm(fresh, { recursive: true, force: true })
    throw error
  }
}

/** A backup put back by root, or a folder with its rights widened, is made usable again. */
export async function ownCluster(folder: string, account: Account | undefined): Promise<void> {
  const cluster = join(folder, 'cluster')
  const { uid, mode } = await stat(cluster)
  if (account && uid === 0) await giveAll(cluster, account)
  if ((mode & 0o777) !== 0o700) await chmod(cluster, 0o700)
}

async function giveAll(path: string, account: Account): Promise<void> {
  await lchown(path, account.uid, account.gid)
  for (const entry of await readdir(path, { withFileTypes: true })) {
    const inside = join(path, entry.name)
    if (entry.isDirectory()) await giveAll(inside, account)
    else await lchown(inside, account.uid, account.gid)
  }
}

/** What a start that was killed halfway left behind. */
export async function removeUnfinished(folder: string): Promise<void> {
  for (const name of (await readdir(folder)).filter((name) => name.startsWith('new-'))) {
    // initdb may still be busy in it for a moment; then the next start removes it.
    await rm(join(folder, name), { recursive: true, force: true }).catch(() => {})
  }
}

/**
 * How PostgreSQL names its folder. Root's folders (0700) cannot be entered by the account it runs as;
 * root puts it in the folder as its working directory, and from there it needs no path.
 */
export const pathFor = (cluster: string, account: Account | undefined): string =>
  account ? '/proc/self/cwd' : cluster

type Run = {
  readonly command: string
  readonly arguments: string[]
  readonly cwd: string
  readonly account: Account | undefined
  readonly input: string
  readonly folder: string
}

function runToEnd(run: Run): Promise<void> {
  return new Promise((resolve, reject) => {
    const options = { cwd: run.cwd, env: environment, ...run.account }
    const child = spawn(run.command, run.arguments, { ...options, stdio: 'pipe' })
    let said = ''
    child.stdout.on('data', (text) => (said += text))
    child.stderr.on('data', (text) => (said += text))
    child.on('error', reject)
    child.on('close', (status) =>
      status === 0 ? resolve() : reject(problemFromLog(said, run.folder)),
    )
    child.stdin.on('error', () => {})
    child.stdin.end(run.input)
  })
}

async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder)
  await handle.sync().finally(() => handle.close())
}
