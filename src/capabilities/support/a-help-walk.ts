import { aCase } from '#capabilities/cases/a-case.ts'
import type { PersonActor } from '#platform/actor.ts'
import type { Exchange, Fields, Visitor } from '#tests/a-visitor.ts'
import type { TestApp } from '#tests/an-app.ts'
import { aProposal, aSupportDesk } from './a-placement.ts'
import type { PlacementAct } from './placement.ts'
import { actPaths } from './placement-forms.ts'

type Walk = { readonly answer: Exchange; readonly subject?: string }
type Walks = Readonly<Record<string, () => Promise<Walk>>>

const on = { 'on-day': '23', 'on-month': '11', 'on-year': '2026' }

/** What each step asks for. */
const fields: Readonly<Record<PlacementAct, Fields>> = {
  agree: {
    ...on,
    is16: 'yes',
    pupil: 'yes',
    pupilWords: 'Ja.',
    parents: 'yes',
    parentsWords: 'Ja.',
  },
  decline: { ...on, by: 'pupil', text: 'Liever niet.' },
  withdraw: { ...on, text: 'Geen plek.' },
  start: on,
  report: { ...on, from: 'own', text: 'Het gaat.' },
  end: { ...on, because: 'finished' },
  evaluate: { ...on, 'goal-1': 'reached', 'goal-2': 'partly', pupilVoice: 'Fijn.' },
}

/** Which steps come before. */
const before: Readonly<Record<PlacementAct, readonly PlacementAct[]>> = {
  agree: [],
  decline: [],
  withdraw: [],
  start: ['agree'],
  report: ['agree', 'start'],
  end: ['agree', 'start'],
  evaluate: ['agree', 'start', 'end'],
}

const anOfferForm = {
  intervention: 'basta',
  municipality: 'Waterrade',
  contactFunction: 'Aanmeldpunt',
  contactWay: 'bel',
}

/** For every address about offers and placements: a way to have it answer well. */
export function helpWalks(test: TestApp, coordinator: PersonActor, municipal: PersonActor): Walks {
  const desk = aSupportDesk(test.house)
  const about = async (subject: string, ask: (visitor: Visitor) => Promise<Exchange>) => ({
    answer: await ask(await test.signedIn(coordinator)),
    subject,
  })
  const inCase = (ask: (visitor: Visitor, root: string) => Promise<Exchange>) => async () => {
    const id = await aCase(test.house, desk.cases, coordinator)
    return about(id, (visitor) => ask(visitor, `/casussen/${id}/hulp`))
  }
  const onPlacement =
    (steps: readonly PlacementAct[], ask: (visitor: Visitor, at: string) => Promise<Exchange>) =>
    async () => {
      const { caseId, id } = await aProposal(test.house, desk, coordinator)
      const at = `/casussen/${caseId}/hulp/${id}`
      return about(id, async (visitor) => {
        for (const act of steps) await visitor.post(`${at}/${actPaths[act]}`, fields[act])
        return ask(visitor, at)
      })
    }
  const onOffer = (ask: (visitor: Visitor, at: string) => Promise<Exchange>) => async () => {
    const visitor = await test.signedIn(municipal)
    await visitor.post('/aanbod/nieuw', anOfferForm)
    const { rows } = await test.house.pool.query(
      `select id from help_offer where organisation_id = $1 order by id desc limit 1`,
      [municipal.organisationId],
    )
    const id = String(rows[0]?.id)
    return { answer: await ask(visitor, `/aanbod/${id}`), subject: id }
  }
  const onOwn = (ask: (visitor: Visitor) => Promise<Exchange>) => async () => ({
    answer: await ask(await test.signedIn(municipal)),
  })
  const steps = Object.entries(actPaths).flatMap(([name, path]) => {
    const act = name as PlacementAct
    const address = `/casussen/:id/hulp/:placement/${path}`
    return [
      [`GET ${address}`, onPlacement([], (visitor, at) => visitor.get(`${at}/${path}`))],
      [
        `POST ${address}`,
        onPlacement(before[act], (visitor, at) => visitor.post(`${at}/${path}`, fields[act])),
      ],
    ] as const
  })
  return {
    'GET /casussen/:id/hulp': inCase((visitor, root) => visitor.get(root)),
    'GET /casussen/:id/hulp/zoek': inCase((visitor, root) => visitor.get(`${root}/zoek`)),
    'GET /casussen/:id/hulp/nieuw': inCase((visitor, root) => visitor.get(`${root}/nieuw`)),
    'POST /casussen/:id/hulp/nieuw': inCase((visitor, root) =>
      visitor.post(`${root}/nieuw`, {
        hulp: 'basta',
        read: 'yes',
        question: 'Wie helpt?',
        wish: 'pupil',
        goals: 'Weer naar school',
      }),
    ),
    'GET /casussen/:id/hulp/:placement': onPlacement([], (visitor, at) => visitor.get(at)),
    ...Object.fromEntries(steps),
    'GET /aanbod': onOwn((visitor) => visitor.get('/aanbod')),
    'GET /aanbod/nieuw': onOwn((visitor) => visitor.get('/aanbod/nieuw')),
    'POST /aanbod/nieuw': onOwn((visitor) => visitor.post('/aanbod/nieuw', anOfferForm)),
    'GET /aanbod/:id': onOffer((visitor, at) => visitor.get(at)),
    'POST /aanbod/:id': onOffer((visitor, at) =>
      visitor.post(at, { ...anOfferForm, version: '1', places: '3' }),
    ),
    'GET /aanbod/:id/intrekken': onOffer((visitor, at) => visitor.get(`${at}/intrekken`)),
    'POST /aanbod/:id/intrekken': onOffer((visitor, at) => visitor.post(`${at}/intrekken`)),
  }
}
