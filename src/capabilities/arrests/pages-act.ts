import { type LegalRule, ruleLine, type Telling } from '#capabilities/law/index.ts'
import { button } from '#design/button/button.ts'
import { summaryOf } from '#design/error-summary/error-summary.ts'
import { form } from '#design/form/form.ts'
import { type Html, html } from '#design/html.ts'
import { radios } from '#design/radios/radios.ts'
import { select } from '#design/select/select.ts'
import { textarea } from '#design/textarea/textarea.ts'
import { type FormErrors, type Typed, textOf } from '#platform/form.ts'
import { keyField } from '#platform/http/sent-once.ts'
import { type Language, link } from '#platform/language.ts'
import { beforeHalt, beforeReady, type FileStep } from './file.ts'
import type { Place } from './find-file.ts'
import { nobody } from './happened.ts'
import { momentField } from './page-parts.ts'
import { paths } from './paths.ts'
import type { ReadFile } from './read-file.ts'
import { sentencesOf, t } from './words.ts'

export type Filled = { readonly typed: Typed; readonly errors: FormErrors; readonly key: string }

const story = (
  language: Language,
  name: string,
  label: string,
  { typed }: Filled,
  error?: string,
) => textarea(language, { name, label, value: textOf(typed, name), error, rows: 4 })

/** A step of the file with its reasons; before Halt and the prosecution comes the look. */
export function stepPage(
  language: Language,
  step: FileStep,
  file: Pick<ReadFile, 'kind' | 'id' | 'reference' | 'looks' | 'certified'>,
  filled: Filled,
): Html {
  const words = t(language).steps
  const own = words[step]
  const wrong = sentencesOf(language, filled.errors)
  const before = step === 'halt' ? beforeHalt(file.looks) : beforeReady(file.looks)
  const part = before === 'look' ? 'first' : 'full'
  return html`${summaryOf(language, wrong)}
<h1>${own.title}</h1>
<p class="quiet">${file.reference}</p>
<p>${own.text}</p>
${own.has === '' ? '' : html`<p>${before ? words.before[before] : own.has}${before && (part === 'first' || file.certified) ? html` <a href="${link(language, paths.look(file.id, part))}">${part === 'first' ? t(language).file.lookFirst : t(language).file.lookFull}</a>` : ''}</p>`}
${form({
  action: link(language, paths.step(file, step)),
  content: html`${keyField(filled.key)}
${own.has !== '' && before ? story(language, 'without', own.without, filled, wrong.without) : ''}
${story(language, 'reasons', own.reasons, filled, wrong.reasons)}
${button({ text: own.button })}`,
})}`
}

const insteadOf = ({ instead }: Telling): Telling['instead'] =>
  instead.length === 0
    ? []
    : [
        ...instead,
        {
          id: nobody,
          name: { nl: t('nl').telling.insteadNobody, en: t('en').telling.insteadNobody },
        },
      ]

/** Whether somebody was told, or why not and who was told instead. */
export function tellingPage(
  language: Language,
  { telling, rule, id }: { telling: Telling; rule: LegalRule | undefined; id: string },
  filled: Filled,
): Html {
  const words = t(language).telling
  const { typed, errors, key } = filled
  const wrong = sentencesOf(language, errors)
  const named = (list: Telling['exceptions']) =>
    list.map((one) => ({ value: one.id, label: one.name[language] }))
  const choose = (name: string, label: string, list: Telling['exceptions']) =>
    list.length === 0
      ? ''
      : radios(language, {
          name,
          label,
          value: textOf(typed, name),
          error: wrong[name],
          choices: named(list),
          optional: true,
        })
  return html`${summaryOf(language, wrong)}
<h1>${words.title(telling.who[language])}</h1>
<p>${telling.says[language]}</p>
<p>${words.ground}: ${rule ? ruleLine(language, rule) : words.noRule}</p>
${telling.readings.map((reading) => html`<p class="quiet">${t(language).clocks.ownReading}: ${reading[language]}</p>\n`)}
${form({
  action: link(language, paths.tell(id, telling.id)),
  content: html`${keyField(key)}
${radios(language, {
  name: 'done',
  label: words.done,
  value: textOf(typed, 'done'),
  error: wrong.done,
  inline: true,
  choices: [
    { value: 'yes', label: words.yes },
    { value: 'no', label: words.no },
  ],
})}
${choose('exception', words.exception, telling.exceptions)}
${choose('instead', words.instead, insteadOf(telling))}
${momentField(language, { name: 'at', label: words.at, typed, wrong })}
${story(language, 'text', words.text, filled, wrong.text)}
${button({ text: words.button })}`,
})}`
}

type Colleague = { readonly personId: string; readonly name: string }

export function letInPage(
  language: Language,
  { place, colleagues }: { place: Place; colleagues: readonly Colleague[] },
  filled: Filled,
): Html {
  const words = t(language).circle
  const wrong = sentencesOf(language, filled.errors)
  if (colleagues.length === 0) return html`<h1>${words.title}</h1>\n<p>${words.nobody}</p>`
  return html`${summaryOf(language, wrong)}
<h1>${words.title}</h1>
${form({
  action: link(language, paths.circle(place)),
  content: html`${keyField(filled.key)}
${select(language, {
  name: 'personId',
  label: words.colleague,
  value: textOf(filled.typed, 'personId'),
  error: wrong.personId,
  choices: colleagues.map(({ personId, name }) => ({ value: personId, label: name })),
})}
${story(language, 'reason', words.reason, filled, wrong.reason)}
${button({ text: words.button })}`,
})}`
}

export function endAccessPage(
  language: Language,
  { place, personId, name }: { place: Place; personId: string; name: string },
  filled: Filled,
): Html {
  const words = t(language).circle
  const wrong = sentencesOf(language, filled.errors)
  return html`${summaryOf(language, wrong)}
<h1>${words.endTitle(name)}</h1>
${form({
  action: link(language, paths.endAccess(place, personId)),
  content: html`${keyField(filled.key)}
${story(language, 'reason', words.endReason, filled, wrong.reason)}
${button({ text: words.endButton, look: 'danger' })}`,
})}`
}

export function openProtectionPage(language: Language, id: string, filled: Filled): Html {
  const words = t(language).openProtection
  const wrong = sentencesOf(language, filled.errors)
  return html`${summaryOf(language, wrong)}
<h1>${words.title}</h1>
<p>${words.text}</p>
${form({
  action: link(language, paths.openProtection(id)),
  content: html`${keyField(filled.key)}
${story(language, 'reason', words.reason, filled, wrong.reason)}
${button({ text: words.button })}`,
})}`
}
