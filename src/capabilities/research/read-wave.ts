import { readAnswers } from './answers.ts'
import { csvRows, decodeList, UnreadableList } from './csv.ts'
import type { Questionnaire } from './questionnaire.ts'
import type { Response } from './results.ts'
import type { Allocation } from './sample.ts'

/** The strata of a wave, as `strataLines` writes them. Throws `UnreadableList`. */
export function readStrata(bytes: Uint8Array): readonly Allocation[] {
  const [head, ...rows] = [...csvRows(decodeList(bytes))]
  if (head?.cells.join(' ') !== 'stratum population sampled') {
    throw new UnreadableList(1, 'the columns are not stratum, population and sampled')
  }
  const seen = new Set<string>()
  return rows.map(({ line, cells }) => {
    const [stratum = '', population = '', sampled = ''] = cells
    if (stratum === '' || cells.length !== 3) throw new UnreadableList(line, 'this is no stratum')
    if (seen.has(stratum)) throw new UnreadableList(line, `'${stratum}' is here twice`)
    seen.add(stratum)
    const read = {
      stratum,
      population: numberIn(population, line),
      sampled: numberIn(sampled, line),
    }
    if (read.sampled > read.population) {
      throw new UnreadableList(line, 'more were asked than there are')
    }
    return read
  })
}

function numberIn(cell: string, line: number): number {
  if (/^\d{1,9}$/.test(cell)) return Number(cell)
  throw new UnreadableList(line, `'${cell.slice(0, 40)}' is not a number`)
}

/** Responses, one a line as `{"stratum": …, "answers": {…}}`. Throws `UnreadableList` for the first wrong one. */
export function readResponses(
  questionnaire: Questionnaire,
  bytes: Uint8Array,
): readonly Response[] {
  return decodeList(bytes)
    .split(/\r\n|\r|\n/)
    .flatMap((text, index) =>
      text.trim() === '' ? [] : [responseIn(questionnaire, text, index + 1)],
    )
}

function responseIn(questionnaire: Questionnaire, text: string, line: number): Response {
  const given = jsonIn(text, line)
  const { stratum, answers } = given as { stratum?: unknown; answers?: unknown }
  if (typeof stratum !== 'string' || !isRecord(answers)) {
    throw new UnreadableList(line, 'this is not {"stratum": "…", "answers": {…}}')
  }
  const read = readAnswers(questionnaire, answers)
  if (read.ok) return { stratum, answers: read.answers }
  const wrong = read.wrong.map(({ question, because }) => `${question} (${because})`)
  throw new UnreadableList(line, `these are no answers to it: ${wrong.join(', ')}`)
}

function jsonIn(text: string, line: number): object {
  try {
    const value: unknown = JSON.parse(text)
    if (isRecord(value)) return value
  } catch {
    // told below, like any other value that is no response
  }
  throw new UnreadableList(line, 'this is not JSON of a response')
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
