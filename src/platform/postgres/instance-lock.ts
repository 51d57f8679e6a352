import { execFile } from 'node:child_process'
import { link, readFile, readlink, rename, stat, unlink, utimes, writeFile } from 'node:fs/promises'
import { hostname } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { promisify } from 'node:util'
import { PostgresProblem } from './problem.ts'

/** A process, so that a number handed out again is not taken for the one that died. */
type Holder = { readonly pid: number; readonly started: string; readonly place: string }

const heartbeat = 1_000 // milliseconds

/**
 * Makes this process the only one that uses the folder, or says which process is.
 * A lock left by a process that died is taken over.
 */
export async function takeLock(
  folder: string,
  onWaiting: () => void,
): Promise<() => Promise<void>> {
  const path = join(folder, 'lock')
  const mine = join(folder, `lock-${process.pid}`)
  const me = await holder(process.pid)
  await writeFile(mine, JSON.stringify(me))
  try {
    while (!(await claim(mine, path))) {
      const other = await readHolder(path)
      if (other && (await isAlive(other, path, onWaiting))) {
        throw new PostgresProblem('already-running', { folder, pid: other.pid })
      }
      await removeStale(path, `${mine}-stale`, JSON.stringify(other))
    }
  } finally {
    await unlink(mine).catch(() => {})
  }
  const beat = setInterval(() => touch(path), heartbeat).unref()
  return async () => {
    clearInterval(beat)
    await unlink(path).catch(() => {})
  }
}

/** A hard link is made or refused in one step, and the file is complete when it appears. */
const claim = (mine: string, path: string): Promise<boolean> =>
  link(mine, path).then(
    () => true,
    (error) => {
      if (error.code === 'EEXIST') return false
      throw error
    },
  )

/** Moved aside before it is removed: if another start was quicker, its fresh lock is put back. */
async function removeStale(path: string, aside: string, expected: string): Promise<void> {
  try {
    await rename(path, aside)
  } catch {
    return
  }
  if (JSON.stringify(await readHolder(aside)) !== expected) await claim(aside, path)
  await unlink(aside)
}

async function readHolder(path: string): Promise<Holder | undefined> {
  try {
    const { pid, started, place } = JSON.parse(await readFile(path, 'utf8'))
    return Number.isInteger(pid) ? { pid, started, place } : undefined
  } catch {
    return undefined
  }
}

/** In another container or on another machine numbers mean nothing: there only the heartbeat tells. */
async function isAlive(other: Holder, path: string, onWaiting: () => void): Promise<boolean> {
  const here = await holder(other.pid)
  if (here.place === other.place) return here.started !== '' && here.started === other.started
  onWaiting()
  const before = await stat(path).catch(() => undefined)
  await wait(heartbeat * 3)
  const after = await stat(path).catch(() => undefined)
  return after !== undefined && after.mtimeMs !== before?.mtimeMs
}

async function touch(path: string): Promise<void> {
  const { mtimeMs } = await stat(path).catch(() => ({ mtimeMs: 0 }))
  if (mtimeMs > 0) await utimes(path, mtimeMs / 1000 + 1, mtimeMs / 1000 + 1).catch(() => {})
}

async function holder(pid: number): Promise<Holder> {
  const numbers = await readlink('/proc/self/ns/pid').catch(() => '')
  return { pid, started: await startOf(pid), place: `${hostname()} ${numbers}` }
}

/** When the process began, in whatever form the system tells it; empty when there is no such process. */
async function startOf(pid: number): Promise<string> {
  if (process.platform === 'linux') {
    const line = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => '')
    const fields = line.slice(line.lastIndexOf(')') + 2).split(' ')
    const boot = await readFile('/proc/sys/kernel/random/boot_id', 'utf8').catch(() => '')
    // source: proc_pid_stat(5): field 3 is the state, field 22 the start time since boot
    return fields[19] && fields[0] !== 'Z' ? `${boot.trim()} ${fields[19]}` : ''
  }
  const listed = promisify(execFile)('ps', ['-o', 'lstart=', '-p', String(pid)])
  return (await listed.catch(() => ({ stdout: '' }))).stdout.trim()
}
