import type { Typed } from '#platform/form.ts'
import { refuse } from '#platform/refusal.ts'
import type { Work } from '#platform/work.ts'
import { noteObjection } from './after-decision.ts'
import {
  askForAssessment,
  considerExploitation,
  enterAssessment,
  goWithoutAssessment,
} from './assess.ts'
import { endAccess, handOver, letIn } from './change-circle.ts'
import type { DossierDesk } from './desk.ts'
import { factKinds, laws, objectionKinds } from './dossier-words.ts'
import { type Field, type FormRead, readFields, type Values } from './fields.ts'
import { finishWorksheet } from './fill-worksheet.ts'
import type { DossierHead } from './find-dossier.ts'
import { type DossierAct, step, worksheetIsOpen } from './non-punishment.ts'
import { reopenDossier } from './reopen-dossier.ts'
import { addFact, addOffence } from './write-in-dossier.ts'

type Verb = (work: Work, desk: DossierDesk, dossierId: string, key?: string) => Promise<unknown>

/** An act on a dossier that has one page with one form. */
export type PagedAct = {
  /** the end of its address */
  readonly path: string
  readonly fields: readonly Field[]
  /** whether it can be done now; refused on opening the page, and again by its verb */
  readonly isOpen: (head: DossierHead) => boolean
  readonly read: (typed: Typed) => FormRead<Verb>
  /** where it leads, below the dossier */
  readonly goesTo?: string
}

function act<const F extends readonly Field[]>(
  one: Omit<PagedAct, 'read' | 'fields'> & {
    readonly fields: F
    readonly verb: (
      work: Work,
      desk: DossierDesk,
      dossierId: string,
      value: Values<F> & { readonly key?: string | undefined },
    ) => Promise<unknown>
  },
): PagedAct {
  const { verb, ...rest } = one
  return {
    ...rest,
    read: (typed) => {
      const read = readFields(one.fields, typed)
      if ('errors' in read) return read
      return { value: (work, desk, id, key) => verb(work, desk, id, { ...read.value, key }) }
    },
  }
}

const may =
  (name: DossierAct) =>
  (head: DossierHead): boolean =>
    step(name, head).ok
const always = () => true
const arranging = (head: DossierHead) => head.mayArrange
const decided = ({ state }: DossierHead) => state === 'decided' || state === 'notified'

const because = { name: 'because', as: 'words', rows: 4 } as const

export const acts = {
  fact: act({
    path: 'feit',
    isOpen: always,
    fields: [
      { name: 'kind', as: 'choice', choices: factKinds },
      { name: 'text', as: 'words' },
      { name: 'source', as: 'line' },
      { name: 'organisation', as: 'line', optional: true },
      { name: 'on', as: 'date', optional: true },
      { name: 'moment', as: 'line', optional: true },
      { name: 'beside', as: 'words', optional: true, rows: 3 },
    ],
    verb: (work, desk, id, { kind, text, source, organisation, on, moment, beside, key }) =>
      addFact(work, desk, id, {
        kind,
        on: on || undefined,
        words: {
          text,
          source,
          moment,
          beside: linesOf(beside),
          origin: { organisation, via: [] },
        },
        key,
      }),
  }),
  offence: act({
    path: 'strafbaar-feit',
    isOpen: worksheetIsOpen,
    fields: [
      { name: 'law', as: 'choice', choices: laws },
      { name: 'lawName', as: 'line', optional: true },
      { name: 'article', as: 'line' },
      { name: 'text', as: 'words', rows: 3 },
      { name: 'on', as: 'date', optional: true },
    ],
    verb: (work, desk, id, { law, lawName, article, text, on, key }) => {
      if (law === 'other') {
        if (lawName === '') return refuse('invalid', 'law-name-missing')
        // Its articles have forms of their own, such as 2:1, and are compared with nothing.
        const words = { text, on, cited: `${lawName}, ${article}` }
        return addOffence(work, desk, id, { law, article: '0', words, key })
      }
      const code = article.toLowerCase().replaceAll(' ', '')
      if (!/^[0-9]{1,3}[a-z]{0,3}$/.test(code)) return refuse('invalid', 'article-unknown')
      return addOffence(work, desk, id, { law, article: code, words: { text, on }, key })
    },
  }),
  consider: act({
    path: 'vermoeden',
    isOpen: may('consider'),
    fields: [
      { name: 'answer', as: 'choice', choices: ['yes', 'no'] },
      { name: 'forms', as: 'forms', optional: true },
      because,
    ],
    verb: considerExploitation,
  }),
  ask: act({
    path: 'vraag',
    isOpen: may('ask'),
    fields: [
      { name: 'whom', as: 'line' },
      { name: 'text', as: 'words', optional: true },
    ],
    verb: askForAssessment,
  }),
  assess: act({
    path: 'beoordeling',
    isOpen: may('assess'),
    fields: [
      { name: 'by', as: 'line' },
      { name: 'capacity', as: 'line' },
      { name: 'qualification', as: 'line' },
      { name: 'qualifiedOn', as: 'date', optional: true },
      { name: 'involved', as: 'words', rows: 3 },
      { name: 'on', as: 'date' },
      { name: 'source', as: 'line' },
      { name: 'facts', as: 'facts', optional: true },
      { name: 'lookedAt', as: 'words', optional: true, rows: 3 },
      { name: 'inFavour', as: 'words' },
      { name: 'against', as: 'words' },
      { name: 'unknown', as: 'words' },
      { name: 'conclusion', as: 'words' },
    ],
    verb: (work, desk, id, { on, facts, key, ...words }) =>
      enterAssessment(work, desk, id, { on, facts, words, key }),
  }),
  'go-without': act({
    path: 'zonder-beoordeling',
    isOpen: may('go-without'),
    fields: [because],
    verb: goWithoutAssessment,
  }),
  'work-out': act({
    path: 'werkblad-klaar',
    isOpen: may('work-out'),
    fields: [{ ...because, optional: true }],
    verb: finishWorksheet,
    goesTo: '',
  }),
  object: act({
    path: 'bezwaar',
    isOpen: decided,
    fields: [
      { name: 'kind', as: 'choice', choices: objectionKinds },
      { name: 'on', as: 'date' },
      { name: 'text', as: 'words' },
    ],
    verb: noteObjection,
  }),
  reopen: act({
    path: 'heropenen',
    isOpen: may('reopen'),
    fields: [because],
    verb: reopenDossier,
  }),
  'add-to-circle': act({
    path: 'kring/erbij',
    isOpen: arranging,
    fields: [{ name: 'personId', as: 'colleague' }, because],
    verb: letIn,
    goesTo: '/kring',
  }),
  'end-in-circle': act({
    path: 'kring/einde',
    isOpen: arranging,
    fields: [{ name: 'personId', as: 'colleague' }, because],
    verb: endAccess,
    goesTo: '/kring',
  }),
  'hand-over': act({
    path: 'kring/overdragen',
    isOpen: arranging,
    fields: [{ name: 'personId', as: 'colleague' }, because],
    verb: handOver,
    goesTo: '/kring',
  }),
} as const satisfies Readonly<Record<string, PagedAct>>

export type ActName = keyof typeof acts

/** One on each line. */
const linesOf = (text: string): string[] =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean)
