import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import fc from 'fast-check'
import type { PersonActor } from '#platform/actor.ts'
import { newId } from '#platform/ids.ts'
import type { Work } from '#platform/work.ts'
import { actingAt, arrest, aStep, aWorkplace, type Workplace } from './a-workplace.ts'
import { maySee, rolesToLetIn } from './access.ts'
import { anArrest, aProtection, someArrest, someLook } from './an-arrest.ts'
import { answerTelling } from './answer-telling.ts'
import { beginArrest } from './begin-arrest.ts'
import { changeArrest } from './change-arrest.ts'
import { endAccess, letIn, listToLetIn } from './circle.ts'
import { fileSteps } from './file.ts'
import type { Place } from './find-file.ts'
import { listFiles } from './list-files.ts'
import { keepLook } from './look.ts'
import { openArrest } from './open-arrest.ts'
import { openProtection } from './open-protection.ts'
import { readFigures } from './read-figures.ts'
import { headOf, readFile } from './read-file.ts'
import { takeStep } from './take-step.ts'
import { withdrawNote, writeNote } from './write-note.ts'

let { app, desk, people } = {} as Workplace
before(async () => {
  ;({ app, desk, people } = await aWorkplace())
})
after(() => app.close())
const { does, refusalOf, snapshot, aFact, aTelling } = actingAt(() => app)

const onFile: readonly ((work: Work, place: Place) => Promise<unknown>)[] = [
  (work, place) => readFile(work, desk, place),
  (work, place) => headOf(work, desk, place),
  (work, place) => writeNote(work, desk, place, aFact()),
  (work, place) => withdrawNote(work, desk, place, newId()),
  (work, place) => listToLetIn(work, desk, place),
  (work, place) => letIn(work, desk, place, { personId: people.officer.personId, reason: 'x' }),
  (work, place) => endAccess(work, desk, place, { personId: people.officer.personId, reason: 'x' }),
  ...fileSteps.map(
    (one) => (work: Work, place: Place) =>
      takeStep(work, desk, place, aStep(one, { without: 'x' })),
  ),
]
const onArrest: typeof onFile = [
  ...onFile,
  (work, { id }) => changeArrest(work, desk, id, { ...someArrest(), version: 1, reasons: '' }),
  (work, { id }) => keepLook(work, desk, id, someLook(desk)),
  (work, { id }) => answerTelling(work, desk, id, aTelling()),
]

test('an officer outside the circle cannot read, write or move anything of an arrest, or tell that it exists', async () => {
  const id = await anArrest(app.house, desk, people.officer)
  const before = await snapshot()
  for (const verb of onArrest) {
    for (const which of [id, newId()]) {
      const refused = await refusalOf(people.colleague, (work) => verb(work, arrest(which)))
      assert.equal(refused, 'not-found: no-such-file')
    }
  }
  assert.deepEqual(await snapshot(), before)
  const { files } = await does(people.colleague, (work) => listFiles(work, desk, 'arrest'))
  assert.deepEqual(files, [])
})

test('another police unit finds nothing, and whoever has no such work may do nothing at all', async () => {
  const id = await anArrest(app.house, desk, people.officer)
  const before = await snapshot()
  for (const verb of onArrest) {
    const away = await refusalOf(people.away, (work) => verb(work, arrest(id)))
    assert.equal(away, 'not-found: no-such-file')
    for (const actor of [people.overseer, people.prosecutor, people.mentor]) {
      for (const which of [id, newId()]) {
        const refused = await refusalOf(actor, (work) => verb(work, arrest(which)))
        assert.equal(refused, 'not-allowed: has-no-arrests')
      }
    }
  }
  for (const actor of [people.overseer, people.prosecutor, people.mentor]) {
    for (const verb of [
      beginArrest,
      readFigures,
      (work: Work) => openArrest(work, desk, someArrest()),
      (work: Work) => listFiles(work, desk, 'arrest'),
      (work: Work) => listFiles(work, desk, 'protection'),
      (work: Work) => openProtection(work, desk, id, { reason: 'x' }),
    ]) {
      assert.equal(await refusalOf(actor, verb), 'not-allowed: has-no-arrests')
    }
  }
  assert.deepEqual(await snapshot(), before)
})

test('whoever is let in or out, in any order: everybody sees exactly what the rule says', async () => {
  const { officer, colleague, detective, otherDetective, away } = people
  const everybody = [officer, colleague, detective, otherDetective, away]
  const id = await anArrest(app.house, desk, officer)
  const kept = await aProtection(app.house, desk, detective, id)
  const circles = { arrest: new Set([officer.personId]), protection: new Set([detective.personId]) }
  const files = { arrest: id, protection: kept }
  const seen = async (actor: PersonActor, kind: 'arrest' | 'protection') =>
    (await refusalOf(actor, (work) => headOf(work, desk, { kind, id: files[kind] }))).startsWith(
      'not refused',
    )
  const moves = fc.record({
    kind: fc.constantFrom('arrest', 'protection'),
    by: fc.constantFrom(...everybody),
    whom: fc.constantFrom(...everybody),
    letIn: fc.boolean(),
  })
  const changes = fc.sample(moves, { seed: 20261129, numRuns: 25 })
  for (const { kind, by, whom, letIn: opens } of changes) {
    const circle = circles[kind]
    const standing = { kind, inCircle: circle.has(by.personId), forsaken: false }
    const here = by !== away && maySee(by, standing)
    const given = { personId: whom.personId, reason: 'Zo.' }
    const place = { kind, id: files[kind] }
    const answer = await refusalOf(by, (work) =>
      opens ? letIn(work, desk, place, given) : endAccess(work, desk, place, given),
    )
    const fits = rolesToLetIn(kind).some((role) => whom.roles.includes(role)) && whom !== away
    const may = opens ? fits : circle.has(whom.personId) && circle.size > 1
    assert.equal(answer.startsWith('not refused'), here && may, `${kind} ${answer}`)
    if (here && may) circle[opens ? 'add' : 'delete'](whom.personId)
    for (const actor of everybody) {
      const inCircle = circle.has(actor.personId)
      // Everybody who can be in the circle works here: it is with nobody when no detective is in it.
      const expected = actor !== away && maySee(actor, { kind, inCircle, forsaken: false })
      assert.equal(await seen(actor, kind), expected, `${kind} ${actor.roles}`)
    }
  }
})
