import { alert } from '#design/alert/alert.ts'
import { buttonLink } from '#design/button/button.ts'
import { type Html, html } from '#design/html.ts'
import { story } from '#design/story/story.ts'
import { summaryList } from '#design/summary-list/summary-list.ts'
import { moment, yearsOn } from '#platform/dates.ts'
import { type Language, link } from '#platform/language.ts'
import type { DecisionThen } from './decision-view.ts'
import { groundNames, lawOf, routeName } from './decision-words.ts'
import type { DossierDesk } from './desk.ts'
import { offenceName } from './offence-words.ts'
import { factLine, statementLine, unknownText } from './page-parts.ts'
import { assessment } from './pages-dossier.ts'
import { paths } from './paths.ts'
import type { ReadDossier, ReadFact, ReadStatement } from './read-dossier.ts'
import { t } from './words.ts'
import { sheetBeside, sheetOf } from './worksheet.ts'

type Desk = Pick<DossierDesk, 'routes' | 'sepot' | 'worksheet'>

/** The reasoned decision to read: every reference to a fact leads to that fact, below on the same page. */
export function decisionPage(
  language: Language,
  desk: Desk,
  read: ReadDossier,
  then: DecisionThen,
): Html {
  const { decision: words, page } = t(language)
  const { decision, facts, offences } = then
  const sheets = sheetsThen(desk, then)
  const shown = new Set<string>()
  const lines = (said: readonly ReadStatement[]) =>
    said.map((one) => {
      if (one.kind === 'unknown') {
        return html`<p>${t(language).worksheet.unknowns}: ${unknownText(language, { offences }, one)}</p>`
      }
      const again = shown.has(one.id)
      shown.add(one.id)
      return statementLine(language, { facts, offences, at, again }, one)
    })
  const nothing = html`<p class="quiet">${page.notLooked}</p>`
  const { head, names } = read
  const at = link(language, paths.decision(head.id, decision.id))
  const linked = (text: string) => storyWithFacts(text, facts)
  return html`<h1>${words.title(head.code)}</h1>
<p class="quiet">${words.signed(names.get(decision.signedBy) ?? '', moment(language, decision.signedAt))}</p>
${ageThen(language, read, decision)}
${then.isReplaced ? alert(language, { kind: 'info', content: html`<p>${words.later}</p>` }) : ''}
${!then.isReplaced && read.events.some(({ kind, at: when }) => kind === 'reopen' && when > decision.signedAt) ? alert(language, { kind: 'info', content: html`<p>${words.reopened}</p>` }) : ''}
<p>${buttonLink({ text: words.pdf, href: `${at}/besluit.pdf`, look: 'secondary' })}</p>
<h2>${words.what}</h2>
${inOrder(then).map(({ offence, outcome }) => {
  return html`<section><h3>${offenceName(language, offence, offences)}</h3>
${story(offence.text)}
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
])}
${sheetOf(sheets, offence.id).map(
  ({ element, said }) => html`<h4>${element.title[language]}</h4>
${said.length === 0 ? nothing : lines(said)}`,
)}</section>`
})}
<h2>${words.why}</h2>
${linked(decision.reasons)}
<h2>${page.assessments}</h2>
${then.withoutBecause === undefined ? '' : html`<p>${noAssessment(language, then)}</p>${linked(then.withoutBecause)}`}
${decision.following === 'follows' ? html`<p>${words.followsAssessment}</p>` : ''}
${decision.following === 'departs' ? html`<h3>${words.departs}</h3>${linked(decision.clearReasons)}` : ''}
${decision.following === 'follows' && decision.clearReasons ? html`<h3>${words.weighs}</h3>${linked(decision.clearReasons)}` : ''}
${then.assessments.map((one) => assessment(language, desk, { head, facts }, one))}
<h2>${words.sheetBeside}</h2>
${sheetBeside(sheets).map(
  ({ element, said }) => html`<h3>${element.title[language]}</h3>
${element.aboutOffence ? html`<p>${words.aboutNone}</p>` : ''}
${said.length === 0 ? nothing : lines(said)}`,
)}
<h2>${words.facts}</h2>
${facts.map((fact) => factLine(language, fact))}
<h2>${words.law}</h2>
<p>${lawOf(language, desk, decision)}</p>
${desk.sepot.warnings.map(({ text }) => html`<p>${text[language]}</p>`)}`
}

/** How old the young person was on the day of the decision, where the day of birth is known. */
const ageThen = (language: Language, { words: { born } }: ReadDossier, { on }: { on: string }) =>
  born ? html`<p>${t(language).decision.age(yearsOn(born, on))}</p>` : ''

/** Each offence with what was decided on it. */
export const inOrder = ({ decision, offences }: Pick<DecisionThen, 'decision' | 'offences'>) =>
  offences.flatMap((offence) => {
    const outcome = decision.outcomes.find(({ offenceId }) => offenceId === offence.id)
    return outcome ? [{ offence, outcome }] : []
  })

/** The worksheet as it stood then, to be read by offence. */
export const sheetsThen = (
  { worksheet }: Pick<DossierDesk, 'worksheet'>,
  { statements, offences }: Pick<DecisionThen, 'statements' | 'offences'>,
) => ({
  elements: worksheet.elements,
  said: statements,
  offences: offences.map(({ id }) => id),
})

/** That none came in this round; one of a round before stands below it. */
export const noAssessment = (language: Language, then: Pick<DecisionThen, 'assessments'>) => {
  const { decision: words } = t(language)
  return then.assessments.length > 0 ? words.noNewAssessment : words.withoutAssessment
}

/** What belongs to an outcome besides its route and its grounds. */
export function extra(
  language: Language,
  outcome: { why?: string; conditions: string; technicalTest: string; earlierGround: string },
): { key: string; value: string }[] {
  const words = t(language).sign
  return [
    { key: words.why, value: outcome.why ?? '' },
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
