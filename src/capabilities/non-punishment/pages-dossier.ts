import { button, buttonGroup, buttonLink } from '#design/button/button.ts'
import { details } from '#design/details/details.ts'
import { form } from '#design/form/form.ts'
import { type Html, html } from '#design/html.ts'
import { story } from '#design/story/story.ts'
import { summaryList } from '#design/summary-list/summary-list.ts'
import { tag } from '#design/tag/tag.ts'
import { timeline } from '#design/timeline/timeline.ts'
import { fullDay, moment } from '#platform/dates.ts'
import { keyField } from '#platform/http/sent-once.ts'
import { newId } from '#platform/ids.ts'
import { type Language, link } from '#platform/language.ts'
import { type ActName, acts } from './acts.ts'
import { elementList } from './assessment-form.ts'
import type { DossierDesk } from './desk.ts'
import { step, worksheetIsOpen } from './non-punishment.ts'
import { everyRecipient } from './notice-recipients.ts'
import { provision } from './offence-words.ts'
import {
  factLine,
  factLinks,
  notLookedBox,
  qualifiedText,
  statementLine,
  unknownText,
  whatNext,
} from './page-parts.ts'
import { noticeList, objectionList, recipientName } from './pages-after.ts'
import { paths } from './paths.ts'
import type { ReadAssessment, ReadDossier } from './read-dossier.ts'
import { t } from './words.ts'

type Desk = Pick<DossierDesk, 'worksheet' | 'notices' | 'forms'>

/** One page as a brief: what is known, by whom, what speaks against it, and what was not looked at. */
export function dossierPage(language: Language, desk: Desk, read: ReadDossier): Html {
  const { page: words, states } = t(language)
  const { head, words: own } = read
  const at = link(language, paths.dossier(head.id))
  // Once it is decided, who must be told is what is left to do.
  const isDecided = head.state === 'decided' || head.state === 'notified'
  return html`<h1>${own.name} ${tag(states[head.state])}</h1>
<p class="quiet">${words.title(head.code)}${own.born ? html`. ${words.born(fullDay(language, own.born))}` : ''}</p>
<div class="lead">${story(own.question)}</div>
${nextStep(language, read, isDecided ? decisions(language, desk, read) : html``)}
<h2>${words.offences}</h2>
${offences(language, read)}
<h2>${words.known}</h2>
${read.facts.length === 0 ? html`<p>${words.noFacts}</p>` : read.facts.map((fact) => factLine(language, fact, takeAway(language, read, fact)))}
${considered(language, desk, read)}
<h2>${words.assessments}</h2>
${assessments(language, desk, read)}
<h2>${words.sheet}</h2>
${desk.worksheet.elements.map(({ id, title }) => {
  const mine = read.statements.filter(({ element }) => element === id)
  const stated = mine.filter(({ kind }) => kind === 'statement')
  const unknowns = mine.filter(({ kind }) => kind === 'unknown')
  return html`<h3><a href="${link(language, paths.element(head.id, id))}">${title[language]}</a></h3>
${mine.length === 0 ? html`<p class="quiet">${words.nothingOnSheet}</p>` : ''}
${stated.map((one) => statementLine(language, { facts: read.facts, offences: read.offences, at }, one))}
${unknowns.length > 0 ? html`<p><strong>${t(language).worksheet.unknowns}</strong></p><ul>${unknowns.map((one) => html`<li>${unknownText(language, read, one)}</li>`)}</ul>` : ''}
`
})}
${notLookedBox(language, read, (id) => desk.worksheet.elements.find((one) => one.id === id)?.title[language] ?? id)}
${isDecided ? '' : decisions(language, desk, read)}
${details({ summary: words.history, content: history(language, desk, read) })}`
}

/** What can be done now, the next step of the way first; `between`: where that step is done. */
function nextStep(language: Language, { head }: ReadDossier, between: Html): Html {
  const words = t(language)
  const root = paths.dossier(head.id)
  const linkTo = (name: ActName, look: 'primary' | 'secondary' = 'secondary') =>
    buttonLink({
      text: words.acts[name].link,
      href: link(language, `${root}/${acts[name].path}`),
      look,
    })
  const can = (name: ActName) => acts[name].isOpen(head)
  const sign = step('decide', head).ok
  const isDecided = head.state === 'decided' || head.state === 'notified'
  const way = (['consider', 'ask', 'assess', 'go-without'] as const).filter(can)
  const onTheWay = isDecided ? [] : way
  const after = (['offence', 'fact', 'object', 'reopen'] as const).filter(can)
  // After the decision another look is possible, and nobody is led to it.
  const beside = isDecided ? [...after, ...way] : after
  const working = step('work-out', head).ok
  return html`<section class="dossier-acts"><h2>${words.page.next}</h2>
<p>${whatNext(language, head)}</p>
${buttonGroup(
  ...(sign
    ? [buttonLink({ text: words.sign.title, href: link(language, paths.sign(head.id)) })]
    : []),
  ...(working
    ? [buttonLink({ text: words.page.toSheet, href: link(language, paths.worksheet(head.id)) })]
    : []),
  ...onTheWay.map((name, nth) =>
    linkTo(name, nth === 0 && !sign && !working ? 'primary' : 'secondary'),
  ),
)}</section>
${between}
<section class="dossier-acts"><h2>${words.page.more}</h2>
${buttonGroup(
  ...beside.map((name) => linkTo(name)),
  ...(working
    ? []
    : [
        buttonLink({
          text: words.page.toSheet,
          href: link(language, paths.worksheet(head.id)),
          look: 'secondary',
        }),
      ]),
)}</section>`
}

function offences(language: Language, { head, offences: all }: ReadDossier): Html {
  const words = t(language).page
  const there = all.filter((one) => !one.withdrawn)
  if (there.length === 0) return html`<p>${words.noOffences}</p>`
  return html`<ul class="offences">${there.map(
    (
      one,
    ) => html`<li><strong>${provision(language, one)}</strong>${one.on ? html`, ${fullDay(language, one.on)}` : ''}
${story(one.text)}${worksheetIsOpen(head) ? html`<p><a class="brief__away" href="${link(language, paths.withdraw(head.id, 'strafbaar-feit', one.id))}">${words.takeAway}<span class="visually-hidden">: ${provision(language, one)}</span></a></p>` : ''}</li>\n`,
  )}</ul>`
}

const takeAway = (
  language: Language,
  { head }: ReadDossier,
  { id, number, withdrawn }: { id: string; number: number; withdrawn: boolean },
): Html =>
  withdrawn || !worksheetIsOpen(head)
    ? html``
    : html` <a class="brief__away" href="${link(language, paths.withdraw(head.id, 'feit', id))}">${t(language).page.takeAway}<span class="visually-hidden">: F${number}</span></a>`

function considered(language: Language, desk: Desk, { events }: ReadDossier): Html {
  const words = t(language).page
  const last = events.findLast(({ kind }) => kind === 'consider')
  if (!last?.words.answer) return html``
  const forms = desk.forms.filter(({ id }) => last.words.forms?.includes(id))
  return html`<h2>${words.considered}</h2>
<p><strong>${words.answers[last.words.answer]}</strong></p>
${forms.length > 0 ? html`<p>${words.formsNamed}: ${forms.map(({ name }) => name[language]).join(', ')}</p>` : ''}
${story(last.words.text ?? '')}`
}

function assessments(language: Language, desk: Desk, read: ReadDossier): Html {
  const words = t(language).page
  const without = read.events.findLast(({ kind }) => kind === 'go-without')
  // Ids grow with time.
  const last = read.decisions.at(-1)?.id ?? ''
  return html`${read.assessments.length === 0 && read.head.basis !== 'reason' ? html`<p>${words.noAssessment}</p>` : ''}
${read.assessments.map((one) => html`${read.head.news.assessment && one.id > last ? html`<p><strong>${words.notWeighed}</strong></p>` : ''}${assessment(language, desk, read, one)}`)}
${read.head.basis === 'reason' && without ? html`<p><strong>${read.assessments.length > 0 ? words.noNewOne : words.goneWithout}</strong></p>${story(without.words.text ?? '')}` : ''}`
}

export function assessment(
  language: Language,
  { worksheet }: Pick<DossierDesk, 'worksheet'>,
  read: Pick<ReadDossier, 'head' | 'facts'>,
  one: ReadAssessment,
): Html {
  const words = t(language).page
  const { elements, receipt } = one
  const said = [
    { key: words.inFavour, text: one.inFavour },
    { key: words.against, text: one.against },
    { key: words.unknown, text: one.unknown },
  ]
  const facts = factLinks(link(language, paths.dossier(read.head.id)), read.facts, one.facts)
  return html`<section class="assessment"><p><strong>${words.assessedBy(one.by, one.capacity)}</strong>, ${fullDay(language, one.on)} (${words.ways[one.way]}: ${one.source})</p>
${summaryList(language, [
  {
    key: words.lookedAt,
    value: html`${one.facts.length > 0 ? facts : ''}${one.lookedAt ? story(one.lookedAt) : ''}`,
  },
  { key: words.qualified, value: qualifiedText(language, one) },
  { key: words.involved, value: story(one.involved || words.notInIt) },
  ...said.filter(({ text }) => text !== '').map(({ key, text }) => ({ key, value: story(text) })),
  { key: words.conclusion, value: story(one.conclusion) },
  ...(receipt
    ? [
        {
          key: words.receipt,
          value: details({
            summary: moment(language, receipt.at),
            content: html`<code class="hash">${receipt.hash}</code>`,
          }),
        },
      ]
    : []),
])}
${elements ? elementList(language, worksheet, elements) : ''}</section>`
}

function decisions(language: Language, desk: Desk, read: ReadDossier): Html {
  const words = t(language)
  if (read.decisions.length === 0) return html``
  return html`<h2>${words.page.decisions}</h2>
<ul>${read.decisions.map(
    ({ id, on, signedBy }) =>
      html`<li><a href="${link(language, paths.decision(read.head.id, id))}">${words.page.toDecision(fullDay(language, on))}</a>, ${read.names.get(signedBy) ?? ''}</li>`,
  )}</ul>
${noticeList(language, desk, read)}
${objectionList(language, read)}`
}

const history = (language: Language, desk: Desk, { events, facts, names }: ReadDossier): Html => {
  const words = t(language)
  const told = (id: string) => {
    const recipient = everyRecipient(desk.notices, facts, [id]).find((one) => one.id === id)
    return recipient ? recipientName(recipient.name[language], recipient.partner) : ''
  }
  return timeline(
    events.map(({ kind, at, by, aboutPerson, words: own }) => {
      const who = by ? names.get(by) : words.page.delivered
      return {
        what: words.events[kind],
        when: html`${moment(language, at)}${who ? html`, ${who}` : ''}`,
        content: html`${aboutPerson ? html`<p>${names.get(aboutPerson) ?? ''}</p>` : ''}${own.whom && kind !== 'tell' ? html`<p>${own.whom}</p>` : ''}${own.whom && kind === 'tell' ? html`<p>${told(own.whom)}${own.notice ? `: ${words.notices.short[own.notice]}` : ''}</p>` : ''}${own.text && kind !== 'consider' ? story(own.text) : ''}`,
      }
    }),
  )
}

/** Beside the brief: who knows of it. */
export function dossierAside(language: Language, { head, circle, names }: ReadDossier): Html {
  const words = t(language)
  return html`<h2>${words.page.circle}</h2>
<ul>${circle.map((id) => html`<li>${names.get(id) ?? ''}${id === head.handlerId ? html` (${words.circle.handler})` : ''}</li>`)}</ul>
<p>${words.page.you}</p>
${head.mayArrange ? html`<p><a href="${link(language, paths.circle(head.id))}">${words.page.toCircle}</a></p>` : ''}
<h2>${words.page.share}</h2>
<p>${words.page.shareText}</p>
${form({
  action: link(language, '/delen/nieuw'),
  content: html`${keyField(newId())}<input type="hidden" name="soort" value="dossier"><input type="hidden" name="dossier" value="${head.id}">
${button({ text: words.page.shareBegin, look: 'secondary' })}`,
})}`
}
