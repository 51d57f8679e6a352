/** Door of the capability `papers`: a parliamentary paper as read. */
export { readPaperFile } from './read-paper.ts'
export { UnreadablePaper } from './unreadable.ts'
export { words as paperWords } from './words.ts'
