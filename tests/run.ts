// npm test: one PostgreSQL for all, then every test file. Arguments: files, `--only <pattern>`, or
// options of `node --test`.
import { spawn } from 'node:child_process'
import { glob } from 'node:fs/promises'
import { relative } from 'node:path'
import { PostgresProblem } from '#platform/postgres/embedded-postgres.ts'
import { sentenceFor } from '#platform/postgres/sentences.ts'
import { aServer, variable } from './database.ts'
import { groupFiles, groupsOf } from './groups.ts'

const root = new URL('..', import.meta.url).pathname
const everything = ['src/**/*.test.ts', 'tests/**/*.test.ts', 'tests/journeys/*.spec.ts']

function readArguments(given: readonly string[]): { options: string[]; files: string[] } {
  const options: string[] = []
  const files: string[] = []
  for (let at = 0; at < given.length; at += 1) {
    const word = given[at] ?? ''
    if (word === '--only') {
      at += 1
      options.push(`--test-name-pattern=${given[at] ?? ''}`)
    } else if (word.startsWith('--')) options.push(word)
    else files.push(relative(root, word))
  }
  return { options, files }
}

async function filesIn(patterns: readonly string[]): Promise<string[]> {
  const found = await Array.fromAsync(glob(patterns, { cwd: root }))
  return found.sort()
}

/** Resolves with the exit code; Ctrl-C goes to the tests first, and we close after them. */
function runTests(options: readonly string[], files: readonly string[], server: string) {
  return new Promise<number>((resolve) => {
    // Four on two cores: whoever waits for a browser or a database leaves the processor to another.
    const runner = ['--test', '--test-concurrency=4', '--test-reporter=spec', ...options]
    const child = spawn(process.execPath, [...runner, ...files], {
      cwd: root,
      stdio: ['ignore', 'inherit', 'inherit'],
      env: {
        ...process.env,
        // Pages and their checks leave much behind at once: room for it is quicker than clearing it away each time.
        NODE_OPTIONS: `${process.env.NODE_OPTIONS ?? ''} --max-semi-space-size=64`,
        [variable]: server,
      },
    })
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
      process.on(signal, () => child.kill(signal))
    }
    child.on('exit', (code) => resolve(code ?? 1))
  })
}

const { options, files } = readArguments(process.argv.slice(2))
try {
  const server = await aServer()
  try {
    const chosen = files.length > 0 ? files : await filesIn(everything)
    const groups = await groupFiles(root, groupsOf(chosen))
    try {
      process.exitCode = await runTests(options, groups.files, JSON.stringify(server.connection))
    } finally {
      await groups.remove()
    }
  } finally {
    await server.stop()
  }
} catch (error) {
  if (!(error instanceof PostgresProblem)) throw error
  process.stderr.write(`${sentenceFor(error, 'en')}\n`)
  process.exitCode = 1
}
