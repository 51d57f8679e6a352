import type { FigureRef } from '#capabilities/figures/index.ts'

export const sameFigure = (one: FigureRef, other: FigureRef): boolean =>
  one.definition === other.definition &&
  one.version === other.version &&
  one.period === other.period &&
  one.cell === other.cell

/** One text for a figure, as forms send it; `figureIn` reads it back. */
export const keyOf = ({ definition, version, period, cell }: FigureRef): string =>
  [definition, version, period, cell].join('|')
