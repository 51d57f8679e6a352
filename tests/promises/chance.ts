/** The same numbers for the same seed, whatever is done with them. */
export type Chance = {
  /** from zero up to this, not reaching it */
  number(below: number): number
  /** so many times in a hundred */
  in100(times: number): boolean
  /** nothing when there is nothing to choose from */
  one<T>(of: readonly T[]): T | undefined
  some<T>(of: readonly T[], most: number): readonly T[]
}

/** Mulberry32: one step of a 32-bit state, stirred. */
export function chanceOf(seed: number): Chance {
  let state = seed | 0
  const fraction = (): number => {
    state = (state + 0x6d2b79f5) | 0
    let stirred = Math.imul(state ^ (state >>> 15), 1 | state)
    stirred = (stirred + Math.imul(stirred ^ (stirred >>> 7), 61 | stirred)) ^ stirred
    return ((stirred ^ (stirred >>> 14)) >>> 0) / 2 ** 32
  }
  const number = (below: number): number => Math.floor(fraction() * below)
  return {
    number,
    in100: (times) => number(100) < times,
    one: (of) => of[number(of.length)],
    some(of, most) {
      const left = [...of]
      const taken = []
      for (let count = Math.min(left.length, 1 + number(most)); count > 0; count -= 1) {
        taken.push(...left.splice(number(left.length), 1))
      }
      return taken
    },
  }
}
