import { performance } from 'node:perf_hooks'
import { openSolver } from '#capabilities/figures/linear-program.ts'
import { protectTable } from '#capabilities/figures/protect-table.ts'
import { crossTable, type Division } from '#capabilities/figures/table.ts'
import { summary } from './load.ts'
import { machineLoad } from './machine.ts'
import { measureNational } from './national-figures.ts'
import { withProgram } from './program.ts'
import { ms, printAims, printTable, say, whisper, whole } from './report.ts'

/** Milliseconds from rows to a table that may be told. */
const aim = 200
const rows = 1_000_000
const kinds = 20
const quarters = ['q1', 'q2', 'q3', 'q4'] as const

const some = (code: string, codes: readonly string[]): Division => ({
  code,
  of: codes.map((one) => ({ code: one })),
})

type Options = { readonly rounds: number }

/**
 * A table of kinds by quarter over a million rows, of which a few kinds are rare, with all its totals: counted by the
 * database, and then everything hidden that has to be. The plain count is the limit: nothing is quicker than that. A
 * national figure over as many rows has no such count in it: each organisation counted its period when it was over.
 */
export const measureFigures = ({ rounds }: Options): Promise<boolean> =>
  withProgram(async (program) => {
    const { pool } = program
    whisper(`figures: ${rows} rows`)
    // Kinds halve from one to the next, so the last ones have a handful of rows; every row counts once.
    await pool.query(`create table bench_figures as
      select (least(floor(-ln(1 - (n * 0.6180339887498949) % 1) / ln(2)), ${kinds - 1}))::int as kind,
             (n % 4)::int as quarter
      from generate_series(1, ${rows}) as n`)
    await pool.query('analyze bench_figures')
    const names = Array.from({ length: kinds }, (_, nth) => `k${nth}`)
    const table = crossTable([some('all', names), some('2026', quarters)])
    const started = performance.now()
    const solver = await openSolver()
    const loading = performance.now() - started
    const counting: number[] = []
    const protecting: number[] = []
    let told = 0
    let secret = 0
    for (let turn = 0; turn < rounds * 5 + 1; turn += 1) {
      const begin = performance.now()
      const { rows: found } = await pool.query<{ kind: number; quarter: number; count: string }>(
        'select kind, quarter, count(*) from bench_figures group by kind, quarter',
      )
      const counted = performance.now()
      const counts = new Map(names.flatMap((name) => quarters.map((one) => [`${name}|${one}`, 0])))
      for (const { kind, quarter, count } of found) {
        counts.set(`k${kind}|${quarters[quarter]}`, Number(count))
      }
      const published = protectTable(solver, { table, counts, before: [] })
      told = published.filter((cell) => cell.told !== 'secret').length
      secret = published.length - told
      // The first one warms what a server has warm.
      if (turn === 0) continue
      counting.push(counted - begin)
      protecting.push(performance.now() - counted)
    }
    await pool.query('drop table bench_figures')
    const national = await measureNational(program, { rows, turns: rounds * 5 })
    const [count, protect] = [summary(counting), summary(protecting)]
    say(`Load of the machine: ${ms(machineLoad())}.`)
    printTable(`A table of ${told + secret} numbers over ${rows} rows, in ms`, [
      { what: 'counting in the database (the limit)', p50: ms(count.p50), p95: ms(count.p95) },
      { what: `hiding ${secret} of them`, p50: ms(protect.p50), p95: ms(protect.p95) },
      { what: 'loading the solver, once', p50: ms(loading), p95: '' },
      ...national.lines,
    ])
    const together = count.p50 + protect.p50
    const { make } = national
    printAims('Figures: aims', [
      {
        aim: `a table over ${whole(rows)} rows, safe to tell, under ${aim} ms`,
        found: `${ms(together)} ms`,
        met: together < aim,
      },
      {
        aim: `a national figure of counts over ${whole(rows)} rows, made and kept, under ${aim} ms`,
        found: `${ms(make)} ms`,
        met: make < aim,
      },
    ])
    return told > 0 && secret > 0
  })
