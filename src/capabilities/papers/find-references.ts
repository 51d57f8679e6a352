import { months } from './dutch-date.ts'
import type { Reference, Span } from './paper.ts'
import { parliamentaryYear, printReference, type Referent, readReference } from './reference.ts'

type Hit = { readonly id: string; readonly span: Span; readonly uncertain: boolean }
type Rule = (text: string) => Hit[]

const blank = '[\\s\\u00a0]'
const dossier = String.raw`\d{2}[\s\u00a0.]?\d{3}`
const chapter = String.raw`(?:[IVXLC]+[A-F]?|[A-H]|R\d{3,4})`
/** One year of Parliament, also as it is miswritten: `2022/-23`. */
const year = String.raw`(\d{4})\s?[/–-]{1,2}\s?(\d{4}|\d{2})`
const number = String.raw`\d{1,5}|[A-Z]{1,2}`

const tail = String.raw`(?![\p{L}\d]|\.\d)`
/** Not the beginning of the next dossier, nor of a date. */
const another = String.raw`(?!${dossier}\b|\d{1,2}${blank}+(?:${months.join('|')}))\d{1,4}${tail}`
const tie = String.raw`${blank}*(?:,|en|t\/m|tot en met|–|-)${blank}*`
const session = String.raw`(?:(?:I{1,2}|TK|EK)\b)?,?${blank}*(?:(?:vergaderjaar${blank}+)?${year},?${blank}*)?`
/** Keyword, year, dossier, numbers: `Kamerstukken II 2019/20, 29 911, nrs. 266, 267 en 268`. */
const papers = new RegExp(
  String.raw`(?<word>\bKamerst(?:uk(?:ken|nummers?)?|\.)|\bKst\.|\bdossier)?${blank}*${session}` +
    String.raw`(?<![\d.,/-])(?<dossier>${dossier})(?:[\s-]*\(?(?<chapter>${chapter})\)?(?![\p{L}\d]))?(?:${blank}*,${blank}*|${blank}+)` +
    String.raw`(?:(?:nrs\.?|nummers)${blank}*(?<list>(?:${number})${tail}(?:${tie}(?:nrs?\.?${blank}*)?${another})*)` +
    String.raw`|(?:nr\.?|nummer|ondernr\.)${blank}*(?<single>(?:${number})${tail}(?:${tie}nr\.?${blank}*${another})*))`,
  'gu',
)
/** As lawyers write it, without "nr.": only behind the word and the year. */
const bare = new RegExp(
  String.raw`\bKamerstukken${blank}+(?:I{1,2}\b)${blank}*,?${blank}*${year},${blank}*(${dossier})(?:[\s-]*\(?(${chapter})\)?)?,${blank}*(${number})${tail}`,
  'gu',
)
/** `34 193-10`, `36547-B`: only after the word, or in brackets after `t.v.v.`. */
const joined = new RegExp(
  String.raw`(?:\bKamerst(?:uk(?:ken)?|\.)(?:${blank}+I{1,2}\b)?${blank}*|t\.v\.v\.${blank}*)(${dossier})(?:-(${chapter}))?-(\d{1,5}|[A-Z]{1,2})(?![\p{L}\d])(?!,?\s+nrs?\b)`,
  'gu',
)

export const rules: readonly Rule[] = [
  (text) => [...text.matchAll(papers)].flatMap(numbersOf),
  each(bare, ([, , , file = '', part, nr = '']) => kst(file, part, nr)),
  each(joined, ([, file = '', part, nr = '']) => kst(file, part, nr)),
  each(
    new RegExp(
      String.raw`\bAanhangsel(?:${blank}+(?:van${blank}+de|der))?(?:${blank}+Handelingen)?(?:${blank}+(I{1,2}|TK|EK))?,?${blank}*(?:vergaderjaar${blank}*)?${year},?${blank}*(?:nr\.?|nummer)?${blank}*(\d{1,5})\b`,
      'gu',
    ),
    ([, house, from = '', to = '', nr = '']) => {
      const session = parliamentaryYear(from, to)
      return session ? { kind: 'ah', house: chamber(house), year: session, nr: plain(nr) } : null
    },
  ),
  each(
    new RegExp(
      String.raw`(?<!Aanhangsel(?: van de)? )\bHandelingen(?:${blank}+(I{1,2}|TK|EK))?,?${blank}*(?:vergaderjaar${blank}*)?${year},?${blank}*(?:nr\.?${blank}*)?(\d{1,4}),${blank}*(?:item|p(?:unt|t)\.?)${blank}*(\d{1,4})\b`,
      'gu',
    ),
    ([, house, from = '', to = '', meeting = '', item = '']) => {
      const session = parliamentaryYear(from, to)
      return session
        ? {
            kind: 'h',
            house: chamber(house),
            year: session,
            meeting: plain(meeting),
            item: plain(item),
          }
        : null
    },
  ),
  each(/(?<![-\p{L}\d])\d{4}[ZD]\d{5}(?!\d)/gu, ([number = '']) => ({
    kind: number.includes('Z') ? 'case' : 'document',
    number,
  })),
  each(
    new RegExp(
      String.raw`\b(Stb\.|Staatsblad|Stcrt\.|Staatscourant)${blank}*(\d{4})(?:,${blank}*(?:nr\.?${blank}*)?|${blank}+nr\.?${blank}*)(\d{1,6})\b`,
      'gu',
    ),
    ([, word = '', of = '', nr = '']) => ({
      kind: /^(?:Stb|Staatsb)/.test(word) ? 'stb' : 'stcrt',
      year: of,
      nr: plain(nr),
    }),
  ),
  each(/\bECLI:[A-Z]{2}:[A-Z0-9]{1,7}:\d{4}:[A-Z0-9]+(?:\.[A-Z0-9]+)*/g, ([id = '']) =>
    readReference(id),
  ),
  each(/\bjci1\.\d{1,2}:c:BWB[RV]\d{7}(?:&[a-z]+=[\w.:/-]*\w)*/g, ([id = '']) => readReference(id)),
  each(/(?<!:c:)\bBWB[RV]\d{7}\b/g, ([id = '']) => readReference(id)),
  each(/(?<![\p{L}\d])(?:kst|ah|kv|h|stb|stcrt)-(?:[\w-]|\(R\d{3,4}\))*\w/gu, ([id = '']) =>
    readReference(id),
  ),
]

function each(pattern: RegExp, read: (found: RegExpExecArray) => Referent | null): Rule {
  return (text) =>
    [...text.matchAll(pattern)].flatMap((found) => {
      const referent = read(found)
      const id = referent && printReference(referent)
      if (!id || !readReference(id)) return []
      return [{ id, span: spanOf(found), uncertain: false }]
    })
}

const spanOf = (found: RegExpMatchArray): Span => {
  const [all = ''] = found
  const lead = all.length - all.trimStart().length
  return { start: (found.index ?? 0) + lead, end: (found.index ?? 0) + all.length }
}

const plain = (nr: string): string => nr.replace(/^0+(?=\d)/, '')
const chamber = (house = 'II'): 'tk' | 'ek' => (house === 'I' || house === 'EK' ? 'ek' : 'tk')

function kst(file: string, part: string | undefined, nr: string): Referent {
  const named = part ? (/^R\d/.test(part) ? `(${part})` : part) : undefined
  const dossier = file.replace(/\D/g, '')
  return { kind: 'kst', dossier, ...(named ? { chapter: named } : {}), nr: plain(nr) }
}

/** One id for each number of a list; of a range, its ends, which a person looks at. */
function numbersOf(found: RegExpExecArray): Hit[] {
  const { word, dossier: file = '', chapter: part, list: several, single } = found.groups ?? {}
  const list = several ?? single ?? ''
  const isRange = /t\/m|tot en met|[–-]/.test(list)
  return (list.match(/\d+|[A-Z]{1,2}/g) ?? []).flatMap((nr) => {
    const id = printReference(kst(file, part, nr))
    if (!readReference(id)) return []
    return [{ id, span: spanOf(found), uncertain: isRange || (!word && !/[\s\u00a0]/.test(file)) }]
  })
}

/** Every reference once, in the order of the text, with all its places. `own` is the paper itself. */
export function findReferences(text: string, own: readonly string[] = []): Reference[] {
  const hits = rules
    .flatMap((rule) => rule(text))
    .filter(({ id }) => !own.includes(id))
    .sort((a, b) => a.span.start - b.span.start || b.span.end - a.span.end)
  const found = new Map<string, { first: Hit; also: Span[] }>()
  for (const hit of hits) {
    const known = found.get(hit.id)
    if (!known) found.set(hit.id, { first: hit, also: [] })
    else if (hit.span.start >= (known.also.at(-1) ?? known.first.span).end)
      known.also.push(hit.span)
  }
  return [...found.values()].map(({ first, also }) => ({
    ...first,
    kind: readReference(first.id)?.kind ?? '',
    also,
  }))
}
