import type { Keyring } from '#platform/keyring.ts'
import type { Surveys } from './load-surveys.ts'

/** What the acts of a survey need besides the work itself. */
export type SurveyDesk = {
  readonly surveys: Surveys
  readonly keyring: Keyring
  /** of this server, for codes and drafts; not in the database */
  readonly surveyKey: Buffer
}
