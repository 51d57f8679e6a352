import { checkboxes } from '#design/checkboxes/checkboxes.ts'
import { date } from '#design/date/date.ts'
import { type Html, html } from '#design/html.ts'
import { radios } from '#design/radios/radios.ts'
import { select } from '#design/select/select.ts'
import { text } from '#design/text/text.ts'
import { textarea } from '#design/textarea/textarea.ts'
import { listOf, type Typed, textOf } from '#platform/form.ts'
import type { Language } from '#platform/language.ts'
import { datePartsOf } from '#platform/typed-date.ts'
import type { DossierDesk } from './desk.ts'
import type { Field } from './fields.ts'
import { offenceName, standingOf } from './offence-words.ts'
import type { ReadFact, ReadOffence } from './read-dossier.ts'
import { t } from './words.ts'

export type FieldWords = {
  readonly label: string
  readonly hint?: string
  readonly choices?: Readonly<Record<string, string>>
}

export type FieldsView = {
  readonly typed: Typed
  /** sentences by field */
  readonly wrong: Readonly<Record<string, string>>
  readonly facts: readonly ReadFact[]
  readonly offences?: readonly ReadOffence[]
  readonly forms?: DossierDesk['forms']
  /** names by person id, of whom one is chosen */
  readonly people: ReadonlyMap<string, string>
}

/** One question as its description says it is asked. */
export function fieldOf(
  language: Language,
  field: Field,
  words: FieldWords,
  { typed, wrong, facts, offences = [], forms = [], people }: FieldsView,
): Html {
  const { name } = field
  const common = {
    name,
    label: words.label,
    hint: words.hint,
    error: wrong[name],
    optional: field.optional ?? false,
  }
  switch (field.as) {
    case 'line':
      return text(language, { ...common, value: textOf(typed, name) })
    case 'words':
      return textarea(language, { ...common, value: textOf(typed, name), rows: field.rows ?? 5 })
    case 'date':
      return date(language, { ...common, value: datePartsOf(typed, name) })
    case 'choice':
      return radios(language, {
        ...common,
        value: textOf(typed, name),
        choices: (field.choices ?? []).map((value) => ({
          value,
          label: words.choices?.[value] ?? value,
        })),
      })
    case 'facts': {
      const there = facts.filter((fact) => !fact.withdrawn && !fact.recalled)
      if (there.length === 0) return html`<p class="quiet">${t(language).form.noFacts}</p>`
      return checkboxes(language, {
        ...common,
        values: listOf(typed, name),
        choices: there.map((fact) => ({
          value: fact.id,
          label: `F${fact.number}. ${short(fact.text)}`,
          hint: fact.source,
        })),
      })
    }
    case 'offences': {
      const there = standingOf(offences)
      return checkboxes(language, {
        ...common,
        values: listOf(typed, name),
        choices: there.map((one) => ({
          value: one.id,
          label: offenceName(language, one, there),
          hint: short(one.text),
        })),
      })
    }
    case 'forms':
      return checkboxes(language, {
        ...common,
        values: listOf(typed, name),
        choices: forms.map((one) => ({ value: one.id, label: one.name[language] })),
      })
    case 'colleague':
      return people.size === 0
        ? html`<p>${t(language).form.nobody}</p>`
        : select(language, {
            ...common,
            value: textOf(typed, name),
            choices: [...people].map(([value, label]) => ({ value, label })),
          })
  }
}

/** A fact or an offence in a list of boxes: enough of it to know which one it is. */
const short = (words: string): string => (words.length > 160 ? `${words.slice(0, 157)}…` : words)
