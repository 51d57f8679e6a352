import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { PersonActor } from '#platform/actor.ts'
import type { Work } from '#platform/work.ts'
import { aDecidedDossier, anOffice, aSigning, factWords } from './a-dossier.ts'
import { aDossierApp } from './a-dossier-app.ts'
import { considerExploitation, goWithoutAssessment } from './assess.ts'
import { compareDecisions } from './compare-decisions.ts'
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

test('one dossier decided on again and again, 7 dossiers, or a year that is not over, are not shown; 8 of last year are', async () => {
  const own = await anOffice(here.app.house)
  const routes = here.desk.routes.routes.map(({ id }) => id)
  const compared = () =>
    does((work) => compareDecisions(work, { chosen: 'Opiumwet-2', routes }), own.colleague)
  const nothing = { provisions: [], lines: [], counts: [] }
  const ofLastYear = () =>
    here.app.house.pool.query(
      `update dossier_decision set decided_on = '2025-11-20' where organisation_id = $1`,
      [own.organisation],
    )
  const one = await aDecidedDossier(can(), here.desk, own.handler)
  for (let more = 0; more < 7; more++) await decidedAgain(one.id, one.offences, own.handler)
  await ofLastYear()
  assert.deepEqual(await compared(), nothing)
  for (let made = 0; made < 6; made++) await aDecidedDossier(can(), here.desk, own.handler)
  await ofLastYear()
  assert.deepEqual(await compared(), nothing)
  const { id } = await aDecidedDossier(can(), here.desk, own.handler)
  assert.deepEqual(await compared(), nothing)
  await ofLastYear()
  const eight = await compared()
  assert.equal(eight.lines.length, 8)
  assert.equal(eight.lines.filter(({ following }) => following === 'departs').length, 1)
  assert.deepEqual(eight.lines.at(-1), {
    route: 'sepot-06',
    grounds: ['06'],
    lookedAt: ['act'],
    following: 'follows',
  })
  assert.deepEqual(
    eight.counts.filter(({ count }) => count !== 'secret'),
    [{ year: 2025, route: 'sepot-06', count: 10 }],
  )
  const visitor = await here.app.signedIn(own.colleague)
  const { body } = await visitor.get('/dossiers/vergelijken?feit=Opiumwet-2')
  assert.match(body, /geheim/)
  assert.doesNotMatch(body, new RegExp(`${id}|D-|Noor`))
})
