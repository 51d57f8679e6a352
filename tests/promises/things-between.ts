import { closeAdvice } from '#capabilities/advice/close-advice.ts'
import { giveAdvice } from '#capabilities/advice/give-advice.ts'
import { readAdvice } from '#capabilities/advice/read-advice.ts'
import { takeUpAdvice } from '#capabilities/advice/take-up-advice.ts'
import { someLook } from '#capabilities/arrests/an-arrest.ts'
import { endAccess, letIn } from '#capabilities/arrests/circle.ts'
import { keepLook } from '#capabilities/arrests/look.ts'
import { openProtection } from '#capabilities/arrests/open-protection.ts'
import { readFile } from '#capabilities/arrests/read-file.ts'
import { takeStep } from '#capabilities/arrests/take-step.ts'
import { writeNote } from '#capabilities/arrests/write-note.ts'
import { factWords } from '#capabilities/non-punishment/a-dossier.ts'
import {
  endAccess as endInDossier,
  handOver,
  letIn as letIntoDossier,
} from '#capabilities/non-punishment/change-circle.ts'
import { readDossier } from '#capabilities/non-punishment/read-dossier.ts'
import { addFact } from '#capabilities/non-punishment/write-in-dossier.ts'
import { agreeOn } from '#capabilities/round-tables/agree-on.ts'
import { endTable } from '#capabilities/round-tables/end-table.ts'
import { followAgreement } from '#capabilities/round-tables/follow-agreement.ts'
import { readAgreed, readTable } from '#capabilities/round-tables/read-table.ts'
import { takeSeat } from '#capabilities/round-tables/take-seat.ts'
import { writeForTable } from '#capabilities/round-tables/write-for-table.ts'
import { recallDisclosure, replyToQuestion } from '#capabilities/sharing/after-delivery.ts'
import { keepConsultation } from '#capabilities/sharing/answer-consultation.ts'
import { answerReceived, takeReceived } from '#capabilities/sharing/answer-received.ts'
import { deliverDisclosure } from '#capabilities/sharing/deliver-disclosure.ts'
import {
  beginDisclosure,
  decideNotToShare,
  keepDraft,
  throwAwayDraft,
} from '#capabilities/sharing/draft-disclosure.ts'
import { readDisclosure } from '#capabilities/sharing/read-disclosure.ts'
import { readReceived } from '#capabilities/sharing/received.ts'
import type { FileKind } from '#capabilities/sharing/shareable-fact.ts'
import { newId } from '#platform/ids.ts'
import type { Work } from '#platform/work.ts'
import type { WorldBetween } from './a-world-between.ts'
import type { FactsBetween } from './facts-between.ts'
import type { Somebody } from './who-may.ts'
import {
  advises,
  arranges,
  finds,
  hasDossiers,
  hasTask,
  isCertified,
  mayShareFrom,
  opensSent,
  seesDossier,
  seesFile,
  seesQuestion,
  seesTable,
  takesPart,
  worksOnArrests,
  worksWithOthers,
} from './who-may-between.ts'

type Verb = (work: Work, id: string) => Promise<unknown>

/** Something that may be done by not everybody who sees it. */
export type Act = {
  readonly act: string
  readonly verb: Verb
  readonly may?: (who: Somebody) => boolean
}

/** What can be asked for by its id, where it is, and to whom it is there. */
export type Thing = {
  readonly what: string
  readonly organisation: string
  readonly id: string
  /** its pages, without its id */
  readonly root: string
  readonly isThere: (who: Somebody) => boolean
  /** does such work, in whatever circle they are */
  readonly worksOnIt: (who: Somebody) => boolean
  readonly read: Verb
  readonly acts: readonly Act[]
}

const reason = 'Verzonnen reden.'
const words = reason
const because = reason
const language = 'nl'

export function thingsIn(world: WorldBetween, facts: FactsBetween): readonly Thing[] {
  return [
    ...policeFiles(world, facts),
    ...dossiersIn(world, facts),
    ...tablesIn(world, facts),
    ...questionsIn(world, facts),
    ...sentIn(world, facts),
    ...receivedIn(world, facts),
  ]
}

const begun = ({ desks }: WorldBetween, kind: FileKind): Act => ({
  act: 'begin a delivery',
  verb: (work, fileId) => beginDisclosure(work, desks.sharing, { kind, fileId, language }),
})

function policeFiles(world: WorldBetween, facts: FactsBetween): readonly Thing[] {
  const { arrests } = world.desks
  const at = world.house.clock().subtract({ minutes: 1 })
  const personId = newId()
  return facts.files.map((file) => {
    const { kind } = file
    const acts: Act[] = [
      {
        act: 'note',
        verb: (work, id) =>
          writeNote(work, arrests, { kind, id }, { kind: 'fact', at, words: { text: words } }),
      },
      {
        act: 'let in',
        verb: (work, id) => letIn(work, arrests, { kind, id }, { personId, reason }),
      },
      {
        act: 'end access',
        verb: (work, id) => endAccess(work, arrests, { kind, id }, { personId, reason }),
      },
      {
        act: 'close',
        verb: (work, id) =>
          takeStep(
            work,
            arrests,
            { kind, id },
            { step: 'close', reasons: reason, without: reason },
          ),
      },
      begun(world, kind === 'arrest' ? 'suspect-file' : 'victim-file'),
    ]
    const ofArrest: Act[] = [
      { act: 'look', verb: (work, id) => keepLook(work, arrests, id, someLook(arrests)) },
      {
        act: 'look further',
        verb: (work, id) => keepLook(work, arrests, id, someLook(arrests, { part: 'full' })),
        may: isCertified,
      },
      {
        act: 'protect',
        verb: (work, id) => openProtection(work, arrests, id, { reason }),
        may: isCertified,
      },
    ]
    return {
      ...{ what: kind, ...file, root: kind === 'arrest' ? '/aanhoudingen' : '/beschermdossiers' },
      isThere: (who) => seesFile(who, file, facts),
      worksOnIt: kind === 'arrest' ? worksOnArrests : isCertified,
      read: (work, id) => readFile(work, arrests, { kind, id }),
      acts: kind === 'arrest' ? [...acts, ...ofArrest] : acts,
    }
  })
}

function dossiersIn(world: WorldBetween, facts: FactsBetween): readonly Thing[] {
  const { dossiers } = world.desks
  const change = { personId: newId(), because }
  return facts.dossiers.map((dossier) => {
    const may = (who: Somebody) => arranges(who, dossier, facts)
    return {
      ...{ what: 'dossier', ...dossier, root: '/dossiers' },
      isThere: (who) => seesDossier(who, dossier, facts),
      worksOnIt: hasDossiers,
      read: (work, id) => readDossier(work, dossiers, id),
      acts: [
        {
          act: 'fact',
          verb: (work, id) =>
            addFact(work, dossiers, id, { kind: 'fact', words: factWords(), on: undefined }),
        },
        { act: 'let in', verb: (work, id) => letIntoDossier(work, dossiers, id, change), may },
        { act: 'end access', verb: (work, id) => endInDossier(work, dossiers, id, change), may },
        {
          act: 'hand over',
          verb: (work, id) =>
            handOver(work, dossiers, id, { ...change, personId: dossier.circle[0] ?? '' }),
          may,
        },
        begun(world, 'dossier'),
      ],
    }
  })
}

function tablesIn(world: WorldBetween, facts: FactsBetween): readonly Thing[] {
  const { tables } = world.desks
  const fact = { kind: 'fact', text: words, source: 'x', moment: '', beside: [] } as const
  const agreement = {
    text: words,
    due: facts.today,
    road: '',
    answers: {},
    language,
    seen: [],
  } as const
  return facts.tables.flatMap((table): readonly Thing[] => {
    const worksOnIt = ({ roles }: Somebody) => roles.includes(table.role)
    const place = { ...table, root: '/overleg', worksOnIt }
    const isThere = (who: Somebody) => seesTable(who, table, facts)
    const may = () => table.convener === table.organisation
    const owner = table.organisation
    const there: Thing = {
      ...{ ...place, what: `table ${table.seat}`, isThere },
      read: (work, id) => readTable(work, tables, id),
      acts: [
        ...(['join', 'decline', 'leave'] as const).map((act) => ({
          act,
          verb: (work: Work, id: string) => takeSeat(work, tables, id, act),
        })),
        { act: 'write', verb: (work, id) => writeForTable(work, tables, id, fact) },
        {
          act: 'agree',
          verb: (work, id) => agreeOn(work, tables, id, { ...agreement, owner }),
          may,
        },
        {
          act: 'end',
          verb: (work, id) => endTable(work, tables, id, { keepUntil: facts.today }),
          may,
        },
      ],
    }
    const tasks = table.tasks.map(
      ({ item }): Thing => ({
        ...{ ...place, what: 'task of a table' },
        isThere: (who) => isThere(who) || hasTask(who, table, item),
        read: (work, id) => readAgreed(work, tables, { tableId: id, itemId: item }),
        acts: [
          {
            act: 'done',
            verb: (work, id) =>
              followAgreement(
                work,
                tables,
                { tableId: id, id: item },
                { act: 'done', reason, language },
              ),
          },
        ],
      }),
    )
    return [there, ...tasks]
  })
}

function questionsIn(world: WorldBetween, facts: FactsBetween): readonly Thing[] {
  const { advice } = world.desks
  return facts.questions.map((question) => ({
    ...{ what: `${question.side} question`, ...question, root: '/advies' },
    isThere: (who) => seesQuestion(who, question, facts),
    worksOnIt: question.side === 'asked' ? worksWithOthers : advises,
    read: (work, id) => readAdvice(work, advice, id),
    acts: [
      { act: 'take up', verb: (work, id) => takeUpAdvice(work, advice, id) },
      {
        act: 'answer',
        verb: (work, id) => giveAdvice(work, advice, id, { act: 'answer', text: words, seen: [] }),
        may: (who) => question.side === 'received' && question.holder === who.person,
      },
      {
        act: 'close',
        verb: (work, id) =>
          closeAdvice(work, advice, id, { outcome: words, told: '', seen: [], language }),
        may: () => question.side === 'asked',
      },
    ],
  }))
}

function sentIn(world: WorldBetween, facts: FactsBetween): readonly Thing[] {
  const { sharing } = world.desks
  const hash = ''
  return facts.sent.map((one) => {
    const may = (who: Somebody) => mayShareFrom(who, one, facts)
    return {
      ...{ what: `sent from ${one.fileKind}`, ...one, root: '/delen' },
      isThere: (who) => opensSent(who, one, facts),
      worksOnIt: takesPart,
      read: (work, id) => readDisclosure(work, sharing, { id, language }),
      acts: [
        {
          act: 'choose',
          verb: (work, id) => keepDraft(work, sharing, { id, language }, { refs: [] }),
          may,
        },
        {
          act: 'deliver',
          verb: (work, id) => deliverDisclosure(work, sharing, { id, language }, { hash }),
          may,
        },
        {
          act: 'not share',
          verb: (work, id) =>
            decideNotToShare(work, sharing, { id, language }, { reasons: reason }),
          may,
        },
        {
          act: 'throw away',
          verb: (work, id) => throwAwayDraft(work, sharing, { id, language }),
          may,
        },
        {
          act: 'reply',
          verb: (work, id) => replyToQuestion(work, sharing, { id, language }, { words }),
          may,
        },
        {
          act: 'recall',
          verb: (work, id) =>
            recallDisclosure(work, sharing, { id, language }, { because: 'mistake', words }),
        },
      ],
    }
  })
}

function receivedIn(world: WorldBetween, facts: FactsBetween): readonly Thing[] {
  const { sharing, answerForms } = world.desks
  return facts.received.map((one) => ({
    ...{ what: 'received', ...one, root: '/ontvangen' },
    isThere: (who) => finds(who, one, facts),
    worksOnIt: ({ roles }) => roles.includes(one.role),
    read: (work, id) => readReceived(work, sharing, { id, language }),
    acts: [
      ...(['accept', 'return', 'decline'] as const).map((act) => ({
        act,
        verb: (work: Work, id: string) => answerReceived(work, sharing, id, { act, words }),
      })),
      {
        act: 'take',
        verb: (work, id) => {
          const file = { kind: 'case', id: newId() } as const
          return takeReceived(work, sharing, id, { itemId: newId(), file, language })
        },
        may: () => false,
      },
      ...answerForms.map((form) => ({
        act: form.place,
        verb: (work: Work, id: string) => keepConsultation(work, sharing, { id, form }, { words }),
      })),
    ],
  }))
}
