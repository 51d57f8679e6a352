import assert from 'node:assert/strict'
import { test } from 'node:test'
import { loadKnowledge } from '#capabilities/knowledge/index.ts'
import { readConfig } from '#platform/config.ts'
import type { Typed } from '#platform/form.ts'
import { noChanges, protocolOf } from './edition.ts'
import { loadProtocols } from './read-protocols.ts'
import { filledFor, readStepForm } from './step-form.ts'

const { knowledgeFolder } = readConfig({})
const { example } = loadProtocols(knowledgeFolder, loadKnowledge(knowledgeFolder))
const { steps } = protocolOf({ example, changes: noChanges })

function read(id: string, typed: Typed, mayDecide = true) {
  const step = steps.find((one) => one.id === id)
  assert.ok(step)
  return readStepForm(step, { typed, language: 'nl', today: '2026-11-23', mayDecide })
}
const wrong = (id: string, typed: Typed) => {
  const form = read(id, typed)
  return form.ok ? {} : form.errors
}
const right = (id: string, typed: Typed, mayDecide = true) => {
  const form = read(id, typed, mayDecide)
  assert.ok(form.ok, JSON.stringify(form))
  return form
}
const fact = {
  'noticed-text': 'Twee telefoons.',
  'noticed-source': 'mentor',
  'noticed-origin': 'own',
}
const decided = {
  'decided-text': 'We gaan door.',
  'decided-reasons': 'Zorg blijft.',
  'decided-not': 'no',
}

test('a fact without a source, a reading without an ordinary explanation and a decision without reasons are refused', () => {
  const noSource = wrong('signal', { ...fact, 'noticed-source': ' ', danger: 'no' })
  assert.deepEqual(noSource, { 'noticed-source': 'source-missing' })
  const noInnocent = wrong('triage', { 'reading-text': 'Geldnood.', 'go-on': 'yes' })
  assert.deepEqual(noInnocent, { 'reading-innocent': 'innocent-missing' })
  const noReasons = wrong('question-1', { ...decided, 'decided-reasons': '', holds: 'yes' })
  assert.deepEqual(noReasons, { 'decided-reasons': 'reasons-missing' })
})

test('a fact is not written for a day to come, and one that may be left out is left out although its day stands there', () => {
  const on = (day: string) => ({
    'noticed-on-day': day,
    'noticed-on-month': '11',
    'noticed-on-year': '2026',
  })
  const tomorrow = wrong('signal', { ...fact, ...on('24'), danger: 'no' })
  assert.deepEqual(tomorrow, { 'noticed-on': 'date-in-future' })
  const half = wrong('signal', { ...fact, ...on('31'), danger: 'no' })
  assert.deepEqual(half, { 'noticed-on': 'date-impossible' })
  const talk = steps.find(({ id }) => id === 'talk')
  assert.ok(talk)
  const opened = filledFor(talk.form, 'nl', '2026-11-23')
  const talked = { 'talked-text': 'Met Robin.', 'talked-withWhom': 'Robin', 'talked-how': 'talk' }
  const { filled } = right('talk', { ...opened, ...talked, parents: 'told' })
  assert.deepEqual(
    filled.entries.map(({ kind, happenedOn }) => [kind, happenedOn]),
    [
      ['contact', '2026-11-23'],
      ['fact', '2026-11-23'],
    ],
  )
  assert.match(filled.entries[1]?.text ?? '', /Weten de ouders ervan\? Ja/)
})

test('a fact has its source, whether the source saw it, and its day: today unless somebody says otherwise', () => {
  const { form } = steps.find(({ id }) => id === 'signal') ?? { form: [] }
  const opened = filledFor(form, 'nl', '2026-11-23')
  const today = right('signal', { ...opened, ...fact, danger: 'no' }).filled.entries[0]
  assert.deepEqual(today, {
    kind: 'fact',
    text: 'Twee telefoons.',
    source: 'mentor',
    origin: 'own',
    moment: '',
    happenedOn: '2026-11-23',
  })
  const earlier = right('signal', { ...opened, ...fact, 'noticed-on-day': '20', danger: 'no' })
  assert.equal(earlier.filled.entries[0]?.happenedOn, '2026-11-20')
  const unknown = right('signal', { ...fact, danger: 'no' })
  assert.equal(unknown.filled.entries[0]?.happenedOn, undefined)
})

test('a choice that the form does not have is no choice', () => {
  assert.deepEqual(wrong('signal', { ...fact, danger: 'perhaps' }), { danger: 'choose-answer' })
  const both = wrong('routes', { ...decided, which: ['none', 'police'] })
  assert.deepEqual(both, { which: 'none-and-more' })
})

test('a day is asked for when its answer was given, and lies on the right side of today', () => {
  const day = (d: string, m: string, y: string) => ({
    'reached-on-day': d,
    'reached-on-month': m,
    'reached-on-year': y,
  })
  const yes = { reached: 'yes', again: 'no' }
  assert.deepEqual(wrong('absence', yes), { 'reached-on': 'date-missing' })
  assert.deepEqual(wrong('absence', { ...yes, ...day('24', '11', '2026') }), {
    'reached-on': 'date-in-future',
  })
  assert.deepEqual(wrong('absence', { ...yes, ...day('31', '2', '2026') }), {
    'reached-on': 'date-impossible',
  })
  const { filled } = right('absence', { ...yes, ...day('20', '11', '2026') })
  assert.deepEqual(filled.answers['reached-on'], ['2026-11-20'])
  assert.deepEqual(right('absence', { reached: 'no', again: 'yes' }).filled.answers, {
    reached: ['no'],
  })
})

test('what was chosen never stands in the words of a source', () => {
  const { filled } = right('signal', { ...fact, danger: 'no' })
  const [noticed, chosen] = filled.entries
  assert.equal(noticed?.text, 'Twee telefoons.')
  assert.match(chosen?.text ?? '', /Is er nu gevaar\? Nee/)
  assert.match((chosen?.kind === 'fact' && chosen.source) || '', /^Antwoord bij een stap/)
  assert.equal(chosen?.happenedOn, '2026-11-23')
})

test('what was chosen stands with the decision that it belongs to', () => {
  const { filled } = right('question-1', { ...decided, holds: 'yes' })
  assert.equal(filled.entries.length, 1)
  assert.match(filled.entries[0]?.text ?? '', /^Vraag 1[^\n]+\nBlijft er reden tot zorg\? Ja\n\nWe/)
})

test('an answer that means danger is told, and a decision one may leave out is not asked of who may not decide', () => {
  assert.equal(right('signal', { ...fact, danger: 'yes' }).danger, true)
  const contact = { 'talked-text': 'Gebeld.', 'talked-withWhom': 'Politie', 'talked-how': 'phone' }
  const { filled } = right('police', { ...contact, ...decided }, false)
  assert.deepEqual(
    filled.entries.map(({ kind }) => kind),
    ['contact'],
  )
})
