import { editionName, type Knowledge } from '#capabilities/knowledge/index.ts'
import { alert } from '#design/alert/alert.ts'
import { button, buttonGroup, buttonLink } from '#design/button/button.ts'
import { form } from '#design/form/form.ts'
import { type Content, type Html, html } from '#design/html.ts'
import { story } from '#design/story/story.ts'
import { summaryList } from '#design/summary-list/summary-list.ts'
import { tag } from '#design/tag/tag.ts'
import { type TimelineItem, timeline } from '#design/timeline/timeline.ts'
import { fullDay, moment, nearDay } from '#platform/dates.ts'
import { type Language, link } from '#platform/language.ts'
import { observationList } from './pages-confirm.ts'
import type { ReadSignal, SignalHappening } from './read-signal.ts'
import { type SignalAct, step } from './signal.ts'
import { t } from './words.ts'

/** The acts that have a page of their own, and its address. */
export const actPaths = {
  ask: 'vraag',
  answer: 'antwoord',
  add: 'aanvulling',
  pass: 'doorgeven',
  close: 'afronden',
  withdraw: 'intrekken',
} as const
export type PagedAct = keyof typeof actPaths

export const actPath = (id: string, act: PagedAct): string => `/signalen/${id}/${actPaths[act]}`

type Names = ReadonlyMap<string, string>

export function signalPage(
  language: Language,
  knowledge: Knowledge,
  signal: ReadSignal,
  names: Names,
): Html {
  const words = t(language)
  const answerable = can(signal, 'answer') && signal.isReporter
  return html`<h1>${words.signal.title(signal.reference)} ${tag(signal.takerGone && signal.state === 'taken-up' ? words.takerLeft.tag : words.states[signal.state])}</h1>
${signal.danger && signal.mayFollowUp && signal.state !== 'closed' ? alert(language, { kind: 'danger-now', content: words.dangerReported }) : ''}
${answerable ? alert(language, { kind: 'info', title: words.signal.yourTurn, content: html`${story(lastQuestion(signal))}${buttonLink({ text: words.acts.answer.title, href: link(language, actPath(signal.id, 'answer')) })}` }) : ''}
${widened(language, signal)}
${signal.takerGone ? takerLeft(language, signal) : ''}
<h2>${words.signal.facts}</h2>
${facts(language, knowledge, signal, names)}
<h2>${words.signal.happenings}</h2>
${timeline(signal.happenings.map((one) => happening(language, one, names)))}`
}

/** Nobody of those whom the reporter chose is left: who reads it now, or that nobody does. */
function widened(language: Language, { readers, readersNow, isReporter }: ReadSignal): Html {
  const { nobodyLeft } = t(language).signal
  if (readersNow === readers || readersNow === 'one-colleague') return html``
  return alert(language, {
    kind: 'info',
    title: isReporter ? nobodyLeft.ofYours : nobodyLeft.ofTheirs,
    content: nobodyLeft.now[readersNow],
  })
}

/** Whoever took it up is gone: that it waits again, and for whom. */
function takerLeft(language: Language, { readersNow, mayFollowUp }: ReadSignal): Html {
  const words = t(language).takerLeft
  // That nobody can read it at all is said already.
  if (readersNow === 'nobody') return html``
  const content = mayFollowUp ? words.toFollower : words.toReporter
  return alert(language, { kind: 'info', title: words.title, content })
}

/** Beside the signal: what this person can do now, and what may belong to it. */
export function signalAside(language: Language, signal: ReadSignal): Html | undefined {
  const can = acts(language, signal)
  const beside = signal.related.length > 0
  if (!can && !beside) return undefined
  return html`${can ?? ''}${beside ? related(language, signal) : ''}`
}

function facts(language: Language, knowledge: Knowledge, signal: ReadSignal, names: Names): Html {
  const words = t(language)
  const nameOf = (id: string | undefined) => id && (names.get(id) ?? words.unknownPerson)
  const { keys } = words.signal
  const own = signal.words
  const when = [signal.noticedOn && fullDay(language, signal.noticedOn), own?.moment]
  const waits = signal.state !== 'closed' && signal.state !== 'withdrawn'
  const reads = { ...words.signals.readerChoices, nobody: words.signal.nobodyReads }
  const shown = (value: Content | undefined) => (own ? value : words.erased)
  return summaryList(language, [
    ...(waits
      ? [{ key: words.columns.lookBefore, value: nearDay(language, signal.lookBefore) }]
      : []),
    { key: words.signal.reported, value: nameOf(signal.reportedBy) },
    ...(signal.takenUpBy ? [{ key: words.signal.takenUp, value: nameOf(signal.takenUpBy) }] : []),
    ...(wasPassedTo(signal, signal.assignedTo) && signal.assignedTo !== signal.takenUpBy
      ? [{ key: words.signal.assigned, value: nameOf(signal.assignedTo) }]
      : []),
    { key: words.danger.key, value: words.danger.was[signal.danger ? 'yes' : 'no'] },
    { key: keys.about, value: words.what.abouts[signal.about] },
    { key: keys.subject, value: shown(own?.subject) },
    { key: keys.narrative, value: shown(own && story(own.narrative)) },
    { key: keys.noticed, value: shown(when.filter(Boolean).join(', ')) },
    { key: keys.origin, value: keys.origins[signal.origin] },
    ...(own?.heardFrom ? [{ key: keys.heardFrom, value: own.heardFrom }] : []),
    {
      key: words.check.observed,
      value: shown(observationList(language, knowledge, signal.observations)),
    },
    { key: keys.innocent, value: shown(own?.innocent) },
    {
      key: keys.readers,
      value:
        signal.readersNow === 'one-colleague' ? nameOf(signal.readerId) : reads[signal.readersNow],
    },
    // Reopened by an addition, it has not ended yet.
    ...(signal.outcome && signal.state === 'closed'
      ? [{ key: keys.outcome, value: words.outcomes[signal.outcome] }]
      : []),
    ...(signal.withdrawnBecause
      ? [{ key: keys.withdrawal, value: words.withdrawals[signal.withdrawnBecause] }]
      : []),
    {
      key: words.signal.edition,
      value: editionName(language, knowledge.editions.signals, signal.edition),
    },
  ])
}

const wasPassedTo = ({ happenings }: ReadSignal, person: string | undefined): boolean =>
  person !== undefined && happenings.findLast(({ kind }) => kind === 'passed')?.to === person

function related(language: Language, signal: ReadSignal): Html {
  const words = t(language).signal
  return html`<h2>${words.related}</h2>
<p class="quiet">${words.relatedHint}</p>
<ul>${signal.related.map(
    (one) =>
      html`<li><a href="${link(language, `/signalen/${one.id}`)}">${one.reference}</a> <span class="quiet">${moment(language, one.recordedAt)}</span> ${one.combined ? tag(words.together) : ''}</li>`,
  )}</ul>
${signal.moreRelated ? html`<p>${words.relatedMore}</p>` : ''}
${signal.inCombination ? form({ action: link(language, `/signalen/${signal.id}/losmaken`), content: button({ text: words.separate, look: 'subtle' }) }) : ''}`
}

function happening(language: Language, one: SignalHappening, names: Names): TimelineItem {
  const words = t(language)
  const who = names.get(one.by) ?? words.unknownPerson
  const whom = (one.to && names.get(one.to)) ?? words.unknownPerson
  return {
    what: words.happenings[one.kind](who, whom),
    when: moment(language, one.at),
    content: one.words ? story(one.words) : undefined,
  }
}

export const lastQuestion = ({ happenings }: ReadSignal): string =>
  happenings.findLast((one) => one.kind === 'asked')?.words ?? ''

const can = ({ state, takenUpBy, takerGone }: ReadSignal, act: SignalAct): boolean =>
  step(act, { state, takenUp: takenUpBy !== undefined, takerGone }).ok

/** Only what this person can do now, in the order in which it is usually done. */
function acts(language: Language, signal: ReadSignal): Html | undefined {
  const words = t(language)
  const follower: PagedAct[] = ['ask', 'pass', 'close']
  const reporter: PagedAct[] = ['add', 'withdraw']
  const paged = [
    ...(signal.mayFollowUp ? follower : []),
    ...(signal.isReporter ? reporter : []),
  ].filter((act) => can(signal, act))
  const takeUp = signal.mayFollowUp && can(signal, 'take-up')
  const bring = signal.mayFollowUp && can(signal, 'bring-into-case')
  if (!takeUp && !bring && paged.length === 0) return undefined
  return html`<h2>${words.signal.otherActs}</h2>
${takeUp ? form({ action: link(language, `/signalen/${signal.id}/oppakken`), content: html`<p>${words.acts['take-up'].text}</p>${button({ text: words.acts['take-up'].button })}` }) : ''}
${buttonGroup(
  ...paged.map((act) =>
    buttonLink({
      text: words.acts[act].title,
      href: link(language, actPath(signal.id, act)),
      look: 'secondary',
    }),
  ),
  ...(bring
    ? [
        buttonLink({
          text: words.signal.bring,
          href: link(language, `/casussen/signaal/${signal.id}`),
          look: 'secondary',
        }),
      ]
    : []),
)}`
}
