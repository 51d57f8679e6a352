import type { FileKind as PoliceKind } from '#capabilities/arrests/file.ts'
import type { FileKind } from '#capabilities/sharing/shareable-fact.ts'
import type { OrganisationKind, PersonActor, Purpose } from '#platform/actor.ts'
import { Refusal } from '#platform/refusal.ts'
import type { Work } from '#platform/work.ts'
import type { TestHouse } from '#tests/a-house.ts'
import type { TestApp } from '#tests/an-app.ts'
import { type Chance, chanceOf } from './chance.ts'
import { type Desks, desksBetween } from './desks-between.ts'
import { type Dweller, type Places, peopleBetween } from './people-between.ts'
import { happenBetween } from './walk-between.ts'
import { certainlyToo } from './walk-certain.ts'
import { happenInFiles } from './walk-files.ts'
import { happenToPeople } from './walk-people.ts'

export type Ref = { readonly organisation: string; readonly id: string }
export type PoliceFile = Ref & { readonly kind: PoliceKind }
/** A fact of something received, as it went into an own file. */
export type Take = Ref & {
  readonly item: string
  readonly file: { readonly kind: FileKind; readonly id: string }
}

/** What there is, in the order in which it was made, and where each word of it was written. */
export type WorldBetween = Places & {
  readonly house: TestHouse
  readonly desks: Desks
  readonly chance: Chance
  readonly files: PoliceFile[]
  readonly dossiers: Ref[]
  readonly cases: Ref[]
  readonly tables: Ref[]
  readonly questions: Ref[]
  readonly sent: Ref[]
  readonly takes: Take[]
  readonly words: Words
  /** everybody who works there now, in whatever role */
  staffOf(organisation: string | undefined): readonly PersonActor[]
  organisationsOf(...kinds: readonly OrganisationKind[]): readonly string[]
  /** what came of it, or nothing when this person may not, or not now */
  attempt<T>(
    actor: PersonActor | undefined,
    verb: (work: Work) => Promise<T>,
    purpose?: Purpose,
  ): Promise<T | undefined>
}

/** Words that exist once, each with the places where it lies. */
export type Words = ReturnType<typeof wordsOnce>

const anyWord = /zqx[a-z]{5}/g

function wordsOnce() {
  const places = new Map<string, Set<string>>()
  const lies = (word: string, place: string) => {
    const known = places.get(word) ?? new Set<string>()
    places.set(word, known.add(place))
  }
  return {
    /** a new one, that was written at this place */
    at(place: string): string {
      const digits = places.size.toString(26).padStart(5, '0')
      const letters = [...digits].map((digit) =>
        String.fromCharCode(97 + Number.parseInt(digit, 26)),
      )
      const word = `zqx${letters.join('')}`
      lies(word, place)
      return word
    },
    lies,
    in: (text: string): readonly string[] => [...new Set(text.match(anyWord) ?? [])],
    placesOf: (word: string): ReadonlySet<string> => places.get(word) ?? new Set(),
  }
}

/** A world in which so many things happened, each done by somebody whom chance chose, who might or might not. */
export async function aWorldBetween(
  test: TestApp,
  { seed, happenings }: { readonly seed: number; readonly happenings: number },
): Promise<WorldBetween> {
  const { house } = test
  const chance = chanceOf(seed)
  const places = await peopleBetween(test)
  const staffOf = (organisation: string | undefined) =>
    places.people.flatMap(({ actor, active }) =>
      active && actor.organisationId === organisation ? [actor] : [],
    )
  const world: WorldBetween = {
    ...{ ...places, house, desks: desksBetween(house), chance, staffOf },
    ...{ files: [], dossiers: [], cases: [], tables: [], questions: [], sent: [], takes: [] },
    words: wordsOnce(),
    organisationsOf: (...kinds) =>
      places.organisations.filter(({ kind }) => kinds.includes(kind)).map(({ id }) => id),
    async attempt(actor, verb, purpose = 'share') {
      if (!actor) return undefined
      try {
        return await house.inTransaction(actor, purpose, verb)
      } catch (error) {
        if (error instanceof Refusal) return undefined
        throw error
      }
    },
  }
  const weighed = [
    ...happenInFiles.map((happen) => ({ happen, after: 0 })),
    ...happenBetween.map((happen) => ({ happen, after: happenings / 6 })),
    ...happenToPeople.map((happen) => ({ happen, after: happenings / 2 })),
  ]
  for (let at = 0; at < happenings; at += 1) {
    const open = weighed.filter(({ after }) => at >= after)
    await chance.one(open)?.happen(world)
    if (chance.in100(30)) await world.desks.carry()
  }
  await certainlyToo(world)
  return world
}

export type Happening = (world: WorldBetween) => Promise<void>
export type { Dweller }
