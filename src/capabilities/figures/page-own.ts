import { alert } from '#design/alert/alert.ts'
import { button } from '#design/button/button.ts'
import { details } from '#design/details/details.ts'
import { summaryOf } from '#design/error-summary/error-summary.ts'
import { form } from '#design/form/form.ts'
import { type Html, html } from '#design/html.ts'
import type { PageParts } from '#design/page/page.ts'
import { radios } from '#design/radios/radios.ts'
import { table } from '#design/table/table.ts'
import { fullDay } from '#platform/dates.ts'
import { type Language, link } from '#platform/language.ts'
import type { FiguresDesk } from './desk.ts'
import { paths } from './paths.ts'
import type { OwnCount, OwnFigures, SentCount } from './read-own-figures.ts'
import { divisionsOf } from './send-counts.ts'
import { periodName, refusalOf, t } from './words.ts'

type View = {
  readonly desk: FiguresDesk
  readonly own: OwnFigures
  /** what an act came to */
  readonly note?: string | undefined
  readonly error?: string | undefined
}

/** What the organisation publishes and published, and the switch. */
export function ownPage(language: Language, view: View): PageParts {
  const words = t(language).own
  const { own, note, error } = view
  return {
    title: words.title,
    error: error !== undefined,
    content: html`${error ? summaryOf(language, { ministry: error }) : ''}
<h1>${words.title}</h1>
<p class="lead">${words.lead}</p>
${note ? alert(language, { kind: 'info', title: note, content: html`` }) : ''}
<p><a href="${link(language, paths.figures)}">${words.publicLink}</a></p>
${standing(language, own)}
${isOn(own) ? '' : switchOn(language, own, error)}
<h2>${words.published}</h2>
${
  own.sent.length === 0
    ? html`<p>${words.nothingPublished}</p>`
    : html`<p>${words.againText}</p>
${own.sent.map((one) => sentCount(language, view.desk, one))}`
}
<h2>${isOn(own) ? words.nextOn : words.next}</h2>
${
  own.next.length === 0
    ? html`<p>${words.nothingNext}</p>`
    : html`<p>${isOn(own) ? words.nextOnLead : words.nextLead}</p>
${own.next.map((one) => numbers(language, view.desk, one))}`
}
${isOn(own) && own.following ? html`<p>${words.following(fullDay(language, own.following))}</p>` : ''}`,
  }
}

const isOn = ({ publishing }: OwnFigures): boolean => publishing?.turned_off_at === null

function standing(language: Language, own: OwnFigures): Html {
  const words = t(language).own
  const { publishing } = own
  if (!publishing) return html`<p>${words.off}</p>`
  if (!isOn(own)) {
    return html`<p>${own.sent.length === 0 ? words.offBefore(publishing.ministry) : words.offBut(publishing.ministry)}</p>`
  }
  return html`<p>${words.on(publishing.ministry, fullDay(language, publishing.since))}</p>
${form({
  action: link(language, paths.turnOff),
  content: button({ text: words.turnOff, look: 'secondary' }),
})}`
}

function switchOn(
  language: Language,
  { publishing, ministries }: OwnFigures,
  error?: string,
): Html {
  const words = t(language).own
  return html`<h2>${words.whatHappens}</h2>
<ul>${words.facts.map((fact) => html`<li>${fact}</li>\n`)}</ul>
${
  ministries.length === 0
    ? html`<p>${words.noMinistry}</p>`
    : form({
        action: link(language, paths.turnOn),
        content: html`${radios(language, {
          name: 'ministry',
          label: words.ministry,
          hint: ministries.length > 1 ? words.ministryHint : undefined,
          error,
          value: ministries.length === 1 ? ministries[0]?.id : undefined,
          choices: ministries.map(({ id, name }) => ({ value: id, label: name })),
        })}
${button({ text: publishing ? words.turnOnAgain : words.turnOn })}`,
      })
}`
}

function numbers(
  language: Language,
  desk: FiguresDesk,
  { definition, period, cells }: OwnCount,
): Html {
  const words = t(language).own
  const caption = words.caption(definition.title[language], periodName(language, period))
  return details({
    summary: caption,
    content: table({
      caption,
      captionHidden: true,
      stays: true,
      columns: [{ heading: words.division }, { heading: words.number, numeric: true }],
      rows: divisionsOf(desk, definition).map(({ code, title }) => [
        title[language],
        (cells[code] ?? 0).toString(),
      ]),
    }),
  })
}

function sentCount(language: Language, desk: FiguresDesk, count: SentCount): Html {
  const words = t(language).own
  const { definition, period, number, countedOn, state, because, mayCountAgain } = count
  return html`${numbers(language, desk, count)}
<p class="quiet">${words.counted(number, fullDay(language, countedOn))} ${words.states[state]}${because ? ` ${refusalOf(language, because)}` : ''}</p>
${
  mayCountAgain
    ? form({
        action: link(language, paths.again),
        content: html`<input type="hidden" name="definition" value="${definition.id}">
<input type="hidden" name="period" value="${period}">
${button({ text: html`${words.again}<span class="visually-hidden">${words.againOf(definition.title[language], periodName(language, period))}</span>`, look: 'subtle' })}`,
      })
    : ''
}`
}
