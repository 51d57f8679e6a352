import assert from 'node:assert/strict'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { fileURLToPath } from 'node:url'
import { adviceSteps, checkKnowledge, formatProblems, loadKnowledge, readers } from './index.ts'

const folder = fileURLToPath(new URL('../../../knowledge', import.meta.url))
const knowledge = loadKnowledge(folder)

test('nothing is wrong in the shipped packs', () => {
  assert.equal(formatProblems(checkKnowledge(folder)), '')
})

test('the number of a help line is written in one place', () => {
  // "Bel 112" and "bel 113" are also how people name them.
  const numbers = knowledge.lines.flatMap(({ phone }) => (phone && phone.length > 3 ? [phone] : []))
  assert.ok(numbers.length > 4)
  const elsewhere = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.yaml') && file !== join('lines', 'lines.yaml'))
    .filter((file) => {
      const text = readFileSync(join(folder, file), 'utf8')
      return numbers.some((number) => text.includes(number))
    })
  assert.deepEqual(elsewhere, [])
})

test('all 91 signals are there, in 14 categories of the right size', () => {
  // source: school.md 3.3
  const wanted = {
    MON: 7,
    TEL: 8,
    SCH: 8,
    SOC: 8,
    PHY: 6,
    EMO: 8,
    MOV: 8,
    DEB: 7,
    REC: 7,
    FIN: 7,
    DRG: 5,
    PRP: 5,
    SEX: 4,
    CON: 3,
  }
  const ids = Object.entries(wanted).flatMap(([category, size]) =>
    Array.from({ length: size }, (_, index) => `${category}-0${index + 1}`),
  )
  assert.equal(ids.length, 91)
  assert.deepEqual(
    knowledge.signals.map(({ id }) => id),
    ids,
  )
})

test('the signals rest on what the list says they rest on', () => {
  // source: school.md 3.3
  const count = (key: 'basis' | 'strength') =>
    Object.fromEntries(
      [...Map.groupBy(knowledge.signals, (signal) => signal[key])].map(([name, list]) => [
        name,
        list.length,
      ]),
    )
  assert.deepEqual(count('basis'), { 'uk-graded': 20, own: 40, 'uk-listed': 7, 'dutch-listed': 24 })
  assert.deepEqual(count('strength'), { moderate: 37, strong: 38, weak: 16 })
})

test('every observer has a card with signals on it', () => {
  const empty = knowledge.observers.filter(({ id }) => knowledge.signalsFor(id).length === 0)
  assert.deepEqual(empty, [])
})

test('no signal speaks of the pupil as he or she', () => {
  const gendered = knowledge.signals.filter(
    ({ wording }) =>
      /\b(hij|hem|haar)\b/i.test(wording.nl) || /\b(he|him|she|her)\b/i.test(wording.en),
  )
  assert.deepEqual(gendered, [])
})

test('every reader first hears about danger, and the first line is 112', () => {
  for (const reader of readers) {
    const steps = knowledge.whatToDo(reader)
    assert.deepEqual(
      steps.map(({ step }) => step),
      [...adviceSteps],
    )
    assert.equal(knowledge.findLine(steps[0]?.lines[0] ?? '')?.phone, '112')
  }
})

test('a number nobody checked is not shown as checked', () => {
  const unsure = knowledge.lines.filter(({ mark }) => mark === 'general-knowledge')
  assert.deepEqual(
    unsure.map(({ id, status, checked }) => [id, status, checked]),
    [
      ['meld-misdaad-anoniem', 'not-verified', null],
      ['kindertelefoon', 'not-verified', null],
      ['suicide-prevention', 'not-verified', null],
    ],
  )
})

test('hours stand only beside the lines whose source speaks of them', () => {
  const told = knowledge.lines.filter(({ when }) => when !== undefined)
  assert.deepEqual(
    told.map(({ id }) => id),
    ['veilig-thuis', 'comensha', 'meldpunt-uitbuiting-minderjarigen', 'regional-care-coordinator'],
  )
})

test('the conversation guide covers what a talk about exploitation needs, and its questions are open', () => {
  // source: school.md 1.1, "Conversation with the pupil"
  const { themes, questions } = knowledge.conversationGuide
  assert.deepEqual(
    themes.map(({ id }) => id),
    [
      'opening',
      'day',
      'money',
      'phone',
      'who-decides',
      'saying-no',
      'home-and-school',
      'going-well',
      'safe-contact',
    ],
  )
  for (const { id } of themes) {
    const own = questions.filter(({ theme }) => theme === id)
    assert.ok(own.length >= 2, id)
    // With the police to come, every theme still leaves a question that may be asked.
    assert.ok(
      own.some(({ withPolice }) => withPolice === 'ask'),
      id,
    )
  }
  const blaming = questions.filter(({ text }) => /^(waarom|why)\b/i.test(`${text.nl}`))
  assert.deepEqual(blaming, [])
  assert.ok(questions.some(({ avoid }) => /^waarom\b/i.test(avoid.text.nl)))
})
