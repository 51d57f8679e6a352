import { alert } from '#design/alert/alert.ts'
import { button } from '#design/button/button.ts'
import { details } from '#design/details/details.ts'
import { form } from '#design/form/form.ts'
import { type Html, html } from '#design/html.ts'
import { story } from '#design/story/story.ts'
import { textarea } from '#design/textarea/textarea.ts'
import { fullDay, nearDay } from '#platform/dates.ts'
import { type FormErrors, type Typed, textOf } from '#platform/form.ts'
import { keyField } from '#platform/http/sent-once.ts'
import { type Language, link } from '#platform/language.ts'
import type { Place } from './desk.ts'
import { ownWords } from './page-parts.ts'
import { readingPath } from './reading-lock.ts'
import type { ForPupil } from './show-conversation.ts'
import { t } from './words.ts'

type ReadablePassage = ForPupil['passages'][number]

export const correctionName = (id: string): string => `correction-${id}`

type PupilView = {
  readonly place: Place
  readonly shown: ForPupil
  readonly typed: Typed
  readonly errors: FormErrors
  readonly key: string
  readonly saved: boolean
}

/** The page that is turned to the young person: large, calm, and about this conversation only. */
export function pupilPage(language: Language, view: PupilView): Html {
  const { place, shown, typed, errors, key, saved } = view
  const words = t(language).pupil
  const wrong = Object.keys(errors).length > 0
  const save = button({ text: words.save })
  return html`<h1>${words.title}</h1>
${saved ? alert(language, { kind: 'info', content: words.saved }) : ''}
${shown.finished ? alert(language, { kind: 'info', content: words.finished }) : ''}
${wrong ? alert(language, { kind: 'info', content: errors.form === 'words-missing' ? words.nothingTyped : words.tooLong }) : ''}
<p>${words.lead(fullDay(language, shown.heldOn))}</p>
<p>${words.rest}</p>
${form({
  action: link(language, readingPath(place)),
  content: html`${keyField(key)}${otherLanguage(language, place)}
${passagesForPupil(language, shown.passages, (each) => passageWithRoom(language, view, each))}
${
  shown.finished && textOf(typed, 'addition') === ''
    ? ''
    : html`<h2>${words.missing}</h2>
${textarea(language, { name: 'addition', label: words.missingField, value: textOf(typed, 'addition'), rows: 3, error: errors.addition ? words.tooLong : undefined })}`
}
${shown.finished ? '' : save}`,
})}
<p class="reading-end"><a class="button button--secondary" href="${link(language, `${readingPath(place)}/klaar`)}">${words.done}</a></p>`
}

/** A button of the form, so that what was typed comes along. */
function otherLanguage(language: Language, place: Place): Html {
  const other = language === 'nl' ? 'en' : 'nl'
  return html`<p><button class="link-button" type="submit" name="taal" value="${other}" formaction="${link(other, readingPath(place))}" lang="${other}">${t(language).pupil.otherLanguage}</button></p>`
}

/** Each kind under its own heading, in the order of a conversation. `shown` may show one in its own way. */
export function passagesForPupil(
  language: Language,
  passages: readonly ReadablePassage[],
  shown: (passage: ReadablePassage) => Html | undefined,
  below = false,
): Html {
  const words = t(language).pupil
  const groups = [
    { title: words.quotes, kinds: ['quote'] },
    { title: words.additions, kinds: ['addition'] },
    { title: words.summary, kinds: ['summary'] },
    { title: words.agreements, kinds: ['agreement', 'next-contact'] },
  ]
  return html`${groups.map(({ title, kinds }) => {
    const group = passages.filter(({ kind }) => kinds.includes(kind))
    if (group.length === 0) return ''
    return html`${below ? html`<h3>${title}</h3>` : html`<h2>${title}</h2>`}
${group.map((each) => shown(each) ?? plainPassage(language, each))}
`
  })}`
}

function plainPassage(language: Language, { kind, text, dueOn }: ReadablePassage): Html {
  const words = t(language).pupil
  const day = dueOn && nearDay(language, dueOn)
  const next = kind === 'next-contact'
  return html`<div class="reading__passage">${next ? html`<p><strong>${words.nextContact}</strong></p>` : ''}${story(text)}${day ? html`<p>${next ? words.on(day) : words.by(day)}</p>` : ''}</div>`
}

function passageWithRoom(
  language: Language,
  { shown, typed, errors }: PupilView,
  passage: ReadablePassage,
): Html {
  const words = t(language).pupil
  const { id, kind, text, corrections } = passage
  const name = correctionName(id)
  const value = textOf(typed, name)
  const own = kind === 'quote' || kind === 'addition'
  const room = textarea(language, {
    name,
    label: words.field,
    value,
    rows: 3,
    error: errors[name] ? words.tooLong : undefined,
  })
  return html`<section class="reading__passage">${own ? ownWords(text, shown.spoken) : plainPassage(language, passage)}
${corrections.map((each) => html`<div class="passage__beside"><p><strong>${words.yours}:</strong></p>${ownWords(each, shown.spoken)}</div>\n`)}
${shown.finished ? (value === '' ? '' : html`<p>${words.notSaved}</p>${room}`) : details({ summary: words.notMeant, open: value !== '', content: room })}
</section>
`
}

/** Nothing to see: what comes when the page is asked for anew, such as after leaving it in a hurry. */
export function coveredPage(language: Language, place: Place): Html {
  const words = t(language).pupil
  return html`<h1>${words.covered}</h1>
<p>${words.coveredText}</p>
${form({ action: link(language, `${readingPath(place)}/verder`), content: button({ text: words.goOn, look: 'secondary' }) })}
<p class="reading-end"><a href="${link(language, `${readingPath(place)}/klaar`)}">${words.done}</a></p>`
}

/** The young person gives the screen back; whoever held the conversation opens the way to their work. */
export function handBackPage(language: Language, place: Place): Html {
  const words = t(language).pupil
  return html`<h1>${words.back}</h1>
<p>${words.backText}</p>
${form({ action: link(language, `${readingPath(place)}/verder`), content: button({ text: words.goOn, look: 'secondary' }) })}
${details({
  summary: words.iAmListener,
  content: form({
    action: link(language, `${readingPath(place)}/klaar`),
    content: button({ text: words.takeBack }),
  }),
})}`
}
