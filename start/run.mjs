// Hands over to the program: in this very process when its Node is new enough, else to one child.
import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import module from 'node:module'
import { constants } from 'node:os'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { sentences } from './sentences.mjs'
import { Trouble } from './trouble.mjs'

/** What Node compiled once it need not compile again: a second start is quicker, and so is every test. */
const compiled = fileURLToPath(new URL('../node_modules/.cache/compiled', import.meta.url))

/** No child, so signals, input, output and the exit code are simply those of the program. */
export async function runHere(script, more) {
  if (!existsSync(script)) throw new Trouble(sentences.notThere(script))
  process.argv = [process.execPath, script, ...more]
  stopWithNpm()
  process.env.NODE_COMPILE_CACHE ??= compiled
  module.enableCompileCache(process.env.NODE_COMPILE_CACHE)
  await import(pathToFileURL(script).href)
}

const signals = ['SIGINT', 'SIGTERM', 'SIGHUP']

/**
 * The child has a session of its own: Ctrl-C reaches this process, and is passed on once, also when npm
 * sends it a second time. If this process is killed, the closed channel tells the child (see follow.mjs).
 */
export function runWith(node, script, more) {
  if (!existsSync(script)) throw new Trouble(sentences.notThere(script))
  const follow = fileURLToPath(new URL('follow.mjs', import.meta.url))
  const child = spawn(
    node,
    [...process.execArgv, '--import', pathToFileURL(follow).href, script, ...more],
    {
      stdio: ['inherit', 'inherit', 'inherit', 'ipc'],
      detached: process.platform !== 'win32',
      env: {
        NODE_COMPILE_CACHE: compiled,
        ...process.env,
        OOGMERK_FOLLOWS: String(process.pid),
      },
    },
  )
  for (const signal of signals) {
    let last = Number.NEGATIVE_INFINITY
    process.on(signal, () => {
      if (performance.now() - last < 1000) return
      last = performance.now()
      child.kill(signal)
    })
  }
  stopWithNpm()
  child.on('error', (error) => {
    throw error
  })
  child.on('exit', (code, signal) => {
    process.exit(code ?? 128 + (constants.signals[signal] ?? 0))
  })
}

/** Stopping npm with SIGTERM ends the shell between npm and us, and nobody passes the signal on. */
function stopWithNpm() {
  if (!process.env.npm_lifecycle_event) return
  const parent = process.ppid
  const timer = setInterval(() => {
    if (process.ppid === parent) return
    clearInterval(timer)
    process.kill(process.pid, 'SIGTERM')
  }, 500)
  timer.unref()
}
