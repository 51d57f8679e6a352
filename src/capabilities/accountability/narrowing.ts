import { button } from '#design/button/button.ts'
import { details } from '#design/details/details.ts'
import { form } from '#design/form/form.ts'
import { type Html, html } from '#design/html.ts'
import { select } from '#design/select/select.ts'
import { type Language, link } from '#platform/language.ts'
import { actionPaths } from './action-paths.ts'
import type { Action } from './read-actions.ts'
import { itemKinds } from './register-item.ts'
import { registerPaths } from './register-paths.ts'
import {
  type ActionQuery,
  actionOrders,
  actionStateChoices,
  type ItemQuery,
  inAddress,
  isNarrowed,
  itemOrders,
  itemStateChoices,
  notDone,
  overdue,
  registerQuery,
  takenOut,
  unfinished,
} from './register-query.ts'
import { t as shared } from './words.ts'
import { t } from './words-register.ts'

/** What narrows and orders the list of actions: a form whose answer is an address. */
export function actionNarrowing(
  language: Language,
  actions: readonly Action[],
  query: ActionQuery,
): Html {
  const { narrow } = t(language)
  const { actions: words, actionStates } = shared(language)
  const values = (of: (one: Action) => string) =>
    [...new Set(actions.map(of))]
      .toSorted((a, b) => a.localeCompare(b, 'nl'))
      .map((value) => ({ value, label: value }))
  return narrowing(language, {
    to: actionPaths.list,
    isNarrow: isNarrowed(query),
    fields: html`${select(language, { name: registerQuery.line, label: words.line, value: query.line, optional: true, choices: values(({ line }) => line) })}
${select(language, { name: registerQuery.owner, label: words.owner, value: query.owner, optional: true, choices: values(({ owner }) => owner) })}
${select(language, {
  name: registerQuery.state,
  label: words.state,
  value: query.state,
  optional: true,
  choices: actionStateChoices.map((value) => ({
    value,
    label:
      value === unfinished
        ? narrow.unfinished
        : value === overdue
          ? narrow.overdue
          : actionStates[value],
  })),
})}
${select(language, {
  name: registerQuery.order,
  label: narrow.order,
  value: query.order,
  filled: true,
  choices: actionOrders.map((value) => ({ value, label: narrow.actionOrders[value] })),
})}`,
  })
}

/** The same for the list of items. */
export function itemNarrowing(language: Language, query: ItemQuery): Html {
  const { narrow, items: words } = t(language)
  const { kinds, states, items } = shared(language)
  return narrowing(language, {
    to: registerPaths.items,
    isNarrow: isNarrowed(query),
    fields: html`${select(language, {
      name: registerQuery.kind,
      label: words.kind,
      value: query.kind,
      optional: true,
      choices: itemKinds.map((value) => ({ value, label: kinds[value] })),
    })}
${select(language, {
  name: registerQuery.state,
  label: words.state,
  value: query.state,
  optional: true,
  choices: itemStateChoices.map((value) => ({
    value,
    label: value === notDone ? items.notDone : value === takenOut ? narrow.takenOut : states[value],
  })),
})}
${select(language, {
  name: registerQuery.order,
  label: narrow.order,
  value: query.order,
  filled: true,
  choices: itemOrders.map((value) => ({ value, label: narrow.itemOrders[value] })),
})}`,
  })
}

type Narrowing = { readonly to: string; readonly isNarrow: boolean; readonly fields: Html }

function narrowing(language: Language, { to, isNarrow, fields }: Narrowing): Html {
  const { items: words } = shared(language)
  const { narrow } = t(language)
  return html`${details({
    summary: narrow.title,
    open: isNarrow,
    content: form({
      method: 'get',
      action: link(language, to),
      content: html`${fields}
${button({ text: words.show, look: 'secondary' })}`,
    }),
  })}
${isNarrow ? html`<p><a href="${link(language, to)}">${words.all}</a></p>` : ''}`
}

/** The list as a file, as it is narrowed and ordered now. */
export function exportLinks(
  language: Language,
  query: ActionQuery | ItemQuery,
  { csv, ods }: { readonly csv: string; readonly ods: string },
): Html {
  const { narrow } = t(language)
  const at = (path: string) => `${link(language, path)}${inAddress(query)}`
  return html`<p>${narrow.export} <a href="${at(ods)}" download>${narrow.ods}</a> · <a href="${at(csv)}" download>${narrow.csv}</a></p>`
}
