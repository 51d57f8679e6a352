import { checkboxes } from '#design/checkboxes/checkboxes.ts'
import type { Html } from '#design/html.ts'
import { type Typed, textOf } from '#platform/form.ts'
import type { Language } from '#platform/language.ts'
import { t } from './words.ts'

type SureBox = {
  readonly name: string
  /** what whoever ticks it knows */
  readonly known: string
  readonly error?: string | undefined
}

/** A box to tick before what cannot be undone. It is never ticked beforehand. */
export const sureBox = (language: Language, { known, ...box }: SureBox): Html =>
  checkboxes(language, {
    ...box,
    label: t(language).wave.sure,
    choices: [{ value: 'yes', label: known }],
  })

export const isSure = (typed: Typed, name: string): boolean => textOf(typed, name) === 'yes'
