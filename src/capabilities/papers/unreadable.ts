export type WhyUnreadable =
  | 'missing'
  | 'no-file'
  | 'empty'
  | 'too-large'
  | 'pdf'
  | 'not-text'
  | 'encoding'
  | 'unknown-encoding'
  | 'malformed'
  | 'entities'
  | 'too-deep'
  | 'too-much'
  | 'no-paper'

/** A file that gives no paper. `detail` is for whoever mends the file: a line and column, or an encoding. */
export class UnreadablePaper extends Error {
  readonly why: WhyUnreadable
  readonly detail: string

  constructor(why: WhyUnreadable, detail = '') {
    super(detail ? `${why}: ${detail}` : why)
    this.why = why
    this.detail = detail
  }
}
