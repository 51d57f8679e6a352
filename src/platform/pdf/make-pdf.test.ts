import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { setImmediate } from 'node:timers/promises'
import fc from 'fast-check'
import { Temporal } from '#platform/clock.ts'
import { anyText } from '#tests/any-text.ts'
import { readPdf, rolesOf } from './a-read-pdf.ts'
import type { Block, PdfDocument } from './document.ts'
import { openPdfMaker, PdfBusy } from './make-pdf.ts'
import { printable } from './printable.ts'

const maker = openPdfMaker()
after(() => maker.close())

const aDocument = (blocks: readonly Block[], change: Partial<PdfDocument> = {}): PdfDocument => ({
  language: 'nl',
  title: 'Dossier C-1234-ABCD',
  header: 'Dossier C-1234-ABCD',
  footer: 'Gemaakt voor Fenna Voorbeeld',
  made: Temporal.Instant.from('2026-11-23T10:00:00Z'),
  blocks,
  ...change,
})

const made = async (blocks: readonly Block[], change: Partial<PdfDocument> = {}) =>
  readPdf(await maker.makePdf(aDocument(blocks, change)))

const paragraph = (text: string): Block => ({ kind: 'paragraph', text })
const everyKind: readonly Block[] = [
  { kind: 'heading', level: 1, text: 'Hoofdstuk' },
  { kind: 'heading', level: 2, text: 'Onderdeel' },
  { kind: 'heading', level: 3, text: 'Stuk' },
  paragraph('Een gewone zin.'),
  { kind: 'quote', text: 'Ik wil er niet over praten.', by: 'Noor' },
  { kind: 'list', items: ['appels', 'peren'] },
  { kind: 'list', items: ['eerst', 'daarna'], ordered: true },
  { kind: 'key-values', pairs: [{ key: 'Coördinator', value: 'Zoë' }] },
  { kind: 'table', columns: ['Dag', 'Wat'], rows: [['maandag', 'gesprek']], widths: [1, 3] },
  {
    kind: 'note',
    form: 'line',
    label: 'Feit',
    text: 'Gezien.',
    about: [{ key: 'Bron', value: 'x' }],
  },
  { kind: 'note', form: 'dashed', label: 'Duiding', text: 'Misschien.' },
  { kind: 'note', form: 'frame', label: 'Besluit', text: 'Doen.' },
  { kind: 'note', form: 'plain', label: 'Contact', text: 'Gebeld.' },
]

for (const [what, document] of Object.entries({
  'no title': aDocument([], { title: ' ' }),
  'no footer': aDocument([], { footer: '' }),
  'a heading that skips a level': aDocument([{ kind: 'heading', level: 2, text: 'x' }]),
  'a heading without words': aDocument([{ kind: 'heading', level: 1, text: ' ' }]),
  'a list of nothing': aDocument([{ kind: 'list', items: [] }]),
  'pairs of nothing': aDocument([{ kind: 'key-values', pairs: [] }]),
  'a table of nothing': aDocument([{ kind: 'table', columns: ['a'], rows: [] }]),
  'a row that is too short': aDocument([{ kind: 'table', columns: ['a', 'b'], rows: [['x']] }]),
  'a column without width': aDocument([
    { kind: 'table', columns: ['a'], rows: [['x']], widths: [0] },
  ]),
})) {
  test(`${what} is refused, in words that hold nothing of the text`, async () => {
    await assert.rejects(maker.makePdf(document), { name: 'PdfProblem' })
  })
}

test('a document is PDF/UA-1: tagged, with its language and title', async () => {
  for (const language of ['nl', 'en'] as const) {
    const { raw, info, marked } = await made(everyKind, { language })
    assert.match(raw, /\/StructTreeRoot \d+ 0 R/)
    assert.match(raw, /<pdfuaid:part>1<\/pdfuaid:part>/)
    assert.match(raw, new RegExp(`/Lang ?\\(${language}`))
    assert.match(raw, /\/DisplayDocTitle true/)
    assert.equal(marked?.Marked, true)
    assert.equal((info as { Title: string }).Title, 'Dossier C-1234-ABCD')
  }
})

test('every kind of block is read as what it is', async () => {
  const { tags, text } = await made(everyKind)
  const roles = rolesOf(tags)
  for (const role of ['H1', 'H2', 'H3', 'P', 'BlockQuote', 'L', 'LI', 'Table', 'TH', 'TD']) {
    assert.ok(roles.includes(role), `${role} in ${roles.join(' ')}`)
  }
  for (const words of ['appels', 'Ik wil er niet over praten.', 'maandag', 'Coördinator: Zoë']) {
    assert.ok(text.includes(words), words)
  }
})

test('header, footer and the number of the page stand on every page', async () => {
  const long = Array.from({ length: 120 }, (_, nth) =>
    paragraph(`Alinea ${nth}. ${'woord '.repeat(60)}`),
  )
  const { pages } = await made(long)
  assert.ok(pages.length > 5)
  for (const [nth, page] of pages.entries()) {
    assert.ok(page.includes('Dossier C-1234-ABCD'))
    assert.ok(page.includes('Gemaakt voor Fenna Voorbeeld'))
    assert.ok(page.includes(`Pagina ${nth + 1} van ${pages.length}`), page)
  }
  const english = await made([paragraph('One.')], { language: 'en' })
  assert.ok(english.text.includes('Page 1 of 1'))
})

test('what looks like markup is printed as it was typed, wherever it stands', async () => {
  const hostile = [
    '#read("/etc/passwd")',
    '#include "/etc/hosts"',
    '#{ panic("x") } #sys.inputs $x^2$ *vet* _schuin_ `raw` @ref <label>',
    'a \\ b \\u{41} \\n "aan" \'ha\' -- --- ... ~ // c /* d */ = kop',
    '- lijst + lijst / term: x https://voorbeeld.example/?a=b&c=%20',
    '</script><b>&amp;',
  ]
  for (const text of hostile) {
    const everywhere: Block[] = [
      { kind: 'heading', level: 1, text },
      paragraph(text),
      { kind: 'quote', text, by: text },
      { kind: 'list', items: [text] },
      { kind: 'key-values', pairs: [{ key: text, value: text }] },
      { kind: 'table', columns: [text], rows: [[text]] },
      { kind: 'note', form: 'frame', label: text, text, about: [{ key: text, value: text }] },
    ]
    const document = await made(everywhere, { title: text, header: text, footer: text })
    const found = document.text.replaceAll(' ', '').split(text.replaceAll(' ', '')).length - 1
    // Title, header, footer and thirteen places in the blocks.
    assert.equal(found, 16, `${text} in ${document.text}`)
  }
})

test('what is said of a table stands on the page on which the table begins', async () => {
  for (const lines of [34, 35, 36]) {
    const { pages } = await made([
      ...Array.from({ length: lines }, () => paragraph('Regel.')),
      paragraph('Vooraf.'),
      { kind: 'table', columns: ['Kolom'], rows: [['Eerste'], ['Tweede']] },
    ])
    const pageOf = (words: string) => pages.findIndex((page) => page.includes(words))
    assert.equal(pageOf('Vooraf.'), pageOf('Eerste'), `${lines} lines`)
  }
})

test('no document reads a file or the network, not even of its own folder', async () => {
  const { text } = await made([paragraph('#read("make-pdf.ts") #import "@preview/x:1.0.0": y')])
  assert.ok(text.includes('#read("make-pdf.ts") #import "@preview/x:1.0.0": y'))
})

test('the same document has the same bytes, and another moment has others', async () => {
  const once = await maker.makePdf(aDocument(everyKind))
  assert.deepEqual(await maker.makePdf(aDocument(everyKind)), once)
  const other = openPdfMaker()
  assert.deepEqual(await other.makePdf(aDocument(everyKind)), once)
  await other.close()
  const later = { made: Temporal.Instant.from('2026-11-24T10:00:00Z') }
  assert.notDeepEqual(await maker.makePdf(aDocument(everyKind, later)), once)
})

test('only fonts of our own are in it, whatever the machine has', async () => {
  const { raw } = await made([paragraph('Zoë Šimić Ωmega Привет مرحبا 🐍💰 ớ')])
  const fonts = [...raw.matchAll(/\/BaseFont\/?\s*\/?([\w+-]+)/g)].map(([, name]) => name ?? '')
  assert.ok(fonts.length >= 6)
  for (const name of fonts) assert.match(name, /^[A-Z]{6}\+OogmerkPrint/)
})

test('a sign that we cannot draw is named, and nothing turns the order of reading around', () => {
  assert.equal(printable('naam 中'), 'naam [U+4E2D]')
  assert.equal(printable('a\u202eb'), 'a[U+202E]b')
  assert.equal(printable('a\u0000b\u0007'), 'a[U+0000]b[U+0007]')
  assert.equal(printable('regel\r\nregel\ttab'), 'regel\nregel tab')
  assert.equal(printable('e\u0301'), 'é')
  assert.equal(printable('👨‍👩‍👧'), '👨‍👩‍👧')
})

test('a word that is longer than the line is broken, not cut off', async () => {
  const { text } = await made([paragraph(`begin ${'x'.repeat(500)} einde`)])
  assert.equal(text.match(/x/g)?.length, 500)
})

test('whatever is typed, a document comes out', async () => {
  const anything = anyText(80)
  await fc.assert(
    fc.asyncProperty(anything, fc.string({ unit: 'grapheme' }), async (one, other) => {
      const { marked } = await made([
        paragraph(one),
        { kind: 'table', columns: [one], rows: [[other]] },
        { kind: 'note', form: 'line', label: other, text: one },
      ])
      assert.equal(marked?.Marked, true)
    }),
    { seed: 20261123, numRuns: 150 },
  )
})

test('the server answers others while a long document is made', async () => {
  const long = Array.from({ length: 900 }, (_, nth) => paragraph(`${nth}. ${'woord '.repeat(70)}`))
  let [answered, done] = [0, false]
  const making = maker.makePdf(aDocument(long)).then(() => {
    done = true
  })
  while (!done) {
    await setImmediate()
    answered += 1
  }
  await making
  assert.ok(answered > 100, `${answered}`)
})

test('too many at once are refused at once, and those who wait get theirs', async () => {
  const asked = await Promise.allSettled(
    Array.from({ length: 12 }, (_, nth) => maker.makePdf(aDocument([paragraph(`${nth}`)]))),
  )
  const refused = asked.filter((one) => one.status === 'rejected')
  assert.equal(refused.length, 4)
  for (const one of refused) assert.ok(one.reason instanceof PdfBusy)
})

test('once closed, nothing is made any more', async () => {
  const closed = openPdfMaker()
  const under = closed.makePdf(aDocument([paragraph('x')]))
  await Promise.all([assert.rejects(under, PdfBusy), closed.close()])
  await assert.rejects(closed.makePdf(aDocument([])), PdfBusy)
})
