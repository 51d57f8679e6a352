import { editionLine, type Knowledge, sourceList } from '#capabilities/knowledge/index.ts'
import { alert } from '#design/alert/alert.ts'
import { type Html, html } from '#design/html.ts'
import { linkList } from '#design/link-list/link-list.ts'
import type { PageParts } from '#design/page/page.ts'
import { summaryList } from '#design/summary-list/summary-list.ts'
import { timeline } from '#design/timeline/timeline.ts'
import { fullDay } from '#platform/dates.ts'
import { type Language, link } from '#platform/language.ts'
import type { Law } from './law.ts'
import { type LegalRule, mustBeChecked } from './legal-rule.ts'
import { paths } from './paths.ts'
import { checkTheWording, dateWords, ruleLine } from './rule-line.ts'
import { wayUp } from './way-up.ts'
import { t } from './words.ts'

type View = { readonly law: Law; readonly knowledge: Knowledge; readonly rule: LegalRule }

/** One rule: what it says, whether it applies, where it stands, what is unsure, and what happened to it. */
export function rulePage(language: Language, { law, knowledge, rule }: View): PageParts {
  const words = t(language).rule
  const lines = law.sharing.lines.filter(({ basis }) => basis.includes(rule.id))
  return {
    // Short enough for the tab of a browser, and no two are the same.
    title: rule.cite[language],
    breadcrumbs: wayUp(language),
    content: html`<h1>${rule.title[language]}</h1>
<p class="lead">${rule.cite[language]}</p>
${standing(language, rule)}
<h2>${words.says}</h2>
<p>${rule.says[language]}</p>
<p class="quiet">${words.ownWords}</p>
${unsure(language, rule)}
${summaryList(language, facts(language, rule))}
${history(language, rule)}
${
  lines.length > 0
    ? html`<h2>${words.opens}</h2>
${linkList(lines.map(({ id, name }) => ({ text: name[language], href: link(language, paths.sharingLine(id)) })))}`
    : ''
}
${beside(language, law, rule)}
<h2>${words.sources}</h2>
${sourceList(knowledge, language, rule.sources)}
${editionLine(language, law.edition)}`,
  }
}

/** What is no law says so before anything else. */
function standing(language: Language, { status, planned }: LegalRule): Html {
  const words = t(language)
  if (status === 'in-force') return html``
  return alert(language, {
    kind: 'info',
    title: words.status[status],
    content: html`<p>${words.statusExplained[status]}${
      planned ? html` ${words.rule.planned(fullDay(language, planned))}` : ''
    }</p>`,
  })
}

function unsure(language: Language, rule: LegalRule): Html {
  const words = t(language).rule
  if (!mustBeChecked(rule) && rule.unsure === null) return html``
  return alert(language, {
    kind: 'info',
    title: words.unsure,
    content: html`${mustBeChecked(rule) ? html`<p>${t(language).wordingExplained[rule.wording]} (${checkTheWording(language, rule)}.)</p>` : ''}${
      rule.unsure ? html`<p>${rule.unsure[language]}</p>` : ''
    }`,
  })
}

function facts(language: Language, rule: LegalRule) {
  const words = t(language)
  const { validFrom, validUntil, since, status, source } = rule
  const law = status === 'in-force' || status === 'repealed'
  return [
    { key: words.rule.status, value: words.status[status] },
    ...(law && validFrom !== null && since !== undefined
      ? [
          {
            key: words.rule.validFrom,
            value: html`${fullDay(language, validFrom)}. <span class="quiet">${words.since[since]}</span>`,
          },
          {
            key: words.rule.validUntil,
            value: validUntil === null ? words.rule.noEnd : fullDay(language, validUntil),
          },
        ]
      : []),
    {
      key: words.rule.place,
      value: html`${words.sourceKinds[source.kind]}: <code>${source.ref}</code>`,
    },
    {
      key: words.rule.read,
      value:
        source.read === null
          ? words.rule.notRead
          : words.rule.readOf(dateWords(language, source.read)),
    },
  ]
}

function history(language: Language, { steps, status }: LegalRule): Html {
  const words = t(language).rule
  if (!steps) return html``
  const more = status === 'bill' ? html`<p>${words.nothingAfter}</p>` : ''
  return html`<h2>${words.steps}</h2>
${timeline(steps.map(({ date, text }) => ({ what: text[language], when: dateWords(language, date) })))}
${more}`
}

function beside(language: Language, law: Law, { see }: LegalRule): Html {
  if (!see) return html``
  return html`<h2>${t(language).rule.see}</h2>
<ul>${see.map((id) => html`<li>${law.getRule(id).title[language]}: ${ruleLine(language, law.getRule(id))}</li>\n`)}</ul>`
}
