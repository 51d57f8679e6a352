import type { Purpose, SystemActor } from '#platform/actor.ts'
import type { Job } from '#platform/jobs.ts'
import type { InTransaction, Work } from '#platform/work.ts'

/** What is done at every organisation, again and again. */
export type Round = Pick<Job, 'name' | 'first' | 'every'> & {
  readonly by: SystemActor['name']
  readonly purpose: Purpose
  /** A part of it, small enough that nobody waits for it; answers whether there may be more. */
  portion(work: Work): Promise<boolean>
}

/** Makes a job that does this at one organisation after the other. */
export type MakeRound = (round: Round) => Job

type Parts = {
  readonly inTransaction: InTransaction
  readonly listOrganisations: () => Promise<readonly string[]>
  /** hears what went wrong at an organisation; the others go on, and it goes again the next time */
  readonly failed: (error: unknown, organisation: string, name: string) => void
}

export const roundMaker =
  ({ inTransaction, listOrganisations, failed }: Parts): MakeRound =>
  ({ name, first, every, by, purpose, portion }) => ({
    name,
    first,
    every,
    async run(stop) {
      for (const organisationId of await listOrganisations()) {
        const actor = { kind: 'system', name: by, organisationId } as const
        try {
          let more = true
          while (more && !stop.aborted) more = await inTransaction(actor, purpose, portion)
        } catch (error) {
          failed(error, organisationId, name)
        }
      }
    },
  })
