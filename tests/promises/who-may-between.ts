/**
 * Who may read what between organisations, and in the files of police and prosecution, written down a second time from
 * the rules as people say them, without a look at the access of any of them.
 */
import type {
  DossierFacts,
  FactsBetween,
  FileFacts,
  Member,
  QuestionFacts,
  ReceivedFacts,
  SentFacts,
  TableFacts,
} from './facts-between.ts'
import type { Somebody } from './who-may.ts'
import { coordinatesIt, inItsCircle, seesCase } from './who-may-cases.ts'

const holds = (who: { readonly roles: readonly string[] }, ...any: readonly string[]): boolean =>
  who.roles.some((role) => any.includes(role))

const isHere = (who: Somebody, { organisation }: { readonly organisation: string }): boolean =>
  who.active && who.organisation === organisation

/** Of these people somebody still works there in this role. */
const somebodyLeft = (
  { members }: FactsBetween,
  organisation: string,
  people: readonly string[],
  role: string,
): boolean =>
  members.some(
    (one: Member) =>
      one.organisation === organisation &&
      one.active &&
      people.includes(one.person) &&
      holds(one, role),
  )

// The police.

export const worksOnArrests = ({ kind, roles }: Somebody): boolean =>
  kind === 'police' && holds({ roles }, 'officer', 'trafficking-detective')

export const isCertified = ({ kind, roles }: Somebody): boolean =>
  kind === 'police' && holds({ roles }, 'trafficking-detective')

/** Whether it lies apart or not. */
function isTheirs(who: Somebody, file: FileFacts, facts: FactsBetween): boolean {
  if (!isHere(who, file)) return false
  const inside = file.circle.includes(who.person)
  // Whoever registered it, whoever was let in, and every certified detective of the unit.
  if (file.kind === 'arrest') return isCertified(who) || (worksOnArrests(who) && inside)
  // The certified detectives in its circle; when nobody of it works here any more, the others.
  const forsaken = !somebodyLeft(facts, file.organisation, file.circle, 'trafficking-detective')
  return isCertified(who) && (inside || forsaken)
}

/** When its ground ended it lies apart, and nobody finds it. */
export const seesFile = (who: Somebody, file: FileFacts, facts: FactsBetween): boolean =>
  !file.apart && isTheirs(who, file, facts)

/** What left a file that lies apart can still be recalled, unread, by a certified detective who could see it. */
const recallsFrom = (who: Somebody, file: FileFacts, facts: FactsBetween): boolean =>
  file.apart && isCertified(who) && isTheirs(who, file, facts)

// The prosecution.

export const hasDossiers = ({ kind, roles }: Somebody): boolean =>
  kind === 'prosecution' && holds({ roles }, 'youth-prosecutor')

/** The circle; when nobody of it works here any more, the youth prosecutors of the office. */
export function seesDossier(who: Somebody, dossier: DossierFacts, facts: FactsBetween): boolean {
  if (!isHere(who, dossier) || !hasDossiers(who)) return false
  const left = somebodyLeft(facts, dossier.organisation, dossier.circle, 'youth-prosecutor')
  return dossier.circle.includes(who.person) || !left
}

const handlerIsGone = ({ organisation, handler }: DossierFacts, facts: FactsBetween): boolean =>
  !somebodyLeft(facts, organisation, [handler], 'youth-prosecutor')

/** Whoever handles it, or when they are gone whoever sees it: lets colleagues in, and hands it over. */
export const arranges = (who: Somebody, dossier: DossierFacts, facts: FactsBetween): boolean =>
  seesDossier(who, dossier, facts) &&
  (dossier.handler === who.person || handlerIsGone(dossier, facts))

// Cases: only how they are asked for here.

const caseOf = ({ cases }: FactsBetween, id: string | null) => cases.find((one) => one.id === id)

/** Where something hangs on an own case, only its circle. */
function inCircleOf(who: Somebody, id: string | null, facts: FactsBetween): boolean {
  const row = caseOf(facts, id)
  return who.active && row !== undefined && inItsCircle(who, row)
}

export function readsCase(who: Somebody, id: string, facts: FactsBetween): boolean {
  const row = caseOf(facts, id)
  return who.active && row !== undefined && seesCase(who, row)
}

// Round tables.

const whoSits: Readonly<Record<string, readonly string[]>> = {
  'secondary-school': ['care-coordinator', 'safety-coordinator', 'school-leader'],
  municipality: ['municipal-coordinator', 'trafficking-care-coordinator'],
  'youth-help': ['youth-worker'],
  'safe-home': ['safe-home-worker'],
  police: ['officer', 'trafficking-detective'],
  prosecution: ['youth-prosecutor'],
  'expert-group': ['expert', 'trafficking-detective'],
}

/** Asks others for advice, and sits with them. */
export const worksWithOthers = (who: Somebody): boolean => holds(who, ...(whoSits[who.kind] ?? []))

/** In the role that was invited; at the convener's, with an own case, only its circle. */
const mayBeAt = (who: Somebody, table: TableFacts, facts: FactsBetween): boolean =>
  isHere(who, table) &&
  worksWithOthers(who) &&
  holds(who, table.role) &&
  (table.case === null || inCircleOf(who, table.case, facts))

/** While invited or taking part, until its last day or for as long as an agreement is a task in an own case. */
export const seesTable = (who: Somebody, table: TableFacts, facts: FactsBetween): boolean =>
  mayBeAt(who, table, facts) &&
  (table.seat === 'invited' || table.seat === 'joined') &&
  (table.keptUntil === null || table.keptUntil >= facts.today || table.tasks.length > 0)

/** Whoever has an agreement as a task in a case finds that agreement, in whatever role. */
export const hasTask = (who: Somebody, table: TableFacts, item: string): boolean =>
  isHere(who, table) && table.tasks.some((one) => one.item === item && one.owner === who.person)

// Deliveries.

const neverShares = ['teacher', 'mentor', 'caretaker', 'privacy-officer', 'administrator']
export const takesPart = ({ roles }: Somebody): boolean =>
  roles.some((role) => !neverShares.includes(role))

/** The named role; of what was brought about an own case only its circle. */
export const finds = (who: Somebody, one: ReceivedFacts, facts: FactsBetween): boolean =>
  isHere(who, one) &&
  !neverShares.includes(one.role) &&
  holds(who, one.role) &&
  (one.case === null || inCircleOf(who, one.case, facts))

/** Until it is over, which it is past its last day from that moment on. */
export const isKept = (one: ReceivedFacts, { today }: FactsBetween): boolean =>
  one.kept && one.endOn >= today

/** Who may know that this file exists. */
export function knowsFile(who: Somebody, kind: string, id: string, facts: FactsBetween): boolean {
  const file = facts.files.find((one) => one.id === id)
  const dossier = facts.dossiers.find((one) => one.id === id)
  if (kind === 'case') return readsCase(who, id, facts)
  if (kind === 'dossier') return dossier !== undefined && seesDossier(who, dossier, facts)
  const named = kind === 'suspect-file' ? 'arrest' : 'protection'
  return file?.kind === named && seesFile(who, file, facts)
}

/** Out of a case whoever coordinates it; what was written for a table, whoever is there for it, also after leaving. */
function sharesFrom(
  who: Somebody,
  { file, fileKind, organisation }: SentFacts,
  facts: FactsBetween,
) {
  const row = caseOf(facts, file)
  if (fileKind === 'case') return row !== undefined && coordinatesIt(who, row)
  if (fileKind !== 'round-table') return knowsFile(who, fileKind, file, facts)
  const tables = facts.tables.filter((one) => one.id === file && one.organisation === organisation)
  return tables.some((table) => mayBeAt(who, table, facts))
}

const apartFor = (who: Somebody, { file, fileKind }: SentFacts, facts: FactsBetween): boolean =>
  ['suspect-file', 'victim-file'].includes(fileKind) &&
  facts.files.some((one) => one.id === file && recallsFrom(who, one, facts))

/** Whoever does anything else with it than recall it. */
export const mayShareFrom = (who: Somebody, one: SentFacts, facts: FactsBetween): boolean =>
  isHere(who, one) && takesPart(who) && sharesFrom(who, one, facts)

/** Whoever may share from its file now, or recall what left it. */
export const opensSent = (who: Somebody, one: SentFacts, facts: FactsBetween): boolean =>
  mayShareFrom(who, one, facts) || (isHere(who, one) && takesPart(who) && apartFor(who, one, facts))

/**
 * Whoever made it, while its file is open to them; of a case whoever coordinates it now; what somebody left who does
 * not work there any more, whoever finds its file. And what can be recalled out of a file that lies apart.
 */
export function followsSent(who: Somebody, one: SentFacts, facts: FactsBetween): boolean {
  if (!opensSent(who, one, facts)) return false
  const goesOn = ['sent', 'delivered', 'returned', 'accepted', 'ended'].includes(one.state)
  if (apartFor(who, one, facts)) return goesOn
  if (one.by === who.person || one.fileKind === 'case') return true
  return !facts.members.some(
    ({ organisation, person, active }) =>
      active && organisation === one.organisation && person === one.by,
  )
}

// Advice.

const whoAdvises: Readonly<Record<string, readonly string[]>> = {
  municipality: ['municipal-coordinator', 'trafficking-care-coordinator'],
  'safe-home': ['safe-home-worker'],
  'expert-group': ['expert', 'trafficking-detective'],
  police: ['officer', 'trafficking-detective'],
}
export const advises = (who: Somebody): boolean => holds(who, ...(whoAdvises[who.kind] ?? []))

/** What was asked of us: who advises. What we asked: who may ask; with a case only its circle. */
export const seesQuestion = (who: Somebody, one: QuestionFacts, facts: FactsBetween): boolean =>
  isHere(who, one) &&
  (one.side === 'received'
    ? advises(who)
    : worksWithOthers(who) && (one.case === null || inCircleOf(who, one.case, facts)))

// Words.

/** Whether somebody may read a word that was written at this place, as the world calls it. */
export function readsAt(who: Somebody, place: string, facts: FactsBetween): boolean {
  const [kind = '', id = '', which = ''] = place.split(':')
  const atTable = facts.tables.filter((one) => one.id === id)
  switch (kind) {
    case 'table':
      return atTable.some((one) => seesTable(who, one, facts))
    case 'written':
      return atTable.some((one) => one.organisation === which && mayBeAt(who, one, facts))
    case 'agreed':
      return atTable.some(
        (one) =>
          one.organisation === which &&
          (seesTable(who, one, facts) || one.tasks.some(({ owner }) => owner === who.person)),
      )
    case 'question':
    case 'outcome':
      return facts.questions.some(
        (one) =>
          one.id === id &&
          (seesQuestion(who, one, facts) || (one.case && readsCase(who, one.case, facts))) &&
          (kind === 'question' || one.side === 'asked'),
      )
    case 'answer':
      return (
        who.person === which &&
        facts.received.some((one) => one.id === id && finds(who, one, facts))
      )
    case 'sent': {
      const sent = facts.sent.find((one) => one.id === id)
      const there = facts.received.filter(({ disclosure }) => disclosure === id)
      return (
        (sent !== undefined && opensSent(who, sent, facts)) ||
        there.some((one) => isKept(one, facts) && finds(who, one, facts))
      )
    }
    case 'nowhere':
      return false
    default:
      return knowsFile(who, kind, id, facts)
  }
}
