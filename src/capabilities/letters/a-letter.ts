import type { FigureNow, FigureRef, FigureSource } from '#capabilities/figures/index.ts'
import { tell } from '#platform/outbox.ts'
import type { TestHouse } from '#tests/a-house.ts'
import type { LetterDesk } from './desk.ts'
import { keyOf } from './figure-ref.ts'

/** A published figure that does not exist. */
export const aFigure = (ref: Partial<FigureRef> = {}): FigureNow => ({
  ref: { definition: 'signals', version: 1, period: '2026-H1', cell: 'all', ...ref },
  title: { nl: 'Verzonnen signalen', en: 'Invented signals' },
  value: 35,
  edition: 2,
  publishedOn: '2026-08-01',
  organisations: { published: 17, of: 24 },
  hash: 'ab'.repeat(32),
  path: '/kennis/cijfers/signals',
})

/** For tests: whatever was put last is published. */
export function aFigureSource(): FigureSource & {
  put(figure: FigureNow): void
  tell(figure: FigureNow, edition: unknown): void
} {
  const published = new Map<string, FigureNow>()
  const editions = new Map<string, unknown>()
  return {
    put: (figure) => void published.set(keyOf(figure.ref), figure),
    tell(figure, edition) {
      published.set(keyOf(figure.ref), figure)
      editions.set(keyOf(figure.ref), edition)
    },
    list: async () => [...published.values()],
    read: async (_work, ref) => published.get(keyOf(ref)),
    evidence: async (_work, ref) => editions.get(keyOf(ref)),
  }
}

/** A register with one line, one item, and the papers that tests name. */
export const aLetterDesk = ({ keyring }: TestHouse, figures: FigureSource): LetterDesk => ({
  figures,
  keyring,
  tell,
  colleagues: async () => [],
  register: {
    actions: async () => [
      {
        ...{ line: 'Verzonnen lijn', title: 'Verzonnen actie', owner: 'Directie Voorbeelden' },
        ...{ partners: ['Verzonnen partner'], startsOn: '2026-01-01', dueOn: undefined },
        ...{ state: 'loopt', development: 'Het is begonnen.', nextStep: 'Verder gaan.' },
      },
    ],
    items: async () => [
      {
        ...{ id: 'motion-1', kind: 'motie', title: 'Verzonnen motie', state: 'in uitvoering' },
        isDone: false,
        ...{
          raisedIn: 'kst-29911-266',
          raisedOn: '2019-12-19',
          path: '/kennis/kamer/punten/motion-1',
        },
      },
    ],
    discharge: async () => {},
    papers: async (_work, ids) =>
      new Map(
        ids
          .filter((id) => /^kst-(29240-120|28638-259|29911-2\d\d)$/.test(id))
          .map((id) => [id, `/kennis/kamer/stukken/${id}`]),
      ),
  },
})
