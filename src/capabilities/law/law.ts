import type { Edition } from '#capabilities/knowledge/index.ts'
import type { ClocksFile } from './clock-pack.ts'
import type { Subject } from './law-edition.ts'
import type { LegalRule } from './legal-rule.ts'
import type { SharingTable } from './may-share.ts'
import type { RoutesFile } from './route-pack.ts'
import type { SepotFile } from './sepot-pack.ts'
import type { TellingFile } from './telling-pack.ts'

/** The law that the program knows, read once at start. Lists stand in the order of the packs. */
export type Law = {
  readonly edition: Edition
  readonly subjects: readonly Subject[]
  readonly rules: readonly LegalRule[]
  /** the grounds for not prosecuting, and what must be told beside them */
  readonly sepot: SepotFile
  /** what can be done with an offence committed while being exploited */
  readonly routes: RoutesFile
  /** who may share what with whom; `mayShare(law, …)` reads it */
  readonly sharing: SharingTable
  /** the terms that run from an arrest */
  readonly clocks: ClocksFile
  /** who must be told of an arrest, on what ground */
  readonly telling: TellingFile

  findRule(id: string): LegalRule | undefined
  /** for an id that a pack or the code itself wrote down: one that is not there is a defect */
  getRule(id: string): LegalRule
  rulesAbout(subject: string): readonly LegalRule[]
  /** on an ISO date; a bill and a motion never are */
  inForceOn(rule: LegalRule, day: string): boolean
}
