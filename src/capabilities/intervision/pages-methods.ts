import { type Knowledge, type Method, origin } from '#capabilities/knowledge/index.ts'
import { buttonGroup, buttonLink } from '#design/button/button.ts'
import { type Html, html } from '#design/html.ts'
import { linkList } from '#design/link-list/link-list.ts'
import { table } from '#design/table/table.ts'
import { type Language, link } from '#platform/language.ts'
import { t } from './words.ts'

const methodPath = (id: string, rest = ''): string => `/intervisie/methoden/${id}${rest}`

export function methodsPage(language: Language, { methods }: Knowledge): Html {
  const words = t(language).methods
  return html`<h1>${words.title}</h1>
<p class="lead">${words.lead}</p>
${linkList(
  methods.map(({ id, name, summary }) => ({
    text: name[language],
    href: link(language, methodPath(id)),
    description: summary[language],
  })),
)}`
}

/** One method with where every part of it comes from. */
export function methodPage(language: Language, knowledge: Knowledge, method: Method): Html {
  const words = t(language).methods
  return html`<h1>${method.name[language]}</h1>
<p class="lead">${method.summary[language]}</p>
<h2>${words.know}</h2>
<ul>${method.notes.map((note) => html`<li>${note.text[language]} ${origin(knowledge, language, note)}</li>`)}</ul>
<h2>${words.phases}</h2>
${totalOf(language, method)}
${table({
  caption: words.phases,
  captionHidden: true,
  columns: [
    { heading: words.columns.phase },
    { heading: words.columns.what },
    { heading: words.columns.time },
    { heading: words.columns.speaks },
    { heading: words.columns.yields },
    { heading: words.columns.source },
  ],
  rows: method.phases.map((phase) => [
    phase.name[language],
    html`${phase.text[language]}${phase.silent ? html` <span class="quiet">${words.silent}.</span>` : ''}`,
    phase.time
      ? html`${t(language).paper.minutes(phase.time.minutes)} ${origin(knowledge, language, phase.time)}`
      : words.noTime,
    html`${phase.whoSpeaks[language]} ${t(language).live.inbrenger[phase.inbrenger]}`,
    phase.yields[language],
    origin(knowledge, language, phase),
  ]),
})}
${buttonGroup(
  buttonLink({ text: words.start, href: link(language, `/intervisie/nieuw?methode=${method.id}`) }),
  buttonLink({
    text: words.sheet,
    href: link(language, methodPath(method.id, '/blad')),
    look: 'secondary',
  }),
)}`
}

/** Only where every step has its minutes. */
function totalOf(language: Language, { phases }: Method): Html {
  if (phases.some(({ time }) => !time)) return html``
  const total = phases.reduce((sum, { time }) => sum + (time?.minutes ?? 0), 0)
  return html`<p>${t(language).methods.total(total)}</p>`
}
