import type { OrganisationKind, PersonActor, Role } from '#platform/actor.ts'
import type { TestApp } from '#tests/an-app.ts'

/** Somebody of a world between organisations, as they are now. */
export type Dweller = {
  readonly actor: PersonActor
  readonly active: boolean
}

/** Who works where. In every place: more than one in the same role, and somebody who only administers. */
const places: readonly (readonly [OrganisationKind, readonly (readonly Role[])[]])[] = [
  [
    'secondary-school',
    [
      ['care-coordinator'],
      ['care-coordinator'],
      ['safety-coordinator'],
      ['school-leader', 'mentor'],
    ],
  ],
  [
    'municipality',
    [
      ['municipal-coordinator'],
      ['municipal-coordinator'],
      ['trafficking-care-coordinator'],
      ['mayor'],
    ],
  ],
  ['youth-help', [['youth-worker'], ['youth-worker']]],
  ['safe-home', [['safe-home-worker']]],
  [
    'police',
    [
      ['officer'],
      ['officer'],
      ['officer', 'administrator'],
      ['trafficking-detective'],
      ['trafficking-detective'],
      ['officer', 'trafficking-detective'],
    ],
  ],
  ['police', [['officer'], ['trafficking-detective']]],
  ['prosecution', [['youth-prosecutor'], ['youth-prosecutor'], ['youth-prosecutor']]],
  ['expert-group', [['expert'], ['expert'], ['trafficking-detective']]],
]

export type Places = {
  readonly organisations: readonly { readonly id: string; readonly kind: OrganisationKind }[]
  readonly people: Dweller[]
}

/** Eight organisations; one detective is asked as an expert in another as well. */
export async function peopleBetween({ house }: TestApp): Promise<Places> {
  const organisations: { id: string; kind: OrganisationKind }[] = []
  const people: Dweller[] = []
  const join = async (organisation: string, roles: readonly Role[], personId?: string) => {
    const actor = await house.aPerson(organisation, roles, 'Iemand Verzonnen', personId)
    people.push({ actor, active: true })
    return actor
  }
  for (const [number, [kind, staff]] of places.entries()) {
    const id = await house.anOrganisation(kind, `Plek ${number}, ${kind} (verzonnen)`)
    organisations.push({ id, kind })
    for (const roles of staff) await join(id, roles)
    await join(id, ['administrator', 'privacy-officer'])
  }
  const detective = people.find(({ actor }) => actor.roles.includes('trafficking-detective'))
  const experts = organisations.find(({ kind }) => kind === 'expert-group')
  await join(experts?.id ?? '', ['expert'], detective?.actor.personId)
  return { organisations, people }
}
