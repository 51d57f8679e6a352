// Uses shared material beside the checkout; skipped where that is absent.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { measureQuality, ownVignettes, sharedVignettes } from '../bench/recognition-vignettes.ts'
import { loadLexicon } from '../src/capabilities/recognition/lexicon-file.ts'
import { prepareLexicon, recognise } from '../src/capabilities/recognition/recognise.ts'

const recogniser = prepareLexicon(loadLexicon('nl'), loadLexicon('en'))
const find = (one: { text: string }) =>
  recognise(recogniser, one.text)
    .hits.filter((hit) => !hit.negated)
    .map((hit) => hit.signal)

const shared = sharedVignettes()
const skip = shared.length === 0 && '../shared/data/vignettes-dev.yaml is not there'

test('on the shared cases at least 3 in 4 recognised signals are right and 6 in 10 are found', {
  skip,
}, () => {
  const quality = measureQuality(shared, find)
  assert.ok(quality.precision >= 0.75, `precision ${quality.precision.toFixed(2)}`)
  assert.ok(quality.recall >= 0.6, `recall ${quality.recall.toFixed(2)}`)
})

test('on our own cases at least 3 in 4 recognised signals are right', () => {
  const quality = measureQuality(ownVignettes(), find)
  assert.ok(quality.precision >= 0.75, `precision ${quality.precision.toFixed(2)}`)
})

test('the text of an ordinary pupil gives fewer than 0.7 signals that it does not support', {
  skip,
}, () => {
  const ordinary = [...shared, ...ownVignettes()].filter((one) => one.kind === 'ordinary')
  const unsupported = ordinary.map(
    (one) => find(one).filter((signal) => ![...one.gold, ...one.plausible].includes(signal)).length,
  )
  const mean = unsupported.reduce((sum, count) => sum + count, 0) / ordinary.length
  assert.ok(mean < 0.7, `${mean.toFixed(2)} per text`)
})
