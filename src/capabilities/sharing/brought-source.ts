import type { PersonActor } from '#platform/actor.ts'
import { refuse } from '#platform/refusal.ts'
import type { Work } from '#platform/work.ts'
import { sharingPerson, sharingRoles } from './access.ts'
import type { Brought } from './brought.ts'
import type { SharingDesk } from './desk.ts'
import { findDisclosureRow } from './disclosure-store.ts'
import { openDisclosure } from './disclosure-words.ts'
import { paths } from './paths.ts'
import type { FactSource, FileEvent } from './shareable-fact.ts'
import { t } from './words.ts'

/** Hears what somebody here did with something that a program sent: codes and numbers, nothing of anybody. */
export type HeardOfBrought = (work: Work, event: Pick<FileEvent, 'what' | 'disclosureId'>) => void

/**
 * What a program of the organisation brought: the file is the disclosure itself. It is seen by whoever holds the role
 * in which it was decided, and by the program; only a program shares from it, and only once.
 */
export const broughtSource = (
  desk: Pick<SharingDesk, 'keyring'>,
  heard: HeardOfBrought,
): FactSource => ({
  kind: 'partner-system',
  path: (id) => paths.one(id),
  async open(work, id) {
    const brought = await broughtIn(work, desk, id)
    const person = work.actor.kind === 'person'
    return {
      title(language) {
        const { files, sent } = t(language)
        return brought ? files.brought(brought.program) : sent.byProgram
      },
      closed: person,
      list: async () => brought?.facts ?? [],
      async note(event) {
        if (person) heard(work, event)
      },
    }
  },
  listFiles: async () => [],
  async keepers(work, id, people) {
    const role = (await findDisclosureRow(work, id))?.by_role
    const holds = (one: PersonActor) => sharingRoles(one).some((held) => held === role)
    return { sharers: people.filter(holds).map(({ personId }) => personId), heirs: [] }
  },
})

/** Nothing once the words are gone. Refuses `not-found` to whoever does not hold the role. */
async function broughtIn(
  work: Work,
  desk: Pick<SharingDesk, 'keyring'>,
  id: string,
): Promise<Brought | undefined> {
  const row = await findDisclosureRow(work, id)
  if (!row?.by_role || !maySee(work, row.by_role)) return refuse('not-found', 'no-such-file')
  return (await openDisclosure(work, desk, row))?.words.brought
}

function maySee(work: Work, role: string): boolean {
  const { actor } = work
  if (actor.kind === 'system') return actor.name === 'partner-system'
  return sharingRoles(sharingPerson(work)).some((held) => held === role)
}
