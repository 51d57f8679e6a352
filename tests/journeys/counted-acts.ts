/** How time is spent at a screen, as a count of acts: the same on a slow machine and on a quick one. */

/** Seconds for each act; whoever counts says which, and why. */
export type Seconds = {
  /** reading a page and finding one's way on it, once for every page */
  readonly page: number
  /** reading a question, deciding, and tapping the answer */
  readonly question: number
  /** any other tap */
  readonly tap: number
  /** a key on the keyboard of a phone */
  readonly key: number
}

export type Acts = Record<keyof Seconds, number>

export const noActs = (): Acts => ({ page: 0, question: 0, tap: 0, key: 0 })

/** In seconds. */
export const timeOf = (acts: Acts, seconds: Seconds): number =>
  acts.page * seconds.page +
  acts.question * seconds.question +
  acts.tap * seconds.tap +
  acts.key * seconds.key
