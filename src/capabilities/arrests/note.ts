import { type ProcedureEvent, procedureEvents } from '#capabilities/law/index.ts'
import type { FileKind } from './file.ts'

/** What is written in a file. A fact has a source, an interpretation has what else it can be. Pure. */

export type NoteKind =
  | 'event'
  | 'questioning'
  | 'fact'
  | 'interpretation'
  | 'own-words'
  | 'found'
  | 'present'
  | 'rights'
  | 'accompaniment'
  | 'contact'
  | 'told'
  | 'decision'
  | 'history'

/** What was written in it, by field; sealed. */
export type NoteWords = Readonly<Record<string, string | readonly string[]>>

/** Lists that a field chooses from: of the knowledge, or of this file. */
export type ChoiceList =
  | 'events'
  | 'found'
  | 'present'
  | 'rights'
  | 'refusals'
  | 'beside'
  | 'partners'
  | 'ways'

export type NoteField = {
  readonly name: string
  /** `code` chooses the plain code of the note; `one` and `some` are sealed with the words */
  readonly input: 'story' | 'line' | 'one' | 'some' | 'code' | 'at' | 'until'
  readonly from?: ChoiceList
  readonly needed?: true
}

const at: NoteField = { name: 'at', input: 'at', needed: true }
const text: NoteField = { name: 'text', input: 'story', needed: true }
const more: NoteField = { name: 'text', input: 'story' }
const source: NoteField = { name: 'source', input: 'line', needed: true }

/** The notes that have a form of their own, and its fields in the order of the page. */
export const noteForms = {
  event: [{ name: 'code', input: 'code', from: 'events', needed: true }, at, more],
  questioning: [at, { name: 'until', input: 'until' }, more],
  fact: [text, source, at],
  interpretation: [text, { name: 'innocent', input: 'story', needed: true }, at],
  'own-words': [
    { name: 'quote', input: 'story', needed: true },
    { name: 'asked', input: 'line' },
    { name: 'source', input: 'line', needed: true },
    at,
  ],
  found: [
    { name: 'items', input: 'some', from: 'found', needed: true },
    more,
    { name: 'innocent', input: 'story' },
    source,
    at,
  ],
  present: [{ name: 'items', input: 'some', from: 'present', needed: true }, more, source, at],
  rights: [
    { name: 'items', input: 'some', from: 'rights', needed: true },
    { name: 'language', input: 'line', needed: true },
    { name: 'understood', input: 'line' },
    at,
  ],
  accompaniment: [
    { name: 'beside', input: 'one', from: 'beside', needed: true },
    { name: 'who', input: 'line' },
    { name: 'ground', input: 'one', from: 'refusals' },
    { name: 'permission', input: 'line' },
    at,
    more,
  ],
  contact: [
    { name: 'code', input: 'code', from: 'partners', needed: true },
    { name: 'who', input: 'line', needed: true },
    { name: 'way', input: 'one', from: 'ways', needed: true },
    { name: 'agreed', input: 'story', needed: true },
    at,
  ],
  decision: [text, { name: 'reasons', input: 'story', needed: true }, at],
} as const satisfies Partial<Record<NoteKind, readonly NoteField[]>>
export type FormedKind = keyof typeof noteForms

/** The end of the address of each form. */
export const notePaths = {
  event: 'gebeurtenis',
  questioning: 'verhoor',
  fact: 'feit',
  interpretation: 'duiding',
  'own-words': 'eigen-woorden',
  found: 'aangetroffen',
  present: 'aanwezig',
  rights: 'rechten',
  accompaniment: 'begeleiding',
  contact: 'contact',
  decision: 'besluit',
} as const satisfies Record<FormedKind, string>

const inProtection: readonly FormedKind[] = [
  'fact',
  'interpretation',
  'own-words',
  'contact',
  'decision',
]

/** Which notes belong in which file: what hangs on the arrest stays with the arrest. */
export const notesOf = (kind: FileKind): readonly FormedKind[] =>
  kind === 'protection'
    ? inProtection
    : (Object.keys(noteForms) as FormedKind[]).filter((each) => each !== 'decision')

/** What a person writes down as having happened; the rest follows from the file or another note. */
const fromElsewhere: readonly ProcedureEvent[] = [
  'arrest',
  'rights-told',
  'parents-told',
  'other-told',
  'counsel-notified',
  'board-told',
  'questioning',
  'halt-referral',
]
export const writtenEvents = procedureEvents.filter((event) => !fromElsewhere.includes(event))

export const besides = ['yes', 'not-wanted', 'refused'] as const
export const partners = ['prosecutor', 'expert-group', 'partner'] as const
export const ways = ['phone', 'in-person', 'message', 'meeting'] as const

/** What is missing in what was written of who was beside the young person. */
export function accompanimentErrors(words: NoteWords): Readonly<Record<string, string>> {
  const empty = (name: string) => !words[name] || words[name].length === 0
  if (words.beside === 'yes') return empty('who') ? { who: 'who-missing' } : {}
  if (words.beside !== 'refused') return {}
  return {
    ...(empty('ground') ? { ground: 'ground-missing' } : {}),
    // source: Sv 488ab, only with permission of the prosecutor
    ...(empty('permission') ? { permission: 'permission-missing' } : {}),
  }
}
