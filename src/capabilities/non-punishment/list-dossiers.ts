import { isoInstant } from '#platform/dates.ts'
import type { Work } from '#platform/work.ts'
import type { DossierDesk } from './desk.ts'
import { openDossierKey, places } from './dossier-key.ts'
import type { DossierWords } from './dossier-words.ts'
import { prosecutor } from './find-dossier.ts'
import type { DossierState, News } from './non-punishment.ts'
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
  readonly news: News
}

const onPage = 50

export type DossierPage = {
  readonly lines: readonly DossierLine[]
  /** where the next page goes on; nothing on the last one */
  readonly next: string | undefined
}

/** Only the signs that a reference has, so that nothing else is looked for. */
const codeIn = (typed: string): string =>
  typed
    .toUpperCase()
    .replaceAll(/[^0-9A-Z-]/g, '')
    .slice(0, 20)

type Asked = { readonly before?: string | undefined; readonly reference?: string }

/** A page of the dossiers that this person may see, the newest first; or those with this in their reference. */
export async function listDossiers(
  work: Work,
  desk: DossierDesk,
  { before, reference = '' }: Asked = {},
): Promise<DossierPage> {
  const actor = prosecutor(work)
  const code = codeIn(reference) || undefined
  const found = await listDossierRows(work, actor, { most: onPage + 1, before, code })
  const rows = found.slice(0, onPage)
  const next = found.length > onPage ? rows.at(-1)?.id : undefined
  const names = await desk.namesOf(work, [...new Set(rows.map(({ handler_id }) => handler_id))])
  work.audit({ act: 'dossier.list', details: { count: rows.length } })
  const lines = await Promise.all(
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
        news: { assessment: row.news_assessment, recall: row.news_recall },
      }
    }),
  )
  return { lines, next }
}
