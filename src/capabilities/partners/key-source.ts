import type { Clock, Temporal } from '#platform/clock.ts'
import { type KeySet, readKeys } from './public-keys.ts'
import type { KeyPlace } from './store-programs.ts'

/** How long a set from an address is believed, and how often it may be asked again for a new key. */
const memory = { minutes: 10 }
const again = { minutes: 1 }
/** Milliseconds that an address may take to answer. */
const patience = 5_000
/** Each is a few kilobytes. */
const mostKnown = 1_000

type Fetch = (address: string, asked: { signal: AbortSignal }) => Promise<Response>

/** An address that gave nothing is remembered too: somebody else's trouble is not asked for at every knock. */
type Known = { readonly keys: KeySet | undefined; readonly at: Temporal.Instant }

export type KeySource = {
  /** The keys of a program now; nothing when its address does not give any. `anew`: one was not among them. */
  keysOf(place: KeyPlace, anew?: boolean): Promise<KeySet | undefined>
}

/** Public keys, from our own rows or from the address where a program publishes them. */
export function keySource({ clock, reach }: { clock: Clock; reach: Fetch }): KeySource {
  const known = new Map<string, Known>()

  return {
    async keysOf(place, anew = false) {
      if ('keys' in place) return place.keys
      const before = known.get(place.keysAt)
      const now = clock()
      const until = before?.at.add(anew || !before.keys ? again : memory)
      if (before && until && until.epochMilliseconds > now.epochMilliseconds) return before.keys
      const keys = await fetchKeys(place.keysAt)
      if (known.size >= mostKnown) known.clear()
      known.set(place.keysAt, { keys, at: now })
      return keys
    },
  }

  async function fetchKeys(address: string): Promise<KeySet | undefined> {
    try {
      const answer = await reach(address, { signal: AbortSignal.timeout(patience) })
      if (answer.status !== 200) return undefined
      const read = await readKeys(await answer.text())
      return read.ok ? read.keys : undefined
    } catch {
      // Whatever went wrong over there: without keys nobody is let in.
      return undefined
    }
  }
}
