import { button, buttonLink } from '#design/button/button.ts'
import { summaryOf } from '#design/error-summary/error-summary.ts'
import { form } from '#design/form/form.ts'
import { type Html, html } from '#design/html.ts'
import type { PageParts } from '#design/page/page.ts'
import { searchForm } from '#design/search-form/search-form.ts'
import { select } from '#design/select/select.ts'
import { table } from '#design/table/table.ts'
import { fullDay } from '#platform/dates.ts'
import { type Language, link } from '#platform/language.ts'
import type { readSchools } from './read-waves.ts'
import { sureBox } from './sure-box.ts'
import { schoolQuery, surveyPaths, wavePaths } from './survey-paths.ts'
import { stratumTold, t } from './words.ts'

type SchoolsView = Awaited<ReturnType<typeof readSchools>>
type School = SchoolsView['schools'][number]

/** Which schools are looked for, as it stands in the address. */
export type Looked = { readonly name: string; readonly only: 'silent' | 'answered' | undefined }

/** Those of the sample that are looked for, by name, for who calls schools. */
export function schoolsPage(
  language: Language,
  { wave, schools, looked }: SchoolsView & { readonly looked: Looked },
): PageParts {
  const { schools: words } = t(language).wave
  const found = schools.filter((school) => isLookedFor(school, looked))
  const isOpen = wave.state === 'open'
  return {
    title: words.title,
    wide: true,
    content: html`<h1>${words.title}</h1>
<p class="lead">${words.lead}</p>
${isOpen ? html`<p>${words.calling} <a href="${link(language, surveyPaths.begin)}">${t(language).waves.telephone}</a></p>` : ''}
${searchForm({
  action: link(language, wavePaths.schools(wave.id)),
  ...{ name: schoolQuery.name, label: words.find, value: looked.name, button: words.show },
  filters: select(language, {
    name: schoolQuery.only,
    label: words.which,
    value: looked.only ?? '',
    filled: true,
    choices: [
      { value: '', label: words.every },
      ...(['silent', 'answered'] as const).map((value) => ({ value, label: words.only[value] })),
    ],
  }),
})}
${
  found.length === 0
    ? html`<p>${words.none}</p>`
    : table({
        caption: words.caption(found.length),
        columns: [
          { heading: words.name },
          { heading: words.stratum },
          { heading: words.invited },
          { heading: words.answered },
          ...(isOpen ? [{ heading: words.code, headingHidden: true }] : []),
        ],
        rows: found.map((each) => [
          `${each.name}${each.municipality ? `, ${each.municipality}` : ''}`,
          stratumTold(language, each.stratum),
          invited(language, each),
          each.answered ? words.by[each.answered] : words.no,
          ...(isOpen ? [each.answered ? '' : giveCode(language, wave.id, each)] : []),
        ]),
      })
}`,
  }
}

function isLookedFor(school: School, { name, only }: Looked): boolean {
  const says = `${school.name} ${school.municipality ?? ''} ${school.school}`.toLowerCase()
  const isSilent = school.answered === undefined
  return (
    says.includes(name.trim().toLowerCase()) &&
    (only === undefined || (only === 'silent') === isSilent)
  )
}

function invited(language: Language, each: School): string {
  const { schools: words } = t(language).wave
  if (each.way === undefined || each.invitedOn === undefined) return words.not
  return [
    `${fullDay(language, each.invitedOn)}, ${words.way[each.way]}`,
    ...(each.remindedOn ? [words.reminded(fullDay(language, each.remindedOn))] : []),
    ...(each.undelivered ? [words.undelivered] : []),
  ].join('; ')
}

const giveCode = (language: Language, id: string, { school, name, way }: School): Html => {
  const { schools: words } = t(language).wave
  return form({
    action: link(language, wavePaths.code(id)),
    content: html`${schoolField(school)}${button({
      text: html`${way ? words.giveAgain : words.give}<span class="visually-hidden"> ${words.giveFor(name)}</span>`,
      look: 'subtle',
    })}`,
  })
}

const schoolField = (school: string): Html =>
  html`<input type="hidden" name="school" value="${school}">`

/** The box that stands before a code of a school is made worthless. */
export const replacesName = 'replaces'

type AskView = {
  readonly id: string
  readonly school: string
  readonly name: string
  /** it was sent without the box */
  readonly error: string | undefined
}

/** A school has a code already: what a new one does to it, before it is made. */
export function replaceCodePage(
  language: Language,
  { id, school, name, error }: AskView,
): PageParts {
  const { schools: words } = t(language).wave
  return {
    title: words.replaceTitle(name),
    error: error !== undefined,
    content: html`${summaryOf(language, error ? { [replacesName]: error } : {})}
<h1>${words.replaceTitle(name)}</h1>
<p class="lead">${words.replaceLead}</p>
<p>${words.replaceAsk}</p>
<p>${buttonLink({ text: t(language).waves.telephone, href: link(language, surveyPaths.begin), look: 'secondary' })}</p>
${form({
  action: link(language, wavePaths.code(id)),
  content: html`${schoolField(school)}<input type="hidden" name="asked" value="yes">
${sureBox(language, { name: replacesName, known: words.replaceKnown, error })}
${button({ text: words.giveAgain, look: 'danger' })}`,
})}
<p><a href="${link(language, wavePaths.schools(id))}">${words.title}</a></p>`,
  }
}

/** A code to read aloud, this once. */
export function codePage(
  language: Language,
  { id, name, code }: { readonly id: string; readonly name: string; readonly code: string },
): PageParts {
  const { schools: words } = t(language).wave
  return {
    title: words.given(name),
    content: html`<h1>${words.given(name)}</h1>
<p class="lead"><code>${code}</code></p>
<p>${words.givenText}</p>
<p><a href="${link(language, wavePaths.schools(id))}">${words.title}</a></p>`,
  }
}
