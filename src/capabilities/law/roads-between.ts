import type { Law } from './law.ts'
import { appliesOn, openRoads, type SharingTable } from './may-share.ts'
import type { ClosedRoad, Party, SharingLine } from './sharing-pack.ts'

export type RoadsBetween = {
  readonly lines: readonly SharingLine[]
  readonly closed: readonly ClosedRoad[]
  /** other roads of the sender, to others */
  readonly others: readonly SharingLine[]
}

/** What the table knows between two parties on a day: for reading, before anybody answers a question. */
export function roadsBetween(law: Law, from: Party, to: Party, day: string): RoadsBetween {
  const { sharing } = law
  const between = (road: { from: readonly string[]; to: readonly string[] }) =>
    meets(sharing, road.from, from) && meets(sharing, road.to, to)
  const lines = sharing.lines.filter((line) => between(line) && appliesOn(law, line, day))
  const others = from.members.flatMap((sender) =>
    openRoads(law, { from: sender, on: day, as: 'advice' }),
  )
  return {
    lines,
    closed: sharing.closed.filter(between),
    others: [...new Set(others)].filter((line) => !lines.includes(line)),
  }
}

/** The parties have somebody in common: the head of a school is of the school. */
const meets = ({ findParty }: SharingTable, ids: readonly string[], party: Party): boolean =>
  ids
    .flatMap((id) => findParty(id)?.members ?? [])
    .some(({ kind, roles }) =>
      party.members.some(
        (one) => one.kind === kind && one.roles.some((role) => roles.includes(role)),
      ),
    )
