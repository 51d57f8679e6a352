import { button } from '#design/button/button.ts'
import { date } from '#design/date/date.ts'
import { details } from '#design/details/details.ts'
import { emptyState } from '#design/empty-state/empty-state.ts'
import { summaryOf } from '#design/error-summary/error-summary.ts'
import { form } from '#design/form/form.ts'
import { type Html, html } from '#design/html.ts'
import { table } from '#design/table/table.ts'
import { text } from '#design/text/text.ts'
import { fullDay } from '#platform/dates.ts'
import { type FormErrors, type Typed, textOf } from '#platform/form.ts'
import { keyField } from '#platform/http/sent-once.ts'
import { type Language, link } from '#platform/language.ts'
import { datePartsOf } from '#platform/typed-date.ts'
import { type ClosedPeriod, longestName } from './closed-period.ts'
import { isErrorCode, t } from './words.ts'

export const daysOffPath = '/organisatie/vrije-dagen'

type View = {
  readonly periods: readonly ClosedPeriod[]
  readonly typed: Typed
  readonly errors: FormErrors
  readonly key: string
  /** ISO date */
  readonly today: string
}

/** When the organisation is closed, and the form to say so. */
export function daysOffPage(language: Language, view: View): Html {
  const words = t(language)
  const wrong = Object.fromEntries(
    Object.entries(view.errors).map(([field, code]) => [
      field,
      isErrorCode(code) ? words.errors[code] : code,
    ]),
  )
  const coming = view.periods.filter(({ until }) => until >= view.today)
  const past = view.periods.filter(({ until }) => until < view.today)
  return html`${summaryOf(language, wrong)}
<h1>${words.title}</h1>
<p class="lead">${words.lead}</p>
<p>${words.counted}</p>
${
  coming.length > 0
    ? periodTable(language, words.list, coming)
    : emptyState({ title: words.emptyTitle, text: words.empty })
}
${past.length > 0 ? details({ summary: words.past, content: periodTable(language, words.past, past) }) : ''}
<h2>${words.add}</h2>
<p>${words.terms}</p>
${form({
  action: link(language, daysOffPath),
  content: html`${keyField(view.key)}${text(language, {
    name: 'name',
    label: words.name,
    hint: words.nameHint,
    value: textOf(view.typed, 'name'),
    error: wrong.name,
    maxlength: longestName,
  })}
${date(language, {
  name: 'from',
  label: words.from,
  hint: words.example(numbers(view.today)),
  value: datePartsOf(view.typed, 'from'),
  error: wrong.from,
})}
${date(language, {
  name: 'until',
  label: words.until,
  hint: words.untilHint,
  value: datePartsOf(view.typed, 'until'),
  error: wrong.until,
})}
${button({ text: words.button })}`,
})}`
}

/** "23 11 2026", as it is typed. */
const numbers = (day: string): string => day.split('-').map(Number).toReversed().join(' ')

function periodTable(language: Language, caption: string, periods: readonly ClosedPeriod[]): Html {
  const { columns, remove, removeOf } = t(language)
  return table({
    caption,
    columns: [
      { heading: columns.name },
      { heading: columns.from },
      { heading: columns.until },
      { heading: columns.remove, headingHidden: true },
    ],
    rows: periods.map(({ id, name, from, until }) => [
      name,
      fullDay(language, from),
      fullDay(language, until),
      form({
        action: link(language, `${daysOffPath}/${id}/weghalen`),
        content: button({
          text: html`${remove}<span class="visually-hidden"> ${removeOf(name, fullDay(language, from))}</span>`,
          look: 'subtle',
        }),
      }),
    ]),
  })
}
