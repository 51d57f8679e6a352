import type { Language } from '#platform/language.ts'
import { cueNames, type Lexicon } from './lexicon.ts'
import { entriesOf, LexiconError, type LexiconSource, patternsOf } from './lexicon-source.ts'

/** Name of the file → what was read from it. */
export type LexiconSources = ReadonlyMap<string, LexiconSource>

const reference = /<([a-z-]+)>/g
const choice = /\(([^()]*)\)/g

/** Leaves out entries that are there twice, or that a beginning in the same list already covers. */
function withoutDoubles(entries: readonly string[]): string[] {
  const beginnings = entries.filter((entry) => /^[a-z]+\*$/.test(entry))
  const covered = (entry: string) =>
    /^[a-z]+\*?$/.test(entry) &&
    beginnings.some((one) => one !== entry && entry.startsWith(one.slice(0, -1)))
  return [...new Set(entries)].filter((entry) => !covered(entry)).sort()
}

const shorten = (text: string): string =>
  text.replace(choice, (_, options: string) => `(${withoutDoubles(options.split('|')).join('|')})`)

/**
 * Puts the files of one language together into what the recogniser needs: examples stay behind,
 * word classes become numbers, classes that nothing uses are left out.
 */
export function compileLexicon(language: Language, sources: LexiconSources): Lexicon {
  const words = new Map<string, string[]>()
  const signals = new Map<string, { reason: string; patterns: string[] }>()
  for (const [file, source] of sources) {
    for (const [name, entries] of Object.entries(source.words ?? {})) {
      if (words.has(name)) throw new LexiconError(file, 1, `words.${name}`, 'is there twice')
      words.set(name, entriesOf(entries))
    }
    for (const [id, signal] of Object.entries(source.signals ?? {})) {
      if (signals.has(id)) throw new LexiconError(file, 1, `signals.${id}`, 'is there twice')
      signals.set(id, { reason: signal.reason, patterns: patternsOf(signal.patterns) })
    }
  }

  const numbers = new Map<string, number>()
  const numberOf = (name: string, where: string): number => {
    const known = numbers.get(name)
    if (known !== undefined) return known
    const entries = words.get(name)
    if (!entries) throw new LexiconError(language, 1, where, `there is no word class <${name}>`)
    const number = numbers.size
    numbers.set(name, number)
    for (const entry of entries) renumber(entry, `words.${name}`)
    return number
  }
  const renumber = (text: string, where: string): string =>
    text.replace(reference, (_, name: string) => `<${numberOf(name, where)}>`)

  const cues = Object.fromEntries(
    cueNames.map((name) => [name, numberOf(name, 'cues')]),
  ) as Lexicon['cues']
  const compiledSignals = [...signals]
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .map(([id, { reason, patterns }]) => ({
      id,
      reason,
      patterns: patterns.map((pattern) => shorten(renumber(pattern, `signals.${id}`))),
    }))
  const compiledWords = [...numbers.keys()].map((name) =>
    withoutDoubles(words.get(name) ?? [])
      .map((entry) => shorten(renumber(entry, `words.${name}`)))
      .join(','),
  )
  const plain = words.get('says-little') ?? []
  return { language, words: compiledWords, cues, plain, signals: compiledSignals }
}
