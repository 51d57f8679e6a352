// Format and lint, types, then all tests. Runs with the Node that runs the program.
import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { runHere } from './run.mjs'

const home = fileURLToPath(new URL('..', import.meta.url))
const steps = [
  ['node_modules/@biomejs/biome/bin/biome', 'check'],
  ['node_modules/typescript/bin/tsc', '--noEmit'],
]

let failed = false
for (const step of steps) {
  const { status } = spawnSync(process.execPath, step, { cwd: home, stdio: 'inherit' })
  if (status !== 0) failed = true
}
if (failed) process.exit(1)
await runHere(fileURLToPath(new URL('../tests/run.ts', import.meta.url)), process.argv.slice(2))
