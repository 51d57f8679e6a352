import { type Language, link } from '#platform/language.ts'
import type { Parliament } from './parliament.ts'
import { paths } from './paths.ts'
import type { OwnItem } from './read-own-items.ts'
import { byDayRaised, notKept } from './register-item.ts'
import { registerPaths } from './register-paths.ts'
import { t } from './words.ts'

/** What an action can answer to, as a list shows it. */
export type AnsweredItem = {
  readonly id: string
  /** its code among the papers that everybody can read, when this ministry keeps it too */
  readonly publicItem: string | undefined
  readonly title: string
  readonly kind: string
  readonly href: string
}

/** The item of that id, also when an action was tied to it before this ministry began to keep it. */
export const answeredBy = (items: readonly AnsweredItem[], id: string): AnsweredItem | undefined =>
  items.find((one) => one.id === id || one.publicItem === id)

/**
 * What Parliament asked or was promised, by the day on which it was raised: what this ministry keeps, and what only the
 * public papers have. What is in both is told once, as it is kept here.
 */
export function answeredItems(
  language: Language,
  { items }: Pick<Parliament, 'items'>,
  own: readonly OwnItem[],
): AnsweredItem[] {
  const { kinds } = t(language)
  const keptAs = own.map(({ publicItem }) => publicItem)
  const all = [
    ...own.map((item) => ({
      ...{ raisedOn: item.raisedOn, id: item.id, title: item.title, publicItem: item.publicItem },
      ...{ kind: kinds[item.kind], href: link(language, registerPaths.item(item.id)) },
    })),
    ...notKept(items, keptAs).map((item) => ({
      ...{
        raisedOn: item.raisedOn,
        id: item.id,
        title: item.title[language],
        publicItem: undefined,
      },
      ...{ kind: kinds[item.kind], href: link(language, paths.item(item.id)) },
    })),
  ]
  return all.toSorted(byDayRaised)
}
