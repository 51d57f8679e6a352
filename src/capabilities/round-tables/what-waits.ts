import type { Waiting } from '#capabilities/sharing/index.ts'
import type { Language } from '#platform/language.ts'
import type { Work } from '#platform/work.ts'
import type { TableDesk } from './desk.ts'
import { paths } from './paths.ts'
import { readTables } from './read-table.ts'
import { t } from './words.ts'

/** Tables that go on, by the day on which they meet. */
export async function tablesThatWait(
  work: Work,
  desk: TableDesk,
  language: Language,
): Promise<readonly Waiting[]> {
  const words = t(language).list
  return (await readTables(work, desk))
    .filter(({ ended }) => !ended)
    .map(({ id, code, question, convener, day }) => ({
      ...{ text: question ?? words.erased, path: paths.table(id), day },
      about: words.waits(code, convener),
    }))
    .toReversed()
}
