import { performance } from 'node:perf_hooks'
import { SaxesParser } from 'saxes'
import { aMotionInXml } from '#capabilities/papers/a-paper.ts'
import { readPaper } from '#capabilities/papers/index.ts'
import type { PersonActor } from '#platform/actor.ts'
import { newId } from '#platform/ids.ts'
import { addMember } from './a-member.ts'
import { signIn } from './a-school.ts'
import { expectStatus, median, summary } from './load.ts'
import { machineLoad } from './machine.ts'
import { type Program, withProgram } from './program.ts'
import { ms, printAims, printTable, ratio, say, whisper, whole } from './report.ts'

/** Papers in the register, and milliseconds that a search in them may take. */
const papers = 100_000
const aim = 50
const turns = 40

type Options = { readonly rounds: number }

/** How quickly papers are read, and how quickly one is found among a hundred thousand. */
export async function measurePapers({ rounds }: Options): Promise<boolean> {
  const read = measureReading(rounds)
  return (await withProgram(measureSearch)) && read
}

/** A letter of about four pages: what a motion asks, many times over, with other numbers. */
function longPaper(): Uint8Array {
  const one = (nr: number) =>
    `<al>overwegende dat artikel ${nr}, lid 1 van het Wetboek van Strafrecht wordt besproken in Kamerstuk 91 ${600 + nr}, nr. ${nr}; de Minister zal de Kamer voor 1 mei 2032 informeren.</al>`
  const text = Array.from({ length: 80 }, (_, at) => one(at + 1)).join('\n')
  const xml = aMotionInXml().replace('<al>verzoekt', () => `${text}<al>verzoekt`)
  return new TextEncoder().encode(xml)
}

/** Reading official XML, beside a bare parse of the same bytes: nothing that reads XML is quicker than that. */
function measureReading(rounds: number): boolean {
  whisper('papers: reading')
  const kinds = { 'a motion': new TextEncoder().encode(aMotionInXml()), 'four pages': longPaper() }
  let whole = true
  const rows = Object.entries(kinds).map(([paper, bytes]) => {
    // Time of the processor, not of the clock: reading waits for nothing, and others may be busy meanwhile.
    const spent = () => process.cpuUsage().user / 1_000_000
    const perSecond = (act: () => void): number => {
      for (let warm = 0; warm < 300; warm += 1) act()
      const found = Array.from({ length: rounds }, () => {
        const started = spent()
        let done = 0
        for (; spent() - started < 0.4; done += 1) act()
        return done / (spent() - started)
      })
      return median(found)
    }
    const text = new TextDecoder().decode(bytes)
    const bare = perSecond(() => void new SaxesParser().write(text).close())
    const read = perSecond(() => {
      if (readPaper(bytes).motions.length === 0) whole = false
    })
    return { paper, bytes: bytes.length, bare, read }
  })
  printTable(
    'Reading papers, in papers per second of one core',
    rows.map(({ paper, bytes, bare, read }) => ({
      paper,
      bytes: String(bytes),
      'a bare parse (the limit)': Math.round(bare).toString(),
      read: Math.round(read).toString(),
      'of the limit': ratio(read / bare),
    })),
  )
  return whole
}

/** One ministry with all those papers, each of its own words; a few words stand in many of them. */
async function addPapers(program: Program): Promise<PersonActor> {
  const actor: PersonActor = {
    ...{ kind: 'person', personId: newId(), organisationId: newId() },
    ...{ organisationKind: 'ministry', roles: ['programme-staff'] },
  }
  const { pool } = program
  await pool.query(
    `insert into organisation (id, kind, name) values ($1, 'ministry', 'Ministerie van Voorbeelden (verzonnen)')`,
    [actor.organisationId],
  )
  await addMember(program, actor)
  await pool.query(
    `insert into register_paper (organisation_id, id, sha256, reference, kind, title, dated, body, state, read_by, read_at,
       changed_at)
     select $1, gen_random_uuid(), sha256(n::text::bytea), 'kst-' || (10000 + n / 1000) || '-' || (1 + n % 1000), 'brief',
       'Verzonnen brief kenmerk' || n, date '2000-01-01' + (n % 9000),
       'De regering ' || case when n % 20 = 0 then 'vroegsignalering ' else '' end ||
         (select string_agg('woord' || ((n * 7919 + one * 104729) % 20011), ' ') from generate_series(1, 24) as one),
       'kept', $2, now(), now()
     from generate_series(0, ${papers - 1}) as n`,
    [actor.organisationId, actor.personId],
  )
  await pool.query('vacuum analyze register_paper')
  return actor
}

const questions = {
  'a word of one paper': (turn: number) => `kenmerk${turn * 97}`,
  'a number': (turn: number) => `kst-${10000 + turn}-${1 + turn}`,
  'two words': (turn: number) => `vroegsignalering woord${(turn * 7919) % 20011}`,
  'a word of one in twenty': () => 'vroegsignalering',
  'a word of all': () => 'regering',
}

/** The page of the list, asked as a browser does, beside reading all that has the word. */
async function measureSearch(program: Program): Promise<boolean> {
  whisper(`papers: ${papers} in the register`)
  const actor = await addPapers(program)
  const { cookie } = await signIn(program, actor)
  const client = await program.pool.connect()
  const rows: { question: string; page: number; sql: number; p95: number }[] = []
  try {
    await client.query('set enable_seqscan = off')
    for (const [question, word] of Object.entries(questions)) {
      const page: number[] = []
      const sql: number[] = []
      for (let turn = 0; turn < turns; turn += 1) {
        const path = `/verantwoording/stukken?zoek=${encodeURIComponent(word(turn))}`
        const started = performance.now()
        expectStatus(await program.sender.send({ path, cookie }), 200)
        const answered = performance.now()
        await client.query(statementFor(word(turn)), [actor.organisationId, word(turn)])
        const asked = performance.now()
        // The first ones warm what a server has warm.
        if (turn < 8) continue
        page.push(answered - started)
        sql.push(asked - answered)
      }
      const { p50, p95 } = summary(page)
      rows.push({ question, page: p50, p95, sql: summary(sql).p50 })
    }
  } finally {
    client.release()
  }
  say(`Load of the machine: ${ms(machineLoad())}.`)
  printTable(
    `Searching ${papers} papers, in ms`,
    rows.map(({ question, page, p95, sql }) => ({
      question,
      'all of them, put in order': ms(sql),
      'the page, p50': ms(page),
      p95: ms(p95),
    })),
  )
  printAims(
    'Papers: aims',
    rows.map(({ question, p95 }) => ({
      aim: `${question}: found among ${whole(papers)} under ${aim} ms (p95)`,
      found: `${ms(p95)} ms`,
      met: p95 < aim,
    })),
  )
  return true
}

/** Without the door and its bounds: every paper that has the word is read and put in order. */
const statementFor = (word: string): string =>
  word.startsWith('kst-')
    ? `select id, dated from register_paper where organisation_id = $1 and state = 'kept' and reference = $2`
    : `with found as materialized (select id, dated from register_paper
         where organisation_id = $1 and state <> 'set-aside'
           and words_of_register_paper(title, body, dated) @@ websearch_to_tsquery('dutch', $2))
       select id from found order by dated desc nulls last, id limit 51`
