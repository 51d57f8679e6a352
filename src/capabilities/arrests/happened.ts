import type { ProcedureEvent } from '#capabilities/law/index.ts'
import { Temporal } from '#platform/clock.ts'
import { isoInstant } from '#platform/dates.ts'
import type { Happened } from './clock.ts'
import type { NoteKind, NoteWords } from './note.ts'

/** From what stands in the file to the events that clocks and tasks hang on. Pure. */

/** A note that was not withdrawn. Moments as PostgreSQL or ISO writes them. */
export type StandingNote = {
  readonly id: string
  readonly kind: NoteKind
  readonly code: string | undefined
  readonly at: string
  readonly until: string | undefined
  readonly done: boolean | undefined
  readonly words: NoteWords
}

type Told = Pick<StandingNote, 'kind' | 'code' | 'done' | 'words'>

/** For an answer that nobody was told instead, yet: why stands in its words. */
export const nobody = 'nobody'

/** Who was told, or who was told instead on a ground that the rule gives. */
const isTold = ({ kind, done, words }: Told): boolean =>
  kind === 'told' && (done === true || Boolean(words.instead && words.instead !== nobody))

const toldEvents: Readonly<Record<string, ProcedureEvent>> = {
  parents: 'parents-told',
  counsel: 'counsel-notified',
  board: 'board-told',
}

export function happenedIn(
  arrestedAt: string,
  notes: readonly StandingNote[],
  rights: readonly string[],
): readonly Happened[] {
  const happened: Happened[] = [{ event: 'arrest', at: instant(arrestedAt) }]
  for (const note of notes) {
    const event = eventOf(note)
    const until = note.until === undefined ? undefined : instant(note.until)
    if (event) happened.push({ event, at: instant(note.at), until })
  }
  // Whoever is arrested again is told again: what was told before does not count for it.
  const again = happened.filter(({ event }) => event === 'arrested-again').map(({ at }) => at)
  for (const since of [undefined, ...again]) {
    const told = allRightsAt(notes, rights, since)
    if (told) happened.push({ event: 'rights-told', at: told })
  }
  return happened
}

function eventOf(note: StandingNote): ProcedureEvent | undefined {
  if (note.kind === 'event') return note.code as ProcedureEvent
  if (note.kind === 'questioning') return 'questioning'
  if (note.kind === 'decision' && note.code === 'halt') return 'halt-referral'
  if (!isTold(note)) return undefined
  // Whoever reads the clock must not think that the parents know.
  if (note.code === 'parents' && !note.done) return 'other-told'
  return toldEvents[note.code ?? '']
}

/** The moment at which the last of the rights was told; nothing while one is still missing. */
function allRightsAt(
  notes: readonly StandingNote[],
  rights: readonly string[],
  since: Temporal.Instant | undefined,
): Temporal.Instant | undefined {
  const given = notes
    .filter(({ kind }) => kind === 'rights')
    .map(({ at, words }) => ({ at: instant(at), items: [words.items ?? []].flat() }))
    .filter(({ at }) => !since || Temporal.Instant.compare(at, since) >= 0)
    .sort((a, b) => Temporal.Instant.compare(a.at, b.at))
  const missing = new Set(rights)
  for (const { at, items } of given) {
    for (const item of items) missing.delete(item)
    if (missing.size === 0) return at
  }
  return undefined
}

/** To the minute: that is how people write it down. */
const instant = (text: string): Temporal.Instant =>
  Temporal.Instant.from(isoInstant(text)).round({ smallestUnit: 'minute', roundingMode: 'floor' })
