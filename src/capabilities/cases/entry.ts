import type { OrganisationKind } from '#platform/actor.ts'
import type { CaseRole, Outcome } from './case-file.ts'

/** What is written in a case. A fact, an interpretation and a decision are three kinds of thing. */

export type EntryKind = 'fact' | 'interpretation' | 'decision' | 'contact' | 'signal' | 'event'

export const origins = ['own', 'hearsay', 'both'] as const
export type Origin = (typeof origins)[number]

export const contactWays = ['talk', 'phone', 'message', 'meeting'] as const
export type ContactWay = (typeof contactWays)[number]

/** The record of another capability that something in a case came from. */
export type From = {
  readonly capability:
    | 'protocols'
    | 'intervision'
    | 'conversations'
    | 'support'
    | 'advice'
    | 'sharing'
    | 'round-tables'
  readonly id: string
}

/** The organisation that a fact first came from, and through whom it came here, the first one first. */
export type ReceivedFrom = {
  readonly organisation: string
  readonly kind: OrganisationKind
  readonly via: readonly string[]
  /** what it was there: a thought, a name or own words of somebody do not become a fact by being passed on */
  readonly as?: 'fact' | 'interpretation' | 'decision' | 'own-words' | 'identity'
}

/**
 * The sealed words of each kind; `moment` is when it was, in words: "elke dinsdag in de pauze". A version
 * also keeps the day and the origin that went with its words, so that a correction of those loses nothing.
 */
export type EntryWords = {
  readonly fact: {
    readonly text: string
    readonly source: string
    readonly moment: string
    readonly on?: string
    readonly origin?: Origin
    /** where it first came from, when another organisation delivered it */
    readonly received?: ReceivedFrom
  }
  readonly interpretation: { readonly text: string; readonly innocent: readonly string[] }
  readonly decision: { readonly text: string; readonly reasons: string }
  readonly contact: {
    readonly text: string
    readonly withWhom: string
    readonly how: ContactWay
    readonly moment: string
    readonly on?: string
  }
  readonly signal: {
    readonly reference: string
    readonly text: string
    readonly source: string
    readonly moment: string
    readonly innocent: string
    readonly observed: readonly string[]
  }
  readonly event: {
    readonly text: string
    /** what the young person was told when it was closed */
    readonly told?: string
    /** how it was closed */
    readonly outcome?: Outcome
    /** the role that was judged, or ended */
    readonly role?: CaseRole
  }
}

type Written<K extends EntryKind> = Omit<EntryWords[K], 'moment' | 'on' | 'origin'> &
  (EntryWords[K] extends { moment: string } ? { readonly moment?: string } : unknown)

/** Who wrote it in the other record, and when: whoever brings it into the file is not its author. */
export type WrittenThere = { readonly by: string; readonly at: string }

/** What somebody, or another capability on their behalf, writes. */
export type NewEntry = {
  /** ISO date; left out when the day is not known */
  readonly happenedOn?: string | undefined
  readonly from?: From & { readonly written?: WrittenThere }
} & (
  | ({ readonly kind: 'fact'; readonly origin: Origin } & Written<'fact'>)
  | ({ readonly kind: 'interpretation' } & Written<'interpretation'>)
  | ({ readonly kind: 'decision'; readonly not: boolean } & Written<'decision'>)
  | ({ readonly kind: 'contact' } & Written<'contact'>)
)

export type WritableKind = NewEntry['kind']

type Fit = { readonly ok: true } | { readonly ok: false; readonly because: EntryFault }
export type EntryFault =
  | 'words-missing'
  | 'source-missing'
  | 'innocent-missing'
  | 'reasons-missing'
  | 'whom-missing'
  | 'not-yet'

const blank = (text: string): boolean => text.trim() === ''

/**
 * A fact has a source; an interpretation at least one innocent alternative; a decision reasons. Nothing
 * happened after today. `today` is an ISO date.
 */
export function fits(entry: NewEntry, today: string): Fit {
  const no = (because: EntryFault): Fit => ({ ok: false, because })
  if (blank(entry.text)) return no('words-missing')
  if (entry.happenedOn !== undefined && entry.happenedOn > today) return no('not-yet')
  if (entry.kind === 'fact' && blank(entry.source)) return no('source-missing')
  if (entry.kind === 'interpretation' && entry.innocent.every(blank)) return no('innocent-missing')
  if (entry.kind === 'decision' && blank(entry.reasons)) return no('reasons-missing')
  if (entry.kind === 'contact' && blank(entry.withWhom)) return no('whom-missing')
  return { ok: true }
}

/** What was done with the case itself, as it stands on the line of time. */
export type CaseEvent =
  | 'opened'
  | 'same-person'
  | 'identity-changed'
  | 'question-changed'
  | 'circle-added'
  | 'circle-ended'
  | 'handed-over'
  | 'taken-over'
  | 'task-done'
  | 'task-dropped'
  | 'role-judged'
  | 'role-ended'
  | 'document-added'
  | 'document-removed'
  | 'words-withdrawn'
  | 'closed'
  | 'reopened'

export const withdrawals = ['mistake', 'other-file', 'not-needed'] as const
export type Withdrawal = (typeof withdrawals)[number]

/** Who may change or withdraw what was written; a decision is not changed but followed by another. */
export const mayChangeEntry = (
  { kind, writtenBy }: { readonly kind: EntryKind; readonly writtenBy: string },
  { personId, isCoordinator }: { readonly personId: string; readonly isCoordinator: boolean },
): boolean => {
  if (kind === 'fact' || kind === 'contact') return writtenBy === personId || isCoordinator
  return kind === 'interpretation' && writtenBy === personId
}

export const mayWithdrawEntry = (
  { kind, writtenBy }: { readonly kind: EntryKind; readonly writtenBy: string },
  { personId, isCoordinator }: { readonly personId: string; readonly isCoordinator: boolean },
): boolean => kind !== 'event' && (writtenBy === personId || isCoordinator)
