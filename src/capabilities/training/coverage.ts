/** How far a team is, in numbers of people. Of a team that is too small there is no number at all (decision 157). */
export type Coverage =
  | { readonly tooSmall: true; readonly smallest: number }
  | {
      readonly tooSmall: false
      readonly people: number
      readonly any: Readers
      /** by story */
      readonly of: (story: string) => Readers
    }

type Readers = {
  /** read it once or more */
  readonly completed: number
  /** read it within the term */
  readonly fresh: number
}

type Counted = Readers & { readonly story: string | null }

const nobody: Readers = { completed: 0, fresh: 0 }

/** `counted`: per story, and one without a story for any of them. */
export function coverageOf(
  people: number,
  counted: readonly Counted[],
  smallest: number,
): Coverage {
  if (people < smallest) return { tooSmall: true, smallest }
  const of = (story: string | null): Readers => {
    const { completed, fresh } = counted.find((one) => one.story === story) ?? nobody
    return { completed, fresh }
  }
  return { tooSmall: false, people, any: of(null), of }
}
