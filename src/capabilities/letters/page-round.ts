import { button, buttonLink } from '#design/button/button.ts'
import { checkboxes } from '#design/checkboxes/checkboxes.ts'
import { summaryOf } from '#design/error-summary/error-summary.ts'
import { form } from '#design/form/form.ts'
import { type Html, html } from '#design/html.ts'
import { story } from '#design/story/story.ts'
import { table } from '#design/table/table.ts'
import { timeline } from '#design/timeline/timeline.ts'
import { moment } from '#platform/dates.ts'
import { type Language, link } from '#platform/language.ts'
import type { LetterContent } from './letter.ts'
import { paths } from './paths.ts'
import type { WholeLetter } from './read-letter.ts'
import { everybodyApproved, type otherMinistries, type Round } from './read-round.ts'
import { t } from './words.ts'

/** On the page of a letter: who was asked, what they said of it, and what happened. */
export function roundPanel(language: Language, { row, content, round }: WholeLetter): Html {
  const { round: words, letter } = t(language)
  const { parties, remarks } = round
  const send = {
    text: words.toRound,
    href: link(language, paths.round(row.id)),
    look: 'secondary',
  } as const
  return html`<h2>${words.heading}</h2>
${
  parties.length === 0
    ? html`<p>${words.none}</p>`
    : table({
        caption: words.heading,
        captionHidden: true,
        columns: [words.ministry, words.state, words.version].map((heading) => ({ heading })),
        rows: parties.map((party) => [
          party.name,
          words.states[party.state],
          letter.version(party.asked_version),
        ]),
      })
}
${parties.length > 0 && everybodyApproved(round, content) ? html`<p>${words.all}</p>` : ''}
${row.state === 'draft' && row.put_away_at === null ? html`<p>${buttonLink(send)}</p>` : ''}
${remarks.length === 0 ? '' : html`<h3>${words.remarks}</h3>\n${remarksPerSection(language, round, content)}`}
${history(language, round)}`
}

function remarksPerSection(language: Language, round: Round, content: LetterContent): Html {
  const { round: words, letter } = t(language)
  const sections = [...new Set(round.remarks.map(({ section }) => section))]
  const named = (id: string): string => {
    const block = content.blocks.find((one) => one.id === id)
    if (block) return block.heading || letter.untitled
    return t(language).sections[id as keyof ReturnType<typeof t>['sections']] ?? words.goneSection
  }
  return html`${sections.map(
    (id) => html`<h4>${named(id)}</h4>
${listOfRemarks(language, round, id)}`,
  )}`
}

/** What ministries said of one piece, beside the text that answers it. */
export function remarksOn(language: Language, round: Round, section: string): Html {
  if (!round.remarks.some((one) => one.section === section)) return html``
  return html`<section class="panel" aria-label="${t(language).round.remarks}"><p><strong>${t(language).round.remarks}</strong></p>
${listOfRemarks(language, round, section)}</section>`
}

const listOfRemarks = (language: Language, { remarks, names }: Round, section: string): Html =>
  html`<ul>${remarks
    .filter((one) => one.section === section)
    .map(
      ({ party_id, version, words }) =>
        html`<li><strong>${t(language).round.remark(names.get(party_id) ?? '', version)}</strong>${story(words)}</li>\n`,
    )}</ul>`

/** Newest last. */
function history(language: Language, { events, names }: Round): Html {
  const { round: words, letter } = t(language)
  if (events.length === 0) return html``
  return html`<h3>${words.history}</h3>
${timeline(
  events.map((event) => ({
    what: html`${words.happened[event.kind]}${event.party_id ? `: ${names.get(event.party_id) ?? ''}` : ''}`,
    when: moment(language, event.happened_at),
    content: html`<p class="quiet">${letter.version(event.version)}</p>`,
  })),
)}`
}

type View = Pick<WholeLetter, 'row' | 'round'> & {
  readonly ministries: Awaited<ReturnType<typeof otherMinistries>>
  readonly chosen: readonly string[]
  readonly wrong: Readonly<Record<string, string>>
}

/** Choosing where the draft goes. */
export function roundContent(language: Language, { row, ministries, chosen, wrong }: View): Html {
  const { round: words } = t(language)
  return html`${summaryOf(language, wrong)}
<h1>${words.title}</h1>
<p class="lead">${words.lead}</p>
${
  ministries.length === 0
    ? html`<p>${words.nobody}</p>`
    : form({
        action: link(language, paths.round(row.id)),
        content: html`<input type="hidden" name="read" value="${row.version}">
${checkboxes(language, {
  name: 'parties',
  label: words.who,
  hint: words.whoHint,
  values: chosen,
  error: wrong.parties,
  optional: true,
  choices: ministries.map(({ id, name }) => ({ value: id, label: name })),
})}
<p class="quiet">${words.again}</p>
${button({ text: words.send })}`,
      })
}`
}
