/** One thing that was written, and its words made plain: ` noor had twee telefoons `. */
export type Piece = {
  /** the page within the case where it stands; nothing: on that of the case itself */
  readonly at: string | undefined
  readonly text: string
  readonly plain: string
}

type Remembered = {
  readonly changed: string
  readonly pieces: readonly Piece[]
  readonly size: number
  usedAt: number
}

/** The opened words of cases, in the memory of this process and nowhere else. */
export type CaseMemory = {
  /** nothing when the case was not remembered, or changed since */
  recall(key: string, changed: string): readonly Piece[] | undefined
  keep(key: string, changed: string, pieces: readonly Piece[]): void
  /** what nobody used for a while goes, also when nobody searches any more */
  tidy(): void
}

/** In signs: about 64 MB of memory at most. */
const mostSigns = 16_000_000
/** Of nobody searching, in milliseconds: as long as a session may lie idle. */
const forgottenAfter = 15 * 60 * 1_000

/** `now` in milliseconds. What was used longest ago goes first. */
export function caseMemory(now: () => number, most = mostSigns): CaseMemory {
  // In order of use, because a map keeps the order in which it was filled.
  const known = new Map<string, Remembered>()
  let signs = 0
  const forget = (key: string, { size }: Remembered): void => {
    known.delete(key)
    signs -= size
  }
  const tidy = (at: number): void => {
    for (const [key, one] of known) {
      if (signs <= most && at - one.usedAt < forgottenAfter) return
      forget(key, one)
    }
  }
  return {
    tidy: () => tidy(now()),
    recall(key, changed) {
      const at = now()
      tidy(at)
      const found = known.get(key)
      if (!found) return undefined
      forget(key, found)
      if (found.changed !== changed) return undefined
      found.usedAt = at
      known.set(key, found)
      signs += found.size
      return found.pieces
    },
    keep(key, changed, pieces) {
      const before = known.get(key)
      if (before) forget(key, before)
      const size = pieces.reduce((sum, { text, plain }) => sum + text.length + plain.length, 0)
      known.set(key, { changed, pieces, size, usedAt: now() })
      signs += size
      tidy(now())
    },
  }
}
