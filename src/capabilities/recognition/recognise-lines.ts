import { z } from 'zod'
import { languages } from '#platform/language.ts'
import { type Recogniser, recognise } from './recognise.ts'
import { longestText } from './tokenise.ts'

const line = z.object({ id: z.string(), text: z.string(), lang: z.enum(languages).optional() })

/** A line may be this many characters: a text of the greatest length with every sign escaped. */
export const longestLine = longestText * 6 + 1000

function idOf(value: unknown): string | null {
  const id = value !== null && typeof value === 'object' && 'id' in value ? value.id : null
  return typeof id === 'string' ? id : null
}

function answer(recogniser: Recogniser, input: string, number: number): object {
  if (input.length > longestLine) return { id: null, error: 'the line is too long', line: number }
  let value: unknown
  try {
    value = JSON.parse(input)
  } catch {
    return { id: null, error: 'the line is not JSON', line: number }
  }
  const read = line.safeParse(value)
  if (!read.success) {
    const issue = read.error.issues[0]
    const error = `${issue?.path.join('.') || 'line'}: ${issue?.message ?? 'not as expected'}`
    return { id: idOf(value), error, line: number }
  }
  const { id, text, lang } = read.data
  if (text.length > longestText) return { id, error: 'text: is too long', line: number }
  const { language, hits } = recognise(recogniser, text, lang)
  const signals = hits.map(({ signal, spans, negated }) => ({ signal, spans, negated }))
  return { id, lang: language, signals }
}

/**
 * JSON lines in, JSON lines out: `{"id","text","lang"?}` gives `{"id","lang","signals"}`; a line
 * that cannot be read gives `{"id","error","line"}` and the run goes on. Empty lines are skipped.
 */
export async function recogniseLines(
  recogniser: Recogniser,
  input: AsyncIterable<string>,
  write: (line: string) => void,
): Promise<void> {
  let number = 0
  for await (const text of input) {
    number++
    if (text.trim() !== '') write(JSON.stringify(answer(recogniser, text, number)))
  }
}
