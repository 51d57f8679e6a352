import { button, buttonLink } from '#design/button/button.ts'
import { checkboxes } from '#design/checkboxes/checkboxes.ts'
import { summaryOf } from '#design/error-summary/error-summary.ts'
import { form } from '#design/form/form.ts'
import { type Html, html } from '#design/html.ts'
import { radios } from '#design/radios/radios.ts'
import { textarea } from '#design/textarea/textarea.ts'
import { fullDay } from '#platform/dates.ts'
import { type FormErrors, listOf, type Typed, textOf } from '#platform/form.ts'
import { keyField } from '#platform/http/sent-once.ts'
import { type Language, link } from '#platform/language.ts'
import { callOffReasons, forFile, type Passage } from './conversation.ts'
import { entryFrom } from './entry-from.ts'
import { belowPath, type Names, nameOf, sentences } from './page-parts.ts'
import type { ReadConversation } from './read-conversation.ts'
import { t } from './words.ts'

type EndView = {
  readonly one: ReadConversation
  readonly names: Names
  readonly typed: Typed
  readonly errors: FormErrors
  readonly key: string
}

/** A person chooses what goes into the file; each choice reads as it will stand there. */
export function closePage(language: Language, view: EndView): Html {
  const { one, typed, errors, key } = view
  const words = t(language).close
  const wrong = sentences(language, errors)
  const unread = one.state !== 'shown'
  return html`${summaryOf(language, wrong)}
<h1>${words.title}</h1>
<p class="lead">${words.lead}</p>
${form({
  action: link(language, belowPath(one, 'close')),
  content: html`${keyField(key)}${checkboxes(language, {
    name: 'chosen',
    label: words.choose,
    values: listOf(typed, 'chosen'),
    error: wrong.chosen,
    choices: [
      ...offered(one).map((each) => ({
        value: each.id,
        ...toldInFile(language, view, each),
      })),
      { value: 'nothing', label: words.nothing },
    ],
  })}
${
  unread
    ? html`${textarea(language, { name: 'unread', label: words.unread, hint: words.unreadHint, value: textOf(typed, 'unread'), error: wrong.unread, rows: 2 })}
<p>${buttonLink({ text: t(language).conversation.acts.show, href: link(language, belowPath(one, 'show')), look: 'secondary' })}</p>`
    : ''
}
${button({ text: words.save })}`,
})}`
}

/** The conversation itself first, then what was said in it. */
const offered = ({ passages }: ReadConversation): readonly Passage[] => {
  const all = forFile(passages)
  const summary = all.filter(({ kind }) => kind === 'summary')
  return [...summary, ...all.filter(({ kind }) => kind !== 'summary')]
}

/** The words of the entry, and below them what it becomes, whose it is and on which day. */
function toldInFile(language: Language, { one, names }: EndView, passage: Passage) {
  const { as, by, day, innocent } = t(language).close
  const entry = entryFrom(language, passage, one)
  const also = entry.kind === 'interpretation' ? entry.innocent : []
  const moment = entry.kind === 'fact' ? entry.moment : undefined
  const days = [entry.happenedOn && fullDay(language, entry.happenedOn), moment].filter(Boolean)
  return {
    label: html`<span class="story">${[entry.text, ...also.map(innocent)].join('\n')}</span>`,
    hint: [
      as[passage.kind as keyof typeof as],
      ...(entry.kind === 'interpretation' ? [by(nameOf(language, names, passage.writtenBy))] : []),
      day(days.join(', ')),
    ].join(' '),
  }
}

export function callOffPage(language: Language, { one, typed, errors, key }: EndView): Html {
  const words = t(language).callOff
  const wrong = sentences(language, errors)
  return html`${summaryOf(language, wrong)}
<h1>${words.title}</h1>
<p>${words.lead}</p>
${form({
  action: link(language, belowPath(one, 'call-off')),
  content: html`${keyField(key)}${radios(language, {
    name: 'because',
    label: words.because,
    value: textOf(typed, 'because'),
    error: wrong.because,
    choices: callOffReasons.map((value) => ({ value, label: words.reasons[value] })),
  })}
${textarea(language, { name: 'note', label: words.note, optional: true, value: textOf(typed, 'note'), error: wrong.note, rows: 3 })}
${button({ text: words.save })}`,
})}`
}
