import type { Role } from '#platform/actor.ts'
import type { Language } from '#platform/language.ts'
import type { Block, Pair } from '#platform/pdf/document.ts'
import type { ExportedCase } from './export-case.ts'
import { t } from './words.ts'

/** What the words of other capabilities add. */
export type PaperWords = {
  readonly roleName: (role: Role, language: Language) => string
  /** the wording of a signal of the list */
  readonly wordingOf: (code: string, language: Language) => string
}

export type OnPaper = ExportedCase & PaperWords & { readonly language: Language }

export const nameOn = ({ language, names }: OnPaper, id: string | undefined): string =>
  (id && names.get(id)) || t(language).unknownPerson

export const chapter = (text: string): Block => ({ kind: 'heading', level: 1, text })

/** A pair only where there is something to say. */
export const pairs = (...all: readonly (readonly [string, string | undefined])[]): Pair[] =>
  all.flatMap(([key, value]) => (value ? [{ key, value }] : []))
