import { type Field, formFieldset, wiring } from '#design/form-field/form-field.ts'
import { attributes, type Html, html } from '#design/html.ts'
import { words } from '#design/words.ts'
import type { Language } from '#platform/language.ts'

export type DatePart = 'day' | 'month' | 'year'

export type DateField = Field & {
  /** as typed, so that a wrong date is shown again */
  readonly value?: Readonly<Partial<Record<DatePart, string>>> | undefined
  /** the parts that are wrong; all three when not said */
  readonly wrong?: readonly DatePart[]
}

const parts: readonly DatePart[] = ['day', 'month', 'year']

/** The three names a date is sent under: `seen-day`, `seen-month`, `seen-year`. */
export const dateNames = (name: string): Record<DatePart, string> => ({
  day: `${name}-day`,
  month: `${name}-month`,
  year: `${name}-year`,
})

/** A date a person knows by heart, in three fields that need no calendar. */
export function date(language: Language, field: DateField): Html {
  const names = dateNames(field.name)
  const { id } = wiring(field)
  const inputs = parts.map((part, index) => {
    const own = index === 0 ? id : `${id}-${part}`
    const wrong = field.error && (field.wrong ?? parts).includes(part)
    return html`<div class="date__part"><label class="date__label" for="${own}">${words(language)[part]}</label><input${attributes(
      {
        class: `textbox date__${part}`,
        type: 'text',
        inputmode: 'numeric',
        name: names[part],
        id: own,
        value: field.value?.[part],
        maxlength: part === 'year' ? 4 : 2,
        autocomplete: 'off',
        'aria-invalid': wrong ? 'true' : undefined,
      },
    )}></div>`
  })
  return formFieldset(language, field, html`<div class="date">${inputs}</div>`)
}
