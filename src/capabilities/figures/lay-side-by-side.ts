/** A national table beside every earlier one of the same period, as disclosure control asks for it. Pure. */

import { openUpTo, secretUpTo } from '#platform/safe-count.ts'
import type { Group } from './attack.ts'
import { dominated } from './dominance.ts'
import { type Edition, leastOrganisations, whole } from './edition.ts'
import type { Asked } from './protect-table.ts'
import { sameParts } from './small-groups.ts'
import { restsBeside } from './subtract-own.ts'
import type { Cell, Part, ToldCell } from './table.ts'

/** One count of one organisation, and the editions that it is in; the one that is to be made counts as one. */
export type Contribution = {
  readonly from: string
  readonly cells: Readonly<Record<string, number>>
  /** the first first */
  readonly editions: readonly number[]
}

type Sides = {
  readonly codes: readonly string[]
  readonly addsUp: boolean
  readonly contributions: readonly Contribution[]
  readonly earlier: readonly Pick<Edition, 'edition' | 'cells'>[]
  /** the number of the edition that is to be made */
  readonly next: number
}

/**
 * No two editions tell apart what was in the same ones. So the parts are a cell of all counts that are in the same
 * editions, and each edition is a sum of those: earlier ones are restated in the parts of now (decision 219). Counts
 * that were corrected are in the earlier editions with one number and in the next with another: two parts.
 */
export function laySideBySide({ codes, addsUp, contributions, earlier, next }: Sides): Asked {
  const groups = [...Map.groupBy(contributions, ({ editions }) => editions.join('+')).values()].map(
    (members) => ({ members, editions: members[0]?.editions ?? [] }),
  )
  const of = (some: readonly string[], edition: number) =>
    groups
      .filter(({ editions }) => editions.includes(edition))
      .flatMap(({ editions }) => some.map((code) => partOf(code, editions)))
  const keys = addsUp && codes.length > 1 ? [...codes, whole] : codes
  const codesUnder = (key: string) => (key === whole && !codes.includes(whole) ? codes : [key])
  const cellOf = (key: string, edition: number): Cell => ({ key, of: of(codesUnder(key), edition) })
  const before: readonly ToldCell[] = earlier.flatMap(({ edition, cells }) =>
    cells.map(({ code, told }) => ({
      ...cellOf(code, edition),
      key: `${edition}:${code}`,
      told,
    })),
  )
  const counts = new Map(
    groups.flatMap(({ editions, members }) =>
      codes.map((code) => [partOf(code, editions), sumOf(members, [code])] as const),
    ),
  )
  const inNext = contributions.filter(({ editions }) => editions.includes(next))
  const told = keys.flatMap((key): readonly Together[] => {
    const under = codesUnder(key)
    return [
      { of: cellOf(key, next).of, members: inNext, codes: under },
      ...groups.map(({ editions, members }) => ({
        ...{ members, codes: under },
        of: under.map((code) => partOf(code, editions)),
      })),
    ]
  })
  const once = [...new Map(told.map((one) => [sameParts(one.of), one])).values()]
  const sensitive = [
    ...once.flatMap(sensitiveIn),
    ...restsBeside(
      contributions.map(givenBy),
      counts,
      once.map(({ of }) => of),
    ),
  ]
  return {
    table: {
      cells: keys.map((key) => cellOf(key, next)),
      lines: keys.length > codes.length ? [{ whole, parts: codes }] : [],
    },
    ...{ counts, before, sensitive },
  }
}

/** A cell of all counts that are in exactly these editions. */
export const partOf = (code: string, editions: readonly number[]): Part =>
  `${code}|${editions.join('+')}`

const givenBy = ({ from, cells, editions }: Contribution) => ({
  from,
  parts: Object.entries(cells).map(([code, count]) => [partOf(code, editions), count] as const),
})

const sumOf = (members: readonly Contribution[], codes: readonly string[]): number =>
  members.reduce((sum, member) => sum + countIn(member, codes), 0)

const countIn = ({ cells }: Contribution, codes: readonly string[]): number =>
  codes.reduce((sum, code) => sum + (cells[code] ?? 0), 0)

/** Parts that are told together, or that nobody tells apart, and whose counts they are. */
type Together = {
  readonly of: readonly Part[]
  readonly members: readonly Contribution[]
  readonly codes: readonly string[]
}

function sensitiveIn({ of, members, codes }: Together): readonly Group[] {
  const counts = members.map((one) => countIn(one, codes))
  const range = dominated(counts) ?? ofTooFew(counts)
  return range ? [{ of, ...range }] : []
}

/** Corrections can leave fewer organisations together than are ever told: then no number of theirs comes near either. */
function ofTooFew(counts: readonly number[]) {
  const total = counts.reduce((sum, one) => sum + one, 0)
  // What is small is protected by itself.
  if (counts.length >= leastOrganisations || total <= secretUpTo) return undefined
  return { least: Math.max(total - openUpTo, 0), most: total + openUpTo }
}
