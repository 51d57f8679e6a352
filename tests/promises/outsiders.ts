import assert from 'node:assert/strict'
import type { PersonActor, Role } from '#platform/actor.ts'
import { newId } from '#platform/ids.ts'
import type { Exchange, Visitor } from '#tests/a-visitor.ts'
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

/**
 * Where whoever does the same work at the same organisation finds it too, and why. Everything else is for a circle,
 * or for one person.
 */
const forTheRole: Readonly<Record<string, string>> = {
  '/aanbod/:id': 'what an organisation offers',
  '/aanhoudingen/:id': 'every arrest of the unit, for who is certified',
  '/advies/:id': 'a question without a name, for who may ask or give advice',
  '/casussen/signaal/:id': 'a signal that waits for whoever takes it up',
  '/metingen/:id': 'waves of the survey, for its researchers',
  '/oefenen/film/vragen/:id': 'loans of the film',
  '/ontvangen/:id': 'what came for a role',
  '/organisatie/mensen/:id': 'administering',
  '/organisatie/programmas/:id': 'administering',
  '/overleg/:id': 'a table without a case, for the role that was invited',
  '/protocol/edities/:id': 'the protocol of the school',
  '/protocol/oefening/:run': 'a drill is about nobody',
  '/signalen/:id': 'a signal that waits for whoever takes it up',
  '/verantwoording/acties/:id': 'actions of the ministry, for its programme staff',
  '/verantwoording/brieven/ontvangen/:id': 'a draft of another ministry, for the programme staff',
  '/verantwoording/brieven/:id': 'a letter of the ministry, for its programme staff',
  '/verantwoording/stukken/:id': 'papers that the ministry read, for its programme staff',
  '/verantwoording/punten/:id': 'the register of the ministry, for its programme staff',
}
const isForTheRole = (name: string): boolean => {
  const path = name.replace(/^[A-Z]+ /, '')
  return Object.keys(forTheRole).some((one) => path === one || path.startsWith(`${one}/`))
}

const besides: readonly Role[] = ['administrator', 'privacy-officer']

/**
 * Sends what went well for somebody once more, as others who have no business with it: whoever does the same work at
 * another organisation, a colleague who only administers, and a colleague in the same role outside the circle. To them
 * it is as if it never was.
 */
export function outsidersOf({ house, signedIn, aStranger }: TestApp) {
  const made = new Map<string, Promise<Outsider>>()
  const once = (where: string, organisation: () => Promise<string>, roles: readonly Role[]) => {
    const name = `${where} ${roles}`
    const known = made.get(name)
    if (known) return known
    const making = organisation()
      .then((id) => house.aPerson(id, roles))
      .then(async (who) => ({ name, jar: (await signedIn(who)).jar }))
    made.set(name, making)
    return making
  }
  const others = ({ organisationId, organisationKind: kind, roles }: PersonActor, name: string) => {
    const here = async () => organisationId
    const away = () => house.anOrganisation(kind, 'Ergens anders (verzonnen)')
    return Promise.all([
      once(`elsewhere, ${kind}`, away, roles),
      ...(roles.some((role) => besides.includes(role))
        ? []
        : [once(`beside, ${organisationId}`, here, besides)]),
      ...(isForTheRole(name) ? [] : [once(`near, ${organisationId}`, here, roles)]),
    ])
  }

  const again = ({ jar }: Outsider, { method, url, request }: Heard, path: string) => {
    const headers = new Headers(request.headers)
    for (const name of ['cookie', 'x-forwarded-for']) headers.delete(name)
    // Another address each time: nobody may ask this much.
    const visitor = aStranger()
    for (const [name, value] of jar) visitor.jar.set(name, value)
    const { search } = new URL(url)
    return visitor.send(path + search, { method, headers, body: request.body ?? null })
  }

  /** Answers with how many others it was tried. */
  return async (name: string, heard: Heard): Promise<number> => {
    const { by } = heard
    const { pathname } = new URL(heard.url)
    if (!by || !pathname.match(uuid)) return 0
    const outsiders = await others(by, name)
    for (const who of outsiders) {
      const answer = await again(who, heard, pathname)
      const nowhere = await again(
        who,
        heard,
        pathname.replaceAll(uuid, () => newId()),
      )
      const told = `${name} as ${who.name}`
      assert.deepEqual(masked(answer), masked(nowhere), told)
      const nothing = name in doneAnyway ? [303, 403, 404] : [403, 404]
      assert.ok(nothing.includes(answer.status), `${told}: ${answer.status}`)
    }
    return outsiders.length
  }
}

type Outsider = {
  readonly name: string
  /** of its browser, signed in */
  readonly jar: Visitor['jar']
}
