import { dutchDayOf } from '#platform/dates.ts'
import type { Language } from '#platform/language.ts'
import { refuse } from '#platform/refusal.ts'
import type { Work } from '#platform/work.ts'
import { type Receiver, receiverOf, sharingPerson, sharingRoles } from './access.ts'
import { intakeOf, type SharingDesk, sourceOf } from './desk.ts'
import type { RecallReason, ReceivedState } from './disclosure.ts'
import { bodyHash, type DisclosedFact, type DisclosureBody } from './disclosure-body.ts'
import type { DisclosureRow } from './disclosure-store.ts'
import {
  type EventWords,
  places,
  receivedContext,
  type WordsKey,
  wordsKey,
} from './disclosure-words.ts'
import { mayShareFrom } from './keepers.ts'
import { findParty, type Party, partyNames } from './organisation-store.ts'
import { passedOn } from './passed-on.ts'
import {
  findReceivedRow,
  listReceived,
  listReceivedEvents,
  type ReceivedRow,
} from './received-store.ts'
import type { FileKind, ReceivedItem } from './shareable-fact.ts'
import type { ReceivedEventKind } from './tables.ts'
import { readTaken, type Taken } from './taken.ts'

export type FoundReceived = {
  readonly receiver: Receiver
  readonly row: ReceivedRow
  readonly from: Party
  /** not there once it is over */
  readonly key: WordsKey | undefined
  readonly body: DisclosureBody | undefined
}

/** For whoever holds the role that it was sent to; nobody else learns that it exists. */
export async function findReceived(
  work: Work,
  desk: Pick<SharingDesk, 'keyring'>,
  id: string,
  lock = false,
): Promise<FoundReceived> {
  const receiver = receiverOf(work)
  const row =
    (await findReceivedRow(work, { id, roles: receiver.roles, lock })) ??
    refuse('not-found', 'no-such-delivery')
  const from = (await findParty(work, row.from_id)) ?? refuse('not-found', 'no-such-delivery')
  if (!row.content || !row.content_key)
    return { receiver, row, from, key: undefined, body: undefined }
  const key = await wordsKey(work, desk, receivedContext(work, id), row.content_key)
  return { receiver, row, from, key, body: key.open<DisclosureBody>(places.words, row.content) }
}

/** One line of the list: no word of what is in it. */
export type ReceivedLine = Pick<ReceivedRow, 'id' | 'reference' | 'state' | 'facts'> & {
  readonly from: string
  readonly receivedAt: string
  readonly endOn: string
}

/** What it is for and on what ground it came; nothing once the words are gone. */
export type ReceivedAbout = { readonly aim: string; readonly road: string }

const linesOnPage = 100

/** The list as its page shows it: of what is open also what it is about. */
export async function readReceivedAbout(
  work: Work,
  desk: Pick<SharingDesk, 'keyring' | 'law'>,
  language: Language,
) {
  const { rows, ...lists } = await receivedLists(work)
  const about = new Map<string, ReceivedAbout>()
  for (const { id, content, content_key } of rows) {
    if (!content || !content_key) continue
    const key = await wordsKey(work, desk, receivedContext(work, id), content_key)
    const { aim, basis, language: theirs } = key.open<DisclosureBody>(places.words, content)
    const { aims, findLine } = desk.law.sharing
    const known = aims.find(({ name }) => name[theirs] === aim)
    about.set(id, {
      aim: known?.name[language] ?? aim,
      road: findLine(basis.road)?.name[language] ?? basis.name,
    })
  }
  return { ...lists, about }
}

/** What was sent to the roles of this person: what is open by its last day, and what is over. */
export async function readReceivedList(
  work: Work,
): Promise<{ readonly open: readonly ReceivedLine[]; readonly over: readonly ReceivedLine[] }> {
  const { open, over } = await receivedLists(work)
  return { open, over }
}

async function receivedLists(work: Work) {
  const roles = sharingRoles(sharingPerson(work))
  const open = await listReceived(work, { roles, over: false, limit: linesOnPage })
  const over = await listReceived(work, { roles, over: true, limit: linesOnPage })
  const ids = [...new Set([...open, ...over].map(({ from_id }) => from_id))]
  const names = await partyNames(work, ids)
  work.audit({ act: 'sharing.list-received', details: { count: open.length + over.length } })
  const lineOf = (row: ReceivedRow): ReceivedLine => ({
    id: row.id,
    reference: row.reference,
    state: row.state,
    facts: row.facts,
    from: names.get(row.from_id) ?? '–',
    receivedAt: row.received_at,
    endOn: row.end_on,
  })
  return { open: open.map(lineOf), over: over.map(lineOf), rows: open }
}

export type ReceivedHappening = {
  readonly kind: ReceivedEventKind
  readonly at: string
  readonly by: string | undefined
  readonly because: RecallReason | undefined
  readonly words: EventWords | undefined
}

export type TakenInto = {
  readonly itemId: string
  readonly kind: FileKind
  readonly path: string | undefined
  readonly at: string
}

/** One delivery as its recipient reads it. */
export type ReceivedDelivery = {
  readonly id: string
  readonly reference: string
  readonly state: ReceivedState
  readonly from: Party
  readonly receivedAt: string
  readonly endOn: string
  readonly facts: number
  readonly hash: string
  /** whether what lies here is still what its hash says; nothing once the words are gone */
  readonly intact: boolean | undefined
  readonly body: DisclosureBody | undefined
  readonly happenings: readonly ReceivedHappening[]
  /** only into files of which this reader may know that they exist */
  readonly taken: readonly TakenInto[]
  /** of what was recalled: where something of it went on to */
  readonly passedOn: readonly PassedOn[]
  /** own files into which something can be taken; none for what was sent to be answered */
  readonly files: readonly {
    readonly kind: FileKind
    readonly id: string
    readonly title: string
  }[]
  /** not all of them are there to choose: another is found by its reference */
  readonly byReference: boolean
}

/** An own delivery in which something of it went on to another organisation. */
export type PassedOn = Pick<DisclosureRow, 'id' | 'reference' | 'state'> & {
  readonly to: string
  /** the day on which it was made, as an ISO date */
  readonly on: string
}

/** Only out of files from which this reader may share: there somebody takes it back. */
async function passedOnInSight(
  work: Work,
  desk: SharingDesk,
  taken: readonly Taken[],
): Promise<readonly PassedOn[]> {
  const open: Taken[] = []
  for (const one of taken) {
    if (await mayShareFrom(work, sourceOf(desk, one.file.kind), one.file.id)) open.push(one)
  }
  const rows = await passedOn(work, desk, open)
  const names = await partyNames(
    work,
    rows.flatMap(({ to_id }) => to_id ?? []),
  )
  return rows.map(({ id, reference, state, to_id, made_at }) => ({
    ...{ id, reference, state },
    to: (to_id && names.get(to_id)) || '–',
    on: dutchDayOf(made_at),
  }))
}

export async function readReceived(
  work: Work,
  desk: SharingDesk,
  { id, language }: { id: string; language: Language },
): Promise<ReceivedDelivery> {
  const { receiver, row, from, key, body } = await findReceived(work, desk, id)
  const taken = await takenInSight(work, desk, id)
  const shown = new Set(taken.map((one) => one.id))
  const events = (await listReceivedEvents(work, id)).filter(
    (event) => event.kind !== 'taken' || shown.has(event.id),
  )
  const people = events.flatMap(({ by_person }) => by_person ?? [])
  const names = await desk.namesOf(work, [...new Set(people)])
  const files: { kind: FileKind; id: string; title: string }[] = []
  let byReference = false
  if (row.state === 'accepted' && receiver.personId && !body?.asks) {
    for (const intake of desk.intakes) {
      const own = await intake.listFiles(work, language)
      files.push(...own.map((file) => ({ kind: intake.kind, ...file })))
      byReference ||= own.length > 0 && intake.findByReference !== undefined
    }
  }
  work.audit({ act: 'sharing.read-delivery', subject: id, details: { reader: 'recipient' } })
  return {
    id,
    reference: row.reference,
    state: row.state,
    from,
    receivedAt: row.received_at,
    endOn: row.end_on,
    facts: row.facts,
    hash: row.hash.toString('hex'),
    intact: body && bodyHash(body) === row.hash.toString('hex'),
    body,
    happenings: events.map((event) => {
      const words =
        event.content && key
          ? key.open<EventWords>(places.event(event.id), event.content)
          : undefined
      return {
        kind: event.kind,
        at: event.happened_at,
        by: (event.by_person && names.get(event.by_person)) || words?.by,
        because: event.because ?? undefined,
        words,
      }
    }),
    taken: taken.map((one) => ({
      itemId: one.item_id,
      kind: one.file.kind,
      path: intakeOf(desk, one.file.kind)?.path(one.file.id),
      at: one.taken_at,
    })),
    passedOn: row.state === 'recalled' ? await passedOnInSight(work, desk, taken) : [],
    files,
    byReference,
  }
}

/** Of what was taken: whoever may not see a file learns nothing of it here either, nor that it was taken. */
async function takenInSight(work: Work, desk: SharingDesk, id: string): Promise<readonly Taken[]> {
  const inSight: Taken[] = []
  for (const one of await readTaken(work, desk, id)) {
    if (await intakeOf(desk, one.file.kind)?.maySee(work, one.file.id)) inSight.push(one)
  }
  return inSight
}

/** A fact of it as it goes into an own file, with where it first came from. */
export function itemFrom(
  { row, from, body }: FoundReceived,
  { id, kind, text, source, on, moment, beside, origin }: DisclosedFact,
): ReceivedItem {
  // Names of the public list, not what the sender calls itself.
  const own = origin.via.length === 0 && origin.organisation === body?.from.organisation
  return {
    id,
    deliveryId: row.id,
    fact: {
      ...{ kind, text, source, beside },
      ...(on ? { on } : {}),
      ...(moment ? { moment } : {}),
      origin: own
        ? { organisation: from.name, kind: from.kind, via: [] }
        : { ...origin, via: [...origin.via, from.name] },
    },
    from,
    receivedOn: dutchDayOf(row.received_at),
  }
}
