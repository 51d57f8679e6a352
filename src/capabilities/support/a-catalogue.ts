import type { CatalogueEdition } from './catalogue-edition.ts'
import type { Intervention } from './intervention.ts'

const own = { mark: 'own' as const, sources: [] as string[] }
const text = (nl: string) => ({ nl, en: nl })

/** For tests: an intervention that does not exist, of which nothing is known. */
export const anIntervention = (change: Partial<Intervention> = {}): Intervention => ({
  id: 'verzonnen-hulp',
  name: text('Verzonnen hulp'),
  inLetter: false,
  summary: { text: text('Bestaat niet.'), ...own },
  age: null,
  groups: null,
  schoolTypes: null,
  goals: null,
  form: null,
  duration: null,
  provider: null,
  where: null,
  ended: null,
  recognition: { status: 'none-found', text: text('Niets gevonden.'), ...own, levels: [] },
  evidence: [],
  cautions: [],
  generalCautions: [],
  gaps: [],
  ...change,
})

export const someWords = {
  levels: ['eerste', 'tweede', 'derde'].map((id) => ({
    id,
    name: text(id),
    explanation: text(id),
    ...own,
  })),
  groups: (
    [
      ['iedereen', 'everybody'],
      ['boos', 'pupils'],
      ['ouders', 'others'],
    ] as const
  ).map(([id, who]) => ({ id, who, name: text(id), ...own })),
  questions: [
    { id: 'rust', text: text('Rust'), goals: ['rust'], ...own },
    { id: 'los', text: text('Loskomen'), goals: [], ...own },
  ],
} satisfies Pick<CatalogueEdition, 'levels' | 'groups' | 'questions'>

/** Everything is known of it, and everything fits the first of `someWords`. */
export const aKnownIntervention = (change: Partial<Intervention> = {}): Intervention =>
  anIntervention({
    age: { from: 9, to: 12, ...own },
    groups: { codes: ['boos'], text: text('Boos'), ...own },
    goals: { codes: ['rust'], text: text('Rust'), ...own },
    where: { places: ['Waterrade'], nationwide: false, onlyHere: true, text: text('Daar'), ...own },
    recognition: {
      status: 'recognised',
      text: text('Erkend.'),
      ...own,
      levels: [{ level: 'tweede', date: '2020-01-02', by: null, ...own }],
    },
    ...change,
  })
