import { readFileSync } from 'node:fs'
import type { Assets } from '#design/assets.ts'
import { addBrowserModule } from '#design/browser-modules.ts'
import { withoutAir } from '#design/stylesheet.ts'

/** What the pages of this capability load beside the house's own. */
export type IntervisionAssets = { readonly script: string; readonly style: string }

/** Once, before serving begins. */
export function addIntervisionAssets(assets: Assets): IntervisionAssets {
  const css = readFileSync(new URL('intervision.css', import.meta.url), 'utf8')
  return {
    script: addBrowserModule(assets, new URL('browser/follow.ts', import.meta.url)).url,
    style: assets.add('intervision.css', 'text/css; charset=utf-8', withoutAir(css)),
  }
}
