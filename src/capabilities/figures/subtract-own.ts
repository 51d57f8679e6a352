/** What an organisation could work out of all others by subtracting what it knows of itself. Pure. */
import { openUpTo, secretUpTo } from '#platform/safe-count.ts'
import type { Group } from './attack.ts'
import type { Part } from './table.ts'

/** What one organisation gave, by part; more than one of these when it corrected itself. */
type Given = {
  readonly from: string
  readonly parts: readonly (readonly [part: Part, count: number])[]
}

type Counts = ReadonlyMap<Part, number>

/**
 * Where all others together are a small number, everything from nothing to five stays possible of theirs, as of any small
 * number, also for an organisation that subtracts its own. Of all other parts it is taken to know the largest that anybody
 * gave: what is open then is open for each of them, and nobody has to be tried apart.
 */
export function restsBeside(
  given: readonly Given[],
  counts: Counts,
  together: readonly (readonly Part[])[],
): readonly Group[] {
  const owns = [...Map.groupBy(given, ({ from }) => from).values()].map(
    (some): Counts => new Map(some.flatMap(({ parts }) => parts)),
  )
  const largest = new Map(
    [...counts.keys()].map((part) => [part, Math.max(...owns.map((own) => own.get(part) ?? 0))]),
  )
  return together.flatMap((of) => {
    const total = sumIn(counts, of)
    const near = owns.filter((own) => total - sumIn(own, of) <= secretUpTo)
    // Those who gave the same of it are one.
    const once = new Map(near.map((own) => [of.map((part) => own.get(part) ?? 0).join(), own]))
    return [...once.values()].map((own) => {
      const least = sumIn(own, of)
      const known = new Map([...largest, ...of.map((part) => [part, own.get(part) ?? 0] as const)])
      return { of, least, most: least + openUpTo, own: known }
    })
  })
}

const sumIn = (counts: Counts, of: readonly Part[]): number =>
  of.reduce((sum, part) => sum + (counts.get(part) ?? 0), 0)
