import { button } from '#design/button/button.ts'
import { emptyState } from '#design/empty-state/empty-state.ts'
import { summaryOf } from '#design/error-summary/error-summary.ts'
import { form } from '#design/form/form.ts'
import { type Html, html } from '#design/html.ts'
import { radios } from '#design/radios/radios.ts'
import { table } from '#design/table/table.ts'
import { tag } from '#design/tag/tag.ts'
import { Temporal } from '#platform/clock.ts'
import { isoInstant, moment } from '#platform/dates.ts'
import { type FormErrors, type Typed, textOf } from '#platform/form.ts'
import { keyField } from '#platform/http/sent-once.ts'
import { type Language, link } from '#platform/language.ts'
import type { Drill } from './protocol.ts'
import type { Drills, RunHappening, RunView } from './read-run.ts'
import { homePath, runPath } from './run-place.ts'
import { sentences, t } from './words.ts'

/** How many minutes a day can last in a drill. */
export const drillSpeeds = [1, 2, 5, 10] as const

export type DrillsView = {
  readonly list: Drills
  readonly stories: readonly Drill[]
  readonly mayStart: boolean
  readonly typed: Typed
  readonly errors: FormErrors
  readonly key: string
}

export function drillsPage(language: Language, view: DrillsView): Html {
  const words = t(language).drill
  const wrong = sentences(language, view.errors)
  const { runs, hasProtocol } = view.list
  return html`${summaryOf(language, wrong)}
<h1>${words.title}</h1>
<p class="lead">${words.lead}</p>
${hasProtocol ? '' : html`<p>${words.noProtocol} <a href="${link(language, '/protocol')}">${t(language).runs.toProtocol}</a></p>`}
${
  runs.length === 0
    ? emptyState({ title: words.emptyTitle, text: words.empty })
    : html`<h2>${words.list}</h2>
<ul>${runs.map(
        ({ id, drill, startedAt, state }) =>
          html`<li><a href="${link(language, runPath('drill', id))}">${drill?.title[language] ?? words.list}</a> <span class="quiet">${moment(language, startedAt)}</span> ${tag(t(language).run.runStates[state])}</li>\n`,
      )}</ul>`
}
${hasProtocol && view.mayStart ? startForm(language, view, wrong) : ''}
${hasProtocol && !view.mayStart ? html`<p>${words.mayNot}</p>` : ''}`
}

function startForm(
  language: Language,
  { stories, typed, key }: DrillsView,
  wrong: Readonly<Record<string, string>>,
): Html {
  const words = t(language).drill
  return html`<h2>${words.start}</h2>
${form({
  action: link(language, homePath('drill')),
  content: html`${keyField(key)}${radios(language, {
    name: 'story',
    label: words.story,
    value: textOf(typed, 'story'),
    error: wrong.story,
    choices: stories.map(({ id, title }) => ({ value: id, label: title[language] })),
  })}
${radios(language, {
  name: 'speed',
  label: words.speed,
  hint: words.speedHint,
  value: textOf(typed, 'speed'),
  error: wrong.speed,
  choices: drillSpeeds.map((minutes) => ({
    value: String(minutes),
    label: words.speeds(minutes),
  })),
})}
${button({ text: words.button })}`,
})}`
}

type Taken = {
  readonly step: string
  /** how often this step came */
  readonly round: number
  /** in whole seconds */
  readonly took: number
  readonly could: number | undefined
  readonly skipped: boolean
  readonly kept: boolean
}

const secondsBetween = (from: string, until: string): number =>
  Math.round(
    Temporal.Instant.from(isoInstant(until))
      .since(Temporal.Instant.from(isoInstant(from)))
      .total('seconds'),
  )

/** How long each step was open, and whether its term was kept. */
function takenIn(happenings: readonly RunHappening[]): readonly Taken[] {
  const rounds = new Map<string, number>()
  return happenings.flatMap(({ kind, step, at, openedAt, dueAt }) => {
    if (step === undefined || openedAt === undefined) return []
    const round = (rounds.get(step) ?? 0) + 1
    rounds.set(step, round)
    const took = secondsBetween(openedAt, at)
    const could = dueAt ? secondsBetween(openedAt, dueAt) : undefined
    const kept = dueAt === undefined || secondsBetween(at, dueAt) >= 0
    return [{ step, round, took, could, skipped: kind === 'skipped', kept }]
  })
}

/** What the drill showed: per step how long, and whether that was in time. */
export function reportPage(language: Language, run: RunView, mayThrowAway: boolean): Html {
  const words = t(language).drill
  const taken = takenIn(run.happenings)
  const title = (id: string) =>
    run.steps.find(({ step }) => step.id === id)?.step.title[language] ?? id
  const lasted = (seconds: number) => words.duration(Math.floor(seconds / 60), seconds % 60)
  return html`<h1>${words.reportTitle(run.drill?.title[language] ?? '')} ${tag(t(language).run.drillTag)}</h1>
<p class="quiet">${t(language).run.drillNote}</p>
<p>${words.reportLead}</p>
${
  taken.length === 0
    ? html`<p>${words.nothing}</p>`
    : html`<p>${words.total(taken.length, taken.filter(({ kept }) => !kept).length)}</p>
${table({
  caption: words.report,
  captionHidden: true,
  columns: [
    { heading: words.column.step },
    { heading: words.column.took },
    { heading: words.column.term },
    { heading: words.column.kept },
  ],
  rows: taken.map(({ step, round, took, could, skipped, kept }) => [
    html`${title(step)} ${round > 1 ? html`<span class="quiet">(${words.again(round)})</span>` : ''} ${skipped ? tag(words.skipped) : ''}`,
    lasted(took),
    could === undefined ? words.noTerm : lasted(Math.max(could, 0)),
    kept ? words.kept : words.late,
  ]),
})}`
}
${
  mayThrowAway
    ? form({
        action: link(language, `${runPath('drill', run.id)}/weggooien`),
        content: html`<p>${words.throwAwayText}</p>
${button({ text: words.throwAway, look: 'danger' })}`,
      })
    : ''
}`
}
