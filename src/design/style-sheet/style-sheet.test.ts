import assert from 'node:assert/strict'
import { it } from 'node:test'
import { anAnonymousPageContext, aPageContext, faultsIn } from '#design/a-page.ts'
import { languages } from '#platform/language.ts'
import { styleSheetPage } from './style-sheet.ts'

for (const language of languages) {
  it(`every element together is valid HTML (${language})`, async () => {
    const context = aPageContext({ language, demo: true, quickExit: true })
    assert.deepEqual(await faultsIn(styleSheetPage(context)), [])
  })

  it(`nothing needs a style or script in the page itself (${language})`, async () => {
    const markup = String(await styleSheetPage(aPageContext({ language, quickExit: true })))
    assert.doesNotMatch(markup, /\sstyle=|<style|\son\w+="|<script(?! type="module" src=)/)
  })
}

it('is the same page for somebody who is not signed in', async () => {
  assert.deepEqual(await faultsIn(styleSheetPage(anAnonymousPageContext())), [])
})
