import { canonicalJson } from '#platform/canonical-json.ts'
import { Evidence, type FileFormat, hashOf, sha256 } from './evidence.ts'
import { letterWords } from './letter-words.ts'
import type { FileText } from './read-file-text.ts'

/** What is wrong, as a code with what it is about. */
export type Fault = { readonly code: FaultCode; readonly about: string }
export type FaultCode =
  | 'not-json'
  | 'not-canonical'
  | 'not-evidence'
  | 'seal'
  | 'document-hash'
  | 'edition-hash'
  | 'edition-other'
  | 'value-other'
  | 'shown-other'
  | 'figure-missing'
  | 'annex-other'
  | 'figure-unproved'
  | 'file-other'
  | 'file-unknown'
  | 'text-missing'
  | 'text-added'
  | 'unreadable'

export type ReadEvidence =
  | { readonly ok: true; readonly evidence: Evidence; readonly faults: readonly Fault[] }
  | { readonly ok: false; readonly faults: readonly Fault[] }

type Run = { readonly text: string; readonly href?: string | undefined }

/** Reads the evidence of a letter and holds everything in it against everything else. */
export function readEvidence(bytes: Uint8Array): ReadEvidence {
  const wrong = (code: FaultCode, about = ''): ReadEvidence => ({
    ok: false,
    faults: [{ code, about }],
  })
  let text: string
  let value: unknown
  try {
    text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes)
    value = JSON.parse(text)
  } catch {
    return wrong('not-json')
  }
  const read = Evidence.safeParse(value)
  if (!read.success) return wrong('not-evidence', read.error.issues[0]?.path.join('.') ?? '')
  // One letter has one evidence: the same facts written otherwise are not what was published.
  if (written(value) !== text) return wrong('not-canonical')
  const evidence = read.data
  return { ok: true, evidence, faults: faultsIn(evidence) }
}

const written = (value: unknown): string | undefined => {
  try {
    return canonicalJson(value)
  } catch {
    return undefined
  }
}

function faultsIn(evidence: Evidence): readonly Fault[] {
  const faults: Fault[] = []
  const { seal, ...rest } = evidence
  if (hashOf(rest) !== seal) faults.push({ code: 'seal', about: '' })
  const { document, figures } = evidence.letter
  if (hashOf(document) !== evidence.documentHash) faults.push({ code: 'document-hash', about: '' })
  const runs = runsIn(document)
  for (const figure of figures) {
    const about = `${figure.number} (${figure.shown})`
    const add = (code: FaultCode) => void faults.push({ code, about })
    if (hashOf(figure.edition) !== figure.hash) add('edition-hash')
    const told = toldBy(figure.edition, figure.ref)
    if (told === 'another') add('edition-other')
    else if (told !== figure.value) add('value-other')
    if (new Intl.NumberFormat('nl-NL').format(figure.value) !== figure.shown) add('shown-other')
    if (!runs.some(({ text, href }) => text === figure.shown && href === figure.path)) {
      add('figure-missing')
    }
    if (!isInAnnex(document, figure)) add('annex-other')
  }
  return [...faults, ...unproved(runs, figures)]
}

type Figure = Evidence['letter']['figures'][number]

/** The annex says of a figure by its number over which period it is, and how it is told. */
const isInAnnex = (
  { sections }: Evidence['letter']['document'],
  { number, ref, shown }: Figure,
): boolean =>
  sections
    .flatMap(({ blocks }) => blocks)
    .flatMap(({ rows }) => (Array.isArray(rows) ? (rows as unknown[][]) : []))
    .some((row) => row[0] === String(number) && row[2] === ref.period && row[3] === shown)

/** Where figures are told, in the addresses of evidence of this format. */
const figurePages = '/kennis/cijfers/'

/** A number that leads to a figure which the evidence does not hold. */
const unproved = (runs: readonly Run[], figures: Evidence['letter']['figures']): readonly Fault[] =>
  runs.flatMap(({ text, href }) => {
    if (!href?.startsWith(figurePages) || !/^[\d.]+$/.test(text)) return []
    const known = figures.some(({ path, shown }) => path === href && shown === text)
    return known ? [] : [{ code: 'figure-unproved', about: text } as const]
  })

/** Every run of words in the document, however deep it stands. */
function runsIn(value: unknown): readonly Run[] {
  if (Array.isArray(value)) return value.flatMap(runsIn)
  if (typeof value !== 'object' || value === null) return []
  const { text, href } = value as Record<string, unknown>
  const own = typeof text === 'string' && typeof href === 'string' ? [{ text, href }] : []
  return [...own, ...Object.values(value).flatMap(runsIn)]
}

/** What an edition tells of a cell; `another` when it is not of this definition and period. */
function toldBy(edition: unknown, ref: Evidence['letter']['figures'][number]['ref']): unknown {
  const { definition, period, cells } = (edition ?? {}) as {
    definition?: { id?: unknown; version?: unknown }
    period?: { code?: unknown }
    cells?: readonly { code?: unknown; told?: unknown }[]
  }
  const isIt =
    definition?.id === ref.definition &&
    definition.version === ref.version &&
    period?.code === ref.period
  if (!isIt || !Array.isArray(cells)) return 'another'
  return cells.find(({ code }) => code === ref.cell)?.told
}

/** Every text of the letter that a reader sees, in order. */
export function textsOf({ letter }: Evidence): readonly string[] {
  const texts: string[] = [letter.document.title]
  const walk = (value: unknown, name = ''): void => {
    if (typeof value === 'string') {
      if (!notShown.has(name)) texts.push(value)
    } else if (Array.isArray(value)) {
      for (const one of value) walk(one)
    } else if (typeof value === 'object' && value !== null) {
      // As they are drawn: names of columns stand above the rows, a key before its value.
      const { columns, rows, key, value: said, ...rest } = value as Record<string, unknown>
      for (const one of [columns, rows, key, said]) walk(one)
      for (const [inner, one] of Object.entries(rest)) walk(one, inner)
    }
  }
  for (const { blocks } of letter.document.sections) walk(blocks)
  return texts
}

const notShown = new Set(['kind', 'href', 'level'])

const bare = (text: string): string => text.replaceAll(/[\s\u00a0\u200b]+/g, '')

type Given = {
  readonly name: string
  readonly bytes: Uint8Array
  readonly text: FileText
}

/**
 * A file of the letter against the evidence: the very bytes, and what it says. The words are read as well where the bytes
 * are those that were published: whoever published could have made a file that says something else than the evidence.
 */
export function faultsOfFile(
  evidence: Evidence,
  format: FileFormat | 'html',
  { name, bytes, text }: Given,
): readonly Fault[] {
  const isOther = format !== 'html' && evidence.files[format] !== sha256(bytes)
  const texts = textsOf(evidence).map(bare).filter(Boolean)
  // Around a saved page stands the rest of the site; behind the letter in a file how it can be checked, and nothing else.
  const behind = [letterWords.check, letterWords.code(evidence.documentHash)].map(bare)
  const said =
    typeof text === 'string'
      ? format === 'html'
        ? inOrder(bare(text), texts, 'somewhere')
        : inOrder(bare(text), [...texts, ...behind], 'whole')
      : onPages(text, [...texts, ...behind])
  const other: readonly Fault[] = isOther ? [{ code: 'file-other', about: name }] : []
  if (said === 'as it is') return other
  return [
    ...other,
    said === 'more'
      ? { code: 'text-added', about: name }
      : { code: 'text-missing', about: said.missing },
  ]
}

type Said = 'as it is' | 'more' | { readonly missing: string }

/** The texts follow each other without anything between; a file may put a colon behind a name. */
function inOrder(whole: string, texts: readonly string[], where: 'whole' | 'somewhere'): Said {
  const [first = ''] = texts
  let at = where === 'whole' ? 0 : whole.indexOf(first)
  if (at < 0) return { missing: first }
  for (const one of texts) {
    if (!whole.startsWith(one, at) && whole[at] === ':') at += 1
    if (!whole.startsWith(one, at)) return { missing: one }
    at += one.length
  }
  return where === 'whole' && at < whole.length ? 'more' : 'as it is'
}

/** Signs that are not in the letter, or only in it: hyphens at the end of a line, dots before items, colons. */
const onPaper = (text: string): string => bare(text).replaceAll(/[-\u00ad\u2010•:]/g, '')

/** Each text stands on a page, or begins on one and ends on the next; and there is no sign more than those of the texts. */
function onPages(pages: readonly string[], texts: readonly string[]): Said {
  const drawn = pages.map(onPaper)
  const whole = drawn.join('')
  const missing = texts.find((one) => {
    const text = onPaper(one)
    return !whole.includes(text) && !goesOn(drawn, text)
  })
  if (missing !== undefined) return { missing }
  return signsOf(whole) === signsOf(texts.map(onPaper).join('')) ? 'as it is' : 'more'
}

/** Signs of a text that can be longer than a line of a column; a shorter one, such as a number, is on one page. */
const longLine = 20

const goesOn = (pages: readonly string[], text: string): boolean =>
  text.length > longLine &&
  pages.some((page, at) => {
    const next = pages[at + 1] ?? ''
    for (let end = 1; end < text.length; end += 1) {
      if (!page.includes(text.slice(0, end))) return false
      if (next.includes(text.slice(end))) return true
    }
    return false
  })

const signsOf = (text: string): string => [...text].toSorted().join('')
