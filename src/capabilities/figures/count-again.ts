import { dutchDay } from '#platform/dates.ts'
import { refuse } from '#platform/refusal.ts'
import type { Work } from '#platform/work.ts'
import { publisher } from './access.ts'
import { openCount } from './count-words.ts'
import { sameCells } from './counts-message.ts'
import type { FiguresDesk } from './desk.ts'
import { mayBeCorrected, periodFrom } from './period.ts'
import { countNow, sendCounts } from './send-counts.ts'
import { findLastCount, findPublishing } from './store.ts'

type Which = { readonly definition: string; readonly period: string }

/**
 * Counts a published period again from the rows as they are now. Other numbers are a correction: the next number, sent
 * like the first. Answers whether there is one; nobody types a number. Refuses `not-found` for what was never
 * published, `conflict` when publishing is off, the period is too long ago, or the definition changed meanwhile.
 */
export async function countAgain(work: Work, desk: FiguresDesk, which: Which): Promise<boolean> {
  const { personId } = publisher(work)
  const [definition, period] = [desk.definitions.find(which.definition), periodFrom(which.period)]
  const last = definition && period && (await findLastCount(work, which))
  if (!definition || !period || !last) return refuse('not-found', 'no-such-figure')
  const publishing = await findPublishing(work)
  if (!publishing || publishing.turned_off_at) return refuse('conflict', 'publishing-off')
  if (!mayBeCorrected(period, dutchDay(work.now))) return refuse('conflict', 'too-long-ago')
  if (definition.version !== last.definition_version) return refuse('conflict', 'other-version')
  const cells = await countNow(work, desk, definition, period)
  const isSame = sameCells(cells, await openCount(work, desk.keyring, last))
  if (isSame && last.state !== 'refused') {
    work.audit({ act: 'figures.count-again', details: { ...which, changed: false } })
    return false
  }
  const { ministry_id: ministryId } = publishing
  const number = last.number + 1
  const isNew = await sendCounts(work, desk, {
    ...{ definition, period, number, cells, ministryId, by: personId },
  })
  if (!isNew) return refuse('conflict', 'at-the-same-time')
  return true
}
