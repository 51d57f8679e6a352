import { editionName } from '#capabilities/knowledge/index.ts'
import { buttonGroup, buttonLink } from '#design/button/button.ts'
import { emptyState } from '#design/empty-state/empty-state.ts'
import { type Html, html } from '#design/html.ts'
import { linkList } from '#design/link-list/link-list.ts'
import { story } from '#design/story/story.ts'
import { summaryList } from '#design/summary-list/summary-list.ts'
import { tag } from '#design/tag/tag.ts'
import { type TimelineItem, timeline } from '#design/timeline/timeline.ts'
import { fullDay } from '#platform/dates.ts'
import { type Language, link } from '#platform/language.ts'
import type { Voice } from './agreement.ts'
import type { Catalogue } from './catalogue.ts'
import { needsDecider } from './move-placement.ts'
import { paths } from './paths.ts'
import { type PlacementAct, placementActs, step } from './placement.ts'
import { actPaths } from './placement-forms.ts'
import { nameOfHelp } from './placement-words.ts'
import type { Happening, PlacementLine, ReadPlacement } from './read-placement.ts'
import { t } from './words.ts'

export type CasePlace = {
  readonly id: string
  readonly state: 'open' | 'closed'
  readonly mayDecide: boolean
}

/** Everything about help in one case: what there is, and the way to find more. */
export function placementsPage(
  language: Language,
  catalogue: Catalogue,
  { head, placements }: { head: CasePlace; placements: readonly PlacementLine[] },
): Html {
  const words = t(language).placements
  const open = head.state === 'open'
  const begin = { text: words.find, href: link(language, paths.find(head.id)) }
  return html`<h1>${words.title}</h1>
<p class="lead">${words.lead}</p>
${open || placements.length === 0 ? '' : html`<p>${words.caseClosed}</p>`}
${placements.length === 0 ? emptyState(open ? { title: words.empty, text: words.emptyText, begin } : { title: words.empty, text: words.caseClosed }) : placementList(language, catalogue, head.id, placements)}
${placements.length > 0 && open ? html`<p>${buttonLink({ ...begin, look: 'secondary' })}</p>` : ''}
<p>${words.yourself}</p>`
}

export const placementList = (
  language: Language,
  catalogue: Catalogue,
  caseId: string,
  placements: readonly PlacementLine[],
): Html =>
  linkList(
    placements.map((placement) => ({
      text: helpName(language, catalogue, placement),
      href: link(language, paths.placement(caseId, placement.id)),
      about: html`<p>${tag(t(language).placements.states[placement.state])}</p>
<p class="quiet">${waitingText(language, placement)}</p>
<p>${t(language).placements.nextSteps[placement.state]}</p>`,
    })),
  )

/** Its name, and that the catalogue does not know it. */
export const helpName = (
  language: Language,
  catalogue: Catalogue,
  placement: PlacementLine,
): string => nameOfHelp(catalogue, language, placement, placement.words)

/** "3 dagen van voorstel tot afspraak; 12 dagen sinds de afspraak, nog niet begonnen" */
function waitingText(language: Language, { waiting, stopped }: PlacementLine): string {
  const words = t(language).placements
  const { untilAgreed, untilStarted } = waiting
  const first =
    stopped && !untilStarted
      ? words.untilStopped(untilAgreed.days)
      : words.untilAgreed(untilAgreed.days, untilAgreed.goesOn)
  if (!untilStarted) return first
  const second = stopped
    ? words.afterAgreement(untilStarted.days)
    : words.untilStarted(untilStarted.days, untilStarted.goesOn)
  return `${first}; ${second}`
}

export function placementPage(language: Language, catalogue: Catalogue, read: ReadPlacement): Html {
  const words = t(language).placements
  const { head, placement, happenings, names } = read
  return html`<h1>${helpName(language, catalogue, placement)} ${tag(words.states[placement.state])}</h1>
<h2>${words.next}</h2>
<p>${words.nextSteps[placement.state]}</p>
${acts(language, head, placement)}
<p>${words.yourself}</p>
<h2>${words.facts}</h2>
${facts(language, catalogue, placement)}
<h2>${words.happenings}</h2>
${timeline(happenings.map((one) => happening(language, one, names)))}`
}

/** Only what can be done now, in the order in which it is usually done; the first is the next step. */
function acts(language: Language, head: CasePlace, { id, state }: PlacementLine): Html {
  const words = t(language)
  if (head.state === 'closed') return html`<p>${words.placements.caseClosed}</p>`
  const possible = placementActs.filter((act) => step(act, state).ok)
  const mine = possible.filter((act) => head.mayDecide || !needsDecider(act))
  const order: readonly PlacementAct[] = [
    'evaluate',
    'agree',
    'start',
    'report',
    'end',
    'decline',
    'withdraw',
  ]
  const shown = order.filter((act) => mine.includes(act))
  return html`${buttonGroup(
    ...shown.map((act, index) =>
      buttonLink({
        text: words.acts[act].link,
        href: link(language, `${paths.placement(head.id, id)}/${actPaths[act]}`),
        look: index === 0 ? 'primary' : 'secondary',
      }),
    ),
  )}
${mine.length < possible.length ? html`<p class="quiet">${words.placements.mayNotDecide}</p>` : ''}`
}

function facts(language: Language, catalogue: Catalogue, placement: PlacementLine): Html {
  const words = t(language)
  const own = placement.words
  const known = placement.intervention ? catalogue.find(placement.intervention) : undefined
  return summaryList(language, [
    {
      key: words.placements.what,
      value: known
        ? html`<a href="${link(language, paths.intervention(known.id))}">${known.name[language]}</a><br><span class="quiet">${words.placements.edition(editionName(language, catalogue.edition, placement.edition))}</span>`
        : html`${own.otherTitle || placement.intervention} ${tag(words.placements.notFromCatalogue)}${own.otherAbout ? story(own.otherAbout) : ''}`,
    },
    { key: words.placements.waiting, value: waitingText(language, placement) },
    { key: words.placements.question, value: story(own.question) },
    {
      key: words.placements.wish,
      value: html`${words.propose.wishes[own.wish]}${own.wishWords ? story(own.wishWords) : ''}`,
    },
    {
      key: words.placements.goals,
      value: html`<ul>${own.goals.map((goal) => html`<li>${goal}</li>`)}</ul>`,
    },
    { key: words.placements.contact, value: own.contact || undefined },
  ])
}

function happening(
  language: Language,
  { kind, on, by, words: said }: Happening,
  names: ReadonlyMap<string, string>,
): TimelineItem {
  const words = t(language)
  const name = names.get(by)
  const about = [
    said.from ? words.form.froms[said.from] : '',
    said.because ? words.form.endings[said.because] : '',
    said.declinedBy ? words.form.declined[said.declinedBy] : '',
  ].filter(Boolean)
  return {
    what: words.happenings[kind],
    when: html`${fullDay(language, on)}${name ? html`, ${words.happenings.by(name)}` : ''}`,
    content: html`${about.length > 0 ? html`<p>${about.join(', ')}</p>` : ''}
${said.agreement ? html`${said.agreement.is16 ? html`<p>${words.happenings.is16}</p>` : ''}${voice(language, words.happenings.pupil, said.agreement.pupil)}${voice(language, words.happenings.parents, said.agreement.parents)}` : ''}
${said.text ? story(said.text) : ''}
${said.goals ? html`<ul>${said.goals.map(({ goal, answer, why }) => html`<li>${goal}: <strong>${words.form.goalAnswers[answer]}</strong>${why ? html`. ${why}` : ''}</li>\n`)}</ul>` : ''}
${said.pupilVoice ? html`<p>${words.happenings.voice}:</p>${story(said.pupilVoice)}` : ''}
${!said.pupilVoice && said.whyNoVoice ? html`<p>${words.happenings.noVoice}:</p>${story(said.whyNoVoice)}` : ''}`,
  }
}

function voice(language: Language, who: string, said: Voice): Html {
  const words = t(language).happenings
  const head = !said.asked
    ? words.notAsked(who)
    : said.said === 'yes'
      ? words.saidYes(who)
      : words.saidNo(who)
  return html`<p>${head}</p>${story(said.asked ? said.words : said.why)}`
}
