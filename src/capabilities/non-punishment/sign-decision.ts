import { dutchDay, yearsOn } from '#platform/dates.ts'
import { newId } from '#platform/ids.ts'
import { Refusal, refuse } from '#platform/refusal.ts'
import type { Work } from '#platform/work.ts'
import { actIn, type Sent } from './act-in-dossier.ts'
import { ageBandOf } from './comparing.ts'
import type { DossierDesk } from './desk.ts'
import { type DossierKey, places } from './dossier-key.ts'
import type { DossierWords, EventWords, OffenceWords } from './dossier-words.ts'
import { mustRestOnFacts } from './fill-worksheet.ts'
import { againstSigning, type Signing, type SigningRefusal } from './signing.ts'
import { listEvents } from './store.ts'
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
  await actIn(work, desk, dossierId, act, async ({ actor, row, head, seal }) => {
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
    const dated = offences.map((one) =>
      seal.open<OffenceWords>(places.offence(one.id), one.content),
    )
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
      forms: await formsNamed(work, dossierId, seal),
      age_band: ageBandOf(ageAtFirst(seal.open(places.head, row.content), dated)),
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

/** The forms that were named when somebody last looked whether exploitation may be at hand. */
async function formsNamed(work: Work, dossierId: string, seal: DossierKey): Promise<string[]> {
  const last = (await listEvents(work, dossierId)).findLast(({ kind }) => kind === 'consider')
  if (!last?.content) return []
  return [...(seal.open<EventWords>(places.event(last.id), last.content).forms ?? [])]
}

/** Years on the day of the first offence of which the day is known. */
function ageAtFirst({ born }: DossierWords, offences: readonly OffenceWords[]): number | undefined {
  const [first] = offences.flatMap(({ on }) => on || []).sort()
  return born && first ? yearsOn(born, first) : undefined
}
