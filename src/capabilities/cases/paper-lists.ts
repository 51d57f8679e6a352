import { fullDay, moment } from '#platform/dates.ts'
import type { Block } from '#platform/pdf/document.ts'
import { chapter, nameOn, type OnPaper, pairs } from './on-paper.ts'
import { sizeOf } from './pages-documents.ts'
import type { CaseMember } from './read-case.ts'
import { lastDayOf } from './until.ts'
import { t as shared } from './words.ts'
import { t as documentWords } from './words-documents.ts'
import { t } from './words-paper.ts'

/** What is kept in lists: roles over time, tasks, the circle and the documents. */
export const listChapters = (on: OnPaper): Block[] => [
  ...roleChapter(on),
  ...taskChapter(on),
  ...circleChapter(on),
  ...documentChapter(on),
]

const nothing = (title: string, text: string): Block[] => [
  chapter(title),
  { kind: 'paragraph', text },
]

/** Both hats: each role with what speaks against it, by whose judgement and from when until when. */
function roleChapter(on: OnPaper): Block[] {
  const { language, file } = on
  const words = t(language)
  const { roles, rolesPage } = shared(language)
  if (file.roles.length === 0) return nothing(words.chapters.roles, words.none.roles)
  return [
    chapter(words.chapters.roles),
    { kind: 'paragraph', text: words.rolesText },
    ...file.roles.flatMap((one): Block[] => {
      const from = fullDay(language, one.fromOn)
      return [
        { kind: 'heading', level: 2, text: roles[one.role] },
        {
          kind: 'key-values',
          pairs: pairs(
            [
              words.moment,
              one.untilOn
                ? rolesPage.span(from, fullDay(language, one.untilOn))
                : rolesPage.since(from),
            ],
            [words.role.source, one.words.source],
            [words.role.evidence, one.words.evidence],
            [words.role.against, one.words.against],
            [words.judged, words.by(nameOn(on, one.judgedBy), moment(language, one.judgedAt))],
            [
              rolesPage.ended,
              one.endedAt && words.by(nameOn(on, one.endedBy), moment(language, one.endedAt)),
            ],
            [words.endReason, one.endReason],
          ),
        },
      ]
    }),
  ]
}

function taskChapter(on: OnPaper): Block[] {
  const { language, file } = on
  const words = t(language)
  const { tasks } = shared(language)
  const { what, who, due, clock, state } = words.columns
  if (file.tasks.length === 0) return nothing(words.chapters.tasks, words.none.tasks)
  const rows = file.tasks.map((one) => [
    [one.title, one.endWords].filter((text) => text !== '').join('\n\n'),
    nameOn(on, one.ownerId),
    fullDay(language, one.dueOn),
    words.clocks[one.clock],
    one.endedAt
      ? `${tasks.state[one.state]}: ${words.by(nameOn(on, one.endedBy), moment(language, one.endedAt))}`
      : tasks.state[one.state],
  ])
  return [
    chapter(words.chapters.tasks),
    { kind: 'table', columns: [what, who, due, clock, state], rows, widths: [5, 3, 3, 2, 4] },
  ]
}

function circleChapter(on: OnPaper): Block[] {
  const { language, file } = on
  const words = t(language)
  const { who, since, until, why } = words.columns
  const rows = file.circle.map((one) => [
    nameOn(on, one.personId),
    words.by(nameOn(on, one.addedBy), moment(language, one.addedAt)),
    endOf(on, one),
    [one.reason, one.endReason, one.left ? words.left : '']
      .filter((text) => text !== '')
      .join('\n\n') || '—',
  ])
  if (rows.length === 0) return []
  return [
    chapter(words.chapters.circle),
    { kind: 'table', columns: [who, since, until, why], rows, widths: [2, 3, 3, 4] },
  ]
}

function endOf(on: OnPaper, { stands, untilAt, endedAt, endedBy }: CaseMember): string {
  const words = t(on.language)
  if (endedAt) return words.by(nameOn(on, endedBy), moment(on.language, endedAt))
  if (!untilAt) return words.stillIn
  const last = fullDay(on.language, lastDayOf(untilAt))
  return stands ? words.until(last) : words.ranOut(last)
}

function documentChapter(on: OnPaper): Block[] {
  const { language, documents } = on
  const words = t(language)
  const { kinds } = documentWords(language)
  const { file, what, added, state } = words.columns
  if (documents.length === 0) return nothing(words.chapters.documents, words.none.documents)
  const rows = documents
    .toReversed()
    .map((one) => [
      one.words?.name ?? kinds[one.kind],
      one.words?.note || '—',
      words.by(nameOn(on, one.addedBy), moment(language, one.addedAt)),
      one.removed
        ? `${words.removed(nameOn(on, one.removed.by), moment(language, one.removed.at))}\n${one.removed.reason}`
        : `${kinds[one.kind]}, ${sizeOf(language, one.size)}`,
    ])
  return [
    chapter(words.chapters.documents),
    { kind: 'paragraph', text: words.documentsText },
    { kind: 'table', columns: [file, what, added, state], rows, widths: [3, 4, 3, 3] },
  ]
}
