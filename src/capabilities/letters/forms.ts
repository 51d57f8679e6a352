import { z } from 'zod'
import type { FigureRef } from '#capabilities/figures/index.ts'
import { readReference } from '#capabilities/papers/index.ts'
import { type FormResult, listOf, readForm, type Typed, textOf } from '#platform/form.ts'
import { isId } from '#platform/ids.ts'
import { line, lines, neededLine } from '#platform/typed-text.ts'
import {
  type AnsweredNumber,
  type LetterFrame,
  letterParts,
  longest,
  numberReasons,
} from './letter.ts'

/** "36 600 VI" and "36600-VI" are one dossier. */
const dossier = (text: string): string =>
  text.replace(/^(\d{2})[\s.]?(\d{3})/, '$1$2').replace(/^(\d{5})\s+/, '$1-')

const isDossier = (text: string): boolean => readReference(`kst-${text}-1`)?.kind === 'kst'
const isReference = (text: string): boolean => readReference(text) !== null

const frameForm = z.object({
  title: neededLine(longest.title, 'title-missing'),
  dossiers: lines({ most: longest.dossiers, tooMany: 'too-many-dossiers' })
    .transform((all) => all.map(dossier))
    .refine((all) => all.every(isDossier), 'dossier-strange'),
  previous: line(60).refine((id) => id === '' || isReference(id), 'reference-strange'),
  discharged: z.preprocess(
    (given) => (given === undefined ? [] : [given].flat()),
    z.array(z.string().max(80)).max(100),
  ),
  vouched: lines({ most: longest.vouched, tooMany: 'too-many-vouched' }).refine(
    (all) => all.every(isReference),
    'reference-strange',
  ),
}) satisfies z.ZodType<Omit<LetterFrame, 'answered'>>

/** The form of title, dossiers and what is discharged; `known` says of an id whether there is such an item. */
export function readFrameForm(
  typed: Typed,
  known: (id: string) => boolean,
): FormResult<LetterFrame> {
  const read = readForm(frameForm, typed)
  if (!read.ok) return read
  const discharged = read.value.discharged.filter(known)
  return { ok: true, value: { ...read.value, discharged, answered: answersIn(typed) } }
}

export const beginForm = frameForm.pick({ title: true, dossiers: true, previous: true })

const blockForm = z.object({
  heading: line(longest.heading),
  text: z.string('too-long').trim().max(longest.text, 'too-long'),
})

/** The form of one piece; what was answered about numbers is read from as many fields as there are. */
export function readBlockForm(typed: Typed) {
  const read = readForm(blockForm, typed)
  if (!read.ok) return read
  return { ok: true as const, value: { ...read.value, answered: answersIn(typed) } }
}

export const partForm = z.object({ part: z.enum(letterParts, 'choose-part') })

/** The fields of the nth number that was typed beside a word for people. */
export const answerFields = (nth: number) => ({
  words: `number-${nth}`,
  because: `number-${nth}-because`,
  where: `number-${nth}-where`,
})

/** More than this stand in no piece of a letter. */
const mostNumbers = 200

type Given = Readonly<Record<keyof ReturnType<typeof answerFields>, string>>

/** What was said of numbers, whole or not. */
function givenIn(typed: Typed): readonly Given[] {
  const all = Array.from({ length: mostNumbers }, (_, at) => {
    const { words, because, where } = answerFields(at + 1)
    return {
      words: textOf(typed, words),
      because: textOf(typed, because),
      where: textOf(typed, where).trim().slice(0, longest.where),
    }
  })
  return all.filter(({ words }) => words !== '')
}

const answersIn = (typed: Typed): readonly AnsweredNumber[] =>
  givenIn(typed).flatMap(({ words, because, where }) => {
    const reason = numberReasons.find((one) => one === because)
    // Published already: but where? Without that it is no answer.
    if (!reason || (reason === 'public' && where === '')) return []
    return [{ words, because: reason, where: reason === 'public' ? where : '' }]
  })

/** What was said of numbers beside the numbers as they stand now: one that came in between takes no answer of another. */
export function answersInPlace(typed: Typed, numbers: readonly string[]): Typed {
  return { ...typed, ...answerFieldsOf(numbers, givenIn(typed)) }
}

/** Answers as the fields of a form, in the order of these numbers; nothing where nobody answered. */
export const answerFieldsOf = (
  numbers: readonly string[],
  given: readonly { readonly words: string; readonly because: string; readonly where: string }[],
): Typed =>
  Object.fromEntries(
    numbers.flatMap((words, at) => {
      const fields = answerFields(at + 1)
      const said = given.find((one) => one.words.toLowerCase() === words.toLowerCase())
      return [
        [fields.because, said?.because ?? ''],
        [fields.where, said?.where ?? ''],
      ]
    }),
  )

/** The version that somebody read before writing. */
export const readIn = (typed: Typed, name = 'read'): number =>
  Number(/^\d{1,9}$/.exec(textOf(typed, name))?.[0] ?? 0)

/** A figure as the form sends it (`keyOf`). */
export function figureIn(typed: Typed): FigureRef | undefined {
  const [definition, version, period, cell, more] = textOf(typed, 'figure').split('|')
  const isNumber = /^\d{1,6}$/.test(version ?? '')
  if (!definition || !period || !cell || more !== undefined || !isNumber) return undefined
  return { definition, version: Number(version), period, cell }
}

/** The form brings the id of the piece that it adds. */
export const newIdIn = (typed: Typed): string | undefined => {
  const id = listOf(typed, 'id')[0] ?? ''
  return isId(id) ? id : undefined
}
