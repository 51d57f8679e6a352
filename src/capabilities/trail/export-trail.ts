import type { Work } from '#platform/work.ts'
import { openStoredTrail } from './database-source.ts'
import { type ProcessingRegister, processingLogLine } from './processing-log.ts'
import { TrailEntry } from './trail-entry.ts'
import { linesOf } from './trail-file.ts'

/**
 * The whole trail of the Work's organisation as JSON lines that verify with nothing but the public
 * key. Must be walked inside the Work.
 */
export async function* exportTrail(work: Work): AsyncGenerator<string> {
  const trail = await openStoredTrail(work)
  work.audit({ act: 'trail.export' })
  yield* linesOf(trail)
}

/** The sealed entries of the Work's organisation as lines of the Logboek Dataverwerkingen. */
export async function* exportProcessingLog(
  work: Work,
  register: ProcessingRegister,
): AsyncGenerator<string> {
  const trail = await openStoredTrail(work)
  work.audit({ act: 'trail.export-processing-log' })
  for await (const { entry } of trail.leaves()) {
    const read = TrailEntry.safeParse(entry)
    if (read.success) yield `${JSON.stringify(processingLogLine(read.data, register))}\n`
  }
}
