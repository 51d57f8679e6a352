import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { PersonActor } from '#platform/actor.ts'
import { Refusal } from '#platform/refusal.ts'
import type { Work } from '#platform/work.ts'
import { aHouse, type TestHouse } from '#tests/a-house.ts'
import {
  aCountedWave,
  anOpenWave,
  answered,
  aSurveyDesk,
  asResearcher,
  type OpenWave,
  openedOf,
} from './a-wave.ts'
import { sitDown } from './answer-survey.ts'
import type { Answers } from './answers.ts'
import { closeWave } from './close-wave.ts'
import { readNextWords } from './code-words.ts'
import { openUrn } from './open-urn.ts'
import { readResults } from './read-results.ts'
import { readWave } from './read-waves.ts'
import type { SurveyDesk } from './survey-desk.ts'

// From answers that are sent to what they say of all schools, without any page.

let house: TestHouse
let desk: SurveyDesk
let leader: PersonActor

before(async () => {
  house = await aHouse()
  desk = aSurveyDesk(house)
  const institute = await house.anOrganisation('research-institute', 'Bureau C (verzonnen)')
  leader = await house.aPerson(institute, ['researcher'])
})
after(() => house.close())

const does = <T>(verb: (work: Work) => Promise<T>) => asResearcher(house, leader)(verb)
const refused = (because: string) => (error: unknown) =>
  error instanceof Refusal && error.because === because
const aWave = (): Promise<OpenWave> =>
  anOpenWave(house, { actor: leader, desk, schools: { vo: 12 } })
const placed = (wave: OpenWave, at = 0) => ({
  organisationId: leader.organisationId,
  wave: wave.id,
  code: wave.schools[at]?.code ?? '',
})
const counted = (all: readonly Answers[], title?: string): Promise<string> =>
  aCountedWave(house, { actor: leader, desk, ...(title ? { title } : {}) }, all)

test('answers count once, also when they are sent twice at the same moment', async () => {
  const wave = await aWave()
  const sent = await Promise.all(
    [1, 2, 3, 4].map(() => answered(house, desk, placed(wave), { worried: 'yes' })),
  ).catch((error: unknown) => [String(error)])
  assert.equal(sent.filter((result) => result === 'submitted').length, 1)
  const { rows } = await house.pool.query(
    'select count(*)::int as urn from survey_urn where wave_id = $1',
    [wave.id],
  )
  assert.equal(rows[0].urn, 1)
})

test('the urn stays closed while the wave is open, with another key, or with too few answers', async () => {
  const wave = await aWave()
  const open = (halves = wave.halves) => does((work) => openUrn(work, desk, wave.id, halves))
  await assert.rejects(open(), refused('wave-is-open'))
  for (let at = 0; at < 9; at += 1) await answered(house, desk, placed(wave, at), { knows: 'no' })
  await does((work) => closeWave(work, wave.id))
  const late = placed(wave, 10)
  const survey = { kind: 'system', name: 'survey', organisationId: leader.organisationId } as const
  const sitting = await house.inTransaction(survey, 'ask-schools', (work) =>
    sitDown(work, desk, wave.id, late.code),
  )
  assert.equal(sitting, 'wave-closed')
  assert.equal(await answered(house, desk, late, {}), 'wave-closed')
  const other = await aWave()
  assert.deepEqual(await open(other.halves), {
    ...{ ok: false, because: 'key-does-not-fit', fits: undefined },
  })
  assert.deepEqual(await open(), { ok: false, because: 'too-few' })
  assert.equal((await does((work) => readWave(work, wave.id))).wave.state, 'closed')
})

test('opened once, answers are told with the strata that are told together, and never with a small one', async () => {
  const wave = await anOpenWave(house, {
    ...{ actor: leader, desk, by: ['kind', 'province'] },
    schools: { vo: 24, po: 24, mbo: 2 },
  })
  for (const [at, { code }] of wave.schools.entries()) {
    const answers = { worried: at % 2 ? 'yes' : 'no', help: `Wens ${at}` }
    await answered(house, desk, { ...placed(wave), code }, answers)
  }
  await does((work) => closeWave(work, wave.id))
  const opened = await does((work) => openUrn(work, desk, wave.id, wave.halves))
  assert.deepEqual(opened, { ok: true, answers: 50 })
  await assert.rejects(
    does((work) => openUrn(work, desk, wave.id, wave.halves)),
    refused('wave-is-counted'),
  )
  const read = await openedOf(house, desk, leader.organisationId, wave.id)
  assert.equal(new Set(read.map(({ answers }) => answers.help)).size, 50)
  const cells = Map.groupBy(read, ({ cell }) => cell)
  // Two vocational schools are too few: they go with the primary schools, and the others stay apart.
  assert.deepEqual([...cells.keys()].sort(), ['others', 'vo / Proefland', 'vo / Waterrade'])
  assert.ok([...cells.values()].every((each) => each.length >= 10))
})

test('results tell who did not answer, percentages with their interval, and nothing of a few answers', async () => {
  const all = Array.from({ length: 20 }, (_, at) => ({
    worried: at < 12 ? 'yes' : 'no',
    ...(at < 9 ? { knows: 'yes' } : {}),
  }))
  const id = await counted(all)
  const { told } = await does((work) => readResults(work, desk, id))
  const of = (question: string) => told.questions.find((each) => each.question === question)
  const yes = of('worried')?.options.find(({ option }) => option === 'yes')
  // 12 of 20 by Wilson: 38.7 to 78.1 per cent.
  assert.deepEqual([yes?.percent, yes?.low, yes?.high, yes?.designEffect], [60, 38, 79, 1])
  assert.deepEqual(of('knows'), { question: 'knows', asked: 20, answered: 9, options: [] })
  await assert.rejects(
    does((work) => readNextWords(work, desk, id, 'worried')),
    refused('no-such-page'),
  )
})

test('waves are compared only when the same was asked of the same schools, and the difference has its interval', async () => {
  const answers = (yes: number): Answers[] =>
    Array.from({ length: 20 }, (_, at) => ({ worried: at < yes ? 'yes' : 'no' }))
  const before = await counted(answers(8), 'Eerder')
  const after = await counted(answers(14), 'Later')
  const { told, earlier } = await does((work) => readResults(work, desk, after, before))
  assert.ok(earlier.some((wave) => wave.id === before))
  const { earlier: none } = await does((work) => readResults(work, desk, before, after))
  assert.ok(!none.some((wave) => wave.id === after))
  const change = told.questions
    .find((each) => each.question === 'worried')
    ?.options.find(({ option }) => option === 'yes')?.change
  assert.equal(change?.difference, 30)
  assert.ok(change && change.low <= 0 && change.high > 30)
})
