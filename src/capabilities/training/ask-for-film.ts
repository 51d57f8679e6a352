import { sendMessage } from '#capabilities/sharing/index.ts'
import { newId } from '#platform/ids.ts'
import { refuse } from '#platform/refusal.ts'
import type { Work } from '#platform/work.ts'
import type { TrainingDesk } from './desk.ts'
import type { FilmQuestion } from './film.ts'
import { asking } from './film-access.ts'
import { filmKinds } from './film-kinds.ts'
import { insertRequest, isExpertGroup } from './film-store.ts'
import { sealQuestion } from './film-words.ts'

type Asked = {
  readonly expertGroup: string
  readonly question: FilmQuestion
  readonly key: string | undefined
}

/** Asks an expert group for the film. Sent twice with the same key, it is asked once. */
export async function askForFilm(
  work: Work,
  { keyring }: Pick<TrainingDesk, 'keyring'>,
  { expertGroup, question, key = undefined }: Asked,
): Promise<void> {
  const { personId } = asking(work)
  if (!(await isExpertGroup(work, expertGroup))) refuse('invalid', 'no-such-expert-group')
  const id = newId()
  const made = await insertRequest(work, {
    id,
    asked_of: expertGroup,
    asked_by: personId,
    ...(await sealQuestion(work, keyring, id, question)),
    key: key ?? null,
  })
  if (!made) return work.audit({ act: 'training.ask-for-film-again' })
  work.audit({ act: 'training.ask-for-film', subject: id, details: { to: expertGroup } })
  const body = { request: id, ...question }
  await sendMessage(
    work,
    { keyring },
    { to: expertGroup, kind: filmKinds.request, about: id, body },
  )
}
