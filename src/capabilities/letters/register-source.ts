import type { Work } from '#platform/work.ts'

/** An action of the ministry as its annex shows it, in the words of the letter. */
export type LetterAction = {
  readonly line: string
  readonly title: string
  readonly owner: string
  readonly partners: readonly string[]
  /** ISO dates */
  readonly startsOn: string | undefined
  readonly dueOn: string | undefined
  readonly state: string
  readonly development: string
  readonly nextStep: string
}

/** A motion, a commitment or another item of Parliament. */
export type LetterItem = {
  readonly id: string
  readonly kind: string
  readonly title: string
  readonly state: string
  readonly isDone: boolean
  /** where it was raised, by the name of the paper */
  readonly raisedIn: string | undefined
  /** ISO date */
  readonly raisedOn: string | undefined
  /** its page here, without the language; nothing where the public has none */
  readonly path: string | undefined
}

/** What a letter asks of the register; `app.ts` hands it over. All words are Dutch, as a letter to Parliament is. */
export type RegisterSource = {
  actions(work: Work): Promise<readonly LetterAction[]>
  items(work: Work): Promise<readonly LetterItem[]>
  /** everybody reads a letter from now on that discharges these; `path` is its page here, `on` an ISO date */
  discharge(
    work: Work,
    ids: readonly string[],
    letter: { readonly path: string; readonly on: string },
  ): Promise<void>
  /** which of these papers the register holds, each with its public page here if it has one */
  papers(work: Work, ids: readonly string[]): Promise<ReadonlyMap<string, string | undefined>>
}
