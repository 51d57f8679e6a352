import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { listFrom } from '#capabilities/sharing/a-disclosure.ts'
import {
  actingAt,
  arrest,
  aWorkplace,
  somethingReceived,
  sound,
  type Workplace,
} from './a-workplace.ts'
import { aLook, anArrest } from './an-arrest.ts'
import { factSource } from './fact-source.ts'
import { intake } from './intake.ts'
import { readFile } from './read-file.ts'
import { momentFields } from './typed-moment.ts'
import { t } from './words.ts'

let { app, desk, people } = {} as Workplace
before(async () => {
  ;({ app, desk, people } = await aWorkplace())
})
after(() => app.close())
const { does, moment } = actingAt(() => app)

test('a look keeps its edition and its questions, can be taken again, and nothing adds up', async () => {
  const id = await anArrest(app.house, desk, people.officer)
  const words = {
    answers: [
      { question: 'afraid', asked: 'Bang?', answer: 'seen', beside: 'Of moe.' },
      { question: 'debt', asked: 'Schuld?', answer: 'seen', beside: '' },
    ],
    because: 'Nog te weinig gezien.',
  } as const
  await aLook(app.house, desk, people.officer, id, { further: false, words })
  await aLook(app.house, desk, people.officer, id)
  const { looks } = await does(people.officer, (work) => readFile(work, desk, arrest(id)))
  assert.deepEqual(
    looks.map(({ further, edition }) => [further, edition]),
    [
      [false, desk.instrument.edition.id],
      [true, desk.instrument.edition.id],
    ],
  )
  assert.deepEqual(looks[0]?.words, words)
  const visitor = await app.signedIn(people.officer)
  const { body } = await visitor.get(`/aanhoudingen/${id}`)
  const section = body.slice(body.indexOf(t('nl').file.looks), body.indexOf(t('nl').file.notes))
  const said = section
    .replaceAll(/href="[^"]*"/g, '')
    .replaceAll(/\d{1,2} november 2026( om \d{2}:\d{2})?/g, '')
    .replaceAll(/<\/?h\d[^>]*>/g, '')
  assert.doesNotMatch(said, /\d/)
})

const looking = () => ({
  ...Object.fromEntries(
    desk.instrument.full.map((one) => [one.id, one.answer === 'words' ? 'unknown' : 'not-seen']),
  ),
  further: 'yes',
  because: 'Een ander belt steeds.',
})
const sharedOf = (id: string) =>
  does(people.detective, (work) => listFrom(factSource(desk, 'arrest'), work, id))

test('what was seen goes along as what was seen, and only what else it can be as what speaks against it', async () => {
  const id = await anArrest(app.house, desk, people.detective)
  const visitor = await app.signedIn(people.detective)
  const form = {
    ...looking(),
    pressure: 'seen',
    'pressure-seen': 'Trilde toen het nummer belde.',
    'pressure-beside': 'Had het koud.',
    purpose: '',
    'purpose-seen': 'Een jongen van boven haalde het geld op.',
  }
  assert.equal((await visitor.post(`/aanhoudingen/${id}/kijk-verder`, form)).status, 303)
  const look = (await sharedOf(id)).find(({ ref }) => ref.startsWith('look-'))
  assert.match(look?.text ?? '', /bedreigd\? Gezien\. Trilde toen het nummer belde\./)
  assert.match(look?.text ?? '', /deed\? Een jongen van boven haalde het geld op\./)
  assert.deepEqual(look?.beside, ['Is de jongere bedreigd? Had het koud.'])
  const page = await sound(visitor.get(`/aanhoudingen/${id}`))
  for (const words of ['Trilde toen', 'Had het koud', 'Een jongen van boven']) {
    assert.ok(page.includes(words), words)
  }
})

test('of a look in which both stood in one field, nothing is said to speak against it', async () => {
  const id = await anArrest(app.house, desk, people.officer)
  const answers = [
    { question: 'afraid', asked: 'Bang?', answer: 'seen', beside: 'Trilde, of koud.' },
  ] as const
  await aLook(app.house, desk, people.officer, id, { words: { answers, because: 'Bang.' } })
  const look = (await sharedOf(id)).find(({ ref }) => ref.startsWith('look-'))
  assert.deepEqual(look?.beside, [])
  assert.match(look?.text ?? '', /Bang\? Gezien\. Trilde, of koud\./)
})

test('an open question is answered in words or with unknown: not with both, and not with neither', async () => {
  const id = await anArrest(app.house, desk, people.detective)
  const visitor = await app.signedIn(people.detective)
  const path = `/aanhoudingen/${id}/kijk-verder`
  const neither = await sound(visitor.post(path, { ...looking(), purpose: '' }), 422)
  assert.ok(neither.includes(t('nl').errors['told-or-unknown']))
  const both = await sound(visitor.post(path, { ...looking(), 'purpose-seen': 'Een ander.' }), 422)
  assert.ok(both.includes(t('nl').errors['told-and-unknown']))
  assert.match(both, />\s*Een ander\.</)
})

test('what our list says that a thing can also be is not delivered as if it was found; what a person wrote is', async () => {
  const id = await anArrest(app.house, desk, people.detective)
  const visitor = await app.signedIn(people.detective)
  const found = {
    ...momentFields('at', moment()),
    items: ['something-else', 'drugs'],
    source: 'Bo',
  }
  const path = `/aanhoudingen/${id}/noteer/aangetroffen`
  assert.equal((await visitor.post(path, found)).status, 303)
  assert.equal((await visitor.post(path, { ...found, innocent: 'Van haar broer.' })).status, 303)
  const facts = (await sharedOf(id)).filter(({ text }) => text.includes('iets anders'))
  assert.deepEqual(
    facts.map(({ beside }) => beside),
    [undefined, ['Van haar broer.']],
  )
  // On our own page it stands beside it, as the general explanation that it is.
  assert.match(await sound(visitor.get(`/aanhoudingen/${id}`)), /kan ook zijn: eigen gebruik/)
})

test('what spoke against a delivered fact goes along when it is passed on', async () => {
  const id = await anArrest(app.house, desk, people.detective)
  const item = somethingReceived()
  const fact = { ...item, fact: { ...item.fact, kind: 'fact' as const } }
  await does(people.detective, (work) => intake(desk, 'arrest').take(work, id, fact, 'nl'))
  const passed = (await sharedOf(id)).find(({ origin }) => origin)
  assert.deepEqual([passed?.kind, passed?.beside], ['fact', ['Een toets.']])
})
