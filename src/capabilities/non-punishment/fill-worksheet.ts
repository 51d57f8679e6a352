import { newId } from '#platform/ids.ts'
import { refuse } from '#platform/refusal.ts'
import type { Work } from '#platform/work.ts'
import { actIn, type InDossier, type Sent } from './act-in-dossier.ts'
import { editionsOf } from './changed-since.ts'
import type { DossierDesk } from './desk.ts'
import { places } from './dossier-key.ts'
import { worksheetIsOpen } from './non-punishment.ts'
import { insertStatement, listFacts, listOffences, listStatements } from './store-contents.ts'
import { gapsIn, restOnNothing, type Statement, whyNoStatement } from './worksheet.ts'
import type { SheetElement } from './worksheet-pack.ts'

type NewStatement = Sent & {
  readonly element: string
  readonly statement: Statement
  /** ids of the offences it is about; asked where there are more than one and the element is about them */
  readonly offences?: readonly string[]
  /** ISO dates of the role; other elements have none */
  readonly from: string | undefined
  readonly until: string | undefined
}

/** A statement beside its facts, and what speaks against it. */
export async function addStatement(
  work: Work,
  desk: DossierDesk,
  dossierId: string,
  { element, statement, offences, from, until, key }: NewStatement,
): Promise<void> {
  await actIn(work, desk, dossierId, { kind: 'add-statement', key }, async (place) => {
    const found = elementIn(desk, element)
    mustBeOpen(place)
    const because = whyNoStatement(statement)
    if (because) refuse('invalid', because)
    if (found.overTime && !from) refuse('invalid', 'from-missing')
    if (from && until && until < from) refuse('invalid', 'until-before-from')
    const { text, facts, against, againstFacts, searched } = statement
    const known = await factsOf(work, dossierId)
    if (![...facts, ...againstFacts].every((id) => known.has(id))) refuse('invalid', 'fact-unknown')
    const about = await offencesFor(work, dossierId, found, offences)
    const id = newId()
    await insertStatement(work, {
      dossier_id: dossierId,
      id,
      element,
      kind: 'statement',
      offences: about,
      facts: [...facts],
      against_facts: [...againstFacts],
      from_on: from ?? null,
      until_on: until ?? null,
      added_at: work.now.toString(),
      withdrawn_at: null,
      content: place.seal.seal(places.statement(id), { text, against, searched }),
    })
    return { about: id }
  })
}

type NewUnknown = Sent & {
  readonly element: string
  readonly text: string
  readonly offences?: readonly string[]
}

/** What is not known about an element. */
export async function addUnknown(
  work: Work,
  desk: DossierDesk,
  dossierId: string,
  { element, text, offences, key }: NewUnknown,
): Promise<void> {
  await actIn(work, desk, dossierId, { kind: 'add-unknown', key }, async (place) => {
    const found = elementIn(desk, element)
    mustBeOpen(place)
    if (text.trim() === '') refuse('invalid', 'text-missing')
    const about = await offencesFor(work, dossierId, found, offences)
    const id = newId()
    await insertStatement(work, {
      dossier_id: dossierId,
      id,
      element,
      kind: 'unknown',
      offences: about,
      facts: [],
      against_facts: [],
      from_on: null,
      until_on: null,
      added_at: work.now.toString(),
      withdrawn_at: null,
      content: place.seal.seal(places.statement(id), { text, against: '', searched: '' }),
    })
    return { about: id }
  })
}

/** The worksheet is ready to decide on; why what was not looked at can stay so, when there is any. */
export async function finishWorksheet(
  work: Work,
  desk: DossierDesk,
  dossierId: string,
  { because, key }: Sent & { readonly because: string },
): Promise<void> {
  const act = { kind: 'work-out', step: 'work-out', key } as const
  await actIn(work, desk, dossierId, act, async () => {
    const looked = (await listStatements(work, dossierId)).filter((one) => !one.withdrawn_at)
    await mustRestOnFacts(work, dossierId)
    const gaps = gapsIn({
      elements: desk.worksheet.elements,
      said: looked,
      offences: await standingOffences(work, dossierId),
    })
    if (gaps.length > 0 && because.trim() === '') refuse('invalid', 'gaps-need-a-reason')
    return { words: { text: because, editions: editionsOf(desk) } }
  })
}

/** No standing statement of which every fact is gone, as when its sender recalled the only one. */
export async function mustRestOnFacts(work: Work, dossierId: string): Promise<void> {
  const standing = (await listStatements(work, dossierId)).filter((one) => !one.withdrawn_at)
  if (restOnNothing(standing, await factsOf(work, dossierId)).length > 0) {
    refuse('conflict', 'rests-on-nothing')
  }
}

/** Takes the worksheet up again before anything is signed. */
export const resumeWorksheet = (
  work: Work,
  desk: DossierDesk,
  dossierId: string,
  { key }: Sent,
): Promise<boolean> =>
  actIn(work, desk, dossierId, { kind: 'resume', step: 'resume', key }, () => ({}))

const elementIn = ({ worksheet }: DossierDesk, id: string) =>
  worksheet.elements.find((one) => one.id === id) ?? refuse('not-found', 'no-such-element')

/** Of one offence nobody is asked which; of more, whoever writes says it. */
async function offencesFor(
  work: Work,
  dossierId: string,
  { aboutOffence }: SheetElement,
  chosen: readonly string[] = [],
): Promise<string[]> {
  if (!aboutOffence) return []
  const standing = await standingOffences(work, dossierId)
  if (!chosen.every((id) => standing.includes(id))) refuse('invalid', 'offence-unknown')
  if (chosen.length > 0 || standing.length === 0) return [...chosen]
  return standing.length === 1 ? standing : refuse('invalid', 'offence-missing')
}

const standingOffences = async (work: Work, dossierId: string): Promise<string[]> =>
  (await listOffences(work, dossierId))
    .filter(({ withdrawn_at }) => !withdrawn_at)
    .map(({ id }) => id)

const mustBeOpen = ({ head }: InDossier): void => {
  if (!worksheetIsOpen(head)) refuse('conflict', 'not-in-this-state')
}

const factsOf = async (work: Work, dossierId: string): Promise<ReadonlySet<string>> =>
  new Set(
    (await listFacts(work, dossierId))
      .filter(({ withdrawn_at, recalled_at }) => !withdrawn_at && !recalled_at)
      .map(({ id }) => id),
  )
