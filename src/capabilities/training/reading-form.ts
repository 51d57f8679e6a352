import { listOf, type Typed, textOf } from '#platform/form.ts'
import { acts, longestWords, type Reading, type ReadingAct, type Stopped } from './reading.ts'
import type { Story } from './story.ts'

/** The names of the fields in which a reading travels from page to page. */
export const fields = {
  at: 'at',
  act: 'do',
  stopping: 'stopping',
  signals: 'signals',
  words: 'words',
  stopAt: (passage: string) => `stop-${passage}`,
  wordsAt: (passage: string) => `words-${passage}`,
} as const

/** What a form says of the reading so far. What the story does not have is left out: nobody is fooled but the reader. */
export function readingFrom(story: Story, typed: Typed): Reading {
  const at = Number(/^\d{1,2}$/.exec(textOf(typed, fields.at))?.[0] ?? 0)
  const stops = new Map<string, Stopped>()
  for (const { id } of story.passages) {
    if (!(fields.stopAt(id) in typed)) continue
    stops.set(id, {
      signals: known(story, textOf(typed, fields.stopAt(id)).split(' ')),
      words: short(textOf(typed, fields.wordsAt(id))),
    })
  }
  return {
    at: Math.min(at, story.passages.length),
    stopping: textOf(typed, fields.stopping) === 'yes',
    stops,
  }
}

/** Why the reader stopped at the passage that is on screen. */
export const saidIn = (story: Story, typed: Typed): Stopped => ({
  signals: known(story, listOf(typed, fields.signals)),
  words: short(textOf(typed, fields.words)),
})

export const actIn = (typed: Typed): ReadingAct =>
  acts.find((act) => act === textOf(typed, fields.act)) ?? 'next'

const known = (story: Story, ids: readonly string[]): readonly string[] =>
  story.choices.filter((id) => ids.includes(id))

const short = (words: string): string => words.trim().slice(0, longestWords).toWellFormed()
