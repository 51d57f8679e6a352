import type { FigureNow } from '#capabilities/figures/index.ts'
import { button } from '#design/button/button.ts'
import { summaryOf } from '#design/error-summary/error-summary.ts'
import { form } from '#design/form/form.ts'
import { type Html, html } from '#design/html.ts'
import { select } from '#design/select/select.ts'
import { table } from '#design/table/table.ts'
import { type Typed, textOf } from '#platform/form.ts'
import { type Language, link } from '#platform/language.ts'
import type { FrozenLetter } from './evidence.ts'
import { keyOf } from './figure-ref.ts'
import { toldAs } from './letter-document.ts'
import { figureMark } from './letter-text.ts'
import { paths } from './paths.ts'
import type { Letter, Surroundings } from './read-letter.ts'
import { t } from './words.ts'

type View = Letter &
  Pick<Surroundings, 'figures'> & {
    readonly all: readonly FigureNow[]
    /** the letter as it was fixed; nothing for a draft */
    readonly fixed: Pick<FrozenLetter, 'figures'> | undefined
    readonly typed: Typed
    readonly wrong: Readonly<Record<string, string>>
  }

/** The figures of a letter, and the choice of one more. */
export function figuresContent(language: Language, view: View): Html {
  const { row, all, fixed, wrong, typed } = view
  if (fixed) return fixedFigures(language, view, fixed)
  const { figures: words } = t(language)
  const canTell = all.filter(({ value }) => value !== undefined)
  const secret = all.filter(({ value }) => value === undefined)
  return html`${summaryOf(language, wrong)}
<h1>${words.title}</h1>
<p class="lead">${words.lead}</p>
<h2>${words.bound}</h2>
${boundTable(language, view)}
<h2>${words.choose}</h2>
${
  canTell.length === 0
    ? html`<p>${words.nothing}</p>`
    : form({
        action: link(language, paths.figures(row.id)),
        content: html`${select(language, {
          name: 'figure',
          label: words.which,
          value: textOf(typed, 'figure'),
          error: wrong.figure,
          choices: canTell.map((one) => ({
            value: keyOf(one.ref),
            label: words.option(one.title[language], one.ref.period, toldAs(one)),
          })),
        })}
${button({ text: words.bind })}`,
      })
}
${
  secret.length === 0
    ? ''
    : html`<p>${words.notTolds}</p>
<ul>${secret.map((one) => html`<li><a href="${link(language, one.path)}">${one.title[language]}</a>, ${one.ref.period}</li>\n`)}</ul>`
}`
}

/** What stands in a fixed letter: not what the same figures are today. */
function fixedFigures(
  language: Language,
  { figures: now }: View,
  { figures }: Pick<FrozenLetter, 'figures'>,
): Html {
  const { figures: words } = t(language)
  return html`<h1>${words.title}</h1>
<p class="lead">${figures.length === 0 ? words.noneFixed : words.leadFixed}</p>
${
  figures.length === 0
    ? ''
    : table({
        caption: words.title,
        captionHidden: true,
        columns: [
          { heading: words.figure },
          { heading: words.period },
          { heading: words.valueFixed, numeric: true },
        ],
        rows: figures.map(({ number, ref, path, shown }) => [
          html`<a href="${link(language, path)}">${now.get(number)?.title[language] ?? figureMark(number)}</a>`,
          ref.period,
          shown,
        ]),
      })
}`
}

function boundTable(language: Language, { row, content, figures }: View): Html {
  const { figures: words } = t(language)
  if (content.figures.length === 0) return html`<p>${words.none}</p>`
  return table({
    caption: words.bound,
    captionHidden: true,
    columns: [
      { heading: words.mark },
      { heading: words.figure },
      { heading: words.period },
      { heading: words.value, numeric: true },
      { heading: words.counted },
      { heading: words.release, headingHidden: true },
    ],
    rows: content.figures.map(({ number, ref }) => {
      const figure = figures.get(number)
      const mark = figureMark(number)
      return [
        html`<code>${mark}</code>`,
        figure
          ? html`<a href="${link(language, figure.path)}">${figure.title[language]}</a>`
          : words.gone,
        ref.period,
        figure?.value === undefined ? words.notTold : toldAs(figure),
        figure ? words.ofThem(figure.organisations.published, figure.organisations.of) : '',
        form({
          action: link(language, paths.releaseFigure(row.id)),
          content: html`<input type="hidden" name="number" value="${number}">
${button({ look: 'subtle', text: html`${words.release}<span class="visually-hidden">: ${mark}</span>` })}`,
        }),
      ]
    }),
  })
}
