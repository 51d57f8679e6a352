import assert from 'node:assert/strict'
import { existsSync, readFileSync } from 'node:fs'
import { after, before, test } from 'node:test'
import { fetchFrom } from '#platform/public-fetch.ts'
import { aHouse, type TestHouse } from '#tests/a-house.ts'
import { aMatterId, aParliament } from './a-parliament.ts'
import { aReadingMinistry, type ReadingMinistry, testScope } from './a-reading-ministry.ts'
import { onAServer } from './a-server.ts'
import { readInAnyOrder } from './an-order-of-reading.ts'
import { type ReadingAlong, readAlong } from './read-along.ts'
import { readStamp } from './stamp.ts'

let house: TestHouse
before(async () => {
  house = await aHouse()
})
after(() => house.close())

const gapsOf = async ({ actor }: ReadingMinistry) =>
  (
    await house.pool.query(
      'select because, expected, seen, closed_at is null as open from parliament_gap where organisation_id = $1',
      [actor.organisationId],
    )
  ).rows

test('nothing is asked before somebody turned it on, and nothing after it was turned off', async () => {
  const parliament = aParliament(house.clock, 3)
  const ministry = await aReadingMinistry(house, parliament)
  await ministry.reads()
  await ministry.turn(false)
  await ministry.reads()
  assert.deepEqual(parliament.asked, [])
  await ministry.turn(true)
  await ministry.settles()
  const before = parliament.asked.length
  assert.ok(before >= 4)
  await ministry.turn(false)
  house.moveClock({ hours: 200 })
  await ministry.reads()
  assert.equal(parliament.asked.length, before)
})

test('an answer that comes after it was turned off is not kept', async () => {
  const parliament = aParliament(house.clock, 3)
  const ministry = await aReadingMinistry(house, parliament)
  parliament.publish(aMatterId())
  await ministry.turn(true)
  const meanwhile: Partial<ReadingAlong> = {
    async reach(address, asked) {
      await ministry.turn(false)
      return parliament.reach(address, asked)
    },
  }
  await ministry.reads(meanwhile)
  assert.deepEqual(await ministry.held(), new Map())
})

test('two processes never ask at the same time for one ministry', async () => {
  const parliament = aParliament(house.clock, 3)
  const ministry = await aReadingMinistry(house, parliament)
  await ministry.turn(true)
  let asking = 0
  let most = 0
  const slow: Partial<ReadingAlong> = {
    async reach(address, asked) {
      asking += 1
      most = Math.max(most, asking)
      await new Promise((resolve) => setImmediate(resolve))
      asking -= 1
      return parliament.reach(address, asked)
    },
  }
  const turns = [1, 2, 3].map(() => ministry.reads(slow))
  await Promise.all(turns)
  assert.equal(most, 1)
})

test('all pages are read, and the next time only what changed is asked for, deletions included', async () => {
  const parliament = aParliament(house.clock, 2)
  const ministry = await aReadingMinistry(house, parliament)
  const ids = Array.from({ length: 7 }, aMatterId)
  for (const id of ids) parliament.publish(id, { Onderwerp: `Verzonnen ${id}` })
  await ministry.turn(true)
  await ministry.settles()
  assert.deepEqual(await ministry.held(), parliament.subjects())
  house.moveClock({ hours: 60 })
  const [gone = '', other = ''] = ids
  parliament.remove(gone)
  parliament.publish(other, { Onderwerp: 'Anders' })
  parliament.asked.length = 0
  await ministry.settles()
  assert.deepEqual(await ministry.held(), parliament.subjects())
  const question = decodeURIComponent(parliament.asked[0] ?? '')
  assert.match(question, /ApiGewijzigdOp ge .* or Verwijderd eq true\)/)
})

test('a row that moves to the end while pages are read takes no other row with it', async () => {
  const parliament = aParliament(house.clock, 2)
  const ministry = await aReadingMinistry(house, parliament)
  const ids = Array.from({ length: 5 }, aMatterId)
  for (const id of ids) parliament.publish(id)
  // Longer ago than the overlap of two walks would mend.
  house.moveClock({ hours: 48 })
  await ministry.turn(true)
  const moving: Partial<ReadingAlong> = {
    async reach(address, asked) {
      const answer = await parliament.reach(address, asked)
      if (parliament.asked.length === 1) parliament.publish(ids[0] ?? '', { Onderwerp: 'Later' })
      return answer
    },
  }
  await ministry.settles(moving)
  assert.deepEqual(await ministry.held(), parliament.subjects())
})

test('an answer that was held up on its way overwrites nothing that is newer', async () => {
  const parliament = aParliament(house.clock, 3)
  const ministry = await aReadingMinistry(house, parliament)
  const id = aMatterId()
  parliament.publish(id, { Onderwerp: 'Oud' })
  const old = await (
    await parliament.reach(`${testScope.address}/OData/v4/2.0/Zaak`, {
      headers: {},
      signal: AbortSignal.timeout(1_000),
    })
  ).text()
  parliament.publish(id, { Onderwerp: 'Nieuw' })
  await ministry.turn(true)
  await ministry.settles()
  house.moveClock({ hours: 7 })
  const late: Partial<ReadingAlong> = {
    reach: async (address, asked) =>
      address.includes('/Zaak?') ? new Response(old) : parliament.reach(address, asked),
  }
  await ministry.reads(late)
  assert.deepEqual(await ministry.held(), new Map([[id, 'Nieuw']]))
})

test('a deleted row keeps what it said, and a row that comes back is there again', async () => {
  const parliament = aParliament(house.clock, 3)
  const ministry = await aReadingMinistry(house, parliament)
  const id = aMatterId()
  parliament.publish(id, { Onderwerp: 'Wat er stond' })
  await ministry.turn(true)
  await ministry.settles()
  house.moveClock({ hours: 7 })
  parliament.remove(id)
  await ministry.settles()
  const { rows } = await house.pool.query(
    `select facts->>'subject' as subject, withdrawn_at is not null as withdrawn from parliament_row where id = $1`,
    [id],
  )
  assert.deepEqual(rows, [{ subject: 'Wat er stond', withdrawn: true }])
  house.moveClock({ hours: 7 })
  parliament.publish(id, { Nummer: '2026Z00009', Soort: 'Motie', Onderwerp: 'Weer terug' })
  await ministry.settles()
  assert.deepEqual(await ministry.held(), new Map([[id, 'Weer terug']]))
})

test('a House that answers fewer rows than it counts leaves a gap, which is asked again and closed', async () => {
  const parliament = aParliament(house.clock, 3)
  const ministry = await aReadingMinistry(house, parliament)
  for (const id of Array.from({ length: 5 }, aMatterId)) parliament.publish(id)
  await ministry.turn(true)
  let short = true
  const skipping: Partial<ReadingAlong> = {
    async reach(address, asked) {
      const answer = await parliament.reach(address, asked)
      if (!short || !address.includes('/Zaak?')) return answer
      const page = (await answer.json()) as { value: unknown[] }
      return Response.json({ ...page, value: page.value.slice(0, 2), '@odata.nextLink': undefined })
    },
  }
  await ministry.settles(skipping)
  assert.deepEqual(await gapsOf(ministry), [
    { because: 'fewer-than-counted', expected: 5, seen: 2, open: true },
  ])
  short = false
  house.moveClock({ hours: 2 })
  await ministry.settles()
  assert.deepEqual(await ministry.held(), parliament.subjects())
  assert.deepEqual(
    (await gapsOf(ministry)).map(({ open }) => open),
    [false],
  )
})

test('what left its dossier without a word is noticed within a week', async () => {
  const parliament = aParliament(house.clock, 3)
  const ministry = await aReadingMinistry(house, parliament)
  const ids = Array.from({ length: 4 }, aMatterId)
  for (const id of ids) parliament.publish(id)
  await ministry.turn(true)
  await ministry.settles()
  parliament.hide(ids[1] ?? '')
  house.moveClock({ hours: 7 * 24 + 1 })
  await ministry.settles()
  assert.deepEqual(await ministry.held(), parliament.subjects())
})

test('a commitment is kept where it speaks of what we look for, followed when it does no longer, and never lost', async () => {
  const parliament = aParliament(house.clock, 2)
  const ministry = await aReadingMinistry(house, parliament)
  const [ours = '', others = '', changing = ''] = [aMatterId(), aMatterId(), aMatterId()]
  parliament.promise(ours, 'Een Verzonnen Woord erin')
  parliament.promise(others, 'Iets anders')
  parliament.promise(changing, 'verzonnen woord')
  await ministry.turn(true)
  await ministry.settles()
  assert.deepEqual(
    [...(await ministry.held('commitments')).keys()].toSorted(),
    [ours, changing].toSorted(),
  )
  house.moveClock({ hours: 7 })
  parliament.promise(changing, 'nu zonder')
  parliament.promise(ours)
  parliament.asked.length = 0
  await ministry.settles()
  assert.deepEqual(await ministry.held('commitments'), new Map([[changing, 'nu zonder']]))
  assert.match(parliament.asked.find((one) => one.includes('SyncFeed')) ?? '', /skiptoken=3$/)
})

test('a row of another shape is set apart with the field that is wrong; the rest of the page is kept', async () => {
  const parliament = aParliament(house.clock, 5)
  const ministry = await aReadingMinistry(house, parliament)
  const [good = '', odd = ''] = [aMatterId(), aMatterId()]
  parliament.publish(good)
  parliament.publish(odd, { Nummer: 12, Soort: ['Motie'] })
  await ministry.turn(true)
  await ministry.settles()
  const apart = 'select about, because from parliament_apart where organisation_id = $1'
  const now = async () => (await house.pool.query(apart, [ministry.actor.organisationId])).rows
  assert.deepEqual([...(await ministry.held()).keys()], [good])
  assert.deepEqual(await now(), [{ about: odd, because: 'Nummer, Soort' }])
  house.moveClock({ hours: 7 })
  parliament.publish(odd, { Nummer: '2026Z00012', Soort: 'Motie' })
  await ministry.settles()
  assert.equal((await ministry.held()).size, 2)
  assert.deepEqual(await now(), [])
})

test('the House is asked politely: who we are, later each time, as late as it asks, and not without end', async () => {
  const parliament = aParliament(house.clock, 3)
  const ministry = await aReadingMinistry(house, parliament)
  await ministry.turn(true)
  parliament.fail('slow-down')
  await ministry.reads()
  assert.equal(parliament.headers[0]?.['user-agent'], 'Oogmerk (+mailto:post@ministerie.example)')
  assert.equal(parliament.asked.filter((one) => one.includes('/Zaak?')).length, 1)
  house.moveClock({ seconds: 119 })
  await ministry.settles()
  assert.equal(parliament.asked.filter((one) => one.includes('/Zaak?')).length, 1)
  house.moveClock({ seconds: 2 })
  // The first try was one of five.
  const waited: number[] = []
  for (let tries = 2; tries <= 5; tries += 1) {
    parliament.fail('503')
    await ministry.reads()
    const { dueAt = '' } = (await ministry.standing()) ?? {}
    waited.push((Date.parse(dueAt) - house.clock().epochMilliseconds) / 1_000)
    house.moveClock({ seconds: 61 })
  }
  assert.deepEqual(waited, [2, 4, 8, 24 * 3_600])
})

test('any other refusal stops it until a person says so', async () => {
  const parliament = aParliament(house.clock, 3)
  const ministry = await aReadingMinistry(house, parliament)
  await ministry.turn(true)
  const refusing: Partial<ReadingAlong> = {
    reach: async () => new Response('', { status: 302, headers: { location: '/elders' } }),
  }
  await ministry.reads(refusing)
  assert.equal((await ministry.standing())?.stopped, 'answered-302')
})

// Uses shared material beside the checkout (../shared/data/tweedekamer): recorded answers of the House; skipped where
// that is absent. The product starts and runs without it.
const recorded = new URL('../../../../shared/data/tweedekamer/', import.meta.url)
const skipped = existsSync(recorded) ? {} : { skip: '../shared/data/tweedekamer is not there' }
type Row = { Id: string; ApiGewijzigdOp: string; Verwijderd: boolean }
const rowsOf = (file: string): Row[] => JSON.parse(readFileSync(new URL(file, recorded), 'utf8'))

test('a House that answers slowly holds up nothing for long, and the next turn is for another ministry', async () => {
  const parliament = aParliament(house.clock, 3)
  const ministries = [
    await aReadingMinistry(house, parliament),
    await aReadingMinistry(house, parliament),
  ]
  for (const one of ministries) await one.turn(true)
  const heard = async () =>
    Promise.all(ministries.map(async (one) => (await one.standing())?.heardAt !== undefined))
  const [first] = ministries
  assert.ok(first)
  const job = readAlong({
    ...first.reading,
    listMinistries: async () => ministries.map(({ actor }) => actor.organisationId).toSorted(),
    async reach(address, asked) {
      house.moveClock({ seconds: 20 })
      return parliament.reach(address, asked)
    },
  })
  const { signal } = new AbortController()
  await job.run(signal)
  assert.equal((await heard()).filter(Boolean).length, 1)
  assert.equal(parliament.asked.length, 1)
  await job.run(signal)
  assert.deepEqual(await heard(), [true, true])
})

test(
  'a recorded House is read whole over the network: pages of 250, deletions, one stamp for many rows',
  skipped,
  async () => {
    const lists: Record<string, Row[]> = {
      Zaak: rowsOf('odata-zaak-selection.json'),
      Document: [
        ...rowsOf('odata-raw-page-document.json'),
        ...rowsOf('odata-document-selection.json'),
      ],
      Besluit: rowsOf('odata-raw-page-besluit.json'),
    }
    await onAServer(
      (request, response) => {
        const url = new URL(request.url ?? '', `http://${request.headers.host}`)
        const entity = url.pathname.split('/').at(-1) ?? ''
        const feed = `<feed><link rel="resume" href="${url.href}"/></feed>`
        response.end(entity === 'Feed' ? feed : JSON.stringify(pageOf(lists[entity] ?? [], url)))
      },
      async (address) => {
        const ministry = await aReadingMinistry(house, aParliament(house.clock, 1))
        await ministry.turn(true)
        const scope = { ...testScope, address }
        await ministry.settles({ scope, reach: fetchFrom(() => true, { longest: 8_000_000 }) })
        const live = (entity: string) =>
          new Set(lists[entity]?.flatMap(({ Id, Verwijderd }) => (Verwijderd ? [] : Id))).size
        for (const [source, entity] of [
          ['matters', 'Zaak'],
          ['documents', 'Document'],
          ['decisions', 'Besluit'],
        ] as const) {
          assert.equal((await ministry.held(source)).size, live(entity), entity)
          assert.equal((await ministry.standing(source))?.trouble, undefined)
        }
        assert.deepEqual(await gapsOf(ministry), [])
      },
    )
  },
)

/** As the House serves a list: from a stamp, in order, 250 rows and the way on counted in rows. */
function pageOf(rows: readonly Row[], url: URL) {
  const from = /ApiGewijzigdOp ge (\S+)/.exec(url.searchParams.get('$filter') ?? '')?.[1] ?? ''
  const skip = Number(url.searchParams.get('$skip') ?? 0)
  const found = [...new Map(rows.map((row) => [row.Id, row])).values()]
    .filter(({ ApiGewijzigdOp }) => (readStamp(ApiGewijzigdOp) ?? '') >= (readStamp(from) ?? ''))
    .toSorted((one, other) =>
      (readStamp(one.ApiGewijzigdOp) ?? '') < (readStamp(other.ApiGewijzigdOp) ?? '') ? -1 : 1,
    )
  url.searchParams.set('$skip', String(skip + 250))
  return {
    '@odata.context': `${url.origin}/$metadata#Document`,
    '@odata.count': found.length,
    value: found.slice(skip, skip + 250),
    ...(skip + 250 < found.length ? { '@odata.nextLink': url.href } : {}),
  }
}

test('any order of changes, deletions, faults and crashes ends with the rows that the House has', async () => {
  await readInAnyOrder(house, { runs: 5, seed: 20261130 })
})
