import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { SaxesParser } from 'saxes'
import { aChannel } from '#capabilities/sharing/a-channel.ts'
import { blocksOnPage } from '#design/sheet/sheet.ts'
import type { PersonActor } from '#platform/actor.ts'
import { canonicalJson } from '#platform/canonical-json.ts'
import { dutchDay } from '#platform/dates.ts'
import { readPdf, rolesOf } from '#platform/pdf/a-read-pdf.ts'
import { openPdfMaker } from '#platform/pdf/make-pdf.ts'
import { readZip } from '#platform/read-zip.ts'
import { Refusal } from '#platform/refusal.ts'
import { checkZip } from '#platform/upload/check-zip.ts'
import type { Work } from '#platform/work.ts'
import { aHouse, type TestHouse } from '#tests/a-house.ts'
import { aFigure, aFigureSource, aLetterDesk } from './a-letter.ts'
import { answerReceived, readReceived } from './answer-received.ts'
import { beginLetter } from './begin-letter.ts'
import { bindFigure } from './bind-figure.ts'
import { changeFrame } from './change-frame.ts'
import { correctLetter } from './correct-letter.ts'
import type { LetterDesk } from './desk.ts'
import { type FileFormat, type FrozenLetter, hashOf, sha256 } from './evidence.ts'
import type { PublishedLine } from './files-store.ts'
import { fixLetter, publishLetter, takeLetterBack } from './fix-letter.ts'
import { freezeLetter } from './freeze-letter.ts'
import { letterHandlers } from './handlers.ts'
import { makeFiles, wholeLetter } from './make-files.ts'
import { figuresContent } from './page-figures.ts'
import { fixContent } from './page-fix.ts'
import { letterContent } from './page-letter.ts'
import { publicLetterContent } from './page-public.ts'
import { publishedLetters } from './published.ts'
import { readFileText } from './read-file-text.ts'
import { readFixed } from './read-fixed.ts'
import { readLetter } from './read-letter.ts'
import { sendRound } from './send-round.ts'
import { faultsOfFile, textsOf } from './verify-evidence.ts'
import { verifyLetter } from './verify-letter.ts'
import { writeBlock } from './write-block.ts'

const pdf = openPdfMaker()
const source = aFigureSource()
const origin = 'https://oogmerk.voorbeeld.example'
let house: TestHouse
let channel: ReturnType<typeof aChannel>
let writer: PersonActor
let other: PersonActor
let letterId: string
let letter: FrozenLetter
let files: Readonly<Record<FileFormat, Uint8Array>>
let evidence: Buffer

const edition = (told: number | 'secret') => ({
  definition: { id: 'signals', version: 1, says: 'Verzonnen telling.' },
  period: { code: '2026-H1' },
  cells: [{ code: 'all', told }],
})
const published = (value: number) => ({ ...aFigure(), value, hash: hashOf(edition(value)) })
const publish = (value: number) => source.tell(published(value), edition(value))

const desk = () => aLetterDesk(house, source)
const does = <T>(verb: (work: Work) => Promise<T>, actor = writer) =>
  house.inTransaction(actor, 'keep-account', verb)
const refused = (because: string) => (error: unknown) =>
  error instanceof Refusal && error.because === because

const text = [
  'Er waren {cijfer 1} signalen; zie Kamerstuk 29 240, nr. 120 en Kamerstuk 29 911, nrs. 266 en 275.',
  'Tweede alinea met <vreemde> & tekens: é, ’n 😀 en  twee spaties,\nen een nieuwe regel.',
].join('\n\n')

async function begun(): Promise<string> {
  const frame = {
    title: 'Verzonnen brief & meer',
    dossiers: ['29240', '36600-VI'],
    previous: 'kst-28638-259',
  }
  const id = (await does((work) => beginLetter(work, desk(), frame))) ?? ''
  const whole = { ...frame, discharged: ['motion-1'], vouched: [], answered: [] }
  await does((work) => changeFrame(work, desk(), id, { frame: whole, read: 1 }))
  await does((work) => bindFigure(work, desk(), id, aFigure().ref))
  const block = (await does((work) => readLetter(work, desk(), id))).content.blocks[0]
  const words = { heading: 'Aanleiding', text, answered: [] }
  await does((work) => writeBlock(work, desk(), id, { id: block?.id ?? '', words, read: 1 }))
  return id
}
const frozen = (id: string, version = 4) =>
  does(async (work) => {
    work.audit({ act: 'test.freeze' })
    const today = '2026-11-30'
    return freezeLetter(work, desk(), id, { version, from: 'Ministerie A (verzonnen)', today })
  })
const made = (of: FrozenLetter) =>
  makeFiles(of, { makePdf: pdf.makePdf, origin, made: house.clock() })

before(async () => {
  house = await aHouse()
  const ministry = async (name: string) =>
    house.aPerson(await house.anOrganisation('ministry', `${name} (verzonnen)`), [
      'programme-staff',
    ])
  writer = await ministry('Ministerie A')
  other = await ministry('Ministerie B')
  channel = aChannel(house, letterHandlers(desk()))
  publish(1240)
  letterId = await begun()
  const parties = [other.organisationId]
  const round = { parties, version: 4, from: 'Ministerie A (verzonnen)' }
  await does((work) => sendRound(work, desk(), letterId, round))
  await channel.settle()
})
after(async () => {
  await pdf.close()
  await house.close()
})

test('a letter is not fixed before everybody who was asked approved this text, nor as another than was read', async () => {
  await assert.rejects(frozen(letterId), refused('not-approved'))
  const waiting = await does((work) => readLetter(work, desk(), letterId))
  assert.match(
    String(await fixContent('nl', waiting)),
    /Ministerie B \(verzonnen\): gevraagd, nog geen antwoord\. <a href="[^"]+\/rondsturen"/,
  )
  const { digest } = (await does((work) => readReceived(work, letterId), other)).row
  const answer = { answer: 'approved', remarks: [], digest, key: undefined } as const
  await does((work) => answerReceived(work, desk(), letterId, answer), other)
  await channel.settle()
  await assert.rejects(frozen(letterId, 3), refused('letter-was-changed'))
  await assert.rejects(
    does((work) => publishLetter(work, desk(), letterId)),
    refused('letter-is-not-fixed'),
  )
})

test('a figure that may not be told any more holds the letter back', async () => {
  source.tell(
    { ...aFigure(), value: undefined, hash: hashOf(edition('secret')) },
    edition('secret'),
  )
  await assert.rejects(frozen(letterId), refused('figure-not-told-any-more'))
  publish(1240)
})

test('a figure that changes while the files are made holds the letter back; nothing is half fixed', async () => {
  const before = await frozen(letterId)
  const begunFiles = { pdf: Buffer.from('a'), docx: Buffer.from('b'), odt: Buffer.from('c') }
  publish(1300)
  await assert.rejects(
    does((work) => fixLetter(work, desk(), { version: 4, letter: before, files: begunFiles })),
    refused('letter-was-changed'),
  )
  assert.equal((await does((work) => readLetter(work, desk(), letterId))).row.state, 'draft')
  publish(1240)
})

test('a fixed letter stays as it was, whatever its figures become, and nothing in it changes any more', async () => {
  letter = await frozen(letterId)
  files = await made(letter)
  await does((work) => fixLetter(work, desk(), { version: 4, letter, files }))
  publish(1300)
  const kept = await does((work) => readFixed(work, letterId))
  assert.deepEqual(kept, JSON.parse(canonicalJson(letter)))
  assert.ok(JSON.stringify(kept).includes('1.240'))
  // Told in fives: the letter says so before its first number, and of each number between which the real one lies.
  assert.match(JSON.stringify(kept.document.sections[0]), /afgerond op vijf/)
  const origin = kept.document.sections.find(({ id }) => id === 'annex-figures')
  assert.match(JSON.stringify(origin), /"1\.240","1\.238 tot en met 1\.242"/)
  const whole = await does((work) => readLetter(work, desk(), letterId))
  const { content } = whole
  // The pages of the ministry tell what stands in the letter, not what the same figures are today.
  const view = { ...whole, all: [], typed: {}, wrong: {} }
  const shown = String(await figuresContent('nl', { ...view, fixed: kept }))
  assert.match(shown, /1\.240/)
  assert.doesNotMatch(shown, /1\.300|verandert mee/)
  const page = String(await letterContent('nl', whole))
  assert.doesNotMatch(page, /komen er vanzelf bij|Cijfers kiezen/)
  const words = { heading: 'Anders', text: '', answered: [] }
  const id = content.blocks[0]?.id ?? ''
  await assert.rejects(
    does((work) => writeBlock(work, desk(), letterId, { id, words, read: 4 })),
    refused('letter-is-fixed'),
  )
  await channel.settle()
  const there = await does((work) => readReceived(work, letterId), other)
  assert.deepEqual([there.row.state, there.row.sections], ['fixed', null])
})

test('nobody outside reads a letter before it is published, and everybody does after', async () => {
  const all = publishedLetters(house.pool)
  assert.deepEqual(await all.list(), [])
  assert.equal(await all.find(letterId), undefined)
  const discharged: unknown[] = []
  const noted: LetterDesk = {
    ...desk(),
    register: {
      ...desk().register,
      discharge: async (_work, ...told) => void discharged.push(told),
    },
  }
  await does((work) => publishLetter(work, noted, letterId))
  await does((work) => publishLetter(work, noted, letterId))
  const on = dutchDay(house.clock())
  assert.deepEqual(discharged, [[['motion-1'], { path: `/kennis/brieven/${letterId}`, on }]])
  assert.deepEqual(
    (await all.list()).map(({ id, organisation_name }) => [id, organisation_name]),
    [[letterId, 'Ministerie A (verzonnen)']],
  )
  assert.equal((await all.find(letterId))?.document.title, 'Verzonnen brief & meer')
  evidence = (await all.file(letterId, 'evidence')) ?? Buffer.alloc(0)
  assert.equal(evidence.toString().includes(writer.personId), false)
  const acts = (await house.trailOf(writer.organisationId)).map(({ act }) => act)
  assert.deepEqual(
    acts.filter((act) => /\.(fix|publish)/.test(act)),
    ['letter.fix', 'letter.publish', 'letter.publish-again'],
  )
})

test('a published letter is taken back and nobody outside reads it; published again, it is the same', async () => {
  const all = publishedLetters(house.pool)
  const takeBack = (actor = writer) => does((work) => takeLetterBack(work, desk(), letterId), actor)
  await assert.rejects(takeBack(other), refused('no-such-letter'))
  await takeBack()
  await takeBack()
  assert.deepEqual([await all.list(), await all.find(letterId)], [[], undefined])
  assert.equal(await all.file(letterId, 'pdf'), undefined)
  await channel.settle()
  assert.equal((await does((work) => readReceived(work, letterId), other)).row.state, 'fixed')
  const { round } = await does((work) => readLetter(work, desk(), letterId))
  assert.equal(round.events.filter(({ kind }) => kind === 'taken-back').length, 1)
  await does((work) => publishLetter(work, desk(), letterId))
  assert.ok((await all.file(letterId, 'evidence'))?.equals(evidence))
})

test('a published letter is corrected by another; both say so and lead to each other, and nothing published is gone', async () => {
  const all = publishedLetters(house.pool)
  const correct = (actor = writer) => does((work) => correctLetter(work, letterId), actor)
  await assert.rejects(correct(other), refused('no-such-letter'))
  const id = await correct()
  assert.equal(await correct(), id, 'one correction at a time')
  const { content } = await does((work) => readLetter(work, desk(), id))
  assert.deepEqual(content.blocks[0]?.text, text)
  await assert.rejects(
    does((work) => correctLetter(work, id)),
    refused('letter-is-not-published'),
  )
  publish(1240)
  const better = await frozen(id, 1)
  const head = JSON.stringify(better.document.sections[0])
  assert.match(head, /Deze brief verbetert de brief die op /)
  assert.ok(head.includes(`/kennis/brieven/${letterId}`))
  await does(async (work) => {
    await fixLetter(work, desk(), { version: 1, letter: better, files })
    await publishLetter(work, desk(), id)
  })
  const lines = [await all.lineOf(letterId), await all.lineOf(id)]
  assert.deepEqual(
    lines.map((line) => [line?.corrects, line?.corrected_by]),
    [
      [null, id],
      [letterId, null],
    ],
  )
  assert.ok((await all.file(letterId, 'evidence'))?.equals(evidence))
  const page = (of: FrozenLetter, line: PublishedLine | undefined) =>
    String(publicLetterContent('nl', of, line))
  assert.match(
    page(letter, lines[0]),
    new RegExp(`Deze brief is verbeterd.*/kennis/brieven/${id}"`, 's'),
  )
  assert.match(page(better, lines[1]), /Dit is een verbeterde brief/)
  // One that was taken back is not told of.
  await does((work) => takeLetterBack(work, desk(), id))
  assert.equal((await all.lineOf(letterId))?.corrected_by, null)
})

const bare = (of: string) => of.replaceAll(/[\s\u00a0\u200b•:]+/g, '')
const expected = () => {
  const texts: string[] = []
  const walk = (value: unknown): void => {
    for (const block of value as readonly Record<string, unknown>[]) {
      const { kind, level: _, widths: __, ...rest } = block
      if (kind === 'table') {
        texts.push(...(rest.columns as string[]))
        for (const row of rest.rows as unknown[][]) texts.push(...row.map(flat))
      } else if (kind === 'key-values') {
        for (const { key, value } of rest.pairs as { key: string; value: string }[])
          texts.push(key, value)
      } else if (kind === 'list') texts.push(...(rest.items as unknown[]).map(flat))
      else texts.push(flat(rest.runs ?? rest.text))
    }
  }
  walk(wholeLetter(letter))
  return bare([letter.document.title, ...texts].join(''))
}
const flat = (inline: unknown): string =>
  typeof inline === 'string'
    ? inline
    : (inline as { text: string }[]).map((run) => run.text).join('')

type Counted = { headings: number; tables: number; rows: number; links: string[] }

/** What a reader of these files finds, by the names of elements. */
function countIn(
  xml: string,
  names: Record<'heading' | 'table' | 'row' | 'link', RegExp>,
): Counted {
  const all = (name: keyof typeof names) => [...xml.matchAll(names[name])]
  return {
    headings: all('heading').length,
    tables: all('table').length,
    rows: all('row').length,
    links: all('link').map(([, href = '']) => href.replaceAll('&amp;', '&')),
  }
}

test('page, PDF and both files hold the same text, headings, tables and links', async () => {
  const page = String(await blocksOnPage('nl', wholeLetter(letter)))
  const unescaped = String(await readFileText('html', Buffer.from(page)))
  const onPage = bare(`${letter.document.title}${unescaped}`)
  const want = expected()
  assert.equal(onPage, want)
  const texts: Record<string, string> = {}
  for (const format of ['docx', 'odt'] as const) {
    texts[format] = String(await readFileText(format, Buffer.from(files[format])))
    assert.equal(bare(texts[format]), want, format)
  }
  const read = await readPdf(files.pdf)
  const repeated = [letter.from, 'Brief aan de Tweede Kamer']
  const pages = read.pages.map((one, at) => {
    let left = bare(one)
    for (const line of [...repeated, `Pagina ${at + 1} van ${read.pages.length}`]) {
      assert.ok(left.includes(bare(line)), line)
      left = left.replace(bare(line), '')
    }
    return left
  })
  // A table that goes on says its columns again on the next page, so each text is looked for on its own.
  // In tables a word may be broken at the end of a line.
  const unbroken = (of: string) => bare(of).replaceAll(/[-\u00ad\u2010]/g, '')
  const onPaper = unbroken(pages.join(''))
  const missing = textsOf(JSON.parse(evidence.toString())).filter(
    (one) => !onPaper.includes(unbroken(one)),
  )
  assert.deepEqual(missing, [])
  const parts = async (format: 'docx' | 'odt', name: string) =>
    (await readZip(Buffer.from(files[format]), { parts: 99, bytes: 1e8 })).get(name)?.toString() ??
    ''
  const relations = new Map(
    [
      ...(await parts('docx', 'word/_rels/document.xml.rels')).matchAll(/<Relationship [^>]*>/g),
    ].map(([one]) => [
      / Id="([^"]+)"/.exec(one)?.[1] ?? '',
      / Target="([^"]+)"/.exec(one)?.[1] ?? '',
    ]),
  )
  const inDocx = countIn(await parts('docx', 'word/document.xml'), {
    heading: /<w:pStyle w:val="Heading\d"/g,
    table: /<w:tbl>/g,
    row: /<w:tr[ >]/g,
    link: /<w:hyperlink [^>]*r:id="([^"]+)"/g,
  })
  const inOdt = countIn(await parts('odt', 'content.xml'), {
    heading: /<text:h /g,
    table: /<table:table /g,
    row: /<table:table-row>/g,
    link: /<text:a [^>]*xlink:href="([^"]+)"/g,
  })
  const inPage = countIn(page, {
    heading: /<h[2-5][ >]/g,
    table: /<table /g,
    row: /<tr>/g,
    link: /<a href="([^"]+)"/g,
  })
  const whole = (href: string) => (href.startsWith('/') ? `${origin}${href}` : href)
  assert.deepEqual({ ...inPage, links: inPage.links.map(whole) }, inOdt)
  assert.deepEqual({ ...inDocx, links: inDocx.links.map((id) => relations.get(id)) }, inOdt)
  assert.ok(inOdt.links.includes(`${origin}/kennis/cijfers/signals`))
  assert.ok(inOdt.links.includes('https://zoek.officielebekendmakingen.nl/kst-29911-275.html'))
  const roles = rolesOf(read.tags)
  const count = (role: string) => roles.filter((one) => one === role).length
  assert.equal(count('H1'), inOdt.headings)
  assert.equal(count('Table'), inOdt.tables)
  assert.ok(count('Link') >= inOdt.links.length)
  assert.match(read.raw, /pdfuaid:part/)
  assert.equal(read.marked?.Marked, true)
})

test('the files are whole: accepted by our own door, well formed, and the same bytes each time', async () => {
  for (const format of ['docx', 'odt'] as const) {
    const bytes = Buffer.from(files[format])
    assert.deepEqual(await checkZip(bytes), { ok: true, kind: format })
    const parts = await readZip(bytes, { parts: 99, bytes: 1e8 })
    for (const [name, content] of parts) {
      if (!/\.(xml|rels)$/.test(name)) continue
      const parser = new SaxesParser({ xmlns: true })
      parser.on('error', (error) => assert.fail(`${format} ${name}: ${error.message}`))
      parser.write(content.toString()).close()
    }
  }
  const textsIn = async (format: 'docx' | 'odt') =>
    new Map(
      [...(await readZip(Buffer.from(files[format]), { parts: 99, bytes: 1e8 }))].map(
        ([name, content]) => [name, content.toString()] as const,
      ),
    )
  // Whatever a part refers to is there: a word processor that finds it missing calls the file broken.
  const docx = await textsIn('docx')
  const [types, body] = [docx.get('[Content_Types].xml') ?? '', docx.get('word/document.xml') ?? '']
  for (const [name, xml] of docx) {
    const isTyped = types.includes(`PartName="/${name}"`) || /\.(rels|xml)$/.test(name)
    assert.ok(isTyped, name)
    if (!name.endsWith('.rels')) continue
    const from = name.replace(/_rels\/[^/]*$/, '')
    for (const [one] of xml.matchAll(/<Relationship [^>]*>/g)) {
      const target = / Target="([^"]+)"/.exec(one)?.[1] ?? ''
      if (!one.includes('TargetMode="External"')) assert.ok(docx.has(`${from}${target}`), target)
    }
  }
  const relations = docx.get('word/_rels/document.xml.rels') ?? ''
  for (const [, id] of body.matchAll(/ r:id="([^"]+)"/g))
    assert.ok(relations.includes(`"${id}"`), id)
  const odt = [...(await textsIn('odt')).values()].join('')
  for (const [, style] of odt.matchAll(/ (?:text|table):style-name="([^"]+)"/g)) {
    assert.ok(odt.includes(`style:name="${style}"`), style)
  }
  const again = await made(letter)
  for (const format of ['pdf', 'docx', 'odt'] as const) {
    assert.ok(Buffer.from(again[format]).equals(Buffer.from(files[format])), format)
  }
})

const given = (change: Partial<Record<FileFormat | 'json' | 'html', Buffer>> = {}) => [
  { name: 'bewijs.json', bytes: change.json ?? evidence },
  ...(['pdf', 'docx', 'odt'] as const).map((format) => ({
    name: `brief.${format}`,
    bytes: change[format] ?? Buffer.from(files[format]),
  })),
]

test('evidence and files of a published letter are good, in both languages', async () => {
  const report = await verifyLetter(given(), 'nl')
  assert.equal(report.ok, true, report.sentences.join('\n'))
  assert.equal(report.sentences.length, 4)
  assert.match(report.sentences[0] ?? '', /Elk van de 1 cijfers/)
  assert.equal((await verifyLetter(given(), 'en')).ok, true)
  const page = String(await blocksOnPage('nl', wholeLetter(letter)))
  const saved = {
    name: 'brief.html',
    bytes: Buffer.from(`<h1>${letter.document.title}</h1>${page}`),
  }
  const asPage = await verifyLetter([...given(), saved], 'nl')
  assert.equal(asPage.ok, true, asPage.sentences.join('\n'))
})

test('one changed byte anywhere in the evidence is found', async () => {
  const step = Math.max(1, Math.floor(evidence.length / 150))
  for (let at = 0; at < evidence.length; at += step) {
    const changed = Buffer.from(evidence)
    changed[at] = (changed[at] ?? 0) ^ 1
    const { ok } = await verifyLetter([{ name: 'bewijs.json', bytes: changed }], 'nl')
    assert.equal(ok, false, `byte ${at}`)
  }
})

test('one changed byte in a file is found, and a changed number is named', async () => {
  for (const format of ['pdf', 'docx', 'odt'] as const) {
    const changed = Buffer.from(files[format])
    const at = Math.floor(changed.length / 2)
    changed[at] = (changed[at] ?? 0) ^ 1
    const { ok, sentences } = await verifyLetter(given({ [format]: changed }), 'nl')
    assert.equal(ok, false, format)
    assert.ok(
      sentences.some((one) => one.includes(`brief.${format}`)),
      format,
    )
  }
  const page = String(await blocksOnPage('nl', wholeLetter(letter))).replace('1.240', '1.250')
  const saved = {
    name: 'brief.html',
    bytes: Buffer.from(`<h1>${letter.document.title}</h1>${page}`),
  }
  const { ok, sentences } = await verifyLetter([...given(), saved], 'nl')
  assert.equal(ok, false)
  assert.match(sentences.at(-1) ?? '', /“1\.240”/)
})

const sealed = (rest: object) => ({
  name: 'bewijs.json',
  bytes: Buffer.from(canonicalJson({ ...rest, seal: hashOf(rest) })),
})

test('a file that says something else than the evidence is found, also where the evidence holds its code', async () => {
  const { seal: _, ...told } = JSON.parse(evidence.toString())
  const lie = JSON.parse(canonicalJson(letter).replaceAll('1.240', '1.250')) as FrozenLetter
  const lies = await made(lie)
  for (const format of ['pdf', 'docx', 'odt'] as const) {
    const bytes = Buffer.from(lies[format])
    const forged = sealed({ ...told, files: { ...told.files, [format]: sha256(bytes) } })
    const { ok, sentences } = await verifyLetter([forged, { name: `brief.${format}`, bytes }], 'nl')
    assert.equal(ok, false, format)
    assert.match(sentences.at(-1) ?? '', /1\.240/, format)
  }
  const text = [...((await readFileText('pdf', Buffer.from(files.pdf))) as string[]), 'Nog iets.']
  const more = faultsOfFile(told, 'pdf', { name: 'brief.pdf', bytes: files.pdf, text })
  assert.deepEqual(more, [{ code: 'text-added', about: 'brief.pdf' }])
})

test('evidence that was made anew around another number still does not fit what it holds', async () => {
  const told = JSON.parse(evidence.toString())
  const forge = (change: (of: typeof told) => void) => {
    const forged = structuredClone(told)
    change(forged)
    const { seal: _, ...rest } = forged
    return verifyLetter([sealed(rest)], 'nl')
  }
  const faults: [string, (of: typeof told) => void, RegExp][] = [
    ['value', (of) => (of.letter.figures[0].value = 1250), /zegt iets anders/],
    ['edition', (of) => (of.letter.figures[0].edition.cells[0].told = 1250), /niet de telling/],
    ['path', (of) => (of.letter.figures[0].path = '/elders'), /staat niet in de brief/],
    ['period', (of) => (of.letter.figures[0].ref.period = '2025'), /andere definitie of periode/],
    ['title', (of) => (of.letter.document.title = 'Anders'), /niet de tekst die is vastgesteld/],
    [
      'the annex',
      (of) => {
        const rows = of.letter.document.sections.at(-1).blocks.at(-1).rows
        rows[0][3] = '1.250'
        of.documentHash = hashOf(of.letter.document)
      },
      /de bijlage met cijfers zegt iets anders over cijfer 1/,
    ],
    [
      'a figure of which there is no count',
      (of) => {
        const run = { text: '99', href: '/kennis/cijfers/andere/2026/1' }
        of.letter.document.sections[0].blocks.push({ kind: 'linked', runs: [run] })
        of.documentHash = hashOf(of.letter.document)
      },
      /staat 99, en daar is geen telling bij/,
    ],
    ['no figures', (of) => (of.letter.figures = 'x'), /geen bewijsbestand/],
  ]
  for (const [name, change, sentence] of faults) {
    const { ok, sentences } = await forge(change)
    assert.equal(ok, false, name)
    assert.match(sentences.join('\n'), sentence, name)
  }
  const none = await verifyLetter(given().slice(1), 'nl')
  assert.match(none.sentences[0] ?? '', /Geef één bewijsbestand/)
})

test('the texts by which a file is checked are those of the letter, in order', () => {
  const texts = textsOf(JSON.parse(evidence.toString()))
  const at = (words: string) => texts.findIndex((one) => one.includes(words))
  assert.ok(at('Verzonnen brief & meer') === 0)
  assert.ok(at('Aanleiding') < at('1.240') && at('1.240') < at('Bijlage: alle acties'))
})
