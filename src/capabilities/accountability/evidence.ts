import { isReference } from './reference.ts'

/** The name of a paper, or an https address; nothing is right as well. */
export const isEvidence = (given: string): boolean =>
  given === '' || isReference(given) || (/^https:\/\/[^\s<>"]+$/.test(given) && URL.canParse(given))
