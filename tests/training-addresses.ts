import { aFilmRequest } from '#capabilities/training/a-film-request.ts'
import type { PersonActor } from '#platform/actor.ts'
import { newId } from '#platform/ids.ts'
import type { Exchange, Fields, Visitor } from '#tests/a-visitor.ts'
import { somebody, type TestApp } from '#tests/an-app.ts'
import type { Walk } from '#tests/every-address.ts'

const caretaker = somebody('henk-verzonnen')
const leader = somebody('ingrid-fictie')
const expert = somebody('elif-expert')

/** For every address about practising that asks who somebody is: a way to have it answer well. */
export function trainingAddresses(test: TestApp): Readonly<Record<string, () => Promise<Walk>>> {
  const as = async (who: PersonActor, ask: (visitor: Visitor) => Promise<Exchange>) => ({
    answer: await ask(await test.signedIn(who)),
  })
  const note = (visitor: Visitor) =>
    visitor.post('/oefenen/verhaal/caretaker-bike-shed/notitie', {
      text: 'Vraag eerst hoe het gaat.',
      key: newId(),
    })
  const question = {
    expertGroup: expert.organisationId,
    audience: 'Mentoren van de onderbouw',
    contactFunction: 'Opleidingscoördinator',
    contactWay: 'scholing@voorbeeldcollege.example',
    nobody: 'yes',
  }
  /** A request as the expert group has it, once it was brought there. */
  const loan = async () => {
    const { organisationId } = expert
    const delivery = { kind: 'system', name: 'delivery', organisationId } as const
    const { handler, message } = aFilmRequest(test.house, caretaker.organisationId)
    await test.house.inTransaction(delivery, 'share', (work) => handler.receive(work, message))
    const { rows } = await test.house.pool.query(
      'select id from training_film_loan where request_id = $1',
      [message.body.request],
    )
    return String(rows[0]?.id)
  }
  const onLoan = (fields?: Fields) => async () => {
    const subject = await loan()
    const path = `/oefenen/film/vragen/${subject}`
    const walk = await as(expert, (v) => (fields ? v.post(path, fields) : v.get(path)))
    return { ...walk, subject }
  }
  return {
    'GET /oefenen/film/aanvragen': () => as(caretaker, (v) => v.get('/oefenen/film/aanvragen')),
    'GET /oefenen/film/aanvragen/nieuw': () =>
      as(caretaker, (v) => v.get('/oefenen/film/aanvragen/nieuw')),
    'POST /oefenen/film/aanvragen/nieuw': () =>
      as(caretaker, (v) => v.post('/oefenen/film/aanvragen/nieuw', question)),
    'GET /oefenen/film/vragen': () => as(expert, (v) => v.get('/oefenen/film/vragen')),
    'GET /oefenen/film/vragen/:id': onLoan(),
    'POST /oefenen/film/vragen/:id': onLoan({
      answer: 'not-now',
      words: 'Alle exemplaren zijn weg.',
    }),
    'POST /oefenen/film/vragen/:id/terug': async () => {
      const subject = await loan()
      const path = `/oefenen/film/vragen/${subject}`
      const lent = { answer: 'lent', 'until-day': '1', 'until-month': '3', 'until-year': '2027' }
      await as(expert, (v) => v.post(path, lent))
      return { ...(await as(expert, (v) => v.post(`${path}/terug`))), subject }
    },
    'GET /oefenen/mijn': () => as(caretaker, (v) => v.get('/oefenen/mijn')),
    'POST /oefenen/verhaal/:story/notitie': () => as(caretaker, note),
    'POST /oefenen/mijn/notities/:id/weggooien': async () => {
      await as(caretaker, note)
      const { rows } = await test.house.pool.query(
        'select id from training_reflection where person_id = $1 order by id desc limit 1',
        [caretaker.personId],
      )
      const id = String(rows[0]?.id)
      const walk = await as(caretaker, (v) => v.post(`/oefenen/mijn/notities/${id}/weggooien`))
      return { ...walk, subject: id }
    },
    'GET /oefenen/team': () => as(leader, (v) => v.get('/oefenen/team')),
    'POST /oefenen/team/termijn': () =>
      as(leader, (v) => v.post('/oefenen/team/termijn', { months: '9' })),
    'POST /oefenen/team/uitnodigen': () =>
      as(leader, (v) => v.post('/oefenen/team/uitnodigen', { story: 'mentor-sneakers' })),
  }
}
