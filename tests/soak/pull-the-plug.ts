import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startServer, verifyTrail } from './a-server.ts'
import { aMoment, type Finding } from './at-work.ts'
import { halves } from './halves.ts'
import { type People, peopleAtWork, type Writers } from './people-at-work.ts'

export type Round = {
  readonly round: number
  /** seconds until the server was ready again after being killed */
  readonly ready: number
  /** in all rounds so far, by name */
  readonly acknowledged: Readonly<Record<string, number>>
  /** forms whose answer never came, sent once more with the same key */
  readonly sentAgain: number
  readonly findings: readonly Finding[]
  readonly fits: boolean
  readonly said: string
}

type Options = {
  readonly rounds: number
  readonly writers?: Writers
  /** milliseconds of work before the plug is pulled, drawn anew each round */
  readonly between?: readonly [least: number, most: number]
  readonly told?: (round: Round) => void
}

/**
 * Works, kills server and database with SIGKILL in the middle, starts again on what is left, and looks
 * for everything that was ever acknowledged. Then the trail is verified with nothing but its key.
 */
export async function pullThePlug(options: Options): Promise<Round[]> {
  const { rounds, writers = { signals: 3, cases: 2 }, between = [1_500, 4_000], told } = options
  const folder = await mkdtemp(join(tmpdir(), 'oogmerk-soak-'))
  const people = peopleAtWork(writers, folder)
  const results: Round[] = []
  let server = await startServer(folder)
  try {
    for (let round = 1; round <= rounds; round += 1) {
      const working = people.work(server.origin)
      await amidstWork(people, working, between)
      await server.kill()
      await working
      server = await startServer(folder)
      const half = await halves(folder)
      const { sentAgain, findings } = await people.lookAgain(server.origin)
      const { fits, said } = await verifyTrail(folder)
      const result = {
        round,
        ready: server.seconds,
        acknowledged: people.acknowledged(),
        sentAgain,
        findings: [...half, ...findings],
        fits,
        said,
      }
      results.push(result)
      told?.(result)
    }
    return results
  } finally {
    await server.stop()
    await rm(folder, { recursive: true, force: true })
  }
}

/** Milliseconds in which everybody has done a little of everything, also on a slow machine. */
const patience = 5 * 60_000

/** Any moment at which everybody is at work. Work that ends before is a finding, and thrown here. */
async function amidstWork(
  people: People,
  working: Promise<void>,
  [least, most]: readonly [number, number],
): Promise<void> {
  let over = false
  working
    .catch(() => {})
    .then(() => {
      over = true
    })
  const until = performance.now() + patience
  for (let idle = people.notBegun(); idle.length > 0; idle = people.notBegun()) {
    if (over) await working
    if (over || performance.now() > until) throw new Error(`Nobody got to: ${idle.join(', ')}.`)
    await aMoment()
  }
  await new Promise((resolve) => setTimeout(resolve, least + Math.random() * (most - least)))
}
