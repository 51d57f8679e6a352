/** What accountability says of its register; given in app.ts. */
export type Register = {
  /** five digits each */
  readonly dossiers: readonly string[]
  /** the page of a paper, without the language; nothing when it does not stand in the register */
  readonly paperPath: (reference: string) => string | undefined
}
