import { dossierName, referenceAddress, referenceName } from '#capabilities/papers/index.ts'
import { alert } from '#design/alert/alert.ts'
import { button } from '#design/button/button.ts'
import { checkboxes } from '#design/checkboxes/checkboxes.ts'
import { emptyState } from '#design/empty-state/empty-state.ts'
import { form } from '#design/form/form.ts'
import { type Html, html } from '#design/html.ts'
import type { PageParts } from '#design/page/page.ts'
import { pagination } from '#design/pagination/pagination.ts'
import { select } from '#design/select/select.ts'
import { table } from '#design/table/table.ts'
import { fullDay } from '#platform/dates.ts'
import { type Language, link } from '#platform/language.ts'
import { type Candidate, candidateKinds, isForRegister, standsAs } from './candidate.ts'
import { paths, queryNames } from './paths.ts'
import type { CandidateQuery, Found } from './read-candidates.ts'
import type { KnownHere, Register } from './register-port.ts'
import { t } from './words.ts'

type View = {
  readonly found: Found
  readonly query: CandidateQuery
  readonly register: Register
  readonly known: KnownHere
  /** that we ask for */
  readonly dossiers: readonly string[]
  readonly demo: boolean
}

/** What the House publishes that may belong in the register; newest first. */
export function foundPage(language: Language, view: View): PageParts {
  const { found, query, demo } = view
  const words = t(language).found
  const isNarrowed = query.kind !== undefined || query.dossier !== undefined || query.all
  return {
    title: words.title,
    wide: true,
    content: html`<h1>${words.title}</h1>
<p class="lead">${words.lead}</p>
${demo ? alert(language, { kind: 'info', content: html`<p>${words.demo}</p>` }) : ''}
${found.isOn || demo ? '' : alert(language, { kind: 'info', title: words.off, content: html`<p>${words.offText}</p>` })}
${alert(language, {
  kind: 'info',
  title: words.first,
  content: html`<ul>${words.firstPoints.map((point) => html`<li>${point}</li>\n`)}</ul>`,
})}
<p><a href="${link(language, paths.sources)}">${words.toSources}</a></p>
${narrowing(language, view)}
${
  found.candidates.length > 0
    ? candidateTable(language, view)
    : emptyState({ title: words.empty, text: words.emptyText })
}
${pagination(language, {
  previous: query.page > 1 ? addressOf(language, { ...query, page: query.page - 1 }) : undefined,
  next: found.more ? addressOf(language, { ...query, page: query.page + 1 }) : undefined,
})}
${isNarrowed ? html`<p><a href="${link(language, paths.found)}">${words.reset}</a></p>` : ''}`,
  }
}

/** The same list at another page, or after something was done with one of it. */
export function addressOf(
  language: Language,
  { kind, dossier, all, page }: CandidateQuery,
): string {
  const asked = new URLSearchParams({
    ...(kind ? { [queryNames.kind]: kind } : {}),
    ...(dossier ? { [queryNames.dossier]: dossier } : {}),
    ...(all ? { [queryNames.all]: 'ja' } : {}),
    ...(page > 1 ? { [queryNames.page]: String(page) } : {}),
  }).toString()
  return `${link(language, paths.found)}${asked ? `?${asked}` : ''}`
}

function narrowing(language: Language, view: View): Html {
  const { query } = view
  const { found: words, kinds } = t(language)
  return form({
    method: 'get',
    action: link(language, paths.found),
    content: html`${select(language, {
      name: queryNames.kind,
      label: words.kind,
      value: query.kind,
      optional: true,
      choices: candidateKinds.map((value) => ({ value, label: kinds[value] })),
    })}
${select(language, {
  name: queryNames.dossier,
  label: words.dossier,
  value: query.dossier,
  optional: true,
  choices: view.dossiers.map((value) => ({ value, label: dossierName(value) })),
})}
${checkboxes(language, {
  name: queryNames.all,
  label: words.seenBefore,
  values: query.all ? ['ja'] : [],
  optional: true,
  choices: [{ value: 'ja', label: words.all }],
})}
${button({ text: words.show, look: 'secondary' })}`,
  })
}

function candidateTable(language: Language, view: View): Html {
  const words = t(language).found
  const { candidates } = view.found
  const headings = [
    words.what,
    words.day,
    words.inDossiers,
    words.outcome,
    words.papers,
    words.look,
  ]
  return table({
    caption: words.caption(candidates.length),
    columns: headings.map((heading) => ({ heading })),
    rows: candidates.map((one) => [
      subject(language, one),
      one.onDay ? fullDay(language, one.onDay) : words.noDay,
      one.dossiers.length > 0 ? one.dossiers.map(onOneLine).join(', ') : words.noDossier,
      outcome(language, one),
      papers(language, one, view.known.papers),
      look(language, one, view),
    ]),
  })
}

/** A number is never on two lines. */
const onOneLine = (dossier: string): string => dossierName(dossier).replaceAll(' ', '\u00a0')

/** The words of the House are Dutch, whatever the page speaks. */
const dutch = (text: string): Html => html`<span lang="nl">${text}</span>`

function subject(language: Language, one: Candidate): Html {
  const { found: words, kinds } = t(language)
  const kind = one.kind === 'other' ? dutch(one.kindName) : kinds[one.kind]
  const notes = [
    ...(one.looked === 'changed-since' ? [words.changed] : []),
    ...(one.withdrawn ? [words.withdrawn] : []),
  ]
  return html`${dutch(one.subject)}<br><span class="quiet">${kind}, ${one.number}${notes.map((note) => html`; ${note}`)}</span>`
}

function outcome(language: Language, one: Candidate): Html {
  const words = t(language).found
  const said = one.kind === 'commitment' ? words.status : words.advice
  const plain = one.kind === 'motion' ? words.noOutcome : words.notVoted
  return html`${one.outcome ? dutch(one.outcome) : plain}${one.said ? html`<br><span class="quiet">${said}: ${dutch(one.said)}</span>` : ''}`
}

function papers(language: Language, one: Candidate, known: KnownHere['papers']): Html {
  const words = t(language).found
  if (one.papers.length === 0) {
    const path = known.get(one.number)
    return path ? inRegister(language, path) : html`${words.noPapers}`
  }
  return html`<ul>${one.papers.map((paper) => {
    const name = referenceName(language, paper.reference ?? paper.number)
    const address = paper.reference && referenceAddress(paper.reference)
    const path = known.get(paper.reference ?? paper.number) ?? known.get(paper.number)
    return html`<li>${dutch(paper.kind)}, ${address ? html`<a href="${address}" rel="external noreferrer">${name}</a>` : name}${
      paper.withdrawn ? html` (${words.paperWithdrawn})` : ''
    }${path ? html`<br>${inRegister(language, path)}` : ''}</li>\n`
  })}</ul>`
}

const inRegister = (language: Language, path: string): Html =>
  html`<a href="${link(language, path)}">${t(language).found.inRegister}</a>`

function look(language: Language, one: Candidate, { query, register, known }: View): Html {
  const words = t(language).found
  const itemId = one.itemId ?? standsAs(one, known)
  const item = itemId
    ? html`<a href="${link(language, register.itemPath(itemId))}">${words.taken}</a>`
    : ''
  if (one.looked === 'seen') return html`${item || words.seen}`
  const back = addressOf(language, query)
  const hidden = { source: one.source, id: one.id, until: one.touchedAt, back }
  const name = (sentence: string) =>
    html`<span class="visually-hidden">${sentence}: ${one.subject}</span>`
  const mayTake = !itemId && isForRegister(one.kind) && !one.withdrawn
  return form({
    action: link(language, paths.seen),
    content: html`${item}${Object.entries(hidden).map(([field, value]) => html`<input type="hidden" name="${field}" value="${value}">`)}
${
  mayTake
    ? button({
        text: html`${words.take}${name(words.takeWhere)}`,
        look: 'secondary',
        formaction: link(language, paths.take),
      })
    : ''
}
${button({ text: html`${words.mark}${itemId ? name('') : name(words.markWhy)}`, look: 'subtle' })}`,
  })
}
