import assert from 'node:assert/strict'
import type { OrganisationKind, PersonActor, Role } from '#platform/actor.ts'
import { newId } from '#platform/ids.ts'
import type { Exchange } from '#tests/a-visitor.ts'
import type { Heard, TestApp } from '#tests/an-app.ts'

const uuid = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g
const hide = (text: string): string => text.replaceAll(uuid, '…')
const masked = ({ status, location, body }: Exchange) => ({
  status,
  location: hide(location),
  body: hide(body),
})

/** Answered with "done" whatever is asked for; that nothing of another goes away is in the test named here. */
const doneAnyway: Readonly<Record<string, string>> = {
  'POST /organisatie/vrije-dagen/:id/weghalen':
    'src/capabilities/calendar/keep-closed-periods.test.ts',
}

const besides: readonly Role[] = ['administrator', 'privacy-officer']

/**
 * Sends what went well for somebody once more, as others who have no business with it: whoever does the same
 * work at another organisation, and a colleague who only administers. To them it is as if it never was.
 */
export function outsidersOf({ house, signedIn }: TestApp) {
  const made = new Map<string, Promise<PersonActor>>()
  const once = (name: string, make: () => Promise<PersonActor>) => {
    const actor = made.get(name) ?? make()
    made.set(name, actor)
    return actor
  }
  const elsewhere = (kind: OrganisationKind, roles: readonly Role[]) =>
    once(`${kind} ${roles}`, async () =>
      house.aPerson(await house.anOrganisation(kind, 'Ergens anders (verzonnen)'), roles),
    )
  const beside = (organisation: string) =>
    once(organisation, () => house.aPerson(organisation, besides))

  const again = async (who: PersonActor, { method, url, request }: Heard, path: string) => {
    const headers = new Headers(request.headers)
    for (const name of ['cookie', 'x-forwarded-for']) headers.delete(name)
    const visitor = await signedIn(who)
    const { search } = new URL(url)
    return visitor.send(path + search, { method, headers, body: request.body ?? null })
  }

  /** Answers with how many others it was tried. */
  return async (name: string, heard: Heard): Promise<number> => {
    const { by } = heard
    const { pathname } = new URL(heard.url)
    if (!by || !pathname.match(uuid)) return 0
    const others = [await elsewhere(by.organisationKind, by.roles)]
    if (!by.roles.some((role) => besides.includes(role)))
      others.push(await beside(by.organisationId))
    for (const who of others) {
      const answer = await again(who, heard, pathname)
      const nowhere = await again(
        who,
        heard,
        pathname.replaceAll(uuid, () => newId()),
      )
      const told = `${name} as ${who.roles.join('+')} ${who === others[0] ? 'elsewhere' : 'beside'}`
      assert.deepEqual(masked(answer), masked(nowhere), told)
      const nothing = name in doneAnyway ? [303, 403, 404] : [403, 404]
      assert.ok(nothing.includes(answer.status), `${told}: ${answer.status}`)
    }
    return others.length
  }
}
