import type { Temporal } from '#platform/clock.ts'
import type { Language } from '#platform/language.ts'
import type { Block } from '#platform/pdf/document.ts'

/** A document for a word processor: the same blocks as a PDF, with whole addresses (`withWholeLinks`). */
export type OfficeDocument = {
  readonly language: Language
  readonly title: string
  /** the same document of the same moment has the same bytes */
  readonly made: Temporal.Instant
  readonly blocks: readonly Block[]
}

/** How languages are called in files of word processors. */
export const countryOf = { nl: 'NL', en: 'GB' } as const
