import assert from 'node:assert/strict'
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, describe, it, test } from 'node:test'
import fc from 'fast-check'
import { commandHere } from '#tests/a-command.ts'
import { csvLine, csvRows, decodeList, UnreadableList } from './csv.ts'
import { drawFromLists } from './draw-from-lists.ts'
import { sizeOf } from './frame.ts'
import { allocate } from './sample.ts'
import { readSchoolList, readSizes } from './school-list.ts'

const bytes = (text: string) => Buffer.from(text)
const rowsOf = (text: string) => [...csvRows(text)].map(({ cells }) => cells)

describe('a list is refused with its line', () => {
  const head = 'PROVINCIE;VESTIGINGSCODE;VESTIGINGSNAAM'
  const refused: readonly (readonly [string, string | Buffer, RegExp])[] = [
    ['when it is empty', '', /^line 1: the file is empty/],
    ['when it is no text', Buffer.of(0x50, 0x4b, 3, 4, 0, 0), /^line 1: this is not text/],
    ['when it is in UTF-16', Buffer.from(head, 'utf16le'), /^line 1: this is not text/],
    [
      'with a sign that no list holds',
      Buffer.of(0x61, 0x0a, 0x62, 0x81),
      /^line 2: this is not text/,
    ],
    ['without a column of codes', 'NAAM;PLAATS\nx;y', /^line 1: there is no column VESTIGINGSCODE/],
    ['with a row that is shorter', `${head}\nDrenthe;18BR00`, /^line 2: there are 2 cells/],
    ['with a code that is none', `${head}\n\nDrenthe;18B;x`, /^line 3: '18B' is not the code/],
    [
      'with a location twice',
      `${head}\na;18BR00;x\nb;18BR01;y\nc;18br00;z`,
      /^line 4: .* line 2 already/,
    ],
    ['with only a first line', head, /^line 1: there is no school/],
    ['with a quote that stays open', `${head}\na;18BR00;"x\nb`, /^line 2: a quote is opened/],
    ['with text behind a quote', `${head}\na;18BR00;"x"y`, /^line 2: there is text behind/],
    [
      'with a cell without end',
      `${head}\na;18BR00;${'x'.repeat(70_000)}`,
      /^line 2: a cell is too long/,
    ],
  ]
  for (const [what, given, expected] of refused) {
    it(what, () => {
      const read = () => readSchoolList(typeof given === 'string' ? bytes(given) : given)
      assert.throws(
        read,
        (error) => error instanceof UnreadableList && expected.test(error.message),
      )
    })
  }

  it('with a size that is no number', () => {
    assert.throws(() => readSizes(bytes('BRIN,candidates_total\n00AH00,many')), /line 2: 'many'/)
  })
})

test('the list of vocational institutions has no locations: an institution is asked by its code of four signs', () => {
  // The columns of the list of DUO by which others read it; the institutions are invented, and the file itself was not
  // at hand.
  const list = `PROVINCIE;BEVOEGD GEZAG NUMMER;INSTELLINGSCODE;INSTELLINGSNAAM;GEMEENTENAAM;MBO INSTELLINGSSOORT - CODE;MBO INSTELLINGSSOORT - NAAM
Proefland;99001;99MB;Het Verzonnen mbo;PROEFSTAD;ROC;Regionaal opleidingencentrum
;99002;99VK;De Bedachte vakschool;;VAK;Vakinstelling`
  assert.deepEqual(
    readSchoolList(bytes(list)).map(({ code, name, province }) => [code, name, province]),
    [
      ['99MB', 'Het Verzonnen mbo', 'Proefland'],
      ['99VK', 'De Bedachte vakschool', undefined],
    ],
  )
})

test('old lists are read as Windows-1252, new ones as UTF-8', () => {
  assert.equal(decodeList(Buffer.of(0x80, 0xeb, 0x9f)), '€ëŸ')
  assert.equal(decodeList(bytes('\ufeffconciërge')), 'conciërge')
})

test('quotes, ends of line and separators are read as they come', () => {
  assert.deepEqual(rowsOf('a;b\r\n"BS ""De Parel""";"x;\ny"\r\n ; \n1;2'), [
    ['a', 'b'],
    ['BS "De Parel"', 'x;\ny'],
    ['1', '2'],
  ])
  assert.deepEqual(rowsOf('a,b\rc,'), [
    ['a', 'b'],
    ['c', ''],
  ])
  assert.equal(csvLine(['=1+1', 'a;b', 'een "woord"', -2]), `'=1+1;"a;b";"een ""woord""";-2\r\n`)
  assert.equal(csvLine(['\r=1+1', 1.5]), `"'\r=1+1";1.5\r\n`)
})

test('what is written as a line is read back as it was', () => {
  const cell = fc.string({ unit: fc.constantFrom('a', 'ë', '"', ';', '\n', ',', ' ') })
  const row = fc.array(
    cell.map((text) => `x${text}x`),
    { minLength: 2, maxLength: 4 },
  )
  fc.assert(
    fc.property(row, (cells) => assert.deepEqual(rowsOf(`a;b;c\n${csvLine(cells)}`)[1], cells)),
    { numRuns: 200 },
  )
})

test('`<5` is a number from 1 to 4, and a location has the sum of its courses in the newest year', () => {
  const year = (name: string) => `"EXAMENKANDIDATEN SCHOOLJAAR ${name} - TOTAAL"`
  const list = `"VESTIGINGSCODE";${year('2022-2023')};${year('2023-2024')}
"00AH00";"500";"96"
"00AH00";"500";"<5"
"00AH01";"1";""`
  const sizes = readSizes(bytes(list))
  assert.deepEqual(sizes.get('00AH00'), { low: 97, high: 100 })
  assert.deepEqual(sizes.get('00AH01'), { low: 0, high: 0 })
  assert.equal(sizeOf(sizes.get('00AH00'), [50]), '50+')
  assert.equal(sizeOf(sizes.get('00AH00'), [50, 100]), 'unknown')
  assert.equal(sizeOf(sizes.get('00AH00'), [50, 101]), '50-100')
  assert.equal(sizeOf(sizes.get('00AH01'), [50]), '0-49')
  assert.equal(sizeOf(undefined, [50]), 'unknown')
})

describe('the sample', () => {
  it('is refused when it cannot be', () => {
    const two = new Map([
      ['a', 10],
      ['b', 3],
    ])
    assert.throws(() => allocate(two, { size: 14, least: 0 }), RangeError)
    assert.throws(() => allocate(two, { size: 7, least: 5 }), /at least 8/)
  })

  it('is in proportion, by the largest remainders, with at least so many of each', () => {
    const sizes = new Map([
      ['a', 700],
      ['b', 255],
      ['c', 45],
      ['d', 2],
    ])
    const of = (size: number, least: number) =>
      allocate(sizes, { size, least }).map(({ sampled }) => sampled)
    assert.deepEqual(of(100, 0), [70, 25, 5, 0])
    assert.deepEqual(of(100, 5), [68, 25, 5, 2])
    assert.deepEqual(of(1002, 5), [700, 255, 45, 2])
  })

  it('always has its size, never more of a stratum than there are, never fewer than the least', () => {
    const populations = fc.uniqueArray(fc.tuple(fc.string(), fc.integer({ min: 1, max: 400 })), {
      selector: ([name]) => name,
      minLength: 1,
      maxLength: 12,
    })
    fc.assert(
      fc.property(
        populations,
        fc.nat({ max: 8 }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (all, least, part) => {
          const total = all.reduce((sum, [, count]) => sum + count, 0)
          const lowest = all.reduce((sum, [, count]) => sum + Math.min(least, count), 0)
          const size = lowest + Math.floor(part * (total - lowest))
          const found = allocate(new Map(all), { size, least })
          assert.equal(
            found.reduce((sum, { sampled }) => sum + sampled, 0),
            size,
          )
          for (const { population, sampled } of found) {
            assert.ok(sampled <= population && sampled >= Math.min(least, population))
          }
        },
      ),
      { numRuns: 300 },
    )
  })

  const school = (index: number) =>
    `${10 + (index % 90)}AB${String(Math.floor(index / 90)).padStart(2, '0')}`
  const listOf = (indexes: readonly number[]) =>
    bytes(
      [
        'VESTIGINGSCODE;VESTIGINGSNAAM;PROVINCIE',
        ...indexes.map(
          (index) => `${school(index)};School ${index};${index % 3 === 0 ? '' : 'Verzonnen'}`,
        ),
      ].join('\n'),
    )
  const indexes = Array.from({ length: 300 }, (_, index) => index)
  const draw = (seed: string, order: readonly number[], size = 30) =>
    drawFromLists({
      lists: [{ kind: 'vo', name: 'vo.csv', bytes: listOf(order) }],
      sizes: [],
      steps: [],
      by: ['kind', 'province'],
      ...{ seed, size, least: 2 },
    })
  const chosen = (sample: ReturnType<typeof draw>) =>
    sample.schools.filter((each) => each.chosen).map((each) => each.school.code)

  it('is the same whatever the order of the list, and another with another seed', () => {
    const one = chosen(draw('golf 1', indexes))
    assert.equal(one.length, 30)
    assert.deepEqual(chosen(draw('golf 1', indexes.toReversed())), one)
    assert.notDeepEqual(chosen(draw('golf 2', indexes)), one)
  })

  it('holds every location once, and a larger sample holds the smaller one', () => {
    const small = draw('golf 1', indexes)
    assert.equal(new Set(small.schools.map((each) => each.school.code)).size, 300)
    const large = new Set(chosen(draw('golf 1', indexes, 60)))
    assert.deepEqual(
      chosen(small).filter((code) => !large.has(code)),
      [],
    )
  })

  it('gives a province that is not told a stratum of its own', () => {
    const { allocations } = draw('golf 1', indexes)
    assert.deepEqual(allocations, [
      { stratum: 'vo / Verzonnen', population: 200, sampled: 20 },
      { stratum: 'vo / unknown', population: 100, sampled: 10 },
    ])
  })

  it('is refused when a location stands in two lists', () => {
    const list = { name: 'x.csv', bytes: listOf([1]) }
    const both = [
      { ...list, kind: 'vo' as const },
      { ...list, kind: 'mbo' as const },
    ]
    const given = {
      lists: both,
      sizes: [],
      steps: [],
      by: ['kind'] as const,
      seed: 's',
      size: 1,
      least: 0,
    }
    assert.throws(() => drawFromLists(given), /11AB00 is in the lists of vo and mbo/)
  })
})

describe('oogmerk survey-sample', () => {
  const folder = mkdtempSync(join(tmpdir(), 'oogmerk-sample-'))
  after(() => rmSync(folder, { recursive: true }))
  const file = join(folder, 'vo.csv')
  writeFileSync(
    file,
    'VESTIGINGSCODE;VESTIGINGSNAAM;GEMEENTENAAM\n10AB00;Verzonnen College;NERGENS\n11AB00;"Bedacht; Lyceum";NERGENS\n',
  )
  const run = (...given: string[]) =>
    commandHere(['survey-sample', ...given], { LANG: 'en_GB.UTF-8' })

  it('says what it needs', async () => {
    const wrong = [
      [[], /Name a list of schools/],
      [['--vo', join(folder, 'none.csv')], /There is no file/],
      [['--vo', file, '--size', '1'], /Give words to draw with/],
      [['--vo', file, '--seed', 'x'], /--size is not a number/],
      [
        ['--vo', file, '--seed', 'x', '--size', '1', '--by', 'colour'],
        /--by knows: kind, size, province/,
      ],
      [['--vo', file, '--seed', 'x', '--size', '1', '--steps', '20,10'], /--steps does not rise/],
    ] as const
    for (const [given, expected] of wrong) {
      const { status, complained } = await run(...given)
      assert.equal(status, 64)
      assert.match(complained, expected)
    }
    const { status, complained } = await run('--vo', file, '--seed', 'x', '--size', '3')
    assert.deepEqual([status, complained], [1, 'there are 2 to choose from\n'])
  })

  it('tells the file and the line of what it cannot read', async () => {
    const bad = join(folder, 'bad.csv')
    writeFileSync(bad, 'VESTIGINGSCODE;VESTIGINGSNAAM\n10AB00;x\nonzin;y\n')
    const { status, complained } = await run('--vo', bad, '--seed', 'x', '--size', '1')
    assert.equal(status, 1)
    assert.equal(complained, `${bad}, line 3: 'ONZIN' is not the code of a location\n`)
  })

  it('writes who is asked with their replacements, or the strata', async () => {
    const { said } = await run('--vo', file, '--seed', 'golf 1', '--size', '1')
    const lines = said.split('\r\n')
    assert.equal(lines[0], 'stratum;order;chosen;code;name;municipality;province;kind')
    assert.match(said, /vo;1;yes;1[01]AB00;/)
    assert.match(said, /vo;2;reserve;1[01]AB00;/)
    assert.match(said, /"Bedacht; Lyceum";NERGENS;;vo/)
    const strata = await run('--vo', file, '--seed', 'golf 1', '--size', '1', '--strata')
    assert.equal(strata.said, 'stratum;population;sampled\r\nvo;2;1\r\n')
  })
})

/** The real lists, which are not part of the program and need not be there. */
const real = new URL('../../../../shared/data/duo/', import.meta.url)
describe('the lists as DUO published them', { skip: !existsSync(real) }, () => {
  const read = (name: string) => readFileSync(new URL(name, real))

  it('are read whole, whatever their header and encoding', () => {
    const po = readSchoolList(read('po-vestigingen-2013.csv'))
    assert.equal(po.length, 6804)
    assert.equal(po[0]?.name, "OBS 't Eenspan")
    assert.ok(po.some(({ name }) => name === 'BS "De Maasparel"'))
    assert.ok(po.some(({ name }) => /[ëïâ]/.test(name)))
    const vo = readSchoolList(read('vo-vestigingen-2026-excerpt.csv'))
    assert.equal(vo.length, 12)
    assert.equal(readSchoolList(read('vo-vestigingen-derived-2024.csv')).length, 1231)
    assert.throws(() => readSchoolList(read('vo-examens-per-vestiging-2020-2024.csv')), /line 3: /)
  })

  it('tell the size of a location, where small numbers allow it', () => {
    const sizes = readSizes(read('vo-examens-per-vestiging-2020-2024.csv'))
    const kottenpark = sizes.get('00AH00')
    assert.ok(kottenpark && kottenpark.low < kottenpark.high)
    const frame = drawFromLists({
      lists: [{ kind: 'vo', name: 'vo', bytes: read('vo-vestigingen-derived-2024.csv') }],
      sizes: [{ name: 'sizes', bytes: read('vo-examens-per-vestiging-2020-2024.csv') }],
      ...{ steps: [100, 250], by: ['kind', 'size'], seed: 'golf 1', size: 277, least: 10 },
    })
    assert.equal(frame.schools.filter(({ chosen }) => chosen).length, 277)
    assert.deepEqual(
      frame.allocations.map(({ stratum }) => stratum),
      ['vo / 0-99', 'vo / 100-249', 'vo / 250+', 'vo / unknown'],
    )
  })
})
