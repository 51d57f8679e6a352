import type { FormErrors } from '#platform/form.ts'
import type { Language } from '#platform/language.ts'
import { readActForm } from './forms.ts'
import { openingFields } from './pages-open.ts'
import { errorsFrom } from './route-parts.ts'
import { sentences } from './words.ts'

/** For another capability that opens a case with something of its own: the same form, read and told in the same way. */
export const openingForm = {
  fields: openingFields,
  read: readActForm.open,
  /** a refusal of `openCase` beside its field; anything else is thrown again */
  errorsFrom,
  sentences: (language: Language, errors: FormErrors): Readonly<Record<string, string>> =>
    sentences(language, errors),
}
