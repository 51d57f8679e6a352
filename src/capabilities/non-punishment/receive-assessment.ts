import {
  hearConsultation,
  type MessageHandler,
  settledConsultation,
} from '#capabilities/sharing/index.ts'
import { idUnder, newId } from '#platform/ids.ts'
import { refuse } from '#platform/refusal.ts'
import { AssessmentMessage, assessmentKind } from './assessment-message.ts'
import type { DossierDesk } from './desk.ts'
import { openDossierKey, places } from './dossier-key.ts'
import type { AssessmentWords } from './dossier-words.ts'
import { dossierSource } from './facts-of-dossier.ts'
import { step } from './non-punishment.ts'
import { findKeyRow, insertEvent, updateDossier } from './store.ts'
import { insertAssessment, listFacts } from './store-contents.ts'

/**
 * An assessment that was asked for comes in: into the dossier, with who, when, in which message and its hash. The
 * channel brings each message once. In whatever state the dossier is, it is kept: what it does to the state is
 * what `step` says, and else it waits for who works on it.
 */
export function assessmentHandler(desk: DossierDesk): MessageHandler<AssessmentMessage> {
  const told = { ...desk, sources: [dossierSource(desk)] }
  return {
    kind: assessmentKind,
    schema: AssessmentMessage,
    async receive(work, { from, id: messageId, hash, body }) {
      const { disclosure, on, facts, elements, ...said } = body
      const { fileId, body: asked } = await hearConsultation(work, told, {
        ...{ from, disclosure, kind: assessmentKind, by: `${said.by}, ${said.capacity}` },
      })
      const row = (await findKeyRow(work, fileId, true)) ?? refuse('not-found', 'no-such-dossier')
      const seal = await openDossierKey(work, desk.keyring, row)
      const id = newId()
      const words: AssessmentWords = {
        ...said,
        ...{ inFavour: '', against: '', unknown: '' },
        elements: elements.map(({ element, ...sides }) => ({ element, ...sides })),
        source: `${asked.to.organisation}, ${asked.reference}`,
      }
      // The delivery knows a fact by a number of its own.
      const known = (await listFacts(work, fileId)).map((fact) => fact.id)
      await insertAssessment(work, {
        dossier_id: fileId,
        id,
        way: 'delivered',
        made_on: on,
        entered_at: work.now.toString(),
        facts: known.filter((fact) => facts.includes(idUnder(disclosure, fact))),
        content: seal.seal(places.assessment(id), words),
        from_id: from,
        message_id: messageId,
        hash: Buffer.from(hash, 'hex'),
      })
      const next = step('assess', { state: row.state, basis: row.basis ?? undefined })
      if (next.ok)
        await updateDossier(work, fileId, { state: next.state, basis: next.basis ?? null })
      await insertEvent(work, { dossier_id: fileId, id: newId(), kind: 'assess', about: id })
      work.audit({
        act: 'dossier.assess',
        subject: fileId,
        details: { about: id, from, message: messageId },
      })
    },
    settled: (work, message) => settledConsultation(work, desk, message),
  }
}
