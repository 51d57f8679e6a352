import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { faultsIn } from '#design/a-page.ts'
import { raw } from '#design/html.ts'
import type { PersonActor } from '#platform/actor.ts'
import { newId } from '#platform/ids.ts'
import { languages, link } from '#platform/language.ts'
import { Refusal } from '#platform/refusal.ts'
import type { Work } from '#platform/work.ts'
import { anApp, somebody, type TestApp } from '#tests/an-app.ts'
import { aFigure, aFigureSource, aLetterDesk } from './a-letter.ts'
import { writesLetters } from './access.ts'
import { beginLetter } from './begin-letter.ts'
import { bindFigure, releaseFigure } from './bind-figure.ts'
import { changeFrame } from './change-frame.ts'
import { faultsOfLetter } from './check-text.ts'
import { freezeLetter } from './freeze-letter.ts'
import { blocksOf, documentOf } from './letter-document.ts'
import { paths } from './paths.ts'
import { readLetter, readLetters, readTwoVersions, readVersions } from './read-letter.ts'
import { addBlock, moveBlock, removeBlock, writeBlock } from './write-block.ts'

let program: TestApp
let writer: PersonActor
let colleague: PersonActor
let otherMinistry: PersonActor
const source = aFigureSource()

before(async () => {
  program = await anApp()
  const { house } = program
  const here = await house.anOrganisation('ministry', 'Ministerie A (verzonnen)')
  writer = await house.aPerson(here, ['programme-staff'], 'Willeke Schrijver')
  colleague = await house.aPerson(here, ['programme-staff'], 'Co Schrijver')
  otherMinistry = await house.aPerson(
    await house.anOrganisation('ministry', 'Ministerie B (verzonnen)'),
    ['programme-staff'],
  )
})
after(() => program.close())

const desk = () => aLetterDesk(program.house, source)
const does = <T>(verb: (work: Work) => Promise<T>, actor = writer) =>
  program.app.inTransaction(actor, 'keep-account', verb)
const refused = (because: string) => (error: unknown) =>
  error instanceof Refusal && error.because === because

const frame = { title: 'Verzonnen brief', dossiers: ['29240'], previous: 'kst-28638-259' }
const words = (text: string) => ({ heading: 'Kop', text, answered: [] })
const begun = async (): Promise<string> =>
  (await does((work) => beginLetter(work, desk(), frame))) ?? ''
const contentOf = async (id: string) => (await does((work) => readLetter(work, desk(), id))).content
const firstBlock = async (id: string) => (await contentOf(id)).blocks[0]?.id ?? ''

test('only programme staff of a ministry write letters', () => {
  assert.equal(writesLetters(writer), true)
  assert.equal(writesLetters({ ...writer, roles: ['administrator'] }), false)
  assert.equal(writesLetters({ ...writer, organisationKind: 'research-institute' }), false)
})

test('for anybody else there is no such page, and another ministry finds no such letter', async () => {
  const id = await begun()
  const block = await firstBlock(id)
  const { ref } = aFigure()
  const onOne: ((work: Work) => Promise<unknown>)[] = [
    (work) => readLetter(work, desk(), id),
    (work) => readVersions(work, id),
    (work) => readTwoVersions(work, id, { from: 1, to: 1 }),
    (work) =>
      changeFrame(work, desk(), id, {
        frame: { ...frame, discharged: [], vouched: [], answered: [] },
        read: 1,
      }),
    (work) => writeBlock(work, desk(), id, { id: block, words: words('Anders'), read: 1 }),
    (work) => addBlock(work, desk(), id, { part: 'line', words: words('Nieuw') }),
    (work) => removeBlock(work, desk(), id, { id: block, read: 1 }),
    (work) => moveBlock(work, desk(), id, block),
    (work) => bindFigure(work, desk(), id, ref),
    (work) => releaseFigure(work, desk(), id, 1),
  ]
  const outsider = somebody('samira-denkbeeld')
  for (const verb of [...onOne, readLetters, (work: Work) => beginLetter(work, desk(), frame)]) {
    await assert.rejects(does(verb, outsider), refused('no-such-page'))
  }
  for (const verb of onOne) {
    await assert.rejects(does(verb, otherMinistry), refused('no-such-letter'))
  }
  assert.deepEqual(await does(readLetters, otherMinistry), [])
  assert.equal((await does((work) => readLetter(work, desk(), id))).row.version, 1)
})

test('a letter begins with a piece for each line of the register, and once for one form', async () => {
  const key = newId()
  const id = (await does((work) => beginLetter(work, desk(), frame, key))) ?? ''
  assert.equal(await does((work) => beginLetter(work, desk(), frame, key)), undefined)
  const { blocks } = await contentOf(id)
  assert.deepEqual(
    blocks.map(({ part, heading }) => [part, heading]),
    [
      ['opening', 'Aanleiding'],
      ['line', 'Verzonnen lijn'],
      ['closing', 'Tot slot'],
    ],
  )
})

test('what another wrote in a piece meanwhile is not overwritten, and another piece is no conflict', async () => {
  const id = await begun()
  const [first, second] = (await contentOf(id)).blocks
  assert.ok(first && second)
  const write = (block: string, text: string, read: number, actor = writer) =>
    does((work) => writeBlock(work, desk(), id, { id: block, words: words(text), read }), actor)
  await write(first.id, 'Van de een.', 1)
  await write(second.id, 'Van de ander.', 1, colleague)
  await assert.rejects(write(first.id, 'Te laat.', 1, colleague), refused('block-was-changed'))
  await write(first.id, 'Van de een.', 1)
  const { blocks } = await contentOf(id)
  assert.deepEqual(
    blocks.slice(0, 2).map(({ text }) => text),
    ['Van de een.', 'Van de ander.'],
  )
  const { versions } = await does((work) => readVersions(work, id))
  assert.deepEqual(
    versions.map(({ version, change, saved_by }) => [version, change, saved_by]),
    [
      [3, 'block', colleague.personId],
      [2, 'block', writer.personId],
      [1, 'began', writer.personId],
    ],
  )
})

test('two who write the same piece in the same moment: one is kept, the other hears it', async () => {
  const id = await begun()
  const block = await firstBlock(id)
  const ends = await Promise.allSettled(
    ['Een.', 'Twee.', 'Drie.'].map((text) =>
      does((work) => writeBlock(work, desk(), id, { id: block, words: words(text), read: 1 })),
    ),
  )
  assert.deepEqual(ends.map(({ status }) => status).toSorted(), [
    'fulfilled',
    'rejected',
    'rejected',
  ])
  assert.equal((await does((work) => readLetter(work, desk(), id))).row.version, 2)
})

test('a figure that may not be told is never bound, and one in a text is not let go', async () => {
  const id = await begun()
  const secret = aFigure({ cell: 'kind=debt' })
  source.put({ ...secret, value: undefined })
  source.put(aFigure())
  await assert.rejects(
    does((work) => bindFigure(work, desk(), id, secret.ref)),
    refused('figure-not-told'),
  )
  await assert.rejects(
    does((work) => bindFigure(work, desk(), id, aFigure({ cell: 'none' }).ref)),
    refused('no-such-figure'),
  )
  await does((work) => bindFigure(work, desk(), id, aFigure().ref))
  await does((work) => bindFigure(work, desk(), id, aFigure().ref))
  const block = await firstBlock(id)
  await does((work) =>
    writeBlock(work, desk(), id, {
      id: block,
      words: words('Er waren {cijfer 1} signalen.'),
      read: 1,
    }),
  )
  await assert.rejects(
    does((work) => releaseFigure(work, desk(), id, 1)),
    refused('figure-in-use'),
  )
  assert.equal((await contentOf(id)).figures.length, 1)
  const trail = await program.house.trailOf(writer.organisationId)
  const bound = trail.filter(({ act, subject }) => act === 'letter.figure-bound' && subject === id)
  assert.deepEqual(
    bound.map(({ details }) => details),
    [{ version: 2 }],
  )
})

test('a bound figure follows its source while the letter is a draft, and leads there', async () => {
  const id = await begun()
  source.put(aFigure())
  await does((work) => bindFigure(work, desk(), id, aFigure().ref))
  const block = await firstBlock(id)
  const text = 'Er waren {cijfer 1} signalen (Kamerstuk 29 240, nr. 120).'
  await does((work) => writeBlock(work, desk(), id, { id: block, words: words(text), read: 1 }))
  const drawn = async () => {
    const letter = await does((work) => readLetter(work, desk(), id))
    return blocksOf(documentOf({ ...letter, from: 'Ministerie A', along: [], day: undefined }))
  }
  const runsWith = async () =>
    (await drawn()).flatMap((one) => (one.kind === 'linked' ? [...one.runs] : []))
  const shown = (await runsWith()).find(({ href }) => href === aFigure().path)
  assert.equal(shown?.text, '35')
  source.put({ ...aFigure(), value: 1240 })
  assert.ok((await runsWith()).some((run) => run.text === '1.240' && run.href === aFigure().path))
  source.put({ ...aFigure(), value: undefined })
  assert.ok((await runsWith()).some((run) => run.text === '[niet bekend te maken]'))
  assert.ok(
    (await runsWith()).some(
      ({ href }) => href === 'https://zoek.officielebekendmakingen.nl/kst-29240-120.html',
    ),
  )
  source.put(aFigure())
})

test('the pages are valid in both languages and hold one heading of their own', async () => {
  const id = await begun()
  const [first, second] = (await contentOf(id)).blocks
  assert.ok(first && second)
  await does((work) =>
    writeBlock(work, desk(), id, {
      id: first.id,
      words: words('Zie Kamerstuk 29 240, nr. 120.'),
      read: 1,
    }),
  )
  await does((work) =>
    addBlock(work, desk(), id, {
      part: 'line',
      words: { heading: 'Tweede lijn', text: '', answered: [] },
    }),
  )
  const visitor = await program.signedIn(writer)
  const compare = `${paths.compare(id)}?van=1&tot=3`
  const every = [
    ...[paths.list, paths.begin, paths.one(id), paths.frame(id), paths.addBlock(id)],
    ...[
      paths.block(id, first.id),
      paths.figures(id),
      paths.preview(id),
      paths.versions(id),
      compare,
    ],
  ]
  for (const language of languages) {
    for (const path of every) {
      const { status, body } = await visitor.get(link(language, path))
      assert.equal(status, 200, path)
      if (language === 'nl') assert.deepEqual(await faultsIn(raw(body)), [], path)
      assert.equal(body.match(/<h1[ >]/g)?.length, 1, path)
    }
  }
  const { body } = await visitor.get(compare)
  assert.match(body, /<ins>.*toegevoegd:.*Zie Kamerstuk/s)
})

test('what was typed comes back when something is wrong, with a sentence that says how to mend it', async () => {
  const id = await begun()
  const block = await firstBlock(id)
  const visitor = await program.signedIn(writer)
  const at = paths.block(id, block)
  const typed = { heading: 'Mijn kop', read: '1' }
  const wrong = async (text: string, more = {}) => {
    const { status, body } = await visitor.post(at, { ...typed, text, ...more })
    assert.equal(status, 422, text)
    assert.ok(body.includes('value="Mijn kop"'), text)
    return body
  }
  assert.match(await wrong('Zie {cijfer 9}.'), /\{cijfer 9\} is niet gebonden/)
  assert.match(await wrong('Zie kst-29240.'), /is geen verwijzing die iemand kan volgen/)
  assert.match(await wrong('Zie kst-12345-6.'), /Het stuk kst-12345-6 staat niet in het register/)
  const small = await wrong('Er waren 3 verdachten.')
  assert.match(small, /Waarom mag “3 verdachten” er zo staan\?/)
  const where = { 'number-1': '3 verdachten', 'number-1-because': 'public', 'number-1-where': '' }
  await wrong('Er waren 3 verdachten.', where)
  const answered = { ...where, 'number-1-where': 'kst-29240-120' }
  const saved = await visitor.post(at, { ...typed, text: 'Er waren 3 verdachten.', ...answered })
  assert.equal(saved.status, 303)
  assert.deepEqual((await contentOf(id)).blocks[0]?.answered, [
    { words: '3 verdachten', because: 'public', where: 'kst-29240-120' },
  ])
  const late = await visitor.post(at, { ...typed, text: 'Mijn lange verhaal.' })
  assert.equal(late.status, 409)
  assert.match(late.body, /Mijn lange verhaal\./)
  // It may have been the same person in another window: the page says what happened, and does not guess.
  assert.match(late.body, /Dit stuk is intussen anders bewaard/)
  assert.doesNotMatch(late.body, /je voor/)
})

test('a draft that waits for an answer stands on the first page of the ministry that is asked', async () => {
  const first = async (who: PersonActor) =>
    (await (await program.signedIn(who)).get('/verantwoording')).body
  assert.doesNotMatch(await first(otherMinistry), /op jullie antwoord/)
  await program.house.pool.query(
    `insert into progress_letter_received values ($1, $2, $3, 'asked', 1, repeat('a', 64), 'Brief', '[]', null, null, now(), now())`,
    [otherMinistry.organisationId, newId(), writer.organisationId],
  )
  assert.match(
    await first(otherMinistry),
    /Er wacht 1 concept van een ander ministerie op jullie antwoord/,
  )
  assert.doesNotMatch(await first(writer), /op jullie antwoord/)
})

test('an answer stays with the number that it was about when another comes before it', async () => {
  const id = await begun()
  const block = await firstBlock(id)
  const visitor = await program.signedIn(writer)
  const { status, body } = await visitor.post(paths.block(id, block), {
    ...{ heading: '5 slachtoffers', text: 'Er waren 3 verdachten.', read: '1' },
    ...{ 'number-1': '3 verdachten', 'number-1-because': 'no-count', 'number-1-where': '' },
  })
  assert.equal(status, 422)
  assert.match(body, /Geef antwoord bij “5 slachtoffers”/)
  const checked = [...body.matchAll(/<input[^>]*name="(number-\d-because)"[^>]*>/g)]
    .filter(([input]) => / checked/.test(input))
    .map(([, name]) => name)
  assert.deepEqual(checked, ['number-2-because'])
})

test('what a text may not hold keeps the letter from being fixed, also in a heading and in the annex', async () => {
  const id = await begun()
  const block = await firstBlock(id)
  const heading = 'Drie slachtoffers en {cijfer 1}'
  const text = 'Zie kst-12345-6 en {cijfer 9}.'
  await does((work) =>
    writeBlock(work, desk(), id, { id: block, words: { heading, text, answered: [] }, read: 1 }),
  )
  const own = desk()
  const [action] = await does(async (work) => {
    work.audit({ act: 'test.read' })
    return own.register.actions(work)
  })
  assert.ok(action)
  const actions = [{ ...action, development: 'Er deden 4 leerlingen mee.' }]
  const register = { ...own.register, actions: async () => actions }
  const fixing = { version: 2, from: 'Ministerie A', today: '2026-11-30' }
  const freeze = () => does((work) => freezeLetter(work, { ...own, register }, id, fixing))
  await assert.rejects(freeze(), refused('text-held-back'))
  const { content, papers } = await does((work) => readLetter(work, { ...own, register }, id))
  assert.deepEqual(
    faultsOfLetter(content, actions, (paper) => papers.has(paper)).map((one) => [
      ...[one.blockId === block, one.code, one.words],
    ]),
    [
      [false, 'unanswered', '4 leerlingen'],
      [true, 'figure-in-heading', '{cijfer 1}'],
      [true, 'figure-unknown', '{cijfer 1}'],
      [true, 'figure-unknown', '{cijfer 9}'],
      [true, 'reference-unknown', 'kst-12345-6'],
      [true, 'unanswered', 'Drie slachtoffers'],
    ],
  )
  const visitor = await program.signedIn(writer)
  const { body } = await visitor.get(paths.fix(id))
  assert.match(body, /In “Drie slachtoffers en \{cijfer 1\}”:/)
  assert.doesNotMatch(body, /Stel de brief vast/)
  const title = { ...frame, title: 'Brief over 4 leerlingen', discharged: [], vouched: [] }
  const answered = [{ words: '4 leerlingen', because: 'no-count', where: '' }] as const
  await does((work) => changeFrame(work, desk(), id, { frame: { ...title, answered }, read: 1 }))
  const after = (await contentOf(id)).answered
  assert.deepEqual(after, answered)
  const head = await visitor.get(paths.frame(id))
  assert.match(head.body, /Waarom mag “4 leerlingen” er zo staan\?/)
  assert.match(head.body, /Deze getallen staan in de titel of in de bijlage met acties/)
})

test('fixing that is sent twice is done once, and nobody reads that it was not done', async () => {
  const id = await begun()
  const bare = { ...frame, previous: '', discharged: [], vouched: [], answered: [] }
  await does((work) => changeFrame(work, desk(), id, { frame: bare, read: 1 }))
  const block = { id: await firstBlock(id), words: words('Zo staat het ermee.'), read: 1 }
  await does((work) => writeBlock(work, desk(), id, block))
  const visitor = await program.signedIn(writer)
  for (const answer of [
    await visitor.post(paths.fix(id), { read: '3' }),
    await visitor.post(paths.fix(id), { read: '3' }),
  ]) {
    assert.deepEqual([answer.status, answer.location], [303, paths.one(id)])
  }
  const trail = await program.house.trailOf(writer.organisationId)
  const fixed = trail.filter(({ act, subject }) => act === 'letter.fix' && subject === id)
  assert.equal(fixed.length, 1)
})

test('a letter before that the register does not hold is refused, until somebody says it was looked up', async () => {
  const id = await begun()
  const visitor = await program.signedIn(writer)
  const typed = { title: 'Brief', previous: 'kst-12345-6', read: '1' }
  const wrong = await visitor.post(paths.frame(id), typed)
  assert.equal(wrong.status, 422)
  assert.match(wrong.body, /Dit stuk staat niet in het register/)
  const saved = await visitor.post(paths.frame(id), { ...typed, vouched: 'kst-12345-6' })
  assert.equal(saved.status, 303)
  assert.equal((await contentOf(id)).previous, 'kst-12345-6')
  const strange = await visitor.post(paths.begin, { title: 'B', dossiers: '29 240\nniets' })
  assert.match(strange.body, /Een van de regels is geen dossier/)
})
