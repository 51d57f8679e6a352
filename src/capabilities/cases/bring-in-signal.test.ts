import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { aSignal } from '#capabilities/signals/a-recording.ts'
import { readSignal } from '#capabilities/signals/read-signal.ts'
import { withdrawSignal } from '#capabilities/signals/withdraw-signal.ts'
import { newId } from '#platform/ids.ts'
import { aHouse, type TestHouse } from '#tests/a-house.ts'
import { aCase, actsOn, aDesk, aSchool, doing, refusalOf } from './a-case.ts'
import { bringInSignal } from './bring-in-signal.ts'
import type { CaseDesk } from './desk.ts'
import { withdrawEntry } from './edit-entry.ts'
import { readCase } from './read-case.ts'

let house: TestHouse
let desk: CaseDesk
let people: Awaited<ReturnType<typeof aSchool>>

before(async () => {
  house = await aHouse()
  desk = aDesk(house)
  people = await aSchool(house)
})
after(() => house.close())

const does: ReturnType<typeof doing> = (actor, verb) => doing(house)(actor, verb)

test('somebody who may not follow up the signal cannot bring it in, nor tell whether it exists', async () => {
  const { careCoordinator, safetyCoordinator, mentor } = people
  const id = await aCase(house, desk, safetyCoordinator, { circle: [mentor] })
  const hidden = await aSignal(house, desk.recording, mentor, { readers: 'care-coordinators' })
  const bring = (signal: string) =>
    refusalOf(house, safetyCoordinator, (work) => bringInSignal(work, desk, id, signal))
  assert.equal(await bring(hidden), await bring(newId()))
  assert.match(await bring(hidden), /^not-found/)
  const { line } = await does(safetyCoordinator, (work) => readCase(work, desk, id))
  assert.deepEqual(
    line.items.filter((one) => one.kind === 'signal'),
    [],
  )
  // Nor somebody of the circle who reported it but decides nothing.
  const own = await refusalOf(house, mentor, (work) => bringInSignal(work, desk, id, hidden))
  assert.equal(own, 'not-allowed: may-not-decide')
  await does(careCoordinator, (work) => readSignal(work, desk.recording, hidden))
})

test('a signal comes in as a copy, once; its reporter sees that and cannot withdraw it any more', async () => {
  const { careCoordinator, mentor, colleague } = people
  const id = await aCase(house, desk, careCoordinator, { circle: [colleague] })
  const narrative = 'Noor werd opgehaald door een man op een scooter.'
  const signal = await aSignal(house, desk.recording, mentor, {
    narrative,
    heardFrom: 'de conciërge',
    origin: 'both',
    moment: 'elke dinsdag',
  })
  const bring = () => does(careCoordinator, (work) => bringInSignal(work, desk, id, signal))
  await Promise.all([bring(), bring()])
  const { line } = await does(colleague, (work) => readCase(work, desk, id))
  const [item, ...more] = line.items.filter((one) => one.kind === 'signal')
  assert.deepEqual(more, [])
  assert.deepEqual(
    [item?.words?.text, item?.words?.source, item?.words?.moment, item?.words?.observed],
    [narrative, 'Milan Voorbeeld, de conciërge', 'elke dinsdag', ['TEL-01']],
  )
  const told = await does(mentor, (work) => readSignal(work, desk.recording, signal))
  assert.equal(told.happenings.filter(({ kind }) => kind === 'brought-into-case').length, 1)
  assert.equal(JSON.stringify(told).includes(id), false, 'the reporter does not learn which case')
  const refused = await refusalOf(house, mentor, (work) =>
    withdrawSignal(work, desk.recording, signal, 'mistake'),
  )
  assert.match(refused, /^conflict: cannot-withdraw/)
  const acts = (await actsOn(house, people.school, id)).filter((act) => act.includes('bring'))
  assert.deepEqual(acts.toSorted(), ['case.bring-in-signal', 'case.bring-in-signal-again'])
})

test('taken out of the file its copied words are gone there, and it can be brought in again', async () => {
  const { careCoordinator, mentor } = people
  const id = await aCase(house, desk, careCoordinator)
  const signal = await aSignal(house, desk.recording, mentor)
  const bring = () => does(careCoordinator, (work) => bringInSignal(work, desk, id, signal))
  const items = async () => {
    const { line } = await does(careCoordinator, (work) => readCase(work, desk, id))
    return line.items.filter((one) => one.kind === 'signal')
  }
  await bring()
  const [entry] = await items()
  await does(careCoordinator, (work) =>
    withdrawEntry(work, desk, { caseId: id, id: entry?.id ?? '' }, 'other-file'),
  )
  assert.deepEqual(
    (await items()).map(({ words, withdrawnBecause }) => [words, withdrawnBecause]),
    [[undefined, 'other-file']],
  )
  await bring()
  assert.equal((await items()).length, 2)
})
