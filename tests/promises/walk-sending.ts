import { answersOn } from '#capabilities/round-tables/a-table.ts'
import { checkDisclosure, deliverDisclosure } from '#capabilities/sharing/deliver-disclosure.ts'
import { beginDisclosure, keepDraft } from '#capabilities/sharing/draft-disclosure.ts'
import type { At } from '#capabilities/sharing/occasion.ts'
import { readChoices } from '#capabilities/sharing/read-disclosure.ts'
import { roadsBetween } from '#capabilities/sharing/road.ts'
import type { FileKind } from '#capabilities/sharing/shareable-fact.ts'
import type { PersonActor, Role } from '#platform/actor.ts'
import { dutchDay } from '#platform/dates.ts'
import { newId } from '#platform/ids.ts'
import type { Ref, WorldBetween } from './a-world-between.ts'

export const language = 'nl'
export const words = 'Een verzonnen zin.'

export const inDays = ({ house }: WorldBetween, days: number): string =>
  dutchDay(house.clock().add({ hours: 24 * days }))

export const anyoneAt = ({ chance, staffOf }: WorldBetween, ref: Ref | undefined) =>
  chance.one(staffOf(ref?.organisation))

/** Somebody of another organisation, to whom something goes in one of their roles. */
export function somebodyElse(world: WorldBetween, than: PersonActor) {
  const others = world.organisations.filter(({ id }) => id !== than.organisationId)
  const to = world.chance.one(others)
  const role = world.chance.one(world.staffOf(to?.id).flatMap(({ roles }) => roles))
  return to && role ? { ...to, role } : undefined
}

export type File = { readonly kind: FileKind; readonly fileId: string }

/** A file where they work, whether they may share from it or not. */
export function fileOf(world: WorldBetween, { organisationId }: PersonActor): File | undefined {
  const own = ({ organisation }: Ref) => organisation === organisationId
  const police = { arrest: 'suspect-file', protection: 'victim-file' } as const
  return world.chance.one<File>([
    ...world.files.filter(own).map(({ kind, id }) => ({ kind: police[kind], fileId: id })),
    ...world.dossiers.filter(own).map(({ id }) => ({ kind: 'dossier' as const, fileId: id })),
    ...world.cases.filter(own).map(({ id }) => ({ kind: 'case' as const, fileId: id })),
  ])
}

export type Sending = {
  readonly file: File
  readonly to: {
    readonly id: string
    readonly kind: PersonActor['organisationKind']
    readonly role: Role
  }
  readonly aim: string
  readonly at?: At
  readonly asks?: boolean
}

/**
 * Begun from a file, with what chance chose of it, along a road when there is one; then delivered when it can be.
 * Answers whether it was begun.
 */
export async function send(
  world: WorldBetween,
  by: PersonActor,
  sending: Sending,
): Promise<boolean> {
  const { file, to, aim, at, asks = false } = sending
  const { sharing } = world.desks
  const on = at ? { on: { at, to: to.id } } : {}
  const begun = { ...file, language, key: newId(), asks, ...on } as const
  const id = await world.attempt(by, (work) => beginDisclosure(work, sharing, begun))
  if (!id) return false
  world.sent.push({ organisation: by.organisationId, id })
  const which = { id, language } as const
  const choices = await world.attempt(by, (work) => readChoices(work, sharing, which))
  const roads = roadsBetween(sharing.law, { actor: by, to, aim, on: dutchDay(world.house.clock()) })
  const road = world.chance.one(roads)
  const fit = (choices?.facts ?? []).filter(({ kind }) => road?.facts.includes(kind) ?? true)
  const chosen = world.chance.some(fit, 3)
  await world.attempt(by, (work) =>
    keepDraft(work, sharing, which, {
      ...{ refs: chosen.map(({ ref }) => ref), aim, question: words },
      ...(road ? { road: road.id, answers: answersOn(sharing, road.id) } : {}),
      ...(at
        ? {}
        : { toId: to.id, toRole: to.role, endOn: inDays(world, 5 + world.chance.number(90)) }),
    }),
  )
  for (const { text } of chosen) {
    for (const word of world.words.in(text)) world.words.lies(word, `sent:${id}`)
  }
  if (!at && world.chance.in100(15)) return true
  const hash = await world.attempt(by, async (work) => {
    const { composed } = await checkDisclosure(work, sharing, which)
    return composed.ok ? composed.hash : undefined
  })
  if (hash) {
    const seen = { hash, key: newId() }
    await world.attempt(by, (work) => deliverDisclosure(work, sharing, which, seen))
  }
  return true
}

/** Somebody of an organisation that chance chose: no organisation does more because more people work there. */
export const anybody = ({ chance, organisations, staffOf }: WorldBetween) =>
  chance.one(staffOf(chance.one(organisations)?.id))
