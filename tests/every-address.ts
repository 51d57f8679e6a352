import { aRecording, aSignal } from '#capabilities/signals/a-recording.ts'
import { keepDraft, startDraft } from '#capabilities/signals/keep-draft.ts'
import { takeUpSignal } from '#capabilities/signals/take-up-signal.ts'
import { helpWalks } from '#capabilities/support/a-help-walk.ts'
import { newId } from '#platform/ids.ts'
import type { Work } from '#platform/work.ts'
import type { Exchange, Visitor } from '#tests/a-visitor.ts'
import { accountAddresses } from '#tests/account-addresses.ts'
import { somebody, type TestApp } from '#tests/an-app.ts'
import { arrestAddresses } from '#tests/arrest-addresses.ts'
import { caseAddresses } from '#tests/case-addresses.ts'
import { conversationAddresses } from '#tests/conversation-addresses.ts'
import { everyPaper } from '#tests/every-paper.ts'
import { feedAddresses } from '#tests/feed-addresses.ts'
import { figureAddresses } from '#tests/figure-addresses.ts'
import { intervisionAddresses } from '#tests/intervision-addresses.ts'
import { letterAddresses } from '#tests/letter-addresses.ts'
import { partnerAddresses } from '#tests/partner-addresses.ts'
import { protocolAddresses } from '#tests/protocol-addresses.ts'
import { punishmentAddresses } from '#tests/punishment-addresses.ts'
import { sharingAddresses } from '#tests/sharing-addresses.ts'
import { surveyAddresses } from '#tests/survey-addresses.ts'
import { togetherAddresses } from '#tests/together-addresses.ts'
import { trainingAddresses } from '#tests/training-addresses.ts'

/** Reachable by anybody, and why. Everything else asks who you are. */
export const publicAddresses: Readonly<Record<string, string>> = {
  'GET /': 'the first page',
  'GET /assets/*': 'styles, scripts and fonts',
  'GET /verken': 'exploring keeps nothing and asks nobody who they are',
  'POST /verken': 'the same, without scripts',
  'GET /verken/ouder': 'exploring, for parents',
  'POST /verken/ouder': 'the same, without scripts',
  'GET /verken/offline': 'exploring without a connection',
  'GET /verken.webmanifest': 'puts exploring on a telephone',
  'GET /verken-offline.js': 'the same',
  'GET /verken-bewaren.json': 'the pages for exploring without a connection',
  'GET /onder-druk': 'help for young people',
  'GET /kennis': 'nobody signs in to read what may help a child',
  'GET /kennis/signalen': 'the same',
  'GET /kennis/signalen/:id': 'the same',
  'GET /kennis/kaart/:observer': 'the same',
  'GET /kennis/hulplijnen': 'the same',
  'GET /kennis/woorden': 'the same',
  'GET /kennis/gesprek': 'the same',
  'GET /kennis/recht': 'nobody signs in to read what the law says',
  'GET /kennis/recht/regels/:id': 'the same',
  'GET /kennis/recht/voorstellen': 'the same',
  'GET /kennis/recht/sepotgronden': 'the same',
  'GET /kennis/recht/non-punishment': 'the same',
  'GET /kennis/recht/delen': 'the same',
  'GET /kennis/recht/delen/tabel': 'the same',
  'GET /kennis/recht/delen/wegen/:id': 'the same',
  'GET /kennis/kamer': 'nobody signs in to read what Parliament asked and what came of it',
  'GET /kennis/kamer/punten/:id': 'the same',
  'GET /kennis/kamer/stukken': 'the same',
  'GET /kennis/kamer/stukken/:id': 'the same',
  'GET /kennis/brieven': 'nobody signs in to read what a ministry tells Parliament',
  'GET /kennis/brieven/:id': 'the same',
  'GET /kennis/brieven/:id/bestanden/:format': 'the same, as a file',
  'GET /kennis/hulp': 'nobody signs in to read what may help a child',
  'GET /kennis/hulp/:id': 'the same',
  'GET /kennis/hulp/aanbod': 'what organisations say in public that they offer',
  'GET /kennis/onderzoek': 'nobody signs in to read what schools are asked and what was published',
  'GET /kennis/onderzoek/vragenlijst/:name': 'the same',
  'GET /kennis/onderzoek/uitkomsten/:id': 'results that researchers published',
  'GET /onderzoek': 'where a school types the code of its invitation',
  'POST /onderzoek': 'the same; how often is limited',
  'GET /onderzoek/vragen/:at': 'whoever typed the code of a school answers without an account',
  'POST /onderzoek/vragen/:at': 'the same; what is kept opens with the code only',
  'GET /onderzoek/controle': 'the same',
  'POST /onderzoek/controle': 'the same; a researcher at the telephone stands in the trail',
  'GET /onderzoek/bewaard': 'a fixed text',
  'GET /onderzoek/klaar': 'the same',
  'GET /kennis/cijfers': 'nobody signs in to read a national figure, or to check it',
  'GET /kennis/cijfers/:definition/:period': 'the same',
  'GET /kennis/cijfers/:definition/:period/:edition': 'the same',
  'GET /kennis/cijfers/:definition/:period/:edition/bewijs': 'the same',
  'GET /oefenen': 'reading a story keeps nothing and asks nobody who they are',
  'GET /oefenen/verhaal/:story': 'the same',
  'POST /oefenen/verhaal/:story':
    'the same; the trail of whoever is signed in shows that it was read to its end',
  'GET /oefenen/film': 'what is known of the film, and how to hold a viewing',
  'GET /inloggen': 'the way in',
  'GET /inloggen/organisatie': 'the way in, through the organisation',
  'GET /inloggen/terug': 'where the organisation sends people back to',
  'POST /inloggen/passkey/vraag': 'a question for a passkey; it names nobody',
  'POST /inloggen/passkey': 'the answer of a passkey',
  'GET /uitnodiging/:code': 'whoever holds the long code of an invitation',
  'GET /uitnodiging/:code/organisatie': 'the same',
  'POST /uitnodiging/:code/vraag': 'the same',
  'POST /uitnodiging/:code/passkey': 'the same',
  'POST /uitnodiging/:code/bestaande/vraag': 'the same',
  'POST /uitnodiging/:code/bestaande': 'the same',
  'POST /uitloggen': 'forgets the cookie, also one that opens nothing any more',
  'POST /kies-organisatie': 'leads to the way in without a proof of the last minutes',
  'GET /demo': 'fictional people, in demo mode only',
  'POST /demo': 'the same',
  'GET /demo/post': 'messages to fictional people, in demo mode only',
  'GET /design': 'the style sheet, in demo mode only',
  'GET /privacy': 'what we do with data, for everybody',
  'GET /toegankelijkheid': 'how accessible this is, for everybody',
  'GET /broncode': 'the licence asks for it',
  'GET /robots.txt': 'what search engines may show',
  'GET /.well-known/security.txt': 'where to report a weakness',
  'GET /voor-programmas': 'how a program begins',
  'GET /api/v1': 'leads there',
  'GET /api/v1/openapi.json': 'the description of the API, without anything of anybody',
  'GET /.well-known/oauth-authorization-server': 'how a program gets a token',
  'POST /api/oauth/token': 'where a program proves which one it is',
  'GET /.well-known/jwks.json': 'the public key of this server',
  'GET /gezond': 'whether the server lives, without a word about what it holds',
}

/** Answers somebody who is signed in without opening anything that is about a person. */
export const impersonal: Readonly<Record<string, string>> = {
  'GET /signalen/nieuw': 'an empty form',
  'GET /intervisie/meedoen': 'an empty form',
  'GET /intervisie/methoden': 'the methods, which are about nobody',
  'GET /intervisie/methoden/:method': 'the same',
  'GET /intervisie/methoden/:method/blad': 'an empty sheet',
  'GET /organisatie/programmas/nieuw': 'an empty form',
  'GET /casussen/nieuw': 'an empty form; with a signal in it, the trail of that signal shows it',
  'GET /voor-jou': 'a fixed text per kind of work',
  'GET /sessie/bevestig': 'asks to prove again who you are',
  'GET /sessie/klaar': 'says that the other window can go on',
  'GET /organisatie/mensen/uitnodigen': 'an empty form',
  'GET /kies-organisatie': 'names of organisations where this very person works',
}

/** Needs a real authenticator, a real provider or a published figure: their own tests look at the trail. */
export const shownElsewhere: Readonly<Record<string, string>> = {
  'POST /sessie/bevestig/vraag': 'src/capabilities/identity/passkey.test.ts',
  'POST /sessie/bevestig/passkey': 'src/capabilities/identity/passkey.test.ts',
  'GET /intervisie/:id/stroom': 'src/capabilities/intervision/pages.test.ts',
  'POST /verantwoording/brieven/:id/cijfers': 'src/capabilities/letters/letters.test.ts',
  'GET /sessie/bevestig/organisatie': 'src/capabilities/identity/provider-sign-in.test.ts',
}

const mentor = somebody('milan-proefpersoon')
const coordinator = somebody('samira-denkbeeld')
const administrator = somebody('anja-sleutelbos')
const officer = somebody('pieter-privaat')
const caretaker = somebody('henk-verzonnen')
const municipal = somebody('rosa-regie')

export type Walk = { readonly answer: Exchange; readonly subject?: string }

const aPeriod = {
  name: 'Voorjaarsvakantie',
  'from-day': '20',
  'from-month': '2',
  'from-year': '2027',
  'until-day': '28',
  'until-month': '2',
  'until-year': '2027',
}
const anotherPeriod = { ...aPeriod, 'from-month': '3', 'until-month': '3' }

const act = '/signalen/:id'

/** For every address that opens something personal: a way to have it answer well. */
export function everyAddress(test: TestApp): Readonly<Record<string, () => Promise<Walk>>> {
  const recording = aRecording(test.house)
  const as = (who: typeof mentor) => test.signedIn(who)
  const does = <T>(who: typeof mentor, verb: (work: Work) => Promise<T>) =>
    test.app.inTransaction(who, 'follow-up-signals', verb)
  const finished = {
    danger: 'no',
    about: 'pupil',
    subject: 'Noor Voorbeeld',
    narrative: 'Twee telefoons.',
    origin: 'own',
    readers: 'coordinators',
  } as const
  const draft = () =>
    does(mentor, async (work) => {
      const id = await startDraft(work, recording, finished)
      await keepDraft(work, recording, id, {})
      return id
    })
  const signal = () => aSignal(test.house, recording, mentor)
  const takenUp = async () => {
    const id = await signal()
    await does(coordinator, (work) => takeUpSignal(work, recording, id))
    return id
  }
  const on = async (
    who: typeof mentor,
    make: () => Promise<string>,
    ask: (visitor: Visitor, id: string) => Promise<Exchange>,
  ): Promise<Walk> => {
    const subject = await make()
    return { answer: await ask(await as(who), subject), subject }
  }
  const plain = async (who: typeof mentor, ask: (visitor: Visitor) => Promise<Exchange>) => ({
    answer: await ask(await as(who)),
  })
  const words = 'Wat er nog bij hoort.'
  const page = (at: string) => () =>
    on(coordinator, takenUp, (visitor, id) => visitor.get(`/signalen/${id}/${at}`))
  const asked = async () => {
    const id = await signal()
    await (await as(coordinator)).post(`/signalen/${id}/vraag`, { words })
    return id
  }
  const onDraft = (at: string, fields?: Record<string, string>) => () =>
    on(mentor, draft, (visitor, id) => {
      const path = `/signalen/concept/${id}/${at}`
      return fields ? visitor.post(path, fields) : visitor.get(path)
    })
  const invitation = async () => {
    const { house } = test
    await (await as(administrator)).post('/organisatie/mensen/uitnodigen', {
      name: 'Nieuwe Verzonnen',
      roles: 'teacher',
    })
    const { rows } = await house.pool.query(
      'select id from invitation where organisation_id = $1 order by made_at desc, id desc limit 1',
      [administrator.organisationId],
    )
    return String(rows[0]?.id)
  }
  const onColleague = (at: string, fields?: Record<string, string>) => () =>
    plain(administrator, (visitor) => {
      const path = `/organisatie/mensen/${caretaker.personId}${at}`
      return fields ? visitor.post(path, fields) : visitor.get(path)
    })

  return {
    ...caseAddresses(test),
    ...accountAddresses(test),
    ...letterAddresses(test),
    ...feedAddresses(test),
    ...arrestAddresses(test),
    ...conversationAddresses(test),
    ...intervisionAddresses(test),
    ...everyPaper(test),
    ...protocolAddresses(test),
    ...partnerAddresses(test),
    ...trainingAddresses(test),
    ...figureAddresses(test),
    ...togetherAddresses(test),
    ...punishmentAddresses(test),
    ...sharingAddresses(test),
    ...surveyAddresses(test),
    'POST /signalen/nieuw': () => plain(mentor, (v) => v.post('/signalen/nieuw', { danger: 'no' })),
    'GET /signalen/concept/:id/gevaar': onDraft('gevaar'),
    'GET /signalen/concept/:id/direct-gevaar': onDraft('direct-gevaar'),
    'POST /signalen/concept/:id/direct-gevaar': onDraft('direct-gevaar', { danger: 'yes' }),
    'GET /signalen/concept/:id/wat': onDraft('wat'),
    'POST /signalen/concept/:id/wat': onDraft('wat', finished),
    'POST /signalen/concept/:id/bewaar': onDraft('bewaar', { narrative: words }),
    'GET /signalen/concept/:id/signalen': onDraft('signalen'),
    'POST /signalen/concept/:id/signalen': onDraft('signalen', { readers: 'coordinators' }),
    'GET /signalen/concept/:id/controleer': onDraft('controleer'),
    'POST /signalen/concept/:id/controleer': onDraft('controleer', {}),
    'GET /signalen/concept/:id/weggooien': onDraft('weggooien'),
    'POST /signalen/concept/:id/weggooien': onDraft('weggooien', {}),
    'GET /signalen/:id/ontvangst': () =>
      on(mentor, signal, (v, id) => v.get(`/signalen/${id}/ontvangst`)),
    'GET /signalen': () => plain(mentor, (v) => v.get('/signalen')),
    'GET /wachtrij': () => plain(coordinator, (v) => v.get('/wachtrij')),
    'POST /wachtrij/samen': async () => {
      const other = await signal()
      return on(coordinator, signal, (v, id) => v.post('/wachtrij/samen', { signal: [id, other] }))
    },
    [`GET ${act}`]: () => on(coordinator, signal, (v, id) => v.get(`/signalen/${id}`)),
    [`POST ${act}/oppakken`]: () =>
      on(coordinator, signal, (v, id) => v.post(`/signalen/${id}/oppakken`)),
    [`POST ${act}/losmaken`]: () =>
      on(coordinator, signal, (v, id) => v.post(`/signalen/${id}/losmaken`)),
    [`GET ${act}/vraag`]: page('vraag'),
    [`GET ${act}/antwoord`]: page('antwoord'),
    [`GET ${act}/aanvulling`]: page('aanvulling'),
    [`GET ${act}/doorgeven`]: page('doorgeven'),
    [`GET ${act}/afronden`]: page('afronden'),
    [`GET ${act}/intrekken`]: page('intrekken'),
    [`POST ${act}/vraag`]: () =>
      on(coordinator, signal, (v, id) => v.post(`/signalen/${id}/vraag`, { words })),
    [`POST ${act}/antwoord`]: () =>
      on(mentor, asked, (v, id) => v.post(`/signalen/${id}/antwoord`, { words })),
    [`POST ${act}/aanvulling`]: () =>
      on(mentor, signal, (v, id) => v.post(`/signalen/${id}/aanvulling`, { words })),
    [`POST ${act}/doorgeven`]: () =>
      on(coordinator, signal, (v, id) =>
        v.post(`/signalen/${id}/doorgeven`, {
          colleague: somebody('ruben-schets').personId,
          words,
        }),
      ),
    [`POST ${act}/afronden`]: () =>
      on(coordinator, takenUp, (v, id) =>
        v.post(`/signalen/${id}/afronden`, { outcome: 'explained', words }),
      ),
    [`POST ${act}/intrekken`]: () =>
      on(mentor, signal, (v, id) => v.post(`/signalen/${id}/intrekken`, { because: 'mistake' })),
    'GET /sessies': () => plain(mentor, (v) => v.get('/sessies')),
    'POST /sessie/taal': () =>
      plain(mentor, (v) => v.post('/en/sessie/taal', { naar: '/signalen' })),
    'POST /sessies/andere': () => plain(mentor, (v) => v.post('/sessies/andere')),
    'POST /sessies/:id/beeindig': async () => {
      await as(mentor)
      const { rows } = await test.house.pool.query(
        'select id from session where person_id = $1 and ended_at is null order by id desc limit 1',
        [mentor.personId],
      )
      return plain(mentor, (v) => v.post(`/sessies/${rows[0]?.id}/beeindig`))
    },
    'POST /sessies/passkeys/:id/intrekken': async () => {
      const credential = Buffer.from('een-passkey-van-niemand')
      await test.house.pool.query(
        `insert into passkey values ($1, $2, $3, '\\x01', 0, '\\x01', now())`,
        [mentor.organisationId, credential, mentor.personId],
      )
      const id = credential.toString('base64url')
      return plain(mentor, (v) => v.post(`/sessies/passkeys/${id}/intrekken`))
    },
    'POST /sessie/bevestig/demo': () => plain(mentor, (v) => v.post('/sessie/bevestig/demo')),
    'POST /uitloggen': () => plain(mentor, (v) => v.post('/uitloggen')),
    'POST /demo': async () => {
      const { organisationId: organisation, personId: person } = mentor
      return { answer: await test.aStranger().post('/demo', { organisation, person }) }
    },
    'POST /kies-organisatie': async () => {
      const { organisationId: organisation, personId: person } = officer
      const visitor = test.aStranger()
      await visitor.post('/demo', { organisation, person })
      const organisatie = somebody('yusuf-fantasie').organisationId
      return { answer: await visitor.post('/kies-organisatie', { organisatie }) }
    },
    'GET /organisatie/mensen': () => plain(administrator, (v) => v.get('/organisatie/mensen')),
    'POST /organisatie/mensen/uitnodigen': () =>
      plain(administrator, (v) =>
        v.post('/organisatie/mensen/uitnodigen', { name: 'Nieuwe Verzonnen', roles: 'teacher' }),
      ),
    'POST /organisatie/uitnodigingen/:id/intrekken': async () => {
      const id = await invitation()
      return plain(administrator, (v) => v.post(`/organisatie/uitnodigingen/${id}/intrekken`))
    },
    'GET /organisatie/mensen/:id': onColleague(''),
    'POST /organisatie/mensen/:id': onColleague('', { roles: 'caretaker' }),
    'POST /organisatie/mensen/:id/opnieuw': onColleague('/opnieuw', {}),
    'POST /organisatie/mensen/:id/passkeys/:passkey/intrekken': async () => {
      const credential = Buffer.from('een-passkey-van-een-collega')
      await test.house.pool.query(
        `insert into passkey values ($1, $2, $3, '\\x01', 0, '\\x01', now())`,
        [caretaker.organisationId, credential, caretaker.personId],
      )
      return onColleague(`/passkeys/${credential.toString('base64url')}/intrekken`, {})()
    },
    'POST /organisatie/mensen/:id/stoppen': onColleague('/stoppen', {}),
    'POST /organisatie/mensen/:id/hervatten': onColleague('/hervatten', {}),
    ...helpWalks(test, coordinator, municipal),
    'GET /organisatie/vrije-dagen': () =>
      plain(coordinator, (v) => v.get('/organisatie/vrije-dagen')),
    'POST /organisatie/vrije-dagen': () =>
      plain(coordinator, (v) => v.post('/organisatie/vrije-dagen', aPeriod)),
    'POST /organisatie/vrije-dagen/:id/weghalen': async () => {
      const key = newId()
      await (await as(coordinator)).post('/organisatie/vrije-dagen', { ...anotherPeriod, key })
      return plain(coordinator, (v) => v.post(`/organisatie/vrije-dagen/${key}/weghalen`))
    },
    'GET /organisatie/inloggen': () =>
      plain(administrator, (visitor) => visitor.get('/organisatie/inloggen')),
    'POST /organisatie/inloggen': () =>
      plain(administrator, (v) =>
        v.post('/organisatie/inloggen', {
          issuer: 'https://inloggen.voorbeeld.example',
          clientId: 'oogmerk',
          clientSecret: 'een-geheim-voor-de-test',
          homeClaim: 'schac_home_organization',
          homeValue: 'voorbeeldcollege.example',
          affiliationClaim: 'eduperson_affiliation',
          admits: 'invited-only',
        }),
      ),
  }
}
