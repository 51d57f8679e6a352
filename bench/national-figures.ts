import { join } from 'node:path'
import { performance } from 'node:perf_hooks'
import { sealReceived } from '#capabilities/figures/count-words.ts'
import { countSources } from '#capabilities/figures/definition.ts'
import { drawUpEditions } from '#capabilities/figures/draw-up-editions.ts'
import { openSolver } from '#capabilities/figures/linear-program.ts'
import { loadDefinitions } from '#capabilities/figures/load-definitions.ts'
import { protectTable } from '#capabilities/figures/protect-table.ts'
import { publishedFigures } from '#capabilities/figures/published-figures.ts'
import { insertAllReceived, letMakeNationalFigures } from '#capabilities/figures/received-store.ts'
import { placementCounts } from '#capabilities/support/count-placements.ts'
import { loadCatalogue } from '#capabilities/support/load-catalogue.ts'
import type { CountSource } from '#platform/count-source.ts'
import { newId } from '#platform/ids.ts'
import { summary } from './load.ts'
import type { Program } from './program.ts'
import { ms, whisper } from './report.ts'

const organisations = 300

const folder = join(import.meta.dirname, '../knowledge')

/** As the program counts them: its own job finds these counts as well, and makes the same of them. */
const placements = placementCounts(loadCatalogue(folder))

/** Sources that nothing is asked of here. */
const silent = (kind: string): CountSource => ({ ...placements, kind })

/** Kinds halve from one to the next, so that the last ones are rare. */
const share = (rows: number, nth: number): number =>
  Math.round(rows / organisations / 2 ** Math.min(nth + 1, 19))

/**
 * National figures of as many rows, as 300 organisations counted them: from the sealed counts of one period to an
 * edition that is safe to tell and kept, a period at a time; and reading one back. Milliseconds, a row for the table.
 */
export async function measureNational(
  { pool, keyring, inTransaction }: Pick<Program, 'pool' | 'keyring' | 'inTransaction'>,
  { rows, turns }: { readonly rows: number; readonly turns: number },
) {
  whisper(`figures: ${organisations} organisations publish ${turns} periods`)
  const sources = countSources.map((kind) => (kind === placements.kind ? placements : silent(kind)))
  const definitions = loadDefinitions(folder, sources)
  const ids = Array.from({ length: organisations + 1 }, () => newId())
  await pool.query(
    `insert into organisation (id, kind, name, demo)
     select id::uuid, case when n = 1 then 'ministry' else 'secondary-school' end, 'Bench ' || n, true
     from unnest($1::text[]) with ordinality as t(id, n)`,
    [ids],
  )
  const [ministry = '', ...schools] = ids
  await letMakeNationalFigures(pool, ministry)
  const actor = { kind: 'system', name: 'figures', organisationId: ministry } as const
  const publish = (period: string) =>
    inTransaction(actor, 'tell-figures', async (work) => {
      const received = []
      for (const from of schools) {
        const id = newId()
        const cells = Object.fromEntries(
          placements.divisions.map(({ code }, nth) => [code, share(rows, nth)]),
        )
        received.push({
          ...{ id, from_id: from, definition: 'placements', definition_version: 1, period },
          number: 1,
          ...(await sealReceived(work, keyring, id, cells)),
        })
      }
      await insertAllReceived(work, received)
    })
  const solver = await openSolver()
  const making: number[] = []
  const reading: number[] = []
  const published = publishedFigures(pool, definitions)
  let secret = 0
  for (let turn = 0; turn < turns + 1; turn += 1) {
    const period = String(2025 - turn)
    await publish(period)
    const begun = performance.now()
    await drawUpEditions(
      (verb) => inTransaction(actor, 'tell-figures', verb),
      { keyring, definitions },
      async (asked) => protectTable(solver, asked),
    )
    const made = performance.now()
    const found = await published.find('placements', period)
    const read = performance.now()
    const cells = found?.told.at(-1)?.edition.cells
    if (!cells) throw new Error('no national figure was made')
    secret = cells.filter(({ told }) => told === 'secret').length
    // The first one warms what a server has warm.
    if (turn === 0) continue
    making.push(made - begun)
    reading.push(read - made)
  }
  const [make, back] = [summary(making), summary(reading)]
  return {
    make: make.p50,
    lines: [
      {
        what: `a national edition of ${organisations} organisations, ${placements.divisions.length + 1} numbers, ${secret} secret`,
        p50: ms(make.p50),
        p95: ms(make.p95),
      },
      { what: 'reading one back', p50: ms(back.p50), p95: ms(back.p95) },
    ],
  }
}
