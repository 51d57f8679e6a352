import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { LetterWay } from '#capabilities/post/index.ts'
import { noOrganisation, type PersonActor } from '#platform/actor.ts'
import type { Work } from '#platform/work.ts'
import { aHouse, type TestHouse } from '#tests/a-house.ts'
import { aList, anOpenWave, aSurveyDesk, asResearcher } from './a-wave.ts'
import { addList } from './add-list.ts'
import { findSeat } from './answer-survey.ts'
import { closeInTime } from './close-wave.ts'
import { drawWave } from './draw-wave.ts'
import { makeHalf } from './envelope.ts'
import { addAddresses, inviteByMail, remindSchools } from './invite-schools.ts'
import { makeWave } from './make-wave.ts'
import { openInvented } from './open-wave.ts'
import { readSchools, readWave } from './read-waves.ts'
import { sendBatch } from './send-letters.ts'
import { codeFrom } from './survey-code.ts'
import type { SurveyDesk } from './survey-desk.ts'
import { addressesIn } from './wave-form.ts'

let house: TestHouse
let desk: SurveyDesk
let leader: PersonActor
const nobody = { kind: 'system', name: 'survey', organisationId: noOrganisation } as const

before(async () => {
  house = await aHouse()
  desk = aSurveyDesk(house)
  const institute = await house.anOrganisation('research-institute', 'Bureau D (verzonnen)')
  leader = await house.aPerson(institute, ['researcher'])
})
after(() => house.close())

const does = <T>(verb: (work: Work) => Promise<T>) => asResearcher(house, leader)(verb)
const aWave = () => anOpenWave(house, { actor: leader, desk, schools: { vo: 12 } })

test('letters bring a code once, reminders none, and nothing of a letter that went stays', async () => {
  const wave = await aWave()
  const content = {
    title: 'Per mail',
    questionnaire: 'criminal-exploitation-1',
    closesOn: '2027-06-01',
  }
  const id = (await does((work) => makeWave(work, content))) ?? ''
  await does((work) => addList(work, id, { kind: 'vo', bytes: aList(4, 'V') }))
  await does((work) =>
    drawWave(work, id, { seed: 'x', size: 4, least: 0, by: ['kind'], steps: [] }),
  )
  const halves = [makeHalf().half, makeHalf().half] as const
  await does((work) => openInvented(work, id, halves))
  const list =
    'VESTIGINGSCODE;MAILADRES\n99VA00;een@voorbeeld.example\n99VA01;weg@voorbeeld.example\n99ZZ99;x@voorbeeld.example\n99VA02;\n'
  const addresses = addressesIn(Buffer.from(list))
  assert.deepEqual(addressesIn(Buffer.from('VESTIGINGSCODE;MAILADRES\n99VA00;geen adres\n')), {
    ...{ because: 'address', line: 2 },
  })
  assert.deepEqual(addressesIn(Buffer.from('CODE;MAIL\n')), { because: 'columns', line: 1 })
  assert.ok('size' in addresses)
  assert.equal(await does((work) => addAddresses(work, desk, id, addresses)), 2)
  const carried: { to: string; text: string }[] = []
  const way: LetterWay = {
    origin: 'https://oogmerk.voorbeeld.example',
    carrier: {
      async carry(letter) {
        if (letter.to.startsWith('weg')) return { kind: 'undeliverable', code: 'eenvelope-550' }
        carried.push(letter)
        return { kind: 'sent' }
      },
    },
  }
  const parts = { desk, inTransaction: house.inTransaction, way, listOrganisations: async () => [] }
  const send = () => sendBatch(parts, leader.organisationId, new AbortController().signal)
  assert.equal(await does((work) => inviteByMail(work, desk, id)), 2)
  assert.equal(await does((work) => inviteByMail(work, desk, id)), 0)
  await send()
  assert.equal(carried.length, 1)
  const [, code = ''] = /De code van jullie school: (\S+)/.exec(carried[0]?.text ?? '') ?? []
  assert.match(carried[0]?.text ?? '', /The code of your school/)
  const found = await house.inTransaction(nobody, 'ask-schools', (work) =>
    findSeat(work, desk, codeFrom(code) ?? ''),
  )
  assert.equal(found?.wave, id)
  assert.equal(await does((work) => remindSchools(work, desk, id)), 0)
  house.moveClock({ hours: 24 })
  // Who never got a code is not told to look for it, and gets one as soon as the address is right.
  assert.equal(await does((work) => remindSchools(work, desk, id)), 1)
  assert.equal(await does((work) => remindSchools(work, desk, id)), 0)
  await send()
  assert.equal(carried.length, 2)
  assert.doesNotMatch(
    carried[1]?.text ?? '',
    /[34679CDFGHJKMNPQRTVWXY]{4}-[34679CDFGHJKMNPQRTVWXY]{4}/,
  )
  const { schools } = await does((work) => readSchools(work, id))
  assert.deepEqual(
    schools.map(({ undelivered, hasAddress }) => [undelivered, hasAddress]),
    [
      [false, true],
      [true, true],
      [false, false],
      [false, false],
    ],
  )
  const right = new Map([['99VA01', 'goed@voorbeeld.example']])
  await does((work) => addAddresses(work, desk, id, right))
  assert.equal(await does((work) => inviteByMail(work, desk, id)), 1)
  await send()
  assert.equal(carried[2]?.to, 'goed@voorbeeld.example')
  assert.match(carried[2]?.text ?? '', /De code van jullie school/)
  const { rows } = await house.pool.query('select count(*)::int as left from survey_letter')
  assert.equal(rows[0].left, 0)
  // On its last day a wave still takes answers; the day after it is closed by itself, and addresses are gone.
  const system = { kind: 'system', name: 'survey', organisationId: leader.organisationId } as const
  await house.inTransaction(system, 'ask-schools', closeInTime)
  assert.equal((await does((work) => readWave(work, wave.id))).wave.state, 'open')
  house.moveClock({ hours: 24 * 200 })
  await house.inTransaction(system, 'ask-schools', closeInTime)
  assert.equal((await does((work) => readWave(work, wave.id))).wave.state, 'closed')
  const kept = (await does((work) => readSchools(work, id))).schools
  assert.ok(kept.every(({ hasAddress }) => !hasAddress))
})
