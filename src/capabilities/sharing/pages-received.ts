import { alert } from '#design/alert/alert.ts'
import { button, buttonLink } from '#design/button/button.ts'
import { emptyState } from '#design/empty-state/empty-state.ts'
import { summaryOf } from '#design/error-summary/error-summary.ts'
import { form } from '#design/form/form.ts'
import { type Html, html } from '#design/html.ts'
import { select } from '#design/select/select.ts'
import { story } from '#design/story/story.ts'
import { table } from '#design/table/table.ts'
import { tag } from '#design/tag/tag.ts'
import { text } from '#design/text/text.ts'
import { textarea } from '#design/textarea/textarea.ts'
import { fullDay, moment } from '#platform/dates.ts'
import { type FormErrors, type Typed, textOf } from '#platform/form.ts'
import { keyField } from '#platform/http/sent-once.ts'
import { type Language, link } from '#platform/language.ts'
import { nextReceived } from './disclosure.ts'
import { longestWords } from './forms.ts'
import { deliveryView, inFours } from './page-delivery.ts'
import { paths } from './paths.ts'
import type {
  ReceivedAbout,
  ReceivedDelivery,
  ReceivedHappening,
  ReceivedLine,
} from './received.ts'
import { sentencesOf, t } from './words.ts'

type Lists = {
  readonly open: readonly ReceivedLine[]
  readonly over: readonly ReceivedLine[]
  /** of what is open, by id */
  readonly about: ReadonlyMap<string, ReceivedAbout>
}

export function receivedListPage(language: Language, { open, over, about }: Lists): Html {
  const words = t(language)
  const { received } = words
  return html`<h1>${received.title}</h1>
<p class="lead">${received.lead}</p>
<p><a href="${link(language, paths.sent)}">${words.way.sent}</a></p>
${open.length === 0 ? emptyState({ title: received.empty, text: received.emptyText }) : lineTable(language, received.title, open, about)}
${over.length > 0 ? html`<h2>${received.over}</h2>\n<p>${received.overText}</p>\n${lineTable(language, received.over, over)}` : ''}`
}

function lineTable(
  language: Language,
  caption: string,
  lines: readonly ReceivedLine[],
  about?: Lists['about'],
): Html {
  const { received, receivedStates } = t(language)
  const { columns } = received
  return table({
    caption,
    captionHidden: true,
    columns: [
      { heading: columns.reference },
      { heading: columns.from },
      ...(about ? [{ heading: columns.about }] : []),
      { heading: columns.state },
      { heading: columns.end },
      { heading: columns.facts, numeric: true },
    ],
    rows: lines.map((line) => [
      html`<a href="${link(language, paths.oneReceived(line.id))}">${line.reference}</a>`,
      line.from,
      ...(about ? [aboutLine(about.get(line.id))] : []),
      receivedStates[line.state],
      fullDay(language, line.endOn),
      String(line.facts),
    ]),
  })
}

const aboutLine = (about: ReceivedAbout | undefined): Html =>
  html`${about?.aim ?? '–'}${about ? html`<br><span class="quiet">${about.road}</span>` : ''}`

export type ReceivedView = {
  readonly one: ReceivedDelivery
  /** about the answer that it asks for */
  readonly panel: Html | undefined
  readonly typed: Typed
  /** of the form that was sent back */
  readonly sent?: 'return' | 'decline' | 'take'
  readonly errors: FormErrors
  readonly key: string
  /** this reader may open a case */
  readonly mayBegin: boolean
}

/** One delivery: what it says, what can be done with it, what happened. */
export function receivedPage(language: Language, view: ReceivedView): Html {
  const { one, panel, errors } = view
  const words = t(language)
  const { received } = words
  const wrong = sentencesOf(language, errors)
  const over = one.state === 'declined' || one.state === 'recalled' || one.state === 'ended'
  return html`${summaryOf(language, wrong)}
<h1>${received.one(one.reference)}</h1>
<p class="lead">${received.fromUntil(one.from.name, fullDay(language, one.endOn))} ${tag(words.receivedStates[one.state])}</p>
${one.body && one.endOn < one.body.endOn ? html`<p>${received.endsEarlier}</p>` : ''}
${over ? goneAlert(language, one) : nextPart(language, view)}
${one.passedOn.length > 0 ? passedOnPart(language, one) : ''}
${panel ?? ''}
${one.body ? html`<div class="panel">${deliveryView(one.body, one.hash)}</div>` : ''}
${otherAnswers(language, view, wrong)}
${one.state === 'accepted' ? takePart(language, view, wrong) : ''}
<h2>${words.sent.history}</h2>
<ol class="delivery-history">${one.happenings.map((event) => html`<li>${happening(language, event)}</li>\n`)}</ol>
<h2>${words.sent.receipt}</h2>
${one.body ? '' : html`<p><code class="hash">${inFours(one.hash)}</code></p>`}
${one.intact === undefined ? '' : html`<p>${one.intact ? received.intact : received.broken}</p>`}`
}

function goneAlert(language: Language, { state, taken }: ReceivedDelivery): Html {
  const { received } = t(language)
  const gone =
    state === 'declined' || state === 'recalled' ? received.gone[state] : received.gone.ended
  return alert(language, {
    kind: 'info',
    content: html`<p>${gone}</p>${state === 'recalled' && taken.length > 0 ? html`<p>${received.recalledTaken}</p>` : ''}`,
  })
}

/** Each of them is recalled by a person, on its own page, or stays. */
function passedOnPart(language: Language, { passedOn }: ReceivedDelivery): Html {
  const { received, sent } = t(language)
  return html`<h2>${received.passedOn}</h2>
<p>${received.passedOnText}</p>
<ul>${passedOn.map(
    ({ id, reference, to, on }) =>
      html`<li>${to}, ${fullDay(language, on)}: <a href="${link(language, paths.one(id))}">${reference}</a> · <a href="${link(language, paths.recall(id))}">${sent.recall}<span class="visually-hidden">: ${reference}</span></a></li>\n`,
  )}</ul>`
}

type Wrong = Readonly<Record<string, string>>

/** What is to be done with it now, before all that it says; the other answers are a jump away. */
function nextPart(language: Language, { one, key, mayBegin }: ReceivedView): Html {
  const { received } = t(language)
  if (one.state === 'accepted') {
    if (!one.body || one.body.asks) return html``
    const take = html`<a href="#overnemen">${received.take}</a>`
    return html`<h2>${received.next}</h2>
<p>${received.takeText}</p>
${mayBegin ? html`<p>${buttonLink({ text: received.begin, href: link(language, paths.beginCase(one.id)) })}</p>` : ''}
<p>${take}</p>`
  }
  const jump = (act: 'return' | 'decline', to: string) =>
    nextReceived(act, one.state) ? html`<li><a href="#${to}">${received[act]}</a></li>\n` : ''
  return html`<h2>${received.next}</h2>
<p>${received.readFirst} ${one.body?.asks ? received.acceptToAnswer : received.acceptText}</p>
${form({ action: link(language, paths.accept(one.id)), content: html`${keyField(key)}${button({ text: received.accept })}` })}
<ul>${jump('return', 'terugsturen')}${jump('decline', 'niet-aannemen')}</ul>`
}

/** Under what was read: to ask something first, or to leave it. */
function otherAnswers(
  language: Language,
  { one, typed, sent, key }: ReceivedView,
  wrong: Wrong,
): Html {
  const { received } = t(language)
  const may = (act: 'return' | 'decline') => nextReceived(act, one.state) !== undefined
  const asking = (act: 'return' | 'decline', label: string, look: 'secondary' | 'danger') =>
    form({
      action: link(language, paths[act](one.id)),
      content: html`${keyField(key)}
${textarea(language, {
  name: `${act}-words`,
  label,
  value: textOf(typed, `${act}-words`),
  error: sent === act ? wrong[`${act}-words`] : undefined,
  rows: 3,
  maxlength: longestWords,
})}
${button({ text: received[act], look })}`,
    })
  return html`${may('return') ? html`<h2 id="terugsturen">${received.return}</h2>\n${asking('return', received.returnWords, 'secondary')}` : ''}
${may('decline') ? html`<h2 id="niet-aannemen">${received.decline}</h2>\n<p>${received.declineText}</p>\n${asking('decline', received.declineWords, 'danger')}` : ''}`
}

function takePart(language: Language, { one, typed, key }: ReceivedView, wrong: Wrong): Html {
  const { received, kinds } = t(language)
  const { body, files, taken, byReference } = one
  if (!body) return html``
  if (body.asks) return html`<p>${received.askedNotTaken}</p>`
  return html`<h2 id="overnemen">${received.take}</h2>
${taken.length > 0 ? html`<ul>${taken.map(({ itemId, path, at }) => html`<li>${textOfItem(body, itemId)} – ${received.takenInto}, ${moment(language, at)}${path ? html` <a href="${link(language, path)}">${received.toFile}<span class="visually-hidden">: ${textOfItem(body, itemId)}</span></a>` : ''}</li>`)}</ul>` : ''}
${
  files.length === 0
    ? html`<p>${received.takeNone}</p>`
    : form({
        action: link(language, paths.take(one.id)),
        content: html`${keyField(key)}
${select(language, { name: 'item', label: received.takeItem, value: textOf(typed, 'item'), error: wrong.item, choices: body.facts.map((fact) => ({ value: fact.id, label: `${kinds[fact.kind]}: ${shortened(fact.text)}` })) })}
${select(language, { name: 'file', label: received.takeFile, value: textOf(typed, 'file'), error: wrong.file, choices: files.map(({ kind, id, title }) => ({ value: `${kind}/${id}`, label: title })) })}
${byReference ? text(language, { name: 'reference', label: received.takeReference, hint: received.takeReferenceHint, optional: true, width: 'short', spellcheck: false, value: textOf(typed, 'reference'), error: wrong.reference }) : ''}
${button({ text: received.take, look: 'secondary' })}`,
      })
}`
}

const shortened = (text: string): string => (text.length > 80 ? `${text.slice(0, 79)}…` : text)

const textOfItem = (body: NonNullable<ReceivedDelivery['body']>, id: string): string =>
  shortened(body.facts.find((fact) => fact.id === id)?.text ?? '')

function happening(
  language: Language,
  { kind, at, by, because, words: said }: ReceivedHappening,
): Html {
  const words = t(language)
  return html`<p><strong>${words.events[kind]}</strong> <time class="quiet">${moment(language, at)}</time>${by ? html` <span class="quiet">${by}</span>` : ''}</p>
${because ? html`<p>${words.because[because]}</p>` : ''}
${said && said.text !== '' ? story(said.text) : ''}`
}
