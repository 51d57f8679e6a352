import type { PersonActor } from '#platform/actor.ts'
import { refuse } from '#platform/refusal.ts'
import type { Work } from '#platform/work.ts'
import { mayArrange, mayHaveDossiers, type Standing } from './access.ts'
import type { Basis, DossierState, News } from './non-punishment.ts'
import { findDossierRow } from './store.ts'

/** A dossier as a page may name it: no word of what is in it. */
export type DossierHead = {
  readonly id: string
  readonly code: string
  readonly state: DossierState
  readonly basis: Basis | undefined
  readonly handlerId: string
  readonly mayArrange: boolean
  readonly handlerGone: boolean
  /** what came in since the last decision and that no decision weighed; nothing once it is reopened */
  readonly news: News
}

export type FoundDossier = {
  readonly actor: PersonActor
  readonly row: NonNullable<Awaited<ReturnType<typeof findDossierRow>>>
  readonly head: DossierHead
}

/** Whoever has no business with dossiers finds no such page. */
export const prosecutor = ({ actor }: Pick<Work, 'actor'>): PersonActor =>
  mayHaveDossiers(actor) ? actor : refuse('not-found', 'no-such-page')

/**
 * For whoever may see it; anyone else learns nothing, not even that it exists. Writes no entry in the
 * trail: the act for which it is asked does.
 */
export async function findDossier(work: Work, id: string, lock = false): Promise<FoundDossier> {
  const actor = prosecutor(work)
  const row =
    (await findDossierRow(work, actor, id, lock)) ?? refuse('not-found', 'no-such-dossier')
  const standing: Standing = {
    handlerId: row.handler_id,
    inCircle: row.in_circle,
    forsaken: row.forsaken,
    handlerGone: row.handler_gone,
  }
  return {
    actor,
    row,
    head: {
      id: row.id,
      code: row.code,
      state: row.state,
      basis: row.basis ?? undefined,
      handlerId: row.handler_id,
      mayArrange: mayArrange(actor, standing),
      handlerGone: standing.handlerGone,
      news: { assessment: row.news_assessment, recall: row.news_recall },
    },
  }
}
