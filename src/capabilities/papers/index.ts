/** Door of the capability `papers`: a parliamentary paper as read, and how papers are named. */
export { findReferences } from './find-references.ts'
export type { KnownNames } from './known-name.ts'
export { readArticle } from './law-article.ts'
export { checkNames, loadNames } from './names-pack.ts'
export type {
  Commitment,
  CommitmentKind,
  Deadline,
  DossierEntry,
  Motion,
  Paper,
  QuestionLetter,
  Reference,
  Span,
} from './paper.ts'
export { type PaperKind, paperKinds } from './paper.ts'
export { readPaperInThread } from './read-in-thread.ts'
export { readPaper, readPaperFile } from './read-paper.ts'
export { parliamentaryYear, printReference, type Referent, readReference } from './reference.ts'
export { dossierName, referenceAddress, referenceName } from './reference-name.ts'
export { UnreadablePaper, type WhyUnreadable } from './unreadable.ts'
export { words as paperWords } from './words.ts'
