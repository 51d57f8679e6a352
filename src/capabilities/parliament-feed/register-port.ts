import type { Work } from '#platform/work.ts'

/** What accountability says of its register; given in app.ts. */
export type Register = {
  /** five digits each */
  readonly dossiers: readonly string[]
  /** the page of a paper, without the language; nothing when it does not stand in the register */
  readonly paperPath: (reference: string) => string | undefined
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
