import { z } from 'zod'
import { type FormErrors, readForm, type Typed, textOf } from '#platform/form.ts'
import { isId } from '#platform/ids.ts'
import { longest } from './advice-body.ts'
import type { QuestionWords } from './advice-words.ts'
import type { PagedAct } from './paths.ts'

const needed = (code: string) => z.string(code).trim().min(1, code).max(longest.words, 'too-long')
const optional = z.string().trim().max(longest.words, 'too-long').default('')

/** In the order of the page. */
const question = z.object({
  danger: z.enum(['no', 'yes', 'called'], 'choose-danger'),
  to: z.string('choose-organisation').refine(isId, 'choose-organisation'),
  topic: z.string('topic-missing').trim().min(1, 'topic-missing').max(longest.line, 'too-long'),
  situation: needed('situation-missing'),
  asks: needed('asks-missing'),
})

export type QuestionForm = {
  readonly danger: 'no' | 'yes' | 'called'
  readonly to: string
  readonly words: QuestionWords
}

export type FormRead<T> = { readonly value: T } | { readonly errors: FormErrors }

/** Messages are codes; everything wrong is said at once. */
export function readQuestion(typed: Typed): FormRead<QuestionForm> {
  const read = readForm(question, typed)
  if (!read.ok) return { errors: read.errors }
  const { danger, to, ...words } = read.value
  return { value: { danger, to, words } }
}

const said = z.object({ text: needed('words-missing') })
const closing = z.object({ outcome: needed('outcome-missing'), told: optional })

export type ActForm = { readonly text: string; readonly outcome: string }

/** The form of an act: what the other reads, and with closing also what stays here. */
export function readAct(act: PagedAct, typed: Typed): FormRead<ActForm> {
  if (act === 'close') {
    const read = readForm(closing, typed)
    return read.ok
      ? { value: { text: read.value.told, outcome: read.value.outcome } }
      : { errors: read.errors }
  }
  const read = readForm(said, typed)
  return read.ok ? { value: { text: read.value.text, outcome: '' } } : { errors: read.errors }
}

/** Between what was found, on its way with a form: stands in no name and no number. */
export const seenSeparator = '|'

/** What somebody looked at and leaves in the text; only when they said that they looked. */
export const seenIn = (typed: Typed): readonly string[] =>
  textOf(typed, 'looked') === 'yes' ? textOf(typed, 'seen').split(seenSeparator) : []

/** Fields in which people write; the others are a choice, made again in a second. */
export const written = ['topic', 'situation', 'asks', 'text', 'outcome', 'told'] as const
