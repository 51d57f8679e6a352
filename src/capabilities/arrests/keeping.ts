/** Until when a file is kept. Pure; days are ISO dates on a Dutch calendar. */

export type KeptFrom = 'begin' | 'last'

/** As the list of the knowledge gives it. */
type Keeping = {
  /** after which the ground for keeping ends, from the beginning of the file or from its last change */
  readonly years: number
  readonly from: KeptFrom
  /** years in which it lies apart after that, before it goes */
  readonly apart: number
}

type Days = { readonly begun: string; readonly last: string }

/** The last day on which there is a ground, and the last day on which it is there at all. */
export function lastDays(
  { years, from, apart }: Keeping,
  { begun, last }: Days,
): { readonly ground: string; readonly there: string } {
  const day = from === 'begin' ? begun : last
  return { ground: yearsAfter(day, years), there: yearsAfter(day, years + apart) }
}

function yearsAfter(day: string, years: number): string {
  const year = String(Number(day.slice(0, 4)) + years)
  const leap = new Date(Date.UTC(Number(year), 1, 29)).getUTCDate() === 29
  const rest = day.slice(4) === '-02-29' && !leap ? '-02-28' : day.slice(4)
  return `${year}${rest}`
}
