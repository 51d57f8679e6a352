import { randomBytes } from 'node:crypto'
import { askedOf, type SharingLine, type WhyNot, whyNotWords } from '#capabilities/law/index.ts'
import { dutchDay } from '#platform/dates.ts'
import { newId, newReference } from '#platform/ids.ts'
import { recordKey, sealRecord } from '#platform/keyring.ts'
import type { Language } from '#platform/language.ts'
import type { Work } from '#platform/work.ts'
import type { Brought, NewDisclosure } from './brought.ts'
import type { ByProgram } from './decider.ts'
import { checkDisclosure, deliverDisclosure } from './deliver-disclosure.ts'
import type { SharingDesk } from './desk.ts'
import { proposedEnd } from './disclosure.ts'
import { insertDraft, updateDisclosure } from './disclosure-store.ts'
import { disclosureContext, places } from './disclosure-words.ts'
import type { Draft } from './draft.ts'
import { findParty } from './organisation-store.ts'
import { sentencesOf } from './words.ts'

/** One thing that is wrong: where in what was asked, as a code, and as a sentence. */
export type WrongInBrought = {
  readonly at: readonly string[]
  readonly code: string
  readonly says: string
}

export type SentForProgram =
  | { readonly ok: true; readonly id: string }
  | {
      readonly ok: false
      readonly wrong: readonly WrongInBrought[]
      /** the roads that are open to whoever decided */
      readonly roads: readonly SharingLine[]
    }

type Sending = {
  readonly program: { readonly id: string; readonly name: string }
  readonly asked: NewDisclosure
  /** of whoever reads what is wrong */
  readonly language: Language
}

/**
 * Delivers what a program brings, for somebody whom it names: a draft that is looked at and delivered with the same
 * verbs as on the pages. What may not leave is not kept: the caller lets the transaction fail. Whether this line was
 * given to the program is asked by whoever calls.
 */
export async function sendForProgram(
  work: Work,
  desk: SharingDesk,
  { program, asked, language }: Sending,
): Promise<SentForProgram> {
  const strange = notAskedIn(desk, asked, language)
  const to = await findParty(work, asked.to.organisation)
  if (!to || to.id === work.actor.organisationId) {
    strange.push(wrong(['to', 'organisation'], 'recipient-missing', language))
  }
  if (strange.length > 0) return { ok: false, wrong: strange, roads: [] }
  const id = await insertBrought(work, desk, { program, asked })
  const by: ByProgram = {
    ...{ programId: program.id, program: program.name, role: asked.role },
    ...asked.decidedBy,
  }
  const which = { id, language, by }
  const { composed } = await checkDisclosure(work, desk, which)
  if (composed.ok) {
    await deliverDisclosure(work, desk, which, { hash: composed.hash })
    return { ok: true, id }
  }
  const { road, ...others } = composed.faults
  const said = sentencesOf(language, others)
  const rest = Object.entries(others).map(([part, code]) => ({
    ...{ at: placeOf[part as keyof typeof placeOf], says: said[part] ?? code },
    // What the sender reads as a sentence has no code of its own.
    code: code === said[part] ? 'does-not-fit' : code,
  }))
  const untold = road && composed.why.length === 0 ? [wrong(['line'], road, language)] : []
  const byTable = composed.why.map((why) => ({
    ...{ at: placeOfWhy(why), code: why.code, says: whyNotWords(language, why) },
  }))
  return { ok: false, wrong: [...rest, ...untold, ...byTable], roads: composed.roads }
}

const placeOf = {
  facts: ['facts'],
  recipient: ['to'],
  aim: ['aim'],
  end: ['endOn'],
  question: ['question'],
} as const

function placeOfWhy(why: WhyNot): readonly string[] {
  switch (why.code) {
    case 'not-your-role':
      return ['role']
    case 'not-their-role':
      return ['to', 'role']
    case 'not-for-this':
      return ['aim']
    case 'kind-of-fact':
    case 'nothing-to-share':
      return ['facts']
    case 'not-answered':
    case 'answer-closes':
      return ['answers', why.question.id]
    default:
      return ['line']
  }
}

const wrong = (at: readonly string[], code: string, language: Language): WrongInBrought => ({
  at,
  code,
  says: sentencesOf(language, { it: code }).it ?? code,
})

/** Answers to what this line does not ask: they would be lost without a word. */
function notAskedIn(
  { law }: SharingDesk,
  { line, answers }: NewDisclosure,
  language: Language,
): WrongInBrought[] {
  const road = law.sharing.findLine(line)
  if (!road) return []
  const asked = askedOf(law.sharing, road, answers).map(({ id }) => id)
  return Object.keys(answers)
    .filter((id) => !asked.includes(id))
    .map((id) => wrong(['answers', id], 'not-asked', language))
}

async function insertBrought(
  work: Work,
  desk: SharingDesk,
  { program, asked }: Pick<Sending, 'program' | 'asked'>,
): Promise<string> {
  const id = newId()
  const context = disclosureContext(work, id)
  const { key, wrappedKey } = sealRecord(await desk.keyring.keyOf(work), context, {})
  const facts = asked.facts.map((fact) => ({ ...fact, ref: newId() }))
  const { why, about, aim, answers, question, endReason, language } = asked
  const brought: Brought = { program: program.name, about, why, facts }
  const draft: Draft = {
    salt: randomBytes(16).toString('base64url'),
    refs: facts.map(({ ref }) => ref),
    ...{ aim, road: asked.line, answers, question, endReason, language },
  }
  await insertDraft(work, {
    ...{ id, reference: newReference('D'), file_kind: 'partner-system', file_id: id },
    ...{ at_kind: null, at_id: null, made_by: null, key: null },
    ...{ program_id: program.id, by_role: asked.role },
    content_key: wrappedKey,
    content: recordKey(key, context).seal(places.words, { draft, brought }),
  })
  updateDisclosure(work, id, {
    ...{ to_id: asked.to.organisation, to_role: asked.to.role },
    end_on: asked.endOn ?? proposedEnd(dutchDay(work.now)),
    facts: facts.length,
  })
  const details = { file: id, kind: 'partner-system', line: asked.line }
  work.audit({ act: 'sharing.begin', subject: id, details })
  return id
}
