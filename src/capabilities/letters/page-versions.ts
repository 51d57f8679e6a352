import { dossierName } from '#capabilities/papers/index.ts'
import { button } from '#design/button/button.ts'
import { summaryOf } from '#design/error-summary/error-summary.ts'
import { form } from '#design/form/form.ts'
import { type Html, html } from '#design/html.ts'
import { select } from '#design/select/select.ts'
import { table } from '#design/table/table.ts'
import { moment } from '#platform/dates.ts'
import { type Language, link } from '#platform/language.ts'
import { type Change, compareLetters } from './compare.ts'
import type { LetterBlock, LetterContent } from './letter.ts'
import { printedReference } from './letter-text.ts'
import { compareNames, paths } from './paths.ts'
import type { readVersions } from './read-letter.ts'
import type { VersionRow } from './tables.ts'
import { t } from './words.ts'

type View = Awaited<ReturnType<typeof readVersions>> & {
  readonly names: ReadonlyMap<string, string>
  readonly wrong: Readonly<Record<string, string>>
}

/** Who saved what when, and the way to two versions beside each other. */
export function versionsContent(
  language: Language,
  { row, content, versions, names, wrong }: View,
): Html {
  const { versions: words } = t(language)
  const choices = versions.map(({ version, saved_at }) => ({
    value: String(version),
    label: `${version}, ${moment(language, saved_at)}`,
  }))
  const headings = new Map(content.blocks.map(({ id, heading }) => [id, heading]))
  return html`${summaryOf(language, wrong)}
<h1>${words.title}</h1>
<p class="lead">${words.lead}</p>
${
  versions.length < 2
    ? ''
    : html`<h2>${words.compare}</h2>
${form({
  method: 'get',
  action: link(language, paths.compare(row.id)),
  content: html`${select(language, { name: compareNames.from, label: words.from, value: choices[1]?.value, error: wrong[compareNames.from], filled: true, choices })}
${select(language, { name: compareNames.to, label: words.to, value: choices[0]?.value, filled: true, choices })}
${button({ text: words.show })}`,
})}`
}
${table({
  caption: words.caption,
  columns: [words.version, words.change, words.who, words.when].map((heading) => ({ heading })),
  rows: versions.map((one) => {
    const heading = headings.get(one.block_id ?? '')
    return [
      String(one.version),
      heading ? `${words.kinds[one.change]}: ${heading}` : words.kinds[one.change],
      names.get(one.saved_by) ?? words.somebody,
      moment(language, one.saved_at),
    ]
  }),
})}`
}

type Two = { readonly id: string; readonly earlier: VersionRow; readonly later: VersionRow }

/** Two versions side by side, piece by piece. Read aloud it says what went and what came. */
export function compareContent(language: Language, { id, earlier, later }: Two): Html {
  const { compare: words, versions } = t(language)
  const pieces = compareLetters(earlier.content, later.content).filter(({ changes }) => changes)
  const [was, is] = [earlier, later].map(({ content }) => frameText(language, content))
  const name = (one: VersionRow) =>
    `${versions.version} ${one.version}, ${moment(language, one.saved_at)}`
  const frame =
    was === is
      ? []
      : [
          [
            words.frame,
            html`<p class="letter-text">${was}</p>`,
            html`<p class="letter-text">${is}</p>`,
          ],
        ]
  return html`<h1>${words.title(earlier.version, later.version)}</h1>
${
  pieces.length === 0 && frame.length === 0
    ? html`<p>${words.nothing}</p>`
    : html`<p>${words.lead}</p>
<div class="letter-compare">${table({
        caption: words.title(earlier.version, later.version),
        captionHidden: true,
        columns: [{ heading: words.column }, { heading: name(earlier) }, { heading: name(later) }],
        rows: [
          ...frame,
          ...pieces.map(({ heading, before, after, changes }) => [
            heading || t(language).letter.untitled,
            side(language, before, changes ?? [], 'gone'),
            side(language, after, changes ?? [], 'new'),
          ]),
        ],
      })}</div>`
}
<p><a href="${link(language, paths.versions(id))}">${words.back}</a></p>`
}

/** One side: what stayed, and what only stands on this side, marked in form and for who listens. */
function side(
  language: Language,
  block: LetterBlock | undefined,
  changes: readonly Change[],
  own: 'gone' | 'new',
): Html {
  const { compare: words } = t(language)
  if (!block) return html`<p class="quiet">${words.notThere}</p>`
  const spoken = (text: string) => html`<span class="visually-hidden"> ${text} </span>`
  return html`<div class="letter-text">${changes
    .filter(({ kind }) => kind === 'same' || kind === own)
    .map(({ kind, text }) => {
      if (kind === 'same') return html`${text}`
      return kind === 'gone'
        ? html`<del>${spoken(words.gone)}${text}${spoken(words.end)}</del>`
        : html`<ins>${spoken(words.came)}${text}${spoken(words.end)}</ins>`
    })}</div>`
}

const frameText = (language: Language, content: LetterContent): string => {
  const { frame } = t(language)
  return [
    content.title,
    ...[
      [frame.dossiers, ...content.dossiers.map(dossierName)],
      [frame.previous, ...(content.previous === '' ? [] : [printedReference(content.previous)])],
      [frame.discharged, ...content.discharged],
      [frame.vouched, ...content.vouched.map(printedReference)],
    ].flatMap(([name, ...said]) => (said.length > 0 ? [`${name}: ${said.join('; ')}`] : [])),
  ].join('\n')
}
