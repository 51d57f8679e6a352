import { type LegalRule, ruleLine } from '#capabilities/law/index.ts'
import { details } from '#design/details/details.ts'
import { type Html, html } from '#design/html.ts'
import { table } from '#design/table/table.ts'
import type { Temporal } from '#platform/clock.ts'
import { type Language, link } from '#platform/language.ts'
import { byMoment, type ClockNow } from './clock.ts'
import { clockSentence, whenOf } from './clock-words.ts'
import { paths } from './paths.ts'
import { t } from './words.ts'

type Band = {
  readonly clocks: readonly ClockNow[]
  readonly now: Temporal.Instant
  /** the arrest, for the way to fill in what is missing */
  readonly id: string
}

/** What runs now, in plain words, the first to end first. `stays`: in sight while the page is filled in. */
export function clockBand(language: Language, { clocks, now, id }: Band, stays = false): Html {
  const words = t(language).clocks
  const terms = clocks.filter(({ rule }) => rule.kind === 'term')
  const running = terms
    .filter(({ state }) => state === 'running' || state === 'over')
    .sort(byMoment)
  const open = terms.filter(({ state }) => state === 'open')
  const unknown = terms.filter(({ state }) => state === 'unknown')
  const line = (clock: ClockNow, timed: boolean) =>
    html`<li>${clock.rule.name[language]}: <span${
      timed ? html` class="clock-band__until"` : ''
    }>${clockSentence(language, clock, now)}</span></li>\n`
  return html`<section class="panel clock-band${stays ? ' clock-band--stays' : ''}" aria-label="${words.title}"${stays ? html` tabindex="0"` : ''}>
${running.length === 0 ? html`<p>${words.nothingRuns}</p>` : ''}
${running.length + open.length + unknown.length === 0 ? '' : html`<ul class="clock-band__list">${running.map((one) => line(one, true))}${stays ? '' : [...open, ...unknown].map((one) => line(one, false))}</ul>`}
${stays ? '' : html`<p><a href="${link(language, paths.note({ kind: 'arrest', id }, 'event'))}">${words.fillIn}</a></p>`}
<p class="quiet">${words.indicative}</p>
</section>`
}

/** Every clock: how it stands, on which ground, and where the way it counts is our own reading. */
export function allClocks(
  language: Language,
  { clocks, now }: Omit<Band, 'id'>,
  findRule: (id: string) => LegalRule | undefined,
): Html {
  const words = t(language).clocks
  const rows = clocks.map((clock) => [
    clock.rule.name[language],
    html`${clockSentence(language, clock, now)}${clock.since ? html`<br><span class="quiet">${words.since(whenOf(language, clock.since, now))}</span>` : ''}${clock.notCounted.map(
      ({ from, until }) =>
        html`<br><span class="quiet">${words.notCounted(whenOf(language, from, now), whenOf(language, until, now))}</span>`,
    )}`,
    ground(language, clock, findRule(clock.rule.rule)),
  ])
  const { columns } = words
  return details({
    summary: words.all,
    content: table({
      caption: words.all,
      captionHidden: true,
      columns: [{ heading: columns.clock }, { heading: columns.now }, { heading: columns.ground }],
      rows,
    }),
  })
}

function ground(language: Language, { rule }: ClockNow, law: LegalRule | undefined): Html {
  const words = t(language).clocks
  return html`${law ? ruleLine(language, law) : ''}${rule.kind === 'norm' ? html`<br><span class="quiet">${words.norm}</span>` : ''}${rule.readings.map(
    (reading) => html`<br><span class="quiet">${words.ownReading}: ${reading[language]}</span>`,
  )}`
}
