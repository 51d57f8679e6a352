import type { NewEntry } from '#capabilities/cases/index.ts'
import { dutchDayOf, fullDay } from '#platform/dates.ts'
import type { Language } from '#platform/language.ts'
import { besides, cameLater, type Passage } from './conversation.ts'
import { t } from './words.ts'

/** The conversation that a passage is of, as far as the file has to know it. */
type Of = {
  readonly id: string
  readonly heldOn: string | undefined
  readonly passages: readonly Passage[]
}

/**
 * A passage as it goes into the file, by who wrote it and not by who closes. Own words stay literal, with
 * what the young person put beside them and what the listener remarked; they are a fact that the young
 * person said so, heard by who listened.
 */
export function entryFrom(language: Language, passage: Passage, of: Of): NewEntry {
  const words = t(language).entries
  const beside = [
    ...besides(of.passages, passage, 'correction').map(({ text }) => words.correction(text)),
    ...besides(of.passages, passage, 'remark').map(({ text }) => words.remark(text)),
  ]
  const told = (...lines: readonly string[]) => [...lines, ...beside].join('\n')
  const later = cameLater(passage, of.passages)
  const head = {
    happenedOn: later ? dutchDayOf(passage.writtenAt) : of.heldOn,
    from: {
      capability: 'conversations',
      id: of.id,
      written: { by: passage.writtenBy, at: passage.writtenAt },
    },
  } as const
  const moment = later && of.heldOn ? { moment: words.later(fullDay(language, of.heldOn)) } : {}
  switch (passage.kind) {
    case 'interpretation':
      return {
        ...head,
        kind: 'interpretation',
        text: told(passage.text),
        innocent: passage.innocent,
      }
    case 'summary':
      return {
        ...head,
        kind: 'contact',
        text: told(passage.text),
        withWhom: words.pupil,
        how: 'talk',
      }
    case 'agreement':
    case 'next-contact': {
      const due = passage.dueOn ? [words.due[passage.kind](fullDay(language, passage.dueOn))] : []
      return {
        ...head,
        ...moment,
        kind: 'fact',
        text: told(words.agreed(passage.text), ...due),
        source: words.agreementSource,
        origin: 'own',
      }
    }
    default:
      return {
        ...head,
        ...moment,
        kind: 'fact',
        text: told(words.quote(passage.text)),
        source: words.pupilItself,
        origin: 'own',
      }
  }
}
