import { button, buttonLink } from '#design/button/button.ts'
import { file } from '#design/file/file.ts'
import { form } from '#design/form/form.ts'
import { type Html, html } from '#design/html.ts'
import { text } from '#design/text/text.ts'
import { fullDay } from '#platform/dates.ts'
import { type Language, link } from '#platform/language.ts'
import type { WaveView } from './page-wave.ts'
import { wavePaths } from './survey-paths.ts'
import { t } from './words.ts'

/** The key and its two keepers, before a wave takes answers. */
export function beginPart(language: Language, { wave, wrong }: WaveView): Html {
  const { key: words } = t(language).wave
  return html`<h2>${words.title}</h2>
<p>${words.before}</p>
${form({
  action: link(language, wavePaths.key(wave.id)),
  content: button({
    text: wave.hasKey ? words.again : words.make,
    look: wave.hasKey ? 'subtle' : 'primary',
  }),
})}
${
  wave.hasKey
    ? html`<h2>${words.begin}</h2>
<p>${words.beginLead}</p>
${form({ action: link(language, wavePaths.open(wave.id)), content: html`${halves(language, wrong)}${button({ text: words.begin })}` })}`
    : ''
}`
}

/** What a keeper types is never given back: whoever looks at the screen later would have it. */
function halves(language: Language, wrong: Readonly<Record<string, string>>): Html {
  const { key: words } = t(language).wave
  return html`${text(language, { name: 'secret-one', label: words.one, error: wrong['secret-one'] })}
${text(language, { name: 'secret-other', label: words.other, error: wrong['secret-other'] })}
`
}

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
  const { urn: words } = t(language).wave
  return html`<h2>${words.title}</h2>
<p>${words.text}</p>
<p>${words.least(surveys.smallest.answers)}</p>
<p>${words.after}</p>
${demoHalves ? html`<p class="quiet">${words.demo(...demoHalves)}</p>` : ''}
${form({ action: link(language, wavePaths.urn(wave.id)), content: html`${halves(language, wrong)}${button({ text: words.button })}` })}`
}
