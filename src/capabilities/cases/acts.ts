import { type Html, html } from '#design/html.ts'
import { dutchDay, fullDay } from '#platform/dates.ts'
import type { FormResult, Typed } from '#platform/form.ts'
import type { Language } from '#platform/language.ts'
import { refuse } from '#platform/refusal.ts'
import type { Work } from '#platform/work.ts'
import { type CaseAct, canNow, dueFault } from './case-file.ts'
import { addToCircle, handOverCase } from './change-circle.ts'
import { changeIdentity, changeQuestion } from './change-words.ts'
import type { CaseDesk } from './desk.ts'
import type { Edited } from './edit-entry.ts'
import { closeCase, reopenCase, takeOverCase } from './end-case.ts'
import type { WritableKind } from './entry.ts'
import { type CaseHead, mustBePossible } from './find-case.ts'
import { readActForm, readEntryForm, typedFromIdentity } from './forms.ts'
import { judgeRole } from './judge-role.ts'
import {
  circleFields,
  closeFields,
  entryFields,
  type FieldsView,
  handOverFields,
  identityFields,
  identityLabels,
  questionField,
  reasonField,
  roleFields,
  taskFields,
} from './pages-fields.ts'
import { actPaths, type PagedAct } from './paths.ts'
import type { ReadCase } from './read-case.ts'
import { addTask } from './tasks.ts'
import { lastMomentOf } from './until.ts'
import { writeEntry } from './write-entry.ts'

/** One act on a case with a page of its own: who sees it offered, what it asks and what it does. */
export type PagedCaseAct<T = never> = {
  /** in which state of the case it can be done; taking over can be done in both */
  readonly needs?: CaseAct
  /** who may; without it everybody of the circle */
  readonly may?: (head: CaseHead) => boolean
  readonly choices?: 'circle' | 'colleagues' | 'followers'
  readonly fields: (language: Language, view: FieldsView) => Html
  /** the form as it is filled in when it opens */
  readonly filled?: (read: ReadCase) => Typed
  /** the same in words, for somebody who was overtaken: everything that sending again would replace */
  readonly standing?: (language: Language, read: ReadCase) => readonly string[]
  readonly read: (typed: Typed) => FormResult<T>
  readonly verb: (
    work: Work,
    desk: CaseDesk,
    caseId: string,
    sent: { readonly value: T; readonly key: string | undefined },
  ) => Promise<unknown>
  /** where to go afterwards, within the case */
  readonly goesTo?: string
}

const decides = (head: CaseHead): boolean => head.mayDecide
const coordinates = (head: CaseHead): boolean => head.isCoordinator

const act = <T>(given: PagedCaseAct<T>): PagedCaseAct<unknown> =>
  given as unknown as PagedCaseAct<unknown>

const writing = (kind: WritableKind) =>
  act({
    needs: 'write',
    ...(kind === 'decision' ? { may: decides } : {}),
    fields: (language, view) => entryFields(language, kind, view),
    read: (typed) => readEntryForm(kind, typed),
    verb: (work, desk, caseId, { value, key }) => writeEntry(work, desk, caseId, value, key),
  })

/** What was read before it was changed goes along, so that nobody overwrites what they have not read. */
const versionField = (version: string): Html =>
  html`<input type="hidden" name="version" value="${version}">`

const versionIn = ({ typed }: FieldsView): string =>
  typeof typed.version === 'string' ? typed.version : '1'

/** Somebody else was first: told like any conflict, with what was typed. */
const orOvertaken = async (edited: Promise<Edited>): Promise<void> => {
  if (!(await edited).saved) refuse('conflict', 'overtaken')
}

export const acts: Readonly<Record<PagedAct, PagedCaseAct<unknown>>> = {
  fact: writing('fact'),
  interpretation: writing('interpretation'),
  decision: writing('decision'),
  contact: writing('contact'),
  task: act({
    needs: 'write',
    choices: 'circle',
    fields: taskFields,
    read: readActForm.task,
    verb: (work, desk, caseId, { value, key }) => {
      const fault = dueFault(value.due, dutchDay(work.now))
      if (fault) return refuse('invalid', fault)
      const { title, owner: ownerId, due: dueOn } = value
      return addTask(work, desk, caseId, { title, ownerId, dueOn, clock: 'agreement' }, key)
    },
  }),
  circle: act({
    needs: 'arrange',
    may: coordinates,
    choices: 'colleagues',
    fields: circleFields,
    read: readActForm.circle,
    verb: (work, desk, caseId, { value, key }) =>
      addToCircle(work, desk, caseId, {
        personId: value.colleague,
        reason: value.reason,
        key,
        until: value.until && lastMomentOf(value.until, work.now),
      }),
    goesTo: 'kring',
  }),
  handOver: act({
    needs: 'arrange',
    may: coordinates,
    choices: 'followers',
    fields: handOverFields,
    read: readActForm.handOver,
    verb: (work, desk, caseId, { value: { colleague: personId, reason }, key }) =>
      handOverCase(work, desk, caseId, { personId, reason, key }),
  }),
  takeOver: act({
    may: (head) => head.mayTakeOver && !head.isCoordinator,
    fields: reasonField,
    read: readActForm.reason,
    verb: (work, desk, caseId, { value: { reason }, key }) =>
      takeOverCase(work, desk, caseId, { reason, key }),
  }),
  role: act({
    needs: 'write',
    may: decides,
    fields: roleFields,
    read: readActForm.role,
    verb: (work, desk, caseId, { value, key }) => {
      const { role, from: fromOn, until: untilOn, ...words } = value
      return judgeRole(work, desk, caseId, { role, fromOn, untilOn, words, key })
    },
    goesTo: 'rollen',
  }),
  question: act({
    needs: 'write',
    may: decides,
    fields: (language, view) =>
      html`${versionField(versionIn(view))}${questionField(language, view)}`,
    filled: ({ question, version }) => ({ question, version: String(version) }),
    standing: (_language, { question }) => [question],
    read: readActForm.question,
    verb: (work, desk, caseId, { value }) => orOvertaken(changeQuestion(work, desk, caseId, value)),
  }),
  identity: act({
    needs: 'write',
    may: decides,
    fields: (language, view) =>
      html`${versionField(versionIn(view))}${identityFields(language, view)}`,
    filled: ({ identity, identityVersion }) => ({
      ...typedFromIdentity(identity),
      version: String(identityVersion),
    }),
    standing: (language, { identity, atSchool }) => {
      const labels = identityLabels(language, atSchool)
      const parts = identityParts.filter((part) => part !== 'group' || atSchool || identity.group)
      return parts.map((part) => {
        const value =
          part === 'born' && identity.born ? fullDay(language, identity.born) : identity[part]
        return `${labels[part]}: ${value || '–'}`
      })
    },
    read: readActForm.identity,
    verb: (work, desk, caseId, { value: { version, ...identity } }) =>
      orOvertaken(changeIdentity(work, desk, caseId, { identity, version })),
  }),
  close: act({
    needs: 'close',
    may: coordinates,
    fields: closeFields,
    read: readActForm.close,
    verb: (work, desk, caseId, { value, key }) => closeCase(work, desk, caseId, { ...value, key }),
  }),
  reopen: act({
    needs: 'reopen',
    may: coordinates,
    fields: reasonField,
    read: readActForm.reason,
    verb: (work, desk, caseId, { value: { reason }, key }) =>
      reopenCase(work, desk, caseId, { reason, key }),
  }),
}

const identityParts = ['name', 'group', 'number', 'born', 'contacts'] as const

export const pagedActs = Object.keys(actPaths) as PagedAct[]

/** The acts that are offered to this person now, out of these. */
export const offered = (head: CaseHead, among: readonly PagedAct[]): PagedAct[] =>
  among.filter((name) => {
    const { needs, may } = acts[name]
    return (!needs || canNow(needs, head.state)) && (!may || may(head))
  })

/** Refuses whoever may not, and what cannot be done in the state the case has now. */
export function mustBeOffered(head: CaseHead, name: PagedAct): void {
  const { needs, may } = acts[name]
  if (may && !may(head)) refuse('not-allowed', `may-not-${name}`)
  if (needs) mustBePossible(needs, head)
}
