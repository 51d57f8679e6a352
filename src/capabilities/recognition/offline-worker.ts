import { createHash } from 'node:crypto'
import { plainSource } from '#design/browser-modules.ts'
import type { Language } from '#platform/language.ts'

/** What is kept of one language, by address. */
export type KeptLanguage = {
  /** answers with every page that is kept */
  readonly pages: string
  /** one of those pages: when it is there, all are */
  readonly first: string
  readonly data: readonly string[]
}

export type Kept = {
  /** addresses with a hash in them, needed in every language */
  readonly assets: readonly string[]
  readonly languages: Readonly<Record<Language, KeptLanguage>>
}

/**
 * The source of the worker. Its version is the hash of what it keeps and of its own code: another
 * version makes a cache of its own and throws the old one away.
 */
export function offlineWorker(kept: Kept): string {
  const source = plainSource(new URL('browser/offline.ts', import.meta.url).href)
  const content = JSON.stringify(kept)
  const version = createHash('sha256').update(content).update(source).digest('base64url')
  return `const kept = ${JSON.stringify({ version: version.slice(0, 12), ...kept })}\n${source}`
}
