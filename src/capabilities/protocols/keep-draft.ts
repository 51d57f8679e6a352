import { isId, newId } from '#platform/ids.ts'
import { refuse } from '#platform/refusal.ts'
import type { Work } from '#platform/work.ts'
import { editor } from './access.ts'
import type { ProtocolDesk } from './desk.ts'
import {
  type Changes,
  canBeFollowed,
  carriedOver,
  type EditionContent,
  type ImmediateChange,
  noChanges,
  type OwnStep,
  protocolOf,
  type StepChange,
} from './edition.ts'
import { type DraftAsRead, printAsExample, printOf, wholePrintOf } from './edition-print.ts'
import { openEdition, sealAgain, sealEdition } from './edition-words.ts'
import { deleteDraft, findEditionIn, insertDraft, updateEdition } from './store-editions.ts'
import { immediateStep } from './sufficiency.ts'

/**
 * A new draft on the newest example, with what the school changed so far. A school has one draft: asked
 * again, there simply is one.
 */
export async function startDraft(work: Work, desk: ProtocolDesk): Promise<void> {
  const { personId } = editor(work)
  const { example } = desk.protocols
  const current = await findEditionIn(work, 'in-force')
  const content: EditionContent = current
    ? carriedOver(await openEdition(work, desk.keyring, current), example)
    : { example, changes: noChanges }
  const id = newId()
  const sealed = await sealEdition(work, desk.keyring, id, content)
  const made = await insertDraft(work, {
    id,
    example: example.edition.id,
    made_by: personId,
    ...sealed,
  })
  work.audit(
    made ? { act: 'protocol.start-draft', subject: id } : { act: 'protocol.start-draft-again' },
  )
}

type Read = { readonly step: string; readonly print: string }

/** `print`: of the step as it was when the form was opened. */
export const changeStep = (
  work: Work,
  desk: ProtocolDesk,
  read: Read,
  change: StepChange,
): Promise<void> =>
  changeDraft(work, desk, asItWas(read), ({ example, changes }) => {
    if (!example.steps.some(({ id }) => id === read.step)) refuse('not-found', 'no-such-step')
    return { ...changes, steps: { ...changes.steps, [read.step]: change } }
  })

export const changeImmediate = (
  work: Work,
  desk: ProtocolDesk,
  print: string,
  change: ImmediateChange,
): Promise<void> =>
  changeDraft(work, desk, asItWas({ step: immediateStep, print }), ({ changes }) => ({
    ...changes,
    immediate: change,
  }))

export const changeOwnStep = (
  work: Work,
  desk: ProtocolDesk,
  read: Read,
  change: Omit<OwnStep, 'id' | 'follows'>,
): Promise<void> =>
  changeDraft(work, desk, asItWas(read), ({ changes }) => {
    if (!changes.own.some(({ id }) => id === read.step)) refuse('not-found', 'no-such-step')
    const own = changes.own.map((one) =>
      one.id === read.step ? { id: one.id, follows: one.follows, ...change } : one,
    )
    return { ...changes, own }
  })

/** More than a school needs, and an end to what one draft can hold. */
const mostOwnSteps = 20

const ownName = (key: string): string => `own-${key}`
const isOwnName = (step: string): boolean => step === ownName(step.slice(4)) && isId(step.slice(4))

/** `key` of the form makes its name: sent twice, it is one step. */
export async function addOwnStep(
  work: Work,
  desk: ProtocolDesk,
  { key, ...step }: Omit<OwnStep, 'id'> & { readonly key: string },
): Promise<void> {
  const id = ownName(key)
  await changeDraft(work, desk, { step: id }, ({ example, changes }) => {
    if (changes.own.some((one) => one.id === id)) return changes
    const before = canBeFollowed(protocolOf({ example, changes }))
    if (!before.some((one) => one.id === step.follows)) refuse('invalid', 'no-such-step')
    if (changes.own.length >= mostOwnSteps) refuse('conflict', 'too-many-own-steps')
    return { ...changes, own: [...changes.own, { id, ...step }] }
  })
}

/**
 * As the example has it; a step of the school's own is removed, and what came after it moves up. What
 * stands so already may be sent again.
 */
export const backToExample = (
  work: Work,
  desk: ProtocolDesk,
  { step, print }: Read,
): Promise<void> =>
  changeDraft(
    work,
    desk,
    { step, prints: [print, printAsExample(step)] },
    ({ example, changes }) => {
      if (step === immediateStep) return { ...changes, immediate: {} }
      // A step of the school's own that is gone already is not there either.
      if (!isOwnName(step) && !example.steps.some(({ id }) => id === step)) {
        refuse('not-found', 'no-such-step')
      }
      const { [step]: _, ...steps } = changes.steps
      const gone = changes.own.find(({ id }) => id === step)
      const own = changes.own
        .filter(({ id }) => id !== step)
        .map((one) => (gone && one.follows === step ? { ...one, follows: gone.follows } : one))
      return { ...changes, steps, own }
    },
  )

/** Throws away this draft, as it was read; one that is gone already may be thrown away again. */
export async function discardDraft(
  work: Work,
  { keyring }: ProtocolDesk,
  { draft, print }: DraftAsRead,
): Promise<void> {
  editor(work)
  const row = await findEditionIn(work, 'draft', true)
  if (!row) {
    work.audit({ act: 'protocol.discard-draft-again' })
    return
  }
  if (row.id !== draft) return refuse('conflict', 'no-draft')
  if (print !== wholePrintOf(await openEdition(work, keyring, row))) {
    return refuse('conflict', 'step-changed-meanwhile')
  }
  await deleteDraft(work, draft)
  work.audit({ act: 'protocol.discard-draft', subject: draft })
}

/** `prints`: the step must stand as one of these; nothing where there was none to read. */
type Expected = { readonly step: string; readonly prints?: readonly string[] }

const asItWas = ({ step, print }: Read): Expected => ({ step, prints: [print] })

/** Locks the draft, and changes it for who read it as it stands. */
async function changeDraft(
  work: Work,
  { keyring }: ProtocolDesk,
  { step, prints }: Expected,
  make: (content: EditionContent) => Changes,
): Promise<void> {
  editor(work)
  const row = (await findEditionIn(work, 'draft', true)) ?? refuse('conflict', 'no-draft')
  const content = await openEdition(work, keyring, row)
  if (prints && !prints.includes(printOf(content, step))) {
    refuse('conflict', 'step-changed-meanwhile')
  }
  const changed = { ...content, changes: make(content) }
  await updateEdition(work, row.id, { content: await sealAgain(work, keyring, row, changed) })
  work.audit({ act: 'protocol.change-draft', subject: row.id, details: { step } })
}
