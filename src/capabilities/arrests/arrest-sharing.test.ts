import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { aReceived, listFrom, whoShares } from '#capabilities/sharing/a-disclosure.ts'
import type { PersonActor } from '#platform/actor.ts'
import { newId } from '#platform/ids.ts'
import type { Work } from '#platform/work.ts'
import { somebody } from '#tests/an-app.ts'
import {
  actingAt,
  arrest,
  aWorkplace,
  somethingReceived,
  sound,
  type Workplace,
} from './a-workplace.ts'
import { aLook, anArrest, aProtection } from './an-arrest.ts'
import { factSource } from './fact-source.ts'
import { intake } from './intake.ts'
import { readFile } from './read-file.ts'
import { withdrawNote, writeNote } from './write-note.ts'

let { app, desk, people } = {} as Workplace
before(async () => {
  ;({ app, desk, people } = await aWorkplace())
})
after(() => app.close())
const { does, refusalOf, snapshot, moment } = actingAt(() => app)

const event = (change = {}) =>
  ({
    what: 'delivered',
    disclosureId: newId(),
    to: 'Parket',
    facts: 2,
    language: 'nl',
    ...change,
  }) as const

test('nobody shares out of a file, or takes something into it, that they may not see', async () => {
  const { officer, detective, otherDetective, colleague, away, mentor } = people
  const id = await anArrest(app.house, desk, officer)
  const kept = await aProtection(app.house, desk, detective, id)
  const tries = [
    { kind: 'arrest', file: id, who: [colleague, away] },
    { kind: 'protection', file: kept, who: [officer, otherDetective, away] },
    { kind: 'protection', file: id, who: [officer, detective] },
    { kind: 'arrest', file: kept, who: [officer, detective] },
  ] as const
  const before = await snapshot()
  for (const { kind, file, who } of tries) {
    const [source, into] = [factSource(desk, kind), intake(desk, kind)]
    for (const actor of who) {
      for (const verb of [
        (work: Work) => source.open(work, file),
        (work: Work) => source.open(work, file, true),
        (work: Work) => into.take(work, file, somethingReceived(), 'nl'),
      ]) {
        assert.equal(await refusalOf(actor, verb), 'not-found: no-such-file')
      }
    }
  }
  assert.deepEqual(await snapshot(), before)
  const filesOf = (actor: PersonActor, kind: 'arrest' | 'protection') =>
    does(actor, async (work) => {
      work.audit({ act: 'test.look' })
      return intake(desk, kind).listFiles(work, 'nl')
    })
  for (const actor of [mentor, people.prosecutor, people.overseer]) {
    assert.deepEqual(await filesOf(actor, 'arrest'), [])
  }
  assert.deepEqual(await filesOf(officer, 'protection'), [])
  assert.ok((await filesOf(officer, 'arrest')).some((one) => one.id === id))
  const follow = async (kind: 'arrest' | 'protection', fileId: string) =>
    (await whoShares(app.house, factSource(desk, kind), { ...officer, fileId })).sharers
  assert.ok((await follow('arrest', id)).includes(officer.personId))
  assert.deepEqual(await follow('protection', kept), [detective.personId])
  assert.deepEqual(await follow('protection', id), [])
})

test('facts are shared one by one, each with its source; what was taken back and the other file are not among them', async () => {
  const { officer, detective } = people
  const id = await anArrest(app.house, desk, officer)
  const write = (note: Parameters<typeof writeNote>[3]) =>
    does(officer, (work) => writeNote(work, desk, arrest(id), note))
  await write({
    kind: 'interpretation',
    at: moment(),
    words: { text: 'Gestuurd?', innocent: 'Een eigen idee.' },
  })
  await write({
    kind: 'own-words',
    at: moment(),
    words: { quote: 'Ik mag niet stoppen.', asked: 'Hoe nu?', source: 'Bo' },
  })
  await write({
    kind: 'found',
    at: moment(),
    words: { items: ['cash'], text: 'Veel geld.', source: 'Bo' },
  })
  await write({ kind: 'fact', at: moment(), words: { text: 'Vergissing.', source: 'Bo' } })
  const { notes } = await does(officer, (work) => readFile(work, desk, arrest(id)))
  const mistake = notes.find(({ words }) => words.text === 'Vergissing.')?.id ?? ''
  await does(officer, (work) => withdrawNote(work, desk, arrest(id), mistake))
  await aLook(app.house, desk, detective, id, { part: 'full' })
  const kept = await aProtection(app.house, desk, detective, id)
  const source = factSource(desk, 'arrest')
  const facts = await does(detective, (work) => listFrom(source, work, id))
  assert.deepEqual(
    facts.map(({ kind }) => kind),
    [
      ...['identity', 'identity', 'identity', 'fact', 'interpretation'],
      ...['fact', 'interpretation', 'own-words', 'fact', 'interpretation'],
    ],
  )
  assert.equal(new Set(facts.map(({ ref }) => ref)).size, facts.length)
  for (const { source: who, text } of facts) assert.ok(who !== '' && text !== '')
  assert.deepEqual(facts.find(({ text }) => text === 'Gestuurd?')?.beside, ['Een eigen idee.'])
  assert.equal(
    facts.find(({ kind }) => kind === 'own-words')?.source,
    'de jongere, gehoord door Bo, op de vraag: Hoe nu?',
  )
  const all = JSON.stringify(facts)
  for (const secret of ['Vergissing', kept, 'lijkt gestuurd'])
    assert.equal(all.includes(secret), false)
  const other = await does(detective, (work) =>
    listFrom(factSource(desk, 'protection'), work, kept),
  )
  assert.equal(JSON.stringify(other).includes('telefoons'), false)
  await does(detective, (work) =>
    source
      .open(work, id, true)
      .then((file) => file.note(event({ words: 'Nodig voor de beslissing.' }))),
  )
  const after = await does(detective, (work) => readFile(work, desk, arrest(id)))
  assert.equal(after.notes.at(-1)?.words.text, '2 feiten gedeeld met Parket')
})

test('what was received is taken in once, keeps where it first came from, and says when it was recalled', async () => {
  const { officer } = people
  const id = await anArrest(app.house, desk, officer, { fact: undefined })
  const into = intake(desk, 'arrest')
  const item = somethingReceived()
  for (let time = 0; time < 2; time += 1) {
    const { path } = await does(officer, (work) => into.take(work, id, item, 'nl'))
    assert.equal(path, `/aanhoudingen/${id}`)
  }
  const facts = await does(officer, (work) => listFrom(factSource(desk, 'arrest'), work, id))
  const [taken, ...more] = facts.filter(({ origin }) => origin)
  assert.deepEqual(more, [])
  assert.deepEqual(taken?.origin, item.fact.origin)
  assert.equal(taken?.kind, 'interpretation')
  assert.equal(taken?.on, '2026-11-20')
  assert.deepEqual(taken?.beside, ['Een toets.'])
  const delivery = {
    kind: 'system',
    name: 'delivery',
    organisationId: officer.organisationId,
  } as const
  const refOf = (itemId: string) =>
    app.house.inTransaction(delivery, 'share', (work) => into.refOf(work, id, itemId))
  assert.deepEqual([await refOf(item.id), await refOf(newId())], [taken?.ref, undefined])
  for (let time = 0; time < 2; time += 1) {
    await app.house.inTransaction(delivery, 'share', (work) => into.recalled(work, id, item.id))
  }
  // A name does not become a fact by being taken over.
  const named = { ...item, id: newId(), fact: { ...item.fact, kind: 'identity' as const } }
  const other = await anArrest(app.house, desk, officer, { fact: undefined })
  await does(officer, (work) => into.take(work, other, named, 'nl'))
  const listed = await does(officer, (work) => listFrom(factSource(desk, 'arrest'), work, other))
  assert.equal(listed.find(({ origin }) => origin)?.kind, 'identity')
  // Nor does it get lost by whom the young person was heard elsewhere.
  const heard = { kind: 'own-words' as const, source: 'de jongere, gehoord door de mentor' }
  const quoted = { ...item, id: newId(), fact: { ...item.fact, ...heard } }
  await does(officer, (work) => into.take(work, other, quoted, 'nl'))
  const passed = await does(officer, (work) => listFrom(factSource(desk, 'arrest'), work, other))
  assert.equal(
    passed.find(({ kind }) => kind === 'own-words')?.source,
    'Veilig Thuis (verzonnen): de jongere, gehoord door de mentor',
  )
  // What was recalled is not passed on any more.
  const left = await does(officer, (work) => listFrom(factSource(desk, 'arrest'), work, id))
  assert.deepEqual(
    left.filter(({ origin }) => origin),
    [],
  )
  const visitor = await app.signedIn(officer)
  const page = await sound(visitor.get(`/aanhoudingen/${id}`))
  assert.match(page, /Door de afzender teruggehaald op 23 november 2026/)
  assert.match(page, /eerst van: Het Voorbeeldcollege \(verzonnen\), via Veilig Thuis/)
  const marks = (await app.house.trailOf(officer.organisationId)).filter(
    ({ act, subject }) => act === 'arrest.mark-recalled' && subject === id,
  )
  assert.equal(marks.length, 1)
})

test('that a delivered fact was taken into a file apart is on no page of who may not see it, and ties no two files', async () => {
  const { officer, detective, otherDetective } = people
  const id = await anArrest(app.house, desk, officer)
  const kept = await aProtection(app.house, desk, detective, id)
  const delivery = await aReceived(app.house, detective, 'trafficking-detective')
  const [item = ''] = delivery.items
  const at = `/ontvangen/${delivery.id}`
  const own = await app.signedIn(detective)
  for (const file of [`suspect-file/${id}`, `victim-file/${kept}`, `victim-file/${kept}`]) {
    app.house.moveClock({ seconds: 1 })
    assert.equal((await own.post(`${at}/overnemen`, { item, file })).status, 303)
  }
  // By a reference: none that is not there, or that this person may not see.
  const away = await anArrest(app.house, desk, people.away)
  const [{ rows }, unknown] = [
    await app.house.pool.query('select id, reference from police_file where id = any ($1)', [
      [id, away],
    ]),
    await own.post(`${at}/overnemen`, { item, file: '', reference: 'A-0000-0000' }),
  ]
  const referenceOf = (file: string) => rows.find((row) => row.id === file).reference as string
  assert.equal(unknown.status, 422)
  assert.match(unknown.body, /Er is geen open dossier met dit kenmerk/)
  const theirs = { item, file: '', reference: referenceOf(away) }
  assert.equal((await own.post(`${at}/overnemen`, theirs)).status, 422)
  assert.equal((await own.post(`${at}/overnemen`, { item, file: '', reference: '' })).status, 422)
  const mine = { item, file: '', reference: referenceOf(id) }
  assert.equal((await own.post(`${at}/overnemen`, mine)).status, 303)
  const { body } = await (await app.signedIn(otherDetective)).get(at)
  assert.match(body, new RegExp(`/aanhoudingen/${id}`))
  assert.doesNotMatch(body, new RegExp(`${kept}|beschermdossiers/[0-9a-f]`))
  assert.equal(body.match(/Overgenomen in een dossier/g)?.length, 1)
  const { body: whole } = await own.get(at)
  assert.match(whole, new RegExp(`beschermdossiers/${kept}`))
  assert.equal(whole.match(/Overgenomen in een dossier/g)?.length, 2)

  const plain = async (file: string) => {
    const { rows } = await app.house.pool.query(
      `select to_jsonb(n) as row from police_file_note n where file_id = $1 and from_index is not null
       union all select to_jsonb(r) from received_taken r where r::text like '%' || $1::text || '%'`,
      [file],
    )
    assert.equal(rows.length, 1)
    return rows.flatMap(({ row }) => Object.values<unknown>(row))
  }
  const [one, other] = [await plain(id), await plain(kept)]
  const common = one.filter((value) => value !== null && other.includes(value))
  assert.deepEqual(
    common.filter((value) => value !== detective.organisationId && value !== detective.personId),
    ['fact'],
  )
  const takes = (await app.house.trailOf(detective.organisationId)).filter(
    ({ subject }) => subject === delivery.id,
  )
  assert.doesNotMatch(JSON.stringify(takes), new RegExp(`${id}|${kept}`))
  const { organisationId } = detective
  for (const [kind, file] of [
    ['arrest', id],
    ['protection', kept],
  ] as const) {
    await app.house.inTransaction(
      { kind: 'system', name: 'delivery', organisationId },
      'share',
      (work) => intake(desk, kind).recalled(work, file, item),
    )
    assert.match(
      (await own.get(kind === 'arrest' ? `/aanhoudingen/${file}` : `/beschermdossiers/${file}`))
        .body,
      /Door de afzender teruggehaald/,
    )
  }
})

test('from the page of a file one begins to share: its facts are there to choose, for nobody who may not see it', async () => {
  const [officer, detective] = [somebody('bo-balie'), somebody('rik-rechercheur')]
  const id = await anArrest(app.house, desk, officer)
  const kept = await aProtection(app.house, desk, detective, id)
  const visitor = await app.signedIn(officer)
  const { body } = await visitor.get(`/aanhoudingen/${id}`)
  assert.match(body, /action="\/delen\/nieuw"/)
  const begun = await visitor.post('/delen/nieuw', { soort: 'suspect-file', dossier: id })
  assert.equal(begun.status, 303)
  const facts = await visitor.get(begun.location)
  assert.match(facts.body, /Noor had twee telefoons\./)
  for (const form of [
    { soort: 'victim-file', dossier: kept },
    { soort: 'suspect-file', dossier: kept },
    { soort: 'victim-file', dossier: id },
  ]) {
    assert.equal((await visitor.post('/delen/nieuw', form)).status, 404)
  }
})
