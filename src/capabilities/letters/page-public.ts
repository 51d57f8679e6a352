import { alert } from '#design/alert/alert.ts'
import { type Html, html } from '#design/html.ts'
import type { PageParts } from '#design/page/page.ts'
import { places } from '#design/page/places.ts'
import { blocksOnPage } from '#design/sheet/sheet.ts'
import { table } from '#design/table/table.ts'
import { moment } from '#platform/dates.ts'
import { type Language, link } from '#platform/language.ts'
import { type FrozenLetter, fileFormats } from './evidence.ts'
import type { PublishedLine } from './files-store.ts'
import { wholeLetter } from './make-files.ts'
import { publicPaths } from './paths.ts'
import { t } from './words.ts'

/** Every letter that was published, the newest first. */
export function publishedPage(language: Language, letters: readonly PublishedLine[]): PageParts {
  const words = t(language).published
  return {
    title: words.title,
    wide: true,
    content: html`<h1>${words.title}</h1>
<p class="lead">${words.lead}</p>
${
  letters.length === 0
    ? html`<p>${words.none}</p>
<ul><li><a href="${link(language, publicPaths.parliament)}">${words.toParliament}</a></li>
<li><a href="${link(language, publicPaths.figures)}">${words.toFigures}</a></li></ul>`
    : table({
        caption: words.title,
        captionHidden: true,
        columns: [words.letter, words.from, words.on].map((heading) => ({ heading })),
        rows: letters.map((one) => [
          html`<a href="${link(language, publicPaths.one(one.id))}">${one.title}</a>${one.corrected_by ? html`<br>${words.isCorrected}` : ''}${one.corrects ? html`<br>${words.isCorrection}` : ''}`,
          one.organisation_name,
          moment(language, one.published_at),
        ]),
      })
}`,
  }
}

/** One published letter, as a page. The letter itself is Dutch. */
export function publicLetterContent(
  language: Language,
  letter: FrozenLetter,
  line?: Pick<PublishedLine, 'corrects' | 'corrected_by'>,
) {
  const { published: words, verify } = t(language)
  return html`${corrections(language, line)}${language === 'nl' ? '' : html`<p>${words.inDutch}</p>`}<article class="letter-paper" lang="nl"><h1>${letter.document.title}</h1>
${blocksOnPage(language, wholeLetter(letter))}</article>
<h2>${words.take}</h2>
<ul>${fileFormats.map(
    (format) =>
      html`<li><a href="${link(language, publicPaths.file(letter.id, format))}">${words.formats[format]}</a></li>\n`,
  )}<li><a href="${link(language, publicPaths.file(letter.id, 'bewijs'))}">${words.evidence}</a></li>
</ul>
<p>${words.check}</p>
<pre class="letter-command"><code>npm run -s oogmerk -- verify-letter ${evidenceName(letter)} ${fileName(letter, 'pdf')}</code></pre>
<p>${words.program} <a href="${link(language, places.source)}">${words.toProgram}</a></p>
<p>${words.good}</p>
<pre class="letter-command"><code>${verify.evidence(evidenceName(letter), letter.figures.length)}
${verify.file(fileName(letter, 'pdf'))}</code></pre>`
}

/** A letter that was corrected stays as it was; whoever comes to it is told where to read on. */
function corrections(
  language: Language,
  line?: Pick<PublishedLine, 'corrects' | 'corrected_by'>,
): Html {
  const words = t(language).published
  const to = (id: string, text: string) =>
    html`<a href="${link(language, publicPaths.one(id))}">${text}</a>`
  const lines = [
    ...(line?.corrected_by
      ? [html`${words.corrected} ${to(line.corrected_by, words.toCorrection)}`]
      : []),
    ...(line?.corrects ? [html`${words.corrects} ${to(line.corrects, words.toCorrected)}`] : []),
  ]
  if (lines.length === 0) return html``
  return alert(language, {
    kind: 'info',
    content: html`${lines.map((one) => html`<p>${one}</p>\n`)}`,
  })
}

export const fileName = ({ fixedOn }: FrozenLetter, format: string): string =>
  `voortgangsbrief-${fixedOn}.${format}`
export const evidenceName = ({ fixedOn }: FrozenLetter): string =>
  `voortgangsbrief-${fixedOn}-bewijs.json`
