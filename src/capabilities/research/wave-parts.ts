import { button, buttonLink } from '#design/button/button.ts'
import { file } from '#design/file/file.ts'
import { form } from '#design/form/form.ts'
import { type Html, html } from '#design/html.ts'
import { summaryList } from '#design/summary-list/summary-list.ts'
import { fullDay } from '#platform/dates.ts'
import { type Language, link } from '#platform/language.ts'
import type { Place } from './open-wave.ts'
import type { WaveView } from './page-wave.ts'
import { sureBox } from './sure-box.ts'
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
    ? html`<p>${
        checked[mine]
          ? words.waits
          : html`${words.checkLead}</p>
<p>${buttonLink({ text: words.check, href: link(language, wavePaths.open(wave.id)) })}`
      }</p>
${mine === 'first' && !made.second ? html`<p>${words.second}</p>` : ''}
${press(words.again, 'subtle')}${mine === 'first' && made.second ? html`<p class="quiet">${words.againFirst}</p>` : ''}`
    : made.second
      ? html`<p>${words.waits}</p>`
      : press(made.first ? words.make.second : words.make.first, 'primary')
}`
}

/** While a wave is open: addresses, invitations, letters on paper, reminders. */
export function invitePart(
  language: Language,
  { wave, wrong, letters, canMail, strata }: WaveView,
): Html {
  const { invite: words } = t(language).wave
  const invited = strata.some((each) => each.invited > 0)
  const sum = (of: 'onPaper' | 'withAddress' | 'toMail') =>
    strata.reduce((all, each) => all + each[of], 0)
  const onPaper = sum('onPaper')
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
${
  sum('toMail') > 0
    ? press(wavePaths.invite(wave.id), words.mail, words.mailText)
    : html`<p>${sum('withAddress') > 0 ? words.allMailed : words.noAddresses}</p>`
}
${onPaper > 0 ? codesAgain(language, wave.id, onPaper, wrong) : press(wavePaths.paper(wave.id), words.paper, words.paperText)}
${invited && sum('withAddress') > 0 ? press(wavePaths.remind(wave.id), words.remind, words.remindText) : ''}`
}

/** The boxes that stand before what cannot be undone. */
export const againName = 'again'
export const closeName = 'close'

/** Codes are out already, and may lie in a letter-box: new ones are another act than the first ones were. */
function codesAgain(
  language: Language,
  id: string,
  count: number,
  wrong: Readonly<Record<string, string>>,
): Html {
  const { invite: words } = t(language).wave
  return html`<h3>${words.again}</h3>
<p>${words.againText(count)}</p>
${form({
  action: link(language, wavePaths.paper(id)),
  content: html`${sureBox(language, { name: againName, known: words.againKnown(count), error: wrong[againName] })}
${button({ text: words.again, look: 'danger' })}`,
})}`
}

export function closePart(language: Language, { wave, wrong }: WaveView): Html {
  const { close: words } = t(language).wave
  return html`<h2>${words.title}</h2>
<p>${words.text} ${words.byItself(fullDay(language, wave.closesOn))}</p>
${form({
  action: link(language, wavePaths.close(wave.id)),
  content: html`${sureBox(language, { name: closeName, known: words.known, error: wrong[closeName] })}
${button({ text: words.title, look: 'danger' })}`,
})}`
}

export function urnPart(language: Language, { wave }: WaveView): Html {
  const { urn: words } = t(language).wave
  return html`<h2>${words.title}</h2>
<p>${words.text}</p>
<p>${buttonLink({ text: words.title, href: link(language, wavePaths.urn(wave.id)) })}</p>`
}
