import type { SharingLine, SharingQuestion } from '#capabilities/law/index.ts'
import { alert } from '#design/alert/alert.ts'
import { button, buttonGroup, buttonLink } from '#design/button/button.ts'
import { checkboxes } from '#design/checkboxes/checkboxes.ts'
import { costFirst } from '#design/cost-first/cost-first.ts'
import { date } from '#design/date/date.ts'
import { summaryOf } from '#design/error-summary/error-summary.ts'
import { form } from '#design/form/form.ts'
import { type Html, html } from '#design/html.ts'
import { radios } from '#design/radios/radios.ts'
import { select } from '#design/select/select.ts'
import { steps } from '#design/steps/steps.ts'
import { textarea } from '#design/textarea/textarea.ts'
import type { Role } from '#platform/actor.ts'
import { type FormErrors, listOf, type Typed, textOf } from '#platform/form.ts'
import { keyField } from '#platform/http/sent-once.ts'
import { type Language, link } from '#platform/language.ts'
import { datePartsOf } from '#platform/typed-date.ts'
import type { Composed, Faults } from './compose-disclosure.ts'
import { conditionFields } from './condition-fields.ts'
import { longestWords } from './forms.ts'
import { deliveryView } from './page-delivery.ts'
import { type KindNamer, nextParties, searchFields } from './party-fields.ts'
import { paths } from './paths.ts'
import type { Recipients } from './recipients.ts'
import type { ShareableFact } from './shareable-fact.ts'
import { sentencesOf, t } from './words.ts'

const stepNames = ['facts', 'recipient', 'basis', 'check'] as const
type StepName = (typeof stepNames)[number]

const stepsOf = (language: Language, id: string, now: StepName): Html =>
  steps(
    language,
    stepNames.map((name) => ({
      text: t(language).steps[name],
      href: link(language, paths[name](id)),
    })),
    stepNames.indexOf(now),
  )

type Asked = { readonly id: string; readonly typed: Typed; readonly errors: FormErrors }

/** Fact by fact. Nothing is ticked until somebody ticks it. */
export function factsPage(
  language: Language,
  { id, typed, errors, facts }: Asked & { readonly facts: readonly ShareableFact[] },
): Html {
  const words = t(language)
  const wrong = sentencesOf(language, errors)
  const hintOf = ({ source, origin, beside = [] }: ShareableFact) =>
    [
      words.facts.source(source),
      ...(origin ? [words.facts.origin(origin.organisation)] : []),
      ...(beside.length > 0 ? [words.facts.beside(beside.join('; '))] : []),
    ].join('. ')
  return html`${summaryOf(language, wrong)}
<h1>${words.facts.title}</h1>
${stepsOf(language, id, 'facts')}
<p class="lead">${words.facts.lead}</p>
<p>${words.facts.identity}</p>
${
  facts.length === 0
    ? html`<p>${words.facts.none}</p>`
    : form({
        action: link(language, paths.facts(id)),
        content: html`${checkboxes(language, {
          name: 'facts',
          label: words.facts.label,
          error: wrong.facts,
          values: listOf(typed, 'facts'),
          choices: facts.map((fact) => ({
            value: fact.ref,
            label: html`<strong>${words.kinds[fact.kind]}:</strong> <span class="as-written">${fact.text}</span>`,
            hint: hintOf(fact),
          })),
        })}
${button({ text: words.facts.next })}`,
      })
}`
}

type RecipientView = Asked & {
  readonly recipients: Recipients
  readonly roleName: (role: Role, language: Language) => string
  readonly kindName: KindNamer
  /** it asks for an answer */
  readonly asks: boolean
  readonly aims: readonly {
    readonly id: string
    readonly name: Readonly<Record<Language, string>>
  }[]
}

export function recipientPage(
  language: Language,
  { id, typed, errors, recipients, roleName, kindName, aims, asks }: RecipientView,
): Html {
  const words = t(language)
  const wrong = sentencesOf(language, errors)
  const { found } = recipients
  const choices = recipients.choices.flatMap(({ party, roles }) =>
    roles.map((role) => ({
      value: `${party.id}/${role}`,
      label: words.recipient.choice(party.name, roleName(role, language)),
    })),
  )
  return html`${summaryOf(language, wrong)}
<h1>${words.recipient.title}</h1>
${stepsOf(language, id, 'recipient')}
${asks ? html`<p class="lead">${words.recipient.asks}</p>` : ''}
${
  found?.kinds.length === 0 || (!found && choices.length === 0)
    ? html`<p>${words.recipient.none}</p>`
    : form({
        action: link(language, paths.recipient(id)),
        content: html`${found ? searchFields(language, found, kindName) : ''}
${select(language, { name: 'recipient', label: words.recipient.label, hint: words.recipient.hint, error: wrong.recipient, value: textOf(typed, 'recipient'), choices })}
${found ? nextParties(language, found) : ''}
${radios(language, { name: 'aim', label: words.recipient.aim, error: wrong.aim, value: textOf(typed, 'aim'), choices: aims.map((aim) => ({ value: aim.id, label: aim.name[language] })) })}
${radios(language, { name: 'language', label: words.recipient.language, hint: words.recipient.languageHint, error: wrong.language, value: textOf(typed, 'language'), choices: (['nl', 'en'] as const).map((value) => ({ value, label: words.recipient.languages[value] })) })}
${button({ text: words.facts.next })}`,
      })
}`
}

export type BasisView = Asked & {
  readonly roads: readonly SharingLine[]
  /** why there is none, and which others are open */
  readonly closed: readonly string[]
  readonly others: readonly string[]
  readonly chosen: SharingLine | undefined
  readonly questions: readonly SharingQuestion[]
  /** it asks for an answer: then the question is needed */
  readonly asks: boolean
}

/** The ground, its conditions as questions, and until when. */
export function basisPage(language: Language, view: BasisView): Html {
  const { id, typed, errors, roads, chosen, questions, asks } = view
  const words = t(language)
  const wrong = sentencesOf(language, errors)
  const value = (name: string) => textOf(typed, name)
  return html`${summaryOf(language, wrong)}
<h1>${words.basis.title}</h1>
${stepsOf(language, id, 'basis')}
<p class="lead">${words.basis.lead}</p>
${
  roads.length === 0
    ? closedPart(language, view)
    : form({
        action: link(language, paths.basis(id)),
        content: html`${radios(language, {
          name: 'road',
          label: words.basis.road,
          error: wrong.road,
          value: value('road'),
          choices: roads.map((road) => ({
            value: road.id,
            label: html`${road.name[language]} <span class="quiet">(${words.basis.standing[road.standing]})</span>`,
            hint: road.limits[language],
          })),
        })}
${
  chosen
    ? html`<h2>${words.basis.questions}</h2>
${conditionFields(language, questions, typed, wrong)}
${date(language, { name: 'end', label: words.basis.end, hint: words.basis.endHint, value: datePartsOf(typed, 'end'), error: wrong.end })}
${textarea(language, { name: 'endReason', label: words.basis.endReason, value: value('endReason'), error: wrong.endReason, optional: true, rows: 2, maxlength: longestWords })}
${textarea(language, { name: 'question', label: words.basis.question, hint: words.basis.questionHint, value: value('question'), error: wrong.question, optional: !asks, rows: 4, maxlength: longestWords })}
${button({ text: words.facts.next })}`
    : button({ text: words.basis.choose })
}`,
      })
}`
}

function closedPart(language: Language, { id, closed, others }: BasisView): Html {
  const words = t(language).basis
  return html`${alert(language, {
    kind: 'info',
    title: words.noRoad,
    content: html`${closed.map((sentence) => html`<p>${sentence}</p>`)}`,
  })}
${others.length > 0 ? html`<h2>${words.otherRoads}</h2><ul>${others.map((name) => html`<li>${name}</li>`)}</ul>` : ''}
<p>${words.adviceRoad}</p>
<p>${buttonLink({ text: t(language).check.notShare, href: link(language, paths.notShare(id)), look: 'secondary' })}</p>`
}

type CheckView = {
  readonly id: string
  readonly composed: Composed
  readonly key: string
  readonly changed: boolean
}

/** Exactly what will leave, or what keeps it here. */
export function checkPage(language: Language, { id, composed, key, changed }: CheckView): Html {
  const words = t(language)
  const other = html`<p>${buttonLink({ text: words.check.notShare, href: link(language, paths.notShare(id)), look: 'secondary' })}</p>
${costFirst({ act: words.check.throwAway, cost: words.check.throwAwayText, action: link(language, paths.throwAway(id)) })}`
  if (!composed.ok) {
    return html`<h1>${words.check.wrong}</h1>
${stepsOf(language, id, 'check')}
${alert(language, { kind: 'info', content: faultsPart(language, id, composed.faults) })}
${composed.roads.length > 0 ? html`<h2>${words.basis.otherRoads}</h2><ul>${composed.roads.map(({ name }) => html`<li>${name[language]}</li>`)}</ul>` : ''}
${other}`
  }
  return html`<h1>${words.check.title}</h1>
${stepsOf(language, id, 'check')}
${changed ? alert(language, { kind: 'info', content: html`<p>${words.errors['changed-since']}</p>` }) : ''}
<p class="lead">${words.check.lead}</p>
<div class="panel">${deliveryView(composed.body, composed.hash)}</div>
<p>${words.check.deliverText}</p>
${form({
  action: link(language, paths.deliver(id)),
  content: html`${keyField(key)}<input type="hidden" name="hash" value="${composed.hash}">
${buttonGroup(button({ text: words.check.deliver }))}`,
})}
${other}`
}

const mendAt = {
  facts: paths.facts,
  recipient: paths.recipient,
  aim: paths.recipient,
  road: paths.basis,
  end: paths.basis,
  question: paths.basis,
} as const

function faultsPart(language: Language, id: string, faults: Faults): Html {
  const words = t(language).check
  const sentences = sentencesOf(language, faults)
  const places = (['facts', 'recipient', 'aim', 'road', 'end', 'question'] as const).filter(
    (place) => sentences[place],
  )
  return html`<ul>${places.map(
    (place) =>
      html`<li class="as-written">${sentences[place]} <a href="${link(language, mendAt[place](id))}">${words.mend[place]}</a></li>`,
  )}</ul>`
}

type NotShareView = Asked & { readonly key: string }

export function notSharePage(language: Language, { id, typed, errors, key }: NotShareView): Html {
  const words = t(language).sent
  const wrong = sentencesOf(language, errors)
  return html`${summaryOf(language, wrong)}
<h1>${words.notSharedTitle}</h1>
<p>${words.notSharedText}</p>
${form({
  action: link(language, paths.notShare(id)),
  content: html`${keyField(key)}
${textarea(language, { name: 'words', label: words.notSharedWords, value: textOf(typed, 'words'), error: wrong.words, rows: 5, maxlength: longestWords })}
${button({ text: words.notSharedButton })}`,
})}`
}
