import { readFileSync } from 'node:fs'
import { z } from 'zod'
import type { PersonActor } from '#platform/actor.ts'
import type { Typed } from '#platform/form.ts'
import { readYaml } from '#platform/plain-yaml.ts'
import type { InTransaction, Work } from '#platform/work.ts'
import { type ActName, acts, type PagedAct } from './acts.ts'
import type { DossierDesk } from './desk.ts'
import { type Field, type FormRead, readFields, type Values } from './fields.ts'
import { addStatement, addUnknown } from './fill-worksheet.ts'
import { openDossier } from './open-dossier.ts'
import { openFields } from './pages-list.ts'
import { statementFields } from './pages-worksheet.ts'
import { findDossierByKey } from './store.ts'
import { listFacts, listOffences } from './store-contents.ts'

/** the fields of a form, as somebody fills them in */
const form = z.record(z.string(), z.string())
const numbers = z.array(z.number().int().min(1)).default([])

const demoDossier = z.strictObject({
  key: z.string(),
  by: z.string(),
  open: form,
  steps: z.array(
    z.union([
      z.strictObject({ act: z.enum(Object.keys(acts) as [ActName]), facts: numbers, form }),
      z.strictObject({
        element: z.string(),
        offences: numbers,
        facts: numbers,
        againstFacts: numbers,
        form,
      }),
      z.strictObject({ element: z.string(), unknown: z.string(), offences: numbers }),
    ]),
  ),
})

type Parts = {
  readonly desk: DossierDesk
  readonly inTransaction: InTransaction
  readonly demoId: (name: string) => string
  readonly actorOf: (name: string) => PersonActor
}

/** Lets an invented prosecutor work on an invented dossier, once, whole or not at all. Answers which. */
export async function loadDemoDossier({
  desk,
  inTransaction,
  demoId,
  actorOf,
}: Parts): Promise<string> {
  const file = new URL('../../../database/demo/dossier.yaml', import.meta.url)
  const demo = demoDossier.parse(readYaml(readFileSync(file, 'utf8')))
  const actor = actorOf(demo.by)
  const key = demoId(demo.key)
  const system = { kind: 'system', name: 'demo', organisationId: actor.organisationId } as const
  const before = await inTransaction(system, 'maintenance', (work) =>
    findDossierByKey(work, actor.personId, key),
  )
  if (before) return before.id
  return inTransaction(actor, 'weigh-prosecution', async (work) => {
    const id = await openDossier(work, desk, { words: readAll(openFields, demo.open), key })
    for (const step of demo.steps) {
      if ('act' in step) {
        const one: PagedAct = acts[step.act]
        const facts = await factIds(work, id, step.facts)
        await rightly(one.read({ ...step.form, facts }))(work, desk, id)
      } else if ('unknown' in step) {
        const offences = await offenceIds(work, id, step.offences)
        await addUnknown(work, desk, id, { element: step.element, text: step.unknown, offences })
      } else {
        const typed = {
          ...step.form,
          facts: await factIds(work, id, step.facts),
          againstFacts: await factIds(work, id, step.againstFacts),
        }
        const fields = statementFields({ overTime: false, whichOffence: false })
        const { from: _, until: __, offences: ___, ...statement } = readAll(fields, typed)
        const { element } = step
        await addStatement(work, desk, id, {
          element,
          statement,
          offences: await offenceIds(work, id, step.offences),
          from: undefined,
          until: undefined,
        })
      }
    }
    return id
  })
}

const readAll = <const F extends readonly Field[]>(fields: F, typed: Typed): Values<F> =>
  rightly(readFields(fields, typed))

function rightly<T>(read: FormRead<T>): T {
  if ('errors' in read) throw new Error(JSON.stringify(read.errors))
  return read.value
}

async function offenceIds(work: Work, id: string, wanted: readonly number[]): Promise<string[]> {
  const offences = await listOffences(work, id)
  return wanted.flatMap((number) => offences[number - 1]?.id ?? [])
}

async function factIds(work: Work, id: string, wanted: readonly number[]): Promise<string[]> {
  if (wanted.length === 0) return []
  const facts = await listFacts(work, id)
  return wanted.flatMap((number) => facts[number - 1]?.id ?? [])
}
