import { aCase, aDesk, aFact, aPupil } from '#capabilities/cases/a-case.ts'
import { closeCase } from '#capabilities/cases/end-case.ts'
import { judgeRole } from '#capabilities/cases/judge-role.ts'
import { addTask } from '#capabilities/cases/tasks.ts'
import { writeEntry } from '#capabilities/cases/write-entry.ts'
import { aSignal } from '#capabilities/signals/a-recording.ts'
import { newId } from '#platform/ids.ts'
import type { Work } from '#platform/work.ts'
import type { Exchange, Fields, Visitor } from '#tests/a-visitor.ts'
import { somebody, type TestApp } from '#tests/an-app.ts'
import type { Walk } from '#tests/every-address.ts'

const mentor = somebody('milan-proefpersoon')
const coordinator = somebody('samira-denkbeeld')
const leader = somebody('ingrid-fictie')

/** For every address about cases: a way to have it answer well. */
export function caseAddresses(test: TestApp): Readonly<Record<string, () => Promise<Walk>>> {
  const desk = aDesk(test.house)
  const does = <T>(verb: (work: Work) => Promise<T>) =>
    test.app.inTransaction(coordinator, 'follow-up-cases', verb)
  const aFile = () =>
    aCase(test.house, desk, coordinator, { identity: aPupil({ number: '' }), circle: [mentor] })
  const asCoordinator = async (ask: (visitor: Visitor) => Promise<Exchange>): Promise<Walk> => ({
    answer: await ask(await test.signedIn(coordinator)),
  })
  const on =
    (at: string, fields?: Fields, make = aFile, who = coordinator) =>
    async (): Promise<Walk> => {
      const subject = await make()
      const visitor = await test.signedIn(who)
      const path = at === '' ? `/casussen/${subject}` : `/casussen/${subject}/${at}`
      return { answer: await (fields ? visitor.post(path, fields) : visitor.get(path)), subject }
    }
  const words = 'Een verzonnen zin.'
  const today = { day: '23', month: '11', year: '2026' }
  const day = (name: string, { day, month, year } = today) => ({
    [`${name}-day`]: day,
    [`${name}-month`]: month,
    [`${name}-year`]: year,
  })
  const acts: Readonly<Record<string, Fields>> = {
    feit: { text: words, source: 'mentor', origin: 'own' },
    duiding: { text: words, innocent: 'Een bijbaan.' },
    besluit: { text: words, reasons: words, not: 'yes' },
    contact: { text: words, withWhom: 'moeder', how: 'phone' },
    'taken/nieuw': { title: words, owner: mentor.personId, ...day('due') },
    'kring/nieuw': { colleague: leader.personId, reason: words },
    overdragen: { colleague: leader.personId, reason: words },
    'rollen/nieuw': {
      role: 'exploited',
      source: words,
      evidence: words,
      against: words,
      ...day('from'),
    },
    vraag: { question: words, version: '1' },
    jongere: { name: 'Noor Voorbeeld', version: '1' },
    afronden: { outcome: 'explained', words, told: words },
  }
  const within = (make: (caseId: string) => Promise<string>) => async () => {
    const caseId = await aFile()
    return { caseId, id: await make(caseId) }
  }
  const deep =
    (
      made: () => Promise<{ caseId: string; id: string }>,
      at: (id: string) => string,
      fields?: Fields,
    ) =>
    async (): Promise<Walk> => {
      const { caseId, id } = await made()
      const visitor = await test.signedIn(coordinator)
      const path = `/casussen/${caseId}/${at(id)}`
      return {
        answer: await (fields ? visitor.post(path, fields) : visitor.get(path)),
        subject: caseId,
      }
    }
  const anEntry = within((caseId) => does((work) => writeEntry(work, desk, caseId, aFact())))
  const aTask = within((caseId) =>
    does((work) =>
      addTask(work, desk, caseId, {
        title: words,
        ownerId: mentor.personId,
        dueOn: '2026-11-23',
        clock: 'agreement',
      }),
    ),
  )
  const aRole = within((caseId) =>
    does((work) =>
      judgeRole(work, desk, caseId, {
        role: 'accused',
        fromOn: '2026-11-01',
        words: { source: words, evidence: words, against: words },
      }),
    ),
  )
  const closed = async () => {
    const id = await aFile()
    await does((work) => closeCase(work, desk, id, { outcome: 'explained', words, told: words }))
    return id
  }
  /** Of somebody whose role went, as an administrator would take it. */
  const left = async () => {
    const id = await aFile()
    await test.house.pool.query(
      'update case_file set coordinator_id = $1 where organisation_id = $2 and id = $3',
      [mentor.personId, coordinator.organisationId, id],
    )
    return id
  }
  const entry = '/casussen/:id/regels/:entry'
  const task = '/casussen/:id/taken/:task'

  return {
    'GET /vandaag': () => asCoordinator((v) => v.get('/vandaag')),
    'GET /casussen': () => asCoordinator((v) => v.get('/casussen')),
    'POST /casussen/zoek': () => asCoordinator((v) => v.post('/casussen/zoek', { q: 'verzonnen' })),
    'POST /casussen/nieuw': () =>
      asCoordinator((v) => v.post('/casussen/nieuw', { name: `Bas ${newId()}`, question: words })),
    'GET /casussen/signaal/:id': async () => {
      const subject = await aSignal(test.house, desk.recording, mentor)
      return {
        answer: await (await test.signedIn(coordinator)).get(`/casussen/signaal/${subject}`),
        subject,
      }
    },
    'POST /casussen/signaal/:id': async () => {
      const subject = await aSignal(test.house, desk.recording, mentor)
      const visitor = await test.signedIn(coordinator)
      return {
        answer: await visitor.post(`/casussen/signaal/${subject}`, { case: await aFile() }),
        subject,
      }
    },
    'GET /casussen/:id': on(''),
    ...Object.fromEntries(
      Object.entries(acts).flatMap(([at, fields]) => [
        [`GET /casussen/:id/${at}`, on(at)],
        [`POST /casussen/:id/${at}`, on(at, fields)],
      ]),
    ),
    'GET /casussen/:id/overnemen': on('overnemen', undefined, left),
    'POST /casussen/:id/overnemen': on('overnemen', { reason: words }, left),
    'GET /casussen/:id/heropenen': on('heropenen', undefined, closed),
    'POST /casussen/:id/heropenen': on('heropenen', { reason: words }, closed),
    [`GET ${entry}`]: deep(anEntry, (id) => `regels/${id}`),
    [`GET ${entry}/aanpassen`]: deep(anEntry, (id) => `regels/${id}/aanpassen`),
    [`POST ${entry}/aanpassen`]: deep(anEntry, (id) => `regels/${id}/aanpassen`, {
      text: words,
      source: 'mentor',
      origin: 'own',
      version: '1',
    }),
    [`GET ${entry}/weghalen`]: deep(anEntry, (id) => `regels/${id}/weghalen`),
    [`POST ${entry}/weghalen`]: deep(anEntry, (id) => `regels/${id}/weghalen`, {
      because: 'mistake',
    }),
    'GET /casussen/:id/taken': on('taken'),
    [`GET ${task}`]: deep(aTask, (id) => `taken/${id}`),
    [`POST ${task}/klaar`]: deep(aTask, (id) => `taken/${id}/klaar`, { words }),
    [`POST ${task}/vervallen`]: deep(aTask, (id) => `taken/${id}/vervallen`, { why: words }),
    [`POST ${task}/verplaatsen`]: deep(aTask, (id) => `taken/${id}/verplaatsen`, {
      owner: coordinator.personId,
      ...day('due'),
    }),
    'GET /casussen/:id/kring': on('kring'),
    'GET /casussen/:id/kring/:person/beeindigen': on(`kring/${mentor.personId}/beeindigen`),
    'POST /casussen/:id/kring/:person/beeindigen': on(`kring/${mentor.personId}/beeindigen`, {
      reason: words,
    }),
    'GET /casussen/:id/rollen': on('rollen'),
    'GET /casussen/:id/rollen/:role/beeindigen': deep(aRole, (id) => `rollen/${id}/beeindigen`),
    'POST /casussen/:id/rollen/:role/beeindigen': deep(aRole, (id) => `rollen/${id}/beeindigen`, {
      reason: words,
      ...day('until'),
    }),
  }
}
