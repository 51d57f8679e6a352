import { systemClock } from '#platform/clock.ts'
import { type Config, originProblem, readConfig } from '#platform/config.ts'
import { consoleSentences } from '#platform/console-sentences.ts'
import { openPool } from '#platform/database.ts'
import { keysThatFit } from '#platform/keys-that-fit.ts'
import { type Listening, listen } from '#platform/listen.ts'
import { openLog } from '#platform/log.ts'
import { migrate } from '#platform/migrate.ts'
import { openDatabase } from '#platform/open-database.ts'
import { sentenceForStep } from '#platform/postgres/sentences.ts'
import { progressTeller } from '#platform/progress.ts'
import { whyNot } from '#platform/why-not.ts'
import { openApp } from './app.ts'

const started = performance.now()
const say = (text: string): void => {
  process.stderr.write(text)
}

/** Connections to the database: more than this only makes two cores wait for each other. */
const connections = 12

/** What is open, to be closed in reverse. */
const opened: (() => Promise<void>)[] = []
let stopping: Promise<void> | undefined

async function start(config: Config): Promise<void> {
  const words = consoleSentences(config.language)
  const wrong = originProblem(config)
  if (wrong) throw new Error(words.originProblem[wrong])
  const progress = progressTeller(say, process.stderr.isTTY === true)
  const database = await openDatabase(config, (step) =>
    progress.step(sentenceForStep(step, config.language)),
  )
  opened.push(() => database.close())
  progress.step(words.migrating)
  await migrate({ connection: database.connection })
  const pool = openPool(database.connection, connections)
  opened.push(() => pool.end())
  const keys = await keysThatFit(config, pool, { make: true })
  const log = openLog(config.logLevel)
  const app = openApp({ config, pool, keys, clock: systemClock, log })
  opened.push(() => app.close())
  if (config.demo) {
    progress.step(words.loadingDemo)
    await app.loadDemoRegion()
  }
  if (stopping) return
  progress.done()
  const server = await listen({ app: app.routes, port: config.port, host: config.host })
  opened.push(() => server.close())
  opened.push(async () => app.endStreams())
  void database.ended.then(() => stopping ?? fail(words.databaseEnded))
  announce(config, server)
}

function announce(config: Config, { port }: Listening): void {
  const words = consoleSentences(config.language)
  const host = config.host === '0.0.0.0' || config.host === '127.0.0.1' ? 'localhost' : config.host
  const address = config.origin ?? `http://${host}:${port}`
  const seconds = ((performance.now() - started) / 1000).toFixed(1)
  const lines = [
    words.ready(address, seconds),
    config.demo ? words.signInDemo(address) : words.signIn(address),
    words.stopHint,
    ...(config.demo || config.origin ? [] : [words.onlyHere]),
    ...(config.portNotRead ? [words.portNotRead(config.portNotRead)] : []),
  ]
  process.stdout.write(`${lines.join('\n')}\n`)
}

async function stop(): Promise<void> {
  for (const close of opened.splice(0).reverse()) await close().catch(() => {})
}

function fail(sentence: string): void {
  say(`${sentence}\n`)
  process.exitCode = 1
  stopping ??= stop().then(() => process.exit())
}

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
  process.on(signal, () => {
    stopping ??= stop().then(() => process.exit())
  })
}

let config: Config | undefined
try {
  config = readConfig()
  await start(config)
} catch (error) {
  // Whoever stops it while it starts takes things away from under it: that is no failure.
  if (!stopping) fail(config ? whyNot(error, config) : (error as Error).message)
}
