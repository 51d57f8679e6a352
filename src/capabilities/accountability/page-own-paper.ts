import { referenceAddress, referenceName, type Span } from '#capabilities/papers/index.ts'
import { alert } from '#design/alert/alert.ts'
import { button, buttonGroup, buttonLink } from '#design/button/button.ts'
import { form } from '#design/form/form.ts'
import { type Html, html } from '#design/html.ts'
import { markedText } from '#design/marked-text/marked-text.ts'
import { pagination } from '#design/pagination/pagination.ts'
import { summaryList } from '#design/summary-list/summary-list.ts'
import { tag } from '#design/tag/tag.ts'
import { fullDay } from '#platform/dates.ts'
import { type Language, link } from '#platform/language.ts'
import { plainNames } from './found.ts'
import { stretchesOf } from './marked-text.ts'
import type { Find, ReadPaper } from './read-own-papers.ts'
import { anchors, paperQuery, registerPaths } from './register-paths.ts'
import { t } from './words-register.ts'

type View = ReadPaper & {
  /** it was sent again just now */
  readonly known: boolean
  readonly pages: readonly Span[]
  /** counted from 1 */
  readonly page: number
}

/** One paper: which it is, its text with a number at every find, and beside it what a person makes of each. */
export function ownPaperContent(language: Language, view: View): Html {
  const { paper, known } = view
  const words = t(language).paper
  const head = buttonLink({
    text: paper.kept ? words.change : words.which,
    href: link(language, registerPaths.head(paper.id)),
    look: paper.kept ? 'secondary' : 'primary',
  })
  return html`${known ? alert(language, { kind: 'info', content: html`<p>${words.known}</p>` }) : ''}
<h1>${paper.title || t(language).papers.noTitle}</h1>
${summaryList(language, facts(language, view))}
${
  paper.kept
    ? html`<p>${head}</p>`
    : alert(language, {
        kind: 'info',
        title: words.firstTitle,
        content: html`<p>${words.firstText}</p>\n<p>${head}</p>`,
      })
}
${sure(language, view)}
<h2>${words.textTitle}</h2>
<p>${words.textLead}</p>
${text(language, view)}
${aside(language, view)}`
}

function facts(language: Language, { paper }: View) {
  const { paper: words, papers, paperKinds } = t(language)
  const address = paper.reference && referenceAddress(paper.reference)
  const kind =
    paper.kind in paperKinds ? paperKinds[paper.kind as keyof typeof paperKinds] : paper.kind
  return [
    {
      key: words.reference,
      value: paper.reference ? referenceName(language, paper.reference) : words.noReference,
    },
    { key: words.kind, value: kind },
    { key: words.dated, value: paper.dated ? fullDay(language, paper.dated) : papers.noDay },
    ...(address
      ? [
          {
            key: papers.paper,
            value: html`<a href="${address}" rel="external noreferrer">${words.atGovernment}</a>`,
          },
        ]
      : []),
  ]
}

/** One press for the names about which there is no doubt. */
function sure(language: Language, { paper, finds }: View): Html {
  const words = t(language).paper
  const waiting = finds.filter(
    ({ kind, uncertain, verdict }) =>
      plainNames.some((one) => one === kind) && !uncertain && verdict === 'waiting',
  )
  if (!paper.kept || waiting.length === 0) return html``
  return form({
    action: link(language, registerPaths.sure(paper.id)),
    content: html`<p>${words.sureHint}</p>
${button({ text: words.sure(waiting.length), look: 'secondary' })}`,
  })
}

function text(language: Language, { paper, text, finds, pages, page }: View): Html {
  const words = t(language).paper
  const span = pages[page - 1] ?? { start: 0, end: text.length }
  const shown = finds.filter(({ verdict }) => verdict !== 'refused')
  const here = finds.filter(({ spans }) => {
    const start = spans[0]?.start ?? 0
    return start >= span.start && start < span.end
  })
  const at = (to: number) =>
    `${link(language, registerPaths.paper(paper.id))}?${paperQuery.part}=${to}`
  return html`${markedText({
    numberLabel: words.numberLabel,
    stretches: stretchesOf(text, span, shown).map(({ text, within, begins }) => ({
      text,
      marked: within.length > 0,
      numbers: begins.map((number) => ({
        number,
        id: anchors.inText(number),
        href: `#${anchors.inList(number)}`,
      })),
    })),
    beside: html`<h3>${pages.length > 1 ? words.foundOnPage : words.foundHere}</h3>
${
  here.length === 0
    ? html`<p>${words.nothingFound}</p>`
    : html`<ol>${here.map((find) => html`<li id="${anchors.inList(find.number)}">${found(language, paper, find)}</li>\n`)}</ol>`
}`,
  })}
${pagination(language, {
  previous: page > 1 ? at(page - 1) : undefined,
  next: page < pages.length ? at(page + 1) : undefined,
  page,
  pages: pages.length,
})}`
}

function found(language: Language, paper: ReadPaper['paper'], find: Find): Html {
  const { paper: words, foundKinds, as } = t(language)
  const { number, kind, text, uncertain, verdict, said, proposal } = find
  const said0 = proposal?.as ? `: ${as[proposal.as]}` : ''
  const place =
    verdict === 'refused'
      ? html`${number}`
      : html`<a href="#${anchors.inText(number)}"><span class="visually-hidden">${words.toPlace(number)}: </span>${number}</a>`
  return html`<p>${place} <strong>${foundKinds[kind]}</strong>${said0} ${uncertain ? tag(words.uncertain) : ''}</p>
<p>${kind === 'reference' ? referenceName(language, text) : text}</p>
${verdict === 'waiting' ? '' : html`<p class="quiet">${words.verdicts[verdict]}</p>`}
${verdict === 'corrected' && said ? html`<p>${words.saidInstead(said)}</p>` : ''}
${paper.kept ? acts(language, paper.id, find) : ''}`
}

/** A name can be judged here; what becomes an item has a page of its own, and so has correcting. */
function acts(language: Language, id: string, find: Find): Html {
  const words = t(language).paper
  const { number, verdict, itemId, proposal } = find
  const address = link(language, registerPaths.find(id, number))
  const hidden = html`<span class="visually-hidden">${words.ofFind(number)}</span>`
  if (itemId) {
    return html`<p><a href="${link(language, registerPaths.item(itemId))}">${words.toItem}${hidden}</a></p>`
  }
  const look = html`<p><a href="${address}">${proposal ? words.look : words.correct}${hidden}</a></p>`
  if (proposal || verdict !== 'waiting') return look
  return html`${form({
    action: address,
    content: html`<input type="hidden" name="said" value="${find.text}"><input type="hidden" name="seen" value="${find.judgedAt}">
${buttonGroup(
  button({
    text: html`${words.right}${hidden}`,
    look: 'secondary',
    name: 'verdict',
    value: 'confirm',
  }),
  button({ text: html`${words.wrong}${hidden}`, look: 'subtle', name: 'verdict', value: 'refuse' }),
)}`,
  })}
${look}`
}

function aside(language: Language, { paper, finds }: View): Html {
  const words = t(language).paper
  if (finds.some(({ verdict }) => verdict === 'confirmed' || verdict === 'corrected')) return html``
  return form({
    action: link(language, registerPaths.aside(paper.id)),
    content: html`<p>${words.asideHint}</p>
${button({ text: words.aside, look: 'subtle' })}`,
  })
}
