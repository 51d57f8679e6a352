import { alert } from '#design/alert/alert.ts'
import { buttonGroup, buttonLink } from '#design/button/button.ts'
import { type Html, html } from '#design/html.ts'
import { pagination } from '#design/pagination/pagination.ts'
import { story } from '#design/story/story.ts'
import { tabs } from '#design/tabs/tabs.ts'
import { tag } from '#design/tag/tag.ts'
import { dutchDayOf, fullDay, nearDay } from '#platform/dates.ts'
import { type Language, link } from '#platform/language.ts'
import { offered } from './acts.ts'
import { coordinatorLeft } from './pages-circle.ts'
import { linePart, type Telling } from './pages-line.ts'
import { actPaths, caseLink, type PagedAct } from './paths.ts'
import type { CaseTask, ReadCase } from './read-case.ts'
import type { LinePlace } from './store-entries.ts'
import { lastDayOf } from './until.ts'
import { t } from './words.ts'

export const lineViews = ['all', 'fact', 'interpretation', 'decision', 'contact', 'signal'] as const
export type LineView = (typeof lineViews)[number]

export type CaseView = {
  readonly read: ReadCase
  readonly view: LineView
  readonly paged: boolean
  readonly today: string
  readonly telling: Telling
  /** signals are written down here */
  readonly withSignals: boolean
  /** what other capabilities have to say about this case */
  readonly panels: readonly { readonly main?: Html; readonly aside?: Html }[]
}

const writing: readonly PagedAct[] = ['fact', 'interpretation', 'decision', 'contact']
const arranging: readonly PagedAct[] = ['takeOver', 'handOver', 'close', 'reopen']

export function casePage(language: Language, view: CaseView): Html {
  const { read, panels } = view
  const words = t(language)
  const { head } = read
  const writable = offered(head, writing)
  return html`<h1>${words.code(head.code)} ${tag(words.states[head.state])}</h1>
${notes(language, read)}
<section class="case-question panel" aria-labelledby="question"><h2 id="question">${words.case.question}</h2>
${read.question ? story(read.question) : html`<p class="quiet">${words.case.noQuestion}</p>`}
${offered(head, ['question']).map(() => html`<p><a href="${caseLink(language, head.id, actPaths.question)}">${words.case.change}<span class="visually-hidden">: ${words.case.question}</span></a></p>`)}</section>
${toDue(language, view)}
${panels.map(({ main }) => main ?? '')}
${writable.length > 0 ? html`<h2>${words.case.write}</h2>${actButtons(language, head.id, writable)}` : ''}
<h2 id="lijn">${words.case.line}</h2>
${lineTabs(language, view)}
<p class="quiet">${words.case.lineHint}</p>
${read.line.items.length === 0 ? html`<p>${words.case.lineEmpty}</p>` : linePart(language, head.id, read.line.items, view.telling)}
${pagination(language, {
  previous: view.paged ? link(language, linePath(head.id, view.view)) : undefined,
  next: read.line.next && link(language, linePath(head.id, view.view, read.line.next)),
})}`
}

/** On a phone what has to be done stands under the whole line: a jump to it, with the earliest day. */
function toDue(language: Language, { read: { tasks }, today }: CaseView): Html {
  const [first] = tasks
  if (!first) return html``
  return html`<p class="case-to-due"><a href="#te-doen">${t(language).case.dueCount(tasks.length)}</a> ${dueTag(language, first.dueOn, today)}</p>`
}

const actButtons = (language: Language, id: string, names: readonly PagedAct[]): Html =>
  buttonGroup(
    ...names.map((name) =>
      buttonLink({
        text: t(language).acts[name].title,
        href: caseLink(language, id, actPaths[name]),
        look: 'secondary',
      }),
    ),
  )

const linePath = (id: string, view: LineView, before?: LinePlace): string =>
  `/casussen/${id}?soort=${view}${before ? `&voor=${before.onLine}_${before.id}` : ''}`

const lineTabs = (language: Language, { read, view, withSignals }: CaseView): Html =>
  tabs(
    t(language).case.viewsLabel,
    lineViews
      .filter((one) => one !== 'signal' || withSignals)
      .map((one) => ({
        text: t(language).case.views[one],
        href: `${link(language, linePath(read.head.id, one))}#lijn`,
        current: one === view,
      })),
  )

function notes(language: Language, { head, closedAt, outcome }: ReadCase): Html {
  const words = t(language)
  if (closedAt && outcome) {
    const day = fullDay(language, dutchDayOf(closedAt))
    return alert(language, {
      kind: 'info',
      content: words.case.closedNote(words.outcomes[outcome].toLowerCase(), day),
    })
  }
  if (head.mayTakeOver && !head.isCoordinator) {
    return alert(language, {
      kind: 'info',
      title: words.case.gone,
      content: html`<p>${words.case.goneText}</p>${buttonLink({ text: words.acts.takeOver.title, href: caseLink(language, head.id, actPaths.takeOver) })}`,
    })
  }
  return html``
}

/** Beside the line: whom it is about, what has to be done, who may see it, and what can be arranged. */
export function caseAside(language: Language, view: CaseView): Html {
  const { read, panels, today } = view
  const words = t(language)
  const { head, identity, names } = read
  const nameOf = (id: string) => names.get(id) ?? words.unknownPerson
  const about = [identity.group, identity.number].filter((one) => one !== '').join(', ')
  const acts = offered(head, arranging)
  return html`<h2>${words.case.aboutWhom}</h2>
<p><strong>${identity.name}</strong>${about ? html`<br>${about}` : ''}</p>
${identity.born ? html`<p>${words.open.born}: ${fullDay(language, identity.born)}</p>` : ''}
${identity.contacts ? html`<p><strong>${words.open.contacts}</strong></p>${story(identity.contacts)}` : ''}
${offered(head, ['identity']).map(() => html`<p><a href="${caseLink(language, head.id, actPaths.identity)}">${words.case.change}<span class="visually-hidden">: ${words.case.aboutWhom}</span></a></p>`)}
<h2 id="te-doen">${words.case.due}</h2>
${read.tasks.length === 0 ? html`<p class="quiet">${words.case.noTasks}</p>` : html`<ul>${read.tasks.map((task) => html`<li>${taskLine(language, head.id, task, { today, nameOf })}</li>`)}</ul>`}
<p><a href="${caseLink(language, head.id, 'taken')}">${words.case.allTasks}</a>${offered(head, ['task']).map(() => html`<br><a href="${caseLink(language, head.id, actPaths.task)}">${words.case.addTask}</a>`)}</p>
${panels.map(({ aside }) => aside ?? '')}
<h2>${words.case.circle}</h2>
${coordinatorLeft(read.circle, head) ? html`<p>${words.circle.coordinatorLeft(nameOf(head.coordinatorId))}</p>` : ''}
<ul>${read.circle
    .filter(({ stands }) => stands)
    .map(
      (one) =>
        html`<li>${nameOf(one.personId)}${one.personId === head.coordinatorId ? html`, <span class="quiet">${words.case.coordinates}</span>` : ''}${one.untilAt ? html`, <span class="quiet">${words.circle.until(fullDay(language, lastDayOf(one.untilAt)))}</span>` : ''}</li>`,
    )}</ul>
<p><a href="${caseLink(language, head.id, 'kring')}">${words.case.changeCircle}</a></p>
<h2>${words.case.roles}</h2>
${read.roles.length === 0 ? html`<p class="quiet">${words.case.noRoles}</p>` : html`<ul>${read.roles.map((one) => html`<li>${words.roles[one.role]}, <span class="quiet">${one.untilOn ? words.rolesPage.span(fullDay(language, one.fromOn), fullDay(language, one.untilOn)) : words.rolesPage.since(fullDay(language, one.fromOn))}</span></li>`)}</ul>`}
<p><a href="${caseLink(language, head.id, 'rollen')}">${words.case.toRoles}</a></p>
${acts.length > 0 ? html`<h2>${words.case.arrange}</h2><ul>${acts.map((name) => html`<li><a href="${caseLink(language, head.id, actPaths[name])}">${words.acts[name].title}</a></li>`)}</ul>` : ''}`
}

type TaskTelling = { readonly today: string; readonly nameOf: (id: string) => string }

/** The term in words; a colour would say something about a child, so there is none. */
export function dueTag(language: Language, dueOn: string, today: string): Html {
  const words = t(language)
  const thisYear = dueOn.slice(0, 4) === today.slice(0, 4)
  const day = thisYear ? nearDay(language, dueOn) : fullDay(language, dueOn)
  if (dueOn < today) return html`${day} ${tag(words.overdue)}`
  return dueOn === today ? html`${day} ${tag(words.dueToday)}` : html`${day}`
}

/** Where a task is done: at its own place, or on the page of the task itself. */
export const taskHref = (
  language: Language,
  caseId: string,
  { id, place }: { readonly id: string; readonly place: string | undefined },
): string => (place ? link(language, place) : caseLink(language, caseId, `taken/${id}`))

const taskLine = (
  language: Language,
  caseId: string,
  task: CaseTask,
  { today, nameOf }: TaskTelling,
): Html =>
  html`<a href="${taskHref(language, caseId, task)}">${task.title}</a><br><span class="quiet">${nameOf(task.ownerId)}, ${dueTag(language, task.dueOn, today)}</span>`
