import assert from 'node:assert/strict'
import { it } from 'node:test'
import { pagination } from './pagination.ts'

it('is not there when everything fits on one page', async () => {
  assert.equal(String(await pagination('nl', {})), '')
})

it('counts only when somebody counted', async () => {
  const next = '/signalen?na=x&y=z'
  assert.doesNotMatch(String(await pagination('nl', { next })), /Pagina/)
  assert.match(String(await pagination('nl', { next, page: 1, pages: 3 })), /Pagina 1 van 3/)
})

it('leads back only from a later page', async () => {
  const markup = String(await pagination('nl', { next: '/signalen?na=x' }))
  assert.doesNotMatch(markup, /rel="prev"/)
  assert.match(markup, /rel="next" href="\/signalen\?na=x"/)
})
