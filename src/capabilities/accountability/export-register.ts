import type { Language } from '#platform/language.ts'
import type { TableFile } from '#platform/table-file/table-file.ts'
import type { Work } from '#platform/work.ts'
import type { AnswerTerm } from './answer-clock.ts'
import { type AnsweredItem, answeredBy } from './answered-items.ts'
import { withTerms } from './own-item.ts'
import { type Action, readActions } from './read-actions.ts'
import { type OwnItem, readOwnItems } from './read-own-items.ts'
import { referenceName } from './reference.ts'
import {
  type ActionQuery,
  actionsAsked,
  type ItemQuery,
  itemsAsked,
  takenOut,
} from './register-query.ts'
import { t as shared } from './words.ts'
import { t } from './words-register.ts'

export type ExportForm = 'csv' | 'ods'

/** The actions that are asked for and the items to which they may answer, for a table that leaves; told in the trail. */
export async function exportActions(
  work: Work,
  { query, today, form }: { query: ActionQuery; today: string; form: ExportForm },
): Promise<{ readonly actions: readonly Action[]; readonly own: readonly OwnItem[] }> {
  const actions = actionsAsked(await readActions(work), query, today)
  work.audit({ act: 'action.export', details: { form, count: actions.length } })
  return { actions, own: await readOwnItems(work) }
}

/** The same for the items. */
export async function exportItems(
  work: Work,
  { query, term, form }: { query: ItemQuery; term: AnswerTerm; form: ExportForm },
): Promise<readonly OwnItem[]> {
  const kept = await readOwnItems(work, query.state === takenOut)
  const items = itemsAsked(withTerms(term, kept), query)
  work.audit({ act: 'item.export', details: { form, count: items.length } })
  return items
}

const day = (date: string | undefined) => (date === undefined ? undefined : { day: date })

export function actionsTable(
  language: Language,
  all: readonly Action[],
  items: readonly AnsweredItem[],
): TableFile {
  const { actions, action, actionStates } = shared(language)
  return {
    title: actions.title,
    language,
    columns: [
      ...[actions.line, actions.what, actions.owner, action.partners, action.starts],
      ...[actions.due, actions.state, action.development, actions.next, action.answersTo],
    ],
    rows: all.map((one) => [
      ...[one.line, one.title, one.owner, one.partners.join('\n'), day(one.startsOn)],
      ...[day(one.dueOn), actionStates[one.state], one.development, one.nextStep],
      one.items.flatMap((id) => answeredBy(items, id)?.title ?? []).join('\n'),
    ]),
  }
}

export function itemsTable(language: Language, all: readonly OwnItem[]): TableFile {
  const { items, item } = t(language)
  const { kinds, states } = shared(language)
  return {
    title: items.title,
    language,
    columns: [
      ...[items.kind, items.what, item.says, item.by, item.raisedOn, item.raisedIn],
      ...[item.wantedWords, item.wantedUntil, items.state, item.laterToldOn],
    ],
    rows: all.map((one) => [
      ...[kinds[one.kind], one.title, one.says, one.by.join('\n'), day(one.raisedOn)],
      one.raisedIn === undefined ? undefined : referenceName(language, one.raisedIn),
      ...[one.wantedWords, day(one.wantedUntil), states[one.state], day(one.laterToldOn)],
    ]),
  }
}
