import { anExpertAsked } from '#capabilities/arrests/an-asking.ts'
import {
  aConsultation,
  anExpertGroup,
  assessmentForm,
} from '#capabilities/non-punishment/a-consultation.ts'
import {
  aDecidedDossier,
  aDossierDesk,
  aFilledDossier,
  aReadyDossier,
  doing,
  type Filled,
} from '#capabilities/non-punishment/a-dossier.ts'
import { noteObjection } from '#capabilities/non-punishment/after-decision.ts'
import { considerExploitation } from '#capabilities/non-punishment/assess.ts'
import { readDossier } from '#capabilities/non-punishment/read-dossier.ts'
import { addFact } from '#capabilities/non-punishment/write-in-dossier.ts'
import { answerReceived } from '#capabilities/sharing/answer-received.ts'
import type { Fields, Visitor } from '#tests/a-visitor.ts'
import { somebody, type TestApp } from '#tests/an-app.ts'
import type { Walk } from '#tests/every-address.ts'

const prosecutor = somebody('olivier-afweging')
const expert = somebody('elif-expert')
const colleague = somebody('wende-weegschaal').personId

const on = { 'on-day': '23', 'on-month': '11', 'on-year': '2026' }
const because = 'Omdat het nodig is.'

/** A way to have every address about dossiers answer well. */
export function punishmentAddresses(test: TestApp): Readonly<Record<string, () => Promise<Walk>>> {
  const desk = aDossierDesk(test.house)
  const house = { inTransaction: test.app.inTransaction }
  const does = doing(house, prosecutor)
  const visitor = () => test.signedIn(prosecutor)
  const plain = (ask: (one: Visitor) => Promise<Walk['answer']>) => async () => ({
    answer: await ask(await visitor()),
  })
  type Ask<T> = (one: Visitor, at: string, dossier: T) => Promise<Walk['answer']>
  const about =
    <T extends Filled>(make: () => Promise<T>) =>
    (ask: Ask<T>) =>
    async (): Promise<Walk> => {
      const dossier = await make()
      const answer = await ask(await visitor(), `/dossiers/${dossier.id}`, dossier)
      return { answer, subject: dossier.id }
    }
  const filled = about(() => aFilledDossier(house, desk, prosecutor))
  const considered = about(async () => {
    const dossier = await aFilledDossier(house, desk, prosecutor)
    await does((work) => considerExploitation(work, desk, dossier.id, { answer: 'yes', because }))
    return dossier
  })
  const ready = about(() => aReadyDossier(house, desk, prosecutor))
  const decided = about(() => aDecidedDossier(house, desk, prosecutor))
  const withNews = about(async () => {
    const dossier = await aDecidedDossier(house, desk, prosecutor)
    const { facts } = await does((work) => readDossier(work, desk, dossier.id))
    const { text, source, moment, beside, origin } = facts[0] ?? Fail()
    // The clock of a test stands still: a moment later, something new comes in.
    test.house.moveClock({ seconds: 1 })
    await does((work) =>
      addFact(work, desk, dossier.id, {
        kind: 'fact',
        on: undefined,
        words: { text, source, moment, beside, origin },
      }),
    )
    return dossier
  })
  const objected = about(async () => {
    const dossier = await aDecidedDossier(house, desk, prosecutor)
    await does((work) =>
      noteObjection(work, desk, dossier.id, {
        kind: 'article-12',
        on: '2026-11-23',
        text: 'De benadeelde is het er niet mee eens.',
      }),
    )
    const { objections } = await does((work) => readDossier(work, desk, dossier.id))
    return { ...dossier, objection: objections[0]?.id ?? '' }
  })

  /** GET and POST of the page of one act. */
  const page = <T extends Filled>(
    of: (ask: Ask<T>) => () => Promise<Walk>,
    path: string,
    fields: Fields | ((dossier: T) => Fields),
  ) => ({
    [`GET /dossiers/:id/${path}`]: of((one, at) => one.get(`${at}/${path}`)),
    [`POST /dossiers/:id/${path}`]: of((one, at, dossier) =>
      one.post(`${at}/${path}`, typeof fields === 'function' ? fields(dossier) : fields),
    ),
  })

  /** Until nothing waits: the program's own carrier is at it as well. */
  const carried = async (channel: { carry(): Promise<void> }) => {
    for (let turn = 0; turn < 200; turn += 1) {
      await channel.carry()
      const { rows } = await test.house.pool.query(
        'select count(*)::int as n from message_channel where last_settled < last_sent',
      )
      if (rows[0]?.n === 0) return
      await new Promise((resolve) => setTimeout(resolve, 20))
    }
  }
  const answering = (fields?: Fields) => async (): Promise<Walk> => {
    const by = somebody('rik-rechercheur')
    const { received: subject, desk: sharing } = await anExpertAsked(
      test.house,
      { by, expert },
      carried,
    )
    await test.app.inTransaction(expert, 'share', (work) =>
      answerReceived(work, sharing, subject, { act: 'accept', words: '' }),
    )
    const one = await test.signedIn(expert)
    const at = `/ontvangen/${subject}/antwoord`
    return { answer: await (fields ? one.post(at, fields) : one.get(at)), subject }
  }
  /** What the invented expert was asked, and accepted. */
  const consulted = async () => {
    const group = await anExpertGroup(test.house)
    const settle = () => carried(group.channel)
    const { received } = await aConsultation(
      test.house,
      {
        ...{ ...group, expert, organisation: expert.organisationId },
        channel: { ...group.channel, settle },
      },
      prosecutor,
    )
    return received
  }
  const assessing = (fields?: Fields) => async (): Promise<Walk> => {
    const subject = await consulted()
    const one = await test.signedIn(expert)
    const at = `/ontvangen/${subject}/beoordeling`
    return { answer: await (fields ? one.post(at, fields) : one.get(at)), subject }
  }

  const line = (ask: (one: Visitor, at: string) => Promise<Walk['answer']>) =>
    filled((one, at, { facts }) => ask(one, `${at}/weghalen/feit/${facts[0]}`))
  const objection = (path: string, fields: Fields) => {
    const address = `/dossiers/:id/bezwaar/:objection/${path}`
    return {
      [`GET ${address}`]: objected((one, at, dossier) =>
        one.get(`${at}/bezwaar/${dossier.objection}/${path}`),
      ),
      [`POST ${address}`]: objected((one, at, dossier) =>
        one.post(`${at}/bezwaar/${dossier.objection}/${path}`, fields),
      ),
    }
  }

  return {
    'GET /ontvangen/:id/antwoord': answering(),
    'POST /ontvangen/:id/antwoord': answering({
      ...{ capacity: 'lid van de expertgroep', words: 'Kijk nog eens.', act: 'sign' },
    }),
    'GET /ontvangen/:id/beoordeling': assessing(),
    'POST /ontvangen/:id/beoordeling': assessing(assessmentForm({ act: 'sign' })),
    'GET /dossiers': plain((one) => one.get('/dossiers')),
    'GET /dossiers/nieuw': plain((one) => one.get('/dossiers/nieuw')),
    'POST /dossiers/nieuw': plain((one) =>
      one.post('/dossiers/nieuw', { name: 'Noor Voorbeeld', question: 'Wat is er gebeurd?' }),
    ),
    'GET /dossiers/vergelijken': plain((one) => one.get('/dossiers/vergelijken')),
    'GET /dossiers/:id': filled((one, at) => one.get(at)),
    'GET /dossiers/:id/kring': filled((one, at) => one.get(`${at}/kring`)),
    ...page(filled, 'feit', { kind: 'fact', text: 'Twee telefoons.', source: 'agent' }),
    ...page(filled, 'strafbaar-feit', { law: 'Sr', article: '310', text: 'Diefstal.' }),
    ...page(filled, 'vermoeden', { answer: 'no', because }),
    ...page(considered, 'vraag', { whom: 'de expertgroep' }),
    ...page(considered, 'beoordeling', ({ facts }) => ({
      ...on,
      by: 'Elif Kenner',
      capacity: 'lid van de expertgroep',
      qualification: 'certificaat mensenhandel (verzonnen)',
      involved: 'Niet betrokken.',
      source: 'brief 12',
      facts,
      inFavour: 'Berichten.',
      against: 'Eigen idee.',
      unknown: 'Wie het gaf.',
      conclusion: 'Volgens mij wel.',
    })),
    ...page(considered, 'zonder-beoordeling', { because }),
    'GET /dossiers/:id/werkblad': filled((one, at) => one.get(`${at}/werkblad`)),
    'GET /dossiers/:id/werkblad/:element': filled((one, at) => one.get(`${at}/werkblad/act`)),
    'POST /dossiers/:id/werkblad/:element': filled((one, at, { facts }) =>
      one.post(`${at}/werkblad/act`, { text: 'Aangestuurd.', facts, searched: 'het verhoor' }),
    ),
    'POST /dossiers/:id/werkblad/:element/onbekend': filled((one, at) =>
      one.post(`${at}/werkblad/act/onbekend`, { unknown: 'Wie het vroeg.' }),
    ),
    'POST /dossiers/:id/werkblad-open': ready((one, at) => one.post(`${at}/werkblad-open`)),
    'GET /dossiers/:id/werkblad-klaar': ready(async (one, at) => {
      await one.post(`${at}/werkblad-open`)
      return one.get(`${at}/werkblad-klaar`)
    }),
    'POST /dossiers/:id/werkblad-klaar': ready(async (one, at) => {
      await one.post(`${at}/werkblad-open`)
      return one.post(`${at}/werkblad-klaar`, { because })
    }),
    'GET /dossiers/:id/weghalen/:what/:line': line((one, at) => one.get(at)),
    'POST /dossiers/:id/weghalen/:what/:line': line((one, at) => one.post(at, { because })),
    ...page(ready, 'besluit/nieuw', ({ offences }) => ({
      [`route-${offences[0]}`]: 'sepot-06',
      [`ground1-${offences[0]}`]: '06',
      following: 'follows',
      reasons: 'Onder dwang, zie F1.',
    })),
    'GET /dossiers/:id/besluit/:decision': decided((one, at, { decision }) =>
      one.get(`${at}/besluit/${decision}`),
    ),
    'GET /dossiers/:id/besluit/:decision/besluit.pdf': decided((one, at, { decision }) =>
      one.get(`${at}/besluit/${decision}/besluit.pdf`),
    ),
    'GET /dossiers/:id/bericht/:recipient': decided((one, at) => one.get(`${at}/bericht/lawyer`)),
    'POST /dossiers/:id/bericht/:recipient': decided((one, at) =>
      one.post(`${at}/bericht/lawyer`, { ...on, text: 'Er is een besluit.', state: 'told' }),
    ),
    ...page(decided, 'bezwaar', { ...on, kind: 'complaint', text: 'Niet mee eens.' }),
    ...objection('gehoord', { ...on, heardBy: 'een collega', uninvolved: 'yes' }),
    ...objection('uitkomst', { ...on, outcome: 'no', answer: 'Uitgelegd.' }),
    ...page(withNews, 'heropenen', { because }),
    ...page(filled, 'kring/erbij', { personId: colleague, because }),
    ...page(filled, 'kring/overdragen', { personId: colleague, because }),
    'GET /dossiers/:id/kring/einde': filled((one, at) => one.get(`${at}/kring/einde`)),
    'POST /dossiers/:id/kring/einde': filled(async (one, at) => {
      await one.post(`${at}/kring/erbij`, { personId: colleague, because })
      return one.post(`${at}/kring/einde`, { personId: colleague, because })
    }),
  }
}

const Fail = (): never => {
  throw new Error('The dossier has no fact.')
}
