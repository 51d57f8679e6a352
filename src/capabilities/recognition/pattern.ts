/**
 * The pattern language of `knowledge/recognition/`; its README explains it to the people who
 * maintain it. A pattern is one or more groups that must occur together, in any order.
 */
export type Pattern = {
  readonly groups: readonly Group[]
  /** Most words from the first to the last word of the whole match. */
  readonly within: number
  /** True when the groups may stand in two adjacent sentences. */
  readonly near: boolean
  /** True when it counts only where the text denies it: "geen geld gezien". */
  readonly denied: boolean
  /** No match when one of these is in the same sentence, or also in the sentence before or after. */
  readonly unless: readonly Group[]
  readonly unlessNear: readonly Group[]
}

/** Words in a row; a gap allows other words in between. */
export type Group = readonly Part[]
export type Part =
  | { readonly kind: 'word'; readonly text: string }
  | { readonly kind: 'class'; readonly name: string }
  | { readonly kind: 'either'; readonly options: readonly Group[] }
  | { readonly kind: 'gap'; readonly most: number }

export class PatternError extends Error {}

const defaultWithin = 12
const defaultWithinNear = 30
const defaultGap = 4
const longestGap = 10
/** Ways to fill the gaps of one group; keeps the work per word bounded. */
const mostWays = 1500

/** Cuts at a sign, but not inside brackets. */
function splitOutside(text: string, sign: string): string[] {
  const pieces = ['']
  let depth = 0
  for (const character of text) {
    if (character === '(') depth++
    if (character === ')') depth--
    if (depth === 0 && character === sign) pieces.push('')
    else pieces[pieces.length - 1] += character
  }
  return pieces
}

function readPart(text: string): Part {
  if (text.startsWith('~')) {
    const most = text === '~' ? defaultGap : Number(text.slice(1))
    if (!Number.isInteger(most) || most < 1 || most > longestGap) {
      throw new PatternError(`a gap is ~ or ~1 to ~${longestGap}, not "${text}"`)
    }
    return { kind: 'gap', most }
  }
  if (text.startsWith('(')) {
    if (!text.endsWith(')')) throw new PatternError(`"${text}" misses its closing bracket`)
    return { kind: 'either', options: splitOutside(text.slice(1, -1), '|').map(readGroup) }
  }
  if (text.startsWith('<')) {
    if (!text.endsWith('>')) throw new PatternError(`"${text}" misses its closing bracket`)
    return { kind: 'class', name: text.slice(1, -1) }
  }
  const bare = text.replace(/^\*|\*$/g, '')
  const known = bare === 'N' || bare === '_' || /^[\p{Ll}\p{N}€£$]+$/u.test(bare)
  if (!known) throw new PatternError(`"${text}" is not a word, a <class>, a gap or an (a|b) choice`)
  if (text !== bare && bare.length < 3) {
    throw new PatternError(`"${text}" is too short to stand for every word that has it`)
  }
  return { kind: 'word', text }
}

export function readGroup(text: string): Group {
  const pieces = splitOutside(text.trim(), ' ').filter((piece) => piece !== '')
  const group = pieces.map(readPart)
  const first = group[0]
  const last = group[group.length - 1]
  if (!first || text.trim() === '') throw new PatternError('an entry is empty')
  if (first.kind === 'gap' || last?.kind === 'gap') {
    throw new PatternError(`"${text.trim()}" starts or ends with a gap`)
  }
  const ways = group.reduce((all, part) => (part.kind === 'gap' ? all * (part.most + 1) : all), 1)
  if (ways > mostWays) throw new PatternError(`"${text.trim()}" has too many or too wide gaps`)
  return group
}

const keywords = /\s(WITHIN|NEAR|DENIED|UNLESS|UNLESSNEAR)(?=\s|$)/

/** Throws a `PatternError` that says what is wrong. */
export function readPattern(text: string): Pattern {
  const pieces = ` ${text.trim()}`.split(keywords)
  const groups = (pieces[0] ?? '').split(' + ').map(readGroup)
  let within: number | undefined
  let near = false
  let denied = false
  const unless: Group[] = []
  const unlessNear: Group[] = []
  for (let index = 1; index < pieces.length; index += 2) {
    const value = (pieces[index + 1] ?? '').trim()
    if (pieces[index] === 'NEAR') near = true
    else if (pieces[index] === 'DENIED') denied = true
    else if (pieces[index] === 'WITHIN') within = Number(value)
    else (pieces[index] === 'UNLESS' ? unless : unlessNear).push(...value.split(',').map(readGroup))
  }
  within ??= near ? defaultWithinNear : defaultWithin
  if (!Number.isInteger(within) || within < 1 || within > 60) {
    throw new PatternError('WITHIN takes a number of words from 1 to 60')
  }
  return { groups, within, near, denied, unless, unlessNear }
}
