import type { Find, Span } from './paper.ts'

/** A name that is recognised, in every way in which papers write it. */
export type KnownName = {
  readonly name: string
  readonly also: readonly string[]
  /** that can be an ordinary word too */
  readonly perhaps: readonly string[]
}

export type KnownNames = {
  readonly organisations: readonly KnownName[]
  readonly programmes: readonly KnownName[]
}

/** Without a list: then names are found by how they are written, and never surely. */
export const noNames: KnownNames = { organisations: [], programmes: [] }

export type Named = Find & {
  readonly name: string
  /** further places of the same */
  readonly also: readonly Span[]
}

/** One place of a name, before the places of one name are put together. */
export type Mention = { readonly name: string; readonly span: Span; readonly uncertain: boolean }

/** A ministry is written with a small letter too. */
export const sureSpellings = ({ name, also }: KnownName): string[] =>
  [name, ...also].flatMap((one) => [one, one.replace(/^Ministerie /, 'ministerie ')])

type Spelling = { readonly name: string; readonly uncertain: boolean }
type Matcher = { readonly pattern: RegExp; readonly spellings: ReadonlyMap<string, Spelling> }

const matchers = new WeakMap<readonly KnownName[], Matcher>()

/** Every place where one of these stands; of two that begin at the same place the longer. */
export function knownIn(text: string, known: readonly KnownName[]): Mention[] {
  if (known.length === 0) return []
  const { pattern, spellings } = matcherOf(known)
  return [...text.matchAll(pattern)].flatMap((hit) => {
    const spelling = spellings.get(hit[0])
    return spelling
      ? [{ ...spelling, span: { start: hit.index, end: hit.index + hit[0].length } }]
      : []
  })
}

function matcherOf(known: readonly KnownName[]): Matcher {
  const there = matchers.get(known)
  if (there) return there
  const spellings = new Map<string, Spelling>()
  for (const one of known) {
    const { name } = one
    for (const each of sureSpellings(one)) spellings.set(each, { name, uncertain: false })
    for (const each of one.perhaps) spellings.set(each, { name, uncertain: true })
  }
  const longestFirst = [...spellings.keys()].toSorted((a, b) => b.length - a.length)
  const escaped = longestFirst.map((one) => one.replace(/[\\^$.*+?()[\]{}|/]/g, String.raw`\$&`))
  // Not part of a longer word, of an address, or of one that is put together: `politie-eenheid`.
  const pattern = new RegExp(
    String.raw`(?<![\p{L}\d/.@-])(?:${escaped.join('|')})(?![\p{L}\d@/]|-\p{L}|\.\p{L})`,
    'gu',
  )
  const matcher = { pattern, spellings }
  matchers.set(known, matcher)
  return matcher
}

/** Each name once, in the order of the text, with all its places. Sure when it is sure anywhere. */
export function together(mentions: readonly Mention[]): Named[] {
  const found = new Map<string, { name: string; spans: Span[]; uncertain: boolean }>()
  const inOrder = mentions.toSorted(
    (a, b) => a.span.start - b.span.start || b.span.end - a.span.end,
  )
  let end = 0
  for (const { name, span, uncertain } of inOrder) {
    // What lies within a name that was found is part of it.
    if (span.start < end) continue
    end = span.end
    const key = name.toLowerCase()
    const known = found.get(key)
    if (!known) found.set(key, { name, spans: [span], uncertain })
    else {
      known.spans.push(span)
      known.uncertain &&= uncertain
    }
  }
  return [...found.values()].flatMap(({ name, spans: [span, ...also], uncertain }) =>
    span ? [{ name, span, also, uncertain }] : [],
  )
}
