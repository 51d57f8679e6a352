export { checkLaw } from './check-law.ts'
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
export type { Route, RouteKind, RoutesFile } from './route-pack.ts'
export { checkTheWording, ruleLine, ruleReference } from './rule-line.ts'
export { unknownRules } from './rule-references.ts'
export type { SepotCode, SepotFile, SepotTest } from './sepot-pack.ts'
