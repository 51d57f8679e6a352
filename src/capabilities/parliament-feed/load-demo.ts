import { readFileSync } from 'node:fs'
import { z } from 'zod'
import type { PersonActor } from '#platform/actor.ts'
import { readYaml } from '#platform/plain-yaml.ts'
import type { InTransaction } from '#platform/work.ts'
import { asFeedOf } from './access.ts'
import { readListPage } from './read-list-page.ts'
import { keepRows } from './store-rows.ts'
import { freshRows } from './take-rows.ts'

const rows = z.array(z.looseObject({}))
const demoRows = z.strictObject({ by: z.string(), matters: rows, documents: rows, decisions: rows })

export type DemoActors = {
  /** somebody of the demo region, such as `person:bas-brief` */
  readonly actorOf: (name: string) => PersonActor
}

/** Invented rows for an invented ministry, read as those of the House are. Loading again changes nothing. */
export async function loadDemoRows({
  actorOf,
  inTransaction,
}: DemoActors & { readonly inTransaction: InTransaction }): Promise<void> {
  const file = new URL('../../../database/demo/parliament-rows.yaml', import.meta.url)
  const { by, ...sources } = demoRows.parse(readYaml(readFileSync(file, 'utf8')))
  await inTransaction(asFeedOf(actorOf(by).organisationId), 'maintenance', async (work) => {
    for (const source of ['matters', 'documents', 'decisions'] as const) {
      const { items } = readListPage(source, JSON.stringify({ value: sources[source] }))
      await keepRows(work, { source, walk: 0 }, freshRows(items))
    }
  })
}
