export { checkKnowledge } from './check-knowledge.ts'
export type { ConversationQuestion, ConversationTheme } from './conversation-pack.ts'
export { Edition } from './edition.ts'
export { explainedWord } from './explained-word.ts'
export type { Advice, AdviceStep, ConversationRule, HelpLine, LineStatus, Reader } from './help.ts'
export { adviceSteps, readers } from './help.ts'
export { linesById, linesInDanger, linesInShort } from './help-lines.ts'
export type { Knowledge } from './knowledge.ts'
export { loadKnowledge } from './load-knowledge.ts'
export type { AskedKind, MapFrame, Method, MethodPhase } from './method-pack.ts'
export { askedKinds } from './method-pack.ts'
export { knowledgeNavigation } from './navigation.ts'
export { editionLine, editionName, origin, sourceList } from './origin.ts'
export { type Collection, type Pack, readCollection, readPack, yamlFiles } from './packs.ts'
export {
  formatProblem,
  formatProblems,
  inReadingOrder,
  type Path,
  type Problem,
} from './problem.ts'
export { Mark, provenance, type Source, SourcesFile, sourced } from './provenance.ts'
export { doubles, unknownSources, unsourced } from './references.ts'
export { knowledgeRoutes } from './routes.ts'
export type { Basis, Category, Form, Observer, Signal, Statement } from './signal-pack.ts'
export type { Term } from './term.ts'
export { BilingualText, Code, Words } from './texts.ts'
export type { YamlFile } from './yaml-file.ts'
