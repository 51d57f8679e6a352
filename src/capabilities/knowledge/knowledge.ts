import type { Bilingual, Language } from '#platform/language.ts'
import type { ConversationFile, ConversationQuestion } from './conversation-pack.ts'
import type { Edition } from './edition.ts'
import type { Advice, ConversationRule, HelpLine, Reader } from './help.ts'
import type { MapFrame, Method } from './method-pack.ts'
import type { Source } from './provenance.ts'
import type {
  Basis,
  Category,
  Form,
  GradeLevel,
  Observer,
  Signal,
  Statement,
  Strength,
} from './signal-pack.ts'
import type { Term } from './term.ts'

/** Everything the packs say, read once at start. Lists stand in the order of the packs. */
export type Knowledge = {
  readonly editions: {
    readonly signals: Edition
    readonly lines: Edition
    readonly advice: Edition
    readonly terms: Edition
  }
  readonly categories: readonly Category[]
  readonly forms: readonly Form[]
  readonly observers: readonly Observer[]
  readonly signals: readonly Signal[]
  /** how to use the list; the things that are not signals; what protects */
  readonly guidance: readonly Statement[]
  readonly vulnerabilities: readonly Statement[]
  readonly protectiveFactors: readonly Statement[]
  readonly lines: readonly HelpLine[]
  readonly conversation: readonly ConversationRule[]
  /** how it is built up, what may be promised, what stays unasked, and questions to choose from */
  readonly conversationGuide: ConversationFile
  readonly terms: readonly Term[]
  /** of intervision, in the order of their files */
  readonly methods: readonly Method[]
  /** empty when no method asks for it */
  readonly map: MapFrame

  findSignal(id: string): Signal | undefined
  findCategory(id: string): Category | undefined
  findForm(id: string): Form | undefined
  findObserver(id: string): Observer | undefined
  /** by the word in the address of a card, such as 'leraar' */
  findObserverBySlug(slug: string): Observer | undefined
  findLine(id: string): HelpLine | undefined
  /** a question of the conversation guide */
  findQuestion(id: string): ConversationQuestion | undefined
  findMethod(id: string): Method | undefined
  findTerm(id: string): Term | undefined
  findSource(key: string): Source | undefined

  signalsFor(observer: string): readonly Signal[]
  /** signals with every word of the text, or words that begin with it; in the order of the pack */
  search(text: string, language: Language): readonly Signal[]
  linesFor(reader: Reader): readonly HelpLine[]
  /** danger, talk, protocol, call: always in this order */
  whatToDo(reader: Reader): readonly Advice[]

  explainBasis(basis: Basis): Bilingual
  explainStrength(strength: Strength): Bilingual
  findGradeLevel(id: string): GradeLevel | undefined
  nameOfSourceKind(kind: string): Bilingual | undefined
}
