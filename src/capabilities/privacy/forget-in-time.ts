import { forgetAdvice } from '#capabilities/advice/index.ts'
import { forgetFigureCounts } from '#capabilities/figures/index.ts'
import {
  forgetInvitations,
  forgetSessions,
  listOrganisationIds,
} from '#capabilities/identity/index.ts'
import { forgetIntervisions } from '#capabilities/intervision/index.ts'
import { forgetMessages } from '#capabilities/post/index.ts'
import { forgetRoundTables } from '#capabilities/round-tables/index.ts'
import { forgetDeliveryDrafts, forgetDeliveryWords } from '#capabilities/sharing/index.ts'
import { forgetDrafts } from '#capabilities/signals/index.ts'
import { forgetFilmRequests } from '#capabilities/training/index.ts'
import { noOrganisation } from '#platform/actor.ts'
import type { Forget } from '#platform/forget-rows.ts'
import type { InTransaction, Work } from '#platform/work.ts'
import { keptSince, type Retention, type TemporaryKind, temporaryKinds } from './retention.ts'

type Parts = { readonly inTransaction: InTransaction; readonly retention: Retention }

/** Each capability lets go of its own: here is decided when, there what that means. */
const doors: Readonly<Record<TemporaryKind, Forget>> = {
  drafts: forgetDrafts,
  sessions: forgetSessions,
  invitations: forgetInvitations,
  messages: forgetMessages,
  intervisions: forgetIntervisions,
  advice: forgetAdvice,
  'round-tables': forgetRoundTables,
  'film-requests': forgetFilmRequests,
  'figure-counts': forgetFigureCounts,
  'delivery-drafts': forgetDeliveryDrafts,
  deliveries: forgetDeliveryWords,
}

/** Rows per transaction, so that nobody waits for a large clean-up. */
const portion = 1_000

const cleaner = (organisationId: string) =>
  ({ kind: 'system', name: 'retention', organisationId }) as const

/** Forgets, in every organisation, what is only kept for a while. Each kind leaves an entry with its count. */
export async function forgetInTime(
  { inTransaction, retention }: Parts,
  stop: AbortSignal,
): Promise<void> {
  const organisations = await inTransaction(
    cleaner(noOrganisation),
    'maintenance',
    listOrganisationIds,
  )
  for (const organisation of organisations) {
    for (const kind of temporaryKinds) {
      let more = true
      while (more) {
        if (stop.aborted) return
        more = await inTransaction(cleaner(organisation), 'maintenance', (work) =>
          forgetPortion(work, kind, retention[kind]),
        )
      }
    }
  }
}

async function forgetPortion(work: Work, kind: TemporaryKind, days: number): Promise<boolean> {
  const count = await doors[kind](work, keptSince(work.now, days), portion)
  if (count > 0) work.audit({ act: `privacy.forget-${kind}`, details: { count, days } })
  return count === portion
}
