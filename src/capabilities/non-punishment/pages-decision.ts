import { alert } from '#design/alert/alert.ts'
import { buttonLink } from '#design/button/button.ts'
import { type Html, html } from '#design/html.ts'
import { story } from '#design/story/story.ts'
import { summaryList } from '#design/summary-list/summary-list.ts'
import { moment } from '#platform/dates.ts'
import { type Language, link } from '#platform/language.ts'
import type { DecisionThen } from './decision-view.ts'
import { groundNames, lawOf, routeName } from './decision-words.ts'
import type { DossierDesk } from './desk.ts'
import { factLine, provision, statementLine } from './page-parts.ts'
import { assessment } from './pages-dossier.ts'
import { paths } from './paths.ts'
import type { ReadDossier, ReadFact } from './read-dossier.ts'
import { t } from './words.ts'

type Desk = Pick<DossierDesk, 'routes' | 'sepot' | 'worksheet'>

/** The reasoned decision to read: every reference to a fact leads to that fact, below on the same page. */
export function decisionPage(
  language: Language,
  desk: Desk,
  read: ReadDossier,
  then: DecisionThen,
): Html {
  const { decision: words, page } = t(language)
  const { decision, facts, statements } = then
  const { head, names } = read
  const at = link(language, paths.decision(head.id, decision.id))
  const linked = (text: string) => storyWithFacts(text, facts)
  return html`<h1>${words.title(head.code)}</h1>
<p class="quiet">${words.signed(names.get(decision.signedBy) ?? '', moment(language, decision.signedAt))}</p>
${then.isReplaced ? alert(language, { kind: 'info', content: html`<p>${words.later}</p>` }) : ''}
${!then.isReplaced && read.events.some(({ kind, at: when }) => kind === 'reopen' && when > decision.signedAt) ? alert(language, { kind: 'info', content: html`<p>${words.reopened}</p>` }) : ''}
<p>${buttonLink({ text: words.pdf, href: `${at}/besluit.pdf`, look: 'secondary' })}</p>
<h2>${words.what}</h2>
${decision.outcomes.map((outcome) => {
  const offence = read.offences.find(({ id }) => id === outcome.offenceId)
  return html`<section><h3>${offence ? provision(language, offence) : ''}</h3>
${offence ? story(offence.text) : ''}
${summaryList(language, [
  { key: words.route, value: routeName(language, desk, outcome.route) },
  ...(outcome.grounds.length > 0
    ? [
        {
          key: words.grounds,
          value: html`<ol>${groundNames(language, desk, outcome.grounds).map((one) => html`<li>${one}</li>`)}</ol>`,
        },
      ]
    : []),
  ...extra(language, outcome).map(({ key, value }) => ({ key, value: linked(value) })),
])}</section>`
})}
<h2>${words.why}</h2>
${linked(decision.reasons)}
<h2>${page.assessments}</h2>
${then.withoutBecause === undefined ? '' : html`<p>${noAssessment(language, then)}</p>${linked(then.withoutBecause)}`}
${decision.following === 'follows' ? html`<p>${words.followsAssessment}</p>` : ''}
${decision.following === 'departs' ? html`<h3>${words.departs}</h3>${linked(decision.clearReasons)}` : ''}
${decision.following === 'follows' && decision.clearReasons ? html`<h3>${words.weighs}</h3>${linked(decision.clearReasons)}` : ''}
${then.assessments.map((one) => assessment(language, desk, { head, facts }, one))}
<h2>${page.sheet}</h2>
${desk.worksheet.elements.map(({ id, title }) => {
  const mine = statements.filter(({ element }) => element === id)
  return html`<h3>${title[language]}</h3>
${mine.length === 0 ? html`<p class="quiet">${page.notLooked}</p>` : ''}
${mine.map((one) => (one.kind === 'statement' ? statementLine(language, { facts, at }, one) : html`<p>${t(language).worksheet.unknowns}: ${one.text}</p>`))}`
})}
<h2>${words.facts}</h2>
${facts.map((fact) => factLine(language, fact))}
<h2>${words.law}</h2>
<p>${lawOf(language, desk, decision)}</p>
${desk.sepot.warnings.map(({ text }) => html`<p>${text[language]}</p>`)}`
}

/** That none came in this round; one of a round before stands below it. */
export const noAssessment = (language: Language, then: Pick<DecisionThen, 'assessments'>) => {
  const { decision: words } = t(language)
  return then.assessments.length > 0 ? words.noNewAssessment : words.withoutAssessment
}

/** What belongs to an outcome besides its route and its grounds. */
export function extra(
  language: Language,
  outcome: { conditions: string; technicalTest: string; earlierGround: string },
): { key: string; value: string }[] {
  const words = t(language).sign
  return [
    { key: words.technicalTest, value: outcome.technicalTest },
    { key: words.earlierGround, value: outcome.earlierGround },
    { key: words.conditions, value: outcome.conditions },
  ].filter(({ value }) => value !== '')
}

/** What somebody wrote, in which every `F3` leads to that fact. */
function storyWithFacts(text: string, facts: readonly ReadFact[]): Html {
  const parts = text.split(/\b(F[0-9]{1,4})\b/)
  return html`<div class="story">${parts.map((part, nth) => {
    const fact = nth % 2 === 1 ? facts.find(({ number }) => `F${number}` === part) : undefined
    return fact ? html`<a href="#feit-${fact.id}">${part}</a>` : part
  })}</div>`
}
