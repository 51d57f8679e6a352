import type { Language } from '#platform/language.ts'
import { refuse } from '#platform/refusal.ts'
import type { Work } from '#platform/work.ts'
import { sharingPerson } from './access.ts'
import type { SharingDesk } from './desk.ts'
import { type At, type Bounds, boundsOf } from './occasion.ts'
import { listPartiesById } from './organisation-store.ts'
import { type FileKind, ofOccasion } from './shareable-fact.ts'

/** What somebody chooses from to begin a delivery on an occasion. */
export type BeginningOn = {
  readonly bounds: Bounds
  readonly recipients: readonly { readonly id: string; readonly name: string }[]
  readonly files: readonly {
    readonly kind: FileKind
    readonly id: string
    readonly title: string
  }[]
}

/** To whom, and from which files of this person. Of each file only what it is called. */
export async function beginOn(
  work: Work,
  desk: SharingDesk,
  at: At,
  language: Language,
): Promise<BeginningOn> {
  sharingPerson(work)
  const bounds = await boundsOf(work, desk, at, { language })
  if (typeof bounds === 'string') return refuse('conflict', 'occasion-over')
  const recipients = await listPartiesById(
    work,
    bounds.to.map(({ id }) => id),
  )
  const files: BeginningOn['files'][number][] = []
  for (const source of desk.sources) {
    const { kind } = source
    if (kind === at.kind) {
      const file = await source.open(work, at.id)
      files.unshift({ kind, id: at.id, title: file.title(language) })
    } else if (!ofOccasion.includes(kind)) {
      files.push(...(await source.listFiles(work, language)).map((file) => ({ kind, ...file })))
    }
  }
  work.audit({ act: 'sharing.begin-on', subject: at.id, details: { kind: at.kind } })
  return { bounds, recipients: recipients.map(({ id, name }) => ({ id, name })), files }
}
