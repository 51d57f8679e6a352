import { type ChildProcess, spawn } from 'node:child_process'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'

const root = new URL('../..', import.meta.url).pathname

/** A real server on a real folder, as an operator starts it, and the hand that cuts its power. */
export type Server = {
  readonly origin: string
  /** seconds from the start to "ready" */
  readonly seconds: number
  /** SIGKILL for the program and its whole database at once: nothing gets to say goodbye. */
  kill(): Promise<void>
  stop(): Promise<void>
}

export const environment = (folder: string): NodeJS.ProcessEnv => ({
  PATH: process.env.PATH,
  NODE_COMPILE_CACHE: process.env.NODE_COMPILE_CACHE,
  OOGMERK_DATA: folder,
  OOGMERK_PORT: '0',
  OOGMERK_PROXIES: '1',
  OOGMERK_LOG: 'error',
})

export async function startServer(folder: string): Promise<Server> {
  const started = performance.now()
  const child = spawn(process.execPath, ['src/main.ts'], {
    cwd: root,
    env: environment(folder),
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let said = ''
  child.stderr.on('data', (data) => {
    said += data
  })
  const origin = await new Promise<string>((resolve, reject) => {
    let heard = ''
    child.stdout.on('data', (data) => {
      heard += data
      const address = /http:\/\/localhost:\d+/.exec(heard)?.[0]
      if (address) resolve(address)
    })
    child.once('exit', (code, by) =>
      reject(new Error(`The server ended with ${code ?? by}:\n${said}`)),
    )
  })
  const seconds = (performance.now() - started) / 1000
  return {
    origin,
    seconds,
    async kill() {
      if (child.exitCode !== null || child.signalCode !== null) {
        throw new Error(
          `The server ended by itself (${child.exitCode ?? child.signalCode}):\n${said}`,
        )
      }
      const database = await databaseProcesses(folder)
      for (const process_id of [child.pid ?? 0, ...database]) signal(process_id)
      await ended(child)
    },
    async stop() {
      child.kill('SIGTERM')
      await ended(child)
    },
  }
}

/** The postmaster and everything it started, by their numbers. */
async function databaseProcesses(folder: string): Promise<number[]> {
  const file = await readFile(join(folder, 'postgres', 'cluster', 'postmaster.pid'), 'utf8')
  const postmaster = Number(file.split('\n')[0])
  const children = await readFile(`/proc/${postmaster}/task/${postmaster}/children`, 'utf8').catch(
    () => '',
  )
  return [postmaster, ...children.trim().split(/\s+/).filter(Boolean).map(Number)]
}

function signal(processId: number): void {
  try {
    if (processId > 1) process.kill(processId, 'SIGKILL')
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error
  }
}

const ended = (child: ChildProcess): Promise<void> =>
  child.exitCode !== null || child.signalCode !== null
    ? Promise.resolve()
    : new Promise((resolve) => child.once('exit', () => resolve()))

/** `oogmerk verify-trail` as an outsider runs it: what it said, and whether all fits. */
export function verifyTrail(folder: string): Promise<{ fits: boolean; said: string }> {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, ['src/oogmerk.ts', 'verify-trail'], {
      cwd: root,
      env: environment(folder),
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    let said = ''
    for (const stream of [child.stdout, child.stderr]) {
      stream.on('data', (data) => {
        said += data
      })
    }
    child.once('exit', (code) => resolve({ fits: code === 0, said }))
  })
}
