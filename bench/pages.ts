import { aSchool, type Visitor } from './a-school.ts'
import { addSignals } from './bulk.ts'
import { prepareDrafts } from './drafts.ts'
import { type Weight, weighFirstVisits } from './first-visit.ts'
import { type Ask, expectStatus, load, type Measured } from './load.ts'
import { watchUsage } from './machine.ts'
import { type Program, withProgram } from './program.ts'
import { kilobytes, ms, printAims, printTable, whisper, whole } from './report.ts'

export type PagesOptions = { readonly seconds: number; readonly clients?: number }

type Page = { readonly name: string; readonly asks: readonly [Ask, ...Ask[]] }
type Row = {
  readonly name: string
  readonly found: Measured
  readonly cores: ReturnType<ReturnType<typeof watchUsage>>
  readonly html: number
}

const form = 'record form, recognition off'
const formEmpty = 'first question of the form'
const explore = 'Verken'
const fullPage = 'queue with 100 signals'

/** Pages per second, and what a page weighs over the wire with everything that it loads. */
export const measurePages = ({ seconds, clients = 32 }: PagesOptions): Promise<boolean> =>
  withProgram(async (program) => {
    const rows: Row[] = []
    const pages = await pagesOf(program)
    for (const page of pages) {
      whisper(`pages: ${page.name}`)
      rows.push(await measure(program, page, seconds, clients))
    }
    whisper('pages: first visits in a browser')
    const visits = pages.map(({ asks: [{ path, cookie }] }) => ({ path, cookie }))
    tell(rows, await weighFirstVisits(program.port, visits))
    return rows.every(({ found }) => found.errors === 0)
  })

async function pagesOf(program: Program): Promise<Page[]> {
  const small = await aSchool(program, 40)
  const medium = await aSchool(program, 40)
  const large = await aSchool(program, 40)
  await addSignals(program, small, 10, 1)
  await addSignals(program, medium, 100, 1)
  await addSignals(program, large, 10_000, 1)
  await program.pool.query('vacuum analyze')
  const drafts = await prepareDrafts(program, small, 40)
  const by = (people: readonly Visitor[], path: string) =>
    atLeastOne(people.map(({ cookie }) => ({ path, cookie })))
  const forms = (more: string) =>
    atLeastOne(
      drafts.map(({ id, writer }) => ({
        path: `/signalen/concept/${id}/wat`,
        cookie: writer.cookie + more,
      })),
    )
  const [signal] = (
    await program.pool.query('select id from signal where organisation_id = $1 limit 1', [large.id])
  ).rows
  return [
    { name: 'home', asks: [{ path: '/' }] },
    { name: explore, asks: [{ path: '/verken' }] },
    { name: formEmpty, asks: by(small.teachers, '/signalen/nieuw') },
    { name: form, asks: forms('; herkenning=uit') },
    { name: 'record form, recognition on', asks: forms('') },
    { name: 'queue with 10 signals', asks: by(small.coordinators, '/wachtrij') },
    { name: fullPage, asks: by(medium.coordinators, '/wachtrij') },
    { name: 'queue with 10,000 signals', asks: by(large.coordinators, '/wachtrij') },
    { name: 'one signal', asks: by(large.coordinators, `/signalen/${signal.id}`) },
  ]
}

function atLeastOne([first, ...others]: readonly Ask[]): Page['asks'] {
  if (!first) throw new Error('There is nothing to ask for.')
  return [first, ...others]
}

async function measure(
  { sender, pid, postmaster }: Program,
  { name, asks }: Page,
  seconds: number,
  clients: number,
): Promise<Row> {
  const [first] = asks
  const html = expectStatus(await sender.send(first), 200).body
  const act = async (turn: number) => {
    expectStatus(await sender.send(asks[turn % asks.length] ?? first), 200)
  }
  await load({ clients, seconds: seconds / 3, act })
  const usage = watchUsage(pid, postmaster)
  const found = await load({ clients, seconds, act })
  return {
    name,
    found,
    cores: usage(),
    html: html.length,
  }
}

function tell(rows: readonly Row[], weights: readonly Weight[]): void {
  printTable(
    'Pages, 32 clients (html in kB before compression)',
    rows.map(({ name, found, cores, html }) => ({
      page: name,
      'per second': whole(found.perSecond),
      'p50 ms': ms(found.p50),
      'p95 ms': ms(found.p95),
      errors: String(found.errors),
      'CPU ms each: program': ms((1000 * cores.program) / found.perSecond),
      database: ms((1000 * cores.database) / found.perSecond),
      driver: ms((1000 * cores.driver) / found.perSecond),
      html: kilobytes(html),
    })),
  )
  printTable(
    'First visit in a browser, kB over the wire',
    rows.map(({ name }, at) => ({
      page: name,
      everything: kilobytes(weights[at]?.all ?? 0),
      of: weights[at]?.parts ?? '',
    })),
  )
  const row = (name: string) => rows.find((one) => one.name === name) ?? rows[0]
  const rate = row(form)?.found.perSecond ?? 0
  const weightOf = (name: string) => weights[rows.findIndex((one) => one.name === name)]
  const weight = weightOf(explore)?.all ?? 0
  const scripts = weightOf(form)?.script ?? 0
  const rates = (name: string) => row(name)?.found.perSecond ?? 0
  const flat = rates('queue with 10,000 signals') / rates(fullPage)
  printAims('Pages: aims', [
    {
      aim: 'form with a session (its reading in the trail): 2,000 per second',
      found: whole(rate),
      met: rate >= 2000,
    },
    {
      aim: 'first question, with a session: 2,000 per second',
      found: whole(rates(formEmpty)),
      met: rates(formEmpty) >= 2000,
    },
    { aim: 'first visit of Verken at most 60 kB', found: kilobytes(weight), met: weight <= 60_000 },
    {
      aim: 'no script on the form, recognition off',
      found: `${scripts} bytes`,
      met: scripts === 0,
    },
    {
      aim: 'queue of 10,000 as fast as of 100, both a full page (within a tenth)',
      found: flat.toFixed(2),
      met: flat > 0.9,
    },
  ])
}
