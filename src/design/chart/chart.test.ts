import assert from 'node:assert/strict'
import { test } from 'node:test'
import { chart, sharesScale } from './chart.ts'

const words = { id: 'a', title: 'Zorgen', description: 'Balken' }
const widths = (markup: string) =>
  [...markup.matchAll(/class="chart__bar"[^>]* width="([\d.]+)"/g)].map(([, width]) => width)

test('shares of two questions are drawn on one scale from 0 to 100, with its numbers below', async () => {
  const drawn = async (value: number) =>
    String(
      await chart({
        ...words,
        scale: sharesScale,
        bars: [{ label: 'ja', value, told: `${value}%` }],
      }),
    )
  const [half, all] = [await drawn(50), await drawn(100)]
  assert.deepEqual([...widths(half), ...widths(all)], ['125', '250'])
  const marks = [...half.matchAll(/class="chart__mark"[^>]*>([^<]+)</g)].map(([, told]) => told)
  assert.deepEqual(marks, ['0%', '25%', '50%', '75%', '100%'])
})

test('the line of what is likely has an edge of its own, so that it is seen on its bar as well', async () => {
  const bars = [{ label: 'ja', value: 41, told: '41%', range: { least: 20, most: 64 } }]
  const markup = String(await chart({ ...words, scale: sharesScale, bars }))
  const [, around] = /chart__around" d="([^"]+)"/.exec(markup) ?? []
  const [, line] = /chart__range" d="([^"]+)"/.exec(markup) ?? []
  assert.ok(around)
  assert.equal(around, line)
  assert.ok(markup.indexOf('chart__around') < markup.indexOf('chart__range'))
})
