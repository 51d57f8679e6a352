import { isoDate, monthNumber, months, readDutchDate } from './dutch-date.ts'
import { countPattern, readCount } from './dutch-number.ts'
import type { Deadline, Span } from './paper.ts'

/** Days of a moment that was named: first and last that fit. */
type Days = {
  readonly from?: string | null
  readonly until?: string | null
  readonly every?: string
}
type Rule = {
  readonly pattern: RegExp
  readonly read: (found: string[], on: string | null) => Days
  readonly sure?: true
}

const seasons: Readonly<Record<string, readonly [begin: string, end: string]>> = {
  voorjaar: ['03-20', '06-20'],
  lente: ['03-20', '06-20'],
  zomer: ['06-21', '09-21'],
  najaar: ['09-22', '12-21'],
  herfst: ['09-22', '12-21'],
}
const season = `(${Object.keys(seasons).join('|')})`
const quarters = ['eerste', 'tweede', 'derde', 'vierde']

/** The third Tuesday of September: the day of the budget (Prinsjesdag). */
export function budgetDay(year: number): string {
  const first = new Date(Date.UTC(year, 8, 1)).getUTCDay()
  return `${year}-09-${String(1 + ((2 - first + 7) % 7) + 14)}`
}

export function dayBefore(iso: string): string {
  return new Date(Date.parse(`${iso}T00:00:00Z`) - 86_400_000).toISOString().slice(0, 10)
}

/** The year that was said, or the first in which this day is not over yet. */
function yearOf(said: string | undefined, on: string | null, last: string): number | null {
  if (said) return Number(said)
  if (!on) return null
  const same = Number(on.slice(0, 4))
  return `${same}-${last}` >= on ? same : same + 1
}

function ofSeason(name: string, said: string | undefined, on: string | null): Days {
  const [begin, end] = seasons[name.toLowerCase()] ?? ['01-01', '12-31']
  const year = yearOf(said, on, end)
  return year === null ? {} : { from: `${year}-${begin}`, until: `${year}-${end}` }
}

const before = (day: string | null): Days => ({ until: day && dayBefore(day) })
const wholeMonth = (year: string, month: string): Days => {
  const number = monthNumber(month)
  const from = isoDate(Number(year), number, 1)
  const next =
    number === 12 ? isoDate(Number(year) + 1, 1, 1) : isoDate(Number(year), number + 1, 1)
  return { from, until: next && dayBefore(next) }
}

/** `begin`, `medio` and `eind` of a year: own choice of months; anything else is the whole year. */
function partOf(word: string, year: string): Days {
  if (/^begin/i.test(word)) return { from: `${year}-01-01`, until: `${year}-03-31` }
  if (/^medio/i.test(word)) return { from: `${year}-05-01`, until: `${year}-08-31` }
  if (/^eind/i.test(word)) return { from: `${year}-10-01`, until: `${year}-12-31` }
  return { from: `${year}-01-01`, until: `${year}-12-31` }
}

function after(on: string | null, count: string, unit: string): Days {
  const number = readCount(count)
  if (!on || number === null) return {}
  const day = new Date(`${on}T00:00:00Z`)
  if (/^(?:dag|dagen)$/.test(unit)) day.setUTCDate(day.getUTCDate() + number)
  else if (unit.startsWith('we')) day.setUTCDate(day.getUTCDate() + 7 * number)
  else {
    const date = day.getUTCDate()
    day.setUTCMonth(day.getUTCMonth() + (unit.startsWith('jaar') ? 12 : 1) * number)
    // The 31st plus one month is the last day of the next.
    if (day.getUTCDate() !== date) day.setUTCDate(0)
  }
  return { until: day.toISOString().slice(0, 10) }
}

const rules: readonly Rule[] = [
  {
    pattern: /\bvóór\s+Prinsjesdag(?:\s+(\d{4}))?|\bvoor\s+Prinsjesdag(?:\s+(\d{4}))?/giu,
    read: ([, a, b], on) => {
      const year = yearOf(a ?? b, on, '09-15')
      return year === null ? {} : before(budgetDay(year))
    },
    sure: true,
  },
  {
    pattern: new RegExp(
      String.raw`\b(?:uiterlijk|v[oó]{2}r|tot)\s+(?:op\s+)?(\d{1,2}\s+(?:${months.join('|')})\s+\d{4}|\d{1,2}-\d{1,2}-\d{4})`,
      'giu',
    ),
    read: ([all = '', day = '']) => {
      const iso = readDutchDate(day)
      return /^uiterlijk/i.test(all) ? { until: iso } : before(iso)
    },
    sure: true,
  },
  {
    pattern: new RegExp(
      String.raw`\b(?:uiterlijk|v[oó]{2}r)\s+(?:op\s+)?(\d{1,2})\s+(${months.join('|')})(?!\s+(?:\d{4}|jl))(?![\p{L}])`,
      'giu',
    ),
    read: ([all = '', day = '', month = ''], on) => {
      const inYear = (year: number) => isoDate(year, monthNumber(month), Number(day))
      const year = yearOf(undefined, on, inYear(2000)?.slice(5) ?? '12-31')
      const iso = year === null ? null : inYear(year)
      return /^uiterlijk/i.test(all) ? { until: iso } : before(iso)
    },
  },
  {
    pattern:
      /\b(?:begin|medio|einde?)\s+(?:van\s+)?(?:dit|volgend|komend)\s+jaar\b|\bv[oó]{2}r\s+(?:het\s+)?einde?\s+van\s+(?:het|dit)\s+jaar\b/giu,
    read: ([all = ''], on) => {
      if (!on) return {}
      const year = Number(on.slice(0, 4)) + (/(?:volgend|komend)\s/i.test(all) ? 1 : 0)
      return /^v/i.test(all) ? { until: `${year}-12-31` } : partOf(all, String(year))
    },
  },
  {
    pattern: /\b(eerste|tweede)\s+helft\s+van\s+(?:(\d{4})|(dit|volgend|komend)\s+jaar)/giu,
    read: ([, half = '', said, near = ''], on) => {
      if (!said && !on) return {}
      const next = /^(?:volgend|komend)$/i.test(near) ? 1 : 0
      const year = said ?? String(Number(on?.slice(0, 4)) + next)
      return /^eerste$/i.test(half)
        ? { from: `${year}-01-01`, until: `${year}-06-30` }
        : { from: `${year}-07-01`, until: `${year}-12-31` }
    },
  },
  {
    pattern: /\b(deze|volgende|komende)\s+maand\b/giu,
    read: ([, which = ''], on) => {
      if (!on) return {}
      const next = /^deze$/i.test(which) ? 0 : 1
      const at = Number(on.slice(0, 4)) * 12 + Number(on.slice(5, 7)) - 1 + next
      return wholeMonth(String(Math.floor(at / 12)), months[at % 12] ?? '')
    },
  },
  {
    pattern: new RegExp(String.raw`\bv[oó]{2}r\s+(${months.join('|')})\s+(\d{4})`, 'giu'),
    read: ([, month = '', year = '']) => before(wholeMonth(year, month).from ?? null),
  },
  {
    pattern: new RegExp(
      String.raw`\b(?:uiterlijk\s+)?in\s+(?:de\s+loop\s+van\s+)?(?:(?:begin|medio|eind)\s+)?(${months.join('|')})\s+(\d{4})`,
      'giu',
    ),
    read: ([, month = '', year = '']) => wholeMonth(year, month),
  },
  {
    pattern: /\bv[oó]{2}r\s+(?:(?:de|het)\s+)?kerst(?:reces)?(?:\s+(?:van\s+)?(\d{4}))?/giu,
    read: ([, said], on) => {
      const year = yearOf(said, on, '12-24')
      return year === null ? {} : { until: `${year}-12-24` }
    },
  },
  {
    pattern: /\bv[oó]{2}r\s+(?:de|het)\s+zomer(reces)?(?:\s+van)?(?:\s+(\d{4}))?/giu,
    read: ([, recess, said], on) => {
      // Parliament's recess begins in the first half of July, each year on another day.
      const last = recess ? '07-15' : '06-20'
      const year = yearOf(said, on, last)
      return year === null ? {} : { until: `${year}-${last}` }
    },
  },
  {
    pattern: new RegExp(
      String.raw`\b(?:dit|deze|komend|komende|aankomend)\s+${season}|\b(?:in|na)\s+(?:het|de)\s+${season}(?:\s+van)?(?:\s+(\d{4}))?`,
      'giu',
    ),
    read: ([all = '', near, named, said], on) => {
      const days = ofSeason(near ?? named ?? '', said, on)
      return /^na\b/i.test(all) ? { from: days.until ?? null } : days
    },
  },
  {
    pattern: /\bin\s+de\s+loop\s+van\s+(\d{4})/giu,
    read: ([, year]) => ({ from: `${year}-01-01`, until: `${year}-12-31` }),
  },
  {
    pattern: /\b(?:begin|medio|eind(?:e)?|in|uiterlijk(?: in)?)\s+(20\d{2})\b/giu,
    read: ([all = '', year = '']) => partOf(all, year),
  },
  {
    pattern: /\b(?:(eerste|tweede|derde|vierde)\s+kwartaal(?:\s+van)?|Q([1-4]))\s+(\d{4})/giu,
    read: ([, word, sign, year]) => {
      const quarter = sign ? Number(sign) : quarters.indexOf((word ?? '').toLowerCase()) + 1
      const last =
        quarter === 4
          ? `${Number(year) + 1}-01-01`
          : `${year}-${String(quarter * 3 + 1).padStart(2, '0')}-01`
      return {
        from: `${year}-${String(quarter * 3 - 2).padStart(2, '0')}-01`,
        until: dayBefore(last),
      }
    },
    sure: true,
  },
  {
    pattern: new RegExp(
      String.raw`\bbinnen\s+(${countPattern})\s+(dag(?:en)?|we(?:ek|ken)|maand(?:en)?|jaar)\b`,
      'giu',
    ),
    read: ([, count = '', unit = ''], on) => after(on, count, unit),
  },
  {
    pattern:
      /\b(?:half)?jaarlijkse?\b|\b(?:ieder|elk)\s+(?:half)?\s?jaar\b|\b(?:een|één|twee|drie)\s*(?:maal|keer)\s+per\s+jaar\b|\bper kwartaal\b/giu,
    read: ([all = '']) => ({ every: all.toLowerCase() }),
  },
  {
    pattern:
      /\bop\s+(?:zeer\s+)?korte\s+termijn\b|\bzo\s+spoedig\s+mogelijk\b|\bzo\s+snel\s+mogelijk\b|\bbinnenkort\b|\bdit\s+jaar\b|\bvolgend\s+jaar\b/giu,
    read: ([all = ''], on) => {
      if (!on || !/jaar$/i.test(all)) return {}
      const year = Number(on.slice(0, 4)) + (/^volgend/i.test(all) ? 1 : 0)
      return { from: `${year}-01-01`, until: `${year}-12-31` }
    },
  },
]

/**
 * Moments that the text names as still to come, between these offsets. `on` is the day of the paper: "this autumn"
 * takes its year from it. Only a day that is said, the budget day and a quarter are not for a person to confirm.
 */
export function findDeadlines(text: string, on: string | null, within: Span): Deadline[] {
  const part = text.slice(within.start, within.end)
  const found = rules.flatMap(({ pattern, read, sure }) =>
    [...part.matchAll(pattern)].map((hit): Deadline => {
      const days = read([...hit], on)
      const start = within.start + hit.index
      return {
        text: hit[0],
        span: { start, end: start + hit[0].length },
        from: days.from ?? null,
        until: days.until ?? null,
        every: days.every ?? null,
        uncertain: !sure || (days.until ?? null) === null,
      }
    }),
  )
  // What was over when the paper was written is no moment to wait for.
  const ahead = found.filter(({ until }) => until === null || on === null || until >= on)
  const ordered = ahead.sort((a, b) => a.span.start - b.span.start || b.span.end - a.span.end)
  return ordered.filter(
    (one, at) => !ordered.slice(0, at).some(({ span }) => one.span.start < span.end),
  )
}
