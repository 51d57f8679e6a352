import type { Role } from '#platform/actor.ts'
import type { Bilingual } from '#platform/language.ts'
import type { Field, Protocol, Step, Term } from './protocol.ts'
import type { TermUnit } from './term.ts'

/** A school's own edition: the worked example it began with, and what the school changed in it. */

export type EditionState = 'draft' | 'in-force' | 'replaced'

export type OwnTerm = { readonly unit: TermUnit; readonly count?: number | undefined }

/** Of one step; what is not here is as in the example. */
export type StepChange = {
  readonly title?: string
  readonly text?: string
  /** null: no term */
  readonly term?: OwnTerm | null
  readonly roles?: readonly Role[]
  /** a colleague by number: their name may change and they may leave */
  readonly personId?: string
  /** whom to reach, outside or inside the school, and how */
  readonly contact?: string
  /** why this step is switched off */
  readonly off?: string
}

export const ownStepWrites = ['fact', 'contact', 'decision'] as const
export type OwnStepWrites = (typeof ownStepWrites)[number]

/** A step that the example does not have. */
export type OwnStep = {
  readonly id: string
  /** the step that it comes after */
  readonly follows: string
  readonly title: string
  readonly text: string
  readonly term: OwnTerm | null
  readonly roles: readonly Role[]
  readonly personId?: string
  readonly contact?: string
  readonly covers: readonly string[]
  readonly writes: OwnStepWrites
  readonly off?: string
}

export type ImmediateChange = Pick<StepChange, 'text' | 'roles' | 'personId' | 'contact'>

export type Changes = {
  readonly immediate: ImmediateChange
  readonly steps: Readonly<Record<string, StepChange>>
  readonly own: readonly OwnStep[]
}

export const noChanges: Changes = { immediate: {}, steps: {}, own: [] }

/** What is sealed of an edition. The example stands in it whole: a newer one changes nothing here. */
export type EditionContent = { readonly example: Protocol; readonly changes: Changes }

export type SchoolStep = Omit<Step, 'roles'> & {
  readonly roles: readonly Role[]
  readonly personId: string | undefined
  readonly contact: string
  readonly off: string | undefined
  /** as the example has it; nothing for a step of the school's own */
  readonly example: Step | undefined
}

export type SchoolProtocol = Omit<Protocol, 'steps' | 'immediate'> & {
  readonly immediate: Omit<Protocol['immediate'], 'roles'> & {
    readonly roles: readonly Role[]
    readonly personId: string | undefined
    readonly contact: string
  }
  /** in the order of the protocol, those that are switched off included */
  readonly steps: readonly SchoolStep[]
}

/** The same words in both languages: a school writes in one. */
const both = (text: string): Bilingual => ({ nl: text, en: text })

const ownMark = { mark: 'own' as const, sources: [] }

/** The protocol as this school has it. */
export function protocolOf({ example, changes }: EditionContent): SchoolProtocol {
  const { immediate } = changes
  const given = example.steps.map((step) => changed(step, changes.steps[step.id] ?? {}))
  return {
    ...example,
    immediate: {
      ...example.immediate,
      text: immediate.text === undefined ? example.immediate.text : both(immediate.text),
      roles: immediate.roles ?? (example.immediate.roles as readonly Role[]),
      personId: immediate.personId,
      contact: immediate.contact ?? '',
    },
    steps: changes.own.reduce(placed, given),
  }
}

/** What a run goes through. */
export const activeSteps = ({ steps }: SchoolProtocol): readonly SchoolStep[] =>
  steps.filter(({ off }) => off === undefined)

function changed(step: Step, change: StepChange): SchoolStep {
  const { title, text, term, roles, personId, contact, off } = change
  return {
    ...step,
    title: title === undefined ? step.title : both(title),
    text: text === undefined ? step.text : both(text),
    term: term === undefined || step.term?.law ? step.term : termOf(term, step.term),
    roles: roles ?? (step.roles as readonly Role[]),
    personId,
    contact: contact ?? '',
    off,
    example: step,
  }
}

const termOf = (term: OwnTerm | null, before: Term | null): Term | null =>
  term && { ...term, from: before?.from ?? 'opening', law: false, ...ownMark }

/** Which steps one of the school's own can follow: after the one that ends the run nothing comes. */
export const canBeFollowed = ({ steps }: SchoolProtocol): readonly SchoolStep[] =>
  steps.filter(({ ends }) => !ends)

/** After the step it follows, and needed whenever that one is. */
function placed(steps: readonly SchoolStep[], own: OwnStep): readonly SchoolStep[] {
  const at = steps.findIndex(({ id }) => id === own.follows)
  const before = steps[at] ?? steps.at(-1)
  if (!before) return steps
  const step: SchoolStep = {
    id: own.id,
    part: before.part,
    title: both(own.title),
    text: both(own.text),
    points: [],
    roles: own.roles,
    term: own.term && { ...own.term, from: 'opening', law: false, ...ownMark },
    after: [before.id],
    when: before.when,
    repeat: undefined,
    ends: false,
    lines: [],
    covers: [...own.covers],
    form: [ownField(own.writes)],
    personId: own.personId,
    contact: own.contact ?? '',
    off: own.off,
    example: undefined,
    ...ownMark,
  }
  const index = steps.indexOf(before) + 1
  return [...steps.slice(0, index), step, ...steps.slice(index)]
}

const ownLabels: Readonly<Record<OwnStepWrites, Bilingual>> = {
  fact: { nl: 'Wat is er gezien of gedaan?', en: 'What was seen or done?' },
  contact: { nl: 'Wat is besproken?', en: 'What was discussed?' },
  decision: { nl: 'Wat besluiten jullie?', en: 'What do you decide?' },
}

const ownField = (writes: OwnStepWrites): Field => ({
  kind: writes,
  id: 'own',
  label: ownLabels[writes],
  optional: false,
})

/** For a new draft on the newest example: what the school changed, as far as it still has a place. */
export function carriedOver({ changes }: EditionContent, example: Protocol): EditionContent {
  const ids = new Set(example.steps.map(({ id }) => id))
  const own: OwnStep[] = []
  for (const step of changes.own) {
    if (!ids.has(step.follows)) continue
    ids.add(step.id)
    own.push(step)
  }
  const steps = Object.entries(changes.steps).filter(([id]) => ids.has(id))
  return { example, changes: { ...changes, steps: Object.fromEntries(steps), own } }
}

export type DifferentField = 'title' | 'text' | 'term' | 'roles' | 'colleague' | 'contact' | 'off'

/** Which parts of a step are not as in the example. A step of the school's own is different as a whole. */
export function differencesIn({ example, ...step }: SchoolStep): readonly DifferentField[] {
  if (!example) return []
  const same = (a: unknown, b: unknown) => JSON.stringify(a) === JSON.stringify(b)
  const all: readonly (readonly [DifferentField, boolean])[] = [
    ['title', !same(step.title, example.title)],
    ['text', !same(step.text, example.text)],
    ['term', step.term?.unit !== example.term?.unit || step.term?.count !== example.term?.count],
    ['roles', !same([...step.roles].sort(), [...example.roles].sort())],
    ['colleague', step.personId !== undefined],
    ['contact', step.contact !== ''],
    ['off', step.off !== undefined],
  ]
  return all.filter(([, different]) => different).map(([field]) => field)
}
