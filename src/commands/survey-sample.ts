import {
  type Draw,
  drawFromLists,
  type GivenFile,
  type StrataBy,
  sampleLines,
  schoolKinds,
  strataBy,
  strataLines,
} from '#capabilities/research/index.ts'
import { type Command, optionsFrom, Usage } from './command.ts'
import { givenFile } from './given-file.ts'

const files = { type: 'string', multiple: true } as const
const word = { type: 'string' } as const

export const surveySample: Command = {
  usage:
    '[--po FILE] [--vo FILE] [--mbo FILE] [--sizes FILE --steps 100,250] [--by kind,size,province] --seed WORDS --size NUMBER [--least NUMBER] [--strata]',
  about: {
    nl: 'Trekt een steekproef uit de officiële lijsten van scholen (DUO). Dezelfde lijsten, keuzes en woorden geven dezelfde steekproef. Met --strata: hoeveel scholen er per stratum zijn en gevraagd worden.',
    en: 'Draws a sample from the official lists of schools (DUO). The same lists, choices and words give the same sample. With --strata: how many schools there are and are asked of each stratum.',
  },
  async run(given, { write }) {
    const { values } = optionsFrom(given, {
      ...{ po: files, vo: files, mbo: files, sizes: files },
      ...{ steps: word, by: word, seed: word, size: word, least: word },
      strata: { type: 'boolean' },
    })
    const lists = schoolKinds.flatMap((kind) =>
      (values[kind] ?? []).map((name) => ({ ...asGiven(name), kind })),
    )
    if (lists.length === 0) {
      throw new Usage({ nl: 'Noem een lijst van scholen.', en: 'Name a list of schools.' })
    }
    const seed = values.seed?.trim() ?? ''
    if (seed === '') {
      throw new Usage({
        nl: 'Geef woorden voor de trekking, met --seed.',
        en: 'Give words to draw with, by --seed.',
      })
    }
    const sizes = (values.sizes ?? []).map(asGiven)
    const draw: Draw = {
      ...{ lists, sizes, seed },
      steps: stepsFrom(values.steps),
      by: byFrom(values.by),
      size: numberFrom('size', values.size),
      least: values.least === undefined ? 0 : numberFrom('least', values.least),
    }
    const sample = drawFromLists(draw)
    write(values.strata ? strataLines(sample) : sampleLines(sample))
    return 0
  },
}

const asGiven = (name: string): GivenFile => ({ name, bytes: givenFile(name) })

function numberFrom(option: string, typed: string | undefined): number {
  if (typed !== undefined && /^\d{1,6}$/.test(typed)) return Number(typed)
  throw new Usage({ nl: `--${option} is geen getal.`, en: `--${option} is not a number.` })
}

function stepsFrom(typed: string | undefined): number[] {
  const steps = (typed ?? '')
    .split(',')
    .flatMap((each) => (each.trim() === '' ? [] : [each.trim()]))
  const numbers = steps.map((each) => numberFrom('steps', each))
  if (numbers.every((each, index) => each > (numbers[index - 1] ?? 0))) return numbers
  throw new Usage({ nl: '--steps loopt niet op.', en: '--steps does not rise.' })
}

function byFrom(typed: string | undefined): StrataBy[] {
  const parts = (typed ?? 'kind').split(',').map((each) => each.trim())
  const known = parts.flatMap((each) => strataBy.find((part) => part === each) ?? [])
  if (known.length === parts.length && new Set(known).size === known.length) return known
  throw new Usage({
    nl: `--by kent: ${strataBy.join(', ')}.`,
    en: `--by knows: ${strataBy.join(', ')}.`,
  })
}
