import { newId } from '#platform/ids.ts'
import { refuse } from '#platform/refusal.ts'
import type { Work } from '#platform/work.ts'
import { actIn, type Sent } from './act-in-dossier.ts'
import type { DossierDesk } from './desk.ts'
import { places } from './dossier-key.ts'
import type { FactKind, FactWords, Law, OffenceWords } from './dossier-words.ts'
import { worksheetIsOpen } from './non-punishment.ts'
import {
  insertFact,
  insertOffence,
  listStatements,
  type Withdrawable,
  withdrawRow,
} from './store-contents.ts'

type NewOffence = Sent & {
  readonly law: Law
  readonly article: string
  readonly words: OffenceWords
}

/** One of the offences that the dossier is about. Not after it was decided: then there is a new question. */
export async function addOffence(
  work: Work,
  desk: DossierDesk,
  dossierId: string,
  { law, article, words, key }: NewOffence,
): Promise<void> {
  await actIn(work, desk, dossierId, { kind: 'add-offence', key }, async ({ seal, head }) => {
    if (!worksheetIsOpen(head)) refuse('conflict', 'not-in-this-state')
    const id = newId()
    await insertOffence(work, {
      dossier_id: dossierId,
      id,
      law,
      article,
      withdrawn_at: null,
      content: seal.seal(places.offence(id), words),
    })
    return { about: id }
  })
}

type NewFact = Sent & {
  readonly kind: FactKind
  readonly words: FactWords
  /** ISO date */
  readonly on: string | undefined
}

/** What is known, written down by hand with who saw it. Always possible: what is new may reopen a decision. */
export async function addFact(
  work: Work,
  desk: DossierDesk,
  dossierId: string,
  { kind, words, on, key }: NewFact,
): Promise<void> {
  await actIn(work, desk, dossierId, { kind: 'add-fact', key }, async ({ seal }) => {
    if (words.source.trim() === '') refuse('invalid', 'source-missing')
    const id = newId()
    await insertFact(work, {
      dossier_id: dossierId,
      id,
      kind,
      happened_on: on ?? null,
      added_at: work.now.toString(),
      received_id: null,
      recalled_at: null,
      withdrawn_at: null,
      content: seal.seal(places.fact(id), words),
    })
    return { about: id }
  })
}

type Withdrawal = Sent & {
  readonly what: Withdrawable
  readonly id: string
  readonly because: string
}

/**
 * It does not count any more, and why stays to be read. What was decided on it stays as it was. A fact on which
 * a statement rests, or that speaks against one, stays: the statement goes first.
 */
export async function withdraw(
  work: Work,
  desk: DossierDesk,
  dossierId: string,
  { what, id, because, key }: Withdrawal,
): Promise<void> {
  await actIn(work, desk, dossierId, { kind: 'withdraw', key }, async ({ head }) => {
    if (because.trim() === '') refuse('invalid', 'because-missing')
    if (!worksheetIsOpen(head)) refuse('conflict', 'not-in-this-state')
    if (what === 'dossier_fact' && (await isOnSheet(work, dossierId, id))) {
      refuse('conflict', 'fact-in-use')
    }
    const done = await withdrawRow(work, what, { dossierId, id })
    if (!done) refuse('not-found', 'no-such-line')
    return { about: id, words: { text: because } }
  })
}

const isOnSheet = async (work: Work, dossierId: string, factId: string): Promise<boolean> =>
  (await listStatements(work, dossierId)).some(
    ({ withdrawn_at, facts, against_facts }) =>
      !withdrawn_at && [...facts, ...against_facts].includes(factId),
  )
