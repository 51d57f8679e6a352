import { readFileSync } from 'node:fs'
import { z } from 'zod'
import { organisationKinds, type PersonActor } from '#platform/actor.ts'
import type { Pool } from '#platform/database.ts'
import { dutchDay } from '#platform/dates.ts'
import { readYaml } from '#platform/plain-yaml.ts'
import type { InTransaction, Work } from '#platform/work.ts'
import { sealReceived } from './count-words.ts'
import { cellsOf } from './counts-message.ts'
import type { FiguresDesk } from './desk.ts'
import { drawUpEditions } from './draw-up-editions.ts'
import { withProtectThread } from './in-protect-thread.ts'
import { lastTold } from './period.ts'
import {
  insertAllReceived,
  insertDemoOrganisations,
  letMakeNationalFigures,
  listReceivedPeriods,
} from './received-store.ts'
import { codesOf } from './send-counts.ts'
import { findPublishing } from './store.ts'
import { turnPublishingOn } from './turn-publishing.ts'

const demoFigures = z.strictObject({
  note: z.string(),
  ministry: z.string(),
  publishes: z.string(),
  schools: z.record(
    z.string(),
    z.strictObject({
      kind: z.enum(organisationKinds),
      name: z.string(),
      /** by definition and cell */
      counts: z.record(z.string(), z.record(z.string(), z.int().min(0))),
    }),
  ),
})

type Parts = {
  readonly pool: Pool
  readonly inTransaction: InTransaction
  readonly desk: FiguresDesk
  readonly demoId: (name: string) => string
  readonly actorOf: (name: string) => PersonActor
}

/**
 * Invented schools published invented numbers of the last year that can be told, once, and what may be told of them is
 * there at once: a letter of the demonstration leads to it. One school of the region shares.
 */
export async function loadDemoFigures(parts: Parts): Promise<void> {
  const { pool, inTransaction, desk, demoId, actorOf } = parts
  const file = new URL('../../../database/demo/figures.yaml', import.meta.url)
  const { ministry, publishes, schools } = demoFigures.parse(readYaml(readFileSync(file, 'utf8')))
  const ministryId = demoId(`organisation:${ministry}`)
  if (!(await letMakeNationalFigures(pool, ministryId))) return
  const published = Object.entries(schools).map(([slug, school]) => ({
    ...school,
    id: demoId(`organisation:${slug}`),
  }))
  await insertDemoOrganisations(pool, published)
  const system = { kind: 'system', name: 'demo', organisationId: ministryId } as const
  const at = <T>(verb: (work: Work) => Promise<T>) => inTransaction(system, 'maintenance', verb)
  await at((work) => receiveAll(work, parts, published))
  await withProtectThread((protect) => drawUpEditions(at, desk, protect))
  const leader = actorOf(publishes)
  const own = { kind: 'system', name: 'demo', organisationId: leader.organisationId } as const
  if (await inTransaction(own, 'maintenance', findPublishing)) return
  await inTransaction(leader, 'tell-figures', (work) => turnPublishingOn(work, ministryId))
}

type School = z.infer<typeof demoFigures>['schools'][string] & { readonly id: string }

async function receiveAll(
  work: Work,
  { desk, demoId }: Parts,
  schools: readonly School[],
): Promise<void> {
  if ((await listReceivedPeriods(work)).length > 0) return
  const period = lastTold('year', dutchDay(work.now))
  const rows = []
  for (const { id: from, counts } of schools) {
    for (const [name, cells] of Object.entries(counts)) {
      const definition = desk.definitions.find(name)
      if (!definition) throw new Error(`the demonstration counts "${name}", which is no figure`)
      const id = demoId(`figure:${from}:${name}`)
      const whole = cellsOf(codesOf(desk, definition), new Map(Object.entries(cells)))
      rows.push({
        id,
        from_id: from,
        definition: definition.id,
        definition_version: definition.version,
        period: period.code,
        number: 1,
        ...(await sealReceived(work, desk.keyring, id, whole)),
      })
    }
  }
  await insertAllReceived(work, rows)
  work.audit({ act: 'figures.load-demo', details: { counts: rows.length } })
}
