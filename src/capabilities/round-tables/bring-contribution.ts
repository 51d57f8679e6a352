import {
  type FactKind,
  linesBetween,
  mayShare,
  type SharingLine,
  whyNotWords,
} from '#capabilities/law/index.ts'
import { findParty } from '#capabilities/sharing/index.ts'
import type { PersonActor } from '#platform/actor.ts'
import { dutchDay } from '#platform/dates.ts'
import { newId } from '#platform/ids.ts'
import type { Language } from '#platform/language.ts'
import { refuse } from '#platform/refusal.ts'
import type { Work } from '#platform/work.ts'
import type { TableDesk } from './desk.ts'
import { type AtTable, findGoingOn, othersIn, sendTurns, sentBefore } from './find-table.ts'
import { insertItem } from './store.ts'
import { type Basis, sealed } from './table-words.ts'

export type Contribution = {
  readonly to: string
  readonly kind: FactKind
  readonly text: string
  /** the id of a line of the sharing table */
  readonly road: string
  /** by question of that line */
  readonly answers: Readonly<Record<string, string>>
  readonly language: Language
  readonly key?: string | undefined
}

/** The recipient at the table, and the lines between this person and that role. */
export async function roadsTo(
  work: Work,
  { law }: TableDesk,
  at: AtTable,
  to: string,
): Promise<{ receiver: Parameters<typeof mayShare>[1]['to']; roads: readonly SharingLine[] }> {
  const seat = at.seats.find(({ party_id }) => party_id === to)
  const party = seat && othersIn(at, 'joined').includes(to) ? await findParty(work, to) : undefined
  if (!seat || !party) return refuse('invalid', 'choose-recipient')
  const receiver = { kind: party.kind, role: seat.role }
  const from = senderOf(at.actor)
  const roads = linesBetween(law, { from, to: receiver }).filter((line) => {
    const answer = mayShare(law, {
      from,
      to: receiver,
      facts: [line.facts[0] ?? 'fact'],
      on: dutchDay(work.now),
      answers: {},
      line: line.id,
    })
    // Only what depends on answers may still be in the way.
    return (
      answer.allowed ||
      answer.why.every(
        ({ code }) => code === 'not-answered' || code === 'answer-closes' || code === 'closed',
      )
    )
  })
  return { receiver, roads }
}

const senderOf = ({ organisationKind, roles }: PersonActor) => ({
  kind: organisationKind,
  roles,
})

/** Why it may not go on this road, in sentences. Nothing was sent. */
export type NotAllowed = { readonly why: readonly string[] }

/**
 * Brings something to one organisation at the table, on a road of the sharing table whose conditions were answered.
 * Everybody else who joined hears who brought to whom, not what.
 */
export async function bringContribution(
  work: Work,
  desk: TableDesk,
  tableId: string,
  { to, kind, text, road, answers, language, key }: Contribution,
): Promise<NotAllowed | undefined> {
  const at = await findGoingOn(work, tableId)
  if (await sentBefore(work, at, key)) return undefined
  if (text.trim() === '') refuse('invalid', 'words-missing')
  const { receiver, roads } = await roadsTo(work, desk, at, to)
  const line = roads.find(({ id }) => id === road) ?? refuse('invalid', 'choose-road')
  const asked = {
    from: senderOf(at.actor),
    to: receiver,
    facts: [kind],
    on: dutchDay(work.now),
    answers,
    line: line.id,
    aim: at.row.aim,
  }
  const answer = mayShare(desk.law, asked)
  if (!answer.allowed) {
    work.audit({ act: 'round-table.may-not-share', subject: tableId, details: { road: line.id } })
    return {
      why: answer.why
        .filter(({ code }) => code !== 'closed')
        .map((why) => whyNotWords(language, why)),
    }
  }
  const id = newId()
  const basis = basisOf(desk, line, answers, language)
  const { actor } = at
  await insertItem(work, tableId, {
    id,
    kind: 'contribution',
    from_id: actor.organisationId,
    to_id: to,
    state: 'given',
    by_person: actor.personId,
    key: key ?? null,
    ...(await sealed(work, desk, id, { text, basis })),
  })
  work.audit({ act: 'round-table.bring', subject: tableId, details: { to, road: line.id } })
  await sendTurns(work, desk, tableId, [
    { to, about: id, turn: { act: 'contribution', id, text, basis } },
    ...othersIn(at, 'joined')
      .filter((one) => one !== to)
      .map((one) => ({ to: one, turn: { act: 'brought', id, to } as const })),
  ])
  return undefined
}

function basisOf(
  { law }: TableDesk,
  line: SharingLine,
  answers: Readonly<Record<string, string>>,
  language: Language,
): Basis {
  const yesNo = { nl: { yes: 'Ja', no: 'Nee' }, en: { yes: 'Yes', no: 'No' } }[language]
  return {
    road: line.id,
    name: line.name[language],
    conditions: law.sharing.questionsOf(line).map((question) => {
      const given = answers[question.id]?.trim() ?? ''
      const chosen =
        question.answer === 'choice'
          ? question.choices.find(({ id }) => id === given)?.text[language]
          : undefined
      const said = question.answer === 'yes-no' ? yesNo[given === 'yes' ? 'yes' : 'no'] : given
      return { ask: question.ask[language], answer: chosen ?? said }
    }),
  }
}
