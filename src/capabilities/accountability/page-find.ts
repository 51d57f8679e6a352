import { referenceName } from '#capabilities/papers/index.ts'
import { alert } from '#design/alert/alert.ts'
import { button, buttonGroup } from '#design/button/button.ts'
import { summaryOf } from '#design/error-summary/error-summary.ts'
import { form } from '#design/form/form.ts'
import { type Html, html } from '#design/html.ts'
import { radios } from '#design/radios/radios.ts'
import { select } from '#design/select/select.ts'
import { text } from '#design/text/text.ts'
import { type FormErrors, type Typed, textOf } from '#platform/form.ts'
import { type Language, link } from '#platform/language.ts'
import { pageAt, pagesOf } from './marked-text.ts'
import { itemFields } from './page-item-fields.ts'
import type { Parliament } from './parliament.ts'
import type { OwnItem } from './read-own-items.ts'
import type { Find, ReadPaper } from './read-own-papers.ts'
import { anchors, paperQuery, registerPaths } from './register-paths.ts'
import { t as publicWords } from './words.ts'
import { sentencesOf, t } from './words-register.ts'

export type FindView = ReadPaper & {
  readonly parliament: Parliament
  readonly find: Find
  /** what is in the register already, of which this can be one */
  readonly items: readonly OwnItem[]
  readonly typed: Typed
  readonly errors: FormErrors
}

/** Signs of the text that are shown on either side of a find. */
const around = 400

/** One find: how it stands in the text, what was made of it, and the form in which a person decides. */
export function findContent(language: Language, view: FindView): Html {
  const { paper, find } = view
  const { find: words, foundKinds, paper: shared } = t(language)
  const wrong = sentencesOf(language, view.errors)
  return html`${summaryOf(language, wrong)}
<h1>${words.title(find.number, foundKinds[find.kind])}</h1>
${find.uncertain && find.verdict === 'waiting' ? alert(language, { kind: 'info', content: html`<p>${words.uncertain}</p>` }) : ''}
${find.verdict === 'waiting' ? '' : html`<p>${words.judged(shared.verdicts[find.verdict])}</p>`}
<h2>${words.where}</h2>
${context(view)}
<p><a href="${placeIn(language, view)}">${words.inText}</a></p>
${
  find.itemId
    ? html`<p><a href="${link(language, registerPaths.item(find.itemId))}">${shared.toItem}</a></p>`
    : paper.kept
      ? decide(language, view, wrong)
      : html`<p><a href="${link(language, registerPaths.head(paper.id))}">${words.head}</a></p>`
}`
}

function context({ text, find }: FindView): Html {
  const { start, end } = find.spans[0] ?? { start: 0, end: 0 }
  const shown = text.slice(start, Math.min(end, start + 4 * around))
  const before = text.slice(Math.max(0, start - around), start).toWellFormed()
  const after = text.slice(start + shown.length, start + shown.length + around).toWellFormed()
  return html`<div class="panel"><p class="marked-text__text">…${before}<mark>${shown}</mark>${after}…</p></div>`
}

export function placeIn(
  language: Language,
  { paper, text, find }: Pick<FindView, 'paper' | 'text' | 'find'>,
): string {
  const part = pageAt(pagesOf(text), find.spans[0]?.start ?? 0)
  const anchor = find.verdict === 'refused' ? anchors.inList : anchors.inText
  return `${link(language, registerPaths.paper(paper.id))}?${paperQuery.part}=${part}#${anchor(find.number)}`
}

function decide(language: Language, view: FindView, wrong: Readonly<Record<string, string>>): Html {
  const { paper, find, typed } = view
  const words = t(language).find
  return form({
    action: link(language, registerPaths.find(paper.id, find.number)),
    content: html`<input type="hidden" name="seen" value="${textOf(typed, 'seen') || find.judgedAt}">${
      find.proposal
        ? itemDecision(language, view, wrong)
        : text(language, {
            name: 'said',
            label: words.name,
            hint: find.kind === 'reference' ? nameHint(language, find.text) : words.nameHint,
            value: textOf(typed, 'said'),
            error: wrong.said,
            maxlength: 300,
          })
    }
${buttonGroup(
  button({ text: words.confirm, name: 'verdict', value: 'confirm' }),
  button({ text: words.refuse, look: 'secondary', name: 'verdict', value: 'refuse' }),
)}`,
  })
}

const nameHint = (language: Language, id: string): string =>
  `${referenceName(language, id)}. ${t(language).find.nameHint}`

function itemDecision(
  language: Language,
  { parliament, find, items, typed }: FindView,
  wrong: Readonly<Record<string, string>>,
): Html {
  const { find: words, as } = t(language)
  const { kinds } = publicWords(language)
  const said = find.proposal?.as
  return html`${said ? html`<p>${words.as}: ${as[said]}.</p>` : ''}
${
  items.length === 0
    ? html`<input type="hidden" name="item" value="new">`
    : select(language, {
        name: 'item',
        label: words.which,
        hint: words.newBelow,
        filled: true,
        value: textOf(typed, 'item') || 'new',
        error: wrong.item,
        choices: [
          { value: 'new', label: words.isNew },
          ...items.map(({ id, title, kind }) => ({
            value: id,
            label: words.known(`${title} (${kinds[kind]})`),
          })),
        ],
      })
}
${radios(language, {
  name: 'state',
  label: words.state,
  value: textOf(typed, 'state') || 'none',
  error: wrong.state,
  choices: [
    { value: 'none', label: words.mentions },
    { value: 'under-way', label: words.states['under-way'] },
    { value: 'done', label: words.states.done },
  ],
})}
${itemFields(language, { parliament, typed, wrong })}`
}
