import { canonicalJson } from '#platform/canonical-json.ts'
import { Evidence, type FileFormat, fileFormats, hashOf, sha256 } from './evidence.ts'

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
  | 'figure-unproved'
  | 'file-other'
  | 'file-unknown'
  | 'text-missing'
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
  }
  return [...faults, ...unproved(runs, figures)]
}

/** A number that leads to a figure which the evidence does not hold. */
const unproved = (
  runs: readonly Run[],
  figures: Evidence['letter']['figures'],
): readonly Fault[] => {
  const paths = new Set(figures.map(({ path }) => path))
  return runs.flatMap(({ text, href }) => {
    if (href === undefined || !paths.has(href) || !/^[\d.]+$/.test(text)) return []
    const known = figures.some(({ path, shown }) => path === href && shown === text)
    return known ? [] : [{ code: 'figure-unproved', about: text } as const]
  })
}

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
  /** what can be read of it; nothing where only its bytes are compared */
  readonly text: string | undefined
}

/** A file of the letter against the evidence: the very bytes, and otherwise what is missing in it. */
export function faultsOfFile(
  evidence: Evidence,
  format: FileFormat | 'html',
  { name, bytes, text }: Given,
): readonly Fault[] {
  const isFile = fileFormats.find((one) => one === format)
  if (isFile && evidence.files[isFile] === sha256(bytes)) return []
  const other: readonly Fault[] = isFile ? [{ code: 'file-other', about: name }] : []
  if (text === undefined) return other
  const missing = firstMissing(bare(text), textsOf(evidence).map(bare).filter(Boolean))
  return missing === undefined ? other : [...other, { code: 'text-missing', about: missing }]
}

/** The texts follow each other without anything between; a file may put a colon behind a name. */
function firstMissing(whole: string, texts: readonly string[]): string | undefined {
  let at = whole.indexOf(texts[0] ?? '')
  if (at < 0) return texts[0]
  for (const one of texts) {
    if (!whole.startsWith(one, at) && whole[at] === ':') at += 1
    if (!whole.startsWith(one, at)) return one
    at += one.length
  }
  return undefined
}
