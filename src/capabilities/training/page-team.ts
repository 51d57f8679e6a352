import { alert } from '#design/alert/alert.ts'
import { button } from '#design/button/button.ts'
import { summaryOf } from '#design/error-summary/error-summary.ts'
import { form } from '#design/form/form.ts'
import { type Html, html } from '#design/html.ts'
import type { PageParts } from '#design/page/page.ts'
import { table } from '#design/table/table.ts'
import { text } from '#design/text/text.ts'
import { fullDay } from '#platform/dates.ts'
import { type Language, link } from '#platform/language.ts'
import type { Team } from './lead-team.ts'
import { paths } from './paths.ts'
import type { Practice } from './practice.ts'
import type { Story } from './story.ts'
import { t } from './words.ts'

type View = {
  readonly practice: Practice
  readonly team: Team
  /** what was typed as a term that cannot be one */
  readonly wrongTerm?: string
}

/** How far a team is in numbers, inviting, and the term. No name, and no order but that of the stories. */
export function teamPage(language: Language, { practice, team, wrongTerm }: View): PageParts {
  const words = t(language).team
  const { shortest, longest } = practice.refresh
  const error = wrongTerm === undefined ? undefined : words.termWrong(shortest, longest)
  return {
    title: words.title,
    breadcrumbs: [{ text: t(language).list.title, href: link(language, paths.practise) }],
    under: link(language, paths.practise),
    wide: true,
    error: error !== undefined,
    content: html`${error ? summaryOf(language, { months: error }) : ''}
<h1>${words.title}</h1>
<p class="lead">${words.lead}</p>
${overview(language, practice, team)}
<p>${words.inviteExplained}</p>
<h2>${words.termTitle}</h2>
<p>${words.termLead}</p>
${form({
  action: link(language, paths.term),
  content: html`${text(language, {
    name: 'months',
    label: words.term,
    hint: words.termHint(shortest, longest),
    value: wrongTerm ?? team.term.toString(),
    error,
    width: 'short',
    inputmode: 'numeric',
    maxlength: 3,
  })}
${button({ text: words.save, look: 'secondary' })}`,
})}`,
  }
}

function overview(language: Language, { stories }: Practice, team: Team): Html {
  const words = t(language).team
  const { coverage } = team
  if (coverage.tooSmall) {
    return html`${alert(language, {
      kind: 'info',
      title: words.tooSmall,
      content: html`<p>${words.tooSmallText(coverage.smallest)}</p>`,
    })}
${table({
  caption: words.columns.invite,
  columns: [{ heading: words.columns.story }, { heading: words.columns.invite }],
  rows: stories.map((story) => [story.title[language], invite(language, story, team)]),
})}`
  }
  const { people, any, of } = coverage
  const counted = (count: number) => words.of(count, people)
  return html`<p>${words.people(people)}</p>
${table({
  caption: words.title,
  captionHidden: true,
  columns: [
    { heading: words.columns.story },
    { heading: words.columns.completed, numeric: true },
    { heading: words.columns.fresh, numeric: true },
    { heading: words.columns.invite },
  ],
  rows: [
    ...stories.map((story) => {
      const { completed, fresh } = of(story.id)
      return [
        story.title[language],
        counted(completed),
        counted(fresh),
        invite(language, story, team),
      ]
    }),
    [words.any, counted(any.completed), counted(any.fresh), ''],
  ],
})}`
}

function invite(language: Language, { id, title }: Story, { invited }: Team): Html {
  const words = t(language).team
  const { on, may } = invited(id)
  return html`${on ? html`<p class="quiet">${words.invitedOn(fullDay(language, on))}</p>` : ''}
${
  may
    ? form({
        action: link(language, paths.invite),
        content: html`<input type="hidden" name="story" value="${id}">
${button({ text: html`${words.invite}<span class="visually-hidden">${words.inviteWhich(title[language])}</span>`, look: 'subtle' })}`,
      })
    : ''
}`
}
