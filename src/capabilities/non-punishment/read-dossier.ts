import { isoInstant } from '#platform/dates.ts'
import type { Work } from '#platform/work.ts'
import type { DossierDesk } from './desk.ts'
import { type DossierKey, openDossierKey, places } from './dossier-key.ts'
import type {
  AssessmentWords,
  DecisionWords,
  DossierWords,
  EventWords,
  FactKind,
  FactWords,
  Law,
  NoticeWords,
  ObjectionKind,
  ObjectionWords,
  OffenceWords,
  OutcomeWords,
  StatementWords,
} from './dossier-words.ts'
import type { EventKind } from './event-kinds.ts'
import { type DossierHead, findDossier } from './find-dossier.ts'
import type { Following } from './signing.ts'
import { listCircle, listEvents } from './store.ts'
import {
  listAssessments,
  listDecisions,
  listFacts,
  listNotices,
  listObjections,
  listOffences,
  listOutcomes,
  listStatements,
} from './store-contents.ts'
import { type NotLooked, notLookedAt, restOnNothing, sheetBeside } from './worksheet.ts'

export type ReadFact = FactWords & {
  readonly id: string
  /** as people point at it: its number in the order in which facts came in */
  readonly number: number
  readonly kind: FactKind
  readonly on: string | undefined
  readonly addedAt: string
  readonly received: boolean
  readonly recalled: boolean
  readonly withdrawn: boolean
  readonly withdrawnAt: string | undefined
}

export type ReadOffence = OffenceWords & {
  readonly id: string
  readonly law: Law
  readonly article: string
  readonly withdrawn: boolean
}

export type ReadStatement = StatementWords & {
  readonly id: string
  readonly element: string
  readonly kind: 'statement' | 'unknown'
  readonly offences: readonly string[]
  readonly facts: readonly string[]
  readonly againstFacts: readonly string[]
  readonly from: string | undefined
  readonly until: string | undefined
  readonly addedAt: string
  readonly withdrawnAt: string | undefined
}

export type ReadAssessment = AssessmentWords & {
  readonly id: string
  readonly way: 'paper' | 'delivered'
  readonly on: string
  /** of a delivered one: when it came in, as an ISO instant, and the hash of its message */
  readonly receipt: { readonly at: string; readonly hash: string } | undefined
  readonly facts: readonly string[]
}

export type ReadOutcome = OutcomeWords & {
  readonly offenceId: string
  readonly stage: string
  readonly route: string
  readonly grounds: readonly string[]
}

export type ReadNotice = NoticeWords & {
  readonly recipient: string
  readonly state: 'draft' | 'told' | 'not-told'
  readonly on: string | undefined
}

export type ReadObjection = ObjectionWords & {
  readonly id: string
  readonly kind: ObjectionKind
  readonly receivedOn: string
  readonly heardOn: string | undefined
  readonly answeredOn: string | undefined
  readonly upheld: boolean | undefined
}

export type ReadDecision = DecisionWords & {
  readonly id: string
  readonly signedBy: string
  readonly signedAt: string
  readonly on: string
  readonly following: Following
  readonly editions: { readonly routes: string; readonly grounds: string; readonly sheet: string }
  readonly outcomes: readonly ReadOutcome[]
  readonly notices: readonly ReadNotice[]
}

export type ReadEvent = {
  readonly id: string
  readonly kind: EventKind
  readonly at: string
  readonly by: string | undefined
  readonly aboutPerson: string | undefined
  readonly words: EventWords
}

/** A statement that names a fact that is gone; `wholly` when nothing else carries it. */
export type Unsupported = Pick<ReadStatement, 'element' | 'text'> & { readonly wholly: boolean }

export type ReadDossier = {
  readonly head: DossierHead
  readonly words: DossierWords
  readonly offences: readonly ReadOffence[]
  readonly facts: readonly ReadFact[]
  /** on the worksheet now */
  readonly statements: readonly ReadStatement[]
  /** also what was taken off it: a decision is read with the worksheet as it was then */
  readonly everStated: readonly ReadStatement[]
  readonly assessments: readonly ReadAssessment[]
  readonly decisions: readonly ReadDecision[]
  readonly objections: readonly ReadObjection[]
  readonly events: readonly ReadEvent[]
  readonly circle: readonly string[]
  /** names by person id */
  readonly names: ReadonlyMap<string, string>
  readonly notLooked: NotLooked & {
    readonly unsupported: readonly Unsupported[]
    /** that should say which offence they are about, and name none that is in the dossier now */
    readonly aboutNone: readonly ReadStatement[]
  }
}

/** Everything in a dossier, for its circle. */
export async function readDossier(work: Work, desk: DossierDesk, id: string): Promise<ReadDossier> {
  const { row, head } = await findDossier(work, id)
  const seal = await openDossierKey(work, desk.keyring, row)
  const offences = (await listOffences(work, id)).map((one) => ({
    id: one.id,
    law: one.law,
    article: one.article,
    withdrawn: one.withdrawn_at !== null,
    ...seal.open<OffenceWords>(places.offence(one.id), one.content),
  }))
  const facts = (await listFacts(work, id)).map((one, nth) => ({
    id: one.id,
    number: nth + 1,
    kind: one.kind,
    on: one.happened_on ?? undefined,
    addedAt: isoInstant(one.added_at),
    received: one.received_id !== null,
    recalled: one.recalled_at !== null,
    withdrawn: one.withdrawn_at !== null,
    withdrawnAt: one.withdrawn_at ? isoInstant(one.withdrawn_at) : undefined,
    ...seal.open<FactWords>(places.fact(one.id), one.content),
  }))
  const everStated = (await listStatements(work, id)).map((one) => ({
    id: one.id,
    element: one.element,
    kind: one.kind,
    offences: one.offences,
    facts: one.facts,
    againstFacts: one.against_facts,
    from: one.from_on ?? undefined,
    until: one.until_on ?? undefined,
    addedAt: isoInstant(one.added_at),
    withdrawnAt: one.withdrawn_at ? isoInstant(one.withdrawn_at) : undefined,
    ...seal.open<StatementWords>(places.statement(one.id), one.content),
  }))
  const statements = everStated.filter(({ withdrawnAt }) => withdrawnAt === undefined)
  const assessments = (await listAssessments(work, id)).map((one) => ({
    id: one.id,
    way: one.way,
    on: one.made_on,
    receipt: one.hash
      ? { at: isoInstant(one.entered_at), hash: one.hash.toString('hex') }
      : undefined,
    facts: one.facts,
    // Of older ones on paper this was not asked.
    ...{ qualification: '', qualifiedOn: '', involved: '' },
    ...seal.open<AssessmentWords>(places.assessment(one.id), one.content),
  }))
  const decisions = await decisionsOf(work, id, seal)
  const objections = (await listObjections(work, id)).map((one) => ({
    id: one.id,
    kind: one.kind,
    receivedOn: one.received_on,
    heardOn: one.heard_on ?? undefined,
    answeredOn: one.answered_on ?? undefined,
    upheld: one.upheld ?? undefined,
    ...seal.open<ObjectionWords>(places.objection(one.id), one.content),
  }))
  const events = (await listEvents(work, id)).map((one) => ({
    id: one.id,
    kind: one.kind as EventKind,
    at: isoInstant(one.happened_at),
    by: one.by_person ?? undefined,
    aboutPerson: one.about_person ?? undefined,
    words: one.content ? seal.open<EventWords>(places.event(one.id), one.content) : {},
  }))
  const circle = (await listCircle(work, id)).map(({ person_id }) => person_id)
  const people = new Set([
    ...circle,
    head.handlerId,
    ...decisions.map(({ signedBy }) => signedBy),
    ...events.flatMap(({ by, aboutPerson }) =>
      [by, aboutPerson].filter((one) => one !== undefined),
    ),
  ])
  const names = await desk.namesOf(work, [...people])
  const sheets = {
    elements: desk.worksheet.elements,
    said: statements,
    offences: offences.filter((one) => !one.withdrawn).map((one) => one.id),
  }
  work.audit({ act: 'dossier.read', subject: id })
  return {
    head,
    words: seal.open<DossierWords>(places.head, row.content),
    offences,
    facts,
    statements,
    everStated,
    assessments,
    decisions,
    objections,
    events,
    circle,
    names,
    notLooked: {
      unsupported: unsupportedIn(statements, facts),
      aboutNone:
        sheets.offences.length === 0
          ? []
          : sheetBeside(sheets)
              .filter(({ element }) => element.aboutOffence)
              .flatMap(({ said }) => said),
      ...notLookedAt({
        ...sheets,
        facts: facts.filter((one) => !one.withdrawn && !one.recalled).map((one) => one.id),
        used: new Set([
          ...statements.flatMap((one) => [...one.facts, ...one.againstFacts]),
          ...assessments.flatMap((one) => one.facts),
        ]),
      }),
    },
  }
}

function unsupportedIn(
  statements: readonly ReadStatement[],
  facts: readonly ReadFact[],
): readonly Unsupported[] {
  const standing = new Set(
    facts.filter((one) => !one.withdrawn && !one.recalled).map((one) => one.id),
  )
  const nothing = new Set(restOnNothing(statements, standing).map(({ id }) => id))
  return statements
    .filter((one) => [...one.facts, ...one.againstFacts].some((id) => !standing.has(id)))
    .map(({ id, element, text }) => ({ element, text, wholly: nothing.has(id) }))
}

async function decisionsOf(
  work: Work,
  dossierId: string,
  seal: DossierKey,
): Promise<ReadDecision[]> {
  const rows = await listDecisions(work, dossierId)
  if (rows.length === 0) return []
  const [outcomes, notices] = [
    await listOutcomes(work, dossierId),
    await listNotices(work, dossierId),
  ]
  return rows.map((one) => ({
    id: one.id,
    signedBy: one.signed_by,
    signedAt: isoInstant(one.signed_at),
    on: one.decided_on,
    following: one.following,
    editions: {
      routes: one.routes_edition,
      grounds: one.grounds_edition,
      sheet: one.sheet_edition,
    },
    ...seal.open<DecisionWords>(places.decision(one.id), one.content),
    outcomes: outcomes
      .filter(({ decision_id }) => decision_id === one.id)
      .map((outcome) => ({
        offenceId: outcome.offence_id,
        stage: outcome.stage,
        route: outcome.route,
        grounds: outcome.grounds,
        ...seal.open<OutcomeWords>(places.outcome(one.id, outcome.offence_id), outcome.content),
      })),
    notices: notices
      .filter(({ decision_id }) => decision_id === one.id)
      .map((notice) => ({
        recipient: notice.recipient,
        state: notice.state,
        on: notice.told_on ?? undefined,
        ...seal.open<NoticeWords>(places.notice(one.id, notice.recipient), notice.content),
      })),
  }))
}
