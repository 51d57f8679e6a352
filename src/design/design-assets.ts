import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { type Assets, emptyAssets } from '#design/assets.ts'
import { pictureStylesheet, stylesheet } from '#design/stylesheet.ts'

const own = (path: string) => readFileSync(new URL(path, import.meta.url))

const font = (name: string) =>
  readFileSync(
    fileURLToPath(
      import.meta.resolve(`@fontsource-variable/atkinson-hyperlegible-next/files/${name}`),
    ),
  )

/** Everything the pages themselves need. Capabilities add their modules to it before serving begins. */
export function designAssets(): Assets {
  const assets = emptyAssets()
  const family = 'atkinson-hyperlegible-next'
  assets.add('text.woff2', 'font/woff2', own('foundation/text.woff2'))
  assets.add('text-western.woff2', 'font/woff2', font(`${family}-latin-wght-normal.woff2`))
  assets.add('text-extended.woff2', 'font/woff2', font(`${family}-latin-ext-wght-normal.woff2`))
  assets.add('icon.svg', 'image/svg+xml', own('wordmark/icon.svg'))
  assets.add('icon-192.png', 'image/png', own('wordmark/icon-192.png'))
  assets.add('icon-512.png', 'image/png', own('wordmark/icon-512.png'))
  assets.add('quick-exit.js', 'text/javascript; charset=utf-8', own('quick-exit/quick-exit.js'))
  assets.add('oogmerk.css', 'text/css; charset=utf-8', stylesheet(assets.url))
  assets.add('pictures.css', 'text/css; charset=utf-8', pictureStylesheet())
  return assets
}
