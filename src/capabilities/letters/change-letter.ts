import { refuse } from '#platform/refusal.ts'
import type { Work } from '#platform/work.ts'
import { writer } from './access.ts'
import type { LetterDesk } from './desk.ts'
import type { LetterContent } from './letter.ts'
import { mustBeDraft } from './must-be-draft.ts'
import { findLetter, findVersion, writeVersion } from './store.ts'
import type { ChangeKind } from './tables.ts'
import { voidApprovals } from './void-approvals.ts'

type Change = {
  readonly kind: ChangeKind
  readonly blockId?: string | undefined
  /** what it becomes; `version` is the number that it gets. The same again is no new version. */
  readonly to: (content: LetterContent, version: number) => LetterContent
}

/** One change of the words of a draft: one more version, and no approval of other words holds. Refuses what is fixed or published. */
export async function changeLetter(
  work: Work,
  desk: Pick<LetterDesk, 'keyring'>,
  id: string,
  change: Change,
): Promise<void> {
  const actor = writer(work)
  const row = (await findLetter(work, id, true)) ?? refuse('not-found', 'no-such-letter')
  mustBeDraft(row)
  const { content } =
    (await findVersion(work, id, row.version)) ?? refuse('not-found', 'no-such-letter')
  const version = row.version + 1
  const changed = change.to(content, version)
  if (changed === content) return work.audit({ act: `letter.${change.kind}-again`, subject: id })
  const { kind, blockId } = change
  await writeVersion(work, actor, id, { version, change: kind, blockId, content: changed })
  work.audit({ act: `letter.${kind}`, subject: id, details: { version } })
  await voidApprovals(work, desk, id, { version, content: changed })
}
