import assert from 'node:assert/strict'
import { type ChildProcess, execFileSync, spawn } from 'node:child_process'
import { once } from 'node:events'
import { chmod, mkdir, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import pg from 'pg'
import {
  type PostgresConnection,
  PostgresProblem,
  startEmbeddedPostgres,
} from './embedded-postgres.ts'

let home = ''
let folder = ''
const children: ChildProcess[] = []

before(async () => {
  home = await mkdtemp(join(tmpdir(), 'oogmerk-'))
  folder = join(home, 'database')
  const server = await startEmbeddedPostgres({ folder, fast: true })
  await ask(server.connection, 'create table promise (text text)')
  await server.stop()
})

after(async () => {
  for (const child of children) child.kill('SIGKILL')
  await rm(home, { recursive: true, force: true })
})

async function ask(connection: PostgresConnection, sql: string): Promise<unknown[]> {
  const client = new pg.Client(connection)
  await client.connect()
  try {
    return (await client.query(sql)).rows
  } finally {
    await client.end()
  }
}

/** Another program that uses the folder until it is killed. */
async function anotherProgram(): Promise<{
  pid: number
  connection: PostgresConnection
  kill(): Promise<void>
}> {
  const script = new URL('start-and-hold.fixture.ts', import.meta.url).pathname
  const child = spawn(process.execPath, [script, folder], { stdio: ['ignore', 'pipe', 'inherit'] })
  children.push(child)
  const failed = once(child, 'exit').then(() => assert.fail('the other program did not start'))
  const [line] = await Promise.race([once(child.stdout, 'data'), failed])
  failed.catch(() => {})
  const kill = async () => {
    child.kill('SIGKILL')
    await once(child, 'exit')
  }
  return { pid: child.pid ?? 0, connection: JSON.parse(String(line)), kill }
}

const serverPid = async (): Promise<number> =>
  Number((await readFile(join(folder, 'cluster', 'postmaster.pid'), 'utf8')).split('\n')[0])

const problemIn = (path: string): Promise<PostgresProblem> =>
  startEmbeddedPostgres({ folder: path, fast: true }).then(
    async (server) => {
      await server.stop()
      throw new Error('the server started')
    },
    (error) => {
      assert.ok(error instanceof PostgresProblem, String(error))
      return error
    },
  )

/** A folder with something that looks like a database. */
async function aRuin(name: string, version: string, parts: string[]): Promise<string> {
  const cluster = join(home, name, 'cluster')
  await mkdir(cluster, { recursive: true })
  await writeFile(join(cluster, 'PG_VERSION'), version)
  for (const part of parts) await mkdir(join(cluster, part))
  return join(home, name)
}

test('a second program on the same folder is refused and told which process has it', async () => {
  const first = await anotherProgram()
  const problem = await problemIn(folder)
  assert.equal(problem.code, 'already-running')
  assert.equal(problem.details.pid, first.pid)
  await ask(first.connection, 'select 1')
  await first.kill()
})

test('a folder with files of someone else is refused and left as it was', async () => {
  const path = join(home, 'photos')
  await mkdir(path)
  await writeFile(join(path, 'holiday.jpg'), '')
  assert.equal((await problemIn(path)).code, 'not-our-folder')
  assert.deepEqual(await readdir(path), ['holiday.jpg'])
})

test('a file where the folder should be is refused', async () => {
  const path = join(home, 'a-file')
  await writeFile(path, '')
  assert.equal((await problemIn(path)).code, 'not-our-folder')
})

test('a database of another version is refused with both versions', async () => {
  const path = await aRuin('older', '15\n', ['base', 'global', 'pg_wal'])
  const { code, details } = await problemIn(path)
  assert.deepEqual([code, details.found, details.needed], ['other-version', '15', '18'])
})

test('a database that misses a part is called damaged', async () => {
  const path = await aRuin('halved', '18\n', ['base', 'pg_wal'])
  const { code, details } = await problemIn(path)
  assert.deepEqual([code, details.reason], ['damaged', 'cluster/global'])
})

test('a database with an overwritten control file is called damaged', async () => {
  const control = join(folder, 'cluster', 'global', 'pg_control')
  const good = await readFile(control)
  await writeFile(control, Buffer.alloc(good.length, 7))
  const problem = await problemIn(folder)
  await writeFile(control, good)
  assert.equal(problem.code, 'damaged', problem.message)
})

test('a start that was killed halfway is cleaned up, and the lock of a dead process does not hinder', async () => {
  await mkdir(join(folder, 'new-1', 'base'), { recursive: true })
  const first = await anotherProgram()
  const lock = await readFile(join(folder, 'lock'), 'utf8')
  await first.kill()
  assert.equal(await readFile(join(folder, 'lock'), 'utf8'), lock)
  const server = await startEmbeddedPostgres({ folder, fast: true })
  await server.stop()
  const left = await readdir(folder)
  assert.deepEqual(left.sort(), ['README.txt', 'cluster', 'server.log', 'server.log.1'])
})

test('a lock whose number now belongs to another process does not hinder', async () => {
  const first = await anotherProgram()
  const lock = JSON.parse(await readFile(join(folder, 'lock'), 'utf8'))
  await first.kill()
  await writeFile(join(folder, 'lock'), JSON.stringify({ ...lock, pid: process.ppid }))
  const server = await startEmbeddedPostgres({ folder, fast: true })
  await server.stop()
})

test('what was committed is there after the program is killed', async () => {
  const first = await anotherProgram()
  await ask(first.connection, `insert into promise values ('kept by the program')`)
  await first.kill()
  const server = await startEmbeddedPostgres({ folder, fast: true })
  const rows = await ask(server.connection, `select text from promise where text like '%program'`)
  await server.stop()
  assert.deepEqual(rows, [{ text: 'kept by the program' }])
})

test('what was committed is there after the program and the database server are killed', async () => {
  const first = await anotherProgram()
  await ask(first.connection, `insert into promise values ('kept by the server')`)
  process.kill(await serverPid(), 'SIGKILL')
  await first.kill()
  const server = await startEmbeddedPostgres({ folder, fast: true })
  const rows = await ask(server.connection, `select text from promise where text like '%server'`)
  await server.stop()
  assert.deepEqual(rows, [{ text: 'kept by the server' }])
})

test('a server that stays behind without its program is stopped by the next start', async () => {
  const first = await anotherProgram()
  const leftOver = await serverPid()
  process.kill(leftOver, 'SIGSTOP') // deaf to the friendly signal of its guard
  await first.kill()
  setTimeout(() => process.kill(leftOver, 'SIGCONT'), 300)
  const server = await startEmbeddedPostgres({ folder, fast: true })
  assert.notEqual(await serverPid(), leftOver)
  await server.stop()
})

test('a backup put back with other owners and rights works again', async () => {
  const path = join(home, 'put-back')
  await mkdir(path)
  execFileSync('cp', ['-r', join(folder, 'cluster'), path]) // as root: now owned by root
  await chmod(join(path, 'cluster'), 0o755)
  const server = await startEmbeddedPostgres({ folder: path, fast: true })
  await ask(server.connection, 'select * from promise')
  await server.stop()
  const { uid, mode } = await stat(join(path, 'cluster'))
  assert.equal(mode & 0o777, 0o700)
  assert.notEqual(uid, 0)
})

test('a folder with a long name works', async () => {
  const path = join(home, 'a-very-long-name-'.repeat(8))
  const server = await startEmbeddedPostgres({ folder: path, fast: true })
  const rows = await ask(server.connection, 'select 1 as one')
  await server.stop()
  assert.deepEqual(rows, [{ one: 1 }])
})

test('a refused statement leaves nothing of what it held in the log', async () => {
  const server = await startEmbeddedPostgres({ folder, fast: true })
  await ask(server.connection, 'create table pupil (name text primary key)')
  await ask(server.connection, `insert into pupil values ('Fenna Verzonnen')`)
  await assert.rejects(ask(server.connection, `insert into pupil values ('Fenna Verzonnen')`))
  await server.stop()
  const log = await readFile(join(folder, 'server.log'), 'utf8')
  assert.match(log, /duplicate key/)
  assert.doesNotMatch(log, /Fenna/)
})

test('who waits for the end of the server hears it when the server dies by itself', async () => {
  const server = await startEmbeddedPostgres({ folder, fast: true })
  process.kill(await serverPid(), 'SIGQUIT')
  await server.ended
  await server.stop()
})
