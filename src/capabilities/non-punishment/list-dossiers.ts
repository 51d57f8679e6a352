import { isoInstant } from '#platform/dates.ts'
import type { Work } from '#platform/work.ts'
import type { DossierDesk } from './desk.ts'
import { openDossierKey, places } from './dossier-key.ts'
import type { DossierWords } from './dossier-words.ts'
import { prosecutor } from './find-dossier.ts'
import type { DossierState } from './non-punishment.ts'
import { listDossierRows } from './store.ts'

/** One line of the list: every field is named here, none comes along by accident. */
export type DossierLine = {
  readonly id: string
  readonly code: string
  readonly state: DossierState
  readonly name: string
  readonly question: string
  readonly openedAt: string
  readonly handler: string | undefined
  /** whoever handled it is gone: somebody takes it over */
  readonly handlerGone: boolean
}

/** More is searched for, not scrolled through. */
const most = 200

/** The dossiers that this person may see, the newest first. */
export async function listDossiers(work: Work, desk: DossierDesk): Promise<readonly DossierLine[]> {
  const actor = prosecutor(work)
  const rows = await listDossierRows(work, actor, most)
  const names = await desk.namesOf(work, [...new Set(rows.map(({ handler_id }) => handler_id))])
  work.audit({ act: 'dossier.list', details: { count: rows.length } })
  return Promise.all(
    rows.map(async (row) => {
      const seal = await openDossierKey(work, desk.keyring, row)
      const { name, question } = seal.open<DossierWords>(places.head, row.content)
      return {
        id: row.id,
        code: row.code,
        state: row.state,
        name,
        question,
        openedAt: isoInstant(row.opened_at),
        handler: names.get(row.handler_id),
        handlerGone: row.handler_gone,
      }
    }),
  )
}
