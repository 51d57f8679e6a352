import type { Knowledge } from '#capabilities/knowledge/index.ts'
import type { Assets } from '#design/assets.ts'
import { addBrowserModule } from '#design/browser-modules.ts'
import type { Language } from '#platform/language.ts'

/** What the page where somebody writes loads beside itself. */
export type RecordAssets = {
  readonly script: string
  readonly wordings: Readonly<Record<Language, string>>
  readonly lexicons: Readonly<Record<Language, string>>
}

/** Once, before serving begins. The lexicons are recognition's own assets. */
export function addRecordAssets(
  assets: Assets,
  knowledge: Knowledge,
  lexicons: RecordAssets['lexicons'],
): RecordAssets {
  const wordings = (language: Language) =>
    assets.add(
      `wordings-${language}.json`,
      'application/json',
      JSON.stringify(
        Object.fromEntries(knowledge.signals.map(({ id, wording }) => [id, wording[language]])),
      ),
    )
  const { url } = addBrowserModule(assets, new URL('browser/record-form.ts', import.meta.url))
  return { script: url, wordings: { nl: wordings('nl'), en: wordings('en') }, lexicons }
}
