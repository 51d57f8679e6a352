export { type AgeGroup, ageGroups, isForAge } from './age-groups.ts'
export { checkLaw } from './check-law.ts'
export {
  type ClockRule,
  type Limit,
  type Pause,
  type ProcedureEvent,
  procedureEvents,
} from './clock-pack.ts'
export type { Law } from './law.ts'
export {
  inForceOn,
  type LegalRule,
  lastKnownStep,
  mustBeChecked,
  type RuleStatus,
  type Wording,
} from './legal-rule.ts'
export { loadLaw } from './load-law.ts'
export {
  type Asked,
  appliesOn,
  askedOf,
  linesBetween,
  type MayShare,
  mayShare,
  openRoads,
  type Receiver,
  type Sender,
  type SharingTable,
  type WhyNot,
  wrongAnswer,
} from './may-share.ts'
export type { Route, RouteKind, RoutesFile } from './route-pack.ts'
export { lawRoutes } from './routes.ts'
export { checkTheWording, ruleLine, ruleReference } from './rule-line.ts'
export { unknownRules } from './rule-references.ts'
export type { SepotCode, SepotFile, SepotTest } from './sepot-pack.ts'
export type { FactKind, Party, SharingLine, SharingQuestion } from './sharing-pack.ts'
export { factKinds } from './sharing-pack.ts'
export type { Telling, TellingMoment } from './telling-pack.ts'
export { whyNotWords } from './words-of-sharing.ts'
