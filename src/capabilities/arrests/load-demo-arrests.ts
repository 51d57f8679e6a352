import { readFileSync } from 'node:fs'
import { z } from 'zod'
import type { PersonActor } from '#platform/actor.ts'
import { Temporal } from '#platform/clock.ts'
import { dutchDay } from '#platform/dates.ts'
import type { Typed } from '#platform/form.ts'
import { readYaml } from '#platform/plain-yaml.ts'
import { datePartsFrom } from '#platform/typed-date.ts'
import type { InTransaction, Work } from '#platform/work.ts'
import type { ArrestDesk } from './desk.ts'
import { type FormRead, readArrest, readLook, readNote } from './forms.ts'
import { keepLook } from './look.ts'
import { type FormedKind, noteForms } from './note.ts'
import { openArrest } from './open-arrest.ts'
import { choicesIn } from './page-note.ts'
import { findFileByKey } from './store.ts'
import { momentFields } from './typed-moment.ts'
import { writeNote } from './write-note.ts'

const fields = z.record(z.string(), z.union([z.string(), z.array(z.string())]))
const kinds = Object.keys(noteForms) as [FormedKind, ...FormedKind[]]

const demoArrests = z.array(
  z.strictObject({
    key: z.string(),
    by: z.string(),
    minutesAgo: z.int(),
    /** before the day of the arrest */
    factDaysAgo: z.int().min(0),
    /** the fields of each form, as somebody fills them in */
    form: fields,
    notes: z
      .array(z.strictObject({ kind: z.enum(kinds), minutesAgo: z.int(), form: fields }))
      .default([]),
    look: z
      .strictObject({
        further: z.string(),
        because: z.string(),
        seen: z.array(z.string()),
        unknown: z.array(z.string()),
      })
      .optional(),
  }),
)
type DemoArrest = z.infer<typeof demoArrests>[number]

type Parts = {
  readonly desk: ArrestDesk
  readonly inTransaction: InTransaction
  readonly demoId: (name: string) => string
  readonly actorOf: (name: string) => PersonActor
}

/** Lets invented officers record invented arrests, once; answers the first. */
export async function loadDemoArrests(parts: Parts): Promise<string | undefined> {
  const file = new URL('../../../database/demo/arrests.yaml', import.meta.url)
  const ids: string[] = []
  for (const one of demoArrests.parse(readYaml(readFileSync(file, 'utf8')))) {
    const actor = parts.actorOf(one.by)
    const { organisationId } = actor
    const system = { kind: 'system', name: 'demo', organisationId } as const
    const before = await parts.inTransaction(system, 'maintenance', (work) =>
      findFileByKey(work, actor, 'arrest', parts.demoId(one.key)),
    )
    ids.push(before ?? (await loadArrest(parts, actor, one)))
  }
  return ids[0]
}

/** In one transaction: an arrest that is there counts as whole at the next start. */
const loadArrest = (
  { desk, inTransaction, demoId }: Parts,
  actor: PersonActor,
  { key, minutesAgo, factDaysAgo, form, notes, look }: DemoArrest,
): Promise<string> =>
  inTransaction(actor, 'look-at-arrests', async (work) => {
    const filled = (typed: Typed, ago: number): Typed => ({
      ...typed,
      ...momentFields('at', work.now.subtract({ minutes: ago })),
    })
    const offences = desk.lists.offences.map(({ id }) => id)
    const arrested = Temporal.PlainDate.from(dutchDay(work.now.subtract({ minutes: minutesAgo })))
    const factOn = datePartsFrom('factOn', arrested.subtract({ days: factDaysAgo }).toString())
    const typedForm = filled({ ...form, ...factOn }, minutesAgo)
    const arrest = right(readArrest(typedForm, offences, work.now))
    const id = await openArrest(work, desk, { ...arrest, key: demoId(key) })
    const place = { kind: 'arrest', id } as const
    for (const note of notes) {
      const typed = filled(note.form, note.minutesAgo)
      const read = right(readNote(note.kind, typed, choicesIn('nl', desk), work.now))
      await writeNote(work, desk, place, { kind: note.kind, ...read })
    }
    if (look) await loadLook(work, desk, id, look)
    return id
  })

async function loadLook(
  work: Work,
  desk: ArrestDesk,
  id: string,
  { further, because, seen, unknown }: NonNullable<DemoArrest['look']>,
): Promise<void> {
  const questions = desk.instrument.first
  const answer = (question: string) =>
    seen.includes(question) ? 'seen' : unknown.includes(question) ? 'unknown' : 'not-seen'
  const typed = {
    ...Object.fromEntries(questions.map((one) => [one.id, answer(one.id)])),
    further,
    because,
  }
  await keepLook(work, desk, id, { part: 'first', ...right(readLook(typed, questions, 'nl')) })
}

function right<T>(read: FormRead<T>): T {
  if ('errors' in read) throw new Error(JSON.stringify(read.errors))
  return read.value
}
