import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { PersonActor } from '#platform/actor.ts'
import type { Work } from '#platform/work.ts'
import { aDecidedDossier, anOffice, aSigning, factWords } from './a-dossier.ts'
import { aDossierApp } from './a-dossier-app.ts'
import { considerExploitation, goWithoutAssessment } from './assess.ts'
import { compareDecisions } from './compare-decisions.ts'
import { type Kind, kinds } from './comparing.ts'
import { finishWorksheet } from './fill-worksheet.ts'
import { reopenDossier } from './reopen-dossier.ts'
import { signDecision } from './sign-decision.ts'
import { addFact } from './write-in-dossier.ts'

const here = aDossierApp()
const { can, does } = here

/** Signed again, after something new came in. */
async function decidedAgain(id: string, offences: readonly string[], actor: PersonActor) {
  here.app.house.moveClock({ seconds: 1 })
  const acts: readonly ((work: Work) => Promise<unknown>)[] = [
    (work) => addFact(work, here.desk, id, { kind: 'fact', words: factWords(), on: undefined }),
    (work) => reopenDossier(work, here.desk, id, { because: 'Nieuw.' }),
    (work) => considerExploitation(work, here.desk, id, { answer: 'no', because: 'Niets.' }),
    (work) => goWithoutAssessment(work, here.desk, id, { because: 'De expertgroep kan niet.' }),
    (work) => finishWorksheet(work, here.desk, id, { because: 'Meer is er niet.' }),
  ]
  for (const act of acts) await does(act, actor)
  const signing = aSigning(offences, {
    following: 'departs',
    clearReasons: 'Er is een nieuw bericht.',
  })
  const stage = 'with-prosecutor'
  await does((work) => signDecision(work, here.desk, id, { signing, stage }), actor)
}

test('a year that is not over, 7 dossiers, or one decided on twice are not shown; 8 of last year are, in numbers alone', async () => {
  const own = await anOffice(here.app.house)
  const compared = (kind: Kind) =>
    does((work) => compareDecisions(work, here.desk, { kind }), own.colleague)
  const ofLastYear = () =>
    here.app.house.pool.query(
      `update dossier_decision set decided_on = '2025-11-20' where organisation_id = $1`,
      [own.organisation],
    )
  const one = await aDecidedDossier(can(), here.desk, own.handler)
  await decidedAgain(one.id, one.offences, own.handler)
  for (let made = 0; made < 6; made++) await aDecidedDossier(can(), here.desk, own.handler)
  await ofLastYear()
  for (const kind of kinds) assert.deepEqual(await compared(kind), [])
  const { id } = await aDecidedDossier(can(), here.desk, own.handler)
  assert.deepEqual(await compared('route'), [])
  await ofLastYear()
  assert.deepEqual(await compared('route'), [
    { year: 2025, quarters: [{ value: 'sepot-06', beside: 4, about: 10 }], routes: [] },
  ])
  assert.deepEqual(await compared('offence'), [
    {
      year: 2025,
      quarters: [{ value: 'Opiumwet 2', beside: 4, about: 10 }],
      routes: [{ value: 'Opiumwet 2', beside: 'sepot-06', about: 10 }],
    },
  ])
  const [byAge] = await compared('age')
  assert.deepEqual(byAge?.quarters, [{ value: '16-17', beside: 4, about: 10 }])
  assert.deepEqual(await compared('form'), [], 'seven name a form and one names none')
  assert.deepEqual(await compared('assessment'), [], 'one of eight was departed from')
  const visitor = await here.app.signedIn(own.colleague)
  for (const kind of kinds) {
    const { status, body } = await visitor.get(`/dossiers/vergelijken?naar=${kind}`)
    assert.equal(status, 200)
    assert.match(body, /Wat je hier niet ziet, en waarom/)
    assert.doesNotMatch(body, new RegExp(`${id}|D-|Noor`))
  }
})
