import { csvLine, UnreadableList } from './csv.ts'
import { type FrameSchool, makeFrame, type StrataBy } from './frame.ts'
import type { SchoolKind } from './questionnaire.ts'
import { type Allocation, allocate, type Drawn, drawSample, populationsOf } from './sample.ts'
import { type Count, readSchoolList, readSizes } from './school-list.ts'

/** A file as it was given, and what it is called in what is said of it. */
export type GivenFile = { readonly name: string; readonly bytes: Uint8Array }

export type Draw = {
  readonly lists: readonly (GivenFile & { readonly kind: SchoolKind })[]
  readonly sizes: readonly GivenFile[]
  readonly steps: readonly number[]
  readonly by: readonly StrataBy[]
  readonly seed: string
  readonly size: number
  readonly least: number
}

export type DrawnSample = {
  readonly allocations: readonly Allocation[]
  readonly schools: readonly Drawn<FrameSchool>[]
}

/**
 * A sample from the official lists. The same lists, choices and seed give the same sample. Throws `UnreadableList`
 * with file and line, an `Error` for a location in two lists, and a `RangeError` for a size that cannot be.
 */
export function drawFromLists({ lists, sizes, steps, by, seed, size, least }: Draw): DrawnSample {
  const known = new Map<string, Count>()
  for (const file of sizes) {
    for (const [code, count] of reading(file, readSizes)) known.set(code, count)
  }
  const frame = makeFrame({
    lists: lists.map((file) => ({ kind: file.kind, schools: reading(file, readSchoolList) })),
    sizes: known,
    steps,
    by,
  })
  const allocations = allocate(populationsOf(frame), { size, least })
  return { allocations, schools: drawSample(seed, frame, allocations) }
}

function reading<T>({ name, bytes }: GivenFile, read: (bytes: Uint8Array) => T): T {
  try {
    return read(bytes)
  } catch (error) {
    if (error instanceof UnreadableList) error.message = `${name}, ${error.message}`
    throw error
  }
}

/** Who is asked, and behind them their replacements in order, as a file for a spreadsheet. */
export const sampleLines = ({ schools }: DrawnSample): string =>
  [
    csvLine(['stratum', 'order', 'chosen', 'code', 'name', 'municipality', 'province', 'kind']),
    ...schools.map(({ school, order, chosen }) =>
      csvLine([
        school.stratum,
        order,
        chosen ? 'yes' : 'reserve',
        school.code,
        school.name,
        school.municipality ?? '',
        school.province ?? '',
        school.kind,
      ]),
    ),
  ].join('')

/** How many there are of each stratum and how many are asked: what the results are weighed with. */
export const strataLines = ({ allocations }: DrawnSample): string =>
  [
    csvLine(['stratum', 'population', 'sampled']),
    ...allocations.map(({ stratum, population, sampled }) =>
      csvLine([stratum, population, sampled]),
    ),
  ].join('')
