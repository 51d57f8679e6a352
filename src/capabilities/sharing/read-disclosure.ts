import type { Language } from '#platform/language.ts'
import type { Work } from '#platform/work.ts'
import { sharingPerson, sharingRoles } from './access.ts'
import type { Brought } from './brought.ts'
import type { Consults } from './consultation.ts'
import { type SharingDesk, sourceOf } from './desk.ts'
import type { DisclosureState } from './disclosure.ts'
import type { DisclosureBody } from './disclosure-body.ts'
import {
  type DisclosureRow,
  listDisclosureEvents,
  listFollowed,
  listOfFile,
  listToRecall,
} from './disclosure-store.ts'
import { type EventWords, places } from './disclosure-words.ts'
import type { Draft } from './draft.ts'
import { findDisclosure, findToRecall, type Which } from './find-disclosure.ts'
import { openToShareFrom } from './keepers.ts'
import { type At, atOf, type Bounds, boundsOfBegun } from './occasion.ts'
import { findParty, type Party, partyNames } from './organisation-store.ts'
import type { FileKind, ShareableFact } from './shareable-fact.ts'
import type { DisclosureEventKind } from './tables.ts'

export type DisclosureHappening = {
  readonly kind: DisclosureEventKind
  readonly at: string
  /** a colleague by name, or whoever it was there */
  readonly by: string | undefined
  readonly words: EventWords | undefined
}

/** One disclosure as whoever may share from its file reads it. */
export type ReadDisclosure = {
  readonly id: string
  readonly reference: string
  readonly state: DisclosureState
  /** nothing when it lies apart: then no word of it is read either */
  readonly file: { readonly title: string; readonly path: string } | undefined
  /** what holds for it on the occasion that it comes from */
  readonly bounds: Bounds | 'free' | 'over'
  readonly at: At | undefined
  readonly to: Party | undefined
  readonly toRole: DisclosureRow['to_role']
  readonly byProgram: boolean
  /** what the program said that sent it; gone with the words */
  readonly brought: Pick<Brought, 'program' | 'about'> | undefined
  readonly endOn: string | undefined
  readonly draft: Draft
  /** of a consultation: who can be asked for which answer */
  readonly consults: Consults | undefined
  /** on which it left, by name; nothing before, and of what left long ago */
  readonly road: string | undefined
  readonly facts: number
  readonly hash: string | undefined
  /** not there before it left, nor when its words are gone */
  readonly body: DisclosureBody | undefined
  readonly happenings: readonly DisclosureHappening[]
}

export async function readDisclosure(
  work: Work,
  desk: SharingDesk,
  which: Which,
): Promise<ReadDisclosure> {
  const { id, language } = which
  const { row, source, file, ...found } = await findToRecall(work, desk, which)
  const opened = file ? found.opened : undefined
  const draft = opened?.words.draft ?? nothingLeft
  const road = desk.law.sharing.lines.find((line) => line.id === row.road)
  const events = await listDisclosureEvents(work, id)
  const people = [...new Set(events.flatMap(({ by_person }) => by_person ?? []))]
  const names = await desk.namesOf(work, people)
  work.audit({ act: 'sharing.read-disclosure', subject: id })
  return {
    id,
    reference: row.reference,
    state: row.state,
    file: file && { title: file.title(language), path: source.path(row.file_id) },
    at: atOf(row),
    bounds:
      row.state === 'draft' ? await boundsOfBegun(work, desk, atOf(row), { language }) : 'free',
    to: row.to_id ? await findParty(work, row.to_id) : undefined,
    toRole: row.to_role,
    byProgram: row.program_id !== null,
    brought: opened?.words.brought,
    endOn: row.end_on ?? undefined,
    draft,
    consults: draft.asks ? source.consults : undefined,
    road: road?.name[language],
    facts: row.facts,
    hash: row.hash?.toString('hex'),
    body: opened?.words.body,
    happenings: events.map((event) => {
      const said = event.content
        ? opened?.key.open<EventWords>(places.event(event.id), event.content)
        : undefined
      return {
        kind: event.kind,
        at: event.happened_at,
        by: (event.by_person && names.get(event.by_person)) || said?.by,
        words: said,
      }
    }),
  }
}

/** Where the words are gone, nothing of what was chosen and typed is there. */
const nothingLeft: Draft = {
  ...{ salt: '', refs: [], aim: '', road: '', answers: {}, endReason: '', question: '' },
  language: 'nl',
}

/** The draft with everything in its file that can be chosen. */
export async function readChoices(
  work: Work,
  desk: SharingDesk,
  { id, language }: { id: string; language: Language },
): Promise<{ readonly one: ReadDisclosure; readonly facts: readonly ShareableFact[] }> {
  const one = await readDisclosure(work, desk, { id, language })
  const { file } = await findDisclosure(work, desk, { id, language })
  return { one, facts: await file.list(language) }
}

/** One line of a list of a file: no word of what is in it. */
export type DisclosureLine = {
  readonly id: string
  readonly reference: string
  readonly state: DisclosureState
  readonly to: string | undefined
  readonly endOn: string | undefined
  readonly madeAt: string
  /** whether a program sent it */
  readonly byProgram: boolean
}

/** The same in a list of everything, with what it is about: the file, the ground, and how much. */
export type ListedDisclosure = DisclosureLine & {
  /** what it is called to whoever reads; nothing when it lies apart */
  readonly file: string | undefined
  /** by name; nothing before it left */
  readonly road: string | undefined
  readonly facts: number
}

/** What this person follows, the newest first: all that waits here, and the last of what does not. */
export async function readOwnDisclosures(
  work: Work,
  desk: Pick<SharingDesk, 'sources' | 'law'>,
  language: Language,
): Promise<readonly ListedDisclosure[]> {
  const person = sharingPerson(work)
  const follower = { personId: person.personId, roles: sharingRoles(person) }
  const rows = [
    ...(await listFollowed(work, follower, true)),
    ...(await listFollowed(work, follower, false)),
  ].toSorted((one, next) => (one.id < next.id ? 1 : -1))
  const titleOf = await titlesOpenTo(work, desk, rows, language)
  const open = rows.filter((row) => titleOf(row) !== undefined)
  const lines = await listed(work, desk, language, { rows: open, titleOf })
  work.audit({ act: 'sharing.list-own', details: { count: lines.length } })
  return lines
}

/** What left files that lie apart by now and that this person may take back, the newest of each kind first. */
export async function readApart(
  work: Work,
  desk: SharingDesk,
  language: Language,
): Promise<readonly ListedDisclosure[]> {
  const rows: DisclosureRow[] = []
  for (const { kind, listApart } of desk.sources) {
    const ids = (await listApart?.(work)) ?? []
    if (ids.length > 0) rows.push(...(await listToRecall(work, kind, ids)))
  }
  work.audit({ act: 'sharing.list-apart', details: { count: rows.length } })
  return listed(work, desk, language, { rows, titleOf: () => undefined })
}

type TitleOf = (row: DisclosureRow) => string | undefined

/** What the files of these are called, of those that are open to who reads; each file is asked once. */
async function titlesOpenTo(
  work: Work,
  desk: Pick<SharingDesk, 'sources'>,
  rows: readonly DisclosureRow[],
  language: Language,
): Promise<TitleOf> {
  const titles = new Map<string, string | undefined>()
  for (const { file_kind, file_id } of rows) {
    if (titles.has(file_id)) continue
    const source = sourceOf(desk, file_kind)
    titles.set(file_id, (await openToShareFrom(work, source, file_id))?.title(language))
  }
  return ({ file_id }) => titles.get(file_id)
}

async function listed(
  work: Work,
  { law }: Pick<SharingDesk, 'law'>,
  language: Language,
  { rows, titleOf }: { readonly rows: readonly DisclosureRow[]; readonly titleOf: TitleOf },
): Promise<ListedDisclosure[]> {
  const lines = await linesOf(work, rows)
  return rows.flatMap((row, at) => {
    const line = lines[at]
    if (!line) return []
    const road = row.road ? law.sharing.findLine(row.road)?.name[language] : undefined
    return [{ ...line, file: titleOf(row), road, facts: row.facts }]
  })
}

/** Of a file, for an act that is in the trail already and that asked whether the file is open to this person. */
export const disclosuresOf = async (
  work: Work,
  kind: FileKind,
  fileId: string,
): Promise<readonly DisclosureLine[]> => linesOf(work, await listOfFile(work, kind, fileId))

async function linesOf(work: Work, rows: readonly DisclosureRow[]): Promise<DisclosureLine[]> {
  const ids = [...new Set(rows.flatMap(({ to_id }) => to_id ?? []))]
  const names = await partyNames(work, ids)
  return rows.map((row) => ({
    id: row.id,
    reference: row.reference,
    state: row.state,
    to: row.to_id ? names.get(row.to_id) : undefined,
    endOn: row.state === 'draft' ? undefined : (row.end_on ?? undefined),
    madeAt: row.made_at,
    byProgram: row.program_id !== null,
  }))
}
