import type { Edition } from '#capabilities/knowledge/index.ts'
import type { OrganisationKind, Role } from '#platform/actor.ts'
import type { Law } from './law.ts'
import type {
  Aim,
  ClosedRoad,
  FactKind,
  Party,
  SharingLine,
  SharingQuestion,
} from './sharing-pack.ts'

/** The sharing table, with what it takes to read it. */
export type SharingTable = {
  readonly edition: Edition
  readonly aims: readonly Aim[]
  readonly parties: readonly Party[]
  readonly lines: readonly SharingLine[]
  readonly closed: readonly ClosedRoad[]
  findLine(id: string): SharingLine | undefined
  findParty(id: string): Party | undefined
  /** the conditions of a line, in the order in which they are asked */
  questionsOf(line: SharingLine): readonly SharingQuestion[]
}

export type Sender = { readonly kind: OrganisationKind; readonly roles: readonly Role[] }
export type Receiver = { readonly kind: OrganisationKind; readonly role: Role }

export type Asked = {
  readonly from: Sender
  readonly to: Receiver
  readonly facts: readonly FactKind[]
  /** an ISO date: what the law allows on that day */
  readonly on: string
  /** what was answered, by question: yes or no, the id of a choice, or words */
  readonly answers: Readonly<Record<string, string>>
  /** the one line that was chosen as the ground; without it every line between the two is tried */
  readonly line?: string
  /** what it is for: a line that is there for something else is closed then */
  readonly aim?: string
  /** a question for advice; without it a line that is there for advice only does not exist */
  readonly as?: 'advice'
}

/** Why a road is closed. Codes for the program and the trail; `words-of-sharing.ts` makes sentences of them. */
export type WhyNot =
  | { readonly code: 'no-road' | 'no-such-line' | 'nothing-to-share' }
  | { readonly code: 'closed'; readonly road: ClosedRoad }
  | {
      readonly code: 'not-your-role' | 'not-their-role' | 'not-on-this-day' | 'not-for-this'
      readonly line: SharingLine
    }
  | {
      readonly code: 'kind-of-fact'
      readonly line: SharingLine
      readonly kinds: readonly FactKind[]
    }
  | {
      readonly code: 'not-answered' | 'answer-closes'
      readonly line: SharingLine
      readonly question: SharingQuestion
    }

export type MayShare =
  | { readonly allowed: true; readonly lines: readonly SharingLine[] }
  | {
      readonly allowed: false
      readonly why: readonly WhyNot[]
      /** other roads of this sender on this day; their own conditions are still to be asked */
      readonly roads: readonly SharingLine[]
    }

type Read = Pick<Law, 'findRule' | 'inForceOn' | 'sharing'>

/**
 * Whether the table knows a road for this, on that day, with these answers. It answers a question and decides
 * nothing: that there is a road does not say that somebody should take it.
 */
export function mayShare(law: Read, asked: Asked): MayShare {
  const between = linesBetween(law, asked)
  const tried = asked.line === undefined ? between : between.filter(({ id }) => id === asked.line)
  const answered = tried.map((line) => ({ line, why: whyNot(law, line, asked) }))
  const open = answered.filter(({ why }) => why.length === 0).map(({ line }) => line)
  if (open.length > 0) return { allowed: true, lines: open }
  const closed = law.sharing.closed.filter((road) => runs(law.sharing, road, asked))
  const none: WhyNot[] =
    tried.length > 0 ? [] : [{ code: between.length > 0 ? 'no-such-line' : 'no-road' }]
  return {
    allowed: false,
    why: [
      ...none,
      ...closed.map((road): WhyNot => ({ code: 'closed', road })),
      ...answered.flatMap(({ why }) => why),
    ],
    roads: openRoads(law, asked).filter((line) => !tried.includes(line)),
  }
}

/** The lines that run between two kinds of organisations, whatever the roles, the day and the answers. */
export const linesBetween = (
  { sharing }: Read,
  { from, to, as }: Pick<Asked, 'from' | 'to' | 'as'>,
): readonly SharingLine[] =>
  sharing.lines.filter((line) => goesAs(line, as) && runs(sharing, line, { from, to }))

const goesAs = ({ only }: SharingLine, as: Asked['as']): boolean =>
  only === undefined || only === as

/** Every line that this sender may take on that day, with this aim when one is given. */
export const openRoads = (
  law: Read,
  { from, on, aim, as }: Pick<Asked, 'from' | 'on' | 'aim' | 'as'>,
): readonly SharingLine[] =>
  law.sharing.lines.filter(
    (line) =>
      goesAs(line, as) &&
      holds(law.sharing, line.from, from) &&
      appliesOn(law, line, on) &&
      (aim === undefined || line.aims.includes(aim)),
  )

/**
 * Whether every rule of a line was in force on that day; of a line without one, whether its day had come. A rule
 * that was repealed since opens nothing any more, not for a day on which it applied either.
 */
export const appliesOn = (
  law: Pick<Read, 'findRule' | 'inForceOn'>,
  line: SharingLine,
  day: string,
): boolean =>
  (line.basis.length > 0 || (line.validFrom ?? day) <= day) &&
  line.basis.every((id) => {
    const rule = law.findRule(id)
    return rule?.status === 'in-force' && law.inForceOn(rule, day)
  })

function whyNot(law: Read, line: SharingLine, asked: Asked): WhyNot[] {
  const { sharing } = law
  const why: WhyNot[] = []
  if (!holds(sharing, line.from, asked.from)) why.push({ code: 'not-your-role', line })
  if (!holds(sharing, line.to, { kind: asked.to.kind, roles: [asked.to.role] })) {
    why.push({ code: 'not-their-role', line })
  }
  if (!appliesOn(law, line, asked.on)) why.push({ code: 'not-on-this-day', line })
  if (asked.aim !== undefined && !line.aims.includes(asked.aim)) {
    why.push({ code: 'not-for-this', line })
  }
  if (asked.facts.length === 0) why.push({ code: 'nothing-to-share' })
  const kinds = [...new Set(asked.facts)].filter((kind) => !line.facts.includes(kind))
  if (kinds.length > 0) why.push({ code: 'kind-of-fact', line, kinds })
  return [
    ...why,
    ...askedOf(sharing, line, asked.answers).flatMap((question): WhyNot[] => {
      const code = wrongAnswer(question, asked.answers[question.id])
      return code ? [{ code, line, question }] : []
    }),
  ]
}

/** The conditions of a line that are asked after these answers: some only when another was answered in some way. */
export const askedOf = (
  sharing: Pick<SharingTable, 'questionsOf'>,
  line: SharingLine,
  answers: Asked['answers'],
): readonly SharingQuestion[] =>
  sharing
    .questionsOf(line)
    .filter(
      (question) =>
        question.answer !== 'words' ||
        !question.when ||
        question.when.choices.includes(answers[question.when.question]?.trim() ?? ''),
    )

/** What an answer does: nothing wrong, not there (also when it is no answer to this question), or closing the road. */
export function wrongAnswer(
  question: SharingQuestion,
  answer: string | undefined,
): 'not-answered' | 'answer-closes' | undefined {
  const given = answer?.trim() ?? ''
  if (question.answer === 'words') return given === '' ? 'not-answered' : undefined
  if (question.answer === 'yes-no') {
    if (given === 'no') return 'answer-closes'
    return given === 'yes' ? undefined : 'not-answered'
  }
  if (!question.choices.some(({ id }) => id === given)) return 'not-answered'
  return question.forbids?.includes(given) ? 'answer-closes' : undefined
}

type Ends = { readonly from: readonly string[]; readonly to: readonly string[] }

const runs = (table: SharingTable, road: Ends, { from, to }: Pick<Asked, 'from' | 'to'>): boolean =>
  hasKind(table, road.from, from.kind) && hasKind(table, road.to, to.kind)

const hasKind = (table: SharingTable, parties: readonly string[], kind: OrganisationKind) =>
  members(table, parties).some((member) => member.kind === kind)

const holds = (table: SharingTable, parties: readonly string[], { kind, roles }: Sender): boolean =>
  members(table, parties).some(
    (member) => member.kind === kind && member.roles.some((role) => roles.includes(role)),
  )

const members = (table: SharingTable, parties: readonly string[]) =>
  parties.flatMap((id) => table.findParty(id)?.members ?? [])
