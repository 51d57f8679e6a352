import { readFileSync } from 'node:fs'
import { textSigns, unicodeRange } from '#design/foundation/text-font.ts'

/** In the order of the cascade: the ground first, then elements, then paper. */
const styleFiles = [
  'foundation/tokens',
  'foundation/fonts',
  'foundation/foundation',
  'page/page',
  'page/page-header',
  'page/page-footer',
  'wordmark/wordmark',
  'quick-exit/quick-exit',
  'breadcrumbs/breadcrumbs',
  'form-field/form-field',
  'form-field/choice',
  'text/text',
  'textarea/textarea',
  'file/file',
  'date/date',
  'select/select',
  'button/button',
  'error-summary/error-summary',
  'alert/alert',
  'details/details',
  'steps/steps',
  'table/table',
  'tag/tag',
  'summary-list/summary-list',
  'pagination/pagination',
  'empty-state/empty-state',
  'glossary-term/glossary-term',
  'doors/doors',
  'link-list/link-list',
  'tabs/tabs',
  'timeline/timeline',
  'recognised/recognised',
  'help-line/help-line',
  'search-form/search-form',
  'sheet/sheet',
  'foundation/print',
] as const

/** Drawings and marked texts: few pages have one, and nobody else carries this along. */
const pictureFiles = ['chart/chart', 'marked-text/marked-text', 'time-graph/time-graph'] as const

const joined = (files: readonly string[]): string =>
  files
    .map((path) => readFileSync(new URL(`${path}.css`, import.meta.url), 'utf8'))
    .map(withoutAir)
    .join('\n')

/** Besides the stylesheet of all pages, for those that have `pictures`. */
export const pictureStylesheet = (): string => joined(pictureFiles)

/** One stylesheet for all pages: kept by the browser after the first visit. */
export function stylesheet(url: (name: string) => string): string {
  return joined(styleFiles)
    .replace('text-signs', unicodeRange(textSigns))
    .replaceAll(/url\(asset:([\w.-]+)\)/g, (_, name: string) => `url(${url(name)})`)
}

/** Takes out comments, indents, empty lines and air around signs; what is left is the same CSS. */
export const withoutAir = (css: string): string =>
  css
    .replaceAll(/\/\*[\s\S]*?\*\//g, '')
    .replaceAll(/\s*\n\s*/g, '\n')
    .replaceAll(/^([\w-]+):\s+/gm, '$1:')
    .replaceAll(/ \{$/gm, '{')
    .replaceAll(/;\n\}/g, '}')
    .trim()
