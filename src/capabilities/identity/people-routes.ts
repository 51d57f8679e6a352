import { type Context, Hono } from 'hono'
import { z } from 'zod'
import { type Role, roles } from '#platform/actor.ts'
import { listOf, readForm, type Typed, textOf } from '#platform/form.ts'
import { acting } from '#platform/http/acting.ts'
import type { HouseContext, HouseEnv, SignedIn } from '#platform/http/house-env.ts'
import { typedIn } from '#platform/http/read-request.ts'
import { whoIsSignedIn } from '#platform/http/respond.ts'
import { isId } from '#platform/ids.ts'
import { link } from '#platform/language.ts'
import { refuse } from '#platform/refusal.ts'
import { requireManager } from './access.ts'
import {
  changeRoles,
  countOpenWork,
  deactivateColleague,
  reactivateColleague,
} from './change-colleague.ts'
import type { IdentityParts, Leaving } from './identity-parts.ts'
import { invitationPath } from './invitation.ts'
import { inviteAgain, inviteColleague, withdrawInvitation } from './invite-colleague.ts'
import { listColleagues, showColleague } from './list-colleagues.ts'
import { mayHold } from './organisation.ts'
import { colleaguePage, invitedPage, invitePage, leavingPage, peoplePage } from './people-pages.ts'
import { profileSchema } from './professional.ts'
import type { Reception } from './reception.ts'
import { revokeColleaguePasskey } from './revoke-passkeys.ts'
import { isSteppedUp } from './session.ts'
import { requireStepUp } from './step-up.ts'

const rolesSchema = z
  .union([z.enum(roles).transform((role) => [role]), z.array(z.enum(roles))], 'roles-wrong')
  .transform((list): readonly Role[] => [...new Set(list)])

export function peopleRoutes(
  { inTransaction, keyring, clock, respond, openWork }: IdentityParts,
  desk: Reception,
): Hono<HouseEnv> {
  const app = new Hono<HouseEnv>()
  const managing = acting(inTransaction, 'manage-organisation')

  app.get('/organisatie/mensen', async (c) => {
    manager(c)
    const people = await managing(c, (work) => listColleagues(work, keyring))
    return respond(c, peoplePage(c.get('language'), people))
  })

  app.get('/organisatie/mensen/uitnodigen', async (c) => {
    const signedIn = manager(c)
    requireStepUp(signedIn, clock())
    return respond(c, invitePage(c.get('language'), { kind: signedIn.actor.organisationKind }))
  })

  app.post('/organisatie/mensen/uitnodigen', async (c) => {
    const signedIn = manager(c)
    const kind = signedIn.actor.organisationKind
    const typed = await typedIn(c)
    const form = readForm(profileSchema.extend({ roles: chosenRoles(signedIn) }), typed)
    const language = c.get('language')
    if (!form.ok) {
      return respond(c, { ...invitePage(language, { kind, ...form }), status: 422 })
    }
    if (!isSteppedUp(signedIn.steppedUpAt, clock())) {
      return respond(c, {
        ...invitePage(language, { kind, typed, confirmFirst: true }),
        status: 403,
      })
    }
    const { roles, ...profile } = form.value
    const invited = await managing(c, (work) => inviteColleague(work, keyring, { profile, roles }))
    return respond(c, invitedPage(language, { ...linkTo(c, invited), name: profile.name }))
  })

  app.post('/organisatie/uitnodigingen/:id/intrekken', async (c) => {
    requireStepUp(manager(c), clock())
    await managing(c, (work) => withdrawInvitation(work, idIn(c)))
    return c.redirect(link(c.get('language'), '/organisatie/mensen'), 303)
  })

  app.get('/organisatie/mensen/:id', async (c) => {
    const signedIn = manager(c)
    requireStepUp(signedIn, clock())
    return respond(c, await colleaguePart(c, signedIn))
  })

  app.post('/organisatie/mensen/:id', async (c) => {
    const signedIn = manager(c)
    requireStepUp(signedIn, clock())
    const personId = idIn(c)
    const typed = await typedIn(c)
    const form = readForm(z.object({ roles: chosenRoles(signedIn) }), typed)
    if (!form.ok) return respond(c, { ...(await colleaguePart(c, signedIn, form)), status: 422 })
    const leaving = { personId, ...form.value }
    const warning = await warningFirst(c, leaving, typed)
    if (warning) return warning
    await managing(c, async (work) => {
      await openWork.handOver(work, leaving)
      await changeRoles(work, leaving)
    })
    return c.redirect(link(c.get('language'), '/organisatie/mensen'), 303)
  })

  app.post('/organisatie/mensen/:id/opnieuw', async (c) => {
    requireStepUp(manager(c), clock())
    const personId = idIn(c)
    const keepPasskeys = textOf(await typedIn(c), 'keepPasskeys') === 'yes'
    const invited = await managing(c, (work) => inviteAgain(work, personId, { keepPasskeys }))
    const { profile } = await managing(c, (work) => showColleague(work, keyring, personId))
    const page = { ...linkTo(c, invited), name: profile.name }
    return respond(c, invitedPage(c.get('language'), page))
  })

  app.post('/organisatie/mensen/:id/passkeys/:passkey/intrekken', async (c) => {
    requireStepUp(manager(c), clock())
    const personId = idIn(c)
    const passkeyId = c.req.param('passkey')
    await managing(c, (work) => revokeColleaguePasskey(work, { personId, passkeyId }))
    return c.redirect(link(c.get('language'), `/organisatie/mensen/${personId}`), 303)
  })

  app.post('/organisatie/mensen/:id/stoppen', async (c) => {
    requireStepUp(manager(c), clock())
    const personId = idIn(c)
    const warning = await warningFirst(c, { personId, roles: [] }, await typedIn(c))
    if (warning) return warning
    await managing(c, async (work) => {
      await openWork.handOver(work, { personId, roles: [] })
      await deactivateColleague(work, personId)
    })
    return c.redirect(link(c.get('language'), '/organisatie/mensen'), 303)
  })

  app.post('/organisatie/mensen/:id/hervatten', async (c) => {
    requireStepUp(manager(c), clock())
    await managing(c, (work) => reactivateColleague(work, idIn(c)))
    return c.redirect(link(c.get('language'), '/organisatie/mensen'), 303)
  })
  return app

  /** Before somebody leaves open work behind: how much, once, with the way to go on. */
  async function warningFirst(c: HouseContext, leaving: Leaving, typed: Typed) {
    if (textOf(typed, 'confirmed') === 'yes') return undefined
    const left = await managing(c, (work) => countOpenWork(work, openWork, leaving))
    if (left.signals.count + left.cases.count === 0) return undefined
    const { profile } = await managing(c, (work) => showColleague(work, keyring, leaving.personId))
    return respond(c, leavingPage(c.get('language'), { ...leaving, ...left, name: profile.name }))
  }

  function linkTo(c: HouseContext, { code, ...invited }: Awaited<ReturnType<typeof inviteAgain>>) {
    const address = desk.originOf(c) + link(c.get('language'), invitationPath(code))
    return { ...invited, address }
  }

  async function colleaguePart(
    c: HouseContext,
    { actor }: SignedIn,
    form: { typed?: Typed; errors?: Readonly<Record<string, string>> } = {},
  ) {
    const colleague = await managing(c, (work) => showColleague(work, keyring, idIn(c)))
    return colleaguePage(c.get('language'), {
      colleague,
      kind: actor.organisationKind,
      isMe: colleague.personId === actor.personId,
      chosen: form.typed ? listOf(form.typed, 'roles') : colleague.roles,
      ...(form.errors ? { errors: form.errors } : {}),
    })
  }
}

/** Asked before anything else, so that nobody else learns which addresses exist here. */
function manager(c: HouseContext): SignedIn {
  const signedIn = whoIsSignedIn(c)
  requireManager(signedIn.actor)
  return signedIn
}

const chosenRoles = ({ actor }: SignedIn) =>
  rolesSchema.refine((list) => mayHold(actor.organisationKind, list), 'roles-wrong')

function idIn(c: Context<HouseEnv>): string {
  const id = c.req.param('id') ?? ''
  return isId(id) ? id : refuse('not-found', 'no-such-colleague')
}
