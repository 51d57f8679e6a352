import type { Work } from '#platform/work.ts'
import { holdStill, walkCheckpoints, walkLeaves, walkLoose } from './store-walk.ts'
import type { TrailSource } from './trail-source.ts'

/**
 * The trail of the organisation that this Work acts for, as it stands at this moment. Must be the
 * first thing that the Work does with the database.
 */
export async function openStoredTrail({ db, actor }: Work): Promise<TrailSource> {
  const organisation = actor.organisationId
  await holdStill(db)
  return {
    organisation,
    checkpoints: () => walkCheckpoints(db, organisation),
    leaves: () => walkLeaves(db, organisation),
    loose: () => walkLoose(db, organisation),
  }
}
