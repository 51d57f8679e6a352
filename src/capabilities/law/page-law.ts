import { editionLine, knowledgeNavigation } from '#capabilities/knowledge/index.ts'
import { alert } from '#design/alert/alert.ts'
import { button } from '#design/button/button.ts'
import { date } from '#design/date/date.ts'
import { details } from '#design/details/details.ts'
import { doors } from '#design/doors/doors.ts'
import { errorSummary } from '#design/error-summary/error-summary.ts'
import { form } from '#design/form/form.ts'
import { type Html, html } from '#design/html.ts'
import { linkList } from '#design/link-list/link-list.ts'
import type { PageParts } from '#design/page/page.ts'
import { select } from '#design/select/select.ts'
import { fullDay } from '#platform/dates.ts'
import { type Language, link } from '#platform/language.ts'
import type { DateParts } from '#platform/typed-date.ts'
import type { Law } from './law.ts'
import type { Subject } from './law-edition.ts'
import type { LegalRule } from './legal-rule.ts'
import { paths, queryNames } from './paths.ts'
import { asideOf } from './rule-line.ts'
import { lawSections } from './sections.ts'
import { t } from './words.ts'

export type LawView = {
  readonly law: Law
  /** an ISO date: what applied then */
  readonly day: string
  readonly typed: DateParts
  /** the typed day is no date; `day` is today then */
  readonly wrongDay: boolean
  readonly subject: Subject | undefined
}

/** What to know first, the pages about the law, and every rule by subject as it stood on one day. */
export function lawPage(language: Language, view: LawView): PageParts {
  const words = t(language).law
  const { law, subject, day } = view
  const shown = subject ? [subject] : law.subjects
  return {
    title: words.title,
    breadcrumbs: [knowledgeNavigation(language)],
    error: view.wrongDay,
    content: html`${errorSummary(language, view.wrongDay ? [{ field: queryNames.day, text: words.wrongDay }] : [])}
<h1>${words.title}</h1>
<p class="lead">${words.lead}</p>
${alert(language, {
  kind: 'info',
  title: words.first,
  content: html`<ul>${words.firstPoints.map((point) => html`<li>${point}</li>\n`)}</ul>`,
})}
${doors(lawSections(language))}
<h2>${words.rules}</h2>
${dayForm(language, view)}
<h2 id="regels">${words.onDay(fullDay(language, day))}</h2>
${shown.map((each) => rulesOf(language, view, each))}
${editionLine(language, law.edition)}`,
  }
}

function dayForm(language: Language, { law, subject, typed, wrongDay }: LawView): Html {
  const words = t(language).law
  return form({
    method: 'get',
    action: link(language, paths.law),
    content: html`${select(language, {
      name: queryNames.subject,
      label: words.subject,
      value: subject?.id,
      optional: true,
      choices: law.subjects.map(({ id, name }) => ({ value: id, label: name[language] })),
    })}
${date(language, {
  name: queryNames.day,
  label: words.day,
  hint: words.dayHint,
  value: typed,
  optional: true,
  ...(wrongDay ? { error: words.wrongDay } : {}),
})}
${button({ text: words.show })}`,
  })
}

function rulesOf(language: Language, { law, day, subject }: LawView, one: Subject): Html {
  const words = t(language).law
  const rules = law.rulesAbout(one.id)
  const [apply, rest] = [true, false].map((wanted) =>
    rules.filter((rule) => law.inForceOn(rule, day) === wanted),
  ) as [LegalRule[], LegalRule[]]
  const content = html`${apply.length > 0 ? ruleList(language, apply, day) : html`<p>${words.noneOnDay}</p>`}
${rest.length > 0 ? html`<h3>${words.notOnDay}</h3>\n${ruleList(language, rest, day)}` : ''}`
  return subject
    ? html`<h3 class="visually-hidden">${one.name[language]}</h3>\n${content}`
    : details({ summary: words.subjectCount(one.name[language], rules.length), content })
}

/** Rules to open one by one; `day` is the ISO date of which the list tells. */
export const ruleList = (language: Language, rules: readonly LegalRule[], day: string): Html =>
  linkList(
    rules.map((rule) => ({
      text: html`${rule.title[language]}`,
      href: link(language, paths.rule(rule.id)),
      description: rule.cite[language],
      about: html`<span class="quiet">${asideOf(language, rule, day)}</span>`,
    })),
  )
