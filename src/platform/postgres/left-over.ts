import { execFile } from 'node:child_process'
import { readFile, readlink, realpath, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { promisify } from 'node:util'
import { PostgresProblem } from './problem.ts'

/** From friendly to hard: a fast shutdown, an immediate one, and the end. In milliseconds. */
const steps = [
  { signal: 'SIGINT', patience: 5_000 },
  { signal: 'SIGQUIT', patience: 5_000 },
  { signal: 'SIGKILL', patience: 2_000 },
] as const

/** Left by a server that was killed; PostgreSQL refuses to start when the number in the lock is in use again. */
const sockets = ['.s.PGSQL.5432', '.s.PGSQL.5432.lock']

/**
 * Stops a server that outlived the program that started it. Call only while holding the folder's lock:
 * then nobody else can be using it.
 */
export async function stopLeftOver(folder: string, onStopping: () => void): Promise<void> {
  const cluster = join(folder, 'cluster')
  const pid = await leftOver(cluster)
  if (pid) {
    onStopping()
    await insist(pid, cluster, folder)
  }
  for (const name of sockets) await rm(join(cluster, name), { force: true })
}

async function insist(pid: number, cluster: string, folder: string): Promise<void> {
  for (const { signal, patience } of steps) {
    try {
      process.kill(pid, signal)
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'EPERM') break
    }
    for (let waited = 0; waited < patience; waited += 20) {
      if ((await leftOver(cluster)) !== pid) return
      await wait(20)
    }
  }
  throw new PostgresProblem('left-over-will-not-stop', { folder, pid })
}

/** The process that postmaster.pid names, if it really is a server in this folder. */
async function leftOver(cluster: string): Promise<number | undefined> {
  const path = join(cluster, 'postmaster.pid')
  const text = await readFile(path, 'utf8').catch(() => '')
  const pid = Number(text.split('\n')[0])
  if (!Number.isInteger(pid) || pid <= 0) return undefined
  if (await worksIn(pid, cluster)) return pid
  // Its number may now belong to someone else, which would keep PostgreSQL from starting.
  await rm(path, { force: true })
  return undefined
}

async function worksIn(pid: number, cluster: string): Promise<boolean> {
  const folder = await realpath(cluster)
  if (process.platform === 'linux') {
    return (await readlink(`/proc/${pid}/cwd`).catch(() => '')) === folder
  }
  const listed = promisify(execFile)('ps', ['-o', 'command=', '-p', String(pid)])
  const { stdout } = await listed.catch(() => ({ stdout: '' }))
  return stdout.includes('postgres') && (stdout.includes(cluster) || stdout.includes(folder))
}
