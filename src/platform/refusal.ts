/** Why a verb said no. `not-found` also stands for "not for you": the two must look the same. */
export type RefusalKind = 'not-found' | 'not-allowed' | 'conflict' | 'invalid' | 'step-up'

/** A verb's refusal. Everything else that is thrown is a defect. */
export class Refusal extends Error {
  readonly kind: RefusalKind
  /** A code that pages translate, such as 'already-taken-up'. Never personal data. */
  readonly because: string

  constructor(kind: RefusalKind, because: string) {
    super(`${kind}: ${because}`)
    this.name = 'Refusal'
    this.kind = kind
    this.because = because
  }
}

export const refuse = (kind: RefusalKind, because: string): never => {
  throw new Refusal(kind, because)
}
