import type { Html } from '#design/html.ts'
import { html } from '#design/html.ts'
import { radios } from '#design/radios/radios.ts'
import { text } from '#design/text/text.ts'
import { textOf } from '#platform/form.ts'
import type { Language } from '#platform/language.ts'
import { writtenKinds } from './forms.ts'
import { area, dayField, type Filled, framed } from './pages-forms.ts'
import { paths } from './paths.ts'
import type { ReadTable } from './read-table.ts'
import { longest } from './table-body.ts'
import { t } from './words.ts'

/** What can be brought, written down as a file would keep it. Nothing leaves yet. */
export function writePage(language: Language, view: Filled & { readonly read: ReadTable }): Html {
  const words = t(language)
  const { write } = words
  const { typed, read } = view
  const frame = { ...view, ...write, action: paths.write(read.id) }
  return framed(
    language,
    frame,
    (wrong) => html`${radios(language, {
      name: 'kind',
      label: write.kind,
      value: textOf(typed, 'kind'),
      error: wrong.kind,
      choices: writtenKinds.map((kind) => ({ value: kind, label: words.kinds[kind] })),
    })}
${area(language, typed, wrong, 'text', write.text, { rows: 6 })}
${text(language, { name: 'source', label: write.source, hint: write.sourceHint, value: textOf(typed, 'source'), error: wrong.source, maxlength: longest.line })}
${dayField(language, typed, wrong, 'on', write.on, write.onHint)}
${text(language, { name: 'moment', label: write.moment, value: textOf(typed, 'moment'), error: wrong.moment, optional: true, maxlength: longest.line })}
${area(language, typed, wrong, 'beside', write.beside, { hint: write.besideHint, rows: 3, optional: true })}`,
  )
}
