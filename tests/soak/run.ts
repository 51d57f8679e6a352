// npm run soak: the long version of what the tests show briefly. `--rounds N` how often the plug is
// pulled (10), `--interleavings N` in how many orders deliveries go between two databases (300), `--requests N`
// how many generated requests (20,000), `--papers N` how many damaged or hostile papers are read (20,000), `--readings N`
// in how many orders a ministry reads along with the House (300), `--worlds N` in how many worlds everybody asks for
// everything (25), `--figures N` how many series of national figures are attacked (150), `--seed N` to repeat a run.
import { parseArgs } from 'node:util'
import { attackEditions } from '#capabilities/figures/a-series-of-editions.ts'
import { readHostileFiles } from '#capabilities/papers/a-hostile-file.ts'
import { readInAnyOrder } from '#capabilities/parliament-feed/an-order-of-reading.ts'
import { aNetOfDisclosures, interleave } from '#capabilities/partners/an-interleaving.ts'
import { aHouse } from '#tests/a-house.ts'
import { anApp } from '#tests/an-app.ts'
import { attack } from '../promises/bad-requests.ts'
import { tryWorlds } from '../promises/questions-between.ts'
import { pullThePlug, type Round } from './pull-the-plug.ts'

const { values } = parseArgs({
  options: {
    rounds: { type: 'string', default: '10' },
    interleavings: { type: 'string', default: '300' },
    requests: { type: 'string', default: '20000' },
    papers: { type: 'string', default: '20000' },
    readings: { type: 'string', default: '300' },
    worlds: { type: 'string', default: '25' },
    figures: { type: 'string', default: '150' },
    seed: { type: 'string', default: String(Math.floor(Math.random() * 2 ** 31)) },
  },
})
const say = (line: string) => process.stdout.write(`${line}\n`)
const numbers = {
  rounds: Number(values.rounds),
  interleavings: Number(values.interleavings),
  requests: Number(values.requests),
  papers: Number(values.papers),
  readings: Number(values.readings),
  worlds: Number(values.worlds),
  figures: Number(values.figures),
}
const seed = Number(values.seed)

const kinds = ['lost', 'doubled', 'half', 'early'] as const

function told({ round, ready, acknowledged, sentAgain, findings, fits }: Round): void {
  const trail = fits ? 'trail fits' : 'TRAIL DOES NOT FIT'
  const count = (kind: (typeof kinds)[number]) => findings.filter((one) => one.kind === kind).length
  say(
    `round ${round}: ready again in ${ready.toFixed(1)} s, ${sentAgain} forms sent again; ${trail}`,
  )
  const counts = Object.entries(acknowledged).map(([name, count]) => `${count} ${name}`)
  say(`  acknowledged so far: ${counts.join(', ')}`)
  say(`  ${kinds.map((kind) => `${kind} ${count(kind)}`).join(', ')}`)
  for (const { kind, what } of findings.slice(0, 20)) say(`    ${kind}: ${what}`)
}

if (numbers.rounds > 0) {
  say(`Pulling the plug ${numbers.rounds} times.`)
  const rounds = await pullThePlug({ rounds: numbers.rounds, told })
  if (rounds.some(({ findings, fits }) => findings.length > 0 || !fits)) process.exitCode = 1
}
if (numbers.interleavings > 0) {
  say(`Delivering between two databases in ${numbers.interleavings} orders (seed ${seed}).`)
  const net = await aNetOfDisclosures()
  try {
    const reached = await interleave(net, { runs: numbers.interleavings, seed })
    say(`All agreed. What happened: ${[...reached].toSorted().join(', ')}.`)
  } catch (error) {
    say((error as Error).message)
    process.exitCode = 1
  } finally {
    await net.close()
  }
}
if (numbers.requests > 0) {
  say(`Sending ${numbers.requests} generated requests (seed ${seed}).`)
  const app = await anApp({ demoRegion: true })
  try {
    const faults = await attack(app, { runs: numbers.requests, seed })
    for (const fault of faults) say(fault)
    say(`${faults.length} faults.`)
    if (faults.length > 0) process.exitCode = 1
  } finally {
    await app.close()
  }
}
if (numbers.papers > 0) {
  say(`Reading ${numbers.papers} damaged or hostile papers (seed ${seed}).`)
  try {
    const { read, refused, slowest } = readHostileFiles({ runs: numbers.papers, seed })
    const reasons = Object.entries(refused).map(([why, count]) => `${why} ${count}`)
    say(`${read} read, refused: ${reasons.join(', ')}.`)
    say(`The slowest took ${slowest.milliseconds.toFixed(0)} ms for ${slowest.bytes} bytes.`)
  } catch (error) {
    say((error as Error).message)
    process.exitCode = 1
  }
}
if (numbers.readings > 0) {
  say(`Reading along with the House in ${numbers.readings} orders (seed ${seed}).`)
  const house = await aHouse()
  try {
    await readInAnyOrder(house, { runs: numbers.readings, seed })
    say('Each ended with the rows of the House.')
  } catch (error) {
    say((error as Error).message)
    process.exitCode = 1
  } finally {
    await house.close()
  }
}
if (numbers.worlds > 0) {
  say(`Asking for everything in ${numbers.worlds} worlds (seed ${seed}).`)
  try {
    await tryWorlds({ worlds: numbers.worlds, seed }, say)
  } catch (error) {
    say((error as Error).message)
    process.exitCode = 1
  }
}
if (numbers.figures > 0) {
  say(`Attacking ${numbers.figures} series of national figures (seed ${seed}).`)
  try {
    const later = await attackEditions({ runs: numbers.figures, seed })
    say(`Nothing came out; ${later} later editions were told.`)
  } catch (error) {
    say((error as Error).message)
    process.exitCode = 1
  }
}
