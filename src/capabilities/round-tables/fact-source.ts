import { listPeopleNow } from '#capabilities/cases/index.ts'
import type { FactSource, ShareableFact } from '#capabilities/sharing/index.ts'
import type { PersonActor } from '#platform/actor.ts'
import { refuse } from '#platform/refusal.ts'
import type { Work } from '#platform/work.ts'
import { maySit } from './access.ts'
import type { TableDesk } from './desk.ts'
import { paths } from './paths.ts'
import { findOwnSeat, findSatAt, listItems } from './store.ts'
import { type ItemWords, opened } from './table-words.ts'
import { t } from './words.ts'

/**
 * What was written for a table, as a file out of which facts are chosen: where there is no file, or not yet. Also
 * after leaving, so that what was brought can be recalled.
 */
export const tableSource = (desk: TableDesk): FactSource => {
  return {
    kind: 'round-table',
    path: paths.table,
    async open(work, id) {
      const { code } = (await findSatAt(work, id)) ?? refuse('not-found', 'no-such-table')
      return {
        title: (language) => t(language).written.title(code),
        list: () => listWritten(work, desk, id),
        // The table itself shows what became of what was brought there.
        note: async () => undefined,
      }
    },
    // What is written for a table is chosen there: no other page lists it.
    listFiles: async () => [],
    async keepers(work, id, people) {
      const seat = await findOwnSeat(work, id)
      const circle = seat?.case_id ? await listPeopleNow(work, seat.case_id) : undefined
      const sits = (one: PersonActor) =>
        maySit(one) &&
        one.roles.some((role) => role === seat?.role) &&
        (!circle || circle.includes(one.personId))
      return { sharers: people.filter(sits).map(({ personId }) => personId), heirs: [] }
    },
  }
}

async function listWritten(work: Work, desk: TableDesk, id: string): Promise<ShareableFact[]> {
  const facts = []
  for (const item of await listItems(work, id)) {
    const words = item.kind === 'written' && (await opened<ItemWords>(work, desk, item))
    if (!words || words.fact === undefined) continue
    facts.push({ ref: item.id, text: words.text, ...words.fact })
  }
  return facts
}
