import type { Named } from './known-name.ts'

/** A place in the extracted text: UTF-16 offsets, the end not included. */
export type Span = { readonly start: number; readonly end: number }

/** Everything that was found says where, and whether a person must confirm it. */
export type Find = {
  readonly span: Span
  /** true where the rule may be wrong here: a person looks at the text before it counts */
  readonly uncertain: boolean
}

/** What Parliament calls it. `onbekend`: the heading has none of these words. */
export const paperKinds = [
  'motie',
  'gewijzigde motie',
  'nader gewijzigde motie',
  'amendement',
  'brief',
  'antwoord',
  'verslag',
  'lijst van vragen en antwoorden',
  'nota',
  'memorie van toelichting',
  'onbekend',
] as const
export type PaperKind = (typeof paperKinds)[number]

/** One of the files of Parliament that the paper lies in, and its number there. */
export type DossierEntry = Find & {
  /** five digits, with the budget chapter behind it: `29240`, `36600-VI` */
  readonly dossier: string
  /** null where a draft has no number yet */
  readonly nr: string | null
  readonly title: string
}

export type Author = Find & {
  readonly name: string
  /** `lid` for a member; else the office as it is signed */
  readonly role: string
  readonly onBehalfOf?: string
}

export type Reference = Find & {
  /** normalised, see `reference.ts` */
  readonly id: string
  readonly kind: string
  /** further places of the same reference */
  readonly also: readonly Span[]
}

export type LawArticle = Find & {
  /** `art. 22b lid 1 Sr` */
  readonly id: string
  readonly also: readonly Span[]
}

/** A moment that was named, and the days it can be; null where the text leaves that open. */
export type Deadline = Find & {
  readonly text: string
  /** ISO date, first and last day that fit */
  readonly from: string | null
  readonly until: string | null
  /** for what comes back: `jaarlijks` */
  readonly every: string | null
}

export type Request = { readonly to: string; readonly text: string; readonly span: Span }

export type Motion = Find & {
  /** the paper is the motion, or speaks of it */
  readonly part: 'own' | 'mentioned'
  /** null where no number stands beside it */
  readonly id: string | null
  readonly by: readonly string[]
  /** ISO date */
  readonly date: string | null
  readonly requests: readonly Request[]
  /** the motion whose place it takes */
  readonly replaces: string | null
  readonly also: readonly Span[]
}

/**
 * `discharged`: this paper says that it is kept now. `repeated`: promised before, and still to come. `new`: promised
 * here. `intended`: less than a promise. `standing`: what comes back, such as each year.
 */
export type CommitmentKind = 'discharged' | 'repeated' | 'new' | 'intended' | 'standing'

export type Commitment = Find & {
  readonly kind: CommitmentKind
  /** the sentence, or the sentences, that say it */
  readonly what: string
  readonly to: string | null
  readonly deadline: Deadline | null
  /** the number of Parliament's own list, `TZ202306-026` */
  readonly number: string | null
  readonly references: readonly string[]
}

export type QuestionLetter = Find & {
  readonly number: string
  /** ISO date; null where only the number is named */
  readonly date: string | null
  readonly by: readonly { readonly name: string; readonly party: string }[]
}

/** What one text says. `text` is what all spans point into. */
export type Paper = {
  readonly id: string | null
  readonly kind: PaperKind
  readonly title: string | null
  /** the line in capitals under the number */
  readonly heading: string | null
  /** ISO date */
  readonly date: string | null
  /** `2019-2020`, as printed; null where it is not printed */
  readonly parliamentaryYear: string | null
  readonly dossiers: readonly DossierEntry[]
  readonly authors: readonly Author[]
  readonly addressee: string | null
  /** for an answer: the letter with the questions */
  readonly questionLetter: QuestionLetter | null
  readonly headings: readonly { readonly text: string; readonly span: Span }[]
  readonly references: readonly Reference[]
  readonly motions: readonly Motion[]
  /** what who writes takes upon them */
  readonly commitments: readonly Commitment[]
  /** what is said to come, of papers to Parliament and of talks, without anybody who promises it */
  readonly promises: readonly Commitment[]
  readonly deadlines: readonly Deadline[]
  readonly lawArticles: readonly LawArticle[]
  readonly programmes: readonly Named[]
  readonly organisations: readonly Named[]
  /** false where a motion has no end: a text that was cut off */
  readonly complete: boolean
  readonly text: string
}
