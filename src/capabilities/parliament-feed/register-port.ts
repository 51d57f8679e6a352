import type { Work } from '#platform/work.ts'

/** What of some papers and numbers stands in the register already. */
export type KnownHere = {
  /** by reference, the page where the paper can be read, without the language */
  readonly papers: ReadonlyMap<string, string>
  /** that were raised there, as this ministry keeps them */
  readonly items: readonly {
    readonly id: string
    readonly kind: string
    readonly raisedIn: string | undefined
  }[]
}

/** What accountability says of its register; given in app.ts. */
export type Register = {
  /** five digits each */
  readonly dossiers: readonly string[]
  /** what is known of these papers and numbers, to this ministry or to everybody */
  readonly known: (work: Work, references: readonly string[]) => Promise<KnownHere>
  /** puts something in the register, as the person of this work; answers its id */
  readonly addItem: (
    work: Work,
    found: {
      readonly kind: 'motion' | 'questions' | 'commitment'
      readonly says: string
      readonly raisedOn: string | undefined
      /** the best first */
      readonly references: readonly string[]
    },
  ) => Promise<string>
  readonly itemPath: (id: string) => string
}
