import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { brotliCompressSync } from 'node:zlib'
import { type Language, languages, link } from '#platform/language.ts'
import { aPublicHouse } from './a-public-house.ts'

const { app, assets } = aPublicHouse()
const text = (path: string) => app.request(`http://oogmerk.example${path}`)

/** In bytes as they travel: brotli where that gains something. */
async function weigh(path: string): Promise<number> {
  const asset = assets.find(path)
  if (asset) return (asset.brotli ?? asset.body).length
  return brotliCompressSync(Buffer.from(await (await text(path)).arrayBuffer())).length
}

/** What a browser fetches for a page: whatever its markup names, and the data its script asks for. */
async function firstVisit(path: string, language: Language) {
  const page = await (await text(path)).text()
  const named = [...page.matchAll(/(?:href|src|data-view)="(\/assets\/[^"]+)"/g)].map(
    ([, address]) => address ?? '',
  )
  const lexicon = page.match(new RegExp(`data-lexicon-${language}="([^"]+)"`))?.[1]
  const addresses = new Set([path, ...named, ...(lexicon ? [lexicon] : [])])
  const parts = { page: 0, style: 0, script: 0, data: 0, lexicon: 0, font: 0, icons: 0 }
  for (const address of addresses) parts[partOf(address)] += await weigh(address)
  return { parts, total: Object.values(parts).reduce((sum, each) => sum + each) }
}

function partOf(address: string) {
  if (!address.startsWith('/assets/')) return 'page'
  if (address.endsWith('.css')) return 'style'
  if (address.endsWith('.js')) return 'script'
  if (address.endsWith('.woff2')) return 'font'
  if (address.endsWith('.json')) return address.includes('lexicon') ? 'lexicon' : 'data'
  return 'icons'
}

describe('the first visit to Verken', () => {
  for (const language of languages) {
    it(`stays light in ${language}, part by part`, async (t) => {
      const { parts, total } = await firstVisit(link(language, '/verken'), language)
      t.diagnostic(`${JSON.stringify(parts)} = ${total} bytes`)
      const withoutLexicon = total - parts.lexicon
      assert.ok(withoutLexicon < 52_000, `all but the lexicon weighs ${withoutLexicon}`)
      assert.ok(parts.lexicon < 60_000, `the lexicon weighs ${parts.lexicon}`)
    })
  }
})

describe('a page to read', () => {
  it('has no script at all, but for the way out', async () => {
    const { parts } = await firstVisit('/onder-druk', 'nl')
    assert.ok(parts.script < 500, String(parts.script))
    assert.equal((await firstVisit('/verken/offline', 'nl')).parts.script, 0)
  })
})
