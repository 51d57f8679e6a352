import type { Hono } from 'hono'
import type { Role } from '#platform/actor.ts'
import type { FindSession, HouseEnv } from '#platform/http/house-env.ts'
import type { Work } from '#platform/work.ts'
import { sessionFinder, sessionWatcher } from './find-session.ts'
import type { IdentityParts } from './identity-parts.ts'
import { identityRoutes } from './identity-routes.ts'
import { loadDemoRegion } from './load-demo-region.ts'
import { mailAddressesOf } from './mail-addresses-of.ts'
import { colleaguesWithRole, type NamedPerson, namesOf } from './names-of.ts'

export { addOrganisation } from './add-organisation.ts'
export { demoActor, demoId, demoOrganisationIds } from './demo-region.ts'
export { readStory, stepField } from './demo-story.ts'
export { stepBanner } from './demo-story-part.ts'
export { invitationPath } from './invitation.ts'
export { inviteColleague } from './invite-colleague.ts'
export { colleaguesWithRole, type NamedPerson, namesOf } from './names-of.ts'
export { forYouNavigation, identityNavigation } from './navigation.ts'
export { rolesOf } from './organisation.ts'
export { kindName, roleName, roleNames } from './role-names.ts'
export { requireStepUp } from './step-up.ts'
export { forgetInvitations } from './store-invitations.ts'
export { listOrganisationIds } from './store-people.ts'
export { forgetSessions } from './store-sessions.ts'

export type Identity = {
  /** who is behind this cookie; asked on every request */
  readonly findSession: FindSession
  /** whether a session still holds, without making it last longer */
  readonly stillSignedIn: (token: string) => Promise<boolean>
  /** signing in and out, sessions, invitations, people; and /demo in demo mode */
  readonly routes: Hono<HouseEnv>
  /** names of colleagues by person id, for an act that is in the trail already */
  namesOf(work: Work, personIds: readonly string[]): Promise<ReadonlyMap<string, string>>
  /** colleagues who hold any of these roles now, in order of name */
  colleaguesWithRole(work: Work, roles: readonly Role[]): Promise<readonly NamedPerson[]>
  /** mail addresses of colleagues who still work here, for an act that is in the trail already */
  mailAddressesOf(work: Work, personIds: readonly string[]): Promise<ReadonlyMap<string, string>>
  /** the fictional region; loading it again changes nothing */
  loadDemoRegion(): Promise<void>
}

/** Organisations and the people who work for them. */
export function openIdentity(parts: IdentityParts): Identity {
  const { pool, inTransaction, keyring, clock, config } = parts
  return {
    findSession: sessionFinder({ pool, inTransaction, keyring, clock, demo: config.demo }),
    stillSignedIn: sessionWatcher({ pool, clock, demo: config.demo }),
    routes: identityRoutes(parts),
    namesOf: (work, personIds) => namesOf(work, keyring, personIds),
    colleaguesWithRole: (work, roles) => colleaguesWithRole(work, keyring, roles),
    mailAddressesOf: (work, personIds) => mailAddressesOf(work, keyring, personIds),
    loadDemoRegion: () => loadDemoRegion({ pool, inTransaction, keyring }),
  }
}
