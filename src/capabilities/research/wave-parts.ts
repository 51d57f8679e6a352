import { button, buttonLink } from '#design/button/button.ts'
import { file } from '#design/file/file.ts'
import { form } from '#design/form/form.ts'
import { type Html, html } from '#design/html.ts'
import { summaryList } from '#design/summary-list/summary-list.ts'
import { text } from '#design/text/text.ts'
import { fullDay } from '#platform/dates.ts'
import { type Language, link } from '#platform/language.ts'
import type { Place } from './open-wave.ts'
import type { WaveView } from './page-wave.ts'
import { wavePaths } from './survey-paths.ts'
import { t } from './words.ts'

/** The key and its two keepers, before a wave takes answers. */
export function beginPart(language: Language, view: WaveView): Html {
  const { wave, keepers } = view
  const { key: words } = t(language).wave
  const { mine, made, checked } = keepers
  const stand = (place: Place) => words.stand(made[place], checked[place], mine === place)
  const press = (text: string, look: 'primary' | 'subtle') =>
    form({ action: link(language, wavePaths.key(wave.id)), content: button({ text, look }) })
  return html`<h2>${words.title}</h2>
<p>${words.before}</p>
${summaryList(language, [
  { key: words.place.first, value: stand('first') },
  { key: words.place.second, value: stand('second') },
])}
${
  mine
    ? html`${checked[mine] ? html`<p>${words.waits}</p>` : checkPart(language, view)}
${mine === 'first' && !made.second ? html`<p>${words.second}</p>` : ''}
${press(words.again, 'subtle')}${mine === 'first' && made.second ? html`<p class="quiet">${words.againFirst}</p>` : ''}`
    : made.second
      ? html`<p>${words.waits}</p>`
      : press(made.first ? words.make.second : words.make.first, 'primary')
}`
}

function checkPart(language: Language, { wave, wrong }: WaveView): Html {
  const { key: words } = t(language).wave
  return html`<h2>${words.check}</h2>
<p>${words.checkLead}</p>
${form({
  action: link(language, wavePaths.open(wave.id)),
  content: html`${half(language, 'secret', words.own, wrong)}${button({ text: words.check })}`,
})}`
}

/** What a keeper types is never given back: whoever looks at the screen later would have it. */
const half = (
  language: Language,
  name: string,
  label: string,
  wrong: Readonly<Record<string, string>>,
): Html => text(language, { name, label, error: wrong[name], spellcheck: false })

/** While a wave is open: addresses, invitations, letters on paper, reminders. */
export function invitePart(
  language: Language,
  { wave, wrong, letters, canMail, strata }: WaveView,
): Html {
  const { invite: words } = t(language).wave
  const invited = strata.some((each) => each.invited > 0)
  const press = (action: string, label: string, explained: string) => html`<p>${explained}</p>
${form({ action: link(language, action), content: button({ text: label, look: 'secondary' }) })}
`
  return html`<h2>${words.title}</h2>
<p>${buttonLink({ text: words.schools, href: link(language, wavePaths.schools(wave.id)) })}</p>
${letters > 0 ? html`<p>${words.letters(letters)} ${canMail ? '' : words.noMail}</p>` : ''}
${form({
  action: link(language, wavePaths.addresses(wave.id)),
  parts: true,
  content: html`${file(language, { name: 'file', label: words.addresses, hint: words.addressesHint, error: wrong.file, accept: '.csv,.txt' })}
${button({ text: words.add, look: 'secondary' })}`,
})}
${press(wavePaths.invite(wave.id), words.mail, words.mailText)}
${press(wavePaths.paper(wave.id), words.paper, words.paperText)}
${invited ? press(wavePaths.remind(wave.id), words.remind, words.remindText) : ''}`
}

export function closePart(language: Language, { wave }: WaveView): Html {
  const { close: words } = t(language).wave
  return html`<h2>${words.title}</h2>
<p>${words.text} ${words.byItself(fullDay(language, wave.closesOn))}</p>
${form({ action: link(language, wavePaths.close(wave.id)), content: button({ text: words.button, look: 'danger' }) })}`
}

export function urnPart(language: Language, { wave, wrong, surveys, demoHalves }: WaveView): Html {
  const { urn: words, key } = t(language).wave
  return html`<h2>${words.title}</h2>
<p>${words.text}</p>
<p>${words.least(surveys.smallest.answers)}</p>
<p>${words.after}</p>
${demoHalves ? html`<p class="quiet">${words.demo(...demoHalves)}</p>` : ''}
${form({
  action: link(language, wavePaths.urn(wave.id)),
  content: html`${half(language, 'secret-one', key.one, wrong)}
${half(language, 'secret-other', key.other, wrong)}
${button({ text: words.button })}`,
})}`
}
