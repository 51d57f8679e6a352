import type { Bilingual } from '#platform/language.ts'
import type { Work } from '#platform/work.ts'

/** Which figure: of which definition, over which period, and which cell of its table (`kind=debt`, or `all`). */
export type FigureRef = {
  readonly definition: string
  readonly version: number
  readonly period: string
  readonly cell: string
}

/** A published figure as it stands now. */
export type FigureNow = {
  readonly ref: FigureRef
  readonly title: Bilingual
  /** nothing: it may not be told */
  readonly value: number | undefined
  readonly edition: number
  /** ISO date */
  readonly publishedOn: string
  /** how many organisations published, of how many that are asked to */
  readonly organisations: { readonly published: number; readonly of: number }
  /** SHA-256 of the canonical JSON of the edition, as hexadecimal digits */
  readonly hash: string
  /** the public page that says what is counted, without the language */
  readonly path: string
}

/** What a letter asks of whoever publishes figures; `app.ts` hands it over. */
export type FigureSource = {
  list(work: Work): Promise<readonly FigureNow[]>
  read(work: Work, ref: FigureRef): Promise<FigureNow | undefined>
  /** the edition as JSON: definition, version, period, cells as published, organisations */
  evidence(work: Work, ref: FigureRef): Promise<unknown>
}

export const sameFigure = (one: FigureRef, other: FigureRef): boolean =>
  one.definition === other.definition &&
  one.version === other.version &&
  one.period === other.period &&
  one.cell === other.cell

/** One text for a figure, as forms send it; `refOf` reads it back. */
export const keyOf = ({ definition, version, period, cell }: FigureRef): string =>
  [definition, version, period, cell].join('|')
