import { button, buttonLink } from '#design/button/button.ts'
import { summaryOf } from '#design/error-summary/error-summary.ts'
import { form } from '#design/form/form.ts'
import { type Html, html } from '#design/html.ts'
import { table } from '#design/table/table.ts'
import { fullDay, moment } from '#platform/dates.ts'
import { keyField } from '#platform/http/sent-once.ts'
import type { Language } from '#platform/language.ts'
import { offered } from './acts.ts'
import type { CaseHead } from './find-case.ts'
import { type FieldsView, reasonField } from './pages-fields.ts'
import { actPaths, caseLink } from './paths.ts'
import type { CaseMember, ReadCase } from './read-case.ts'
import { lastDayOf } from './until.ts'
import { t } from './words.ts'

/** Who may see the case, who could before, and why. */
export function circlePage(language: Language, { head, circle, names }: ReadCase): Html {
  const words = t(language).circle
  const nameOf = (id: string | undefined) => (id && names.get(id)) || t(language).unknownPerson
  const now = circle.filter(({ stands }) => stands)
  const before = circle.filter(({ stands }) => !stands)
  const adds = offered(head, ['circle']).length > 0
  const ends = head.isCoordinator
  return html`<h1>${words.title}</h1>
<p class="quiet">${t(language).code(head.code)}</p>
<p>${words.lead}</p>
${coordinatorLeft(circle, head) ? html`<p>${words.coordinatorLeft(nameOf(head.coordinatorId))}</p>` : ''}
${adds ? html`<p>${buttonLink({ text: t(language).acts.circle.title, href: caseLink(language, head.id, actPaths.circle) })}</p>` : ends ? '' : html`<p class="quiet">${words.only}</p>`}
${table({
  caption: words.now,
  columns: [
    { heading: words.columns.who },
    { heading: words.columns.since },
    { heading: words.columns.until },
    { heading: words.columns.why },
    ...(ends ? [{ heading: words.columns.act }] : []),
  ],
  rows: now.map((one) => [
    html`${nameOf(one.personId)}${one.personId === head.coordinatorId ? html`, ${t(language).case.coordinates}` : ''}${one.here ? '' : html`, ${words.notHere}`}`,
    moment(language, one.addedAt),
    one.untilAt ? words.until(fullDay(language, lastDayOf(one.untilAt))) : words.noEnd,
    one.reason || '–',
    ...(ends
      ? [
          one.personId === head.coordinatorId
            ? ''
            : html`<a href="${caseLink(language, head.id, `kring/${one.personId}/beeindigen`)}">${words.end}<span class="visually-hidden">: ${nameOf(one.personId)}</span></a>`,
        ]
      : []),
  ]),
})}
${
  before.length > 0
    ? table({
        caption: words.before,
        columns: [
          { heading: words.columns.who },
          { heading: words.columns.since },
          { heading: words.columns.until },
          { heading: words.columns.why },
        ],
        rows: before.map((one) => [
          nameOf(one.personId),
          moment(language, one.addedAt),
          endOf(language, one, nameOf),
          one.left ? words.left : one.endReason || one.reason || '–',
        ]),
      })
    : ''
}`
}

/** Whoever is named as the coordinator is not in the circle any more, and nobody took over. */
export const coordinatorLeft = (
  circle: readonly CaseMember[],
  { coordinatorId }: Pick<CaseHead, 'coordinatorId'>,
): boolean => !circle.some(({ stands, personId }) => stands && personId === coordinatorId)

function endOf(
  language: Language,
  { endedAt, endedBy, untilAt, left }: CaseMember,
  nameOf: (id: string | undefined) => string,
): string {
  const words = t(language).circle
  if (endedAt && left) return moment(language, endedAt)
  if (endedAt) return words.endedBy(nameOf(endedBy), moment(language, endedAt))
  return words.ranOut(untilAt ? fullDay(language, lastDayOf(untilAt)) : '')
}

export type EndView = FieldsView & {
  readonly read: ReadCase
  readonly personId: string
  readonly key: string
}

export function endInCirclePage(
  language: Language,
  { read, personId, key, ...view }: EndView,
): Html {
  const words = t(language).circle
  const name = read.names.get(personId) ?? t(language).unknownPerson
  return html`${summaryOf(language, view.wrong)}
<h1>${words.endTitle(name)}</h1>
<p class="quiet">${t(language).code(read.head.code)}</p>
<p>${words.endText}</p>
${form({
  action: caseLink(language, read.head.id, `kring/${personId}/beeindigen`),
  content: html`${keyField(key)}${reasonField(language, view)}${button({ text: words.endButton, look: 'danger' })}`,
})}`
}
