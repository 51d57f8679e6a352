import { anAdviceDesk, carriedBy, sharing } from '#capabilities/advice/an-advice.ts'
import { loadLaw } from '#capabilities/law/index.ts'
import { aChannel } from '#capabilities/sharing/a-channel.ts'
import { readConfig } from '#platform/config.ts'
import type { TestHouse } from '#tests/a-house.ts'
import type { TableDesk } from './desk.ts'
import { tableHandlers } from './receive-turns.ts'
import type { TableWords } from './table-words.ts'

export { sharing }

/** For tests: the real parts of this capability on a test house. */
export const aTableDesk = (house: TestHouse): TableDesk => ({
  ...anAdviceDesk(house),
  law: loadLaw(readConfig({}).knowledgeFolder),
})

export const aTableChannel = (house: TestHouse, desk: TableDesk) =>
  aChannel(house, tableHandlers(desk))

export const carriedTables = (house: TestHouse, desk: TableDesk): Promise<void> =>
  carriedBy(house, aTableChannel(house, desk))

export const someWords = (change: Partial<TableWords> = {}): TableWords => ({
  question: 'Wie kan wat doen voor een leerling die lessen mist?',
  agenda: 'Wat is er gezien; wie doet wat.',
  place: 'Bij de gemeente, om tien uur.',
  ...change,
})
