import { refuse } from '#platform/refusal.ts'
import type { Work } from '#platform/work.ts'
import { registrar } from './access.ts'
import type { ActionContent, ActionState, Development } from './action.ts'
import { findAction, listActionEvents, listActions } from './actions-store.ts'
import type { ActionEventKind, ActionRow } from './tables.ts'

export type Action = ActionContent & {
  readonly id: string
  readonly state: ActionState
  readonly development: string
  readonly nextStep: string
  readonly version: number
  readonly changedAt: string
}

export type ActionEvent = Development & {
  readonly kind: ActionEventKind
  readonly dueOn: string | undefined
  readonly happenedAt: string
  readonly byPerson: string
}

const actionFrom = (row: ActionRow): Action => ({
  id: row.id,
  line: row.line,
  title: row.title,
  owner: row.owner,
  partners: row.partners,
  items: row.items,
  startsOn: row.starts_on ?? undefined,
  dueOn: row.due_on ?? undefined,
  state: row.state,
  development: row.development,
  nextStep: row.next_step,
  version: row.version,
  changedAt: row.changed_at,
})

/** Every action of this ministry, by the day on which it is due. */
export async function readActions(work: Work): Promise<readonly Action[]> {
  registrar(work)
  const actions = (await listActions(work)).map(actionFrom)
  work.audit({ act: 'action.list', details: { count: actions.length } })
  return actions
}

/** One action, with everything that happened to it, oldest first. */
export async function readAction(
  work: Work,
  id: string,
): Promise<{ readonly action: Action; readonly events: readonly ActionEvent[] }> {
  registrar(work)
  const row = (await findAction(work, id)) ?? refuse('not-found', 'no-such-action')
  const events = await listActionEvents(work, id)
  work.audit({ act: 'action.read', subject: id })
  return {
    action: actionFrom(row),
    events: events.map((event) => ({
      kind: event.kind,
      state: event.state,
      development: event.development,
      nextStep: event.next_step,
      evidence: event.evidence,
      dueOn: event.due_on ?? undefined,
      happenedAt: event.happened_at,
      byPerson: event.by_person,
    })),
  }
}

/** Leave to begin a new action. */
export async function beginAction(work: Work): Promise<void> {
  registrar(work)
  work.audit({ act: 'action.begin' })
}
