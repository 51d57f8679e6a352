import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { PersonActor } from '#platform/actor.ts'
import { newId } from '#platform/ids.ts'
import { aHouse, type TestHouse } from '#tests/a-house.ts'
import {
  anOpenWave,
  answered,
  aSurveyDesk,
  asResearcher,
  type OpenWave,
  openedOf,
} from './a-wave.ts'
import { keepAnswers } from './answer-survey.ts'
import type { Answers } from './answers.ts'
import { closeWave } from './close-wave.ts'
import { openUrn } from './open-urn.ts'
import type { SurveyDesk } from './survey-desk.ts'

// Somebody has the whole database, from before the urn was opened and from after it, with what PostgreSQL itself
// keeps of every row, and tries to find out which school gave which answer. 60 schools answer, each in words of its
// own, so that the truth is known here.

const count = 60

let house: TestHouse
let desk: SurveyDesk
let actor: PersonActor
let wave: OpenWave
/** the school of every answer, by the id that the answer got: what nobody else may find */
let truth: ReadonlyMap<string, string>
/** while it was open, when it was closed, and after the urn was opened */
const dumps: Dump[] = []
let last: Dump
let firstByte: string

const mark = (at: number): string => `Kenmerkende woorden ${at} uit de proef`
const answersOf = (at: number): Answers => ({
  worried: at % 3 === 0 ? 'no' : 'yes',
  help: `${mark(at)} ${'en nog iets '.repeat(at)}`.trim(),
})

before(async () => {
  house = await aHouse()
  desk = aSurveyDesk(house)
  const organisation = await house.anOrganisation('research-institute', 'Bureau Proef (verzonnen)')
  actor = await house.aPerson(organisation, ['researcher'])
  const asked = { vo: 30, po: 20, mbo: 10 }
  wave = await anOpenWave(house, { actor, desk, schools: asked, by: ['kind'] })
  assert.equal(wave.schools.length, count)
  firstByte = String((await house.pool.query('select pg_current_wal_lsn() as at')).rows[0].at)
  // What would happen without envelopes: the answer in a row of its own, in the transaction in which it came.
  await house.pool.query(
    'create table naive_answer (organisation_id uuid, id uuid primary key, answers text)',
  )
  const shuffled = wave.schools
    .map((school, at) => ({ school, at, chance: Math.random() }))
    .sort((a, b) => a.chance - b.chance)
  const naive = new Map<string, string>()
  for (const { school, at } of shuffled) {
    const { organisationId } = actor
    const place = { organisationId, wave: wave.id, code: school.code }
    // Every third school stopped first and went on later.
    if (at % 3 === 0) {
      const survey = { kind: 'system', name: 'survey', organisationId } as const
      await house.inTransaction(survey, 'ask-schools', (work) =>
        keepAnswers(work, desk, wave.id, school.code, { answers: answersOf(at), at: 1 }),
      )
    }
    assert.equal(await answered(house, desk, place, answersOf(at)), 'submitted')
    const id = newId()
    naive.set(id, school.school)
    await house.pool.query(
      `with answering as (update survey_invitation set reminders = reminders
         where organisation_id = $1 and wave_id = $2 and school = $3 returning 1)
       insert into naive_answer select $1, $4, $5 from answering`,
      [organisationId, wave.id, school.school, id, `Onbeschermde woorden ${at}`],
    )
  }
  naiveTruth = naive
  dumps.push(await dump())
  await asResearcher(house, actor)((work) => closeWave(work, wave.id))
  dumps.push(await dump())
  const opened = await asResearcher(
    house,
    actor,
  )((work) => openUrn(work, desk, wave.id, wave.halves))
  assert.deepEqual(opened, { ok: true, answers: count })
  last = await dump()
  dumps.push(last)
  const read = await openedOf(house, desk, actor.organisationId, wave.id)
  truth = new Map(
    read.map(({ id, answers }) => {
      const at = Number(/woorden (\d+)/.exec(String(answers.help))?.[1])
      return [id, wave.schools[at]?.school ?? '']
    }),
  )
  assert.equal(truth.size, count)
})
after(() => house.close())

let naiveTruth: ReadonlyMap<string, string>

/** A row as a thief has it: its values as text, and what PostgreSQL keeps of it besides. */
type Row = {
  readonly table: string
  readonly ctid: string
  readonly xmin: number
  readonly size: number
  readonly values: Readonly<Record<string, string>>
}
type Dump = readonly Row[]

async function dump(): Promise<Dump> {
  const { rows: tables } = await house.pool.query(
    `select relname from pg_class where relkind = 'r' and relnamespace = 'public'::regnamespace`,
  )
  const all: Row[] = []
  for (const { relname } of tables) {
    const { rows } = await house.pool.query(
      `select ctid::text, xmin::text::bigint as xmin, pg_column_size(t.*) as size, to_jsonb(t) as values
       from ${relname} t`,
    )
    for (const row of rows) {
      const values = Object.entries(row.values as Record<string, unknown>)
      all.push({
        table: relname,
        ctid: row.ctid,
        xmin: Number(row.xmin),
        size: row.size,
        values: Object.fromEntries(
          values.flatMap(([name, value]) => (value === null ? [] : [[name, String(value)]])),
        ),
      })
    }
  }
  return all
}

const of = (rows: Dump, table: string): Row[] => rows.filter((row) => row.table === table)
const place = ({ ctid }: Row): number => {
  const [, page, line] = /\((\d+),(\d+)\)/.exec(ctid) ?? []
  return Number(page) * 1000 + Number(line)
}
const by =
  (key: (row: Row) => number | string) =>
  (a: Row, b: Row): number => {
    const [x, y] = [key(a), key(b)]
    return x < y ? -1 : x > y ? 1 : 0
  }
const idOf = ({ values }: Row): string => values.id ?? ''
const schoolOf = ({ values }: Row): string => values.school ?? ''

type Guess = ReadonlyMap<string, string>
/** Answers and schools in an order each: the first belongs to the first. */
const paired = (answers: readonly Row[], schools: readonly Row[]): Guess =>
  new Map(answers.map((answer, at) => [idOf(answer), schools[at] ? schoolOf(schools[at]) : '']))

const schoolOrders: Readonly<Record<string, (row: Row) => number | string>> = {
  'where the row lies': place,
  'in which transaction it was written': ({ xmin }) => xmin,
  'by its code': schoolOf,
}
const answerOrders: Readonly<Record<string, (row: Row) => number | string>> = {
  'where the row lies': place,
  'in which transaction it was written': ({ xmin }) => xmin * 100_000,
  'by its id': idOf,
  'by its size': ({ size }) => size,
}

/** Everything a thief can try to lead answers back to the schools that gave them. */
function attacks(answers: readonly Row[], dumps: readonly Dump[]): ReadonlyMap<string, Guess> {
  const guesses = new Map<string, Guess>()
  for (const [moment, rows] of dumps.entries()) {
    const schools = of(rows, 'survey_invitation')
    for (const [how, schoolKey] of Object.entries(schoolOrders)) {
      for (const [which, answerKey] of Object.entries(answerOrders)) {
        guesses.set(
          `order: answers ${which}, schools ${how}, dump ${moment}`,
          paired(answers.toSorted(by(answerKey)), schools.toSorted(by(schoolKey))),
        )
      }
    }
    // The same transaction wrote both.
    const written = new Map(schools.map((row) => [row.xmin, schoolOf(row)]))
    guesses.set(
      `one transaction, dump ${moment}`,
      new Map(answers.map((answer) => [idOf(answer), written.get(answer.xmin) ?? ''])),
    )
    // The same value stands in both, or in a third row that names the school.
    const common = new Set(['organisation_id', 'wave_id', 'cell'])
    const bySchool = new Map<string, string>()
    for (const row of rows) {
      if (!row.values.school || answers.includes(row)) continue
      for (const value of Object.values(row.values)) bySchool.set(value, schoolOf(row))
    }
    guesses.set(
      `one value, dump ${moment}`,
      new Map(
        answers.map((answer) => {
          const known = Object.entries(answer.values).find(
            ([name, value]) => !common.has(name) && bySchool.has(value),
          )
          return [idOf(answer), bySchool.get(known?.[1] ?? '') ?? '']
        }),
      ),
    )
  }
  // By way of the urn: its rows tell the school by their transaction, as long as they lie there.
  const [earlier = []] = dumps
  const writers = new Map(of(earlier, 'survey_invitation').map((row) => [row.xmin, row]))
  const envelopes = of(earlier, 'survey_urn')
  const sealed = new Map(envelopes.map((row) => [row.values.sealed, writers.get(row.xmin)]))
  guesses.set(
    'the same sealed value in the urn',
    new Map(
      answers.map((answer) => {
        const found = sealed.get(answer.values.sealed)
        return [idOf(answer), found ? schoolOf(found) : '']
      }),
    ),
  )
  for (const [how, key] of Object.entries(answerOrders)) {
    const inUrn = envelopes.toSorted(by(key)).flatMap((row) => writers.get(row.xmin) ?? [])
    guesses.set(`urn and answers ${how}`, paired(answers.toSorted(by(key)), inUrn))
  }
  return guesses
}

const hits = (guess: Guess, known: Guess): number =>
  [...guess].filter(([id, school]) => known.get(id) === school).length

/** Pairing at random is right once on average; more than this happens once in a million times. */
const chance = 9

test('no attack on the whole database finds more schools than chance does', () => {
  const answers = of(last, 'survey_answer')
  assert.equal(answers.length, count)
  const found = [...attacks(answers, dumps)].map(
    ([attack, guess]) => [attack, hits(guess, truth)] as const,
  )
  assert.ok(found.length > 25)
  assert.deepEqual(
    found.filter(([, right]) => right > chance),
    [],
  )
})

test('the same attacks find every school where answers are kept as they come in', () => {
  const answers = of(last, 'naive_answer')
  const found = [...attacks(answers, dumps)].map(
    ([attack, guess]) => [attack, hits(guess, naiveTruth)] as const,
  )
  const broken = found.filter(([, right]) => right === count).map(([attack]) => attack)
  for (const attack of [
    'one transaction, dump 0',
    'order: answers where the row lies, schools in which transaction it was written, dump 0',
    'order: answers by its id, schools in which transaction it was written, dump 0',
  ]) {
    assert.ok(broken.includes(attack), attack)
  }
})

test('what can be told of an answer besides its words is alike for all: no time in its id, one length', () => {
  const answers = of(last, 'survey_answer')
  assert.ok(answers.every(({ values }) => /^[0-9a-f-]{14}4/.test(values.id ?? '')))
  assert.equal(new Set(answers.map(({ size }) => size)).size, 1)
  assert.equal(new Set(of(dumps[0] ?? [], 'survey_urn').map(({ size }) => size)).size, 1)
  assert.deepEqual(Object.keys(answers[0]?.values ?? {}).sort(), [
    'cell',
    'id',
    'organisation_id',
    'sealed',
    'wave_id',
  ])
  // Written in the order of ids that are chance.
  const order = answers.toSorted(by(place)).map(idOf)
  assert.deepEqual(order, order.toSorted())
})

test('after the opening the urn is empty, and no unfinished answers lie anywhere', () => {
  assert.equal(of(last, 'survey_urn').length, 0)
  assert.equal(of(last, 'survey_draft').length, 0)
  assert.equal(of(dumps[0] ?? [], 'survey_urn').length, count)
})

test('the trail tells that a wave was opened, and nothing of any answer', () => {
  const lines = of(last, 'trail_entry').filter(({ values }) => /^survey\./.test(values.act ?? ''))
  assert.ok(lines.length > 5)
  const ids = new Set([...truth.keys(), ...truth.values()])
  for (const { values } of lines) {
    for (const value of Object.values(values)) assert.ok(!ids.has(value), values.act)
    assert.doesNotMatch(JSON.stringify(values), /99[VPM]A\d\d|woorden/)
  }
})

test('no word of an answer stands in plain in any table or in the log of changes', async () => {
  const { rows } = await house.pool.query(
    `select sum(position('Kenmerkende woorden'::bytea in bytes))::int as sealed,
       sum(position('Onbeschermde woorden'::bytea in bytes))::int as naive
     from (select pg_read_binary_file('pg_wal/' || name) as bytes from pg_ls_waldir()
       where name >= pg_walfile_name($1::pg_lsn) and name <= pg_walfile_name(pg_current_wal_lsn())) w`,
    [firstByte],
  )
  assert.equal(rows[0].sealed, 0)
  // The naive answers stand there in plain, so the search sees what is there.
  assert.ok(rows[0].naive > 0)
  assert.ok(!JSON.stringify(dumps).includes('Kenmerkende'))
  assert.ok(JSON.stringify(dumps).includes('Onbeschermde'))
})
