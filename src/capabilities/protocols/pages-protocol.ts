import { daysOffPath, mayKeepCalendar } from '#capabilities/calendar/index.ts'
import {
  editionLine,
  type Knowledge,
  linesById,
  linesInShort,
  origin,
} from '#capabilities/knowledge/index.ts'
import { alert } from '#design/alert/alert.ts'
import { buttonLink } from '#design/button/button.ts'
import { emptyState } from '#design/empty-state/empty-state.ts'
import { type Html, html, idFrom } from '#design/html.ts'
import { story } from '#design/story/story.ts'
import { summaryList } from '#design/summary-list/summary-list.ts'
import { table } from '#design/table/table.ts'
import { tag } from '#design/tag/tag.ts'
import type { PersonActor } from '#platform/actor.ts'
import { dutchDayOf, fullDay } from '#platform/dates.ts'
import { type Language, link } from '#platform/language.ts'
import { mayEditProtocol } from './access.ts'
import { differencesIn, type SchoolProtocol, type SchoolStep } from './edition.ts'
import { immediateParts, type Names, termText, whoText } from './pages-parts.ts'
import type { ListedEdition, ReadEdition } from './read-editions.ts'
import { t } from './words.ts'

type View = { readonly knowledge: Knowledge; readonly read: ReadEdition }

/** The protocol as everybody at the school reads it: danger first, then every step. */
export function protocolPage(
  language: Language,
  view: View & { readonly actor: PersonActor; readonly justAdopted: boolean },
): Html {
  const words = t(language).read
  const { actor, read, justAdopted } = view
  return html`<h1>${read.protocol.name[language]}</h1>
${justAdopted ? adopted(language, read) : ''}
<p class="lead">${read.protocol.about[language]}</p>
${standing(language, read, mayEditProtocol(actor))}
<p><a href="#${contentsId}">${words.toContents}</a></p>
${protocolBody(language, { ...view, contents: contentsOf(language, read.protocol, true) })}
<h2 id="${moreId}">${words.more}</h2>
<ul>
${mayEditProtocol(actor) ? html`<li><a href="${link(language, '/protocol/aanpassen')}">${words.edit}</a></li>` : ''}
<li><a href="${link(language, '/protocol/controle')}">${words.check}</a></li>
<li><a href="${link(language, '/protocol/verschillen')}">${words.differences}</a></li>
<li><a href="${link(language, '/protocol/oefening')}">${words.drill}</a></li>
<li><a href="${link(language, '/protocol/edities')}">${words.editions}</a></li>
<li><a href="${link(language, '/protocol/afdruk')}">${words.print}</a></li>
${mayKeepCalendar(actor) ? html`<li><a href="${link(language, daysOffPath)}">${words.daysOff}</a></li>` : ''}
</ul>`
}

const notesId = 'goed-om-te-weten'
const moreId = 'meer'
const contentsId = 'op-deze-pagina'
const partId = ({ id }: { readonly id: string }) => idFrom(`deel-${id}`)

/** A protocol is many screens long on a phone: its parts, and its steps one level deeper. */
export function contentsOf(language: Language, protocol: SchoolProtocol, more: boolean): Html {
  const words = t(language).read
  const toStep = (step: SchoolStep) =>
    html`<li><a href="#${step.id}">${step.title[language]}</a></li>\n`
  return html`<h2 id="${contentsId}">${words.contents}</h2>
<nav aria-labelledby="${contentsId}">
<ul>
<li><a href="#${notesId}">${words.notes}</a></li>
${protocol.parts.map((part) => {
  const steps = protocol.steps.filter((step) => step.part === part.id)
  return steps.length === 0
    ? ''
    : html`<li><a href="#${partId(part)}">${part.title[language]}</a>
<ul>${steps.map(toStep)}</ul></li>\n`
})}
${more ? html`<li><a href="#${moreId}">${words.more}</a></li>` : ''}
</ul>
</nav>`
}

/** The same on paper. */
export const printPage = (language: Language, view: View): Html =>
  html`<h1>${view.read.protocol.name[language]}</h1>
<p>${standingLine(language, view.read)}</p>
${protocolBody(language, view)}`

/** For who just put it in force: since when it counts, and what becomes of what runs already. */
function adopted(language: Language, { edition }: ReadEdition): Html {
  if (!edition?.inForceAt) return html``
  const words = t(language).read.adopted
  const day = fullDay(language, dutchDayOf(edition.inForceAt))
  return alert(language, {
    kind: 'info',
    title: words.title(edition.number),
    content: html`<p>${words.since(day)} ${words.running}</p>
<p><a href="${link(language, '/protocol/edities')}">${t(language).read.editions}</a></p>`,
  })
}

function standing(language: Language, read: ReadEdition, mayEdit: boolean): Html {
  const words = t(language).read
  if (read.edition) return html`<p class="quiet">${standingLine(language, read)}</p>`
  return alert(language, {
    kind: 'info',
    title: words.exampleTitle,
    content: html`<p>${words.example}</p>
<p>${
      mayEdit
        ? buttonLink({ text: words.exampleEdit, href: link(language, '/protocol/aanpassen') })
        : words.exampleAsk
    }</p>`,
  })
}

function standingLine(language: Language, { edition }: ReadEdition): string {
  const words = t(language).read
  if (!edition) return words.exampleTitle
  return edition.state === 'replaced'
    ? words.replaced(edition.number)
    : words.inForce(
        edition.number,
        edition.inForceAt ? fullDay(language, dutchDayOf(edition.inForceAt)) : '',
      )
}

/** Danger, what to know, and the steps by part. */
export function protocolBody(
  language: Language,
  { knowledge, read, contents }: View & { readonly contents?: Html },
): Html {
  const words = t(language).read
  const { protocol, names } = read
  const now = immediateParts(knowledge, language, protocol, names)
  return html`${alert(language, {
    kind: 'danger-now',
    title: words.immediate,
    content: html`${now.call}${now.explained}`,
  })}
${contents ?? ''}
<h2 id="${notesId}">${words.notes}</h2>
<ul>${protocol.notes.map((note) => html`<li>${note.text[language]} ${origin(knowledge, language, note)}</li>\n`)}</ul>
${protocol.parts.map((part) => {
  const steps = protocol.steps.filter((step) => step.part === part.id)
  return steps.length === 0
    ? ''
    : html`<h2 id="${partId(part)}">${part.title[language]}</h2>
${steps.map((step) => stepPart(language, knowledge, step, names))}
${contents ? html`<p><a href="#${contentsId}">${words.backToContents}</a></p>` : ''}`
})}
${editionLine(language, protocol.edition)}`
}

function stepPart(language: Language, knowledge: Knowledge, step: SchoolStep, names: Names): Html {
  const words = t(language).read
  return html`<section class="panel" id="${step.id}">
<h3>${step.title[language]} ${stepTag(language, step)}</h3>
${step.off === undefined ? '' : html`<p>${words.offBecause(step.off)}</p>`}
${stepExplained(language, step)}
${summaryList(language, [
  { key: words.who, value: whoText(language, step, names) },
  {
    key: words.term,
    value: html`${termText(language, step.term)}${step.term?.law ? html`<br>${t(language).terms.lawDays} ${origin(knowledge, language, step.term)}` : ''}`,
  },
  ...(step.contact ? [{ key: words.contact, value: story(step.contact) }] : []),
  ...(step.lines.length > 0
    ? [{ key: words.reach, value: linesInShort(knowledge, language, step.lines) }]
    : []),
])}
<p>${origin(knowledge, language, step)}</p>
</section>
`
}

export const stepExplained = (language: Language, step: SchoolStep): Html =>
  html`<p>${step.text[language]}</p>
${step.points.length > 0 ? html`<ul>${step.points.map((point) => html`<li>${point[language]}</li>`)}</ul>` : ''}`

export function stepTag(language: Language, step: SchoolStep): Html {
  const words = t(language).read
  if (step.off !== undefined) return tag(words.off)
  if (!step.example) return tag(words.own)
  return differencesIn(step).length > 0 ? tag(words.different) : html``
}

/** Whom to call for this step, between other words; nothing when it calls nobody. */
export const stepReach = (language: Language, knowledge: Knowledge, step: SchoolStep): Html =>
  html`${step.contact ? story(step.contact) : ''}${linesInShort(knowledge, language, step.lines)}`

/** Whom this step is about to call, large; nothing when it calls nobody. */
export const stepCalls = (language: Language, knowledge: Knowledge, step: SchoolStep): Html =>
  step.lines.length === 0 && step.contact === ''
    ? html``
    : html`<h2>${t(language).read.reach}</h2>
${step.contact ? story(step.contact) : ''}
${linesById(knowledge, language, step.lines)}`

export function editionsPage(language: Language, editions: readonly ListedEdition[]): Html {
  const words = t(language).editions
  return html`<h1>${words.title}</h1>
<p class="lead">${words.lead}</p>
${
  editions.length === 0
    ? emptyState({ title: words.emptyTitle, text: words.empty })
    : table({
        caption: words.title,
        captionHidden: true,
        columns: [
          { heading: words.column.number },
          { heading: words.column.from },
          { heading: words.column.until },
        ],
        rows: editions.map(({ id, number, state, inForceAt, replacedAt }) => [
          html`<a href="${link(language, `/protocol/edities/${id}`)}">${words.number(number)}</a> ${state === 'in-force' ? tag(words.now) : ''}`,
          inForceAt ? fullDay(language, dutchDayOf(inForceAt)) : '',
          replacedAt ? fullDay(language, dutchDayOf(replacedAt)) : '',
        ]),
      })
}`
}

/** What the school does differently, beside what stood there first. */
export function differencesPage(
  language: Language,
  { read, newest }: { read: ReadEdition; newest: string },
): Html {
  const words = t(language).differences
  const { protocol, content, names } = read
  const changed = protocol.steps.filter((step) => !step.example || differencesIn(step).length > 0)
  const { immediate } = content.changes
  const immediateChanged = Object.keys(immediate).length > 0
  return html`<h1>${words.title}</h1>
<p class="lead">${words.lead}</p>
${content.example.edition.id === newest ? '' : alert(language, { kind: 'info', content: html`<p>${words.newer}</p>` })}
${changed.length === 0 && !immediateChanged ? html`<p>${words.none}</p>` : ''}
${immediateChanged ? immediateDifferences(language, read) : ''}
${changed.map((step) => stepDifferences(language, step, names))}`
}

const threeColumns = (language: Language) => {
  const { column } = t(language).differences
  return [{ heading: column.what }, { heading: column.example }, { heading: column.school }]
}

function stepDifferences(language: Language, step: SchoolStep, names: Names): Html {
  const words = t(language).differences
  const { example } = step
  if (!example) {
    return html`<h2>${step.title[language]}</h2>
<p>${words.ownStep}</p>
<p>${step.text[language]}</p>`
  }
  const roles = { roles: example.roles as SchoolStep['roles'], personId: undefined }
  const cells = {
    title: [example.title[language], step.title[language]],
    text: [example.text[language], step.text[language]],
    term: [termText(language, example.term), termText(language, step.term)],
    roles: [
      whoText(language, roles, names),
      whoText(language, { ...step, personId: undefined }, names),
    ],
    colleague: [words.nothing, (step.personId && names.get(step.personId)) || words.nothing],
    contact: [words.nothing, story(step.contact)],
    off: [words.on, step.off ?? ''],
  } as const
  return html`${table({
    caption: example.title[language],
    columns: threeColumns(language),
    rows: differencesIn(step).map((field) => [words.fields[field], ...cells[field]]),
  })}`
}

function immediateDifferences(language: Language, { content, protocol, names }: ReadEdition): Html {
  const words = t(language).differences
  const { changes, example } = content
  const { text, roles, personId, contact } = changes.immediate
  const before = {
    roles: example.immediate.roles as SchoolStep['roles'],
    personId: undefined,
  }
  return table({
    caption: t(language).edit.immediate,
    columns: threeColumns(language),
    rows: [
      ...(text === undefined ? [] : [[words.fields.text, example.immediate.text[language], text]]),
      ...(roles === undefined
        ? []
        : [
            [
              words.fields.roles,
              whoText(language, before, names),
              whoText(language, { ...protocol.immediate, personId: undefined }, names),
            ],
          ]),
      ...(personId === undefined
        ? []
        : [[words.fields.colleague, words.nothing, names.get(personId) ?? words.nothing]]),
      ...(contact === undefined ? [] : [[words.fields.contact, words.nothing, story(contact)]]),
    ],
  })
}
