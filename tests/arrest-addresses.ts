import { aLook, anArrest, anArrestDesk, aProtection } from '#capabilities/arrests/an-arrest.ts'
import { type FormedKind, notePaths, notesOf } from '#capabilities/arrests/note.ts'
import { momentFields } from '#capabilities/arrests/typed-moment.ts'
import type { Fields, Visitor } from '#tests/a-visitor.ts'
import { somebody, type TestApp } from '#tests/an-app.ts'
import type { Walk } from '#tests/every-address.ts'

const officer = somebody('bo-balie')
const detective = somebody('rik-rechercheur')
const colleague = somebody('tess-tweedeblik')

/** What each form must bring, besides the moment. */
const notes: Readonly<Record<FormedKind, Fields>> = {
  event: { code: 'arrival' },
  questioning: {},
  fact: { text: 'Twee telefoons.', source: 'Bo' },
  interpretation: { text: 'Gestuurd door een ander.', innocent: 'Een eigen idee.' },
  'own-words': { quote: 'Ik mag niet stoppen.', source: 'Bo' },
  found: { items: 'more-phones', source: 'Bo' },
  present: { items: 'alone', source: 'Bo' },
  rights: { items: ['parents', 'doctor'], language: 'Nederlands' },
  accompaniment: { beside: 'yes', who: 'moeder' },
  contact: { code: 'prosecutor', who: 'de jeugdofficier', way: 'phone', agreed: 'Eerst kijken.' },
  decision: { text: 'Geen gesprek thuis.', reasons: 'Niet veilig.' },
}

/** A way to have every address of arrests, and of the files apart, answer well. */
export function arrestAddresses(test: TestApp): Readonly<Record<string, () => Promise<Walk>>> {
  const house = { inTransaction: test.app.inTransaction }
  const desk = anArrestDesk(test.house)
  const at = () => momentFields('at', test.house.clock())
  const as = (who: typeof officer) => test.signedIn(who)
  const plain =
    (who: typeof officer, ask: (v: Visitor) => Promise<Walk['answer']>) => async () => ({
      answer: await ask(await as(who)),
    })
  type Ask = (visitor: Visitor, path: string, id: string) => Promise<Walk['answer']>
  const arrested = () => anArrest(house, desk, detective)
  const onArrest = (ask: Ask) => async (): Promise<Walk> => {
    const id = await arrested()
    return { answer: await ask(await as(detective), `/aanhoudingen/${id}`, id), subject: id }
  }
  const looked = (ask: Ask) =>
    onArrest(async (visitor, path, id) => {
      await aLook(house, desk, detective, id, { part: 'full', further: false })
      return ask(visitor, path, id)
    })
  const onProtection = (ask: Ask) => async (): Promise<Walk> => {
    const id = await aProtection(house, desk, detective, await arrested())
    return { answer: await ask(await as(detective), `/beschermdossiers/${id}`, id), subject: id }
  }
  const both = (root: string, on: (ask: Ask) => () => Promise<Walk>) => {
    const kind = root === '/aanhoudingen' ? 'arrest' : 'protection'
    const written = notesOf(kind).flatMap((note) => {
      const end = `/noteer/${notePaths[note]}`
      return [
        [`GET ${root}/:id${end}`, on((v, path) => v.get(path + end))],
        [
          `POST ${root}/:id${end}`,
          on((v, path) => v.post(path + end, { ...at(), ...notes[note] })),
        ],
      ] as const
    })
    const letIn = { personId: colleague.personId, reason: 'Kijkt mee.' }
    const withColleague = (ask: Ask) =>
      on(async (visitor, path, id) => {
        await visitor.post(`${path}/kring`, letIn)
        return ask(visitor, `${path}/kring/${colleague.personId}`, id)
      })
    return {
      [`GET ${root}`]: plain(detective, (v) => v.get(root)),
      [`GET ${root}/:id`]: on((v, path) => v.get(path)),
      ...Object.fromEntries(written),
      [`POST ${root}/:id/regels/:note/terug`]: on(async (v, path) => {
        await v.post(`${path}/noteer/feit`, { ...at(), ...notes.fact })
        const { body } = await v.get(path)
        const [, action = ''] = /action="([^"]*\/regels\/[^"]+)"/.exec(body) ?? []
        return v.post(action)
      }),
      [`GET ${root}/:id/kring`]: on((v, path) => v.get(`${path}/kring`)),
      [`POST ${root}/:id/kring`]: on((v, path) => v.post(`${path}/kring`, letIn)),
      [`GET ${root}/:id/kring/:person`]: withColleague((v, path) => v.get(path)),
      [`POST ${root}/:id/kring/:person`]: withColleague((v, path) =>
        v.post(path, { reason: 'Klaar.' }),
      ),
      ...steps(root, on, { afsluiten: {}, heropenen: { before: 'afsluiten' } }),
    }
  }
  type Step = { readonly before?: string }
  const steps = (
    root: string,
    on: (ask: Ask) => () => Promise<Walk>,
    which: Readonly<Record<string, Step>>,
  ) =>
    Object.fromEntries(
      Object.entries(which).flatMap(([name, { before }]) => {
        const taken = (ask: Ask) =>
          on(async (visitor, path, id) => {
            if (before) await visitor.post(`${path}/stap/${before}`, { reasons: 'Eerst dit.' })
            return ask(visitor, `${path}/stap/${name}`, id)
          })
        return [
          [`GET ${root}/:id/stap/${name}`, taken((v, path) => v.get(path))],
          [`POST ${root}/:id/stap/${name}`, taken((v, path) => v.post(path, { reasons: 'Zo.' }))],
        ] as const
      }),
    )
  const lookForm = (part: 'first' | 'full'): Fields => ({
    ...Object.fromEntries(desk.instrument[part].map(({ id }) => [id, 'unknown'])),
    further: 'no',
    because: 'Niets gezien.',
  })
  const page = (path: string) => onArrest((v, root) => v.get(root + path))

  return {
    ...both('/aanhoudingen', onArrest),
    ...both('/beschermdossiers', onProtection),
    ...steps('/aanhoudingen', looked, { gereed: {}, terug: { before: 'gereed' }, halt: {} }),
    'GET /aanhoudingen/nieuw': plain(officer, (v) => v.get('/aanhoudingen/nieuw')),
    'POST /aanhoudingen/nieuw': plain(officer, (v) =>
      v.post('/aanhoudingen/nieuw', { ...at(), offence: 'unknown', name: 'Noor Voorbeeld' }),
    ),
    'GET /aanhoudingen/cijfers': plain(officer, (v) => v.get('/aanhoudingen/cijfers')),
    'GET /aanhoudingen/:id/gegevens': page('/gegevens'),
    'POST /aanhoudingen/:id/gegevens': onArrest((v, path) =>
      v.post(`${path}/gegevens`, { ...at(), offence: 'unknown', version: '1' }),
    ),
    'GET /aanhoudingen/:id/kijk': page('/kijk'),
    'POST /aanhoudingen/:id/kijk': onArrest((v, path) => v.post(`${path}/kijk`, lookForm('first'))),
    'GET /aanhoudingen/:id/kijk-verder': page('/kijk-verder'),
    'POST /aanhoudingen/:id/kijk-verder': onArrest((v, path) =>
      v.post(`${path}/kijk-verder`, lookForm('full')),
    ),
    'GET /aanhoudingen/:id/inlichten/:who': page('/inlichten/parents'),
    'POST /aanhoudingen/:id/inlichten/:who': onArrest((v, path) =>
      v.post(`${path}/inlichten/parents`, { ...at(), done: 'yes', text: 'Moeder gebeld.' }),
    ),
    'GET /aanhoudingen/:id/beschermen': page('/beschermen'),
    'POST /aanhoudingen/:id/beschermen': async () => {
      const id = await arrested()
      const form = { reason: 'Noor lijkt gestuurd.' }
      const visitor = await as(detective)
      return { answer: await visitor.post(`/aanhoudingen/${id}/beschermen`, form) }
    },
  }
}
