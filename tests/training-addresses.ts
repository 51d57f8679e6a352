import type { PersonActor } from '#platform/actor.ts'
import { newId } from '#platform/ids.ts'
import type { Exchange, Visitor } from '#tests/a-visitor.ts'
import { somebody, type TestApp } from '#tests/an-app.ts'
import type { Walk } from '#tests/every-address.ts'

const caretaker = somebody('henk-verzonnen')
const leader = somebody('ingrid-fictie')

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
  return {
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
