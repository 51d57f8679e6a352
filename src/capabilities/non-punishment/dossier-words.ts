/** What is sealed in a dossier, and the listed values that stand beside it. Pure. */
import type { OrganisationKind } from '#platform/actor.ts'
import type { AssessedElement } from './assessment.ts'

export const laws = ['Sr', 'Opiumwet', 'WWM', 'WVW', 'other'] as const
export type Law = (typeof laws)[number]

export const factKinds = ['fact', 'interpretation', 'decision', 'own-words', 'identity'] as const
export type FactKind = (typeof factKinds)[number]

export const objectionKinds = ['complaint', 'article-12'] as const
export type ObjectionKind = (typeof objectionKinds)[number]

export type DossierWords = {
  /** how the young person is called in this dossier */
  readonly name: string
  /** ISO date, or empty */
  readonly born: string
  /** which question the dossier answers */
  readonly question: string
}

export type OffenceWords = {
  readonly text: string
  /** of another law: which one and which article, as it was typed */
  readonly cited?: string
  /** ISO date, or empty */
  readonly on: string
}

/** Where a fact first came from: the organisation that saw it, and through whom it came. */
export type Origin = {
  readonly organisation: string
  /** what kind of organisation; nothing when it was written down by hand */
  readonly kind?: OrganisationKind
  readonly via: readonly string[]
}

export type FactWords = {
  readonly text: string
  /** who saw or said it */
  readonly source: string
  /** the day or hour in words, when it is not a date */
  readonly moment: string
  /** what else it may be, what speaks against it */
  readonly beside: readonly string[]
  readonly origin: Origin
}

export type StatementWords = {
  readonly text: string
  readonly against: string
  readonly searched: string
}

export type AssessmentWords = {
  readonly by: string
  readonly capacity: string
  /** what was looked at besides facts of this dossier */
  readonly lookedAt: string
  readonly inFavour: string
  readonly against: string
  readonly unknown: string
  readonly conclusion: string
  /** from where it came: the letter, or the organisation that delivered it */
  readonly source: string
  /** what makes this person qualified, since when (ISO date), and how they stand to the case */
  readonly qualification: string
  /** empty: the paper does not say */
  readonly qualifiedOn: string
  readonly involved: string
  /** element by element, instead of the three texts above */
  readonly elements?: readonly AssessedElement[]
}

export type DecisionWords = { readonly reasons: string; readonly clearReasons: string }

export type OutcomeWords = {
  /** of a decision about more offences than one; of older ones it was not asked */
  readonly why?: string
  readonly conditions: string
  readonly technicalTest: string
  readonly earlierGround: string
}

export type NoticeWords = { readonly text: string; readonly why: string }

export type ObjectionWords = {
  readonly text: string
  readonly heardBy: string
  readonly answer: string
}

/** What somebody wrote with an act; which of these are there depends on the act. */
export type EventWords = {
  readonly text?: string
  readonly answer?: 'yes' | 'no'
  /** of exploitation, that were looked at */
  readonly forms?: readonly string[]
  readonly whom?: string
  /** of a worksheet that is ready: the editions of routes, grounds and worksheet at that moment */
  readonly editions?: readonly string[]
  /** of a notice: prepared, sent, or not sent */
  readonly notice?: 'draft' | 'told' | 'not-told'
}
