import type { Kept } from './row.ts'

/** One row of a page: read, deleted by the House, or set apart because we do not know its shape. */
export type Item = {
  /** nothing when even that could not be read */
  readonly id: string | undefined
  readonly stamp: string | undefined
  readonly is:
    | { readonly kind: 'kept'; readonly kept: Kept }
    | { readonly kind: 'deleted' }
    | { readonly kind: 'apart'; readonly because: string }
}

/** A page as the House served it, in its order. */
export type Page = {
  readonly items: readonly Item[]
  /** where more is, as it was given */
  readonly next: string | undefined
  /** a feed says with this where to go on another time: there is no more now */
  readonly resume: string | undefined
  /** how many rows the question has in all */
  readonly count: number | undefined
}

/** Cut off, not JSON, not Atom: the same page may well be whole the next time. */
export class BrokenPage extends Error {}
