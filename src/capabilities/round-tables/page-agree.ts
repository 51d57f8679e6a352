import { conditionFields } from '#capabilities/sharing/index.ts'
import { alert } from '#design/alert/alert.ts'
import { button } from '#design/button/button.ts'
import { form } from '#design/form/form.ts'
import { type Html, html } from '#design/html.ts'
import { radios } from '#design/radios/radios.ts'
import { type Language, link } from '#platform/language.ts'
import type { Roads } from './begin-agreement.ts'
import { area, dayField, type Filled, framed } from './pages-forms.ts'
import { paths } from './paths.ts'
import type { ReadTable } from './read-table.ts'
import { t } from './words.ts'

/** In the address: the agreement tells nothing of anybody. */
export const withoutRoad = 'zonder'

export type AgreeView = Filled & {
  readonly read: ReadTable
  readonly owner: string
  readonly road: string
  readonly roads: Roads | undefined
  readonly why: readonly string[]
}

/** First who does it, then on which ground it goes there, then what was agreed. */
export function agreePage(language: Language, view: AgreeView): Html {
  const words = t(language).agree
  const { read, owner, road, roads, typed, why } = view
  const name = read.seats.find(({ party }) => party === owner)?.name
  if (!name || !roads) {
    const owners = read.seats.filter(({ state }) => state === 'joined')
    const choices = owners.map((one) => ({ value: one.party, label: one.name }))
    return asked(language, read, {
      title: words.title,
      content: radios(language, { name: 'aan', label: words.owner, choices }),
    })
  }
  const own = owner === read.ownParty
  if (!own && !roads.chosen && road !== withoutRoad) {
    const choices = [
      { value: withoutRoad, label: words.without, hint: words.withoutHint },
      ...roads.roads.map((one) => ({
        value: one.id,
        label: one.name[language],
        hint: one.limits[language],
      })),
    ]
    return asked(language, read, {
      title: `${words.title}: ${name}`,
      content: html`<input type="hidden" name="aan" value="${owner}">
${radios(language, { name: 'weg', label: words.road, choices })}`,
    })
  }
  const closed = html`<ul>${why.map((each) => html`<li>${each}</li>\n`)}</ul>`
  return framed(
    language,
    {
      ...view,
      title: `${words.title}: ${name}`,
      lead: own ? words.ownLead : (roads.chosen?.name[language] ?? words.withoutHint),
      action: `${paths.agree(read.id)}?aan=${owner}&weg=${roads.chosen?.id ?? withoutRoad}`,
      button: words.button,
      above:
        why.length > 0
          ? alert(language, { kind: 'info', title: words.closed, content: closed })
          : html``,
    },
    (wrong) => html`${
      roads.chosen
        ? html`<p>${roads.chosen.limits[language]}</p>
<h2>${words.conditions}</h2>
${conditionFields(language, roads.questions, typed, wrong)}`
        : ''
    }
${area(language, typed, wrong, 'text', words.text)}
${dayField(language, typed, wrong, 'due', words.due)}`,
  )
}

const asked = (
  language: Language,
  read: ReadTable,
  { title, content }: { readonly title: string; readonly content: Html },
): Html => html`<h1>${title}</h1>
<p class="lead">${t(language).agree.lead}</p>
${form({
  method: 'get',
  action: link(language, paths.agree(read.id)),
  content: html`${content}
${button({ text: t(language).agree.next })}`,
})}`
