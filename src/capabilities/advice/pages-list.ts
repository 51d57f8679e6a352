import { buttonLink } from '#design/button/button.ts'
import { type Html, html } from '#design/html.ts'
import { linkList } from '#design/link-list/link-list.ts'
import { tag } from '#design/tag/tag.ts'
import { dutchDayOf, fullDay } from '#platform/dates.ts'
import { type Language, link } from '#platform/language.ts'
import { paths } from './paths.ts'
import type { AdviceLine, AdviceList } from './read-advice.ts'
import { t } from './words.ts'

type Names = ReadonlyMap<string, string>
type ListView = {
  readonly lists: readonly AdviceList[]
  readonly names: Names
  readonly mayAsk: boolean
}

/** What waits comes first; what is over stands below it. */
export function listPage(language: Language, { lists, names, mayAsk }: ListView): Html {
  const words = t(language).list
  return html`<h1>${words.title}</h1>
<p class="lead">${words.lead}</p>
${mayAsk ? html`<p>${buttonLink({ text: words.ask, href: link(language, paths.ask) })}</p>` : ''}
${lists.map(
  ({ side, goingOn }) => html`<h2>${words.sides[side]}</h2>
${goingOn.length === 0 ? html`<p>${words.none[side]}</p>` : adviceList(language, goingOn, names)}
`,
)}
${lists
  .filter(({ over }) => over.length > 0)
  .map(
    ({ side, over }) => html`<h2>${words.over[side]}</h2>
${adviceList(language, over, names)}
`,
  )}`
}

export const adviceList = (language: Language, lines: readonly AdviceLine[], names: Names): Html =>
  linkList(
    lines.map((line) => ({
      text: line.topic,
      href: link(language, paths.question(line.id)),
      about: html`<p>${tag(t(language).states[line.state])}</p>
<p class="quiet">${aboutLine(language, line, names)}</p>`,
    })),
  )

/** "V-3C4D-5FGH, van Het Voorbeeldcollege, gevraagd op 25 november 2026, bij Rosa Regie" */
function aboutLine(language: Language, line: AdviceLine, names: Names): string {
  const words = t(language).list
  const received = line.side === 'received'
  const holder = line.holderId ? names.get(line.holderId) : undefined
  return [
    line.code,
    received ? words.of(line.otherName) : words.to(line.otherName),
    words.since(fullDay(language, dutchDayOf(line.askedAt))),
    ...(received && line.state !== 'closed'
      ? [holder ? words.with(holder) : words.withNobody]
      : []),
  ].join(', ')
}
