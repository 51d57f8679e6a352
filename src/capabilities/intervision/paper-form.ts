import { type AskedKind, askedKinds, type MapFrame } from '#capabilities/knowledge/index.ts'
import { type Typed, textOf } from '#platform/form.ts'
import { type Contribution, effects, longestText, mostPerPhase, origins } from './contribution.ts'
import type { Phase } from './intervision.ts'

export const paperField = (kind: AskedKind): string => `${kind}-lines`

/** The kinds of card that a method asks for, each once. */
export const paperKinds = (phases: readonly Phase[]): readonly AskedKind[] =>
  askedKinds.filter((kind) => phases.some(({ asks }) => asks.includes(kind)))

export type PaperCard = { readonly phase: string; readonly contribution: Contribution }

type Read =
  | { readonly ok: true; readonly cards: readonly PaperCard[] }
  | { readonly ok: false; readonly errors: Readonly<Record<string, string>> }

/** Each line as a card of the first phase that asks for its kind. */
export function readPaper(typed: Typed, phases: readonly Phase[], map: MapFrame): Read {
  const errors: Record<string, string> = {}
  const cards: PaperCard[] = []
  const linesOf = (name: string): string[] => {
    const lines = textOf(typed, name)
      .split('\n')
      .map((line) => line.trim())
      .filter(Boolean)
    if (lines.length > mostPerPhase) errors[name] = 'too-many-lines'
    if (lines.some((line) => line.length > longestText)) errors[name] = 'too-long'
    return lines
  }
  const lay = (contribution: Contribution): void => {
    const phase = phases.find(({ asks }) => asks.includes(contribution.kind))
    if (phase) cards.push({ phase: phase.id, contribution })
  }
  for (const kind of paperKinds(phases)) {
    if (kind === 'explanation') {
      for (const text of linesOf('explanation-innocent')) lay({ kind, text, innocent: true })
      for (const text of linesOf('explanation-other')) lay({ kind, text, innocent: false })
    } else if (kind === 'mark') for (const mark of marksIn(typed, map, errors)) lay(mark)
    else if (kind === 'fact') {
      for (const origin of origins) {
        for (const text of linesOf(`fact-${origin}`)) lay({ kind, text, origin, moment: '' })
      }
    } else for (const text of linesOf(paperField(kind))) lay({ kind, text })
  }
  return Object.keys(errors).length > 0 ? { ok: false, errors } : { ok: true, cards }
}

function marksIn(
  typed: Typed,
  { domains, lenses }: MapFrame,
  errors: Record<string, string>,
): Contribution[] {
  return domains.flatMap((domain) =>
    lenses.flatMap((lens): Contribution[] => {
      const name = `map-${domain.id}-${lens.id}`
      const text = textOf(typed, `${name}-text`).trim()
      if (text.length > longestText) errors[`${name}-text`] = 'too-long'
      const effect = effects.find((one) => one === textOf(typed, `${name}-effect`))
      if (text === '' && !effect) return []
      return [
        {
          kind: 'mark',
          text: text || '-',
          domain: domain.id,
          lens: lens.id,
          effect: effect ?? 'unknown',
        },
      ]
    }),
  )
}
