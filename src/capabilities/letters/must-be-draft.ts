import { refuse } from '#platform/refusal.ts'
import type { LetterRow } from './tables.ts'

/** Refuses what is fixed, published or put away: nothing is done with that as with a draft. */
export function mustBeDraft({ state, put_away_at }: LetterRow): void {
  if (state !== 'draft') refuse('conflict', 'letter-is-fixed')
  if (put_away_at !== null) refuse('conflict', 'letter-is-put-away')
}
