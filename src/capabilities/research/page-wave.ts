import { alert } from '#design/alert/alert.ts'
import { button, buttonLink } from '#design/button/button.ts'
import { summaryOf } from '#design/error-summary/error-summary.ts'
import { form } from '#design/form/form.ts'
import { type Html, html } from '#design/html.ts'
import type { PageParts } from '#design/page/page.ts'
import { summaryList } from '#design/summary-list/summary-list.ts'
import { table } from '#design/table/table.ts'
import { fullDay } from '#platform/dates.ts'
import type { Typed } from '#platform/form.ts'
import { type Language, link } from '#platform/language.ts'
import type { Surveys } from './load-surveys.ts'
import type { Place } from './open-wave.ts'
import { questionnaireTold } from './page-waves.ts'
import type { StratumStanding, WaveStanding } from './read-waves.ts'
import { wavePaths } from './survey-paths.ts'
import { drawPart, listsPart } from './wave-lists-part.ts'
import { beginPart, closePart, invitePart, urnPart } from './wave-parts.ts'
import { decimal, stratumTold, t } from './words.ts'

export type WaveView = WaveStanding & {
  readonly surveys: Surveys
  readonly typed: Typed
  /** field → sentence */
  readonly wrong: Readonly<Record<string, string>>
  /** what was just done */
  readonly told?: string | undefined
  readonly canMail: boolean
  /** of the demonstration */
  readonly demoHalves: readonly [string, string] | undefined
}

/** One wave: what it is, its next step, and who answered. */
export function wavePage(language: Language, view: WaveView): PageParts {
  const { wave, wrong, told } = view
  return {
    title: wave.title,
    wide: true,
    error: Object.keys(wrong).length > 0,
    content: html`${summaryOf(language, wrong)}
<h1>${wave.title}</h1>
${told ? alert(language, { kind: 'info', content: html`<p>${told}</p>` }) : ''}
${facts(language, view)}
${wave.state === 'prepared' || wave.state === 'drawn' ? '' : monitor(language, view.strata)}
${nextStep(language, view)}
${wave.state === 'open' ? closePart(language, view) : ''}`,
  }
}

function facts(language: Language, { wave, surveys }: WaveView): Html {
  const { wave: words, waves } = t(language)
  const day = (on: string | undefined) => on && fullDay(language, on)
  const parts: Readonly<Record<string, string>> = words.parts
  const rows = [
    { key: waves.state, value: waves.states[wave.state] },
    { key: waves.questionnaire, value: questionnaireTold(language, surveys, wave.questionnaire) },
    { key: waves.closes, value: day(wave.closesOn) },
    { key: words.made, value: day(wave.madeOn) },
    { key: words.opened, value: day(wave.openedOn) },
    { key: words.closed, value: day(wave.closedOn) },
    { key: words.counted, value: day(wave.countedOn) },
    { key: words.seed, value: wave.seed },
    { key: words.by, value: wave.strataBy.map((part) => parts[part] ?? part).join(', ') },
  ]
  return summaryList(
    language,
    rows.filter(({ value }) => value),
  )
}

function nextStep(language: Language, view: WaveView): Html {
  switch (view.wave.state) {
    case 'prepared':
      return html`${listsPart(language, view)}
${view.frame.size > 0 ? drawPart(language, view) : ''}`
    case 'drawn':
      return beginPart(language, view)
    case 'open':
      return invitePart(language, view)
    case 'closed':
      return urnPart(language, view)
    case 'counted':
      return html`<p>${buttonLink({
        text: t(language).wave.results.to,
        href: link(language, wavePaths.results(view.wave.id)),
      })}</p>`
  }
}

const sum = (numbers: readonly number[]): number => numbers.reduce((all, one) => all + one, 0)

/** Non-response told plainly, in all and by stratum. */
function monitor(language: Language, strata: readonly StratumStanding[]): Html {
  const words = t(language).wave.monitor
  const percentage = (share: number) => decimal(language, share * 100, 1)
  const sampled = sum(strata.map((each) => each.sampled))
  const answered = sum(strata.map((each) => each.answered))
  const byTelephone = sum(strata.map((each) => each.byTelephone))
  const opened = strata.some(({ cell }) => cell !== undefined)
  return html`<h2>${words.title}</h2>
<p>${sampled === 0 ? words.none : words.said(answered, sampled, percentage(answered / sampled))} ${byTelephone > 0 ? words.telephone(byTelephone) : ''}</p>
${table({
  caption: words.caption,
  columns: [
    { heading: words.stratum },
    { heading: words.population, numeric: true },
    { heading: words.sampled, numeric: true },
    { heading: words.answered, numeric: true },
    { heading: words.silent, numeric: true },
    { heading: words.share, numeric: true },
    ...(opened ? [{ heading: words.cell }] : []),
  ],
  rows: strata.map((each) => [
    stratumTold(language, each.stratum),
    String(each.population),
    String(each.sampled),
    String(each.answered),
    String(each.sampled - each.answered),
    each.sampled === 0 ? '' : `${percentage(each.answered / each.sampled)}%`,
    ...(opened ? [stratumTold(language, each.cell ?? '')] : []),
  ]),
})}`
}

/** The half of somebody who keeps it, this once. */
export function halfPage(
  language: Language,
  id: string,
  { place, half }: { readonly place: Place; readonly half: string },
): PageParts {
  const { key: words } = t(language).wave
  return {
    title: words.yours,
    content: html`<h1>${words.yours}</h1>
<p class="lead">${words.lead}</p>
<section class="panel">
<h2>${words.place[place]}</h2>
<p><code>${half.replaceAll(/.{4}(?=.)/g, '$& ')}</code></p>
<p>${words.copy}</p>
</section>
<p>${buttonLink({ text: words.check, href: link(language, wavePaths.one(id)) })}</p>`,
  }
}

/** A code to read aloud, this once. */
export function codePage(
  language: Language,
  { id, name, code }: { readonly id: string; readonly name: string; readonly code: string },
): PageParts {
  const { schools: words } = t(language).wave
  return {
    title: words.given(name),
    content: html`<h1>${words.given(name)}</h1>
<p class="lead"><code>${code}</code></p>
<p>${words.givenText}</p>
<p><a href="${link(language, wavePaths.schools(id))}">${words.title}</a></p>`,
  }
}

type SchoolsView = Awaited<ReturnType<typeof import('./read-waves.ts')['readSchools']>>

/** The sample by name, for who calls schools. */
export function schoolsPage(language: Language, { wave, schools }: SchoolsView): PageParts {
  const { schools: words } = t(language).wave
  return {
    title: words.title,
    wide: true,
    content: html`<h1>${words.title}</h1>
<p class="lead">${words.lead}</p>
${table({
  caption: words.caption(schools.length),
  columns: [
    { heading: words.name },
    { heading: words.stratum },
    { heading: words.invited },
    { heading: words.answered },
    ...(wave.state === 'open' ? [{ heading: words.code, headingHidden: true }] : []),
  ],
  rows: schools.map((each) => [
    `${each.name}${each.municipality ? `, ${each.municipality}` : ''}`,
    stratumTold(language, each.stratum),
    invited(language, each),
    each.answered ? words.by[each.answered] : words.no,
    ...(wave.state === 'open'
      ? [each.answered ? '' : giveCode(language, wave.id, each.school, each.name)]
      : []),
  ]),
})}`,
  }
}

function invited(language: Language, each: SchoolsView['schools'][number]): string {
  const { schools: words } = t(language).wave
  if (each.way === undefined || each.invitedOn === undefined) return words.not
  return [
    `${fullDay(language, each.invitedOn)}, ${words.way[each.way]}`,
    ...(each.remindedOn ? [words.reminded(fullDay(language, each.remindedOn))] : []),
    ...(each.undelivered ? [words.undelivered] : []),
  ].join('; ')
}

const giveCode = (language: Language, id: string, school: string, name: string): Html => {
  const { schools: words } = t(language).wave
  return form({
    action: link(language, wavePaths.code(id)),
    content: html`<input type="hidden" name="school" value="${school}">${button({
      text: html`${words.give}<span class="visually-hidden"> ${words.giveFor(name)}</span>`,
      look: 'subtle',
    })}`,
  })
}
