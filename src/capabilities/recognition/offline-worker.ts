import { createHash } from 'node:crypto'
import { plainSource } from '#design/browser-modules.ts'
import type { Language } from '#platform/language.ts'

export type Kept = {
  /** addresses with a hash in them, needed in every language */
  readonly assets: readonly string[]
  /** pages and data of one language */
  readonly pages: Readonly<Record<Language, readonly string[]>>
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
