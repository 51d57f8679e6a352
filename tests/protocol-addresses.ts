import { aCase, aDesk } from '#capabilities/cases/a-case.ts'
import { newId } from '#platform/ids.ts'
import type { Visitor } from '#tests/a-visitor.ts'
import { somebody, type TestApp } from '#tests/an-app.ts'
import type { Walk } from '#tests/every-address.ts'

const coordinator = somebody('samira-denkbeeld')

const signal = {
  'noticed-text': 'Twee telefoons.',
  'noticed-source': 'conciërge',
  'noticed-origin': 'own',
  danger: 'no',
}
const over = { 'what-text': 'Het is voorbij.', 'what-source': 'ik', 'what-origin': 'own' }
const ownStep = {
  title: 'Bel de jeugdagent',
  text: 'Bel.',
  unit: 'same-day',
  roles: 'mentor',
  used: 'yes',
}
const edit = '/protocol/aanpassen'

/** A way to have every address of the protocol answer well. */
export function protocolAddresses(test: TestApp): Readonly<Record<string, () => Promise<Walk>>> {
  const samira = () => test.signedIn(coordinator)
  const plain = (ask: (visitor: Visitor) => Promise<Walk['answer']>) => async () => ({
    answer: await ask(await samira()),
  })
  const drafted = (ask: (visitor: Visitor) => Promise<Walk['answer']>) =>
    plain(async (visitor) => {
      await visitor.post(edit)
      return ask(visitor)
    })
  const draftRead = async (visitor: Visitor) => {
    const page = await visitor.get(`${edit}/vaststellen`)
    const draft = page.body.match(/name="draft" value="([0-9a-f-]+)"/)?.[1] ?? ''
    return { draft, print: printIn(page) }
  }
  const inForce = async (visitor: Visitor) => {
    await visitor.post(edit)
    const read = await draftRead(visitor)
    await visitor.post(`${edit}/vaststellen`, read)
    return read.draft
  }
  const printIn = ({ body }: Walk['answer']) => body.match(/name="print" value="(\w+)"/)?.[1] ?? ''
  const inCase = async (visitor: Visitor) => {
    await inForce(visitor)
    const id = await aCase(test.house, aDesk(test.house), coordinator)
    return (await visitor.post(`/casussen/${id}/protocol`)).location
  }
  const asDrill = async (visitor: Visitor) => {
    await inForce(visitor)
    const form = { story: 'two-phones', speed: '1' }
    return (await visitor.post('/protocol/oefening', form)).location
  }
  const runs = (base: string, begin: (visitor: Visitor) => Promise<string>) => {
    const on =
      (ask: (visitor: Visitor, run: string) => Promise<Walk['answer']>) =>
      async (): Promise<Walk> => {
        const visitor = await samira()
        const run = await begin(visitor)
        return { answer: await ask(visitor, run), subject: run.split('/').at(-1) ?? '' }
      }
    const page = (path: string) => on((visitor, run) => visitor.get(run + path))
    return {
      [`GET ${base}/:run`]: page(''),
      [`GET ${base}/:run/stap/:step`]: page('/stap/signal'),
      [`POST ${base}/:run/stap/:step`]: on((v, run) => v.post(`${run}/stap/signal`, signal)),
      [`GET ${base}/:run/stap/:step/overslaan`]: page('/stap/signal/overslaan'),
      [`POST ${base}/:run/stap/:step/overslaan`]: on((v, run) =>
        v.post(`${run}/stap/signal/overslaan`, { reason: 'Niet nodig.' }),
      ),
      [`GET ${base}/:run/direct`]: page('/direct'),
      [`POST ${base}/:run/direct`]: on((v, run) => v.post(`${run}/direct`)),
      [`POST ${base}/:run/direct/klaar`]: on(async (v, run) => {
        await v.post(`${run}/direct`)
        return v.post(`${run}/direct/klaar`, over)
      }),
      [`GET ${base}/:run/stoppen`]: page('/stoppen'),
      [`POST ${base}/:run/stoppen`]: on((v, run) => v.post(`${run}/stoppen`, { reason: 'Klaar.' })),
    }
  }
  const toCase = async (ask: (visitor: Visitor, path: string) => Promise<Walk['answer']>) => {
    const visitor = await samira()
    await inForce(visitor)
    const id = await aCase(test.house, aDesk(test.house), coordinator)
    return { answer: await ask(visitor, `/casussen/${id}/protocol`) }
  }

  return {
    'GET /protocol': plain((v) => v.get('/protocol')),
    'GET /protocol/afdruk': plain((v) => v.get('/protocol/afdruk')),
    'GET /protocol/edities': plain((v) => v.get('/protocol/edities')),
    'GET /protocol/edities/:id': plain(async (v) => v.get(`/protocol/edities/${await inForce(v)}`)),
    'GET /protocol/verschillen': plain((v) => v.get('/protocol/verschillen')),
    'GET /protocol/controle': plain((v) => v.get('/protocol/controle')),
    [`GET ${edit}`]: plain((v) => v.get(edit)),
    [`POST ${edit}`]: plain((v) => v.post(edit)),
    [`GET ${edit}/stap/:step`]: drafted((v) => v.get(`${edit}/stap/talk`)),
    [`POST ${edit}/stap/:step`]: drafted(async (v) => {
      const print = printIn(await v.get(`${edit}/stap/talk`))
      return v.post(`${edit}/stap/talk`, { ...ownStep, print })
    }),
    [`POST ${edit}/stap/:step/terug`]: drafted(async (v) => {
      const print = printIn(await v.get(`${edit}/stap/talk`))
      return v.post(`${edit}/stap/talk/terug`, { print })
    }),
    [`GET ${edit}/directe-route`]: drafted((v) => v.get(`${edit}/directe-route`)),
    [`POST ${edit}/directe-route`]: drafted(async (v) => {
      const print = printIn(await v.get(`${edit}/directe-route`))
      return v.post(`${edit}/directe-route`, { text: 'Bel.', roles: 'mentor', print })
    }),
    [`POST ${edit}/directe-route/terug`]: drafted(async (v) => {
      const print = printIn(await v.get(`${edit}/directe-route`))
      return v.post(`${edit}/directe-route/terug`, { print })
    }),
    [`GET ${edit}/stap-erbij`]: drafted((v) => v.get(`${edit}/stap-erbij`)),
    [`POST ${edit}/stap-erbij`]: drafted((v) =>
      v.post(`${edit}/stap-erbij`, {
        ...ownStep,
        follows: 'talk',
        writes: 'contact',
        key: newId(),
      }),
    ),
    [`GET ${edit}/vaststellen`]: drafted((v) => v.get(`${edit}/vaststellen`)),
    [`POST ${edit}/vaststellen`]: drafted(async (v) =>
      v.post(`${edit}/vaststellen`, await draftRead(v)),
    ),
    [`GET ${edit}/weggooien`]: drafted((v) => v.get(`${edit}/weggooien`)),
    [`POST ${edit}/weggooien`]: drafted(async (v) =>
      v.post(`${edit}/weggooien`, await draftRead(v)),
    ),
    'GET /protocol/oefening': plain((v) => v.get('/protocol/oefening')),
    'POST /protocol/oefening': plain(async (v) => {
      await inForce(v)
      return v.post('/protocol/oefening', { story: 'two-phones', speed: '1' })
    }),
    ...runs('/protocol/oefening', asDrill),
    'GET /protocol/oefening/:run/verslag': plain(async (v) => v.get(`${await asDrill(v)}/verslag`)),
    'POST /protocol/oefening/:run/weggooien': plain(async (v) =>
      v.post(`${await asDrill(v)}/weggooien`),
    ),
    'GET /casussen/:id/protocol': () => toCase((v, path) => v.get(path)),
    'POST /casussen/:id/protocol': () => toCase((v, path) => v.post(path)),
    ...runs('/casussen/:id/protocol', inCase),
  }
}
