import { type Html, html } from '#design/html.ts'
import { story } from '#design/story/story.ts'
import { fullDay } from '#platform/dates.ts'
import { type Language, link } from '#platform/language.ts'
import type { DossierHead } from './find-dossier.ts'
import { aboutWords, offenceName, standingOf } from './offence-words.ts'
import { paths } from './paths.ts'
import type { ReadAssessment, ReadDossier, ReadFact, ReadStatement } from './read-dossier.ts'
import { t } from './words.ts'

/** Links to facts by their number, such as `F1, F4`; `at` is the page on which they stand. */
export function factLinks(at: string, facts: readonly ReadFact[], ids: readonly string[]): Html {
  const wanted = new Set(ids)
  return html`${facts
    .filter(({ id }) => wanted.has(id))
    .map(
      ({ id, number }, nth) =>
        html`${nth > 0 ? ', ' : ''}<a href="${at}#feit-${id}">F${number}</a>`,
    )}`
}

/** A statement left, what speaks against it right, and under both where it comes from. */
const briefLine = (line: {
  readonly id?: string
  readonly head: Html
  readonly statement: Html
  readonly against: Html
  readonly under: Html
  readonly language: Language
}): Html => {
  const words = t(line.language).page
  return html`<article class="brief"${line.id ? html` id="${line.id}"` : ''}>
<p class="brief__head">${line.head}</p>
<div class="brief__side"><p class="brief__label">${words.statement}</p>${line.statement}</div>
<div class="brief__side brief__side--against"><p class="brief__label">${words.against}</p>${line.against}</div>
<p class="brief__under">${line.under}</p>
</article>`
}

/** A fact as it stands in the brief. `more`: what can be done with it here. */
export function factLine(language: Language, fact: ReadFact, more: Html = html``): Html {
  const words = t(language).page
  const { organisation, via } = fact.origin
  const when = fact.on ? fullDay(language, fact.on) : fact.moment || words.dateUnknown
  const from = organisation || words.ownHand
  return briefLine({
    language,
    id: `feit-${fact.id}`,
    head: html`<strong>F${fact.number}</strong> ${words.factKinds[fact.kind]}${fact.withdrawn ? html`, ${words.withdrawn}` : ''}${fact.recalled ? html`. <strong>${words.recalled}</strong>` : ''}`,
    statement: fact.withdrawn ? html`<s>${fact.text}</s>` : story(fact.text),
    against:
      fact.beside.length > 0
        ? html`<ul>${fact.beside.map((one) => html`<li>${one}</li>`)}</ul>`
        : html`<p class="quiet">${words.nothingBeside}</p>`,
    under: html`${words.source}: ${fact.source}; ${when}. ${words.origin}: ${from}${via.length > 0 ? html`, ${words.via(via.join(', '))}` : ''}.${more}`,
  })
}

/** What makes who assessed qualified, and since when; what the paper does not say is said to be missing. */
export function qualifiedText(
  language: Language,
  { qualification, qualifiedOn }: Pick<ReadAssessment, 'qualification' | 'qualifiedOn'>,
): string {
  const words = t(language).page
  if (qualification === '') return words.notInIt
  return words.qualifiedOn(qualification, qualifiedOn && fullDay(language, qualifiedOn))
}

/** The next step of the way; after a decision, what came in since and asks to look whether to reopen it. */
export function whatNext(
  language: Language,
  { state, news }: Pick<DossierHead, 'state' | 'news'>,
): string {
  const words = t(language)
  const came = (['assessment', 'recall'] as const).filter((one) => news[one])
  return came.length > 0 ? came.map((one) => words.news[one]).join(' ') : words.nextSteps[state]
}

type Around = Pick<ReadDossier, 'facts' | 'offences'> & {
  /** the page on which the facts stand */
  readonly at: string
  /** it stood on this page before, under another offence: it has its place there */
  readonly again?: boolean
}

/** A statement of the worksheet with the facts it rests on. */
export function statementLine(
  language: Language,
  { facts, offences, at, again = false }: Around,
  one: ReadStatement,
  more: Html = html``,
): Html {
  const words = t(language)
  const day = (iso: string) => fullDay(language, iso)
  const period = one.from
    ? words.worksheet.period(day(one.from), one.until && day(one.until))
    : undefined
  const against = factLinks(at, facts, one.againstFacts)
  return briefLine({
    language,
    ...(again ? {} : { id: `regel-${one.id}` }),
    head: html`${[aboutWords(language, one, offences), period].filter(Boolean).join('. ')}`,
    statement: story(one.text),
    against:
      one.against || one.againstFacts.length > 0
        ? html`${one.against ? story(one.against) : ''}${one.againstFacts.length > 0 ? html`<p>${against}</p>` : ''}`
        : html`<p>${words.worksheet.nothingFound(one.searched)}</p>`,
    under: html`${words.page.source}: ${factLinks(at, facts, one.facts)}.${more}`,
  })
}

/** What is not known, with the offences it is about. */
export const unknownText = (
  language: Language,
  { offences }: Pick<ReadDossier, 'offences'>,
  one: ReadStatement,
): string => [aboutWords(language, one, offences), one.text].filter(Boolean).join(': ')

/** What was not looked at, in a box: what is open, never what to conclude. */
export function notLookedBox(
  language: Language,
  read: Pick<ReadDossier, 'head' | 'facts' | 'offences' | 'notLooked'>,
  titleOf: (element: string) => string,
): Html {
  const words = t(language).page
  const { gaps, facts, unsupported, aboutNone } = read.notLooked
  const there = standingOf(read.offences)
  const nameOf = (id: string | undefined) => {
    const one = there.find((offence) => offence.id === id)
    return one ? `: ${offenceName(language, one, there)}` : ''
  }
  const at = link(language, paths.dossier(read.head.id))
  const toElement = (id: string) => link(language, paths.element(read.head.id, id))
  return html`<section class="not-looked" aria-labelledby="not-looked">
<h2 id="not-looked">${words.notLooked}</h2>
<p>${words.notLookedLead}</p>
${gaps.length + facts.length + unsupported.length + aboutNone.length === 0 ? html`<p>${words.allLooked}</p>` : ''}
${
  gaps.length > 0
    ? html`<p><strong>${words.elementsLeft}</strong></p>
<ul>${gaps.map(({ element, offence }) => html`<li><a href="${toElement(element)}">${titleOf(element)}${nameOf(offence)}</a></li>`)}</ul>`
    : ''
}
${
  aboutNone.length > 0
    ? html`<p><strong>${words.aboutNone}</strong></p>
<ul>${aboutNone.map((one) => html`<li><a href="${toElement(one.element)}">${one.text}</a></li>`)}</ul>`
    : ''
}
${
  unsupported.length > 0
    ? html`<p><strong>${words.unsupported}</strong></p>
<ul>${unsupported.map((one) => html`<li><a href="${toElement(one.element)}">${one.text}</a>${one.wholly ? html` <strong>${words.restsOnNothing}</strong>` : ''}</li>`)}</ul>`
    : ''
}
${facts.length > 0 ? html`<p><strong>${words.factsLeft}</strong></p><p>${factLinks(at, read.facts, facts)}</p>` : ''}
</section>`
}
