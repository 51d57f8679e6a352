import type { Work } from '#platform/work.ts'
import { researcher } from './access.ts'
import { makeFrame, type StrataBy } from './frame.ts'
import { waveIn } from './get-wave.ts'
import { schoolKinds } from './questionnaire.ts'
import { type Allocation, allocate, drawSample, populationsOf } from './sample.ts'
import { insertSample, listFrame, sizesIn, updateWave } from './wave-store.ts'

export type WaveDraw = {
  readonly seed: string
  readonly size: number
  /** at least so many of each stratum */
  readonly least: number
  readonly by: readonly StrataBy[]
  readonly steps: readonly number[]
}

export type DrawnWave =
  | { readonly ok: true }
  | { readonly ok: false; readonly because: 'no-schools' | 'size-impossible' | 'too-many-strata' }

/** More strata than this cannot be told apart by anybody, nor answered for. */
const mostStrata = 200

/**
 * Draws the sample of a wave, once: whoever could draw again until it pleased would not have drawn. The same lists,
 * choices and seed give the same sample anywhere.
 */
export async function drawWave(work: Work, id: string, draw: WaveDraw): Promise<DrawnWave> {
  researcher(work)
  await waveIn(work, id, 'prepared')
  const refused = (because: Extract<DrawnWave, { ok: false }>['because']): DrawnWave => {
    work.audit({ act: 'survey.draw', subject: id, details: { refused: because } })
    return { ok: false, because }
  }
  const rows = await listFrame(work, id)
  if (rows.length === 0) return refused('no-schools')
  const { by, steps, seed, size, least } = draw
  const listed = rows.map((row) => ({
    ...{ code: row.school, name: row.name, kind: row.kind, line: 0 },
    municipality: row.municipality ?? undefined,
    province: row.province ?? undefined,
  }))
  const sizes = sizesIn(rows)
  const lists = schoolKinds.map((kind) => ({
    kind,
    schools: listed.filter((each) => each.kind === kind),
  }))
  const frame = makeFrame({ lists, sizes, steps, by })
  const populations = populationsOf(frame)
  if (populations.size > mostStrata) return refused('too-many-strata')
  const allocations = possible(() => allocate(populations, { size, least }))
  if (!allocations) return refused('size-impossible')
  const chosen = drawSample(seed, frame, allocations).filter((one) => one.chosen)
  await insertSample(
    work,
    id,
    allocations,
    chosen.map(({ school }) => school),
  )
  await updateWave(work, id, { state: 'drawn', seed, strata_by: [...by] })
  const details = { size, least, strata: allocations.length, by: by.join('+') }
  work.audit({ act: 'survey.draw', subject: id, details })
  return { ok: true }
}

function possible(allocation: () => readonly Allocation[]): readonly Allocation[] | undefined {
  try {
    return allocation()
  } catch (error) {
    if (error instanceof RangeError) return undefined
    throw error
  }
}
