import type { Role } from '#platform/actor.ts'
import { fullDay, moment } from '#platform/dates.ts'
import type { Block, Pair } from '#platform/pdf/document.ts'
import { chapter, nameOn, type OnPaper, pairs } from './on-paper.ts'
import type { LineItem } from './read-line.ts'
import { t as shared } from './words.ts'
import { t } from './words-paper.ts'

type Written = Exclude<LineItem, { kind: 'event' }>
type Kind = Written['kind']

/** In the order in which a reader should meet them: what was noticed before what somebody thinks of it. */
const kinds: readonly Kind[] = ['signal', 'fact', 'interpretation', 'decision', 'contact']

const forms = {
  signal: 'line',
  fact: 'line',
  interpretation: 'dashed',
  decision: 'frame',
  contact: 'plain',
} as const

/** Oldest first; the line itself stands the other way round. */
const inTime = ({ file }: OnPaper): LineItem[] => file.line.items.toReversed()

/** A chapter for each kind, and one with everything in the order of time. */
export function entryChapters(on: OnPaper): Block[] {
  const words = t(on.language)
  const labels = new Map<string, string>()
  const written = kinds.flatMap((kind) => {
    const items = inTime(on).filter((item): item is Written => item.kind === kind)
    if (items.length === 0) {
      return [chapter(words.chapters[kind]), { kind: 'paragraph', text: words.none[kind] } as const]
    }
    const blocks = items.flatMap((item, nth) => {
      const label = words.numbered(shared(on.language).kinds[kind], nth + 1)
      labels.set(item.id, label)
      return entryOf(on, item, label)
    })
    return [chapter(words.chapters[kind]), ...blocks]
  })
  return [...written, ...overview(on, labels)]
}

function entryOf(on: OnPaper, item: Written, label: string): Block[] {
  const { language } = on
  const { entry, kinds } = shared(language)
  const because = item.withdrawnBecause
  const recalled = item.recalledAt ? `${entry.recalled(moment(language, item.recalledAt))}\n` : ''
  return [
    { kind: 'heading', level: 2, text: t(language).on(label, dayOf(on, item)) },
    {
      kind: 'note',
      form: forms[item.kind],
      label: item.kind === 'decision' && item.not ? entry.not : kinds[item.kind],
      text: `${recalled}${because ? entry.withdrawn[because] : (item.words?.text ?? '')}`,
      about: [...(because ? [] : aboutOf(on, item)), ...writingOf(on, item)],
    },
  ]
}

const dayOf = ({ language }: OnPaper, { happenedOn, kind, onLine }: LineItem): string =>
  happenedOn || kind === 'decision' || kind === 'interpretation' || kind === 'event'
    ? fullDay(language, happenedOn ?? onLine)
    : shared(language).entry.dayUnknown

/** What belongs to each kind, besides its words. */
function aboutOf({ language, wordingOf }: OnPaper, item: Written): Pair[] {
  const { entry } = shared(language)
  const words = t(language)
  switch (item.kind) {
    case 'fact':
      return pairs(
        [entry.source, item.words && `${item.words.source} (${entry.origins[item.origin]})`],
        [words.moment, item.words?.moment],
      )
    case 'interpretation':
      return pairs([entry.innocent, item.words?.innocent.join('\n')])
    case 'decision':
      return pairs([entry.reasons, item.words?.reasons])
    case 'contact':
      return pairs(
        [entry.withWhom, item.words?.withWhom],
        [words.how, item.words && entry.ways[item.words.how]],
        [words.moment, item.words?.moment],
      )
    case 'signal':
      return pairs(
        [shared(language).kinds.signal, item.words?.reference],
        [entry.source, item.words?.source],
        [words.moment, item.words?.moment],
        [entry.observed, item.words?.observed.map((code) => wordingOf(code, language)).join('\n')],
        [entry.innocent, item.words?.innocent],
      )
  }
}

/** Who wrote it, when, in which version, and from where it came. */
function writingOf(on: OnPaper, item: Written): Pair[] {
  const { language, roleName } = on
  const { entry } = shared(language)
  const words = t(language)
  const who = nameOn(on, item.writtenBy)
  const when = moment(language, item.writtenAt)
  const key = { decision: words.decided, signal: words.brought } as const
  const said =
    item.kind === 'decision'
      ? words.byAs(who, roleName(item.decidedAs as Role, language), when)
      : words.by(who, when)
  return pairs(
    [item.kind === 'decision' || item.kind === 'signal' ? key[item.kind] : words.written, said],
    [
      words.version,
      item.changedAt &&
        words.changed(item.version, nameOn(on, item.changedBy), moment(language, item.changedAt)),
    ],
    [words.from, item.from && entry.from[item.from.capability]],
  )
}

/** Everything that was written or done, by the number under which it stands above. */
function overview(on: OnPaper, labels: ReadonlyMap<string, string>): Block[] {
  const words = t(on.language)
  const { day, what, who } = words.columns
  const rows = inTime(on).map((item) => [
    fullDay(on.language, item.onLine),
    item.kind === 'event' ? eventOf(on, item) : (labels.get(item.id) ?? ''),
    nameOn(on, item.writtenBy),
  ])
  if (rows.length === 0) return []
  return [
    chapter(words.chapters.line),
    { kind: 'table', columns: [day, what, who], rows, widths: [2, 5, 2] },
  ]
}

function eventOf(on: OnPaper, item: Extract<LineItem, { kind: 'event' }>): string {
  const { events, entry, roles, outcomes } = shared(on.language)
  const { text = '', told = '', role, outcome } = item.words ?? {}
  const sentence = events[item.event](nameOn(on, item.writtenBy), nameOn(on, item.aboutPerson))
  const what = [role && roles[role], outcome && outcomes[outcome]]
  return [sentence, ...what, text, told && `${entry.told}: ${told}`].filter(Boolean).join('\n')
}
