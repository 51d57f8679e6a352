import { sendMessage } from '#capabilities/sharing/index.ts'
import { type CountSource, undivided } from '#platform/count-source.ts'
import { newId } from '#platform/ids.ts'
import type { Work } from '#platform/work.ts'
import { sealCount } from './count-words.ts'
import { type Counts, cellsOf, countsKind } from './counts-message.ts'
import type { Definition } from './definition.ts'
import type { FiguresDesk } from './desk.ts'
import type { Period } from './period.ts'
import { insertCount } from './store.ts'

/** By what a definition is divided: the codes of its cells. */
export const codesOf = ({ definitions }: Pick<FiguresDesk, 'definitions'>, one: Definition) =>
  divisionsOf({ definitions }, one).map(({ code }) => code)

export const divisionsOf = (
  { definitions }: Pick<FiguresDesk, 'definitions'>,
  one: Definition,
): CountSource['divisions'] => {
  const { divisions } = definitions.sourceOf(one)
  return divisions.length > 0 ? divisions : [{ code: undivided, title: one.title }]
}

/** The exact numbers of a period, as the rows of the organisation at work give them now. */
export const countNow = async (
  work: Work,
  desk: Pick<FiguresDesk, 'definitions'>,
  definition: Definition,
  period: Period,
): Promise<Counts['cells']> =>
  cellsOf(
    codesOf(desk, definition),
    await desk.definitions.sourceOf(definition).count(work, period),
  )

type Sending = {
  readonly definition: Definition
  readonly period: Period
  readonly number: number
  readonly cells: Counts['cells']
  readonly ministryId: string
  readonly by: string | null
}

/** Keeps counts as they are sent, and sends them, once per number; answers whether they are new. */
export async function sendCounts(
  work: Work,
  { keyring }: Pick<FiguresDesk, 'keyring'>,
  { definition, period, number, cells, ministryId, by }: Sending,
): Promise<boolean> {
  const id = newId()
  const isNew = await insertCount(work, {
    id,
    definition: definition.id,
    definition_version: definition.version,
    period: period.code,
    number,
    ministry_id: ministryId,
    counted_at: work.now.toString(),
    counted_by: by,
    ...(await sealCount(work, keyring, id, cells)),
  })
  if (!isNew) return false
  const body: Counts = {
    definition: definition.id,
    version: definition.version,
    period: period.code,
    number,
    cells,
  }
  work.audit({
    act: 'figures.publish',
    subject: id,
    details: { definition: definition.id, period: period.code, number, to: ministryId },
  })
  await sendMessage(work, { keyring }, { to: ministryId, kind: countsKind, about: id, body })
  return true
}
