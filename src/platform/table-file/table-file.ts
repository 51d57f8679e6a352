import type { Language } from '#platform/language.ts'

/** What stands in one cell; nothing where nothing is known. */
export type Cell = string | number | { readonly day: string /* ISO date */ } | undefined

/** A table that leaves as a file: the first row says what the columns are. */
export type TableFile = {
  readonly title: string
  readonly language: Language
  readonly columns: readonly string[]
  readonly rows: readonly (readonly Cell[])[]
}
