import { mayShare, type SharingLine, type WhyNot, whyNotWords } from '#capabilities/law/index.ts'
import { blindIndex } from '#platform/crypto.ts'
import { dutchDay } from '#platform/dates.ts'
import { idUnder } from '#platform/ids.ts'
import type { Language } from '#platform/language.ts'
import { together } from '#platform/together.ts'
import type { Work } from '#platform/work.ts'
import { mayBeAsked } from './consultation.ts'
import { nameOf } from './decider.ts'
import type { SharingDesk } from './desk.ts'
import { endFault } from './disclosure.ts'
import { bodyHash, type DisclosureBody, misfitIn } from './disclosure-body.ts'
import type { DisclosureRow } from './disclosure-store.ts'
import type { FoundDisclosure } from './find-disclosure.ts'
import { atOf, type Bounds } from './occasion.ts'
import { listPartiesById, type Party } from './organisation-store.ts'
import { basisOf, senderRole } from './road.ts'
import type { ShareableFact } from './shareable-fact.ts'
import { t } from './words.ts'

/** What is wrong with a draft, by the part of the page where it is mended; sentences or codes. */
export type Faults = Partial<
  Record<'facts' | 'recipient' | 'aim' | 'road' | 'end' | 'question', string>
>

export type Composed =
  | { readonly ok: true; readonly body: DisclosureBody; readonly hash: string; readonly to: Party }
  | {
      readonly ok: false
      readonly faults: Faults
      /** what the sharing table says against it */
      readonly why: readonly WhyNot[]
      /** other roads that are open to this sender for this aim */
      readonly roads: readonly SharingLine[]
    }

/**
 * Exactly what would leave now, from the file as it is now; or everything that is wrong with it, at once.
 * `language` is that of the sender, for what is said to them; `bounds` are those of the occasion.
 */
export async function composeDisclosure(
  work: Work,
  desk: SharingDesk,
  { actor, row, source, file, words: { draft, brought } }: FoundDisclosure,
  language: Language,
  bounds: Bounds | 'free' | 'over',
): Promise<Composed> {
  const today = dutchDay(work.now)
  const { organisationId } = actor
  const [all, parties, person] = await together(
    file.list(draft.language),
    listPartiesById(work, [organisationId, ...(row.to_id ? [row.to_id] : [])]),
    nameOf(work, desk, actor),
  )
  const facts = all.filter(({ ref }) => draft.refs.includes(ref))
  const to = parties.find(({ id }) => id === row.to_id)
  const own = parties.find(({ id }) => id === organisationId)
  const faults: Record<string, string> = {}
  if (file.closed) faults.facts = 'file-is-closed'
  else if (facts.length === 0) faults.facts = 'facts-missing'
  else if (facts.length !== draft.refs.length) faults.facts = 'facts-gone'
  if (!to || !row.to_role) faults.recipient = 'recipient-missing'
  if (!desk.law.sharing.aims.some(({ id }) => id === draft.aim)) faults.aim = 'aim-missing'
  const end = row.end_on ? endFault(row.end_on, today, draft.endReason) : 'end-passed'
  if (end) faults.end = end
  const consults = draft.asks ? source.consults : undefined
  if (consults) {
    if (to && row.to_role && !mayBeAsked(consults, { kind: to.kind, role: row.to_role })) {
      faults.recipient = 'not-to-be-asked'
    }
    if (draft.question.trim() === '') faults.question = 'question-missing'
  }
  if (bounds === 'over') faults.recipient = 'occasion-over'
  else if (bounds !== 'free') Object.assign(faults, outOf(bounds, row, draft.aim))
  const line = desk.law.sharing.findLine(draft.road)
  let roads: readonly SharingLine[] = []
  let why: readonly WhyNot[] = []
  if (!line) faults.road = 'road-missing'
  if (line && to && row.to_role && facts.length > 0) {
    const answer = mayShare(desk.law, {
      from: { kind: actor.organisationKind, roles: actor.roles },
      to: { kind: to.kind, role: row.to_role },
      facts: facts.map(({ kind }) => kind),
      on: today,
      answers: draft.answers,
      line: line.id,
      aim: draft.aim,
    })
    if (!answer.allowed) {
      const open = answer.why.filter(({ code }) => code !== 'closed')
      why = open.length > 0 ? open : answer.why
      faults.road = why.map((one) => whyNotWords(language, one)).join('\n')
      roads = answer.roads
    }
  }
  if (Object.keys(faults).length > 0 || !line || !to || !own)
    return { ok: false, faults, why, roads }
  const body: DisclosureBody = {
    disclosure: row.id,
    reference: row.reference,
    language: draft.language,
    salt: draft.salt,
    from: {
      organisation: own.name,
      kind: own.kind,
      person,
      role: desk.roleName(senderRole(desk.law, line, actor), draft.language),
    },
    to: { organisation: to.name, role: row.to_role ?? 'partner-worker' },
    about: await pseudonymOf(work, desk, row, brought?.about),
    aim: desk.law.sharing.aims.find(({ id }) => id === draft.aim)?.name[draft.language] ?? '',
    ...atIn(row, bounds),
    basis: basisOf(desk.law, line, draft),
    endOn: row.end_on ?? today,
    question: draft.question.trim(),
    ...(consults ? { asks: consults.answer } : {}),
    facts: facts.map((fact) => disclosed(fact, row.id, own)),
  }
  const misfit = misfitIn(body)
  if (misfit) {
    const { place, fact } = misfit
    const said = fact ? t(language).check.tooLong(beginningOf(fact.text)) : 'does-not-fit'
    return { ok: false, faults: { [place]: said }, why, roads }
  }
  return { ok: true, body, hash: bodyHash(body), to }
}

/** The first words of a fact, so that somebody finds it again. */
const beginningOf = (text: string): string => (text.length > 60 ? `${text.slice(0, 60)}…` : text)

/** What goes beyond what the occasion allows, when something was changed since it was begun. */
function outOf(
  { to, aim, lastDay }: Bounds,
  row: Pick<DisclosureRow, 'to_id' | 'to_role' | 'end_on'>,
  chosen: string,
): Faults {
  const meant = to.some(({ id, role }) => id === row.to_id && (role ?? row.to_role) === row.to_role)
  return {
    ...(meant ? {} : { recipient: 'recipient-not-there' }),
    ...(aim === undefined || chosen === aim ? {} : { aim: 'aim-missing' }),
    ...(lastDay !== undefined && (row.end_on ?? '') > lastDay ? { end: 'end-after-occasion' } : {}),
  }
}

/** Only of a round table the recipient learns that it comes from there: they sit at it too. */
function atIn(
  row: Pick<DisclosureRow, 'at_kind' | 'at_id'>,
  bounds: Bounds | 'free' | 'over',
): Pick<DisclosureBody, 'at'> {
  const at = atOf(row)
  if (at?.kind !== 'round-table' || typeof bounds === 'string') return {}
  return { at: { kind: at.kind, id: at.id, reference: bounds.reference } }
}

const disclosed = (
  fact: ShareableFact,
  id: string,
  own: Party,
): DisclosureBody['facts'][number] => ({
  id: idUnder(id, fact.ref),
  kind: fact.kind,
  text: fact.text,
  source: fact.source,
  ...(fact.on ? { on: fact.on } : {}),
  ...(fact.moment ? { moment: fact.moment } : {}),
  beside: [...(fact.beside ?? [])],
  origin: fact.origin
    ? { ...fact.origin, via: [...fact.origin.via] }
    : { organisation: own.name, kind: own.kind, via: [] },
})

const signs = '34679CDFGHJKMNPQRTVWXY'

/**
 * What the young person is called without a name: always the same from this file to this recipient, and to
 * every other recipient another one. Nobody computes back from it.
 */
async function pseudonymOf(
  work: Work,
  { keyring }: SharingDesk,
  row: Pick<DisclosureRow, 'file_kind' | 'file_id' | 'to_id' | 'program_id'>,
  about: string | undefined,
): Promise<string> {
  const key = await keyring.keyOf(work)
  // A program brings no file that stays here: there it is what its own file is called.
  const file = about === undefined ? row.file_id : `${row.program_id}:${about}`
  const bytes = blindIndex(key, 'shared-about', `${row.file_kind}:${file}:${row.to_id}`)
  const code = [...bytes.subarray(0, 8)].map((byte) => signs[byte % signs.length]).join('')
  return `J-${code.slice(0, 4)}-${code.slice(4)}`
}
