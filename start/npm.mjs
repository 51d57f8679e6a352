// Runs `npm ci` with a line of progress, and turns its failures into sentences.
import { spawn } from 'node:child_process'
import { say, sentences } from './sentences.mjs'
import { Trouble } from './trouble.mjs'

// Never an install script, whatever the settings of this machine; and the parts for development too,
// because the tests come along.
const options = ['ci', '--ignore-scripts', '--include=dev', '--include=optional']
const quiet = ['--no-audit', '--no-fund', '--no-progress', '--loglevel=error']

export async function npmInstall(folder, title) {
  const stop = showProgress(title)
  const { status, said } = await run(folder)
  stop()
  if (status === 0) return
  if (status === 'ENOENT') throw new Trouble(sentences.noNpm)
  throw new Trouble(sentenceFor(said, folder))
}

function sentenceFor(said, folder) {
  if (/ENOSPC/.test(said)) return sentences.noRoom
  if (/EACCES|EPERM|EROFS/.test(said)) return sentences.noRights(folder)
  if (
    /ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ETIMEDOUT|EHOSTUNREACH|ENETUNREACH|ERR_SOCKET_TIMEOUT/.test(
      said,
    )
  ) {
    return sentences.noNetwork
  }
  return sentences.failed(said.trim().split('\n').slice(-20).join('\n'))
}

/** Inside `npm start` npm tells where it is; otherwise it must be on the path. */
function npmCommand() {
  const script = process.env.npm_execpath
  if (script && /npm-cli\.c?js$/.test(script)) return [process.execPath, [script], false]
  return process.platform === 'win32' ? ['npm.cmd', [], true] : ['npm', [], false]
}

function run(folder) {
  const [command, first, shell] = npmCommand()
  return new Promise((resolve) => {
    const child = spawn(command, [...first, ...options, ...quiet], {
      cwd: folder,
      shell,
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    let said = ''
    child.stdout.on('data', (text) => (said += text))
    child.stderr.on('data', (text) => (said += text))
    child.on('error', (error) => resolve({ status: error.code, said: error.message }))
    child.on('close', (code, signal) => resolve({ status: signal ?? code, said }))
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
      process.once(signal, () => {
        child.kill(signal)
        process.exit(1)
      })
    }
  })
}

/** On a terminal the seconds count on one line; elsewhere a line now and then. */
function showProgress(title) {
  const { isTTY } = process.stderr
  let seconds = 0
  say(`${title} …`)
  const timer = setInterval(() => {
    seconds += 1
    if (isTTY) process.stderr.write(`\r  ${sentences.seconds(seconds)} `)
    else if (seconds % 10 === 0) say(`  ${sentences.seconds(seconds)}`)
  }, 1000)
  return () => {
    clearInterval(timer)
    if (isTTY && seconds > 0) process.stderr.write('\r        \r')
  }
}
