import { dutchDay } from '#platform/dates.ts'
import type { Work } from '#platform/work.ts'
import { researcher } from './access.ts'
import { insertWave } from './wave-store.ts'

export type WaveContent = {
  readonly title: string
  /** the name of a version */
  readonly questionnaire: string
  /** ISO date: the last day on which answers are taken */
  readonly closesOn: string
}

/** Begins a wave. Sent twice with the same key, it counts once. */
export async function makeWave(
  work: Work,
  { title, questionnaire, closesOn }: WaveContent,
  key?: string,
): Promise<string | undefined> {
  const actor = researcher(work)
  const made_on = dutchDay(work.now)
  const wave = { title, questionnaire, closes_on: closesOn, made_on }
  const id = await insertWave(work, actor, wave, key)
  work.audit(id ? { act: 'survey.make', subject: id } : { act: 'survey.make-again' })
  return id
}
