import { alert } from '#design/alert/alert.ts'
import { buttonLink } from '#design/button/button.ts'
import { summaryOf } from '#design/error-summary/error-summary.ts'
import { type Html, html } from '#design/html.ts'
import type { PageParts } from '#design/page/page.ts'
import { summaryList } from '#design/summary-list/summary-list.ts'
import { table } from '#design/table/table.ts'
import { fullDay } from '#platform/dates.ts'
import type { Typed } from '#platform/form.ts'
import { type Language, link } from '#platform/language.ts'
import { decimal } from '#platform/numbers.ts'
import type { Surveys } from './load-surveys.ts'
import { questionnaireTold } from './page-waves.ts'
import type { StratumStanding, WaveStanding } from './read-waves.ts'
import { wavePaths } from './survey-paths.ts'
import { drawPart, listsPart } from './wave-lists-part.ts'
import { beginPart, closePart, invitePart, urnPart } from './wave-parts.ts'
import { stratumTold, t } from './words.ts'

export type WaveView = WaveStanding & {
  readonly surveys: Surveys
  readonly typed: Typed
  /** field → sentence */
  readonly wrong: Readonly<Record<string, string>>
  /** what was just done */
  readonly told?: string | undefined
  readonly canMail: boolean
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
${wave.state === 'prepared' ? '' : wave.state === 'drawn' ? drawn(language, view) : monitor(language, view.strata)}
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

/** What was drawn, before anybody is asked. */
function drawn(language: Language, { wave, strata }: WaveView): Html {
  const { monitor: words, invite } = t(language).wave
  return html`<h2>${words.drawn}</h2>
<p>${words.drawnText(sum(strata.map((each) => each.sampled)), sum(strata.map((each) => each.population)))}</p>
${table({
  caption: words.drawnCaption,
  stays: true,
  columns: [
    { heading: words.stratum },
    { heading: words.population, numeric: true },
    { heading: words.sampled, numeric: true },
  ],
  rows: strata.map((each) => [
    stratumTold(language, each.stratum),
    String(each.population),
    String(each.sampled),
  ]),
})}
<p><a href="${link(language, wavePaths.schools(wave.id))}">${invite.schools}</a></p>`
}

/** Non-response told plainly, in all and by stratum. */
function monitor(language: Language, strata: readonly StratumStanding[]): Html {
  const words = t(language).wave.monitor
  const sampled = sum(strata.map((each) => each.sampled))
  const answered = sum(strata.map((each) => each.answered))
  const byTelephone = sum(strata.map((each) => each.byTelephone))
  const opened = strata.some(({ cell }) => cell !== undefined)
  return html`<h2>${words.title}</h2>
<p>${sampled === 0 ? words.none : words.said(answered, sampled, decimal(language, (answered / sampled) * 100, 1))} ${byTelephone > 0 ? words.telephone(byTelephone) : ''}</p>
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
    each.sampled === 0 ? '' : `${decimal(language, (each.answered / each.sampled) * 100, 1)}%`,
    ...(opened ? [stratumTold(language, each.cell ?? '')] : []),
  ]),
})}`
}
