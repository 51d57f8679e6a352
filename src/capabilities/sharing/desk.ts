import type { CaseDesk } from '#capabilities/cases/index.ts'
import type { Law } from '#capabilities/law/index.ts'
import type { Role } from '#platform/actor.ts'
import type { Keyring } from '#platform/keyring.ts'
import type { Language } from '#platform/language.ts'
import { refuse } from '#platform/refusal.ts'
import type { Occasion } from './occasion.ts'
import type { KindNamer } from './party-fields.ts'
import type { FactSource, FileKind, Intake } from './shareable-fact.ts'

/** What the verbs of this capability need besides their Work; made once at start. */
export type SharingDesk = Pick<CaseDesk, 'namesOf' | 'tell' | 'colleagues'> & {
  readonly keyring: Keyring
  readonly law: Law
  readonly sources: readonly FactSource[]
  readonly intakes: readonly Intake[]
  readonly occasions: readonly Occasion[]
  readonly roleName: (role: Role, language: Language) => string
  readonly kindName: KindNamer
}

/** A kind of file that nobody shares from does not exist here. */
export const sourceOf = ({ sources }: Pick<SharingDesk, 'sources'>, kind: string): FactSource =>
  sources.find((one) => one.kind === kind) ?? refuse('not-found', 'no-such-file')

export const intakeOf = (
  { intakes }: Pick<SharingDesk, 'intakes'>,
  kind: FileKind,
): Intake | undefined => intakes.find((one) => one.kind === kind)
