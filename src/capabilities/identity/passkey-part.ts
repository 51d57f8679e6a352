import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { Assets } from '#design/assets.ts'
import { type ButtonLook, button } from '#design/button/button.ts'
import { attributes, type Html, html } from '#design/html.ts'
import { type Language, link } from '#platform/language.ts'
import { words } from './words.ts'

const script = 'passkey.js'

/** The published bundle of the library and our own few lines, as one module. */
export function addPasskeyScript(assets: Assets): string {
  const library = createRequire(import.meta.url).resolve('@simplewebauthn/browser')
  const bundle = new URL('../dist/bundle/index.umd.min.js', `file://${library}`)
  const own = new URL('browser/passkey.js', import.meta.url)
  const body = `${readFileSync(bundle, 'utf8')}\n${readFileSync(own, 'utf8')}`
  return assets.add(script, 'text/javascript; charset=utf-8', body)
}

type Part = {
  readonly kind: 'get' | 'create'
  /** paths without the language: where the question comes from and where the answer goes */
  readonly ask: string
  readonly answer: string
  readonly text: string
  readonly back?: string | undefined
  readonly look?: ButtonLook
}

/** A button that asks the device for a passkey. Until the script has taken it up, a sentence stands there. */
export function passkeyPart(language: Language, part: Part): Html {
  const t = words(language).passkey
  return html`<div${attributes({
    'data-passkey': '',
    'data-kind': part.kind,
    'data-ask': link(language, part.ask),
    'data-answer': link(language, part.answer),
    'data-back': part.back,
    'data-cancelled': t.cancelled,
    'data-busy': t.busy,
    'data-unsupported': t.notSupported,
  })}>
<div hidden>${button({ text: part.text, sends: false, look: part.look ?? 'primary' })}</div>
<p role="status">${t.noScript}</p>
</div>`
}
