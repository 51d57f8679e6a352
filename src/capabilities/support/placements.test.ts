import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import fc from 'fast-check'
import { aCase } from '#capabilities/cases/a-case.ts'
import { closeCase } from '#capabilities/cases/end-case.ts'
import type { PersonActor } from '#platform/actor.ts'
import { newId } from '#platform/ids.ts'
import { Refusal } from '#platform/refusal.ts'
import type { Work } from '#platform/work.ts'
import { aHouse, type TestHouse } from '#tests/a-house.ts'
import { aProposal, aSchool, aSupportDesk, bothSaidYes, doing, someWords } from './a-placement.ts'
import { helpPanel } from './case-panel.ts'
import type { SupportDesk } from './desk.ts'
import type { Place } from './move-placement.ts'
import { type PlacementAct, placementActs, stateAfter } from './placement.ts'
import {
  agreePlacement,
  declinePlacement,
  endPlacement,
  evaluatePlacement,
  reportOnPlacement,
  startPlacement,
  withdrawPlacement,
} from './placement-acts.ts'
import { proposePlacement } from './propose-placement.ts'
import { readPlacement, readPlacements } from './read-placement.ts'
import { beginProposal, searchForCase } from './search-for-case.ts'

let house: TestHouse
let desk: SupportDesk
let people: Awaited<ReturnType<typeof aSchool>>

before(async () => {
  house = await aHouse()
  desk = aSupportDesk(house)
  people = await aSchool(house)
})
after(() => house.close())

const today = '2026-11-23'
const said = { day: today, language: 'nl' } as const

const acts: Readonly<
  Record<PlacementAct, (work: Work, place: Place, key?: string) => Promise<void>>
> = {
  agree: (work, place, key) =>
    agreePlacement(work, desk, place, { ...said, agreement: bothSaidYes, key }),
  decline: (work, place, key) =>
    declinePlacement(work, desk, place, { ...said, by: 'pupil', text: 'Noor wil dit niet.', key }),
  withdraw: (work, place, key) =>
    withdrawPlacement(work, desk, place, { ...said, text: 'Er is geen plek.', key }),
  start: (work, place, key) =>
    startPlacement(work, desk, place, { ...said, text: '', askOn: '2026-12-07', key }),
  report: (work, place, key) =>
    reportOnPlacement(work, desk, place, {
      ...said,
      text: 'Het gaat goed.',
      from: 'provider',
      askOn: undefined,
      key,
    }),
  end: (work, place, key) =>
    endPlacement(work, desk, place, { ...said, because: 'finished', text: 'Na tien weken.', key }),
  evaluate: (work, place, key) =>
    evaluatePlacement(work, desk, place, {
      ...said,
      evaluation: {
        goals: [
          { goal: 'Elke week naar training', answer: 'partly', why: 'Drie van de vier weken.' },
        ],
        pupilVoice: 'Ik mis het als het er niet is.',
        whyNoVoice: '',
      },
      key,
    }),
}

const propose =
  (caseId: string, change = {}) =>
  (work: Work) =>
    proposePlacement(work, desk, caseId, {
      intervention: 'basta',
      offerId: undefined,
      words: someWords(),
      language: 'nl',
      ...change,
    })

const does = <T>(actor: PersonActor, verb: (work: Work) => Promise<T>) => doing(house)(actor, verb)
const refused = (because: string) => (error: unknown) =>
  error instanceof Refusal && error.because === because

const refusalOf = async (actor: PersonActor, verb: (work: Work) => Promise<unknown>) => {
  const thrown = await does(actor, verb).then(
    () => undefined,
    (error: unknown) => error,
  )
  return thrown instanceof Refusal ? `${thrown.kind}: ${thrown.because}` : `not refused: ${thrown}`
}

const snapshot = async () => {
  const tables = ['placement', 'placement_event', 'case_entry', 'case_task', 'outbox']
  const rows = await Promise.all(
    tables.map((table) => house.pool.query(`select t::text from ${table} t order by 1`)),
  )
  return rows.map((result) => result.rows)
}

test('nobody outside the circle can read, find help for, propose in or move anything of a case, or tell that it exists', async () => {
  const { careCoordinator, colleague, mentor, outsider, leader } = people
  const { caseId, id } = await aProposal(house, desk, careCoordinator)
  const verbs: ((work: Work, place: Place) => Promise<unknown>)[] = [
    (work, place) => readPlacements(work, desk, place.caseId),
    (work, place) => readPlacement(work, desk, place),
    (work, place) => searchForCase(work, place.caseId),
    (work, place) => beginProposal(work, place.caseId),
    (work, place) => propose(place.caseId)(work),
    ...placementActs.map((act) => (work: Work, place: Place) => acts[act](work, place)),
  ]
  const before = await snapshot()
  for (const actor of [colleague, mentor, outsider, leader]) {
    for (const verb of verbs) {
      const real = await refusalOf(actor, (work) => verb(work, { caseId, id }))
      const invented = await refusalOf(actor, (work) =>
        verb(work, { caseId: newId(), id: newId() }),
      )
      assert.equal(real, 'not-found: no-such-case')
      assert.equal(real, invented)
    }
  }
  assert.deepEqual(await snapshot(), before)
})

test('a placement of another case is not found through a case that one may see', async () => {
  const mine = await aProposal(house, desk, people.careCoordinator)
  const theirs = await aProposal(house, desk, people.safetyCoordinator)
  const crossed = { caseId: mine.caseId, id: theirs.id }
  for (const act of placementActs) {
    await assert.rejects(
      does(people.careCoordinator, (work) => acts[act](work, crossed)),
      refused('no-such-placement'),
    )
  }
})

test('in the circle everybody reads and reports; proposing and every other step is for who may decide', async () => {
  const { careCoordinator, mentor } = people
  const { caseId, id } = await aProposal(house, desk, careCoordinator, { circle: [mentor] })
  const place = { caseId, id }
  await assert.rejects(does(mentor, propose(caseId)), refused('may-not-decide'))
  for (const act of placementActs.filter((one) => one !== 'report')) {
    await assert.rejects(
      does(mentor, (work) => acts[act](work, place)),
      refused('may-not-decide'),
    )
  }
  for (const act of ['agree', 'start'] as const) {
    await does(careCoordinator, (work) => acts[act](work, place))
  }
  await does(mentor, (work) => acts.report(work, place))
  const read = await does(mentor, (work) => readPlacement(work, desk, place))
  assert.deepEqual(
    read.happenings.map(({ kind }) => kind),
    ['proposed', 'agreed', 'started', 'reported'],
  )
})

test('from proposal to evaluation: each step leaves its entry in the case, its happening and its trail', async () => {
  const { careCoordinator } = people
  const place = await aProposal(house, desk, careCoordinator)
  for (const act of ['agree', 'start', 'report', 'end', 'evaluate'] as const) {
    await does(careCoordinator, (work) => acts[act](work, place))
  }
  const { placement, happenings } = await does(careCoordinator, (work) =>
    readPlacement(work, desk, place),
  )
  assert.equal(placement.state, 'evaluated')
  assert.equal(stateAfter(happenings.map(({ kind }) => kind)), 'evaluated')
  assert.equal(happenings.at(-1)?.words.pupilVoice, 'Ik mis het als het er niet is.')
  const { rows } = await house.pool.query(
    `select kind from case_entry where case_id = $1 and from_capability = 'support' and from_id = $2 order by id`,
    [place.caseId, place.id],
  )
  assert.deepEqual(
    rows.map(({ kind }) => kind),
    ['decision', 'decision', 'fact', 'fact', 'decision', 'fact'],
  )
  const trail = (await house.trailOf(people.school)).filter(({ subject }) => subject === place.id)
  assert.deepEqual(
    trail.map(({ act }) => act),
    ['propose', 'agree', 'start', 'report', 'end', 'evaluate', 'read'].map(
      (act) => `placement.${act}`,
    ),
  )
})

test('asking for a report stands in the day, and goes when the report is there', async () => {
  const place = await aProposal(house, desk, people.careCoordinator)
  const tasks = async () =>
    (
      await house.pool.query(
        'select state, clock, due_on, place from case_task where from_id = $1',
        [place.id],
      )
    ).rows
  for (const act of ['agree', 'start'] as const) {
    await does(people.careCoordinator, (work) => acts[act](work, place))
  }
  const path = `/casussen/${place.caseId}/hulp/${place.id}/verslag`
  assert.deepEqual(await tasks(), [
    { state: 'open', clock: 'agreement', due_on: '2026-12-07', place: path },
  ])
  await does(people.careCoordinator, (work) => acts.report(work, place))
  assert.equal((await tasks())[0].state, 'done')
})

test('what is not an agreement is not kept as one', async () => {
  const place = await aProposal(house, desk, people.careCoordinator)
  const agreement = { ...bothSaidYes, is16: true, pupil: { asked: false, why: 'Ziek.' } } as const
  await assert.rejects(
    does(people.careCoordinator, (work) =>
      agreePlacement(work, desk, place, { ...said, agreement }),
    ),
    refused('pupil-decides'),
  )
  const { placement } = await does(people.careCoordinator, (work) =>
    readPlacement(work, desk, place),
  )
  assert.equal(placement.state, 'proposed')
})

test('a day in the future or before the step before it is refused', async () => {
  const place = await aProposal(house, desk, people.careCoordinator)
  for (const [day, because] of [
    ['2026-11-24', 'date-in-future'],
    ['2026-11-22', 'date-too-early'],
  ] as const) {
    await assert.rejects(
      does(people.careCoordinator, (work) =>
        agreePlacement(work, desk, place, { ...said, day, agreement: bothSaidYes }),
      ),
      refused(because),
    )
  }
})

test('nothing is proposed that the catalogue does not know, unless somebody says what it is', async () => {
  const caseId = await aCase(house, desk.cases, people.careCoordinator)
  await assert.rejects(
    does(people.careCoordinator, propose(caseId, { intervention: 'framed' })),
    refused('choose-help'),
  )
  await assert.rejects(
    does(people.careCoordinator, propose(caseId, { intervention: undefined })),
    refused('other-missing'),
  )
  const words = someWords({ otherTitle: 'Een vaste oom', otherAbout: 'Elke vrijdag eten.' })
  await does(people.careCoordinator, propose(caseId, { intervention: undefined, words }))
  const { placements } = await does(people.careCoordinator, (work) =>
    readPlacements(work, desk, caseId),
  )
  assert.equal(placements[0]?.intervention, undefined)
  assert.equal(placements[0]?.words.otherTitle, 'Een vaste oom')
  assert.equal(placements[0]?.edition, desk.catalogue.edition.id)
})

test('a form that is sent twice counts once, for the proposal and for every step', async () => {
  const caseId = await aCase(house, desk.cases, people.careCoordinator)
  const key = newId()
  const first = await does(people.careCoordinator, propose(caseId, { key }))
  assert.equal(await does(people.careCoordinator, propose(caseId, { key })), first)
  const place = { caseId, id: first }
  for (const act of ['agree', 'start', 'report', 'end', 'evaluate'] as const) {
    const stepKey = newId()
    await does(people.careCoordinator, (work) => acts[act](work, place, stepKey))
    const before = (await snapshot()).map((rows) => rows.length)
    await does(people.careCoordinator, (work) => acts[act](work, place, stepKey))
    assert.deepEqual(
      (await snapshot()).map((rows) => rows.length),
      before,
      act,
    )
  }
})

test('of two who take another step at once one is told what stands', async () => {
  const place = await aProposal(house, desk, people.careCoordinator)
  const ends = await Promise.allSettled([
    does(people.careCoordinator, (work) => acts.decline(work, place)),
    does(people.careCoordinator, (work) => acts.withdraw(work, place)),
  ])
  assert.deepEqual(ends.map(({ status }) => status).sort(), ['fulfilled', 'rejected'])
  const { placement, happenings } = await does(people.careCoordinator, (work) =>
    readPlacement(work, desk, place),
  )
  assert.equal(stateAfter(happenings.map(({ kind }) => kind)), placement.state)
})

test('in a closed case nothing moves, and everything can still be read', async () => {
  const place = await aProposal(house, desk, people.careCoordinator)
  await does(people.careCoordinator, (work) =>
    closeCase(work, desk.cases, place.caseId, {
      outcome: 'support-suffices',
      words: 'Het gaat goed.',
      told: 'Alles.',
    }),
  )
  const before = await snapshot()
  for (const verb of [propose(place.caseId), (work: Work) => acts.agree(work, place)]) {
    await assert.rejects(
      does(people.careCoordinator, verb as (work: Work) => Promise<unknown>),
      refused('case-is-closed'),
    )
  }
  assert.deepEqual(await snapshot(), before)
  await does(people.careCoordinator, (work) => readPlacement(work, desk, place))
})

test('no word of a placement stands in the database as it was written, nor in the trail', async () => {
  const place = await aProposal(house, desk, people.careCoordinator)
  await does(people.careCoordinator, (work) => acts.agree(work, place))
  for (const table of ['placement', 'placement_event', 'trail_entry']) {
    const { rows } = await house.pool.query(`select t::text as text from ${table} t`)
    assert.ok(rows.length > 0)
    for (const { text } of rows) {
      const bytes = text.replaceAll(/\\\\x([0-9a-f]+)/g, (_: string, hex: string) =>
        Buffer.from(hex, 'hex').toString('latin1'),
      )
      assert.doesNotMatch(bytes, /Noor|training|voetballen|Moeder/, table)
    }
  }
})

test('whatever is tried in whatever order, by two people: the row and its history tell the same', async () => {
  const { careCoordinator, leader } = people
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.tuple(fc.constantFrom(...placementActs), fc.boolean()), {
        minLength: 1,
        maxLength: 9,
      }),
      async (tried) => {
        const place = await aProposal(house, desk, careCoordinator, { circle: [leader] })
        for (const [act, byLeader] of tried) {
          await does(byLeader ? leader : careCoordinator, (work) => acts[act](work, place)).catch(
            (error) => {
              if (!(error instanceof Refusal) || error.kind !== 'conflict') throw error
            },
          )
        }
        const { rows } = await house.pool.query(
          `select state, (select array_agg(kind order by id) from placement_event e
             where e.placement_id = p.id) as kinds from placement p where id = $1`,
          [place.id],
        )
        assert.equal(stateAfter(rows[0].kinds), rows[0].state, rows[0].kinds.join())
      },
    ),
    { seed: 20261127, numRuns: 15 },
  )
})

test('the page of a case shows its help and the next step', async () => {
  const { caseId } = await aProposal(house, desk, people.careCoordinator)
  const shown = await does(people.careCoordinator, async (work) => {
    const { head } = await readPlacements(work, desk, caseId)
    return helpPanel(desk)(work, head, 'nl')
  })
  const aside = String(await shown?.aside)
  assert.match(aside, /Alleen jij bepaalt wie je bent/)
  assert.match(aside, /0 dagen sinds het voorstel/)
  assert.match(aside, new RegExp(`/casussen/${caseId}/hulp/zoek`))
})
