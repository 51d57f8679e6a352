import { aCase } from '#capabilities/cases/a-case.ts'
import { aRecording } from '#capabilities/signals/a-recording.ts'
import { newId } from '#platform/ids.ts'
import type { Exchange, Fields, Visitor } from '#tests/a-visitor.ts'
import { somebody, type TestApp } from '#tests/an-app.ts'
import type { Walk } from '#tests/every-address.ts'

const facilitator = somebody('samira-denkbeeld')
const mentor = somebody('milan-proefpersoon')

const started = (method: string): Fields => ({
  method,
  about: 'place',
  topic: 'Een plek bij de fietsen',
  key: newId(),
})

/** A way to have every address of an intervision answer well. */
export function intervisionAddresses(test: TestApp): Readonly<Record<string, () => Promise<Walk>>> {
  const id = ({ location }: Exchange): string => /[0-9a-f-]{36}/.exec(location)?.[0] ?? ''
  const code = ({ body }: Exchange): string => /N-\w{4}-\w{4}/.exec(body)?.[0] ?? ''
  const place = ({ body }: Exchange): string => /name="from" value="([^"]+)"/.exec(body)?.[1] ?? ''

  /** A table with a facilitator and a mentor, moved on so many times. */
  const table = async (method = 'niet-pluis', ...acts: string[]) => {
    const leads = await test.signedIn(facilitator)
    const sits = await test.signedIn(mentor)
    const subject = id(await leads.post('/intervisie/nieuw', started(method)))
    const at = `/intervisie/${subject}`
    await sits.post('/intervisie/meedoen', { code: code(await leads.get(at)) })
    for (const act of acts) {
      await leads.post(`${at}/verder`, { act, from: place(await leads.get(at)) })
    }
    return { subject, at, leads, sits }
  }
  type Table = Awaited<ReturnType<typeof table>>
  const on =
    (make: () => Promise<Table>, ask: (table: Table) => Promise<Exchange>) =>
    async (): Promise<Walk> => {
      const made = await make()
      return { answer: await ask(made), subject: made.subject }
    }
  const plain = (ask: (visitor: Visitor) => Promise<Exchange>) => async (): Promise<Walk> => ({
    answer: await ask(await test.signedIn(facilitator)),
  })
  const writing = () => table('niet-pluis', 'begin', 'next')
  const thought = (key = newId()): Fields => ({
    phase: 'viewpoints',
    kind: 'thought',
    key,
    'thought-text': 'Iets dat niemand anders hoort',
  })
  const withCard = async () => {
    const made = await writing()
    await made.sits.post(`${made.at}/bijdragen`, thought())
    const card = /kaarten\/([0-9a-f-]{36})/.exec((await made.sits.get(made.at)).body)?.[1]
    return { ...made, at: `${made.at}/kaarten/${card}` }
  }
  const last = () =>
    table('five-steps', 'begin', 'next', 'next', 'reveal', 'next', 'reveal', 'next')
  const ended = async () => {
    const made = await table('five-steps', 'begin')
    await made.leads.post(`${made.at}/bijdragen`, {
      phase: 'question',
      kind: 'question',
      key: newId(),
      'question-text': 'Wat helpt?',
    })
    await made.leads.post(`${made.at}/stoppen`, { from: '0-open' })
    return made
  }
  const paper = async () => {
    const leads = await test.signedIn(facilitator)
    const subject = id(await leads.post('/intervisie/papier', started('five-steps')))
    return { subject, at: `/intervisie/${subject}`, leads, sits: leads }
  }

  return {
    'GET /intervisie': plain((visitor) => visitor.get('/intervisie')),
    'GET /intervisie/nieuw': plain((visitor) => visitor.get('/intervisie/nieuw')),
    'POST /intervisie/nieuw': plain((v) => v.post('/intervisie/nieuw', started('balint'))),
    'GET /intervisie/papier': plain((visitor) => visitor.get('/intervisie/papier')),
    'POST /intervisie/papier': plain((v) => v.post('/intervisie/papier', started('gossip'))),
    'POST /intervisie/meedoen': on(table, async ({ at, leads }) =>
      (await test.signedIn(somebody('ruben-schets'))).post('/intervisie/meedoen', {
        code: code(await leads.get(at)),
      }),
    ),
    'GET /intervisie/:id': on(table, ({ at, sits }) => sits.get(at)),
    'GET /intervisie/:id/live': on(table, ({ at, sits }) => sits.get(`${at}/live`)),
    'GET /intervisie/:id/scherm': on(table, ({ at, leads }) => leads.get(`${at}/scherm`)),
    'POST /intervisie/:id/verder': on(table, ({ at, leads }) =>
      leads.post(`${at}/verder`, { act: 'begin', from: 'gathering' }),
    ),
    'POST /intervisie/:id/bijdragen': on(writing, ({ at, sits }) =>
      sits.post(`${at}/bijdragen`, thought()),
    ),
    'POST /intervisie/:id/concept': on(writing, ({ at, sits }) =>
      sits.post(`${at}/concept`, thought()),
    ),
    'GET /intervisie/:id/kaarten/:card': on(withCard, ({ at, sits }) => sits.get(at)),
    'POST /intervisie/:id/kaarten/:card': on(withCard, ({ at, sits }) =>
      sits.post(at, { kind: 'thought', 'thought-text': 'Toch anders' }),
    ),
    'POST /intervisie/:id/klaar': on(writing, ({ at, sits }) =>
      sits.post(`${at}/klaar`, { phase: 'viewpoints', ready: 'yes' }),
    ),
    'POST /intervisie/:id/inbrenger': on(table, ({ at, leads }) =>
      leads.post(`${at}/inbrenger`, { person: mentor.personId }),
    ),
    'POST /intervisie/:id/weghalen': on(table, ({ at, leads }) =>
      leads.post(`${at}/weghalen`, { away: mentor.personId }),
    ),
    'POST /intervisie/:id/overnemen': on(table, ({ at, sits }) =>
      sits.post(`${at}/overnemen`, { from: facilitator.personId }),
    ),
    'POST /intervisie/:id/stoppen': on(table, ({ at, leads }) =>
      leads.post(`${at}/stoppen`, { from: 'gathering' }),
    ),
    'GET /intervisie/:id/besluit': on(last, ({ at, leads }) => leads.get(`${at}/besluit`)),
    'POST /intervisie/:id/besluit': on(last, ({ at, leads }) =>
      leads.post(`${at}/besluit`, { from: '4-open', agreement: 'We kijken verder' }),
    ),
    'GET /intervisie/:id/van-papier': on(paper, ({ at, leads }) => leads.get(`${at}/van-papier`)),
    'POST /intervisie/:id/van-papier': on(paper, ({ at, leads }) =>
      leads.post(`${at}/van-papier`, { 'question-lines': 'Wat helpt?' }),
    ),
    'GET /intervisie/:id/naar-de-casus': on(ended, ({ at, leads }) =>
      leads.get(`${at}/naar-de-casus`),
    ),
    'POST /intervisie/:id/naar-de-casus': on(
      async () => {
        const made = await table('five-steps', 'begin', 'next')
        await made.leads.post(`${made.at}/bijdragen`, {
          phase: 'exploration',
          kind: 'fact',
          key: newId(),
          'fact-text': 'Er staat elke dag een scooter',
          'fact-origin': 'own',
        })
        await made.leads.post(`${made.at}/stoppen`, { from: '1-open' })
        return made
      },
      async ({ at, leads }) => {
        const recording = aRecording(test.house)
        const { keyring, tell, colleagues, namesOf } = recording
        const desk = { keyring, tell, colleagues, namesOf, recording }
        const caseId = await aCase(test.house, desk, facilitator)
        const { body } = await leads.get(`${at}/naar-de-casus`)
        const card = /name="card"[^>]*value="([^"]+)"|value="([^"]+)"[^>]*name="card"/.exec(body)
        return leads.post(`${at}/naar-de-casus`, {
          case: caseId,
          team: 'yes',
          card: card?.[1] ?? card?.[2] ?? '',
        })
      },
    ),
  }
}
