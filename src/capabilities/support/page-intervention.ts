import {
  editionLine,
  type Knowledge,
  knowledgeNavigation,
  origin,
} from '#capabilities/knowledge/index.ts'
import { alert } from '#design/alert/alert.ts'
import { type Html, html } from '#design/html.ts'
import type { PageParts } from '#design/page/page.ts'
import { summaryList } from '#design/summary-list/summary-list.ts'
import { tag } from '#design/tag/tag.ts'
import { fullDay } from '#platform/dates.ts'
import { type Language, link } from '#platform/language.ts'
import type { Catalogue } from './catalogue.ts'
import type { Intervention, Statement } from './intervention.ts'
import { offerTable } from './pages-public-offers.ts'
import { paths } from './paths.ts'
import type { PublishedOffer } from './published-offers.ts'
import { t } from './words.ts'

type View = {
  readonly knowledge: Knowledge
  readonly catalogue: Catalogue
  readonly intervention: Intervention
  readonly offers: readonly PublishedOffer[]
}

/** One kind of help with everything we know of it, each statement with where it comes from. */
export function interventionPage(language: Language, view: View): PageParts {
  const { knowledge, catalogue, intervention, offers } = view
  const words = t(language)
  const { inLetter, ended, gaps } = intervention
  const say = (statement: Statement) => said(knowledge, language, statement)
  return {
    title: intervention.name[language],
    breadcrumbs: [
      knowledgeNavigation(language),
      { text: words.catalogue.title, href: link(language, paths.catalogue) },
    ],
    content: html`<h1>${intervention.name[language]}</h1>
${inLetter ? html`<p>${tag(words.catalogue.inLetter)}</p>` : ''}
<p class="lead">${intervention.summary.text[language]}</p>
<p>${origin(knowledge, language, intervention.summary)}</p>
${ended ? alert(language, { kind: 'info', title: words.intervention.ended, content: html`<p>${say(ended)}</p>` }) : ''}
${cautionPanel(knowledge, language, catalogue, intervention)}
${summaryList(language, facts(language, view, say))}
<h2>${words.intervention.recognition}</h2>
${recognition(knowledge, language, catalogue, intervention)}
<h2>${words.intervention.evidence}</h2>
${evidence(knowledge, language, intervention)}
${gaps.length > 0 ? html`<h2>${words.intervention.gaps}</h2>\n<ul>${gaps.map((gap) => html`<li>${say(gap)}</li>\n`)}</ul>` : ''}
<h2>${words.intervention.offers}</h2>
${offers.length > 0 ? offerTable(language, catalogue, offers) : html`<p>${words.intervention.noOffers}</p>`}
<p><a href="${link(language, paths.catalogue)}">${words.intervention.backToAll}</a></p>
${editionLine(language, catalogue.edition)}`,
  }
}

/** A statement and where it comes from. */
const said = (knowledge: Knowledge, language: Language, statement: Statement): Html =>
  html`${statement.text[language]} ${origin(knowledge, language, statement)}`

/** What to look out for, shown wherever this kind of help is chosen. Without one: what always holds. */
export function cautionPanel(
  knowledge: Knowledge,
  language: Language,
  catalogue: Catalogue,
  intervention?: Intervention,
): Html {
  const words = t(language).intervention
  const own = intervention?.cautions ?? []
  return alert(language, {
    kind: 'info',
    title: words.cautions,
    content: html`<ul>${own.map((one) => html`<li>${said(knowledge, language, one)}</li>\n`)}${catalogue
      .cautionsFor(intervention)
      .map(
        (one) =>
          html`<li><strong>${one.title[language]}.</strong> ${said(knowledge, language, one)}${one.always ? '' : html` ${words.ownChoice}`}</li>\n`,
      )}</ul>`,
  })
}

function facts(
  language: Language,
  { catalogue, knowledge, intervention }: View,
  say: (one: Statement) => Html,
) {
  const words = t(language).intervention
  const { unknown } = t(language)
  const orUnknown = (one: Statement | null) => (one ? say(one) : unknown)
  const { age, groups, schoolTypes, goals, form, duration, provider, where } = intervention
  return [
    {
      key: words.age,
      value: age
        ? html`${ageText(language, age)}${age.remark ? html`. ${age.remark[language]}` : ''} ${origin(knowledge, language, age)}`
        : unknown,
    },
    { key: words.groups, value: orUnknown(groups) },
    {
      key: words.schoolTypes,
      value: schoolTypes
        ? html`${schoolTypes.codes.map((id) => catalogue.nameOf('schoolTypes', id, language)).join(', ')} ${origin(knowledge, language, schoolTypes)}`
        : unknown,
    },
    { key: words.goals, value: orUnknown(goals) },
    { key: words.form, value: orUnknown(form) },
    { key: words.duration, value: orUnknown(duration) },
    { key: words.provider, value: orUnknown(provider) },
    { key: words.where, value: orUnknown(where) },
  ]
}

function ageText(language: Language, { from, to }: NonNullable<Intervention['age']>): string {
  const words = t(language).intervention
  if (from !== null && to !== null) return words.ageFromTo(from, to)
  if (from !== null) return words.ageFrom(from)
  return to === null ? t(language).unknown : words.ageTo(to)
}

type LevelGiven = Intervention['recognition']['levels'][number]

/** "eerste aanwijzingen voor effectiviteit, 13 maart 2019": never a level without its date. */
export const levelText = (language: Language, catalogue: Catalogue, given: LevelGiven): string =>
  t(language).intervention.levelOn(
    catalogue.nameOf('levels', given.level, language),
    given.date.length === 4 ? given.date : fullDay(language, given.date),
  )

function recognition(
  knowledge: Knowledge,
  language: Language,
  catalogue: Catalogue,
  { recognition }: Intervention,
): Html {
  const words = t(language).intervention
  return html`<p>${said(knowledge, language, recognition)}</p>
${
  recognition.levels.length > 0
    ? html`<ul>${recognition.levels.map((given) => {
        const level = catalogue.levels.find(({ id }) => id === given.level)
        const by = given.by ? words.by(given.by[language]) : words.byUnknown
        return html`<li><strong>${levelText(language, catalogue, given)}</strong> (${by}). ${level?.explanation[language]} ${origin(knowledge, language, given)}</li>\n`
      })}</ul>`
    : ''
}`
}

function evidence(knowledge: Knowledge, language: Language, { evidence }: Intervention): Html {
  const words = t(language).intervention
  if (evidence.length === 0) return html`<p>${words.noEvidence}</p>`
  return html`<ul>${evidence.map(
    (one) =>
      html`<li><strong>${words.directions[one.direction]}:</strong> ${said(knowledge, language, one)}</li>\n`,
  )}</ul>`
}
