import type { Role } from '#platform/actor.ts'
import { type FormErrors, listOf, type Typed, textOf } from '#platform/form.ts'
import {
  type ImmediateChange,
  type OwnStep,
  type OwnTerm,
  ownStepWrites,
  type StepChange,
} from './edition.ts'
import type { Protocol, Step } from './protocol.ts'
import { longestTerm, type TermUnit, termUnits } from './term.ts'

/** The forms with which a school changes its protocol. */

/** Longest texts, in characters. */
export const longestEdit = { name: 200, text: 4_000, contact: 1_000, reason: 500 } as const

type Read<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly errors: FormErrors }

type Asking = {
  readonly typed: Typed
  /** roles that can be chosen */
  readonly roles: readonly Role[]
  /** numbers of colleagues who can be chosen */
  readonly colleagues: readonly string[]
}

/** Only what differs from the example becomes a change. */
export function readStepChange(step: Step, asking: Asking): Read<StepChange> {
  const reader = fieldReader(asking)
  const title = reader.text('title', longestEdit.name, 'name-missing')
  const text = reader.text('text', longestEdit.text, 'text-missing')
  const term = step.term?.law ? undefined : reader.term()
  const people = reader.people()
  const off = reader.off()
  if (!reader.ok()) return { ok: false, errors: reader.errors }
  const sameTerm =
    term === undefined ||
    (term === null
      ? step.term === null
      : step.term?.unit === term.unit && step.term.count === term.count)
  return {
    ok: true,
    value: {
      ...(differs(title, step.title) ? { title } : {}),
      ...(differs(text, step.text) ? { text } : {}),
      ...(sameTerm ? {} : { term: term ?? null }),
      ...peopleChange(people, step.roles as readonly Role[]),
      ...(off === undefined ? {} : { off }),
    },
  }
}

export function readImmediateChange(
  immediate: Protocol['immediate'],
  asking: Asking,
): Read<ImmediateChange> {
  const reader = fieldReader(asking)
  const text = reader.text('text', longestEdit.text, 'text-missing')
  const people = reader.people()
  if (!reader.ok()) return { ok: false, errors: reader.errors }
  return {
    ok: true,
    value: {
      ...(differs(text, immediate.text) ? { text } : {}),
      ...peopleChange(people, immediate.roles as readonly Role[]),
    },
  }
}

/** `steps` and `requirements`: what can be chosen from. A step that exists keeps its place. */
export function readOwnStep(
  asking: Asking & { readonly steps?: readonly string[]; readonly requirements: readonly string[] },
): Read<Omit<OwnStep, 'id'>> {
  const reader = fieldReader(asking)
  const { typed, steps, requirements } = asking
  const title = reader.text('title', longestEdit.name, 'name-missing')
  const text = reader.text('text', longestEdit.text, 'text-missing')
  const follows = steps ? reader.pick('follows', steps, 'choose-step') : ''
  const writes = reader.pick('writes', ownStepWrites, 'choose-writes')
  const term = reader.term()
  const { roles, personId, contact } = reader.people()
  const off = steps ? undefined : reader.off()
  if (!reader.ok() || writes === undefined || follows === undefined) {
    return { ok: false, errors: reader.errors }
  }
  return {
    ok: true,
    value: {
      follows,
      title,
      text,
      writes,
      term: term ?? null,
      roles,
      contact,
      covers: listOf(typed, 'covers').filter((id) => requirements.includes(id)),
      ...(personId ? { personId } : {}),
      ...(off === undefined ? {} : { off }),
    },
  }
}

type People = { roles: readonly Role[]; personId: string | undefined; contact: string }

function peopleChange({ roles, personId, contact }: People, before: readonly Role[]) {
  const same = [...roles].sort().join() === [...before].sort().join()
  return {
    ...(same ? {} : { roles }),
    ...(personId ? { personId } : {}),
    ...(contact === '' ? {} : { contact }),
  }
}

/** A text left as the example has it in either language is not a change. */
const differs = (text: string, { nl, en }: { nl: string; en: string }): boolean =>
  text !== nl && text !== en

function fieldReader({ typed, roles: those, colleagues }: Asking) {
  const errors: Record<string, string> = {}
  const line = (name: string, most: number): string => {
    const value = textOf(typed, name).trim()
    if (value.length > most) errors[name] = 'too-long'
    return value
  }
  const pick = <T extends string>(name: string, among: readonly T[], code: string) => {
    const found = among.find((one) => one === textOf(typed, name))
    if (found === undefined) errors[name] = code
    return found
  }
  return {
    errors: errors as FormErrors,
    ok: () => Object.keys(errors).length === 0,
    pick,
    text(name: string, most: number, missing: string): string {
      const value = line(name, most)
      if (value === '') errors[name] = missing
      return value
    },
    /** null: no term; undefined: wrong */
    term(): OwnTerm | null | undefined {
      const unit = pick<TermUnit | 'none'>('unit', [...termUnits, 'none'], 'choose-unit')
      if (unit === undefined) return undefined
      if (unit === 'none') return null
      if (unit === 'immediate' || unit === 'same-day') return { unit }
      const typedCount = textOf(typed, 'count').trim()
      const count = /^\d{1,3}$/.test(typedCount) ? Number(typedCount) : 0
      if (count < 1 || count > longestTerm) errors.count = 'count-missing'
      return { unit, count }
    },
    people(): People {
      const roles = those.filter((role) => listOf(typed, 'roles').includes(role))
      const personId = textOf(typed, 'colleague')
      if (personId !== '' && !colleagues.includes(personId)) errors.colleague = 'choose-colleague'
      const contact = line('contact', longestEdit.contact)
      return { roles, personId: personId || undefined, contact }
    },
    off(): string | undefined {
      const used = pick('used', ['yes', 'no'], 'choose-on-off')
      const reason = line('off', longestEdit.reason)
      if (used !== 'no') return undefined
      if (reason === '') errors.off = 'reason-missing'
      return reason
    },
  }
}
