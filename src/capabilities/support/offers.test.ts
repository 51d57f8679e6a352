import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { PersonActor } from '#platform/actor.ts'
import { newId } from '#platform/ids.ts'
import { Refusal } from '#platform/refusal.ts'
import type { Work } from '#platform/work.ts'
import { aHouse, type TestHouse } from '#tests/a-house.ts'
import { anOffer, aSupportDesk } from './a-placement.ts'
import { mayOffer } from './access.ts'
import type { Catalogue } from './catalogue.ts'
import { changeOffer, withdrawOffer } from './change-offer.ts'
import { readOwnOffer, readOwnOffers } from './list-offers.ts'
import { publishOffer } from './publish-offer.ts'
import { type PublishedOffers, publishedOffers } from './published-offers.ts'

let house: TestHouse
let catalogue: Catalogue
let published: PublishedOffers
let municipal: PersonActor
let helper: PersonActor
let teacher: PersonActor

before(async () => {
  house = await aHouse()
  catalogue = aSupportDesk(house).catalogue
  published = publishedOffers(house.pool)
  const town = await house.anOrganisation('municipality', 'Gemeente Waterrade (verzonnen)')
  const steiger = await house.anOrganisation('youth-help', 'Jeugdhulp De Steiger (verzonnen)')
  const school = await house.anOrganisation()
  municipal = await house.aPerson(town, ['municipal-coordinator'])
  helper = await house.aPerson(steiger, ['youth-worker'])
  teacher = await house.aPerson(school, ['care-coordinator'])
})
after(() => house.close())

const does = <T>(actor: PersonActor, verb: (work: Work) => Promise<T>) =>
  house.inTransaction(actor, 'publish-offers', verb)

const refused = (because: string) => (error: unknown) =>
  error instanceof Refusal && error.because === because

/** Publishes and answers the id. */
async function anOfferOf(actor: PersonActor, change = {}): Promise<string> {
  await does(actor, (work) => publishOffer(work, catalogue, anOffer(change)))
  const offers = await does(actor, readOwnOffers)
  return offers.at(-1)?.id ?? ''
}

test('only a coordinating municipality and a helping organisation say what is on offer', () => {
  const may = (
    organisationKind: PersonActor['organisationKind'],
    role: PersonActor['roles'][number],
  ) => mayOffer({ ...municipal, organisationKind, roles: [role] })
  assert.ok(may('municipality', 'municipal-coordinator'))
  assert.ok(may('municipality', 'trafficking-care-coordinator'))
  assert.ok(may('youth-help', 'youth-worker'))
  assert.equal(may('municipality', 'privacy-officer'), false)
  assert.equal(may('youth-help', 'administrator'), false)
  assert.equal(may('secondary-school', 'care-coordinator'), false)
  assert.equal(may('municipality', 'youth-worker'), false)
})

test('somebody without the role finds no such page, and nothing is published', async () => {
  const count = async () =>
    (await house.pool.query('select count(*) from help_offer')).rows[0].count
  const before = await count()
  const verbs: ((work: Work) => Promise<unknown>)[] = [
    (work) => publishOffer(work, catalogue, anOffer()),
    (work) => readOwnOffers(work),
    (work) => withdrawOffer(work, newId()),
  ]
  for (const verb of verbs) await assert.rejects(does(teacher, verb), refused('no-such-page'))
  assert.equal(await count(), before)
})

test('another organisation can neither read, change nor withdraw an offer, or tell that its row exists', async () => {
  const id = await anOfferOf(municipal)
  const verbs: ((work: Work, id: string) => Promise<unknown>)[] = [
    (work, which) => readOwnOffer(work, which),
    (work, which) => withdrawOffer(work, which),
    (work, which) => changeOffer(work, catalogue, which, { content: anOffer(), version: 1 }),
  ]
  for (const verb of verbs) {
    for (const which of [id, newId()]) {
      await assert.rejects(
        does(helper, (work) => verb(work, which)),
        refused('no-such-offer'),
      )
    }
  }
  assert.equal((await published.find(id))?.organisation, 'Gemeente Waterrade (verzonnen)')
})

test('what is published is read by everybody, with the day on which the places were said', async () => {
  const id = await anOfferOf(helper, { municipality: 'Proefoord' })
  const { offers } = await published.list('Proefoord')
  assert.deepEqual(
    offers.map((offer) => [offer.id, offer.places, offer.placesOn, offer.organisation]),
    [[id, 4, '2026-11-23', 'Jeugdhulp De Steiger (verzonnen)']],
  )
  const offered = await published.offered()
  assert.ok(offered.municipalities.includes('Proefoord'))
  assert.ok(offered.of('basta').includes('Proefoord'))
  assert.deepEqual(offered.of('pit'), [])
})

test('the doors answer public columns only, and nobody who is signed in for another organisation reads more', async () => {
  await anOfferOf(municipal)
  const { rows } = await house.pool.query('select * from list_published_offers(null, null, 1)')
  const names = Object.keys(rows[0]).sort()
  assert.deepEqual(names, [
    'about',
    'changed_at',
    'contact_function',
    'contact_way',
    'edition',
    'id',
    'intervention',
    'municipality',
    'organisation_name',
    'places',
    'places_on',
    'school_types',
    'starts_on',
    'title',
  ])
  await assert.rejects(
    house.pool.query('begin; set local role oogmerk_offers; select published_by from help_offer'),
    (error: { code?: string }) => error.code === '42501',
  )
  await house.pool.query('rollback')
})

test('a change is seen by everybody, dates the places anew, and leaves its trail', async () => {
  const id = await anOfferOf(municipal)
  house.moveClock({ hours: 48 })
  await does(municipal, (work) =>
    changeOffer(work, catalogue, id, { content: anOffer({ places: 0 }), version: 1 }),
  )
  const now = await published.find(id)
  assert.deepEqual([now?.places, now?.placesOn], [0, '2026-11-25'])
  const acts = (await house.trailOf(municipal.organisationId)).filter(
    ({ subject }) => subject === id,
  )
  assert.deepEqual(
    acts.map(({ act }) => act),
    ['offer.publish', 'offer.change'],
  )
})

test('of two who change the same offer the second hears it, and the first stands', async () => {
  const id = await anOfferOf(municipal)
  const change = (about: string) => (work: Work) =>
    changeOffer(work, catalogue, id, { content: anOffer({ about }), version: 1 })
  await does(municipal, change('De eerste.'))
  await assert.rejects(does(municipal, change('De tweede.')), refused('offer-was-changed'))
  // The same form once more says what stands there already.
  await does(municipal, change('De eerste.'))
  assert.equal((await published.find(id))?.about, 'De eerste.')
  assert.equal((await does(municipal, (work) => readOwnOffer(work, id))).version, 2)
})

test('a form that is sent twice publishes once', async () => {
  const key = newId()
  const own = async () => (await does(helper, readOwnOffers)).length
  const before = await own()
  for (let time = 0; time < 2; time++) {
    await does(helper, (work) => publishOffer(work, catalogue, anOffer(), key))
  }
  assert.equal(await own(), before + 1)
})

test('what is withdrawn is gone for everybody else, and cannot be changed back', async () => {
  const id = await anOfferOf(helper)
  await does(helper, (work) => withdrawOffer(work, id))
  await does(helper, (work) => withdrawOffer(work, id))
  assert.equal(await published.find(id), undefined)
  assert.equal((await does(helper, (work) => readOwnOffer(work, id))).state, 'withdrawn')
  await assert.rejects(
    does(helper, (work) => changeOffer(work, catalogue, id, { content: anOffer(), version: 1 })),
    refused('offer-is-withdrawn'),
  )
  const { rows } = await house.pool.query('select kind from help_offer_event where offer_id = $1', [
    id,
  ])
  assert.deepEqual(rows.map(({ kind }) => kind).sort(), ['published', 'withdrawn'])
})
