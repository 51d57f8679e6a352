import type { NewEntry } from '#capabilities/cases/index.ts'
import type { Language } from '#platform/language.ts'
import { besides, type Passage } from './conversation.ts'
import { t } from './words.ts'

/**
 * A passage as it goes into the file. Own words stay literal, with what the young person put beside them
 * and what the listener remarked; they are a fact that the young person said so, heard by who listened.
 */
export function entryFrom(passage: Passage, all: readonly Passage[], language: Language): NewEntry {
  const words = t(language).entries
  const beside = [
    ...besides(all, passage, 'correction').map(({ text }) => words.correction(text)),
    ...besides(all, passage, 'remark').map(({ text }) => words.remark(text)),
  ]
  const told = (text: string) => [text, ...beside].join('\n')
  switch (passage.kind) {
    case 'interpretation':
      return { kind: 'interpretation', text: told(passage.text), innocent: passage.innocent }
    case 'summary':
      return { kind: 'contact', text: told(passage.text), withWhom: words.pupil, how: 'talk' }
    case 'agreement':
    case 'next-contact':
      return {
        kind: 'fact',
        text: told(words.agreed(passage.text)),
        source: words.agreementSource,
        origin: 'own',
      }
    default:
      return {
        kind: 'fact',
        text: told(words.quote(passage.text)),
        source: words.pupilItself,
        origin: 'own',
      }
  }
}
