import { type FormErrors, type Typed, textOf } from '#platform/form.ts'
import { isId } from '#platform/ids.ts'
import { datePartsOf, typedDate } from '#platform/typed-date.ts'
import { longest } from './preparation.ts'

export type NewAgreement = {
  readonly kind: 'agreement' | 'next-contact'
  readonly text: string
  /** ISO date; with one it becomes a task */
  readonly dueOn: string | undefined
  readonly ownerId: string | undefined
}

/** What is written down of a conversation at once; each kind of thing apart. */
export type NewWords = {
  /** literally, one after another */
  readonly quotes: readonly string[]
  readonly interpretation: { readonly text: string; readonly innocent: string } | undefined
  readonly agreements: readonly NewAgreement[]
  readonly remark: { readonly aboutId: string; readonly text: string } | undefined
}

/** How many fields for own words there are at least, and at most. */
export const quoteFields = { least: 2, most: 20 } as const

export const quoteName = (index: number): string => `quote-${index + 1}`

/** How many fields for own words this form had, with room for one more when it was asked for. */
export function quoteRoom(typed: Typed): number {
  const filled = Array.from({ length: quoteFields.most }, (_, index) => quoteName(index)).filter(
    (name) => typed[name] !== undefined,
  ).length
  const more = typed.more === undefined ? 0 : 1
  return Math.min(Math.max(filled + more, quoteFields.least), quoteFields.most)
}

type Read =
  | { readonly ok: true; readonly value: NewWords }
  | { readonly ok: false; readonly errors: FormErrors }

/**
 * Reads what was written down. Own words are kept as they were typed, with only the air around them taken
 * off. `today` is an ISO date: nothing can be agreed for a day that is gone.
 */
export function newWordsFrom(typed: Typed, today: string): Read {
  const text = (name: string) => textOf(typed, name).trim()
  const errors: Record<string, string> = {}
  const wrong = (name: string, code: string | false | undefined) => {
    if (code) errors[name] ??= code
  }
  const quotes: string[] = []
  for (let index = 0; index < quoteFields.most; index++) {
    const name = quoteName(index)
    wrong(name, text(name).length > longest.words && 'too-long')
    if (text(name) !== '') quotes.push(text(name))
  }
  wrong('thought', text('thought').length > longest.text && 'too-long')
  wrong('thought', text('innocent') !== '' && text('thought') === '' && 'thought-missing')
  wrong('innocent', text('thought') !== '' && text('innocent') === '' && 'innocent-missing')
  wrong('innocent', text('innocent').length > longest.text && 'too-long')
  const agreements = (['agreement', 'next-contact'] as const).flatMap((kind) => {
    const day = typedDate(datePartsOf(typed, `${kind}-on`))
    wrong(`${kind}-on`, !day.ok && day.because)
    wrong(`${kind}-on`, day.ok && day.date !== undefined && day.date < today && 'date-gone')
    wrong(kind, text(kind).length > longest.text && 'too-long')
    const dueOn = day.ok ? day.date : undefined
    const owner = text(`${kind}-owner`)
    wrong(kind, text(kind) === '' && dueOn !== undefined && 'agreement-missing')
    if (text(kind) === '') return []
    return [{ kind, text: text(kind), dueOn, ownerId: isId(owner) ? owner : undefined }]
  })
  wrong('remark', text('remark').length > longest.text && 'too-long')
  wrong('about', text('remark') !== '' && !isId(text('about')) && 'choose-passage')
  if (Object.keys(errors).length > 0) return { ok: false, errors }
  const [thought, innocent] = [text('thought'), text('innocent')]
  return {
    ok: true,
    value: {
      quotes,
      interpretation: thought === '' ? undefined : { text: thought, innocent },
      agreements,
      remark: text('remark') === '' ? undefined : { aboutId: text('about'), text: text('remark') },
    },
  }
}

export const isEmpty = ({ quotes, interpretation, agreements, remark }: NewWords): boolean =>
  quotes.length === 0 && !interpretation && agreements.length === 0 && !remark
