/** What pupil and parents said of a proposal. Pure. */

/** One voice: what they said and in which words, or why they were not asked. */
export type Voice =
  | { readonly asked: true; readonly said: 'yes' | 'no'; readonly words: string }
  | { readonly asked: false; readonly why: string }

export type Agreement = {
  readonly is16: boolean
  readonly pupil: Voice
  readonly parents: Voice
}

export type Agreed =
  | { readonly ok: true }
  | {
      readonly ok: false
      readonly because: 'pupil-decides' | 'pupil-said-no' | 'parents-said-no' | 'nobody-said-yes'
    }

const said = (voice: Voice, answer: 'yes' | 'no'): boolean => voice.asked && voice.said === answer

/**
 * Whether there is an agreement; our own rule. From 16 the pupil decides, whatever the parents say: so it is
 * for their data (school.md 4.4, INGR), and for help we found no source. Before that nobody's no is passed
 * over, and somebody said yes. A provider may ask for more than this.
 */
export function agreed({ is16, pupil, parents }: Agreement): Agreed {
  if (is16) return said(pupil, 'yes') ? { ok: true } : { ok: false, because: 'pupil-decides' }
  if (said(pupil, 'no')) return { ok: false, because: 'pupil-said-no' }
  if (said(parents, 'no')) return { ok: false, because: 'parents-said-no' }
  return said(pupil, 'yes') || said(parents, 'yes')
    ? { ok: true }
    : { ok: false, because: 'nobody-said-yes' }
}
