import fc from 'fast-check'
import { openUpTo, secretUpTo } from '#platform/safe-count.ts'
import { workOut } from './an-attack.ts'
import type { Edition } from './edition.ts'
import type { Protect } from './in-protect-thread.ts'
import { laySideBySide, partOf } from './lay-side-by-side.ts'
import { openSolver } from './linear-program.ts'
import { protectTable } from './protect-table.ts'
import type { ToldCell } from './table.ts'

type Org = { readonly id: string; readonly cells: Readonly<Record<string, number>> }

/** Everything that was published of one period, and what it was the sum of. */
export type Series = {
  readonly published: readonly ToldCell[]
  readonly counts: ReadonlyMap<string, number>
  /** what each organisation gave to every part, and knows of itself */
  readonly own: readonly ReadonlyMap<string, number>[]
  readonly editions: number
}

/**
 * For tests: every edition that is told of these organisations, as they came in (or came again) one wave after the other. `naive`: as a
 * program would that protects each edition by itself.
 */
export async function editionsOf(
  protect: Protect,
  codes: readonly string[],
  waves: readonly (readonly Org[])[],
  naive: boolean,
): Promise<Series> {
  const earlier: Pick<Edition, 'edition' | 'cells'>[] = []
  let members: readonly { from: string; cells: Org['cells']; editions: readonly number[] }[] = []
  let published: readonly ToldCell[] = []
  let counts: ReadonlyMap<string, number> = new Map()
  let waiting: readonly Org[] = []
  for (const wave of waves) {
    waiting = [...waiting, ...wave]
    const next = earlier.length + 1
    const all = [...members, ...waiting.map(({ id, cells }) => ({ from: id, cells, editions: [] }))]
    // Whoever came in again corrected what they said before.
    const contributions = all
      .map((one, nth) => {
        const isLast = !all.slice(nth + 1).some(({ from }) => from === one.from)
        return { ...one, editions: isLast ? [...one.editions, next] : one.editions }
      })
      .filter(({ editions }) => editions.length > 0)
    const sides = { codes, addsUp: true, contributions, next }
    const asked = laySideBySide({ ...sides, earlier })
    const alone = await protect({ ...asked, before: [] })
    const safe = naive ? alone : await protect(asked)
    if (safe.some((cell, nth) => cell.told !== alone[nth]?.told)) continue
    members = contributions
    waiting = []
    earlier.push({
      edition: next,
      cells: safe.map(({ key, told: number }) => ({
        ...{ code: key, title: { nl: key, en: key }, told: number },
      })),
    })
    const told = laySideBySide({ ...sides, earlier })
    published = told.before
    counts = told.counts
  }
  const own = [...Map.groupBy(members, ({ from }) => from).values()].map(
    (given) =>
      new Map(
        given.flatMap(({ cells, editions }) =>
          codes.map((code) => [partOf(code, editions), cells[code] ?? 0] as const),
        ),
      ),
  )
  return { published, counts, own, editions: earlier.length }
}

/** The small parts (a cell of whoever came in together) of which somebody knows more than that they are small. */
export function foundIn({ counts, published }: Series): readonly string[] {
  const parts = [...counts.keys()]
  return parts
    .filter((part) => (counts.get(part) ?? 0) <= secretUpTo)
    .filter((part) => {
      const { least, most } = workOut(parts, published, [part])
      return least > 0 || most < openUpTo
    })
}

/** The small parts of all others together, of which an organisation knows more than that when it subtracts its own. */
export function foundByMembers({ counts, published, own }: Series): readonly string[] {
  const parts = [...counts.keys()]
  return own.flatMap((known) =>
    parts
      .filter((part) => (counts.get(part) ?? 0) - (known.get(part) ?? 0) <= secretUpTo)
      .flatMap((part) => {
        const { least, most } = workOut(parts, published, [part], known)
        return least > 0 || most < openUpTo ? [`${part}: ${least} to ${most}`] : []
      }),
  )
}

/** Editions of chance, attacked; throws with the first from which something comes out. For the long version. */
export async function attackEditions({ runs, seed }: { runs: number; seed: number }) {
  const solver = await openSolver()
  const here: Protect = async (asked) => protectTable(solver, asked)
  const codes = ['a', 'b', 'c', 'd']
  const number = fc.oneof(fc.constant(0), fc.nat({ max: 4 }), fc.nat({ max: 30 }))
  const org = fc.tuple(number, number, number, number)
  const waves = fc.array(fc.array(org, { minLength: 5, maxLength: 7 }), {
    minLength: 2,
    maxLength: 4,
  })
  let later = 0
  await fc.assert(
    fc.asyncProperty(waves, async (all) => {
      const named = all.map((wave, at) =>
        wave.map((values, nth) => ({
          // About every third one corrects what it said in the wave before.
          id: at > 0 && (values[0] ?? 0) % 3 === 0 ? `${at - 1}-${nth}` : `${at}-${nth}`,
          cells: Object.fromEntries(codes.map((code, place) => [code, values[place] ?? 0])),
        })),
      )
      const series = await editionsOf(here, codes, named, false)
      later += series.editions - 1
      const found = [...foundIn(series), ...foundByMembers(series)]
      if (found.length > 0)
        throw new Error(`${found.join(', ')} come out of ${series.editions} editions`)
    }),
    { numRuns: runs, seed },
  )
  return later
}
