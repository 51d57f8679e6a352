import { readFileSync } from 'node:fs'
import type { Knowledge } from '#capabilities/knowledge/index.ts'
import type { Assets } from '#design/assets.ts'
import { addBrowserModule, type BrowserModule } from '#design/browser-modules.ts'
import { withoutAir } from '#design/stylesheet.ts'
import { type Language, link } from '#platform/language.ts'
import type { FindingView } from './findings.ts'
import type { Lexicon } from './lexicon.ts'
import { offlineWorker } from './offline-worker.ts'
import { places } from './places.ts'
import { words } from './words-on-screen.ts'

/** What the browser needs beside the page: the wordings it already has, in the list to tick. */
export type BrowserView = FindingView & {
  readonly innocent: Readonly<Record<string, readonly string[]>>
  readonly stays: string
  readonly recognised: string
}

type PerLanguage<T> = Readonly<Record<Language, T>>

export type ExploreAssets = {
  readonly home: BrowserModule
  readonly script: BrowserModule
  readonly style: string
  readonly lexicons: PerLanguage<string>
  readonly view: PerLanguage<string>
  readonly findings: PerLanguage<FindingView>
  /** the source of the worker that keeps the public pages for offline use */
  readonly worker: string
}

type Given = {
  readonly knowledge: Knowledge
  readonly lexicons: Readonly<Record<Language, Lexicon>>
}

/** Adds the modules, lexicons and style of the public pages. Once, before serving begins. */
export function addRecognitionAssets(
  assets: Assets,
  { knowledge, lexicons }: Given,
): ExploreAssets {
  const here = (path: string) => new URL(path, import.meta.url)
  const json = (name: string, content: object) =>
    assets.add(name, 'application/json', JSON.stringify(content))
  const each = <T>(make: (language: Language) => T): PerLanguage<T> => ({
    nl: make('nl'),
    en: make('en'),
  })

  const home = addBrowserModule(assets, here('browser/home.ts'))
  const script = addBrowserModule(assets, here('browser/explore.ts'))
  const style = assets.add(
    'explore.css',
    'text/css; charset=utf-8',
    withoutAir(readFileSync(here('explore.css'), 'utf8')),
  )
  const findings = each((language) => ({
    words: words(language).findings,
    signalPath: link(language, places.signal),
  }))
  const view = each((language) =>
    json(`explore-${language}.json`, browserView(language, findings[language], knowledge)),
  )
  const lexicon = each((language) => json(`lexicon-${language}.json`, lexicons[language]))
  // Each address once: a cache refuses a list that names one twice.
  const kept = new Set([home.url, script.url, style])
  for (const name of ground) kept.add(assets.url(name))
  const worker = offlineWorker({
    assets: [...kept],
    languages: each((language) => ({
      pages: link(language, places.keptPages),
      first: link(language, places.explore),
      data: [view[language], lexicon[language]],
    })),
  })
  return { home, script, style, lexicons: lexicon, view, findings, worker }
}

/** What every page needs to look as it should. */
const ground = ['oogmerk.css', 'text.woff2', 'icon.svg', 'quick-exit.js'] as const

/** Kept after a first visit to Verken; the pages of single signals are kept as they are read. */
export const pagesKept = [
  places.explore,
  places.exploreForParents,
  places.pressure,
  places.offline,
  places.home,
  places.knowledge,
]

function browserView(language: Language, view: FindingView, knowledge: Knowledge): BrowserView {
  const innocent = knowledge.signals.map(({ id, innocent }) => [
    id,
    innocent.map((text) => text[language]),
  ])
  return { ...view, ...words(language).browser, innocent: Object.fromEntries(innocent) }
}
