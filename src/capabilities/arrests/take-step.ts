import { refuse } from '#platform/refusal.ts'
import type { Work } from '#platform/work.ts'
import type { ArrestDesk } from './desk.ts'
import { beforeHalt, type FileStep, readyOn, stateAfter } from './file.ts'
import { findFile, type Place } from './find-file.ts'
import { listLookRows, updateFile } from './store.ts'
import { addNote, sentBefore } from './write-note.ts'

type Step = {
  readonly step: FileStep
  /** why */
  readonly reasons: string
  /** why it is done without a look; empty when there is one */
  readonly without: string
  readonly key?: string | undefined
}

/** Every change of state: lock, ask whether it can be done, then write state and decision together. */
export async function takeStep(
  work: Work,
  desk: ArrestDesk,
  place: Place,
  { step, reasons, without, key }: Step,
): Promise<void> {
  const found = await findFile(work, desk, place, true)
  const { row } = found
  const act = `${place.kind}.${step}`
  if (await sentBefore(work, found, act, key)) return
  const state = stateAfter(place.kind, step, row.state, row.age_group ?? undefined)
  if (!state) return refuse('conflict', `cannot-${step}`)
  if (reasons.trim() === '') refuse('invalid', 'reasons-missing')
  const looks = step === 'ready' || step === 'halt' ? await listLookRows(work, row.id) : []
  const halts = step === 'halt' && beforeHalt(looks) !== undefined
  if (halts && without.trim() === '') refuse('invalid', 'look-or-why')
  const ready = step === 'ready' ? readyOn(looks, without) : undefined
  if (ready && !ready.ok) return refuse('invalid', 'look-or-why')
  const onLook = ready && { ready_look_id: ready.look ?? null, ready_without: !ready.look }
  await updateFile(work, row.id, { state, ...onLook })
  const departs = halts || ready?.departs ? without : ''
  await addNote(work, found, {
    kind: 'decision',
    code: step,
    at: work.now,
    words: { text: reasons, ...(departs ? { without: departs } : {}) },
    key,
    act,
  })
}
