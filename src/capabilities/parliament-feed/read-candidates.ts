import { isoInstant } from '#platform/dates.ts'
import { refuse } from '#platform/refusal.ts'
import type { Work } from '#platform/work.ts'
import { reader } from './access.ts'
import { type Candidate, type CandidateKind, kindOf, outcomeOf } from './candidate.ts'
import { type FoundRow, listBelonging, listFound, markSeen, type Seen } from './store-candidates.ts'
import { findSetting } from './store-standing.ts'

/** So many on a page. */
const onPage = 25

export type CandidateQuery = {
  readonly kind: CandidateKind | undefined
  readonly dossier: string | undefined
  readonly all: boolean
  /** counts from 1 */
  readonly page: number
}

export type Found = {
  readonly isOn: boolean
  readonly candidates: readonly Candidate[]
  readonly more: boolean
}

/** What was found at the House and nobody saw yet, or what changed since; with `all` everything. */
export async function readCandidates(work: Work, query: CandidateQuery): Promise<Found> {
  reader(work)
  const setting = await findSetting(work)
  const offset = (query.page - 1) * onPage
  const rows = await listFound(work, { ...query, limit: onPage + 1, offset })
  const shown = rows.slice(0, onPage)
  const matters = shown.flatMap(({ source, id }) => (source === 'matters' ? id : []))
  const belonging = await listBelonging(work, matters)
  work.audit({ act: 'open-data.list', details: { count: shown.length } })
  return {
    isOn: setting?.isOn ?? false,
    candidates: shown.map((row) =>
      candidateFrom(
        row,
        belonging.filter((one) => one.matters.includes(row.id)),
      ),
    ),
    more: rows.length > onPage,
  }
}

/** With what belongs to it. */
export function candidateFrom(
  row: FoundRow,
  belonging: Awaited<ReturnType<typeof listBelonging>>,
): Candidate {
  const decided = belonging.flatMap((one) =>
    one.source === 'decisions' && !one.withdrawn ? { ...one.facts, stamp: one.stamp } : [],
  )
  const papers = belonging.flatMap((one) =>
    one.source === 'documents'
      ? { ...one.facts, onDay: one.on_day ?? undefined, withdrawn: one.withdrawn }
      : [],
  )
  const { source, id } = row
  return {
    ...{ source, id, papers, outcome: outcomeOf(decided) },
    ...wordsOf(row),
    onDay: row.on_day ?? undefined,
    withdrawn: row.withdrawn_at !== null,
    touchedAt: isoInstant(row.touched_at),
    itemId: row.item_id ?? undefined,
    looked: row.seen_until === null ? 'not-yet' : row.changed_since ? 'changed-since' : 'seen',
  }
}

const wordsOf = ({ facts }: FoundRow) =>
  'text' in facts
    ? {
        kind: 'commitment' as const,
        kindName: '',
        subject: facts.text,
        dossiers: [],
        number: facts.number,
        said: facts.status || undefined,
      }
    : {
        kind: kindOf(facts.kind),
        kindName: facts.kind,
        subject: facts.subject,
        dossiers: facts.dossiers,
        number: facts.number,
        said: facts.advice,
      }

/** Somebody saw it, and it does not belong in the register. Doing it twice is the same. */
export async function seeCandidate(work: Work, seen: Seen): Promise<void> {
  const { personId } = reader(work)
  if (!(await markSeen(work, personId, seen))) refuse('not-found', 'no-such-candidate')
  work.audit({ act: 'open-data.seen', subject: seen.id })
}
