/** A road of the sharing table, as it is offered to a sender and as it is told to a recipient. */
import {
  askedOf,
  type Law,
  linesBetween,
  mayShare,
  openRoads,
  ruleReference,
  type SharingLine,
} from '#capabilities/law/index.ts'
import type { OrganisationKind, PersonActor, Role } from '#platform/actor.ts'
import type { Basis } from './disclosure-body.ts'
import type { Draft } from './draft.ts'
import { t } from './words.ts'

/** A road for counts only carries nothing out of a file. */
const carriesFacts = ({ facts }: SharingLine): boolean => facts.some((kind) => kind !== 'count')

/** Every road out of a kind of organisation that carries facts, whoever takes it and whatever the day. */
export const roadsFrom = (law: Law, kind: OrganisationKind): readonly SharingLine[] =>
  law.sharing.lines.filter(
    (line) =>
      carriesFacts(line) &&
      line.only === undefined &&
      line.from.some((party) =>
        law.sharing.findParty(party)?.members.some((member) => member.kind === kind),
      ),
  )

export type PartyKind = { readonly kind: OrganisationKind; readonly roles: readonly Role[] }

/** The kinds of organisations, with the roles there, to which this person has a road on that day. */
export function recipientKinds(law: Law, actor: PersonActor, on: string): readonly PartyKind[] {
  const from = { kind: actor.organisationKind, roles: actor.roles }
  const members = openRoads(law, { from, on })
    .filter(carriesFacts)
    .flatMap((line) => line.to)
    .flatMap((party) => law.sharing.findParty(party)?.members ?? [])
  const kinds = Map.groupBy(members, ({ kind }) => kind)
  return [...kinds].map(([kind, same]) => ({
    kind,
    roles: [...new Set(same.flatMap(({ roles }) => roles))],
  }))
}

/** What this person can share for, on that day. */
export function aimsOf(law: Law, actor: PersonActor, on: string): Law['sharing']['aims'] {
  const roads = openRoads(law, { from: { kind: actor.organisationKind, roles: actor.roles }, on })
  const aims = new Set(roads.filter(carriesFacts).flatMap((road) => road.aims))
  return law.sharing.aims.filter(({ id }) => aims.has(id))
}

type Between = {
  readonly actor: PersonActor
  readonly to: { readonly kind: OrganisationKind; readonly role: Role }
  readonly aim: string
  readonly on: string
}

/** The lines from this person to that role that are open on that day for this aim; conditions not yet asked. */
export function roadsBetween(law: Law, { actor, to, aim, on }: Between): readonly SharingLine[] {
  const from = { kind: actor.organisationKind, roles: actor.roles }
  const open = openRoads(law, { from, on, aim }).filter(carriesFacts)
  const toThem = new Set(
    law.sharing.parties
      .filter(({ members }) =>
        members.some(({ kind, roles }) => kind === to.kind && roles.includes(to.role)),
      )
      .map(({ id }) => id),
  )
  return linesBetween(law, { from, to }).filter(
    (line) => open.includes(line) && line.to.some((party) => toThem.has(party)),
  )
}

/** Why there is no road at all, and which others there are: `mayShare` with nothing chosen. */
export const closedBetween = (law: Law, { actor, to, aim, on }: Between) =>
  mayShare(law, {
    from: { kind: actor.organisationKind, roles: actor.roles },
    to,
    facts: ['fact'],
    on,
    answers: {},
    aim,
  })

/** The role in which the sender takes this road. */
export function senderRole(
  law: Law,
  line: SharingLine,
  actor: Pick<PersonActor, 'organisationKind' | 'roles'>,
): Role {
  const members = line.from.flatMap((party) => law.sharing.findParty(party)?.members ?? [])
  const named = members
    .filter(({ kind }) => kind === actor.organisationKind)
    .flatMap(({ roles }) => roles)
  return actor.roles.find((role) => named.includes(role)) ?? actor.roles[0] ?? 'partner-worker'
}

/** How a line is told to the recipient, with every condition and what was answered. */
export const basisOf = (
  law: Law,
  line: SharingLine,
  { language, answers }: Pick<Draft, 'language' | 'answers'>,
): Basis => ({
  road: line.id,
  edition: law.sharing.edition.id,
  name: line.name[language],
  standing: line.standing,
  limits: line.limits[language],
  rules: line.basis.map((id) => {
    const rule = law.getRule(id)
    return { title: rule.title[language], where: ruleReference(language, rule) }
  }),
  conditions: askedOf(law.sharing, line, answers).map((question) => {
    const given = answers[question.id]?.trim() ?? ''
    const choice =
      question.answer === 'choice' ? question.choices.find(({ id }) => id === given) : undefined
    const { yes, no } = t(language).basis
    const yesNo = { yes, no }
    return {
      ask: question.ask[language],
      answer:
        choice?.text[language] ??
        (question.answer === 'yes-no' && (given === 'yes' || given === 'no')
          ? yesNo[given]
          : given),
    }
  }),
})
