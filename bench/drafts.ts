import type { Draft } from '#capabilities/signals/draft.ts'
import { startDraft } from '#capabilities/signals/keep-draft.ts'
import type { Recording } from '#capabilities/signals/recording.ts'
import type { School, Visitor } from './a-school.ts'
import type { Program } from './program.ts'

/** What a mentor typed about a pupil who does not exist. Eighty words: an ordinary worry. */
export const narrative =
  `Noor had vanmiddag twee telefoons bij zich en legde ze steeds om en om onder
de tafel. In de pauze werd ze gebeld en liep ze meteen naar buiten, waar een oudere jongen op een
scooter stond te wachten die ik niet ken van onze school. Ze kwam twintig minuten te laat terug en
wilde er niets over zeggen. Een klasgenoot vertelde dat Noor sinds kort dure schoenen heeft en vaak
moe is. Vorige week sliep ze twee keer in de les. Ik maak me zorgen.`.replaceAll('\n', ' ')

export const finished = (turn: number): Partial<Draft> => ({
  danger: 'no',
  about: 'pupil',
  subject: `Noor Voorbeeld ${turn}`,
  narrative,
  origin: 'own',
  innocent: 'een oude telefoon voor muziek',
  readers: 'coordinators',
  observations: [
    { code: 'TEL-01', answer: 'observed', found: 'recognised' },
    { code: 'MON-01', answer: 'unknown', found: 'added' },
  ],
})

export type ReadyDraft = { readonly id: string; readonly writer: Visitor }

/** Drafts of all teachers in turn, through the real verb; many in one transaction to save time. */
export async function prepareDrafts(
  { inTransaction, keyring }: Program,
  { teachers }: Pick<School, 'teachers'>,
  count: number,
): Promise<ReadyDraft[]> {
  // The verb of drafts asks nothing but the keyring of its parts.
  const recording = { keyring } as unknown as Recording
  const each = Math.ceil(count / teachers.length)
  const perTeacher: ReadyDraft[][] = []
  for (const writer of teachers) {
    const ids = await inTransaction(writer.actor, 'recognise-exploitation', async (work) => {
      const made = Array.from({ length: each }, (_, turn) =>
        startDraft(work, recording, finished(turn)),
      )
      return Promise.all(made)
    })
    perTeacher.push(ids.map((id) => ({ id, writer })))
  }
  // One draft of everybody, then the next of everybody: as a staff room fills a queue.
  return Array.from({ length: each }, (_, turn) =>
    perTeacher.flatMap((drafts) => drafts[turn] ?? []),
  ).flat()
}
