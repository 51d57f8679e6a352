import type { Work } from '#platform/work.ts'
import { arrestWorker } from './find-file.ts'

/** An empty form to record an arrest; refuses whoever has no business with it. */
export async function beginArrest(work: Work): Promise<void> {
  arrestWorker(work)
  work.audit({ act: 'arrest.begin' })
}
