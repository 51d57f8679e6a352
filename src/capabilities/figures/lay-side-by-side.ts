/** A national table beside every earlier one of the same period, as disclosure control asks for it. Pure. */

import { openUpTo, secretUpTo } from '#platform/safe-count.ts'
import type { Group } from './attack.ts'
import { dominated } from './dominance.ts'
import { type Edition, leastOrganisations, whole } from './edition.ts'
import type { Asked } from './protect-table.ts'
import { sameParts } from './small-groups.ts'
import type { Cell, ToldCell } from './table.ts'

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
  const groups = [...Map.groupBy(contributions, ({ editions }) => editions.join('+'))].map(
    ([name, members]) => ({ name, members, editions: members[0]?.editions ?? [] }),
  )
  const partOf = (code: string, group: string) => `${code}|${group}`
  const of = (some: readonly string[], edition: number) =>
    groups
      .filter(({ editions }) => editions.includes(edition))
      .flatMap(({ name }) => some.map((code) => partOf(code, name)))
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
    groups.flatMap(({ name, members }) =>
      codes.map((code) => [partOf(code, name), sumOf(members, [code])] as const),
    ),
  )
  const inNext = contributions.filter(({ editions }) => editions.includes(next))
  const sensitive = onceEach(
    keys.flatMap((key) => [
      ...sensitiveIn(cellOf(key, next).of, inNext, codesUnder(key)),
      ...groups.flatMap(({ name, members }) => {
        const under = codesUnder(key)
        return sensitiveIn(
          under.map((code) => partOf(code, name)),
          members,
          under,
        )
      }),
    ]),
  )
  return {
    table: {
      cells: keys.map((key) => cellOf(key, next)),
      lines: keys.length > codes.length ? [{ whole, parts: codes }] : [],
    },
    ...{ counts, before, sensitive },
  }
}

const sumOf = (members: readonly Contribution[], codes: readonly string[]): number =>
  members.reduce((sum, member) => sum + countIn(member, codes), 0)

const countIn = ({ cells }: Contribution, codes: readonly string[]): number =>
  codes.reduce((sum, code) => sum + (cells[code] ?? 0), 0)

function sensitiveIn(
  of: readonly string[],
  members: readonly Contribution[],
  codes: readonly string[],
) {
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

const onceEach = (groups: readonly Group[]): readonly Group[] => [
  ...new Map(groups.map((group) => [sameParts(group.of), group])).values(),
]
