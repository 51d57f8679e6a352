import { fullDay, moment } from '#platform/dates.ts'
import type { Block } from '#platform/pdf/document.ts'
import { chapter, nameOn, type OnPaper, pairs } from './on-paper.ts'
import { identityLabels } from './pages-fields.ts'
import { entryChapters } from './paper-entries.ts'
import { listChapters } from './paper-lists.ts'
import { t as shared } from './words.ts'
import { t } from './words-paper.ts'

/**
 * The whole file as blocks, for a printed page and for a PDF alike. Every field that leaves is named
 * here or in the two files beside it. Facts, interpretations and decisions have chapters and forms of
 * their own; the last chapter puts everything in the order of time.
 */
export const paperOf = (on: OnPaper): Block[] => [
  { kind: 'paragraph', text: t(on.language).legend },
  { kind: 'paragraph', text: t(on.language).erased },
  ...whoChapter(on),
  ...questionChapter(on),
  ...entryChapters(on),
  ...listChapters(on),
]

function whoChapter({ language, file }: OnPaper): Block[] {
  const words = t(language)
  const { name, group, number, born, contacts } = file.identity
  const labels = identityLabels(language, file.atSchool)
  const or = (value: string) => value.trim() || words.unknown
  return [
    chapter(words.who),
    {
      kind: 'key-values',
      pairs: [
        { key: words.name, value: or(name) },
        ...(file.atSchool || group ? [{ key: labels.group, value: or(group) }] : []),
        { key: labels.number, value: or(number) },
        { key: words.born, value: born ? fullDay(language, born) : words.unknown },
        { key: words.contacts, value: or(contacts) },
      ],
    },
  ]
}

function questionChapter(on: OnPaper): Block[] {
  const { language, file } = on
  const words = t(language)
  const { states, outcomes } = shared(language)
  return [
    chapter(words.question),
    { kind: 'paragraph', text: file.question.trim() || words.noQuestion },
    {
      kind: 'key-values',
      pairs: pairs(
        [words.state, states[file.head.state]],
        [words.coordinator, nameOn(on, file.head.coordinatorId)],
        [words.opened, words.by(nameOn(on, file.openedBy), moment(language, file.openedAt))],
        [words.closed, file.closedAt && moment(language, file.closedAt)],
        [words.outcome, file.outcome && outcomes[file.outcome]],
      ),
    },
  ]
}
