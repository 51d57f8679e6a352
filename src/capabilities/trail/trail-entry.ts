import { z } from 'zod'

/** Stands in every entry, so that a later form can never be mistaken for this one. */
export const entryFormat = 'oogmerk-trail-entry/1'

const uuid = z.string().regex(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/)
// No white space: a code fits, a sentence does not.
const code = z.string().regex(/^[\x21-\x7e]{1,100}$/)
const word = z.string().regex(/^[a-z][a-z0-9-]{0,49}$/)
// Fractions print differently from language to language.
const wholeNumber = z.number().int().min(Number.MIN_SAFE_INTEGER).max(Number.MAX_SAFE_INTEGER)

const actor = z.strictObject({
  kind: z.enum(['person', 'system']),
  /** the person's number, or the name of the part of the program */
  id: code,
  organisation: uuid,
  /** sorted, each once */
  roles: z.array(word).max(20).refine(isSortedSet, 'Roles are sorted and stand there once.'),
})

const details = z
  .record(
    z.string().regex(/^[A-Za-z][A-Za-z0-9-]{0,39}$/),
    z.union([code, wholeNumber, z.boolean()]),
  )
  .refine((record) => Object.keys(record).length <= 20, 'At most twenty details.')

/**
 * One act in the trail: who did what to whose record, why, when and in which request. Codes and
 * pseudonyms only, so that the trail can be kept and shown when the record itself has been erased.
 */
export const TrailEntry = z.strictObject({
  format: z.literal(entryFormat),
  id: uuid,
  /** whose trail this is */
  organisation: uuid,
  actor,
  purpose: word,
  /** capability.act, such as signal.record */
  act: z
    .string()
    .regex(/^[a-z][a-z0-9-]*(\.[a-z][a-z0-9-]*)+$/)
    .max(100),
  /** the pseudonym of whom or what it is about */
  subject: code.nullable(),
  /** UTC with six decimals: 2026-09-01T08:30:00.000000Z */
  recordedAt: z.string().regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{6}Z$/),
  request: code,
  details,
})
export type TrailEntry = z.infer<typeof TrailEntry>

/**
 * The one byte sequence that stands for this entry in the tree: its canonical JSON in UTF-8, members
 * in order of their names, no white space. Source: RFC 8785; README.md spells it out.
 */
export function encodeEntry(entry: TrailEntry): Buffer {
  const { act, actor, format, id, organisation, purpose, recordedAt, request, subject } = entry
  const names = Object.keys(entry.details).sort()
  const inOrder = {
    act,
    actor: { id: actor.id, kind: actor.kind, organisation: actor.organisation, roles: actor.roles },
    details: Object.fromEntries(names.map((name) => [name, entry.details[name]])),
    format,
    id,
    organisation,
    purpose,
    recordedAt,
    request,
    subject,
  }
  return Buffer.from(JSON.stringify(inOrder), 'utf8')
}

function isSortedSet(words: readonly string[]): boolean {
  return words.every((one, index) => index === 0 || one > (words[index - 1] ?? ''))
}
