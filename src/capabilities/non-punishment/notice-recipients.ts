/** Who is told of a decision: the four of the pack, and each partner who delivered, by name. Pure. */
import type { FactWords } from './dossier-words.ts'
import type { NoticesFile } from './worksheet-pack.ts'

type Notice = NoticesFile['notices'][number]

export type NoticeRecipient = {
  /** as its address and its rows have it; of partners a number in the order in which they first delivered */
  readonly id: string
  readonly name: Notice['name']
  /** nothing: it is not sent any more, and what was sent stays to be read */
  readonly notice: Notice | undefined
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
      ? partners.map((partner, nth) => recipient(`${ofPartners}-${nth + 1}`, notice, partner))
      : [recipient(notice.id, notice, undefined)],
  )
}

const recipient = (id: string, notice: Notice, partner: string | undefined): NoticeRecipient => ({
  id,
  name: notice.name,
  notice,
  partner,
})

/**
 * The same, and after them whoever was told under a code that is no recipient any more: of before partners were told
 * one by one, or of a notice that left the pack, which has no other name left than its code.
 */
export function everyRecipient(
  pack: NoticesFile,
  facts: readonly Pick<FactWords, 'origin'>[],
  written: readonly string[],
): readonly NoticeRecipient[] {
  const now = noticeRecipients(pack, facts)
  const past = [...new Set(written)].filter((code) => !now.some(({ id }) => id === code))
  return [
    ...now,
    ...past.map((id) => ({
      id,
      name: pack.notices.find((one) => one.id === id)?.name ?? { nl: id, en: id },
      notice: undefined,
      partner: undefined,
    })),
  ]
}
