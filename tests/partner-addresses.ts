import { generateKeyPairSync } from 'node:crypto'
import { aDelivery } from '#capabilities/partners/a-delivery.ts'
import {
  aCarriedMessage,
  aProgram,
  aServerElsewhere,
  type TestProgram,
} from '#capabilities/partners/a-program.ts'
import { newId } from '#platform/ids.ts'
import type { Visitor } from '#tests/a-visitor.ts'
import { somebody, type TestApp } from '#tests/an-app.ts'
import type { Walk } from '#tests/every-address.ts'

const administrator = somebody('anja-sleutelbos')
const page = '/organisatie/programmas'
const disclosures = '/api/v1/disclosures'
const received = '/api/v1/received-deliveries'
const line = 'school-municipality'
const decidedBy = { function: 'Zorgcoördinator', reference: 'medewerker 4711' }

const aKey = (): string =>
  JSON.stringify(generateKeyPairSync('ed25519').publicKey.export({ format: 'jwk' }))

/** A way to have every address about programs, and every one for programs, answer well. */
export function partnerAddresses(test: TestApp): Readonly<Record<string, () => Promise<Walk>>> {
  const anja = () => test.signedIn(administrator)
  const on =
    (ask: (visitor: Visitor, path: string) => Promise<Walk['answer']>) =>
    async (): Promise<Walk> => {
      const { id } = await aProgram(test, administrator)
      return { answer: await ask(await anja(), `${page}/${id}`), subject: id }
    }
  type World = Awaited<ReturnType<typeof aDelivery>>
  const aSent =
    (ask: (sender: TestProgram, path: string, world: World) => Promise<Walk['answer']>) =>
    async (): Promise<Walk> => {
      const world = await aDelivery(test)
      const sent = await world.sender.post(disclosures, world.asked())
      const { id } = JSON.parse(sent.body)
      return { answer: await ask(world.sender, `${disclosures}/${id}`, world), subject: id }
    }
  return {
    [`GET ${page}`]: async () => ({ answer: await (await anja()).get(page) }),
    [`POST ${page}/nieuw`]: async () => {
      const key = newId()
      const fields = { key, name: 'Volgsysteem', scopes: 'events:read', keys: aKey() }
      return { answer: await (await anja()).post(`${page}/nieuw`, fields), subject: key }
    },
    [`GET ${page}/:id`]: on((visitor, path) => visitor.get(path)),
    [`POST ${page}/:id/sleutels`]: on((visitor, path) =>
      visitor.post(`${path}/sleutels`, { keys: aKey() }),
    ),
    [`POST ${page}/:id/meldingen`]: on((visitor, path) =>
      visitor.post(`${path}/meldingen`, { webhook: 'https://hoor.voorbeeld.example/' }),
    ),
    [`POST ${page}/:id/beeindigen`]: on((visitor, path) => visitor.post(`${path}/beeindigen`)),
    'POST /api/oauth/token': async () => {
      const program = await aProgram(test, administrator)
      return { answer: await program.knock(), subject: program.id }
    },
    'POST /api/v1/organisations/:id/messages': async () => {
      const server = await aServerElsewhere(test)
      const to = administrator.organisationId
      const messages = [aCarriedMessage(server.from, to)]
      return { answer: await server.post(`/api/v1/organisations/${to}/messages`, { messages }) }
    },
    'GET /api/v1/received-deliveries': async () => {
      const { recipient } = await aDelivery(test)
      return { answer: await recipient.get('/api/v1/received-deliveries') }
    },
    'GET /api/v1/received-deliveries/:id': async () => {
      const { recipient, one } = await aDelivery(test)
      const { receivedId: subject } = await one()
      return { answer: await recipient.get(`/api/v1/received-deliveries/${subject}`), subject }
    },
    'POST /api/v1/received-deliveries/:id/answers': async () => {
      const { recipient, one } = await aDelivery(test)
      const { receivedId: subject } = await one()
      const path = `/api/v1/received-deliveries/${subject}/answers`
      return { answer: await recipient.post(path, { act: 'accept' }), subject }
    },
    'GET /api/v1/sent-deliveries': async () => {
      const { sender } = await aDelivery(test)
      return { answer: await sender.get('/api/v1/sent-deliveries') }
    },
    'GET /api/v1/sent-deliveries/:id': async () => {
      const { sender, one } = await aDelivery(test)
      const { sentId: subject } = await one()
      return { answer: await sender.get(`/api/v1/sent-deliveries/${subject}`), subject }
    },
    [`POST ${page}/:id/wegen`]: async () => {
      const { id } = await aProgram(test, administrator, ['deliveries:send'], [line])
      const answer = await (await anja()).post(`${page}/${id}/wegen`, { lines: line })
      return { answer, subject: id }
    },
    'POST /api/v1/disclosures': async () => {
      const { sender, asked } = await aDelivery(test)
      const answer = await sender.post(disclosures, asked())
      return { answer, subject: JSON.parse(answer.body).id }
    },
    'GET /api/v1/disclosures': async () => {
      const { sender } = await aDelivery(test)
      return { answer: await sender.get(disclosures) }
    },
    'GET /api/v1/disclosures/:id': aSent((sender, path) => sender.get(path)),
    'POST /api/v1/disclosures/:id/recall': aSent((sender, path) =>
      sender.post(`${path}/recall`, { decidedBy, because: 'mistake', words: 'Verkeerde klas.' }),
    ),
    'POST /api/v1/disclosures/:id/replies': aSent(async (sender, path, world) => {
      await world.channel.settle()
      const { deliveries } = JSON.parse((await world.recipient.get(received)).body)
      const back = { act: 'return', words: 'Om welke dag gaat het?' }
      await world.recipient.post(`${received}/${deliveries.at(-1).id}/answers`, back)
      await world.channel.settle()
      return sender.post(`${path}/replies`, { decidedBy, words: 'De achttiende.' })
    }),
    'GET /api/v1/sharing-lines': async () => {
      const { sender } = await aDelivery(test)
      return { answer: await sender.get('/api/v1/sharing-lines') }
    },
    'GET /api/v1/recipients': async () => {
      const { sender } = await aDelivery(test)
      return { answer: await sender.get(`/api/v1/recipients?line=${line}`) }
    },
    'GET /api/v1/events': async () => {
      const program = await aProgram(test, administrator)
      return { answer: await program.get('/api/v1/events') }
    },
  }
}
