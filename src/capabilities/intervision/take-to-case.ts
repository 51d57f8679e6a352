import {
  addTask,
  findCase,
  type NewEntry,
  sentBefore,
  writeEntry,
} from '#capabilities/cases/index.ts'
import { Temporal } from '#platform/clock.ts'
import { dutchDay, isoInstant } from '#platform/dates.ts'
import { refuse } from '#platform/refusal.ts'
import type { Work } from '#platform/work.ts'
import type { IntervisionDesk } from './desk.ts'
import { type Card, type ReadIntervision, readIntervision } from './read-intervision.ts'
import { leaveChanged, updateIntervision } from './store.ts'
import { findAsFacilitator } from './table.ts'

/** What of the table may go along, and what not. */
export type Yield = {
  readonly facts: readonly Card[]
  readonly interpretations: readonly Card[]
  /** the ordinary explanations that stand beside every interpretation */
  readonly innocent: readonly string[]
  readonly decision: string | undefined
}

/** Only what everybody at the table could read; an interpretation only beside an innocent one. */
export function yieldOf(table: ReadIntervision): Yield {
  const open = table.cards.filter(
    ({ phase }) =>
      table.revealed.includes(phase) ||
      table.phases.some(({ id, silent }) => id === phase && !silent),
  )
  const innocent = open.flatMap(({ content }) =>
    content.kind === 'explanation' && content.innocent ? [content.text] : [],
  )
  return {
    facts: open.filter(({ content }) => content.kind === 'fact'),
    interpretations: open.filter(
      ({ content }) =>
        content.kind === 'thought' || (content.kind === 'explanation' && !content.innocent),
    ),
    innocent,
    decision: table.conclusion?.question || table.conclusion?.agreement || undefined,
  }
}

type Take = {
  readonly caseId: string
  readonly cards: readonly string[]
  readonly decision: boolean
  /** of the form that was sent: what it wrote first in the case carries it */
  readonly key: string
  readonly words: {
    /** "intervisie (Niet pluis)": the source of each fact */
    readonly source: string
    /** "Overgetypt van papier …": below an interpretation of which nobody knows here who wrote it */
    readonly copied: string
    readonly task: string
    readonly noReasons: string
    readonly outcome: string
  }
}

/**
 * Writes into the file what the team chose, once. Facts and interpretations stay apart there as well, and
 * stay of who wrote them. The decision needs somebody who may decide in that case, and becomes a task of its
 * owner: ended on its own page, because the owner may not have sat at this table.
 */
export async function takeToCase(
  work: Work,
  desk: IntervisionDesk,
  id: string,
  { caseId, cards, decision, key, words }: Take,
): Promise<void> {
  const { row } = await findAsFacilitator(work, desk, id)
  if (row.state !== 'ended') return refuse('conflict', 'not-possible-now')
  if (row.taken_to_case_at) {
    const again = await sentBefore(work, caseId, { act: 'case.write-from-intervision', key })
    if (!again) return refuse('conflict', 'taken-already')
    work.audit({ act: 'intervision.take-to-case-again', subject: id })
    return
  }
  const head = await findCase(work, caseId, true)
  const table = await readIntervision(work, desk, id)
  const chosen = yieldOf(table)
  const from = { capability: 'intervision', id } as const
  const happenedOn = dutchDay(Temporal.Instant.from(isoInstant(row.started_at)))
  const entries: NewEntry[] = []
  for (const card of [...chosen.facts, ...chosen.interpretations]) {
    if (!cards.includes(card.id)) continue
    const { content } = card
    // On paper the cards carry the name of who typed them in, which says nothing about who wrote them.
    const source = row.on_paper ? from : { ...from, written: { by: card.by, at: card.writtenAt } }
    if (content.kind === 'fact') {
      const moment = content.moment ? { moment: content.moment } : {}
      entries.push({
        kind: 'fact',
        text: content.text,
        source: words.source,
        origin: row.on_paper ? 'hearsay' : content.origin,
        from: source,
        ...moment,
      })
    } else {
      if (chosen.innocent.length === 0) return refuse('invalid', 'needs-innocent')
      entries.push({
        kind: 'interpretation',
        text: row.on_paper ? `${content.text}\n\n${words.copied}` : content.text,
        innocent: chosen.innocent,
        happenedOn,
        from: source,
      })
    }
  }
  if (decision) {
    if (!head.mayDecide) return refuse('not-allowed', 'cannot-decide')
    const { question = '', agreement = '' } = table.conclusion ?? {}
    entries.push({
      kind: 'decision',
      text: [words.outcome, question].filter(Boolean).join('\n'),
      reasons: agreement || words.noReasons,
      not: row.outcome === 'protective-suffices',
      happenedOn,
      from,
    })
  }
  if (entries.length === 0) return refuse('invalid', 'choose-something')
  for (const [index, entry] of entries.entries()) {
    await writeEntry(work, desk.cases, caseId, entry, index === 0 ? key : undefined)
  }
  if (decision && row.owner_id && row.due_on) {
    await addTask(work, desk.cases, caseId, {
      title: words.task,
      ownerId: row.owner_id,
      dueOn: row.due_on,
      clock: 'agreement',
      from,
    })
  }
  await updateIntervision(work, id, { taken_to_case_at: work.now.toString(), case_id: caseId })
  leaveChanged(work, id)
  work.audit({
    act: 'intervision.take-to-case',
    subject: id,
    details: { entries: entries.length },
  })
}
