import { type Knowledge, origin } from '#capabilities/knowledge/index.ts'
import { type Law, ruleLine } from '#capabilities/law/index.ts'
import { alert } from '#design/alert/alert.ts'
import { button } from '#design/button/button.ts'
import { details } from '#design/details/details.ts'
import { summaryOf } from '#design/error-summary/error-summary.ts'
import { form } from '#design/form/form.ts'
import { type Html, html } from '#design/html.ts'
import { radios } from '#design/radios/radios.ts'
import { select } from '#design/select/select.ts'
import { story } from '#design/story/story.ts'
import { summaryList } from '#design/summary-list/summary-list.ts'
import { textarea } from '#design/textarea/textarea.ts'
import { fullDay, moment, yearsOn } from '#platform/dates.ts'
import { type Typed, textOf } from '#platform/form.ts'
import { keyField } from '#platform/http/sent-once.ts'
import { type Language, link } from '#platform/language.ts'
import { type Change, type Seen, seenField } from './changed-since.ts'
import { groundNames, routeName } from './decision-words.ts'
import type { DossierDesk } from './desk.ts'
import { offenceName, provision, standingOf } from './offence-words.ts'
import { notLookedBox } from './page-parts.ts'
import { paths } from './paths.ts'
import type { ReadDossier, ReadOffence } from './read-dossier.ts'
import { groundsOn, type RouteNow, routesOpen } from './routes-open.ts'
import { fieldFor, groundsAtMost } from './sign-form.ts'
import { followings } from './signing.ts'
import { t } from './words.ts'
import { sheetOf } from './worksheet.ts'

type SignView = {
  readonly desk: Pick<DossierDesk, 'routes' | 'sepot' | 'worksheet'>
  readonly law: Law
  readonly knowledge: Knowledge
  readonly read: ReadDossier
  readonly stage: string
  /** ISO date */
  readonly today: string
  /** as it stands on this page */
  readonly seen: Seen
  /** since the page that was sent in */
  readonly changedHere: readonly Change[]
  /** the day on which the worksheet was ready, and what changed since */
  readonly sheetOn: string | undefined
  readonly changedSheet: readonly Change[]
  readonly typed: Typed
  readonly wrong: Readonly<Record<string, string>>
  readonly key: string
}

/** The decision: which routes are open, one choice per offence, and the reasons. */
export function signPage(language: Language, view: SignView): Html {
  const { desk, read, stage, today, seen, typed, wrong, key } = view
  const { born } = read.words
  const words = t(language).sign
  const { head } = read
  const all = routesOpen(desk.routes.routes, { on: today, stage })
  const open = all.filter(({ closed }) => closed === undefined)
  const closed = all.filter(({ closed: because }) => because !== undefined)
  const offences = standingOf(read.offences)
  const write = (name: string, label: string, hint?: string, rows = 4) =>
    textarea(language, {
      name,
      label,
      hint,
      value: textOf(typed, name),
      error: wrong[name],
      optional: name === 'clearReasons',
      rows,
    })
  return html`${summaryOf(language, wrong)}
<h1>${words.title}</h1>
${changedBox(language, view)}
<p class="lead">${words.lead}</p>
<p>${words.today(fullDay(language, today))}${born ? ` ${words.age(yearsOn(born, today))}` : ''}</p>
${notLookedBox(language, read, (id) => desk.worksheet.elements.find((one) => one.id === id)?.title[language] ?? id)}
<h2>${words.stage}</h2>
<ul>${desk.routes.stages.map(({ id, name }) =>
    id === stage
      ? html`<li><strong aria-current="true">${name[language]}</strong></li>`
      : html`<li><a href="${link(language, `${paths.sign(head.id)}?moment=${id}`)}">${name[language]}</a></li>`,
  )}</ul>
<h2>${words.routes}</h2>
${open.map((one) => routeDetails(language, view, one))}
<h2>${words.closedRoutes}</h2>
${closed.map((one) => routeDetails(language, view, one))}
${desk.sepot.warnings.map(({ text }) => alert(language, { kind: 'info', content: html`<p>${text[language]}</p><p><a href="${link(language, '/kennis/recht/sepotgronden')}">${words.grounds}</a></p>` }))}
${form({
  action: link(language, `${paths.sign(head.id)}?moment=${stage}`),
  content: html`${keyField(key)}<input type="hidden" name="seen" value="${seenField(seen)}">
${offences.map((offence) => choiceFields(language, view, offence, open))}
${head.basis === 'reason' && read.assessments.length > 0 ? html`<p>${words.earlierStands}</p>` : ''}
${radios(language, {
  name: 'following',
  label: words.following,
  value: textOf(typed, 'following'),
  error: wrong.following,
  choices: followings
    .filter((one) => (one === 'no-assessment') === (read.assessments.length === 0))
    .map((value) => ({ value, label: words.followings[value] })),
})}
${write('clearReasons', words.clearReasons, words.clearReasonsHint)}
${write('reasons', words.reasons, words.reasonsHint, 10)}
<p>${words.afterwards}</p>
${button({ text: words.button })}`,
})}`
}

/** What is otherwise than when the decision was prepared: read before it is signed. */
function changedBox(
  language: Language,
  { desk, changedHere, sheetOn, changedSheet }: SignView,
): Html {
  const words = t(language).sign
  const list = (changes: readonly Change[]) =>
    html`<ul>${changes.map((one) => html`<li>${changeText(language, desk, one)}</li>`)}</ul>`
  if (changedHere.length > 0) {
    const content = html`<p>${words.changed.here}</p>${list(changedHere)}`
    return html`<div id="changed">${alert(language, { kind: 'info', title: words.changed.title, content })}</div>`
  }
  if (changedSheet.length === 0 || !sheetOn) return html``
  const content = html`<p>${words.changed.sheet(fullDay(language, sheetOn))}</p>${list(changedSheet)}`
  return alert(language, { kind: 'info', title: words.changed.title, content })
}

function changeText(language: Language, desk: SignView['desk'], change: Change): string {
  const { sign, events } = t(language)
  const words = sign.changed
  switch (change.what) {
    case 'age':
      return words.age(change.from, change.to)
    case 'route-opened':
    case 'route-closed':
      return words[change.what](routeName(language, desk, change.route))
    case 'ground-new':
    case 'ground-gone':
      return words[change.what](groundNames(language, desk, [change.ground]).join())
    case 'editions':
      return words.editions
    case 'event':
      return words.event(events[change.kind], moment(language, change.at))
  }
}

function routeDetails(
  language: Language,
  { law, knowledge }: SignView,
  { route, closed }: RouteNow,
): Html {
  const words = t(language).sign
  const found = (one: typeof route.leaves) =>
    one ? html`${one.text[language]} ${origin(knowledge, language, one)}` : words.notFound
  return details({
    summary: html`${route.name[language]}${closed ? html` <span class="quiet">${words.closed[closed]}</span>` : ''}`,
    content: html`${summaryList(language, [
      { key: words.decidedBy, value: route.decidedBy[language] },
      ...(route.needs.length > 0
        ? [
            {
              key: words.needs,
              value: html`<ul>${route.needs.map((one) => html`<li>${one[language]}</li>`)}</ul>`,
            },
          ]
        : []),
      { key: words.leaves, value: found(route.leaves) },
      { key: words.certificate, value: found(route.certificate) },
    ])}
<p class="quiet">${route.rules.map((id, nth) => html`${nth > 0 ? '; ' : ''}${ruleLine(language, law.getRule(id))}`)}</p>`,
  })
}

function choiceFields(
  language: Language,
  { desk, knowledge, read, today, typed, wrong }: SignView,
  offence: ReadOffence,
  open: readonly RouteNow[],
): Html {
  const words = t(language).sign
  const all = standingOf(read.offences)
  const of = (what: string) => fieldFor(offence.id, what)
  const value = (what: string) => textOf(typed, of(what))
  const codes = new Set(open.flatMap(({ route }) => route.codes))
  const grounds = groundsOn(desk.sepot.codes, today).filter(({ code }) => codes.has(code))
  const write = (what: string, label: string, hint: string) =>
    textarea(language, {
      name: of(what),
      label,
      hint,
      value: value(what),
      error: wrong[of(what)],
      optional: true,
      rows: 3,
    })
  return html`<section class="choice-of-route"><h2>${all.length > 1 ? offenceName(language, offence, all) : provision(language, offence)}</h2>
${story(offence.text)}
${all.length > 1 ? onSheet(language, desk, read, offence) : ''}
${radios(language, {
  name: of('route'),
  label: words.route,
  value: value('route'),
  error: wrong[of('route')],
  choices: open.map(({ route }) => ({
    value: route.id,
    label: route.name[language],
    hint: html`${words.leaves}: ${route.leaves ? html`${route.leaves.text[language]} ${origin(knowledge, language, route.leaves)}` : words.notFound}`,
  })),
})}
${
  grounds.length === 0
    ? ''
    : html`${Array.from({ length: groundsAtMost }, (_, nth) =>
        select(language, {
          name: of(`ground${nth + 1}`),
          label: words.ground(nth + 1),
          hint: nth === 0 ? words.groundHint : undefined,
          value: value(`ground${nth + 1}`),
          error: wrong[of(`ground${nth + 1}`)],
          optional: true,
          choices: grounds.map(({ code, label }) => ({
            value: code,
            label: `${code} ${label[language]}`,
          })),
        }),
      )}
${write('technicalTest', words.technicalTest, words.technicalHint)}
${write('earlierGround', words.earlierGround, words.earlierHint)}
${write('conditions', words.conditions, words.conditionsHint)}`
}
${
  all.length > 1
    ? textarea(language, {
        name: of('why'),
        label: words.why,
        hint: words.whyHint,
        value: value('why'),
        error: wrong[of('why')],
        rows: 4,
      })
    : ''
}</section>`
}

/** Beside the choice for one offence of more: what the worksheet says of that one, and what it does not. */
function onSheet(
  language: Language,
  { worksheet: { elements } }: SignView['desk'],
  { statements, offences }: ReadDossier,
  { id }: ReadOffence,
): Html {
  const { sign: words, page, worksheet } = t(language)
  const standing = standingOf(offences).map((one) => one.id)
  const sheet = sheetOf({ elements, said: statements, offences: standing }, id)
  return html`<h3>${words.onSheet}</h3>
${summaryList(
  language,
  sheet.map(({ element, said }) => ({
    key: element.title[language],
    value:
      said.length === 0
        ? page.notLooked
        : html`<ul>${said.map((one) => html`<li>${one.kind === 'unknown' ? `${worksheet.unknowns}: ` : ''}${one.text}</li>`)}</ul>`,
  })),
)}`
}
