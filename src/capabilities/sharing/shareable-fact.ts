import type { OrganisationKind, PersonActor } from '#platform/actor.ts'
import type { Language } from '#platform/language.ts'
import type { Work } from '#platform/work.ts'
import type { Consults } from './consultation.ts'

export type FactKind = 'fact' | 'interpretation' | 'decision' | 'own-words' | 'identity'

/** Where a fact first came from, however often it was passed on. Names, as the recipient will read them. */
export type FactOrigin = {
  readonly organisation: string
  readonly kind: OrganisationKind
  /** through whom it came here, the first one first */
  readonly via: readonly string[]
}

/** One thing that can be shared by itself, as the recipient will read it. */
export type ShareableFact = {
  /** which one it is within its file; never leaves the organisation */
  readonly ref: string
  readonly kind: FactKind
  readonly text: string
  /** who saw or said it */
  readonly source: string
  /** the day it was, as an ISO date */
  readonly on?: string | undefined
  /** when it was, in words */
  readonly moment?: string | undefined
  /** innocent alternatives, and what speaks against: they go along, always */
  readonly beside?: readonly string[] | undefined
  /** left out when it is the sender's own */
  readonly origin?: FactOrigin | undefined
}

export const fileKinds = [
  'case',
  'suspect-file',
  'victim-file',
  'dossier',
  'round-table',
  'partner-system',
] as const
export type FileKind = (typeof fileKinds)[number]

/** Kinds of files that belong to one occasion: what is written for a table is brought there and nowhere else. */
export const ofOccasion: readonly FileKind[] = ['round-table']

/** What happened with a disclosure, for the history of the file that it came from. */
export type FileEvent = {
  readonly what:
    | 'delivered'
    | 'not-shared'
    | 'accepted'
    | 'returned'
    | 'declined'
    | 'recalled'
    | 'ended'
    | 'refused'
  readonly disclosureId: string
  /** the name of the other organisation */
  readonly to: string
  readonly facts: number
  /** the language in which the person at work writes */
  readonly language: Language
  /** the reason, or the question, that somebody wrote */
  readonly words?: string | undefined
  /** of what was delivered: it asks for an answer */
  readonly asks?: true
}

/** Who follows what left a file, by the rule of that file; ids of people. */
export type Keepers = {
  /** who may share from it now */
  readonly sharers: readonly string[]
  /** who may take it over, where nobody may share from it any more */
  readonly heirs: readonly string[]
}

/** A file that was found for whoever may share from it. */
export type OpenedFile = {
  title(language: Language): string
  /** whether something may still leave from it; a kind that is never closed says nothing */
  readonly closed?: boolean
  /** Everything in it that can be shared, fact by fact, named in the recipient's language. */
  list(language: Language): Promise<readonly ShareableFact[]>
  /** Writes into its own history what the person at work did; it was opened locked then. */
  note(event: FileEvent): Promise<void>
}

/** A kind of file out of which facts are chosen. Each capability that keeps files makes its own. */
export type FactSource = {
  readonly kind: FileKind
  /** what can be asked about such a file; nothing when nobody is asked */
  readonly consults?: Consults
  /**
   * Refuses `not-found` to whoever may not share from this file. With `lock` it stays as it is until the commit. Writes
   * no entry in the trail.
   */
  open(work: Work, id: string, lock?: boolean): Promise<OpenedFile>
  /** The files from which this person may share, the most recent first; empty for whoever has none. */
  listFiles(
    work: Work,
    language: Language,
  ): Promise<readonly { readonly id: string; readonly title: string }[]>
  /** the address of the file, without the language */
  path(id: string): string
  /** Whether this person may take back what left a file that lies apart by now, where `open` refuses them. */
  mayRecall?(work: Work, id: string): Promise<boolean>
  /** The files of which `mayRecall` says so. */
  listApart?(work: Work): Promise<readonly string[]>
  /** Of these, who are all that work here now: by the same rule as `open`, however many they are read at once. */
  keepers(work: Work, id: string, people: readonly PersonActor[]): Promise<Keepers>
  /**
   * Writes into the file's own history what the other organisation answered, as the system actor `delivery`. Not there
   * where it stands beside the file only: nobody here wrote it.
   */
  hear?(work: Work, id: string, event: FileEvent): Promise<void>
}

/** One fact that was received, on its way into an own file. */
export type ReceivedItem = {
  /** of this fact in what was received; the same fact is taken into the same file once */
  readonly id: string
  /** the delivery in which it came */
  readonly deliveryId: string
  readonly fact: Omit<ShareableFact, 'ref' | 'origin'> & { readonly origin: FactOrigin }
  /** the organisation that sent it */
  readonly from: { readonly id: string; readonly name: string; readonly kind: OrganisationKind }
  /** the day it was received, as an ISO date */
  readonly receivedOn: string
}

/** A kind of file into which received facts are taken. */
export type Intake = {
  readonly kind: FileKind
  /** the address of such a file, without the language */
  path(id: string): string
  /** Whether who reads may know that this file exists. */
  maySee(work: Work, fileId: string): Promise<boolean>
  /** The files into which this person may take something, all or the newest; empty for whoever has none. */
  listFiles(
    work: Work,
    language: Language,
  ): Promise<readonly { readonly id: string; readonly title: string }[]>
  /** Where `listFiles` has the newest only: the file with this reference, into which this person may take something. */
  findByReference?(work: Work, reference: string): Promise<string | undefined>
  /** Refuses `not-found` to whoever may not write in this file. Twice is once. */
  take(
    work: Work,
    fileId: string,
    item: ReceivedItem,
    language: Language,
  ): Promise<{ readonly path: string }>
  /** Which `ShareableFact` of this file it became, by its `ref`; for the program itself, whoever may see the file. */
  refOf(work: Work, fileId: string, itemId: string): Promise<string | undefined>
  /**
   * Marks at the place where it was taken that the sender recalled it. As the system actor `delivery`, for
   * each item and file.
   */
  recalled(work: Work, fileId: string, itemId: string): Promise<void>
}
