import type { Work } from '#platform/work.ts'

/** What an intervision asks of the cases: the door of that capability, as app.ts hands it in. */
export type CaseDoor = {
  /** refuses `not-found` for anybody outside the circle */
  find(
    work: Work,
    caseId: string,
  ): Promise<{ code: string; state: 'open' | 'closed'; mayDecide: boolean }>
  listOwn(
    work: Work,
  ): Promise<
    readonly { id: string; code: string; name: string | undefined; state: 'open' | 'closed' }[]
  >
  writeEntry(work: Work, caseId: string, entry: CaseEntry): Promise<string>
  addTask(work: Work, caseId: string, task: CaseTask): Promise<string>
}

type From = { readonly capability: 'intervision'; readonly id: string }

export type CaseEntry = { readonly happenedOn?: string; readonly moment?: string; readonly from: From } & (
  | { kind: 'fact'; text: string; source: string; origin: 'own' | 'hearsay' | 'both' }
  | { kind: 'interpretation'; text: string; innocent: readonly string[] }
  | { kind: 'decision'; text: string; reasons: string; not: boolean }
)

type CaseTask = {
  readonly title: string
  readonly ownerId: string
  readonly dueOn: string
  readonly clock: 'agreement'
  readonly from: From
}
