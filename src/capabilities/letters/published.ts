import type { Pool } from '#platform/database.ts'
import type { FrozenLetter } from './evidence.ts'
import { findPublishedFile, listPublished, type PublishedLine } from './files-store.ts'
import type { StoredFormat } from './tables.ts'

/** What everybody may read of letters. It was written by ourselves, so it is read as it is. */
export const publishedLetters = (pool: Pool) => ({
  list: () => listPublished(pool),
  /** its title and day, and which letters correct it or are corrected by it */
  lineOf: async (id: string): Promise<PublishedLine | undefined> =>
    (await listPublished(pool, id))[0],
  async find(id: string): Promise<FrozenLetter | undefined> {
    const bytes = await findPublishedFile(pool, id, 'letter')
    return bytes && (JSON.parse(bytes.toString()) as FrozenLetter)
  },
  file: (id: string, format: StoredFormat) => findPublishedFile(pool, id, format),
})
