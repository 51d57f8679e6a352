import type { SharingQuestion } from '#capabilities/law/index.ts'
import { dutchDay } from '#platform/dates.ts'
import type { Language } from '#platform/language.ts'
import { refuse } from '#platform/refusal.ts'
import type { Work } from '#platform/work.ts'
import type { SharingDesk } from './desk.ts'
import { findParty, type Party, searchParties } from './organisation-store.ts'
import { roadsFrom } from './road.ts'

type Road = ReturnType<typeof roadsFrom>[number]
type Sends = Pick<SharingDesk, 'law'>

const ownParty = async (work: Work): Promise<Party> =>
  (await findParty(work, work.actor.organisationId)) ?? refuse('not-found', 'no-such-page')

/** The roads out of an organisation of this kind: what can be given to a program there. */
export async function roadsOutOf(
  work: Work,
  { law }: Sends,
  language: Language,
): Promise<readonly { readonly id: string; readonly name: string; readonly limits: string }[]> {
  const { kind } = await ownParty(work)
  return roadsFrom(law, kind).map(({ id, name, limits }) => ({
    ...{ id, name: name[language], limits: limits[language] },
  }))
}

export type RoadForProgram = {
  readonly id: string
  readonly name: string
  readonly limits: string
  readonly aims: readonly string[]
  readonly facts: readonly string[]
  /** the roles here in which it may be decided */
  readonly roles: readonly string[]
  readonly to: readonly { readonly kind: string; readonly roles: readonly string[] }[]
  readonly questions: readonly {
    readonly id: string
    readonly ask: string
    readonly answer: SharingQuestion['answer']
    readonly choices?: readonly { readonly id: string; readonly text: string }[]
    /** only asked after one of these choices */
    readonly when?: { readonly question: string; readonly choices: readonly string[] }
  }[]
}

/** The roads among these as they are today, with everything that is asked; one that is gone is left out. */
export async function roadsFor(
  work: Work,
  { law }: Sends,
  { lines, language }: { readonly lines: readonly string[]; readonly language: Language },
): Promise<readonly RoadForProgram[]> {
  const { kind } = await ownParty(work)
  const members = (parties: readonly string[]) =>
    parties.flatMap((id) => law.sharing.findParty(id)?.members ?? [])
  const one = (road: Road): RoadForProgram => ({
    ...{ id: road.id, name: road.name[language], limits: road.limits[language] },
    ...{ aims: road.aims, facts: road.facts.filter((fact) => fact !== 'count') },
    roles: members(road.from)
      .filter((member) => member.kind === kind)
      .flatMap(({ roles }) => roles),
    to: members(road.to),
    questions: law.sharing.questionsOf(road).map((question) => ({
      ...{ id: question.id, ask: question.ask[language], answer: question.answer },
      ...(question.answer === 'choice'
        ? { choices: question.choices.map(({ id, text }) => ({ id, text: text[language] })) }
        : {}),
      ...(question.answer === 'words' && question.when ? { when: question.when } : {}),
    })),
  })
  const given = roadsFrom(law, kind).filter(({ id }) => lines.includes(id))
  work.audit({
    act: 'sharing.read-lines',
    details: { day: dutchDay(work.now), count: given.length },
  })
  return given.map(one)
}

type Looking = {
  readonly line: string
  readonly part: string
  readonly after: string | undefined
}

/** The organisations to which a road leads, by name: the list of organisations is public. */
export async function recipientsOn(
  work: Work,
  { law }: Sends,
  { line, part, after }: Looking,
): Promise<{ readonly parties: readonly Party[]; readonly next: string | undefined }> {
  const road = law.sharing.findLine(line) ?? refuse('not-found', 'no-such-line')
  const kinds = road.to.flatMap((id) => law.sharing.findParty(id)?.members ?? [])
  const found = await searchParties(work, {
    ...{ kinds: [...new Set(kinds.map(({ kind }) => kind))], part, after },
  })
  work.audit({ act: 'sharing.look-for-party', details: { count: found.parties.length } })
  return found
}
