import type { Span } from '#capabilities/papers/index.ts'

/** A stretch of text, and which finds it is part of; `begins` are those that have their first sign here. */
export type Stretch = {
  readonly text: string
  readonly within: readonly number[]
  readonly begins: readonly number[]
}

/** Signs of a paper that one page shows, and a little more: a page ends at the end of a line. */
const perPage = 20_000

/** Where each page of a text begins and ends. Never empty. */
export function pagesOf(text: string, most = perPage): Span[] {
  const pages: Span[] = []
  let start = 0
  while (start < text.length) {
    const line = text.indexOf('\n', start + most)
    // A line that does not end is cut: a page has a bound.
    const wanted = line === -1 ? text.length : line + 1
    const end = Math.min(wanted, start + 2 * most, text.length)
    pages.push({ start, end })
    start = end
  }
  return pages.length > 0 ? pages : [{ start: 0, end: 0 }]
}

/** The page on which this place is, counted from 1. */
export const pageAt = (pages: readonly Span[], at: number): number =>
  Math.max(1, pages.findIndex(({ end }) => at < end) + 1 || pages.length)

type Placed = { readonly number: number; readonly spans: readonly Span[] }

/** The text between two places, cut wherever a find begins or ends: finds may lie in each other. */
export function stretchesOf(text: string, page: Span, finds: readonly Placed[]): Stretch[] {
  const places = finds.flatMap(({ number, spans }) =>
    spans
      .map((span, at) => ({ ...span, number, isFirst: at === 0 }))
      .filter(({ start, end }) => start < page.end && end > page.start),
  )
  const cuts = new Set([page.start, page.end])
  for (const { start, end } of places) {
    cuts.add(Math.max(start, page.start))
    cuts.add(Math.min(end, page.end))
  }
  const at = [...cuts].sort((a, b) => a - b)
  return at.slice(0, -1).map((start, index) => {
    const end = at[index + 1] ?? page.end
    const here = places.filter((one) => one.start <= start && one.end >= end)
    return {
      text: text.slice(start, end),
      within: [...new Set(here.map(({ number }) => number))],
      begins: here.filter((one) => one.isFirst && one.start === start).map(({ number }) => number),
    }
  })
}
