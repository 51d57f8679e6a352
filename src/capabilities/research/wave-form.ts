import { z } from 'zod'
import { type FormResult, listOf, readForm, type Typed, textOf } from '#platform/form.ts'
import { readDatedForm } from '#platform/typed-date.ts'
import { neededLine } from '#platform/typed-text.ts'
import { csvRows, decodeList, UnreadableList } from './csv.ts'
import type { WaveDraw } from './draw-wave.ts'
import { strataBy } from './frame.ts'
import type { WaveContent } from './make-wave.ts'
import { longest } from './wave.ts'

/** The form of a new wave. Messages are codes. `known` are names of questionnaires, `today` is an ISO date. */
export function readWaveForm(
  typed: Typed,
  known: readonly string[],
  today: string,
): FormResult<WaveContent> {
  const form = z.object({
    title: neededLine(longest.title, 'title-missing'),
    questionnaire: z
      .string('questionnaire-missing')
      .refine((name) => known.includes(name), 'questionnaire-missing'),
    closesOn: z.string().refine((day) => day === '' || day > today, 'day-past'),
  })
  return readDatedForm(form, typed, { closesOn: 'needed' })
}

const number = (lowest: number, strange: string) =>
  z
    .string(strange)
    .trim()
    .regex(/^\d{1,6}$/, strange)
    .transform(Number)
    .pipe(z.number().min(lowest, strange))

const drawForm = z
  .object({
    seed: neededLine(longest.seed, 'seed-missing'),
    size: number(1, 'size-strange'),
    least: number(0, 'least-strange'),
    by: z.array(z.enum(strataBy)).min(1, 'by-missing'),
    steps: z
      .string()
      .transform((text) =>
        text
          .split(',')
          .map((each) => each.trim())
          .filter(Boolean),
      )
      .pipe(
        z
          .array(z.string().regex(/^\d{1,6}$/, 'steps-strange'))
          .max(10, 'steps-strange')
          .transform((all) => all.map(Number)),
      )
      .refine((all) => all.every((each, index) => each > (all[index - 1] ?? 0)), 'steps-strange'),
  })
  // Without steps every school would be of the same unknown size.
  .refine(({ by, steps }) => !by.includes('size') || steps.length > 0, {
    path: ['steps'],
    message: 'steps-missing',
  })

/** How the sample is drawn. Whatever is divided by stands in the order of the program, the kind first. */
export function readDrawForm(typed: Typed): FormResult<WaveDraw> {
  const by = strataBy.filter((part) => listOf(typed, 'by').includes(part))
  const read = readForm(drawForm, {
    ...typed,
    by,
    least: textOf(typed, 'least') || '0',
    steps: textOf(typed, 'steps'),
  })
  return read.ok ? read : { ...read, typed }
}

/** The signs of a half: what people put between them does not count. */
const signsOf = (typed: string): string => typed.replaceAll(/[\s-]/g, '')

export type HalfFault =
  | { readonly because: 'missing' }
  | { readonly because: 'length'; readonly signs: number }
  | { readonly because: 'sign'; readonly sign: string; readonly at: number }

/** What can be seen to be wrong in a half without the key; nothing when it has the shape of one. */
export function faultInHalf(typed: string): HalfFault | undefined {
  const signs = signsOf(typed)
  if (signs === '') return { because: 'missing' }
  const at = [...signs].findIndex((sign) => !/[0-9a-f]/i.test(sign))
  if (at >= 0) return { because: 'sign', sign: [...signs][at] ?? '', at: at + 1 }
  return signs.length === 64 ? undefined : { because: 'length', signs: signs.length }
}

const mail = /^[^\s@<>"(),:;]{1,64}@[a-z0-9-]+(\.[a-z0-9-]+)+$/i

/** Mail addresses by the code of a location, or why there are none: the columns are not there, or of which line one is wrong. */
export function addressesIn(
  bytes: Uint8Array,
):
  | ReadonlyMap<string, string>
  | { readonly because: 'columns' | 'address'; readonly line: number } {
  try {
    const [head, ...rows] = [...csvRows(decodeList(bytes))]
    const names = head?.cells.map((name) => name.toUpperCase()) ?? []
    const [code, address] = [names.indexOf('VESTIGINGSCODE'), names.indexOf('MAILADRES')]
    if (code < 0 || address < 0) return { because: 'columns', line: 1 }
    const pairs = rows.flatMap(({ line, cells }) => {
      const to = cells[address] ?? ''
      return to === '' ? [] : [{ line, school: (cells[code] ?? '').toUpperCase(), to }]
    })
    const strange = pairs.find(({ to }) => to.length > 120 || !mail.test(to))
    if (strange) return { because: 'address', line: strange.line }
    return new Map(pairs.map(({ school, to }) => [school, to]))
  } catch (error) {
    if (error instanceof UnreadableList) return { because: 'columns', line: error.line }
    throw error
  }
}
