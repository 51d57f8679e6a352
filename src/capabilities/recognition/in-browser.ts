/** The door for browser modules of other capabilities: only what runs in a browser. */
export { readText } from './explore.ts'
export { type Lexicon, prepareLexicon, type Recogniser } from './recognise.ts'
