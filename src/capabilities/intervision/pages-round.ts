import { button } from '#design/button/button.ts'
import { details } from '#design/details/details.ts'
import { form } from '#design/form/form.ts'
import { type Html, html } from '#design/html.ts'
import { select } from '#design/select/select.ts'
import { tag } from '#design/tag/tag.ts'
import { link } from '#platform/language.ts'
import { hrefOf, joinAddress, nameIn, type View } from './view.ts'
import { t } from './words.ts'

/** Beside the table, or below it on a phone; brought up to date with the rest. */
export const roundPart = (view: View): Html =>
  html`<div id="round" class="live-part live-part--aside">${round(view)}</div>`

function round(view: View): Html {
  const { table, language } = view
  const words = t(language).live
  const name = (id: string) => {
    const parts = [
      id === table.facilitatorId ? words.facilitator : '',
      id === table.inbrengerId ? words.brings : '',
      id === table.me ? words.you : '',
    ].filter(Boolean)
    return html`<li>${nameIn(view, id)}${parts.map((part) => html` ${tag(part)}`)}</li>`
  }
  const running = table.state !== 'ended'
  const live = running && !table.onPaper
  return html`<h2>${words.people}</h2>
<ul>${table.people.map(name)}</ul>
${
  table.code && !(table.state === 'gathering' && table.isFacilitator)
    ? html`<p>${words.code}: <strong class="code">${table.code}</strong></p>
${joinByLink(view)}`
    : ''
}
${live && table.isFacilitator ? inbrengerForm(view) : ''}
${running && table.isFacilitator && table.canBeTakenAway.length > 0 ? awayForm(view) : ''}
<p><a href="${hrefOf(view)}">${words.refresh}</a></p>
${live ? html`<p><a href="${hrefOf(view, '/scherm')}">${words.screen}</a></p>` : ''}
<p><a href="${link(language, `/intervisie/methoden/${table.method}`)}">${words.method}</a></p>
${running && !table.isFacilitator ? takeOverPart(view) : ''}
${running && table.isFacilitator ? stopPart(view) : ''}`
}

/** The whole address, to be copied as plain text: one press chooses all of it. */
export const joinByLink = (view: View): Html => {
  const words = t(view.language).live
  return html`<p>${words.address}: <code class="address">${joinAddress(view)}</code></p>
<p class="quiet">${words.addressHint}</p>`
}

const inbrengerForm = (view: View): Html => {
  const { table, language } = view
  const words = t(language).live
  return details({
    summary: words.inbrengerForm,
    content: form({
      action: hrefOf(view, '/inbrenger'),
      content: html`${select(language, {
        name: 'person',
        label: words.inbrengerForm,
        hint: words.inbrengerHint,
        value: table.inbrengerId ?? '',
        filled: true,
        choices: [
          { value: '', label: words.nobody },
          ...table.people.map((id) => ({ value: id, label: nameIn(view, id) })),
        ],
      })}${button({ text: words.appoint, look: 'secondary' })}`,
    }),
  })
}

const awayForm = (view: View): Html => {
  const { table, language } = view
  const words = t(language).live
  return details({
    summary: words.awayForm,
    content: html`<p>${words.awayText}</p>
${form({
  action: hrefOf(view, '/weghalen'),
  content: html`${select(language, {
    name: 'away',
    label: words.awayWho,
    choices: table.canBeTakenAway.map((id) => ({ value: id, label: nameIn(view, id) })),
  })}${button({ text: words.awayButton, look: 'danger' })}`,
})}`,
  })
}

const takeOverPart = (view: View): Html => {
  const words = t(view.language).live
  return details({
    summary: words.takeOver,
    content: html`<p>${words.takeOverText}</p>
${form({
  action: hrefOf(view, '/overnemen'),
  content: html`<input type="hidden" name="from" value="${view.table.facilitatorId}">${button({ text: words.takeOverButton, look: 'secondary' })}`,
})}`,
  })
}

const stopPart = (view: View): Html => {
  const words = t(view.language).live
  return details({
    summary: words.stop,
    content: html`<p>${words.stopText}</p>
${form({
  action: hrefOf(view, '/stoppen'),
  content: html`<input type="hidden" name="from" value="${view.table.place}">${button({ text: words.stop, look: 'danger' })}`,
})}`,
  })
}
