import type { InTransaction } from '#platform/work.ts'

type Failed = { organisationId: string; personId: string; because: string }

/** A proof that failed for an account we know; its owner's organisation can see that somebody tried. */
export const noteFailedSignIn = (
  inTransaction: InTransaction,
  { organisationId, personId, because }: Failed,
  requestId?: string,
): Promise<void> =>
  inTransaction(
    { kind: 'system', name: 'sign-in', organisationId },
    'sign-in',
    async (work) => {
      work.audit({ act: 'identity.sign-in-failed', subject: personId, details: { because } })
    },
    requestId,
  )
