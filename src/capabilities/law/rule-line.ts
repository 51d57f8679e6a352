import { type Html, html } from '#design/html.ts'
import { fullDay } from '#platform/dates.ts'
import { type Language, link } from '#platform/language.ts'
import { type LegalRule, lastKnownStep, mustBeChecked } from './legal-rule.ts'
import { paths } from './paths.ts'
import { t } from './words.ts'

/**
 * A rule as other pages cite it: its name as a link to the page of the rule, and beside it that it is no law,
 * or that its wording must be checked.
 */
export function ruleLine(language: Language, rule: LegalRule): Html {
  const beside = besideCitation(language, rule)
  return html`<a href="${link(language, paths.rule(rule.id))}">${rule.cite[language]}</a>${
    beside.length > 0 ? html` <span class="quiet">(${beside.join('; ')})</span>` : ''
  }`
}

/** The same in plain text, for a letter, a PDF or a record: "art. 64 Sv (tekst van 10 mei 2017: kijk na wat nu geldt)". */
export function ruleReference(language: Language, rule: LegalRule): string {
  const beside = besideCitation(language, rule)
  return beside.length > 0 ? `${rule.cite[language]} (${beside.join('; ')})` : rule.cite[language]
}

function besideCitation(language: Language, rule: LegalRule): string[] {
  const words = t(language)
  const step = lastKnownStep(rule)
  return [
    ...(rule.status === 'in-force' ? [] : [words.statusShort[rule.status]]),
    ...(rule.status === 'bill' && step
      ? [words.lastStep(dateWords(language, step.date))]
      : mustBeChecked(rule) && rule.status === 'in-force'
        ? [checkTheWording(language, rule)]
        : []),
  ]
}

/**
 * What stands beside a rule in a list of one day, an ISO date: that it is no law and how far it came, how near we
 * are to its wording, and from or until when it stands in the list where that day lies outside.
 */
export function asideOf(language: Language, rule: LegalRule, day: string): string {
  const words = t(language)
  const { validFrom, validUntil } = rule
  const beside = [
    ...(validFrom !== null && day < validFrom
      ? [words.knownFrom(fullDay(language, validFrom))]
      : []),
    ...(validUntil !== null && validUntil <= day
      ? [words.endedOn(fullDay(language, validUntil))]
      : []),
    ...besideCitation(language, rule),
  ]
  return beside.length > 0 ? beside.join('; ') : words.status[rule.status]
}

/** Why the wording must be checked; empty words never come out of it, so ask `mustBeChecked` first. */
export function checkTheWording(language: Language, { wording, source }: LegalRule): string {
  const words = t(language)
  if (wording === 'secondary' || source.read === null) return words.readElsewhere
  return words.olderText(dateWords(language, source.read))
}

/** "10 mei 2017", "september 2023" or "2019": as precise as the source. */
export function dateWords(language: Language, date: string): string {
  if (date.length === 4) return date
  if (date.length === 7) return fullDay(language, `${date}-01`).replace(/^\D*\d+ /, '')
  return fullDay(language, date)
}
