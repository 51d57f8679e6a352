/**
 * Who may see and do what with conversations, help, protocol runs and intervisions, written down a second
 * time from the rules as people say them, without a look at the access of any of them.
 */
import { followsUpAtAll, type Somebody, type Verdict, worksWithPupils } from './who-may.ts'
import { type CaseFacts, coordinatesIt, hasCases, keepsCases, seesCase } from './who-may-cases.ts'

export type BesideKind = 'conversation' | 'placement' | 'run' | 'drill' | 'offer' | 'table'

export type BesideFacts = {
  readonly organisation: string
  readonly state: string
  /** the case it is in */
  readonly file: CaseFacts | undefined
  /** who prepared a conversation, and who holds it */
  readonly carriers: readonly string[]
  readonly shown?: boolean
  /** how far the first step of a run is */
  readonly step?: string
  /** who joined a table, who leads it, and the phases of which the cards were turned */
  readonly seats: readonly string[]
  readonly facilitator?: string
  readonly revealed: readonly string[]
}

/** A municipality that coordinates and an organisation that helps say what there is; nobody else. */
export const saysWhatIsOnOffer = ({ kind, roles }: Somebody): boolean =>
  kind === 'municipality'
    ? roles.some((role) => ['municipal-coordinator', 'trafficking-care-coordinator'].includes(role))
    : kind === 'youth-help' && roles.includes('youth-worker')

/** For whoever sees the case, for whoever carries the conversation on, and for whoever decides. */
const talkPages = ['list', 'one', 'sheet', 'begin-page', 'act-page']
const talkByCarrier = ['edit', 'hold', 'account', 'add', 'show', 'close', 'call-off']
const talkByReader = ['read-along', 'correct', 'read-on', 'take-back']
const helpPages = ['list', 'find', 'one', 'act-page']
const helpByDecider = [
  ...['begin-page', 'propose', 'agree', 'decline', 'withdraw'],
  ...['start', 'end', 'evaluate'],
]
const runPages = ['one', 'act-page']
const runByMember = ['do', 'immediate', 'over']
const runByDecider = ['begin', 'skip', 'stop']
const tablePages = ['one', 'screen', 'live']
const tableByAnybody = ['write', 'draft', 'ready', 'take-over']
const tableByWriter = ['card', 'rewrite']
const tableByFacilitator = ['move', 'appoint', 'decide-page', 'decide', 'stop', 'take-page', 'take']
const offerActs = ['list', 'begin-page', 'publish', 'one', 'change', 'act-page', 'withdraw']

export const besideActs: Readonly<Record<BesideKind, readonly string[]>> = {
  conversation: [...talkPages, 'prepare', ...talkByCarrier, ...talkByReader],
  placement: [...helpPages, 'report', ...helpByDecider],
  run: ['list', ...runPages, ...runByMember, ...runByDecider],
  drill: ['list', ...runPages, ...runByMember, ...runByDecider, 'throw-away', 'edition'],
  offer: offerActs,
  table: [...tablePages, ...tableByAnybody, ...tableByWriter, ...tableByFacilitator, 'join'],
}

/** `cardBy`: who wrote the card that is asked for. */
export function besideVerdict(
  who: Somebody,
  kind: BesideKind,
  act: string,
  facts: BesideFacts,
  cardBy?: string,
): Verdict {
  if (!who.active) return 'sign-in'
  switch (kind) {
    case 'conversation':
    case 'placement':
    case 'run':
      if (!hasCases(who)) return 'no-business-here'
      // A protocol is of a school or a municipality.
      if (kind === 'run' && !worksWithPupils(who)) return 'hidden'
      if (!facts.file || !seesCase(who, facts.file)) return 'hidden'
      return inCase(who, kind, act, facts, facts.file) ? 'allowed' : 'refused'
    case 'drill':
      return drillVerdict(who, act, facts)
    case 'offer':
      if (!saysWhatIsOnOffer(who)) return 'hidden'
      if (['list', 'begin-page', 'publish'].includes(act)) return 'allowed'
      return who.organisation === facts.organisation ? 'allowed' : 'hidden'
    case 'table':
      return tableVerdict(who, act, facts, cardBy)
  }
}

/** Everybody of a case reads; a conversation is carried on by its own people, the rest by who decides. */
function inCase(
  who: Somebody,
  kind: BesideKind,
  act: string,
  { carriers }: BesideFacts,
  file: CaseFacts,
): boolean {
  if (kind !== 'conversation') {
    const deciding = kind === 'placement' ? helpByDecider : runByDecider
    return !deciding.includes(act) || (kind === 'run' ? followsUpAtAll(who) : keepsCases(who))
  }
  if (![...talkByCarrier, ...talkByReader].includes(act)) return true
  return carriers.includes(who.person) || coordinatesIt(who, file)
}

/** Everybody who works with pupils there practises; who follows up sets it up and throws it away. */
function drillVerdict(who: Somebody, act: string, { organisation }: BesideFacts): Verdict {
  if (!worksWithPupils(who)) return 'hidden'
  if (['begin', 'throw-away', 'edition'].includes(act) && !followsUpAtAll(who)) return 'refused'
  if (['list', 'begin', 'edition'].includes(act)) return 'allowed'
  return who.organisation === organisation ? 'allowed' : 'hidden'
}

function tableVerdict(
  who: Somebody,
  act: string,
  { organisation, state, seats, facilitator }: BesideFacts,
  cardBy: string | undefined,
): Verdict {
  if (!worksWithPupils(who)) return 'no-business-here'
  const colleague = who.organisation === organisation
  if (act === 'join') return colleague && state !== 'ended' ? 'allowed' : 'hidden'
  if (!colleague || !seats.includes(who.person)) return 'hidden'
  if (tableByWriter.includes(act)) return cardBy === who.person ? 'allowed' : 'hidden'
  if (tableByFacilitator.includes(act)) return facilitator === who.person ? 'allowed' : 'refused'
  return 'allowed'
}

/** Who reads whose card: one's own always, another's once the cards were turned. */
export const readsCardOf = (
  who: Somebody,
  writer: string,
  { organisation, seats, revealed }: BesideFacts,
): boolean =>
  who.organisation === organisation &&
  seats.includes(who.person) &&
  (writer === who.person || revealed.includes('viewpoints'))

/** What is refused may be said to be too late first, to somebody who may know how far it is. */
export const mayBeTooLate = (kind: BesideKind, act: string, facts: BesideFacts): boolean =>
  (kind === 'run' &&
    (facts.file?.state === 'closed' || facts.state !== 'running' || facts.step !== 'open')) ||
  (kind === 'conversation' && act === 'account' && facts.state === 'prepared') ||
  (kind === 'conversation' && act === 'account' && facts.state === 'called-off')

/** What an allowed page or act may answer: a page, or done, too late and something wrong in the form. */
export function answersOfAllowed(
  kind: BesideKind,
  act: string,
  sent: boolean,
  { shown }: BesideFacts,
) {
  const unread = kind === 'conversation' && talkByReader.includes(act) && shown === false
  const usual = sent ? [303, 409, 422] : act.endsWith('-page') ? [200, 409] : [200]
  return unread ? [...usual, 404] : usual
}
