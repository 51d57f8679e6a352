import type { Passage, Story } from './story.ts'

/**
 * How far somebody is in a story and where they stopped. It lives in the form of the page and nowhere else,
 * until the reader closes it (decision 155).
 */
export type Reading = {
  /** the passage that is read, counted from 0; as many as there are passages: the end */
  readonly at: number
  /** the reader stopped here, and says why */
  readonly stopping: boolean
  /** by passage */
  readonly stops: ReadonlyMap<string, Stopped>
}

export type Stopped = {
  /** what the reader ticked, in the order of the choices */
  readonly signals: readonly string[]
  /** in the reader's own words; may be empty */
  readonly words: string
}

/** What a reader can do with a passage. */
export const acts = ['next', 'stop', 'keep', 'drop', 'back'] as const
export type ReadingAct = (typeof acts)[number]

/** Longest own words about one passage, in characters. */
export const longestWords = 500

export const beginning: Reading = { at: 0, stopping: false, stops: new Map() }

export const isAtEnd = (story: Story, { at }: Reading): boolean => at >= story.passages.length

/** The reading after an act. `said` is what stood in the form when the reader was saying why. */
export function go(story: Story, reading: Reading, act: ReadingAct, said?: Stopped): Reading {
  const stops = new Map(reading.stops)
  const here = story.passages[reading.at]
  // What somebody ticked and wrote stays, whichever way they go on.
  if (here && reading.stopping && said && act !== 'drop') stops.set(here.id, said)
  if (here && act === 'drop') stops.delete(here.id)
  const step = { next: 1, keep: 1, drop: 1, stop: 0, back: -1 }[act]
  const at = Math.max(0, Math.min(reading.at + step, story.passages.length))
  return { at, stopping: act === 'stop' && here !== undefined, stops }
}

/** One passage after the story was read: what showed, and what the reader did. Nothing is counted. */
export type Looking = {
  readonly passage: Passage
  readonly how: 'stopped-at-signal' | 'stopped-elsewhere' | 'read-past-signal' | 'ordinary'
  readonly stopped: Stopped | undefined
}

/** The line of time of the story beside where the reader stopped. */
export const lookBack = (story: Story, { stops }: Reading): readonly Looking[] =>
  story.passages.map((passage) => {
    const stopped = stops.get(passage.id)
    const shows = passage.signals.length > 0
    return {
      passage,
      how: stopped
        ? shows
          ? 'stopped-at-signal'
          : 'stopped-elsewhere'
        : shows
          ? 'read-past-signal'
          : 'ordinary',
      stopped,
    }
  })
