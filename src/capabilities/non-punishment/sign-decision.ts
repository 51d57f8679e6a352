import { dutchDay, isoInstant, yearsOn } from '#platform/dates.ts'
import { newId } from '#platform/ids.ts'
import { Refusal, refuse } from '#platform/refusal.ts'
import type { Work } from '#platform/work.ts'
import { actIn, type Sent } from './act-in-dossier.ts'
import { type Change, changedSince, type Seen, seenWithSheet } from './changed-since.ts'
import { ageBandOf } from './comparing.ts'
import type { DossierDesk } from './desk.ts'
import { places } from './dossier-key.ts'
import type { DossierWords, EventWords, OffenceWords } from './dossier-words.ts'
import type { EventKind } from './event-kinds.ts'
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
  /** since whoever signs last saw it: to be read first */
  readonly changed: readonly Change[]
  constructor(against: readonly SigningRefusal[], changed: readonly Change[]) {
    super('invalid', 'not-to-be-signed')
    this.against = against
    this.changed = changed
  }
}

type ToSign = Sent & {
  readonly signing: Signing
  readonly stage: string
  /** as it stood on the page that was signed; else only the worksheet counts as seen */
  readonly seen?: Seen | undefined
}

/**
 * Signs the decision: a route for every offence, with reasons. Ask first that the person proves who they
 * are. There is no way here without an assessment or the written reason why there is none.
 */
export async function signDecision(
  work: Work,
  desk: DossierDesk,
  dossierId: string,
  { signing, stage, seen, key }: ToSign,
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
    await mustRestOnFacts(work, dossierId)
    const words = seal.open<DossierWords>(places.head, row.content)
    const events = (await listEvents(work, dossierId)).map((one) => ({
      id: one.id,
      kind: one.kind as EventKind,
      at: isoInstant(one.happened_at),
      words: one.content ? seal.open<EventWords>(places.event(one.id), one.content) : {},
    }))
    const since = seen ?? seenWithSheet(events)
    const now = work.now.toString()
    const changed = since ? changedSince(since, now, { born: words.born, events }, desk, stage) : []
    if (against.length + changed.length > 0) throw new NotToBeSigned(against, changed)
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
      // Those that were named when somebody last looked whether exploitation may be at hand.
      forms: [...(events.findLast(({ kind }) => kind === 'consider')?.words.forms ?? [])],
      age_band: ageBandOf(ageAtFirst(words, dated)),
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

/** Years on the day of the first offence of which the day is known. */
function ageAtFirst({ born }: DossierWords, offences: readonly OffenceWords[]): number | undefined {
  const [first] = offences.flatMap(({ on }) => on || []).sort()
  return born && first ? yearsOn(born, first) : undefined
}
