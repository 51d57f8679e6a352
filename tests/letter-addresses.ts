import { newId } from '#platform/ids.ts'
import type { Exchange, Visitor } from '#tests/a-visitor.ts'
import { somebody, type TestApp } from '#tests/an-app.ts'
import type { Walk } from '#tests/every-address.ts'

const writer = somebody('bas-brief')
const reader = somebody('lotje-lesbrief')
const aLetter = { title: 'Verzonnen brief' }
const words = { heading: 'Verzonnen kop', text: 'Verzonnen tekst.' }

/** For every address of a ministry's letters: a way to have it answer well. */
export function letterAddresses(test: TestApp): Readonly<Record<string, () => Promise<Walk>>> {
  type At = { visitor: Visitor; at: string; block: string; blocks: readonly string[] }
  const as = (ask: (visitor: Visitor) => Promise<Exchange>) => async () => ({
    answer: await ask(await test.signedIn(writer)),
  })
  const onLetter = (ask: (there: At) => Promise<Exchange>) => async () => {
    const visitor = await test.signedIn(writer)
    const { location } = await visitor.post('/verantwoording/brieven/nieuw', aLetter)
    const subject = location.split('/').at(-1) ?? ''
    const { body } = await visitor.get(location)
    const blocks = [...body.matchAll(/href="([^"]+\/stukken\/(?!nieuw)[^"]+)"/g)].map(
      ([, href = '']) => href,
    )
    return { answer: await ask({ visitor, at: location, block: blocks[0] ?? '', blocks }), subject }
  }
  const onReceived = (ask: (visitor: Visitor, at: string) => Promise<Exchange>) => async () => {
    const subject = newId()
    await test.house.pool.query(
      `insert into progress_letter_received values ($1, $2, $3, 'asked', 1, repeat('a', 64), 'Brief',
         '[{"id":"head","heading":"Kop","blocks":[]}]', null, null, now(), now())`,
      [reader.organisationId, subject, writer.organisationId],
    )
    const visitor = await test.signedIn(reader)
    return { answer: await ask(visitor, `/verantwoording/brieven/ontvangen/${subject}`), subject }
  }
  const fixed = async (visitor: Visitor, at: string, block: string) => {
    await visitor.post(block, { ...words, read: '1' })
    return visitor.post(`${at}/vaststellen`, { read: '2' })
  }
  const one = '/verantwoording/brieven/:id'
  return {
    'GET /verantwoording/brieven': as((v) => v.get('/verantwoording/brieven')),
    'GET /verantwoording/brieven/nieuw': as((v) => v.get('/verantwoording/brieven/nieuw')),
    'POST /verantwoording/brieven/nieuw': as((v) =>
      v.post('/verantwoording/brieven/nieuw', aLetter),
    ),
    [`GET ${one}`]: onLetter(({ visitor, at }) => visitor.get(at)),
    [`GET ${one}/kop`]: onLetter(({ visitor, at }) => visitor.get(`${at}/kop`)),
    [`POST ${one}/kop`]: onLetter(({ visitor, at }) =>
      visitor.post(`${at}/kop`, { title: 'Andere kop', read: '1' }),
    ),
    [`GET ${one}/stukken/nieuw`]: onLetter(({ visitor, at }) => visitor.get(`${at}/stukken/nieuw`)),
    [`POST ${one}/stukken/nieuw`]: onLetter(({ visitor, at }) =>
      visitor.post(`${at}/stukken/nieuw`, { ...words, part: 'line' }),
    ),
    [`GET ${one}/stukken/:block`]: onLetter(({ visitor, block }) => visitor.get(block)),
    [`POST ${one}/stukken/:block`]: onLetter(({ visitor, block }) =>
      visitor.post(block, { ...words, read: '1' }),
    ),
    [`POST ${one}/stukken/:block/weg`]: onLetter(({ visitor, block }) =>
      visitor.post(`${block}/weg`, { read: '1' }),
    ),
    [`POST ${one}/stukken/:block/eerder`]: onLetter(({ visitor, block }) =>
      visitor.post(`${block}/eerder`),
    ),
    [`GET ${one}/cijfers`]: onLetter(({ visitor, at }) => visitor.get(`${at}/cijfers`)),
    [`POST ${one}/cijfers/los`]: onLetter(({ visitor, at }) =>
      visitor.post(`${at}/cijfers/los`, { number: '1' }),
    ),
    [`GET ${one}/voorbeeld`]: onLetter(({ visitor, at }) => visitor.get(`${at}/voorbeeld`)),
    [`GET ${one}/rondsturen`]: onLetter(({ visitor, at }) => visitor.get(`${at}/rondsturen`)),
    [`POST ${one}/rondsturen`]: onLetter(({ visitor, at }) =>
      visitor.post(`${at}/rondsturen`, { read: '1', parties: reader.organisationId }),
    ),
    'GET /verantwoording/brieven/ontvangen/:id': onReceived((v, at) => v.get(at)),
    'POST /verantwoording/brieven/ontvangen/:id': onReceived(async (v, at) => {
      const { body } = await v.get(at)
      const digest = /name="digest" value="([0-9a-f]{64})"/.exec(body)?.[1] ?? ''
      return v.post(at, { answer: 'approved', digest })
    }),
    [`GET ${one}/vaststellen`]: onLetter(({ visitor, at }) => visitor.get(`${at}/vaststellen`)),
    [`POST ${one}/vaststellen`]: onLetter(({ visitor, at, block }) => fixed(visitor, at, block)),
    [`POST ${one}/publiceren`]: onLetter(async ({ visitor, at, block }) => {
      await fixed(visitor, at, block)
      return visitor.post(`${at}/publiceren`)
    }),
    [`POST ${one}/terughalen`]: onLetter(async ({ visitor, at, block }) => {
      await fixed(visitor, at, block)
      await visitor.post(`${at}/publiceren`)
      return visitor.post(`${at}/terughalen`)
    }),
    [`POST ${one}/verbeteren`]: async () => {
      const { answer } = await onLetter(async ({ visitor, at, block }) => {
        await fixed(visitor, at, block)
        await visitor.post(`${at}/publiceren`)
        return visitor.post(`${at}/verbeteren`)
      })()
      return { answer, subject: answer.location.split('/').at(-1) ?? '' }
    },
    [`GET ${one}/wegleggen`]: onLetter(({ visitor, at }) => visitor.get(`${at}/wegleggen`)),
    [`POST ${one}/wegleggen`]: onLetter(({ visitor, at }) => visitor.post(`${at}/wegleggen`)),
    [`POST ${one}/terugleggen`]: onLetter(async ({ visitor, at }) => {
      await visitor.post(`${at}/wegleggen`)
      return visitor.post(`${at}/terugleggen`)
    }),
    [`GET ${one}/versies`]: onLetter(({ visitor, at }) => visitor.get(`${at}/versies`)),
    [`GET ${one}/vergelijken`]: onLetter(async ({ visitor, at, block }) => {
      await visitor.post(block, { ...words, read: '1' })
      return visitor.get(`${at}/vergelijken?van=1&tot=2`)
    }),
  }
}
