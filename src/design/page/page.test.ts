import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { anAnonymousPageContext, aPageContext } from '#design/a-page.ts'
import { html } from '#design/html.ts'
import { type PageParts, page } from './page.ts'

const written = async (context = aPageContext(), parts: Partial<PageParts> = {}) =>
  String(await page(context, { title: 'Signalen', content: html`<h1>Signalen</h1>`, ...parts }))

describe('a page', () => {
  it('escapes whatever stands in its title, its names and its path', async () => {
    const markup = await written(
      aPageContext({
        path: '/zoek?vraag="><script>',
        person: { name: '<script>', organisation: '<b>', roles: ['"x"'] },
      }),
      { title: '<script>alert(1)</script>' },
    )
    assert.doesNotMatch(markup, /<script|<b>/)
    assert.match(markup, /<title>&lt;script&gt;alert\(1\)&lt;\/script&gt; - Oogmerk<\/title>/)
  })

  it('shows no quick exit, demo banner or script unless asked', async () => {
    assert.doesNotMatch(await written(), /data-quick-exit|demo-banner|<script/)
  })

  it('shows no name, sessions or sign-out to somebody we do not know', async () => {
    const markup = await written(anAnonymousPageContext())
    assert.doesNotMatch(markup, /who-am-i|uitloggen|sessies/)
    assert.match(markup, /href="\/inloggen"/)
  })

  it('that is turned to somebody else has no name, no menu and no way out but the quick exit', async () => {
    const context = aPageContext({
      quickExit: true,
      navigation: [{ text: 'Wachtrij', href: '/wachtrij' }],
    })
    const markup = await written(context, { turned: true })
    const ways = [...markup.matchAll(/(?:<a[^>]*href|action)="([^"]+)"/g)].map(([, way]) => way)
    assert.deepEqual(ways, ['https://nl.wikipedia.org/'])
    assert.doesNotMatch(markup, /Noor|Voorbeeldcollege|Wachtrij|<nav|<footer/)
    assert.match(await written(context), /Noor/)
  })

  it('says first in its title that something is wrong, in the language of the page', async () => {
    assert.match(await written(aPageContext(), { error: true }), /<title>Fout: Signalen/)
    const english = aPageContext({ language: 'en' })
    assert.match(await written(english, { error: true }), /<title>Error: Signalen/)
  })

  it('leads to the same page in the other language, question included', async () => {
    const stranger = anAnonymousPageContext()
    assert.match(
      await written(stranger),
      /href="\/en\/signalen\?stand=new" lang="en" hreflang="en"/,
    )
    const english = { ...stranger, language: 'en' } as const
    assert.match(await written(english), /href="\/signalen\?stand=new" lang="nl" hreflang="nl"/)
  })

  it('keeps the choice of language of somebody who is signed in, and comes back to the same page', async () => {
    const markup = await written(aPageContext())
    assert.match(
      markup,
      /method="post" action="\/en\/sessie\/taal"><input type="hidden" name="naar" value="\/signalen\?stand=new"/,
    )
    assert.doesNotMatch(markup, /hreflang/)
    const english = aPageContext({ language: 'en' })
    assert.match(await written(english), /method="post" action="\/sessie\/taal"/)
  })

  it('says who is at work and for which organisation', async () => {
    const markup = await written()
    assert.match(markup, /Noor Voorbeeld<\/strong>/)
    assert.match(markup, /mentor<\/span>\s*<span class="who-am-i__organisation">Voorbeeldcollege</)
  })

  it('begins with the way past its head', async () => {
    assert.match(await written(), /<body>\s*<a class="skip-link" href="#content">/)
  })

  it('puts the quick exit first after the skip link, as a link that tells nobody', async () => {
    const markup = await written(aPageContext({ quickExit: true }))
    assert.ok(markup.indexOf('data-quick-exit') < markup.indexOf('class="wordmark"'))
    assert.match(markup, /class="quick-exit"[^>]*rel="noreferrer noopener nofollow"/)
    assert.match(markup, /<script type="module" src="\/assets\/abc-quick-exit.js">/)
  })

  it('marks the place in the menu where the reader is', async () => {
    const navigation = [
      { text: 'Signalen', href: '/signalen' },
      { text: 'Kennis', href: '/kennis' },
    ]
    const markup = await written(aPageContext({ navigation }))
    assert.match(markup, /href="\/signalen" aria-current="page">/)
    assert.match(markup, /href="\/kennis">/)
  })

  it('carries the number for danger on every page', async () => {
    assert.match(await written(), /<a href="tel:112">Bel\u00a0112<\/a>/)
  })
})
