import { aCase, aDesk, aFact, aPupil } from '#capabilities/cases/a-case.ts'
import { writeEntry } from '#capabilities/cases/write-entry.ts'
import { aSharingDesk, deliver } from '#capabilities/sharing/a-disclosure.ts'
import { answerReceived } from '#capabilities/sharing/answer-received.ts'
import { carryMessages } from '#capabilities/sharing/carry-messages.ts'
import { beginDisclosure, keepDraft } from '#capabilities/sharing/draft-disclosure.ts'
import { answerHandlers } from '#capabilities/sharing/hear-answers.ts'
import { handlerFinder } from '#capabilities/sharing/message-handler.ts'
import { receivingHandlers } from '#capabilities/sharing/receive-disclosure.ts'
import { localWay } from '#capabilities/sharing/way.ts'
import type { PersonActor } from '#platform/actor.ts'
import { newId } from '#platform/ids.ts'
import type { Work } from '#platform/work.ts'
import type { Exchange, Fields, Visitor } from '#tests/a-visitor.ts'
import { somebody, type TestApp } from '#tests/an-app.ts'
import type { Walk } from '#tests/every-address.ts'

const coordinator = somebody('samira-denkbeeld')
const municipal = somebody('rosa-regie')

/** For every address about sharing: a way to have it answer well. */
export function sharingAddresses(test: TestApp): Readonly<Record<string, () => Promise<Walk>>> {
  const desk = aSharingDesk(test.house)
  const cases = aDesk(test.house)
  const does = <T>(actor: PersonActor, verb: (work: Work) => Promise<T>) =>
    test.app.inTransaction(actor, 'share', verb)
  const aFile = async () => {
    const identity = aPupil({ number: '' })
    const caseId = await aCase(test.house, cases, coordinator, { identity })
    const fact = await does(coordinator, (work) => writeEntry(work, cases, caseId, aFact()))
    return { caseId, fact }
  }
  const answers = {
    ...{ consent: 'parents', 'consent-words': 'Moeder, gisteren.', free: 'yes' },
    ...{ necessary: 'yes', 'recipient-task': 'yes' },
  }
  const aDraft = async () => {
    const { caseId, fact } = await aFile()
    const which = { kind: 'case', fileId: caseId, language: 'nl', key: newId() } as const
    const id = await does(coordinator, (work) => beginDisclosure(work, desk, which))
    await does(coordinator, (work) =>
      keepDraft(
        work,
        desk,
        { id, language: 'nl' },
        {
          ...{
            refs: [fact],
            aim: 'help',
            road: 'school-municipality',
            answers,
            question: 'Kan het?',
          },
          ...{ toId: municipal.organisationId, toRole: 'municipal-coordinator' },
        },
      ),
    )
    return id
  }
  const failed = (error: unknown) => {
    throw error
  }
  const carry = () => {
    const handlerOf = handlerFinder([...receivingHandlers(desk), ...answerHandlers(desk)])
    const { inTransaction, keyring, clock } = test.house
    const way = localWay({ inTransaction, handlerOf, failed })
    const carrying = { inTransaction, keyring, clock, handlerOf, failed, wayTo: () => way }
    return carryMessages(carrying, new AbortController().signal)
  }
  const aSent = async () => {
    const id = await aDraft()
    await deliver(test.house, desk, coordinator, id)
    return id
  }
  /** Carries until it shows: the program's own carrier may be at it at the same time. */
  const whenCarried = async (sql: string, id: string): Promise<string> => {
    for (let turn = 0; turn < 200; turn += 1) {
      await carry()
      const { rows } = await test.house.pool.query(sql, [id])
      if (rows[0]) return String(rows[0].id)
      await new Promise((resolve) => setTimeout(resolve, 50))
    }
    throw new Error('It was not carried.')
  }
  const aReceived = async () =>
    whenCarried('select id from received_disclosure where disclosure_id = $1', await aSent())
  const answered = async (act: 'accept' | 'return') => {
    const id = await aReceived()
    await does(municipal, (work) => answerReceived(work, desk, id, { act, words: 'Waarom?' }))
    return id
  }
  const aReturned = async () =>
    whenCarried(
      `select d.id from disclosure d join received_disclosure r on r.disclosure_id = d.id
       where r.id = $1 and d.state = 'returned'`,
      await answered('return'),
    )
  const asks =
    (actor: PersonActor, root: string, make: () => Promise<string>) =>
    (way: string, fields?: Fields) =>
    async (): Promise<Walk> => {
      const subject = await make()
      const visitor = await test.signedIn(actor)
      const path = `${root}/${subject}${way}`
      return { answer: await (fields ? visitor.post(path, fields) : visitor.get(path)), subject }
    }
  const draft = asks(coordinator, '/delen', aDraft)
  const sent = asks(coordinator, '/delen', aSent)
  const came = asks(municipal, '/ontvangen', aReceived)
  const plain = async (actor: PersonActor, ask: (v: Visitor) => Promise<Exchange>) => ({
    answer: await ask(await test.signedIn(actor)),
  })
  const words = 'Een verzonnen zin.'
  const end = { 'end-day': '1', 'end-month': '2', 'end-year': '2027' }
  const asked = Object.fromEntries(
    Object.entries(answers).map(([name, given]) => [`q-${name}`, given]),
  )
  return {
    'GET /delen': () => plain(coordinator, (v) => v.get('/delen')),
    'POST /delen/nieuw': async () => {
      const { caseId } = await aFile()
      return plain(coordinator, (v) =>
        v.post('/delen/nieuw', { soort: 'case', dossier: caseId, key: newId() }),
      )
    },
    'GET /delen/:id': sent(''),
    'GET /delen/:id/feiten': draft('/feiten'),
    'POST /delen/:id/feiten': draft('/feiten', { facts: 'name' }),
    'GET /delen/:id/ontvanger': draft('/ontvanger'),
    'POST /delen/:id/ontvanger': draft('/ontvanger', {
      ...{ recipient: `${municipal.organisationId}/municipal-coordinator` },
      ...{ aim: 'help', language: 'nl' },
    }),
    'GET /delen/:id/grond': draft('/grond'),
    'POST /delen/:id/grond': draft('/grond', { road: 'school-municipality', ...asked, ...end }),
    'GET /delen/:id/nakijken': draft('/nakijken'),
    'POST /delen/:id/leveren': async () => {
      const subject = await aDraft()
      const visitor = await test.signedIn(coordinator)
      const { body } = await visitor.get(`/delen/${subject}/nakijken`)
      const hash = /name="hash" value="([0-9a-f]{64})"/.exec(body)?.[1] ?? ''
      const answer = await visitor.post(`/delen/${subject}/leveren`, { hash, key: newId() })
      return { answer, subject }
    },
    'GET /delen/:id/niet-delen': draft('/niet-delen'),
    'POST /delen/:id/niet-delen': draft('/niet-delen', { words }),
    'POST /delen/:id/weggooien': draft('/weggooien', {}),
    'POST /delen/:id/antwoord': asks(coordinator, '/delen', aReturned)('/antwoord', { words }),
    'GET /delen/:id/terughalen': sent('/terughalen'),
    'POST /delen/:id/terughalen': sent('/terughalen', { because: 'mistake', words }),
    'GET /ontvangen': () => plain(municipal, (v) => v.get('/ontvangen')),
    'GET /ontvangen/:id': came(''),
    'POST /ontvangen/:id/aannemen': came('/aannemen', {}),
    'POST /ontvangen/:id/terugsturen': came('/terugsturen', { 'return-words': words }),
    'POST /ontvangen/:id/afwijzen': came('/afwijzen', { 'decline-words': words }),
    'GET /ontvangen/:id/casus': asks(municipal, '/ontvangen', () => answered('accept'))('/casus'),
    'POST /ontvangen/:id/casus': async () => {
      const subject = await answered('accept')
      const visitor = await test.signedIn(municipal)
      const { body } = await visitor.get(`/ontvangen/${subject}/casus`)
      const facts = /name="facts"[\s\S]*?value="([0-9a-f-]{36})"/.exec(body)?.[1] ?? ''
      const opening = { facts, name: `Iemand ${newId()}`, question: words, key: newId() }
      return { answer: await visitor.post(`/ontvangen/${subject}/casus`, opening), subject }
    },
    'POST /ontvangen/:id/overnemen': async () => {
      const subject = await answered('accept')
      const file = await aCase(test.house, cases, municipal, { identity: aPupil({ number: '' }) })
      const visitor = await test.signedIn(municipal)
      const { body } = await visitor.get(`/ontvangen/${subject}`)
      const item = /name="item"[\s\S]*?value="([0-9a-f-]{36})"/.exec(body)?.[1] ?? ''
      const taking = { item, file: `case/${file}`, key: newId() }
      return { answer: await visitor.post(`/ontvangen/${subject}/overnemen`, taking), subject }
    },
  }
}
