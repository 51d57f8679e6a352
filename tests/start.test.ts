import assert from 'node:assert/strict'
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { setTimeout as wait } from 'node:timers/promises'

const root = new URL('..', import.meta.url).pathname
let folder = ''

before(async () => {
  folder = await mkdtemp(join(tmpdir(), 'oogmerk-start-'))
})

after(() => rm(folder, { recursive: true, force: true }))

/** The launcher as an older Node would act: the program in a child of its own. */
async function launch(name: string, program: string, ...more: string[]): Promise<ChildProcess> {
  const script = join(folder, `${name}.mjs`)
  await writeFile(script, program)
  const launcher = join(folder, `${name}-launcher.mjs`)
  const call = `runWith(process.execPath, ${JSON.stringify(script)}, ${JSON.stringify(more)})`
  await writeFile(launcher, `import { runWith } from '${root}start/run.mjs'\n${call}\n`)
  return spawn(process.execPath, [launcher], { stdio: ['ignore', 'pipe', 'inherit'] })
}

/** Everything the program and its launcher write, until the last of them is gone. */
async function allOutput(child: ChildProcess): Promise<string> {
  let text = ''
  child.stdout?.on('data', (more) => (text += more))
  if (child.stdout) await once(child.stdout, 'close')
  return text
}

const waiting = `
const stay = setInterval(() => {}, 1000)
let count = 0
process.on('SIGINT', () => {
  count += 1
  setTimeout(() => { console.log('SIGINT', count); clearInterval(stay) }, 300)
})
process.on('SIGTERM', () => { console.log('SIGTERM'); clearInterval(stay) })
console.log('here')
`

test('a command that does not exist is refused on stderr, with nothing on stdout', async () => {
  const child = spawn(process.execPath, [join(root, 'start.mjs'), 'fly'], { stdio: 'pipe' })
  let complaint = ''
  child.stderr.on('data', (text) => (complaint += text))
  const output = allOutput(child)
  const [status] = await once(child, 'close')
  assert.equal(status, 64)
  assert.match(complaint, /fly.*start, test, check, bench, soak, oogmerk/)
  assert.equal(await output, '')
})

test('arguments, output and exit code are those of the program', async () => {
  const program = `console.log(process.argv.slice(2).join()); process.exitCode = 7`
  const child = await launch('code', program, '--a', 'b')
  const output = allOutput(child)
  const [status] = await once(child, 'exit')
  assert.deepEqual([status, await output], [7, '--a,b\n'])
})

test('a signal that comes twice at once, as npm sends it, reaches the program once', async () => {
  const child = await launch('twice', waiting)
  const output = allOutput(child)
  await once(child.stdout ?? child, 'data')
  child.kill('SIGINT')
  await wait(50)
  child.kill('SIGINT')
  assert.equal(await output, 'here\nSIGINT 1\n')
})

test('the program stops when its launcher is killed', async () => {
  const child = await launch('orphan', waiting)
  const output = allOutput(child)
  await once(child.stdout ?? child, 'data')
  child.kill('SIGKILL')
  assert.equal(await output, 'here\nSIGTERM\n')
})
