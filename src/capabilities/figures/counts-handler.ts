import type { MessageHandler } from '#capabilities/sharing/index.ts'
import { dutchDay } from '#platform/dates.ts'
import { newId } from '#platform/ids.ts'
import { refuse } from '#platform/refusal.ts'
import { sealReceived } from './count-words.ts'
import { Counts, countsKind, hasExactly } from './counts-message.ts'
import type { FiguresDesk } from './desk.ts'
import { lengthOf, mayBeCounted, periodFrom } from './period.ts'
import { findLastReceived, insertAllReceived, makesNationalFigures } from './received-store.ts'
import { codesOf } from './send-counts.ts'
import { kindOf, settleCount } from './store.ts'

/** The ministry keeps what it receives, sealed, and shows it to nobody. */
export const countsHandler = (desk: FiguresDesk): MessageHandler<Counts> => ({
  kind: countsKind,
  schema: Counts,
  async receive(work, { from, body }) {
    if (!(await makesNationalFigures(work))) refuse('not-allowed', 'no-national-figures-here')
    const definition = desk.definitions.find(body.definition)
    if (definition?.version !== body.version) return refuse('invalid', 'other-definition')
    const kind = await kindOf(work, from)
    if (!kind || !definition.publishedBy.includes(kind)) refuse('not-allowed', 'not-asked')
    const period = periodFrom(body.period)
    if (!period || lengthOf(period) !== definition.period) return refuse('invalid', 'other-period')
    if (!mayBeCounted(period, dutchDay(work.now))) refuse('invalid', 'period-not-over')
    if (!hasExactly(codesOf(desk, definition), body.cells)) refuse('invalid', 'other-cells')
    const last = await findLastReceived(work, { ...body, from })
    if (last !== undefined && body.number <= last) refuse('conflict', 'number-taken')
    const id = newId()
    await insertAllReceived(work, [
      {
        id,
        from_id: from,
        definition: definition.id,
        definition_version: definition.version,
        period: period.code,
        number: body.number,
        ...(await sealReceived(work, desk.keyring, id, body.cells)),
      },
    ])
    const details = { from, definition: definition.id, period: period.code, number: body.number }
    work.audit({ act: 'figures.receive', subject: id, details })
  },
  async settled(work, { about, receipt }) {
    if (!about) return
    const because = receipt.outcome === 'refused' ? receipt.because : null
    await settleCount(work, about, { state: receipt.outcome, because })
    work.audit({ act: `figures.${receipt.outcome}`, subject: about })
  },
})
