import { button, buttonLink } from '#design/button/button.ts'
import { emptyState } from '#design/empty-state/empty-state.ts'
import { summaryOf } from '#design/error-summary/error-summary.ts'
import { form } from '#design/form/form.ts'
import { type Html, html } from '#design/html.ts'
import { story } from '#design/story/story.ts'
import { table } from '#design/table/table.ts'
import { tag } from '#design/tag/tag.ts'
import { textarea } from '#design/textarea/textarea.ts'
import { moment } from '#platform/dates.ts'
import { textOf } from '#platform/form.ts'
import { type Language, link } from '#platform/language.ts'
import { offered } from './acts.ts'
import { dueTag } from './pages-case.ts'
import { type FieldsView, ownerAndDay } from './pages-fields.ts'
import { actPaths, caseLink } from './paths.ts'
import type { CaseTask, ReadCase } from './read-case.ts'
import { t } from './words.ts'

/** Every task of a case: what is open by term, then what was ended. */
export function tasksPage(
  language: Language,
  { head, tasks, names }: ReadCase,
  today: string,
): Html {
  const words = t(language)
  const nameOf = (id: string | undefined) => (id && names.get(id)) || words.unknownPerson
  const open = tasks.filter(({ state }) => state === 'open')
  const ended = tasks.filter(({ state }) => state !== 'open')
  return html`<h1>${words.tasks.title}</h1>
<p class="quiet">${words.code(head.code)}</p>
${offered(head, ['task']).map(() => html`<p>${buttonLink({ text: words.acts.task.title, href: caseLink(language, head.id, actPaths.task) })}</p>`)}
${tasks.length === 0 ? emptyState({ title: words.tasks.none, text: words.tasks.noneText }) : ''}
${
  open.length > 0
    ? table({
        caption: words.tasks.open,
        columns: [
          { heading: words.columns.what },
          { heading: words.columns.who },
          { heading: words.columns.due },
        ],
        rows: open.map((task) => [
          html`<a href="${caseLink(language, head.id, `taken/${task.id}`)}">${task.title}</a>`,
          nameOf(task.ownerId),
          dueTag(language, task.dueOn, today),
        ]),
      })
    : ''
}
${
  ended.length > 0
    ? table({
        caption: words.tasks.ended,
        columns: [{ heading: words.columns.what }, { heading: words.columns.who }],
        rows: ended.map((task) => [
          html`${task.title} ${tag(words.tasks.state[task.state])}${task.endWords ? story(task.endWords) : ''}`,
          words.tasks.endedBy(
            nameOf(task.endedBy ?? task.ownerId),
            task.endedAt ? moment(language, task.endedAt) : '',
          ),
        ]),
      })
    : ''
}`
}

export type TaskView = FieldsView & {
  readonly read: ReadCase
  readonly task: CaseTask
  /** what the capability that it came from has to say */
  readonly panels: readonly (Html | undefined)[]
  readonly today: string
  /** owner or coordinator */
  readonly mayEnd: boolean
}

/** One task: done, not needed any more, or somebody else and another day. */
export function taskPage(language: Language, view: TaskView): Html {
  const { read, task, panels, today, mayEnd, wrong, typed } = view
  const words = t(language)
  const { head, names } = read
  const alive = head.state === 'open' && task.state === 'open'
  const at = caseLink(language, head.id, `taken/${task.id}`)
  const ending = (how: 'done' | 'dropped') =>
    html`<h2>${words.tasks[how].title}</h2>
${form({
  action: `${at}/${how === 'done' ? 'klaar' : 'vervallen'}`,
  content: html`${textarea(language, {
    name: how === 'done' ? 'words' : 'why',
    label: words.tasks[how].words,
    value: textOf(typed, how === 'done' ? 'words' : 'why'),
    error: how === 'done' ? wrong.words : wrong.why,
    optional: how === 'done',
    rows: 3,
  })}${button({ text: words.tasks[how].button, look: how === 'done' ? 'primary' : 'secondary' })}`,
})}`
  return html`${summaryOf(language, wrong)}
<h1>${task.title} ${tag(words.tasks.state[task.state])}</h1>
<p class="quiet">${words.code(head.code)}</p>
<p>${names.get(task.ownerId) ?? words.unknownPerson}, ${dueTag(language, task.dueOn, alive ? today : '')}</p>
${panels.map((panel) => panel ?? '')}
${task.place && alive ? html`<p>${words.tasks.atItsPlace}</p><p>${buttonLink({ text: words.tasks.go, href: link(language, task.place) })}</p>` : ''}
${task.endWords ? story(task.endWords) : ''}
${alive && mayEnd && !task.place ? html`${ending('done')}${ending('dropped')}` : ''}
${
  alive && head.isCoordinator
    ? html`<h2>${words.tasks.move.title}</h2>
${form({ action: `${at}/verplaatsen`, content: html`${ownerAndDay(language, view)}${button({ text: words.tasks.move.button, look: 'secondary' })}` })}`
    : ''
}`
}
