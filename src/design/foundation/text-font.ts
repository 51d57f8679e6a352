/**
 * The signs of the font that every page needs: what Dutch and English are written with. Anything else
 * (a name with a cedilla, say) comes from the whole font, which is fetched only then.
 */
const plain = Array.from({ length: 0x7f - 0x20 }, (_, at) => String.fromCodePoint(0x20 + at)).join(
  '',
)

export const textSigns = `${plain}\u00a0éëèêïíîöóôüúûáàâäçñÉËÈÊÏÖÜÁÀÄ–—‘’“”„…·•€×→`

/** Nothing in the stylesheet is lighter or bolder than this. */
export const textWeights = { min: 400, max: 700 } as const

/** The signs as CSS wants them: `U+20-7E, U+A0, …`. */
export function unicodeRange(signs: string): string {
  const points = [...new Set([...signs].map((sign) => sign.codePointAt(0) ?? 0))].sort(
    (one, other) => one - other,
  )
  const ranges: [number, number][] = []
  for (const point of points) {
    const last = ranges.at(-1)
    if (last && last[1] === point - 1) last[1] = point
    else ranges.push([point, point])
  }
  const hex = (point: number) => point.toString(16).toUpperCase()
  return ranges
    .map(([from, to]) => (from === to ? `U+${hex(from)}` : `U+${hex(from)}-${hex(to)}`))
    .join(', ')
}
