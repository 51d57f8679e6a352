import { refuse } from '#platform/refusal.ts'
import type { Work } from '#platform/work.ts'
import { actIn, type Sent } from './act-in-dossier.ts'
import { lastDecision } from './after-decision.ts'
import type { DossierDesk } from './desk.ts'
import { mayReopen } from './non-punishment.ts'
import { isSepot } from './routes-open.ts'
import { countFactsSince, listObjections, listOutcomes } from './store-contents.ts'

/** Looks at it anew, because something came in after the decision, a complaint was upheld, or the court ordered it. */
export async function reopenDossier(
  work: Work,
  desk: DossierDesk,
  dossierId: string,
  { because, key }: Sent & { readonly because: string },
): Promise<void> {
  await actIn(work, desk, dossierId, { kind: 'reopen', step: 'reopen', key }, async ({ head }) => {
    if (because.trim() === '') refuse('invalid', 'because-missing')
    const decision = await lastDecision(work, dossierId)
    const newFacts = await countFactsSince(work, dossierId, decision.signed_at)
    const upheld = (await listObjections(work, dossierId))
      .filter((one) => one.upheld === true && one.decision_id === decision.id)
      .map(({ kind }) => kind)
    const sepot = (await listOutcomes(work, dossierId)).some(
      (one) => one.decision_id === decision.id && isSepot(desk.routes.routes, one.route),
    )
    const courtOrder = upheld.includes('article-12')
    const upheldComplaint = upheld.includes('complaint')
    const { news } = head
    if (!mayReopen({ newFacts, news, courtOrder, upheldComplaint, sepot })) {
      refuse('conflict', 'nothing-new')
    }
    return { about: decision.id, words: { text: because } }
  })
}
