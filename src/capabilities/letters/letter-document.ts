import type { FigureNow } from '#capabilities/figures/index.ts'
import { dossierName, referenceAddress } from '#capabilities/papers/index.ts'
import type { Block, Inline, Run } from '#platform/pdf/document.ts'
import { rangeOfTold } from '#platform/safe-count.ts'
import { inPlace, type LetterBlock, type LetterContent } from './letter.ts'
import { piecesOf, printedReference } from './letter-text.ts'
import { dayInLetter, letterWords as words } from './letter-words.ts'
import { publicPaths } from './paths.ts'
import type { Surroundings } from './read-letter.ts'
import type { LetterAction, LetterItem } from './register-source.ts'

/** A part of the finished letter to which others can react. */
export type Section = {
  /** of a piece that was written its id; else what it is */
  readonly id: string
  readonly heading: string
  readonly blocks: readonly Block[]
}

export type LetterDocument = { readonly title: string; readonly sections: readonly Section[] }

type Parts = Omit<Surroundings, 'papers'> & {
  readonly content: LetterContent
  readonly papers: ReadonlyMap<string, string | undefined>
  /** the ministry that writes, and those on whose behalf as well */
  readonly from: string
  readonly along: readonly string[]
  /** ISO date on which it was fixed */
  readonly day: string | undefined
}

/** The whole letter as the closed list of blocks from which the page and every file are drawn. */
export function documentOf(parts: Parts): LetterDocument {
  const { content } = parts
  // Each line of action has a piece from the beginning: a heading without a text says nothing to Parliament.
  const written = content.blocks.filter(({ text }) => text.trim() !== '')
  const before = written.filter(({ part }) => part === 'opening')
  const discharging = written.filter(({ part }) => part === 'discharged')
  const after = written.filter(({ part }) => part === 'line' || part === 'closing')
  const drawn = (block: LetterBlock) => sectionOf(block, parts)
  return {
    title: content.title,
    sections: [
      headSection(parts),
      ...before.map(drawn),
      ...discharging.map(drawn),
      ...dischargedSection(parts, discharging.length > 0),
      ...after.map(drawn),
      actionsAnnex(parts.actions),
      itemsAnnex(parts.items, content.discharged),
      ...figuresAnnex(parts),
      ...numbersAnnex(parts),
    ],
  }
}

export const blocksOf = ({ sections }: LetterDocument): readonly Block[] =>
  sections.flatMap(({ blocks }) => blocks)

function headSection({ content, from, along, day, papers }: Parts): Section {
  const { dossiers, previous } = content
  const rows = [
    { key: words.to, value: words.toParliament },
    { key: words.from, value: from },
    ...(along.length > 0 ? [{ key: words.along, value: along.join(', ') }] : []),
    { key: words.date, value: day === undefined ? words.draft : dayInLetter(day) },
    ...(dossiers.length > 0
      ? [{ key: words.dossiers, value: dossiers.map(dossierName).join(', ') }]
      : []),
  ]
  const { corrects } = content
  const corrected: readonly Block[] = corrects
    ? [
        {
          kind: 'linked',
          runs: [
            { text: words.corrects(dayInLetter(corrects.on)) },
            { text: corrects.title, href: publicPaths.one(corrects.id) },
            { text: '.' },
          ],
        },
      ]
    : []
  const before: readonly Block[] =
    previous === ''
      ? []
      : [
          {
            kind: 'linked',
            runs: [{ text: words.follows }, referenceRun(previous, papers), { text: '.' }],
          },
        ]
  // Beside the numbers themselves, before the first of them: an annex is read last, if at all.
  const rounded: readonly Block[] =
    calledFigures(content).length === 0 ? [] : [{ kind: 'paragraph', text: words.rounded }]
  return {
    id: 'head',
    heading: words.head,
    blocks: [{ kind: 'key-values', pairs: rows }, ...corrected, ...before, ...rounded],
  }
}

function sectionOf({ id, heading, text }: LetterBlock, parts: Parts): Section {
  const paragraphs = text
    .split(/\n\s*\n/)
    .map((one) => one.trim())
    .filter((one) => one !== '')
  return {
    id,
    heading,
    blocks: [
      ...(heading.trim() === '' ? [] : [headed(1, heading)]),
      ...paragraphs.map((one): Block => ({ kind: 'linked', runs: runsOf(one, parts) })),
    ],
  }
}

const headed = (level: 1 | 2 | 3, text: string): Block => ({ kind: 'heading', level, text })

/** Words, figures as they are told now, and references as a letter prints them. */
const runsOf = (
  text: string,
  { figures, papers }: Pick<Parts, 'figures' | 'papers'>,
): readonly Run[] =>
  piecesOf(text).map((piece): Run => {
    if (piece.kind === 'words') return { text: piece.text }
    if (piece.kind === 'reference') return referenceRun(piece.id, papers, piece.text)
    const figure = figures.get(piece.number)
    return figure === undefined
      ? { text: words.notTold }
      : { text: toldAs(figure), href: figure.path }
  })

function referenceRun(
  id: string,
  papers: ReadonlyMap<string, string | undefined>,
  text = printedReference(id),
): Run {
  const href = referenceAddress(id) ?? papers.get(id)
  return href === undefined ? { text } : { text, href }
}

const numbers = new Intl.NumberFormat('nl-NL')

/** A figure as the letter tells it. */
export const toldAs = ({ value }: Pick<FigureNow, 'value'>): string =>
  value === undefined ? words.notTold : numbers.format(value)

/** Between which numbers the real one lies: a figure is told in fives. */
function rangeAs({ value }: Pick<FigureNow, 'value'>): string {
  if (value === undefined) return '–'
  const { least, most } = rangeOfTold(value)
  return words.between(numbers.format(least), numbers.format(most))
}

function dischargedSection({ content, items }: Parts, isHeaded: boolean): readonly Section[] {
  const done = content.discharged.map((id) => items.find((one) => one.id === id)).filter(isThere)
  if (done.length === 0) return []
  const list: Block = { kind: 'list', items: done.map((item) => itemRuns(item)) }
  return [
    {
      id: 'discharged',
      heading: words.discharged,
      blocks: isHeaded ? [list] : [headed(1, words.discharged), list],
    },
  ]
}

const isThere = <T>(one: T | undefined): one is T => one !== undefined

/** Its name, which leads to its public page where it has one. */
const titleRun = ({ title, path }: LetterItem): Run =>
  path === undefined ? { text: title } : { text: title, href: path }

const itemRuns = (item: LetterItem): readonly Run[] => {
  const { kind, raisedIn } = item
  return [
    titleRun(item),
    { text: ` (${kind}${raisedIn === undefined ? ')' : ', '}` },
    ...(raisedIn === undefined ? [] : [raisedRun(raisedIn), { text: ')' }]),
  ]
}

const raisedRun = (id: string): Run => referenceRun(id, new Map())

function actionsAnnex(actions: readonly LetterAction[]): Section {
  const rows = actions.map((one): readonly Inline[] => [
    one.line,
    one.title,
    [one.owner, ...one.partners].join(', '),
    [one.startsOn, one.dueOn]
      .map((day) => (day === undefined ? '–' : dayInLetter(day)))
      .join(' / '),
    one.state,
    [one.development, one.nextStep && words.next(one.nextStep)].filter(Boolean).join(' '),
  ])
  return {
    id: 'annex-actions',
    heading: words.annexActions,
    blocks: [
      headed(1, words.annexActions),
      rows.length === 0
        ? { kind: 'paragraph', text: words.noActions }
        : { kind: 'table', columns: words.actionColumns, widths: [2, 3, 3, 2, 1.6, 4], rows },
    ],
  }
}

function itemsAnnex(items: readonly LetterItem[], discharged: readonly string[]): Section {
  const rows = items.map((item): readonly Inline[] => [
    [titleRun(item)],
    item.kind,
    item.raisedOn === undefined ? '–' : dayInLetter(item.raisedOn),
    item.raisedIn === undefined ? '–' : [raisedRun(item.raisedIn)],
    discharged.includes(item.id) ? words.dischargedHere : item.state,
  ])
  return {
    id: 'annex-items',
    heading: words.annexItems,
    blocks: [
      headed(1, words.annexItems),
      rows.length === 0
        ? { kind: 'paragraph', text: words.noItems }
        : { kind: 'table', columns: words.itemColumns, widths: [4, 1.5, 2, 3, 2], rows },
    ],
  }
}

/** Where each figure of the letter comes from; those that no text calls are left out. */
function figuresAnnex({ content, figures }: Parts): readonly Section[] {
  const called = calledFigures(content)
  if (called.length === 0) return []
  const rows = called.map((number): readonly Inline[] => {
    const figure = figures.get(number)
    if (!figure) return [String(number), words.notTold, '–', '–', '–', '–', '–']
    const { ref, title, edition, publishedOn, organisations, path } = figure
    return [
      String(number),
      [{ text: title.nl, href: path }],
      ref.period,
      toldAs(figure),
      rangeAs(figure),
      words.edition(ref.version, edition, dayInLetter(publishedOn)),
      words.organisations(organisations.published, organisations.of),
    ]
  })
  return [
    {
      id: 'annex-figures',
      heading: words.annexFigures,
      blocks: [
        headed(1, words.annexFigures),
        { kind: 'paragraph', text: words.figuresLead },
        {
          kind: 'table',
          columns: words.figureColumns,
          widths: [0.8, 3.6, 1.5, 1.4, 1.9, 2.9, 2.3],
          rows,
        },
      ],
    },
  ]
}

/** Where numbers that were published before, and are not bound, can be read. */
function numbersAnnex({ content, papers }: Parts): readonly Section[] {
  const cited = citedNumbers(content)
  if (cited.length === 0) return []
  const items = cited.map(({ words: said, where }): readonly Run[] => [
    { text: words.cited(said) },
    ...citedRuns(where, papers),
  ])
  return [
    {
      id: 'annex-numbers',
      heading: words.annexNumbers,
      blocks: [headed(1, words.annexNumbers), { kind: 'list', items }],
    },
  ]
}

const citedRuns = (where: string, papers: Parts['papers']): readonly Run[] =>
  /^https:\/\/[^\s<>"]+$/.test(where)
    ? [{ text: where, href: where }]
    : runsOf(where, { figures: new Map(), papers })

/** Numbers that somebody typed and that were published already, each once for each place where that was. */
export function citedNumbers({
  blocks,
  answered,
}: Pick<LetterContent, 'blocks' | 'answered'>): readonly { words: string; where: string }[] {
  const all = [...inPlace(blocks).flatMap((block) => block.answered), ...answered].filter(
    ({ because }) => because === 'public',
  )
  const each = new Map(all.map(({ words, where }) => [`${words} ${where}`, { words, where }]))
  return [...each.values()]
}

/** The numbers of the figures that stand in the letter, lowest first. */
export const calledFigures = ({ blocks }: Pick<LetterContent, 'blocks'>): readonly number[] =>
  [
    ...new Set(
      blocks.flatMap(({ text }) =>
        piecesOf(text).flatMap((piece) => (piece.kind === 'figure' ? [piece.number] : [])),
      ),
    ),
  ].toSorted((a, b) => a - b)
