import type { Work } from '#platform/work.ts'
import { intakeOf, type SharingDesk } from './desk.ts'
import { type DisclosureRow, listLeft } from './disclosure-store.ts'
import { openDisclosure } from './disclosure-words.ts'
import type { Taken, TakenFile } from './taken.ts'

/**
 * Own deliveries in which something went on that was taken out of one received delivery into these files, the newest
 * of each file first. Of a delivery whose words are gone nobody knows any more what was in it.
 */
export async function passedOn(
  work: Work,
  desk: Pick<SharingDesk, 'keyring' | 'intakes'>,
  taken: readonly Taken[],
): Promise<readonly DisclosureRow[]> {
  const byFile = Map.groupBy(taken, ({ file }) => `${file.kind}/${file.id}`)
  const rows: DisclosureRow[] = []
  for (const same of byFile.values()) {
    const file = same[0]?.file
    if (file) rows.push(...(await passedOnFrom(work, desk, file, same)))
  }
  return rows
}

async function passedOnFrom(
  work: Work,
  desk: Pick<SharingDesk, 'keyring' | 'intakes'>,
  file: TakenFile,
  taken: readonly Taken[],
): Promise<readonly DisclosureRow[]> {
  const refs = new Set<string>()
  for (const { item_id } of taken) {
    const ref = await intakeOf(desk, file.kind)?.refOf(work, file.id, item_id)
    if (ref) refs.add(ref)
  }
  const found: DisclosureRow[] = []
  for (const row of await listLeft(work, file)) {
    const opened = await openDisclosure(work, desk, row)
    if (opened?.words.draft.refs.some((ref) => refs.has(ref))) found.push(row)
  }
  return found
}
