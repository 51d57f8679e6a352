import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { describe, it } from 'node:test'
import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import { emptyAssets } from './assets.ts'
import { designAssets } from './design-assets.ts'

describe('assets', () => {
  it('an unknown name or address gives nothing away', () => {
    const assets = emptyAssets()
    assert.throws(() => assets.url('absent.js'), /no asset with the name absent\.js/)
    assert.equal(assets.find('/assets/absent.js'), undefined)
  })

  it('the same name cannot be added twice', () => {
    const assets = emptyAssets()
    assets.add('a.js', 'text/javascript', 'one')
    assert.throws(() => assets.add('a.js', 'text/javascript', 'two'), /two assets/)
  })

  it('another content has another address', () => {
    const one = emptyAssets().add('a.js', 'text/javascript', 'one')
    const two = emptyAssets().add('a.js', 'text/javascript', 'two')
    assert.notEqual(one, two)
  })

  it('what is compressed unpacks to what was added, and is compressed once', async () => {
    const assets = emptyAssets()
    const asset = assets.find(assets.add('a.txt', 'text/plain', 'één woord'))
    assert.ok(asset?.packed)
    assert.equal(brotliDecompressSync(await asset.packed('br')).toString(), 'één woord')
    assert.equal(gunzipSync(await asset.packed('gzip')).toString(), 'één woord')
    assert.equal(await asset.packed('br'), await asset.packed('br'))
    const hash = createHash('sha256').update('één woord').digest('base64')
    assert.equal(asset.integrity, `sha256-${hash}`)
  })
})

describe('the files of the design', () => {
  const assets = designAssets()
  const size = async (name: string): Promise<number> => {
    const asset = assets.find(assets.url(name))
    return ((await asset?.packed?.('br')) ?? asset?.body)?.length ?? Number.POSITIVE_INFINITY
  }

  it('the stylesheet is at most 14 kB over the wire', async () => {
    const bytes = await size('oogmerk.css')
    assert.ok(bytes <= 14_000, `${bytes} bytes`)
  })

  it('font, stylesheet, icon and quick exit leave 30 kB of 60 for the page itself', async () => {
    const first = ['text.woff2', 'oogmerk.css', 'icon.svg', 'quick-exit.js']
    const sizes = await Promise.all(first.map(size))
    const total = sizes.reduce((sum, each) => sum + each, 0)
    assert.ok(total <= 30_000, `${total} bytes`)
  })

  it('the stylesheet asks for nothing from anybody else', () => {
    const css = Buffer.from(assets.find(assets.url('oogmerk.css'))?.body ?? '').toString()
    const addresses = [...css.matchAll(/url\(([^)]*)\)|@import/g)].map(([, address]) => address)
    const fonts = ['text.woff2', 'text-western.woff2', 'text-extended.woff2']
    assert.deepEqual(addresses, fonts.map(assets.url))
  })
})
