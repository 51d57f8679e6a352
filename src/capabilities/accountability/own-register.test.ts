import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { aLetter } from '#capabilities/papers/a-paper.ts'
import { readPaper } from '#capabilities/papers/index.ts'
import { faultsIn } from '#design/a-page.ts'
import { raw } from '#design/html.ts'
import type { PersonActor } from '#platform/actor.ts'
import { readConfig } from '#platform/config.ts'
import { newId } from '#platform/ids.ts'
import { languages, link } from '#platform/language.ts'
import { Refusal } from '#platform/refusal.ts'
import { aFormWithParts } from '#platform/upload/a-file.ts'
import type { Work } from '#platform/work.ts'
import type { Visitor } from '#tests/a-visitor.ts'
import { anApp, somebody, type TestApp } from '#tests/an-app.ts'
import { visible } from '#tests/public-pages.ts'
import { addOwnItem } from './add-own-item.ts'
import { changeOwnItem } from './change-own-item.ts'
import { registerForLetters } from './for-letters.ts'
import { confirmItem, confirmName, refuseFind } from './judge-find.ts'
import { confirmSure, keepPaper, setPaperAside } from './keep-paper.ts'
import { loadParliament } from './load-parliament.ts'
import type { OwnItemContent } from './own-item.ts'
import { readOwnItem, readOwnItems } from './read-own-items.ts'
import { readOwnPaper, readOwnPapers } from './read-own-papers.ts'
import { registerPaths } from './register-paths.ts'
import { takeOutItem } from './take-out-item.ts'
import { takePaper } from './take-paper.ts'
import { tellOwnItem } from './tell-own-item.ts'

let program: TestApp
let keeper: PersonActor
let otherMinistry: PersonActor
let visitor: Visitor

before(async () => {
  program = await anApp()
  const { house } = program
  const staff = async (name: string) =>
    house.aPerson(await house.anOrganisation('ministry', name), ['programme-staff'])
  keeper = await staff('Ministerie A (verzonnen)')
  otherMinistry = await staff('Ministerie B (verzonnen)')
  visitor = await program.signedIn(keeper)
})
after(() => program.close())

const does = <T>(verb: (work: Work) => Promise<T>, actor = keeper) =>
  program.app.inTransaction(actor, 'keep-account', verb)
const refused = (because: string) => (error: unknown) =>
  error instanceof Refusal && error.because === because

const anItem: OwnItemContent = {
  ...{ kind: 'motion', title: 'Verzonnen motie', says: 'Een brief schrijven.', by: ['Verzinsel'] },
  ...{ raisedOn: '2031-12-19', raisedIn: 'kst-91911-266', wantedWords: '', wantedUntil: undefined },
  ...{ laterToldOn: undefined, publicItem: undefined },
}
const head = { reference: undefined, kind: 'brief', title: 'Verzonnen', dated: '2032-06-30' }

let made = 0
/** A letter like no other, taken but not kept. */
async function taken(actor = keeper): Promise<string> {
  made += 1
  const paper = readPaper(new TextEncoder().encode(aLetter()))
  const sha256 = Buffer.alloc(32, made)
  return (await does((work) => takePaper(work, { paper, sha256 }), actor)).id
}
async function kept(): Promise<string> {
  const id = await taken()
  await does((work) => keepPaper(work, id, head))
  return id
}
const findOf = async (id: string, kind: string) => {
  const { finds } = await does((work) => readOwnPaper(work, id))
  const found = finds.find((one) => one.kind === kind)
  assert.ok(found, kind)
  return { paperId: id, number: found.number, seen: found.judgedAt }
}

test('for anybody else there is no such page, and another ministry finds nothing of ours', async () => {
  const id = await kept()
  const at = { paperId: id, number: 1, seen: '' }
  const item = await does((work) => addOwnItem(work, anItem, { key: undefined }))
  const told = { state: 'open', happenedOn: undefined, says: '', evidence: '' } as const
  const lists: ((work: Work) => Promise<unknown>)[] = [
    readOwnItems,
    (work) => readOwnPapers(work, { words: '', page: 1 }),
    (work) => addOwnItem(work, anItem, { key: undefined }),
  ]
  const ones: ((work: Work) => Promise<unknown>)[] = [
    (work) => readOwnPaper(work, id),
    (work) => keepPaper(work, id, head),
    (work) => setPaperAside(work, id),
    (work) => confirmSure(work, id),
    (work) => confirmName(work, at, '91240'),
    (work) => refuseFind(work, at),
    (work) => confirmItem(work, at, { item: { made: anItem }, state: undefined }),
    (work) => readOwnItem(work, item),
    (work) => changeOwnItem(work, item, { content: anItem, version: 1 }),
    (work) => tellOwnItem(work, item, told),
    (work) => takeOutItem(work, item, { out: true, why: 'Dubbel.' }),
  ]
  for (const verb of [...lists, ...ones]) {
    await assert.rejects(does(verb, somebody('samira-denkbeeld')), refused('no-such-page'))
  }
  for (const verb of ones) {
    await assert.rejects(
      does(verb, otherMinistry),
      (error) => error instanceof Refusal && error.kind === 'not-found',
    )
  }
  assert.deepEqual(
    (await does((work) => readOwnPapers(work, { words: '', page: 1 }), otherMinistry)).papers,
    [],
  )
})

test('nothing of a paper counts before a person said which paper it is', async () => {
  const id = await taken()
  const at = await findOf(id, 'reference')
  for (const verb of [
    (work: Work) => confirmName(work, at, 'kst-91638-178'),
    (work: Work) => refuseFind(work, at),
    (work: Work) => confirmSure(work, id),
  ]) {
    await assert.rejects(does(verb), refused('paper-first'))
  }
})

test('a letter may name what its own ministry keeps, and what everybody reads here; never what another keeps', async () => {
  const register = registerForLetters(loadParliament(readConfig({}).knowledgeFolder))
  const id = await taken()
  const ids = ['kst-91999-3', 'kst-29240-120', 'kst-91999-4']
  const known = (actor = keeper) =>
    does((work) => {
      // A letter is read, and says so itself.
      work.audit({ act: 'letter.read' })
      return register.papers(work, ids)
    }, actor)
  const open = ['kst-29240-120', '/kennis/kamer/stukken/kst-29240-120']
  assert.deepEqual([...(await known())], [open])
  await does((work) => keepPaper(work, id, { ...head, reference: 'kst-91999-3' }))
  assert.deepEqual([...(await known())], [['kst-91999-3', undefined], open])
  assert.deepEqual([...(await known(otherMinistry))], [open])
  await assert.rejects(known(somebody('samira-denkbeeld')), refused('no-such-page'))
})

test('the same file is recognised, and so is another file of a paper that is kept', async () => {
  const paper = readPaper(new TextEncoder().encode(aLetter().replace('Nr. 18', 'Nr. 28')))
  const take = (byte: number) =>
    does((work) => takePaper(work, { paper, sha256: Buffer.alloc(32, byte) }))
  const first = await take(200)
  assert.equal(first.known, false)
  assert.deepEqual(await take(200), { id: first.id, known: true })
  assert.equal((await take(201)).known, false, 'not kept yet: nobody said that it is that paper')
  await does((work) => keepPaper(work, first.id, { ...head, reference: 'kst-91240-28' }))
  assert.deepEqual(await take(202), { id: first.id, known: true })
})

test('two papers cannot have the same number, and one put aside can be read again', async () => {
  const id = await taken()
  await does((work) => keepPaper(work, id, { ...head, reference: 'kst-91240-31' }))
  const other = await taken()
  const keep = (work: Work) => keepPaper(work, other, { ...head, reference: 'kst-91240-31' })
  await assert.rejects(does(keep), refused('paper-is-there'))
  const both = [await taken(), await taken()].map((one) =>
    does((work) => keepPaper(work, one, { ...head, reference: 'kst-91240-32' })),
  )
  const outcomes = await Promise.allSettled(both)
  const [late] = outcomes.flatMap((one) => (one.status === 'rejected' ? [one.reason] : []))
  assert.ok(refused('paper-is-there')(late), String(late))
  await does((work) => setPaperAside(work, id))
  await does(keep)
  const at = await findOf(other, 'dossier')
  await does((work) => confirmName(work, at, '91240'))
  await assert.rejects(
    does((work) => setPaperAside(work, other)),
    refused('paper-counts'),
  )
})

test('what is sure can be confirmed at once, but never what becomes an item', async () => {
  const id = await kept()
  await does((work) => confirmSure(work, id))
  const { finds } = await does((work) => readOwnPaper(work, id))
  for (const { kind, uncertain, verdict } of finds) {
    const isName = !['motion', 'commitment', 'promise', 'questions'].includes(kind)
    const isSureName = isName && !uncertain
    assert.equal(verdict, isSureName ? 'confirmed' : 'waiting', kind)
  }
})

test('a name can be corrected or refused, and both are told', async () => {
  const id = await kept()
  const at = await findOf(id, 'reference')
  await does((work) => confirmName(work, at, 'kst-91638-179'))
  const verdict = async () => {
    const { finds } = await does((work) => readOwnPaper(work, id))
    const found = finds.find(({ number }) => number === at.number)
    return [found?.verdict, found?.said]
  }
  assert.deepEqual(await verdict(), ['corrected', 'kst-91638-179'])
  const again = await findOf(id, 'reference')
  await does((work) => refuseFind(work, again))
  assert.deepEqual(await verdict(), ['refused', undefined])
})

test('what a colleague said of a name is not written over by a page that was open longer', async () => {
  const id = await kept()
  const before = await findOf(id, 'reference')
  await does((work) => confirmName(work, before, 'kst-91638-179'))
  for (const verb of [
    (work: Work) => confirmName(work, before, 'kst-91638-178'),
    (work: Work) => refuseFind(work, before),
  ]) {
    await assert.rejects(does(verb), refused('find-was-judged'))
  }
  // Pressed twice is no somebody else.
  await does((work) => confirmName(work, before, 'kst-91638-179'))
  const { paperId, number } = before
  const page = `${registerPaths.paper(paperId)}/vondsten/${number}`
  const sent = { verdict: 'confirm', said: 'kst-91638-177', seen: '' }
  const { status, body } = await visitor.post(page, sent)
  assert.equal(status, 409)
  assert.match(visible(body), /kst-91638-177/, 'what was typed is not lost')
})

test('an answer that has no name of its own is kept without, and its questions become an item', async () => {
  const answer = (nr: string) =>
    `Datum\n18 oktober 2032\nOnderwerp\nVerzonnen antwoord\nIn antwoord op uw brief van 7 september 2032, nr. ${nr}, deel ik u mede dat de vragen van het lid Verzinsel (PvV) worden beantwoord.`
  for (const [nr, raisedIn] of [
    ['2032Z14759', '2032Z14759'],
    ['5284183', undefined],
  ] as const) {
    const paper = readPaper(new TextEncoder().encode(answer(nr)))
    made += 1
    const sha256 = Buffer.alloc(32, made)
    const { id } = await does((work) => takePaper(work, { paper, sha256 }))
    const { paper: head, finds } = await does((work) => readOwnPaper(work, id))
    assert.equal(head.reference, undefined)
    const [questions] = finds.filter(({ kind }) => kind === 'questions')
    assert.equal(questions?.proposal?.raisedIn, raisedIn)
  }
})

test('a commitment that a paper discharges becomes an item that is done, with the place as evidence', async () => {
  const id = await kept()
  const at = await findOf(id, 'commitment')
  const content = { ...anItem, kind: 'commitment', raisedIn: 'kst-91638-178' } as const
  const found = { item: { made: content }, state: 'done' } as const
  const item = await does((work) => confirmItem(work, at, found))
  assert.equal(await does((work) => confirmItem(work, at, found)), item, 'twice counts once')
  const read = await does((work) => readOwnItem(work, item))
  assert.equal(read.item.state, 'done')
  assert.deepEqual(
    read.events.map(({ kind, state, place }) => [kind, state, place]),
    [
      ['added', 'open', { paperId: id, find: at.number }],
      ['told', 'done', { paperId: id, find: at.number }],
    ],
  )
  const now = await findOf(id, 'commitment')
  await assert.rejects(
    does((work) => refuseFind(work, now)),
    refused('find-became-item'),
  )
  const late = await visitor.post(`${registerPaths.paper(at.paperId)}/vondsten/${at.number}`, {
    verdict: 'refuse',
  })
  assert.deepEqual([late.status, /al beslist sinds je haar opende/.test(late.body)], [409, true])
  assert.doesNotMatch(late.body, /je voor/)
})

test('a paper that only speaks of a known item leaves it as it stands, and its chain has it', async () => {
  const item = await does((work) => addOwnItem(work, anItem, { key: undefined }))
  const id = await taken()
  await does((work) => keepPaper(work, id, { ...head, reference: 'kst-91240-41' }))
  await does((work) => confirmSure(work, id))
  const at = await findOf(id, 'motion')
  await does((work) => confirmItem(work, at, { item: { known: item }, state: undefined }))
  const read = await does((work) => readOwnItem(work, item))
  assert.equal(read.item.state, 'open')
  assert.deepEqual(
    read.events.map(({ kind }) => kind),
    ['added', 'mentioned'],
  )
  assert.ok(read.papers.some((one) => one.id === id))
  const page = visible((await visitor.get(registerPaths.item(item))).body)
  assert.match(page, /Kamerstuk 91 240, nr\. 41\) , 30 juni 2032: noemt het/)
  assert.match(page, /Kamerstuk 91 911, nr\. 266 , 19 december 2031: hier begon het/)
})

test('an item sent twice counts once, and somebody else’s change in between is a conflict', async () => {
  const key = newId()
  const id = await does((work) => addOwnItem(work, anItem, { key }))
  assert.equal(await does((work) => addOwnItem(work, anItem, { key })), '')
  const told = {
    state: 'under-way',
    happenedOn: undefined,
    says: 'Begonnen.',
    evidence: '',
  } as const
  const again = newId()
  await does((work) => tellOwnItem(work, id, told, again))
  await does((work) => tellOwnItem(work, id, told, again))
  const change = (title: string) => (work: Work) =>
    changeOwnItem(work, id, { content: { ...anItem, title }, version: 1 })
  await does(change('Andere naam'))
  await assert.rejects(does(change('Derde naam')), refused('item-was-changed'))
  await assert.rejects(
    does((work) => tellOwnItem(work, id, { ...told, state: 'open' })),
    refused('item-stands-otherwise'),
  )
  const { events } = await does((work) => readOwnItem(work, id))
  assert.deepEqual(
    events.map(({ kind }) => kind),
    ['added', 'told', 'changed'],
  )
})

test('what was put in by mistake is taken out with why: in no list, no letter and no answer to a find, until it is put back', async () => {
  const title = 'Per ongeluk ingevoerde verzonnen motie'
  const id = await does((work) => addOwnItem(work, { ...anItem, title }, { key: undefined }))
  const at = registerPaths.item(id)
  visitor = await program.signedIn(keeper)
  const listed = async (query = '') =>
    (await visitor.get(`${registerPaths.items}${query}`)).body.includes(title)
  const register = registerForLetters(loadParliament(readConfig({}).knowledgeFolder))
  const inLetters = async () => {
    const items = await does((work) => {
      work.audit({ act: 'letter.read' })
      return register.items(work)
    })
    return items.some((item) => item.title === title)
  }
  assert.deepEqual([await listed(), await inLetters()], [true, true])

  const silent = await visitor.post(registerPaths.takeOutItem(id), { why: ' ' })
  assert.equal(silent.status, 422)
  assert.match(visible(silent.body), /Schrijf waarom dit punt hier niet hoort/)
  for (const _twice of [1, 2]) {
    const out = await visitor.post(registerPaths.takeOutItem(id), { why: 'Stond er al.' })
    assert.equal(out.location, at)
  }
  assert.deepEqual([await listed(), await listed('?stand=taken-out')], [false, true])
  assert.equal(await inLetters(), false)
  assert.doesNotMatch((await visitor.get(registerPaths.itemsCsv)).body, /Per ongeluk/)
  const page = visible((await visitor.get(at)).body)
  assert.match(page, /uit het register gehaald.*Stond er al/s)
  const told = { state: 'under-way', happenedOn: undefined, says: 'x', evidence: '' } as const
  await assert.rejects(
    does((work) => tellOwnItem(work, id, told)),
    refused('item-was-taken-out'),
  )

  await visitor.post(registerPaths.putBackItem(id))
  assert.deepEqual([await listed(), await listed('?stand=taken-out')], [true, false])
  const { events } = await does((work) => readOwnItem(work, id))
  assert.deepEqual(
    events.map(({ kind, says }) => [kind, says]),
    [
      ['added', events[0]?.says],
      ['taken-out', 'Stond er al.'],
      ['put-back', ''],
    ],
  )
})

test('an action answers to what the ministry keeps itself, also when that was tied by its public code before', async () => {
  visitor = await program.signedIn(keeper)
  const publicItem = 'motion-29911-266'
  const action = { line: 'Verzonnen lijn', title: 'Actie op een eigen punt', owner: 'Directie' }
  const made = await visitor.post('/verantwoording/acties/nieuw', { ...action, items: publicItem })
  const title = 'Zoals wij deze motie noemen'
  const kept = { ...anItem, kind: 'motion', title, publicItem } as const
  const id = await does((work) => addOwnItem(work, kept, { key: undefined }))
  const own = await does((work) => addOwnItem(work, anItem, { key: undefined }))
  const page = await visitor.get(made.location)
  assert.match(page.body, new RegExp(`href="${registerPaths.item(id)}">${title}</a>`))
  const form = await visitor.get(`${made.location}/wijzigen`)
  assert.match(form.body, new RegExp(`value="${id}" checked`))
  const both = { ...action, version: '1', items: [id, own, 'nonsense'] }
  await visitor.post(`${made.location}/wijzigen`, both)
  const answers = (await visitor.get(made.location)).body.match(/punten\/[\w-]{36}">/g)
  assert.equal(answers?.length, 2)
  const csv = await visitor.get(registerPaths.actionsCsv)
  assert.match(csv.body, /Zoals wij deze motie noemen/)
  assert.doesNotMatch(csv.body, /motion-29911/)
})

test('what a published letter discharges is done with that letter as evidence, also what only the public papers had', async () => {
  const register = registerForLetters(loadParliament(readConfig({}).knowledgeFolder))
  const own = await does((work) => addOwnItem(work, anItem, { key: undefined }))
  const out = await does((work) => addOwnItem(work, anItem, { key: undefined }))
  await does((work) => takeOutItem(work, out, { out: true, why: 'Dubbel.' }))
  const letter = { path: '/kennis/brieven/1', on: '2026-12-15' }
  const ids = [own, out, 'motion-29240-116', 'nobody-knows']
  for (const _twice of [1, 2]) {
    await does((work) => {
      work.audit({ act: 'letter.publish' })
      return register.discharge(work, ids, letter)
    })
  }
  const { item, events } = await does((work) => readOwnItem(work, own))
  assert.equal(item.state, 'done')
  const told = events.filter(({ kind }) => kind === 'told')
  assert.deepEqual(
    told.map(({ happenedOn, evidence }) => [happenedOn, evidence]),
    [['2026-12-15', '/kennis/brieven/1']],
  )
  assert.equal((await does((work) => readOwnItem(work, out))).item.state, 'open')
  const kept = (await does((work) => readOwnItems(work))).filter(
    ({ publicItem }) => publicItem === 'motion-29240-116',
  )
  assert.deepEqual(
    kept.map(({ state }) => state),
    ['done'],
  )
  visitor = await program.signedIn(keeper)
  const page = (await visitor.get(registerPaths.item(own))).body
  assert.match(page, /<a href="\/kennis\/brieven\/1">de gepubliceerde brief<\/a>/)
})

test('papers are found by their words and by their number', async () => {
  const id = await taken()
  await does((work) => keepPaper(work, id, { ...head, reference: 'kst-91240-51' }))
  const idsOf = async (words: string) =>
    (await does((work) => readOwnPapers(work, { words, page: 1 }))).papers.map((one) => one.id)
  assert.deepEqual(await idsOf('kst-91240-51'), [id])
  assert.ok((await idsOf('uitkomst')).includes(id), 'also in another form of the word')
  assert.deepEqual(await idsOf('walrussen'), [])
  for (const printed of ['Kamerstuk 91 240, nr. 51', '91 240, nr. 51', '91240-51']) {
    assert.deepEqual(await idsOf(printed), [id], printed)
  }
  const inDossier = async (dossier: string, words = '') =>
    (await does((work) => readOwnPapers(work, { words, dossier, page: 1 }))).papers.map(
      (one) => one.id,
    )
  assert.deepEqual(await inDossier('91911-VI'), [])
  const at = await findOf(id, 'dossier')
  await does((work) => confirmName(work, at, '91911-VI'))
  assert.deepEqual(await inDossier('91911-VI'), [id])
  assert.deepEqual(await inDossier('91911-VI', 'uitkomst'), [id])
  assert.deepEqual(await inDossier('91911-VI', 'walrussen'), [])
  const list = await visitor.get(`${registerPaths.papers}?dossier=91911-VI`)
  assert.match(list.body, /<option value="91911-VI" selected>91 911 VI/)
})

test('a word of very many papers gives each of them once, newest first and without a day last', async () => {
  const { organisationId, personId } = otherMinistry
  // More than are put in order at once, in months that do not follow each other.
  const { rows } = await program.house.pool.query(
    `insert into register_paper (organisation_id, id, sha256, kind, title, dated, body, state, read_by, read_at, changed_at)
     select $1, gen_random_uuid(), sha256(n::text::bytea), 'brief', 'Verzonnen',
       case when n % 10 > 0 then date '1999-01-31' + n * n / 5 end, 'De walrus zwemt.', 'read', $2, now(), now()
     from generate_series(1, 700) as n returning id, dated`,
    [organisationId, personId],
  )
  type Row = { id: string; dated: string | null }
  const inOrder = (rows as Row[])
    .toSorted((a, b) => (b.dated ?? '').localeCompare(a.dated ?? '') || (a.id < b.id ? -1 : 1))
    .map(({ id }) => id)
  for (const page of [1, 9, 14, 15]) {
    const read = (work: Work) => readOwnPapers(work, { words: 'walrus', page })
    const { papers, hasMore } = await does(read, otherMinistry)
    const found = papers.map(({ id }) => id)
    assert.deepEqual(found, inOrder.slice(50 * (page - 1), 50 * page), `page ${page}`)
    assert.equal(hasMore, page < 14, `page ${page}`)
  }
})

const send = (text: string | Buffer) => {
  const form = aFormWithParts([{ name: 'file', file: 'brief.txt', bytes: Buffer.from(text) }])
  const headers = { 'content-type': form.type, origin: visitor.origin }
  return visitor.send(registerPaths.papers, { method: 'POST', body: form.body, headers })
}

test('a list leaves as a file only for who proved just now who they are, narrowed as the page is', async () => {
  await does((work) => addOwnItem(work, { ...anItem, title: '=Verzonnen' }, { key: undefined }))
  const stale = await program.signedIn(keeper)
  program.house.moveClock({ minutes: 10 })
  const refusedNow = await stale.get(registerPaths.itemsCsv)
  assert.notEqual(refusedNow.status, 200)
  visitor = await program.signedIn(keeper)
  const csv = await visitor.get(`${registerPaths.itemsCsv}?soort=motion&volgorde=title`)
  assert.match(csv.headers.get('content-disposition') ?? '', /attachment; filename="Moties/)
  assert.match(csv.body, /;'=Verzonnen;/)
  assert.doesNotMatch(csv.body, /^toezegging;/m)
  const ods = await visitor.get(`${registerPaths.actionsOds}`)
  assert.equal(ods.headers.get('content-type'), 'application/vnd.oasis.opendocument.spreadsheet')
  const { rows } = await program.house.pool.query(
    "select details from trail_entry where act = 'item.export' order by recorded_at desc limit 1",
  )
  assert.equal(rows[0]?.details.form, 'csv')
})

test('before a letter waits what we keep, and a public item that we keep is told once', async () => {
  const both = { ...anItem, title: 'Ook openbaar', publicItem: 'motion-29911-266' }
  await does((work) => addOwnItem(work, both, { key: undefined }))
  const page = visible((await visitor.get('/verantwoording/voor-de-brief')).body)
  assert.match(page, /Wat jullie zelf bijhouden/)
  assert.match(page, /Ook openbaar motie/)
  const known = program.app && (await visitor.get('/kennis/kamer/punten/motion-29911-266')).body
  const title = /<h1>([^<]+)<\/h1>/.exec(known)?.[1] ?? '?'
  assert.ok(!page.includes(title), title)
})

test('what cannot be read is told on the form, and nothing of it is kept', async () => {
  const count = async () =>
    Number((await program.house.pool.query('select count(*) from register_paper')).rows[0].count)
  const before = await count()
  const cases: readonly [string | Buffer, RegExp][] = [
    ['', /Dit bestand is leeg/],
    ['Zomaar een zin.', /Hier staat geen Kamerstuk in/],
    [Buffer.from([0x41, 0xff, 0xfe, 0x00]), /De letters kloppen niet/],
    ['<?xml version="1.0"?><!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>', /eigen definities/],
  ]
  for (const [text, sentence] of cases) {
    const { status, body } = await send(text)
    assert.equal(status, 422)
    assert.match(visible(body), sentence)
  }
  assert.equal(await count(), before)
})

test('a paper is sent, named and judged on pages without scripts, in both languages', async () => {
  const sent = await send(aLetter().replace('Nr. 18', 'Nr. 61'))
  assert.equal(sent.status, 303)
  const at = sent.location
  assert.match((await send(aLetter().replace('Nr. 18', 'Nr. 61'))).location, /\?al=1$/)
  assert.match(visible((await visitor.get(`${at}?al=1`)).body), /Er is niets dubbel opgeslagen/)

  const form = await visitor.get(`${at}/welk`)
  assert.match(form.body, /value="kst-91240-61"/)
  const named = await visitor.post(`${at}/welk`, {
    ...{ reference: 'kst-91240-61', kind: 'brief', title: 'Verzonnen onderwerp' },
    ...{ 'dated-day': '30', 'dated-month': '6', 'dated-year': '2032' },
  })
  assert.equal(named.status, 303)

  const { body } = await visitor.get(at)
  assert.match(body, /id="plaats-1" href="#vondst-1"/)
  assert.match(body, /id="vondst-1"/)
  assert.match(body, /<mark>/)
  assert.match(visible(body), /onzeker/)
  assert.doesNotMatch(body, /<script(?! type="(?:module|application))/)

  const { finds } = await does((work) => readOwnPaper(work, at.split('/').at(-1) ?? ''))
  const motion = finds.find(({ kind }) => kind === 'motion')
  const page = `${at}/vondsten/${motion?.number}`
  assert.match((await visitor.get(page)).body, /value="kst-91911-266"/)
  const wrong = await visitor.post(page, { verdict: 'confirm', item: 'new', kind: 'motion' })
  assert.equal(wrong.status, 422)
  assert.match(visible(wrong.body), /Vul in hoe jullie het noemen/)
  const right = {
    verdict: 'confirm',
    item: 'new',
    kind: 'motion',
    title: 'Mijn motie',
    state: 'none',
  }
  const judged = await visitor.post(page, right)
  assert.match(judged.location, /\?deel=1#vondst-\d+$/)
  assert.match(visible((await visitor.get(registerPaths.items)).body), /Mijn motie motie/)

  for (const language of languages) {
    for (const path of [registerPaths.papers, at, `${at}/welk`, page, registerPaths.items]) {
      const shown = await visitor.get(link(language, path.replace(/^\/en/, '')))
      assert.equal(shown.status, 200, path)
      assert.deepEqual(await faultsIn(raw(shown.body)), [], `${language} ${path}`)
    }
  }
})
