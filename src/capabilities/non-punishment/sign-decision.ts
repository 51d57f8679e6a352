import { dutchDay } from '#platform/dates.ts'
import { newId } from '#platform/ids.ts'
import { Refusal, refuse } from '#platform/refusal.ts'
import type { Work } from '#platform/work.ts'
import { actIn, type Sent } from './act-in-dossier.ts'
import type { DossierDesk } from './desk.ts'
import { places } from './dossier-key.ts'
import { mustRestOnFacts } from './fill-worksheet.ts'
import { againstSigning, type Signing, type SigningRefusal } from './signing.ts'
import {
  insertDecision,
  insertOutcomes,
  listAssessments,
  listOffences,
  listStatements,
} from './store-contents.ts'
import { sheetBeside, sheetOf } from './worksheet.ts'

/** What keeps it from being signed, all at once; the page says each beside its field. */
export class NotToBeSigned extends Refusal {
  readonly against: readonly SigningRefusal[]
  constructor(against: readonly SigningRefusal[]) {
    super('invalid', 'not-to-be-signed')
    this.against = against
  }
}

/**
 * Signs the decision: a route for every offence, with reasons. Ask first that the person proves who they
 * are. There is no way here without an assessment or the written reason why there is none.
 */
export async function signDecision(
  work: Work,
  desk: DossierDesk,
  dossierId: string,
  { signing, stage, key }: Sent & { readonly signing: Signing; readonly stage: string },
): Promise<void> {
  const act = { kind: 'decide', step: 'decide', key } as const
  await actIn(work, desk, dossierId, act, async ({ actor, head, seal }) => {
    const today = dutchDay(work.now)
    const { routes, sepot, worksheet } = desk
    const offences = (await listOffences(work, dossierId)).filter((one) => !one.withdrawn_at)
    if (!head.basis) refuse('conflict', 'no-assessment-yet')
    const assessments = await listAssessments(work, dossierId)
    const against = againstSigning(signing, {
      assessments: assessments.length,
      offences: offences.map(({ id }) => id),
      rules: { routes: routes.routes, sepot },
      moment: { on: today, stage },
    })
    if (against.length > 0) throw new NotToBeSigned(against)
    await mustRestOnFacts(work, dossierId)
    const said = (await listStatements(work, dossierId)).filter(
      ({ kind, withdrawn_at }) => kind === 'statement' && !withdrawn_at,
    )
    const sheets = { elements: worksheet.elements, said, offences: offences.map(({ id }) => id) }
    const lookedAt = (offence: string) =>
      [
        ...sheetOf(sheets, offence),
        ...sheetBeside(sheets).filter(({ element }) => !element.aboutOffence),
      ]
        .filter((one) => one.said.length > 0)
        .map(({ element }) => element.id)
    const id = newId()
    const { following, reasons, clearReasons, choices } = signing
    await insertDecision(work, {
      dossier_id: dossierId,
      id,
      signed_by: actor.personId,
      signed_at: work.now.toString(),
      decided_on: today,
      following,
      assessment_id: assessments.at(-1)?.id ?? null,
      routes_edition: routes.edition.id,
      grounds_edition: sepot.edition.id,
      sheet_edition: worksheet.edition.id,
      content: seal.seal(places.decision(id), { reasons, clearReasons }),
    })
    await insertOutcomes(
      work,
      [...choices].map(([offence, { route, grounds, ...words }]) => ({
        dossier_id: dossierId,
        decision_id: id,
        offence_id: offence,
        stage,
        route,
        grounds: [...grounds],
        looked_at: [...new Set(lookedAt(offence))].sort(),
        content: seal.seal(places.outcome(id, offence), words),
      })),
    )
    return { about: id }
  })
}
