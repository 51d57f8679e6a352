import type { Work } from '#platform/work.ts'
import type { Item, Page } from './page.ts'
import { type Scope, type SourceName, speaksOf } from './source.ts'
import {
  type Fresh,
  heldAmong,
  keepRows,
  setApart,
  withdrawRows,
  withdrawUnmet,
} from './store-rows.ts'
import { closeGaps, noteGap, saveStanding } from './store-standing.ts'
import type { Standing, Step } from './walk.ts'

type Read = {
  readonly name: SourceName
  readonly scope: Scope
  readonly page: Page
  readonly standing: Standing
  readonly step: Step
}

/** Keeps the rows of a page and how far that brings us, in one transaction: together, or not at all. */
export async function takePage(work: Work, read: Read): Promise<void> {
  const { name, page, standing, step } = read
  const place = { source: name, walk: standing.walk }
  const fresh = await wantedRows(work, read)
  const gone = page.items.flatMap(({ id, stamp, is }) =>
    is.kind === 'deleted' && id && stamp ? [{ id, stamp }] : [],
  )
  const changed = await keepRows(work, place, fresh)
  const withdrawn = await withdrawRows(work, place, gone)
  const apart = page.items.map((item, at) => ({ ...item, place: `${standing.walk}.${at}` }))
  await setApart(work, place, apart)
  await finish(work, name, { standing, step, changed, withdrawn })
}

/** Nothing new came, but it may be the end of a walk. */
export async function takeStep(
  work: Work,
  name: SourceName,
  standing: Standing,
  step: Step,
): Promise<void> {
  await finish(work, name, { standing, step, changed: 0, withdrawn: 0 })
}

type Done = {
  readonly standing: Standing
  readonly step: Step
  readonly changed: number
  readonly withdrawn: number
}

async function finish(work: Work, name: SourceName, done: Done): Promise<void> {
  const { standing, step, changed } = done
  const isWhole = step.ended && !step.gap && standing.whole
  const unmet = isWhole ? await withdrawUnmet(work, { source: name, walk: standing.walk }) : 0
  if (step.gap) await noteGap(work, name, step.gap)
  else if (step.ended) await closeGapsAfter(work, name, standing)
  await saveStanding(work, name, step.standing)
  const withdrawn = done.withdrawn + unmet
  if (changed + withdrawn > 0) {
    work.audit({ act: 'open-data.read', details: { source: name, changed, withdrawn } })
  }
}

/** A feed goes on where it could not; a list must be walked whole to show that nothing is missed any more. */
async function closeGapsAfter(work: Work, name: SourceName, { whole }: Standing): Promise<void> {
  if (whole || name === 'commitments') await closeGaps(work, name)
}

/** Rows to keep; commitments only where they speak of what we look for, or we have them. */
async function wantedRows(work: Work, { name, scope, page }: Read): Promise<Fresh[]> {
  const rows = freshRows(page.items)
  if (name !== 'commitments') return rows
  const held = await heldAmong(
    work,
    name,
    rows.map(({ id }) => id),
  )
  return rows.filter(
    ({ id, facts }) => held.has(id) || ('text' in facts && speaksOf(facts.text, scope)),
  )
}

/** The rows of a page that could be read, each once as it is newest. */
export function freshRows(items: readonly Item[]): Fresh[] {
  const rows = new Map<string, Fresh>()
  for (const { id, stamp, is } of items) {
    if (is.kind !== 'kept' || !id || !stamp || (rows.get(id)?.stamp ?? '') > stamp) continue
    const { facts, matters, onDay } = is.kept
    rows.set(id, { id, stamp, facts, matters, on_day: onDay ?? null })
  }
  return [...rows.values()]
}
