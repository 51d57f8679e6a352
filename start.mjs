// The one door: npm start, npm test and the others come through here, on any Node from 18 on.
// Plain JavaScript without dependencies, because nothing may be installed yet.
// Speaks on stderr only: stdout belongs to the program.
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { install, newEnoughNode } from './start/install.mjs'
import { runHere, runWith } from './start/run.mjs'
import { say, sentences } from './start/sentences.mjs'
import { Trouble } from './start/trouble.mjs'

const scripts = {
  start: 'src/main.ts',
  test: 'tests/run.ts',
  check: 'start/check.mjs',
  bench: 'bench/run.ts',
  soak: 'tests/soak/run.ts',
  oogmerk: 'src/oogmerk.ts',
}

const home = fileURLToPath(new URL('.', import.meta.url))
const [command = 'start', ...more] = process.argv.slice(2)

try {
  if (!Object.hasOwn(scripts, command)) throw new Trouble(sentences.unknownCommand(command), 64)
  await install(home)
  const node = await newEnoughNode(home)
  const script = join(home, scripts[command])
  if (node === process.execPath) await runHere(script, more)
  else runWith(node, script, more)
} catch (error) {
  if (!(error instanceof Trouble)) throw error
  say(error.message)
  process.exitCode = error.status
}
