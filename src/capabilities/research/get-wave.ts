import { refuse } from '#platform/refusal.ts'
import type { Work } from '#platform/work.ts'
import type { Surveys } from './load-surveys.ts'
import type { Questionnaire } from './questionnaire.ts'
import type { WaveState } from './wave.ts'
import { findWave } from './wave-store.ts'
import type { WaveRow } from './wave-tables.ts'

/** A wave of this organisation, to change it in this state; in another one somebody was first. */
export async function waveIn(work: Work, id: string, ...states: WaveState[]): Promise<WaveRow> {
  const wave = (await findWave(work, id, 'change')) ?? refuse('not-found', 'no-such-wave')
  return states.includes(wave.state) ? wave : refuse('conflict', `wave-is-${wave.state}`)
}

/** Stays in the program for as long as a wave needs it: versions are never taken out. */
export function questionnaireOf(
  surveys: Surveys,
  { questionnaire }: Pick<WaveRow, 'questionnaire'>,
): Questionnaire {
  const found = surveys.find(questionnaire)
  if (!found)
    throw new Error(`There is no questionnaire ${questionnaire} in the knowledge any more.`)
  return found
}
