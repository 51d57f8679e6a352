import { isNode, LineCounter, parseDocument } from 'yaml'
import { z } from 'zod'
import { readPlainYaml } from '#platform/plain-yaml.ts'
import { PatternError, readGroup, readPattern } from './pattern.ts'

const sentence = z.string().trim().min(1)

const signalSource = z.strictObject({
  reason: sentence,
  /** One pattern a line. */
  patterns: sentence,
  /** Sentences that must be recognised, and sentences that must not. */
  examples: z.array(sentence).min(1),
  not: z.array(sentence).min(1),
})

const fileSource = z.strictObject({
  source: sentence,
  /** Word class → its entries, separated by commas. */
  words: z.record(z.string().regex(/^[a-z][a-z-]*$/), sentence).optional(),
  signals: z.record(z.string().regex(/^[A-Z]{3}-\d{2}$/), signalSource).optional(),
})

export type SignalSource = z.infer<typeof signalSource>
export type LexiconSource = z.infer<typeof fileSource>

/** Says which file, line and field of the lexicon is wrong. */
export class LexiconError extends Error {
  readonly file: string
  readonly line: number
  readonly field: string

  constructor(file: string, line: number, field: string, problem: string) {
    super(`${file}:${line} ${field}: ${problem}`)
    this.file = file
    this.line = line
    this.field = field
  }
}

/** The entries of a word class, without comments or line ends. */
export function entriesOf(words: string): string[] {
  return words
    .split(',')
    .map((entry) => entry.trim().replace(/\s+/g, ' '))
    .filter((entry) => entry !== '')
}

/** The patterns of a signal, one a line; empty lines do not count. */
export function patternsOf(patterns: string): string[] {
  return patterns
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
}

/** The slow way, which knows on which line everything stands; throws a `LexiconError` on YAML that is broken. */
function withLines(file: string, yaml: string) {
  const lines = new LineCounter()
  const document = parseDocument(yaml, { lineCounter: lines })
  const broken = document.errors[0]
  if (broken) throw new LexiconError(file, broken.linePos?.[0].line ?? 1, 'yaml', broken.message)
  const lineOf = (path: readonly PropertyKey[]): number => {
    for (let length = path.length; length > 0; length--) {
      const node = document.getIn(path.slice(0, length), true)
      if (isNode(node) && node.range) return lines.linePos(node.range[0]).line
    }
    return 1
  }
  return { value: document.toJS() as unknown, lineOf }
}

/** Reads one file of the lexicon; throws a `LexiconError` on the first thing that is wrong. */
export function readLexiconSource(file: string, yaml: string): LexiconSource {
  const plain = readPlainYaml(yaml)
  const lineOf = (path: readonly PropertyKey[]) => withLines(file, yaml).lineOf(path)
  const read = fileSource.safeParse(plain ? plain.value : withLines(file, yaml).value)
  if (!read.success) {
    const issue = read.error.issues[0]
    const path = issue?.path ?? []
    throw new LexiconError(file, lineOf(path), path.join('.'), issue?.message ?? 'not as expected')
  }
  const check = (path: readonly string[], extraLines: number, act: () => void) => {
    try {
      act()
    } catch (error) {
      if (!(error instanceof PatternError)) throw error
      throw new LexiconError(file, lineOf(path) + extraLines, path.join('.'), error.message)
    }
  }
  for (const [name, words] of Object.entries(read.data.words ?? {})) {
    for (const entry of entriesOf(words)) {
      check(['words', name], 0, () => readGroup(entry.replace(/^-/, '')))
    }
  }
  for (const [id, signal] of Object.entries(read.data.signals ?? {})) {
    signal.patterns.split('\n').forEach((line, index) => {
      if (line.trim() === '') return
      check(['signals', id, 'patterns'], index + 1, () => readPattern(line))
    })
  }
  return read.data
}
