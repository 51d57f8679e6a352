import { aDesk, aFullCase } from '#capabilities/cases/a-case.ts'
import { aDocument } from '#capabilities/cases/a-document.ts'
import {
  aConversationDesk,
  aHeld,
  aPrepared,
  aShown,
} from '#capabilities/conversations/a-conversation.ts'
import { aTableDesk, atTable } from '#capabilities/intervision/an-intervision.ts'
import { newId } from '#platform/ids.ts'
import type { Exchange } from '#tests/a-visitor.ts'
import { somebody, type TestApp } from '#tests/an-app.ts'

const mentor = somebody('milan-proefpersoon')
const coordinator = somebody('samira-denkbeeld')

/** What stands in an address: the name of the place in it → an id that belongs there. */
export type TruePlaces = Readonly<Record<string, string>>

/** Where a form led to: the id at the end of it. */
const idIn = ({ location }: Exchange): string => location.split('/').at(-1) ?? ''

/** How far a conversation came, in turn. */
const talks = [aPrepared, aHeld, aShown]
let nth = 0

/**
 * A case with something of everything in it, a table with a card and a drill, all of them new: requests
 * that come true end what they meet. Answers what belongs in an address that begins in this way.
 */
export async function truePlaces(test: TestApp): Promise<Readonly<Record<string, TruePlaces>>> {
  const { house } = test
  const leads = await test.signedIn(coordinator)
  const desk = aDesk(house)
  const { caseId, entryId, taskId, roleId } = await aFullCase(house, desk, coordinator, [mentor])
  const at = `/casussen/${caseId}`
  nth += 1
  const talk = talks[nth % talks.length] ?? aPrepared
  const { id: gesprek } = await talk(house, aConversationDesk(house), coordinator, caseId)
  const help = { hulp: 'basta', read: 'yes', question: 'Wie?', wish: 'pupil', goals: 'Naar school' }
  const table = atTable(house, aTableDesk(house))
  const meeting = await table.start(coordinator, { about: 'place' })
  await table.join(mentor, (await table.read(coordinator, meeting)).code ?? '')
  for (const act of ['begin', 'next'] as const) await table.move(coordinator, meeting, act)
  await table.write(mentor, meeting, 'viewpoints', { kind: 'thought', text: 'Moe?' })
  const [card] = (await table.read(mentor, meeting)).cards
  const drill = { story: 'two-phones', speed: '1' }
  return {
    '/casussen/:id': {
      id: caseId,
      entry: entryId,
      task: taskId,
      role: roleId,
      person: mentor.personId,
      document: await aDocument(house, desk, { who: mentor, caseId }),
      gesprek,
      placement: idIn(await leads.post(`${at}/hulp/nieuw`, help)),
      run: idIn(await leads.post(`${at}/protocol`)),
      step: 'signal',
    },
    '/intervisie/:id': { id: meeting, card: card?.id ?? newId() },
    '/intervisie/methoden': { method: 'niet-pluis' },
    '/protocol/oefening': {
      run: idIn(await leads.post('/protocol/oefening', drill)),
      step: 'signal',
    },
    '/protocol/aanpassen': { step: 'talk' },
    '/oefenen/verhaal': { story: 'teacher-bank-card' },
    '/oefenen/mijn/notities': { id: await noteOf(test) },
  }
}

/** Something that the coordinator wanted to remember of a story. */
async function noteOf({ house, ...test }: TestApp): Promise<string> {
  const visitor = await test.signedIn(coordinator)
  await visitor.post('/oefenen/verhaal/teacher-bank-card/notitie', { text: 'Vraag eerst.' })
  const { rows } = await house.pool.query(
    'select id from training_reflection where person_id = $1 order by id desc limit 1',
    [coordinator.personId],
  )
  return String(rows[0]?.id)
}
