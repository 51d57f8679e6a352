import { type ChildProcess, spawn } from 'node:child_process'
import { openSync, readFileSync, rmSync } from 'node:fs'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { writeTrailEntries } from '#capabilities/trail/index.ts'
import { systemClock } from '#platform/clock.ts'
import { readConfig } from '#platform/config.ts'
import type { Pool } from '#platform/database.ts'
import { type Keyring, openKeyring } from '#platform/keyring.ts'
import { loadKeys } from '#platform/keys-on-disk.ts'
import { database, user } from '#platform/postgres/cluster.ts'
import { type InTransaction, workMaker } from '#platform/work.ts'
import { openSender, type Sender } from './load.ts'
import { whisper } from './report.ts'

/** The real program with its own PostgreSQL, and the same spine in this process to prepare work. */
export type Program = {
  readonly pid: number
  readonly postmaster: number
  readonly port: number
  readonly databaseVersion: string
  /** straight to the database, as its owner */
  readonly pool: Pool
  readonly keyring: Keyring
  readonly inTransaction: InTransaction
  readonly sender: Sender
  /** lines of the program's log that tell of a defect */
  defects(): Promise<string[]>
  stop(): Promise<void>
}

const patience = 120_000
const root = new URL('..', import.meta.url).pathname

/** What `npm start` gives to Node: limits of memory that decide how large and how fast it is. */
function optionsOfStart(): string[] {
  const { scripts } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'))
  return String(scripts.start)
    .split(' ')
    .filter((word) => word.startsWith('--'))
}

/**
 * Starts src/main.ts as an operator does: durable settings, log level info, no demo region, the options
 * of `npm start`, a fresh data folder that disappears with it.
 */
export async function startProgram(options: readonly string[] = []): Promise<Program> {
  const folder = await mkdtemp(join(tmpdir(), 'oogmerk-bench-'))
  const logPath = join(folder, 'log')
  const log = openSync(logPath, 'a')
  const data = join(folder, 'data')
  const environment = { OOGMERK_DATA: data, OOGMERK_PORT: '0', OOGMERK_DEMO: 'off', LANG: 'en' }
  const child = spawn(
    process.execPath,
    [...optionsOfStart(), ...options, join(root, 'src/main.ts')],
    {
      cwd: root,
      env: { PATH: process.env.PATH, NODE_OPTIONS: process.env.NODE_OPTIONS, ...environment },
      stdio: ['ignore', 'pipe', log],
    },
  )
  const forget = () => {
    child.kill('SIGKILL')
    rmSync(folder, { recursive: true, force: true })
  }
  process.once('exit', forget)
  const end = async () => {
    await ended(child)
    process.off('exit', forget)
    await rm(folder, { recursive: true, force: true })
  }
  const port = await portOf(child).catch(async (error: Error) => {
    const said = await readFile(logPath, 'utf8')
    await end()
    throw new Error(`${error.message}\n${said.slice(-2000)}`)
  })

  const cluster = join(data, 'postgres', 'cluster')
  // The driver and way of asking are the product's; its limit on time is not: loading takes longer.
  const pool = new pg.Pool({ host: cluster, port: 5432, user, database, max: 32, pipeline: true })
  pool.on('error', () => {})
  const keys = await loadKeys(readConfig({ OOGMERK_DATA: data }))
  const keyring = openKeyring(keys.keyEncryptionKey)
  const sender = openSender(port, 64)
  const version = await pool.query<{ server_version: string }>('show server_version')
  return {
    pid: child.pid ?? 0,
    postmaster: Number((await readFile(join(cluster, 'postmaster.pid'), 'utf8')).split('\n')[0]),
    port,
    databaseVersion: version.rows[0]?.server_version ?? '',
    pool,
    keyring,
    inTransaction: workMaker({ pool, clock: systemClock, writeTrail: writeTrailEntries }),
    sender,
    async defects() {
      const lines = (await readFile(logPath, 'utf8')).split('\n')
      return lines.filter((line) => /"level":[56]0/.test(line))
    },
    async stop() {
      sender.close()
      await pool.end()
      await end()
    },
  }
}

/** Runs a bench against a program of its own; a defect that the program reported fails the run. */
export async function withProgram<T>(bench: (program: Program) => Promise<T>): Promise<T> {
  const program = await startProgram()
  try {
    const found = await bench(program)
    const [defect] = await program.defects()
    if (defect) throw new Error('The program reported a defect.')
    return found
  } catch (error) {
    for (const line of (await program.defects()).slice(0, 3)) whisper(line)
    throw error
  } finally {
    await program.stop()
  }
}

/** The port stands in the sentence with which the program says that it is ready. */
function portOf(child: ChildProcess): Promise<number> {
  return new Promise((resolve, reject) => {
    let said = ''
    const slow = setTimeout(() => reject(new Error('The program did not start.')), patience)
    child.stdout?.on('data', (text) => {
      said += text
      const port = /localhost:(\d+)/.exec(said)?.[1]
      if (!port) return
      clearTimeout(slow)
      resolve(Number(port))
    })
    child.once('exit', () => {
      clearTimeout(slow)
      reject(new Error('The program stopped before it was ready.'))
    })
  })
}

async function ended(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return
  const gone = new Promise((resolve) => child.once('exit', resolve))
  child.kill('SIGTERM')
  const impatient = setTimeout(() => child.kill('SIGKILL'), 20_000)
  await gone
  clearTimeout(impatient)
}

/** Waits until the sealer has placed every entry, so that one measurement does not pay for another. */
export async function untilSealed({ pool }: Program, seconds = 60): Promise<number> {
  const started = performance.now()
  for (;;) {
    const { rows } = await pool.query('select 1 from trail_unsealed limit 1')
    const waited = (performance.now() - started) / 1000
    if (rows.length === 0 || waited > seconds) return waited
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
}
