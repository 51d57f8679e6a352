/** Who is told of a decision: the four of the pack, and each partner who delivered, by name. Pure. */
import type { FactWords } from './dossier-words.ts'
import type { NoticesFile } from './worksheet-pack.ts'

type Notice = NoticesFile['notices'][number]

export type NoticeRecipient = {
  /** as its address and its rows have it; of partners a number in the order in which they first delivered */
  readonly id: string
  readonly notice: Notice
  /** of a partner: the organisation that delivered */
  readonly partner: string | undefined
}

const ofPartners = 'partner'

/** The organisation that brought it here, which need not be the one that saw it first. */
const broughtBy = ({ origin }: Pick<FactWords, 'origin'>): string =>
  (origin.via.at(-1) ?? origin.organisation).trim()

/**
 * In the order of the pack. Also a partner whose fact was recalled or taken away: they delivered, and their number
 * stays theirs.
 */
export function noticeRecipients(
  { notices }: NoticesFile,
  facts: readonly Pick<FactWords, 'origin'>[],
): readonly NoticeRecipient[] {
  const partners = [...new Set(facts.map(broughtBy))].filter((name) => name !== '')
  return notices.flatMap((notice): readonly NoticeRecipient[] =>
    notice.id === ofPartners
      ? partners.map((partner, nth) => ({ id: `${ofPartners}-${nth + 1}`, notice, partner }))
      : [{ id: notice.id, notice, partner: undefined }],
  )
}
