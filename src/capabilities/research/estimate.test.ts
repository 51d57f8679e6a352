import assert from 'node:assert/strict'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, describe, it, test } from 'node:test'
import fc from 'fast-check'
import { commandHere } from '#tests/a-command.ts'
import { designEffect, differenceOf, type Interval, shareOf, wilson } from './estimate.ts'
import { joinSmall, type Stratum, weightsOf } from './weights.ts'

const rounded = ({ low, high }: Interval, places = 4) =>
  [low, high].map((each) => Number(each.toFixed(places)))
const alike = (yes: number, n: number) =>
  shareOf(Array.from({ length: n }, (_, index) => ({ weight: 1, yes: index < yes })))

/** The examples that R.G. Newcombe published, Statistics in Medicine 17, 1998, 857-872 and 873-890. */
describe('published examples come out as they were published', () => {
  it('an interval of one share', () => {
    assert.deepEqual(rounded(wilson(81 / 263, 263)), [0.2553, 0.3662])
    assert.deepEqual(rounded(wilson(15 / 148, 148)), [0.0624, 0.1605])
    assert.deepEqual(rounded(wilson(0, 20)), [0, 0.1611])
    assert.deepEqual(rounded(wilson(1 / 29, 29)), [0.0061, 0.1718])
  })

  it('its ends are as far from the share as 95 per cent of samples from such an end are', () => {
    // The definition, solved nowhere in the program: (p - share)² = z² · p · (1 - p) / n.
    for (const [yes, n] of [
      [81, 263],
      [15, 148],
      [1, 29],
    ] as const) {
      const { low, high } = wilson(yes / n, n)
      for (const p of [low, high]) {
        assert.ok(Math.abs((p - yes / n) ** 2 - (1.959964 ** 2 * p * (1 - p)) / n) < 1e-8)
      }
    }
  })

  it('a difference of two shares', () => {
    const [earlier, later] = [alike(48, 80), alike(56, 70)]
    assert.ok(earlier && later)
    const change = differenceOf(earlier, later)
    assert.equal(change.difference.toFixed(4), '0.2000')
    assert.deepEqual(rounded(change), [0.0524, 0.3339])
    // Others of the same table (II, method 10), as the earlier share and the later one.
    for (const [before, after, low, high] of [
      [[3, 10], [9, 10], 0.1705, 0.809],
      [[0, 29], [5, 56], -0.0381, 0.1926],
      [[0, 20], [0, 10], -0.1611, 0.2775],
      [[0, 10], [10, 10], 0.6075, 1],
    ] as const) {
      const [one, other] = [alike(before[0], before[1]), alike(after[0], after[1])]
      assert.ok(one && other)
      assert.deepEqual(rounded(differenceOf(one, other)), [low, high])
    }
  })

  it('a share of known numbers', () => {
    assert.equal(alike(655, 1637)?.share.toFixed(2), '0.40')
    assert.equal(alike(28, 277)?.share.toFixed(1), '0.1')
  })
})

test('unequal weights tell less: 100 answers of weight 2 and 200 of a half tell as much as 200', () => {
  const weights = [...Array<number>(100).fill(2), ...Array<number>(200).fill(0.5)]
  assert.equal(designEffect(weights), 1.5)
  const share = shareOf(weights.map((weight, index) => ({ weight, yes: index < 100 })))
  assert.equal(share?.share, 200 / 300)
  assert.deepEqual(share && rounded(share), rounded(wilson(2 / 3, 200)))
})

test('without answers there is no share, and everything is possible', () => {
  assert.equal(shareOf([]), undefined)
  assert.deepEqual(wilson(0, 0), { low: 0, high: 1 })
})

test('an interval holds its share and stays between nothing and all; a difference turns with its sides', () => {
  const answers = fc.array(
    fc.record({ weight: fc.double({ min: 0.01, max: 20, noNaN: true }), yes: fc.boolean() }),
    { minLength: 1, maxLength: 60 },
  )
  fc.assert(
    fc.property(answers, answers, (one, other) => {
      const [a, b] = [shareOf(one), shareOf(other)]
      assert.ok(a && b)
      assert.ok(a.low >= 0 && a.low <= a.share + 1e-9 && a.share <= a.high + 1e-9 && a.high <= 1)
      assert.ok(a.designEffect >= 1 - 1e-9)
      const [there, back] = [differenceOf(a, b), differenceOf(b, a)]
      assert.ok(Math.abs(there.low + back.high) < 1e-9 && Math.abs(there.high + back.low) < 1e-9)
    }),
    { numRuns: 200 },
  )
})

const stratum = (name: string, population: number, answered: number): Stratum => ({
  stratum: name,
  population,
  sampled: answered,
  answered,
})

describe('strata with few answers are weighed together', () => {
  it('first those that differ in what was named last', () => {
    const strata = [
      stratum('vo / groot / Noord', 100, 3),
      stratum('vo / groot / Zuid', 200, 20),
      stratum('vo / klein / Noord', 50, 12),
      stratum('mbo / groot / Noord', 40, 11),
    ]
    const cells = joinSmall(strata, 10)
    assert.deepEqual(
      cells.map(({ name, answered }) => [name, answered]),
      [
        ['vo / groot', 23],
        ['vo / klein / Noord', 12],
        ['mbo / groot / Noord', 11],
      ],
    )
  })

  it('and no more of them than that takes, the smallest of the others first', () => {
    const strata = [
      stratum('po / Noord', 900, 40),
      stratum('po / Oost', 100, 4),
      stratum('po / Zuid', 300, 7),
      stratum('vo / Noord', 400, 12),
      stratum('vo / Zuid', 100, 11),
      stratum('mbo / Zuid', 60, 3),
    ]
    assert.deepEqual(
      joinSmall(strata, 10).map(({ name, answered, population }) => [name, answered, population]),
      [
        ['po / Noord', 40, 900],
        ['po / others', 11, 400],
        ['others', 26, 560],
      ],
    )
    // By hand: 900 of 1860 schools for 40 of 77 answers, and so on.
    const weights = weightsOf(joinSmall(strata, 10))
    assert.equal(weights.get('po / Noord')?.toFixed(4), (900 / 1860 / (40 / 77)).toFixed(4))
    assert.equal(weights.get('po / Oost')?.toFixed(4), (400 / 1860 / (11 / 77)).toFixed(4))
    assert.equal(weights.get('mbo / Zuid'), weights.get('vo / Noord'))
  })

  it('so that every stratum is in one cell, no cell is small, and one kind keeps its own where it can', () => {
    const answers = fc.array(fc.nat({ max: 30 }), { minLength: 9, maxLength: 9 })
    fc.assert(
      fc.property(answers, (all) => {
        const strata = all.map((answered, at) =>
          stratum(`${['po', 'vo', 'mbo'][at % 3]} / ${Math.floor(at / 3)}`, 50, answered),
        )
        const cells = joinSmall(strata, 10)
        assert.deepEqual(
          cells.flatMap((cell) => cell.strata.map((each) => each.stratum)).sort(),
          strata.map((each) => each.stratum).sort(),
        )
        assert.equal(new Set(cells.map(({ name }) => name)).size, cells.length)
        const small = cells.filter(({ answered }) => answered < 10)
        assert.ok(small.length === 0 || cells.length === 1)
        // Told together once, they are not joined any further.
        const told = cells.map(({ name, population, answered }) =>
          stratum(name, population, answered),
        )
        assert.deepEqual(
          joinSmall(told, 10).map(({ name }) => name),
          small.length === 0 ? cells.map(({ name }) => name) : [''],
        )
      }),
      { numRuns: 200 },
    )
  })

  it('and all of them when that is what it takes', () => {
    const cells = joinSmall([stratum('vo', 90, 12), stratum('mbo', 10, 1)], 10)
    assert.deepEqual(
      cells.map(({ name, answered }) => [name, answered]),
      [['', 13]],
    )
  })

  it('so that weighed answers stand for as many schools as there are', () => {
    const strata = [stratum('vo', 900, 30), stratum('mbo', 100, 30)]
    const weights = weightsOf(joinSmall(strata, 10))
    assert.equal(weights.get('vo')?.toFixed(3), '1.800')
    assert.equal(weights.get('mbo')?.toFixed(3), '0.200')
  })
})

describe('oogmerk survey-results', () => {
  const folder = mkdtempSync(join(tmpdir(), 'oogmerk-results-'))
  after(() => rmSync(folder, { recursive: true }))
  const file = (name: string, text: string) => {
    const path = join(folder, name)
    writeFileSync(path, text)
    return path
  }
  const strata = file('strata.csv', 'stratum;population;sampled\r\nvo;900;40\r\nmbo;100;40\r\n')
  const line = (stratum: string, answers: object) => `${JSON.stringify({ stratum, answers })}\n`
  const wave = (name: string, worried: number) =>
    file(
      name,
      [
        ...Array.from({ length: 30 }, (_, index) =>
          line('vo', {
            worried: index < worried ? 'yes' : 'no',
            ...(index < 4 ? { concrete: 'yes', kinds: ['drugs'] } : {}),
          }),
        ),
        ...Array.from({ length: 30 }, () => line('mbo', { worried: 'no' })),
      ].join(''),
    )
  const answers = wave('answers.jsonl', 15)
  const questionnaire = ['--questionnaire', 'criminal-exploitation-1']
  const run = (...given: string[]) =>
    commandHere(['survey-results', ...given], { LANG: 'en_GB.UTF-8' })

  it('says what it needs, and where answers are wrong', async () => {
    const nothing = await run('--strata', strata, '--answers', answers)
    assert.equal(nothing.status, 64)
    assert.match(nothing.complained, /Name a questionnaire: criminal-exploitation-1/)
    const half = await run(...questionnaire, '--strata', strata)
    assert.match(half.complained, /Name the strata and the answers/)
    const wrong = [
      [
        line('vo', { worried: 'yes' }) + line('vo', { worried: 'maybe' }),
        /line 2: .* worried \(no-such-option\)/,
      ],
      ['{"stratum": 7}', /line 1: this is not \{"stratum"/],
      ['onzin', /line 1: this is not JSON/],
      [line('po', {}), /there is no stratum 'po'/],
    ] as const
    for (const [text, expected] of wrong) {
      const { status, complained } = await run(
        ...questionnaire,
        '--strata',
        strata,
        '--answers',
        file('wrong.jsonl', text),
      )
      assert.equal(status, 1)
      assert.match(complained, expected)
    }
    const more = file('more.csv', 'stratum;population;sampled\nvo;3;4\n')
    const { complained } = await run(...questionnaire, '--strata', more, '--answers', answers)
    assert.match(complained, /line 2: more were asked than there are/)
  })

  it('tells the response first, and weighs what came back', async () => {
    const { said, complained } = await run(
      ...questionnaire,
      '--strata',
      strata,
      '--answers',
      answers,
    )
    assert.match(complained, /60 of 80 schools that were asked answered \(75\.0%\)/)
    // Half of vo, which is nine of ten schools, and none of mbo.
    assert.match(said, /Are you worried that .*;yes;60;60;45;[\d.]+;[\d.]+;1\.64\r\n/)
  })

  it('gives no percentage of fewer than ten answers', async () => {
    const { said } = await run(...questionnaire, '--strata', strata, '--answers', answers)
    assert.match(said, /What was that worry about\?;;4;4\r\n/)
  })

  it('puts the difference with an earlier wave beside it', async () => {
    const before = ['--before-strata', strata, '--before-answers', wave('before.jsonl', 9)]
    const { said } = await run(
      ...questionnaire,
      '--strata',
      strata,
      '--answers',
      answers,
      ...before,
    )
    assert.match(
      said,
      /Are you worried that .*;yes;60;60;45;[\d.]+;[\d.]+;1\.64;18;-?[\d.]+;[\d.]+\r\n/,
    )
  })
})
