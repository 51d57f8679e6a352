import type { Language } from '#platform/language.ts'
import { wordsOf } from '#platform/plain-words.ts'
import type { Signal, VocabularyFile } from './signal-pack.ts'

/** Nobody types more than this to find a signal; it bounds the work. In characters. */
const longestQuery = 200

/** A search over what people read of a signal. The pack's own order, never an order of likeness. */
export function signalSearch(signals: readonly Signal[], vocabulary: VocabularyFile) {
  const index = {
    nl: signals.map((signal) => readable(signal, vocabulary, 'nl')),
    en: signals.map((signal) => readable(signal, vocabulary, 'en')),
  } satisfies Record<Language, readonly (readonly string[])[]>

  return (text: string, language: Language): readonly Signal[] => {
    const asked = wordsOf(text.slice(0, longestQuery))
    if (asked.length === 0) return signals
    return signals.filter((_, at) =>
      asked.every((word) => index[language][at]?.some((known) => known.startsWith(word))),
    )
  }
}

function readable(signal: Signal, vocabulary: VocabularyFile, language: Language): string[] {
  const { id, category, wording, innocent, attention, forms } = signal
  const texts = [
    wording,
    ...innocent,
    ...(attention ? [attention] : []),
    ...vocabulary.categories.filter((each) => each.id === category).map(({ name }) => name),
    ...vocabulary.forms
      .filter((each) => each.id !== 'any' && forms.includes(each.id))
      .map(({ name }) => name),
  ].map((text) => text[language])
  return [...new Set([...texts, id].flatMap(wordsOf))]
}
