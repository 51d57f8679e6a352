import type { Bilingual, Language } from '#platform/language.ts'
import type { Work } from '#platform/work.ts'
import type { Edition } from './edition.ts'
import { cellAnchor, paths } from './paths.ts'
import { type Told, toldFrom } from './published-figures.ts'
import { listPublishedIn } from './published-store.ts'

/** One number of a national figure. `cell`: the code of the cell, or `all` for the whole. */
export type FigureRef = {
  readonly definition: string
  readonly version: number
  readonly period: string
  readonly cell: string
}

/** How it is told now; without a value it may not be told. */
export type FigureNow = {
  readonly ref: FigureRef
  readonly title: Bilingual
  readonly value: number | undefined
  readonly edition: number
  /** ISO day */
  readonly publishedOn: string
  readonly organisations: { readonly published: number; readonly of: number }
  /** SHA-256 of the canonical JSON of the edition, as hexadecimal digits */
  readonly hash: string
  /** its row on the public page, without a language */
  readonly path: string
}

/** For whoever binds a text to a figure: what there is, what it is now, and by what it can be checked. */
export type FigureSource = {
  list(work: Work): Promise<readonly FigureNow[]>
  read(work: Work, ref: FigureRef): Promise<FigureNow | undefined>
  /** the edition that tells it now: canonical JSON of this has `hash` */
  evidence(work: Work, ref: FigureRef): Promise<unknown>
}

/** National figures are public, so it matters not who asks. */
export const figureSource: FigureSource = {
  async list(work) {
    const told = (await listPublishedIn(work, {})).map(toldFrom)
    const last = Map.groupBy(
      told,
      ({ edition }) => `${edition.definition.id} ${edition.period.code}`,
    )
    return [...last.values()].flatMap((editions) => {
      const one = editions.at(-1)
      return one ? one.edition.cells.map((cell) => nowOf(one, cell)) : []
    })
  },
  async read(work, ref) {
    const one = await lastOf(work, ref)
    const cell = one?.edition.cells.find(({ code }) => code === ref.cell)
    return one && cell && nowOf(one, cell)
  },
  async evidence(work, ref) {
    return (await lastOf(work, ref))?.edition
  },
}

async function lastOf(work: Work, ref: FigureRef): Promise<Told | undefined> {
  const { definition, period } = ref
  const told = (await listPublishedIn(work, { definition, period })).map(toldFrom)
  return told.findLast(({ edition }) => edition.definition.version === ref.version)
}

const nowOf = ({ edition, hash }: Told, cell: Edition['cells'][number]): FigureNow => {
  const { definition, period, publishedOn, organisations } = edition
  const parts = edition.cells.length > 1 ? [definition.title, cell.title] : [definition.title]
  const title = (language: Language) => parts.map((part) => part[language]).join(', ')
  return {
    ref: {
      definition: definition.id,
      version: definition.version,
      period: period.code,
      cell: cell.code,
    },
    title: { nl: title('nl'), en: title('en') },
    value: cell.told === 'secret' ? undefined : cell.told,
    ...{ edition: edition.edition, publishedOn, organisations, hash },
    path: `${paths.edition(definition.id, period.code, edition.edition)}#${cellAnchor(cell.code)}`,
  }
}
