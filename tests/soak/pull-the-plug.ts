import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startServer, verifyTrail } from './a-server.ts'
import { missing, nothingYet, workUntilTheEnd } from './people-at-work.ts'

export type Round = {
  readonly round: number
  /** seconds until the server was ready again after being killed */
  readonly ready: number
  readonly signals: number
  readonly takenUp: number
  readonly drafts: number
  readonly lost: readonly string[]
  readonly fits: boolean
  readonly said: string
}

type Options = {
  readonly rounds: number
  readonly writers?: number
  /** milliseconds of work before the plug is pulled, drawn anew each round */
  readonly between?: readonly [least: number, most: number]
  readonly told?: (round: Round) => void
}

/**
 * Works, kills server and database with SIGKILL in the middle, starts again on what is left, and looks
 * for everything that was ever acknowledged. Then the trail is verified with nothing but its key.
 */
export async function pullThePlug(options: Options): Promise<Round[]> {
  const { rounds, writers = 6, between = [1_500, 4_000], told } = options
  const folder = await mkdtemp(join(tmpdir(), 'oogmerk-soak-'))
  const kept = nothingYet()
  const results: Round[] = []
  try {
    let server = await startServer(folder)
    for (let round = 1; round <= rounds; round += 1) {
      const working = workUntilTheEnd(server.origin, kept, writers)
      // A finding is thrown where it is awaited, after the plug was pulled.
      working.catch(() => {})
      const [least, most] = between
      await new Promise((resolve) => setTimeout(resolve, least + Math.random() * (most - least)))
      await server.kill()
      await working
      server = await startServer(folder)
      const lost = await missing(server.origin, kept)
      const { fits, said } = await verifyTrail(folder)
      const takenUp = [...kept.signals.values()].filter((one) => one.takenUp).length
      const { signals, drafts } = { signals: kept.signals.size, drafts: kept.drafts.size }
      const result = { round, ready: server.seconds, signals, takenUp, drafts, lost, fits, said }
      results.push(result)
      told?.(result)
    }
    await server.stop()
    return results
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}
