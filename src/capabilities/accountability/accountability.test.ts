import assert from 'node:assert/strict'
import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import { fileURLToPath } from 'node:url'
import fc from 'fast-check'
import { Temporal } from '#platform/clock.ts'
import { answerClock } from './answer-clock.ts'
import { checkParliament } from './index.ts'
import { listQuery, narrowed, notDone } from './list-query.ts'
import { loadParliament } from './load-parliament.ts'
import { chainOf, itemsIn, spokenOfIn } from './parliament.ts'
import { isReference, referenceName } from './reference.ts'
import { doneOn, inOrderOfDay, stateOf } from './register-item.ts'

const folder = fileURLToPath(new URL('../../../knowledge', import.meta.url))
const parliament = loadParliament(folder)
const item = (id: string) => {
  const found = parliament.findItem(id)
  assert.ok(found, id)
  return found
}

test('what no paper is called is no reference', () => {
  const wrong = ['kst-29240', 'kst-2924-120', '29240-120', '2020Z941', '2020d27320', 'ah-tk-2020-1']
  for (const text of [...wrong, '', 'kst-29240-120.html', ' kst-29240-120', 'kst-36547-vi-1']) {
    assert.equal(isReference(text), false, text)
  }
})

test('a letter of which nobody told the number has no name, and what is no paper of Parliament is none', () => {
  assert.equal(referenceName('nl', 'kst-29240-120'), 'Kamerstuk 29 240, nr. 120')
  assert.equal(referenceName('nl', 'letter-2020-11-18'), undefined)
  assert.equal(isReference('letter-2020-11-18'), true)
  for (const other of ['stb-2019-180', 'BWBR0001854', 'ECLI:NL:HR:2018:1']) {
    assert.equal(isReference(other), false, other)
  }
})

test('an answer is in time on the last day of the term and late from the day after', () => {
  const asked = { askedOn: '2020-05-26' }
  const on = (answeredOn: string) =>
    answerClock({ weeks: 3 }, { ...asked, answeredOn }, '2026-01-01')
  assert.deepEqual(on('2020-06-16'), {
    dueOn: '2020-06-16',
    tookDays: 21,
    lateDays: 0,
    noticeInTime: undefined,
  })
  assert.equal(on('2020-06-17').lateDays, 1)
  assert.equal(on('2020-06-30').tookDays, 35)
})

test('questions without an answer go on counting, and a notice counts only within the term', () => {
  const clock = (laterToldOn: string | undefined, today: string) =>
    answerClock({ weeks: 3 }, { askedOn: '2026-11-02', answeredOn: undefined, laterToldOn }, today)
  assert.equal(clock(undefined, '2026-11-23').lateDays, 0)
  assert.equal(clock(undefined, '2026-11-30').lateDays, 7)
  assert.equal(clock(undefined, '2026-11-30').tookDays, undefined)
  assert.equal(clock('2026-11-23', '2026-11-30').noticeInTime, true)
  assert.equal(clock('2026-11-24', '2026-11-30').noticeInTime, false)
})

test('whatever the days, the term ends so many weeks later and lateness is what the answer took beyond it', () => {
  const start = Temporal.PlainDate.from('2000-01-01')
  fc.assert(
    fc.property(fc.nat(20000), fc.nat(400), fc.integer({ min: 1, max: 52 }), (day, took, weeks) => {
      const asked = start.add({ days: day })
      const answeredOn = asked.add({ days: took }).toString()
      const clock = answerClock({ weeks }, { askedOn: asked.toString(), answeredOn }, answeredOn)
      assert.equal(clock.tookDays, took)
      assert.equal(clock.lateDays, Math.max(0, took - weeks * 7))
    }),
    { numRuns: 200 },
  )
})

test('the seven papers that the letter of 30 June 2020 cites are there, and those not found say so', () => {
  const letter = parliament.findPaper('kst-29240-120')
  assert.deepEqual(letter?.refers.map(({ to }) => to).toSorted(), [
    '2020Z09415',
    'kst-28638-164',
    'kst-28638-178',
    'kst-29240-116',
    'kst-29911-254',
    'kst-29911-266',
    'kst-29911-275',
  ])
  const missing = parliament.papers.filter(({ found }) => found === 'not-found')
  assert.deepEqual(
    missing.map(({ id }) => id),
    ['kst-29911-254', 'kst-29911-275'],
  )
  for (const { gap } of missing) assert.match(gap?.nl ?? '', /niet gevonden/)
})

test('a paper is found by any number it has', () => {
  assert.equal(parliament.findPaper('2020D27320')?.id, 'ah-tk-20192020-3349')
  assert.equal(parliament.findPaper('kst-1-1'), undefined)
})

test('the state of an item is what its last step says; without a step it is open', () => {
  assert.equal(stateOf(item('commitment-2019-12-05')), 'done')
  assert.equal(doneOn(item('commitment-2019-12-05')), '2020-06-30')
  assert.equal(stateOf(item('motion-29911-266')), 'under-way')
  assert.equal(doneOn(item('motion-29911-266')), undefined)
  assert.equal(stateOf(item('commitment-2020-06-30-coherence')), 'open')
})

test('a chain holds each paper once, oldest first, with what it is to the item', () => {
  const chain = (id: string) =>
    chainOf(parliament, item(id)).map(({ paper, as }) => `${paper.id} ${as}`)
  assert.deepEqual(chain('questions-2020z09415'), [
    '2020Z09415 raised',
    'ah-tk-20192020-3349 step',
    'kst-29240-120 cites',
  ])
  assert.deepEqual(chain('motion-29240-116'), [
    'kst-29240-116 raised',
    '2020D18150 cites',
    'kst-29240-120 step',
  ])
  assert.deepEqual(chain('motion-2023-12-21'), ['kst-28638-238 raised'])
  const nowhere = { ...item('motion-2023-12-21'), raisedIn: null }
  assert.deepEqual(chainOf(parliament, nowhere), [])
})

test('a paper knows what speaks of it and what was raised or moved on in it', () => {
  const paper = parliament.findPaper('kst-28638-178')
  assert.ok(paper)
  assert.deepEqual(
    spokenOfIn(parliament, paper).map(({ paper, how }) => [paper.id, how]),
    [['kst-29240-120', 'discharges']],
  )
  assert.deepEqual(
    itemsIn(parliament, paper).map(({ id }) => id),
    ['commitment-2019-12-05'],
  )
})

test('a list is narrowed by what is known and left whole by what is not', () => {
  const { items } = parliament
  assert.equal(narrowed(items, listQuery('nonsense', undefined)).length, items.length)
  const open = narrowed(items, listQuery(undefined, notDone))
  assert.ok(open.length > 0 && open.every((one) => stateOf(one) !== 'done'))
  const motions = narrowed(items, listQuery('motion', 'under-way')).map(({ id }) => id)
  assert.deepEqual(motions, ['motion-29911-266', 'motion-29240-116'])
})

test('items stand by the day on which they were raised; without a day they come last', () => {
  const days = inOrderOfDay(parliament.items).map(({ raisedOn }) => raisedOn)
  const known = days.filter((day) => day !== null)
  assert.deepEqual(known, known.toSorted())
  assert.deepEqual(days.slice(known.length), [null, null])
})

async function problemsWith(file: string, change: (text: string) => string): Promise<string[]> {
  const copy = await mkdtemp(join(tmpdir(), 'oogmerk-parliament-'))
  try {
    await cp(join(folder, 'parliament'), join(copy, 'parliament'), { recursive: true })
    await cp(join(folder, 'sources.yaml'), join(copy, 'sources.yaml'))
    const path = join(copy, 'parliament', file)
    const before = await readFile(path, 'utf8')
    const after = change(before)
    assert.notEqual(after, before, 'the change changes something')
    await writeFile(path, after)
    return checkParliament(copy).map(({ wrong }) => wrong)
  } finally {
    await rm(copy, { recursive: true })
  }
}

test('the check finds nothing wrong in the papers that we ship', () => {
  assert.deepEqual(checkParliament(folder), [])
})

test('the check says what is wrong in a paper or an item', async () => {
  const cases: readonly [string, string, string, RegExp][] = [
    ['papers.yaml', '{ to: kst-29911-266', '{ to: kst-29911-999', /'kst-29911-999' is not known/],
    ['papers.yaml', 'number: "120" }', 'number: "121" }', /another than the name says/],
    ['papers.yaml', '[2020D27320]', '[2020Z09415]', /used twice/],
    ['papers.yaml', 'dossier: "36261"', 'dossier: "36262"', /'36262' is not known/],
    ['papers.yaml', 'sources: [KST266]', 'sources: [NOPE]', /'NOPE' is not known/],
    ['papers.yaml', 'sources: [KST266]', 'sources: []', /what no paper says/],
    ['papers.yaml', 'id: kst-29911-266', 'id: kst-266', /./],
    ['items.yaml', 'raisedIn: kst-28638-178', 'raisedIn: kst-28638-999', /'kst-28638-999'/],
    ['items.yaml', 'date: "2020-05-12"', 'date: "2020-01-12"', /older than what came before/],
    ['items.yaml', 'paper: kst-28638-257', 'paper: kst-28638-258', /'kst-28638-258'/],
    ['items.yaml', 'kind: commitment', 'laterToldOn: "2020-01-01"\n    kind: commitment', /notice/],
    ['edition.yaml', 'notices: 1', 'notices: 2', /./],
  ]
  for (const [file, from, to, expected] of cases) {
    const problems = await problemsWith(file, (text) => text.replace(from, to))
    assert.match(problems.join('\n'), expected, `${from} → ${to}`)
  }
})

test('a gap that is left out is told', async () => {
  const silent = await problemsWith('papers.yaml', (text) =>
    text.replace(/gap:\n {6}nl: Het stuk zelf[^\n]*\n {6}en: [^\n]*\n/, 'gap: null\n'),
  )
  assert.match(silent.join('\n'), /what is not known of this paper is not said/)
  const nothing = await problemsWith('items.yaml', (text) =>
    text.replace(/gaps:\n {6}- nl: Dit is een zachte[^\n]*\n {8}en: [^\n]*\n/, 'gaps: []\n'),
  )
  assert.match(nothing.join('\n'), /nothing came of it and that is not said/)
})
