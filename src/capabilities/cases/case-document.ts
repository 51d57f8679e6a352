/** A document or image in a case. Pure: facts in, an answer out. */

/** Signs of what somebody says about a document. */
export const longestNote = 500
/** Documents in one case, those that were removed included. */
export const mostDocuments = 500

/** The sealed words of a document, which go with it. */
export type DocumentWords = {
  readonly name: string
  /** what it is and where it came from */
  readonly note: string
}

/** Removing is for who decides, and for who put it there: the wrong file may hold somebody else's secrets. */
export const mayRemoveDocument = (
  { addedBy, removed }: { readonly addedBy: string; readonly removed: boolean },
  { personId, mayDecide }: { readonly personId: string; readonly mayDecide: boolean },
): boolean => !removed && (mayDecide || addedBy === personId)
