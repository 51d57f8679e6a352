import { button, buttonLink } from '#design/button/button.ts'
import { checkboxes } from '#design/checkboxes/checkboxes.ts'
import { emptyState } from '#design/empty-state/empty-state.ts'
import { summaryOf } from '#design/error-summary/error-summary.ts'
import { form } from '#design/form/form.ts'
import { type Html, html } from '#design/html.ts'
import { summaryList } from '#design/summary-list/summary-list.ts'
import { table } from '#design/table/table.ts'
import { text } from '#design/text/text.ts'
import { textarea } from '#design/textarea/textarea.ts'
import { moment } from '#platform/dates.ts'
import { type FormErrors, listOf, type Typed, textOf } from '#platform/form.ts'
import { keyField } from '#platform/http/sent-once.ts'
import { type Language, link } from '#platform/language.ts'
import { paths } from './paths.ts'
import { clientIdOf, programScopes, type Scope } from './program.ts'
import type { Program } from './store-programs.ts'
import type { Webhook } from './store-webhooks.ts'
import { isErrorCode, t } from './words.ts'

/** The errors of a form as sentences. */
const sentences = (language: Language, errors: FormErrors): Readonly<Record<string, string>> =>
  Object.fromEntries(
    Object.entries(errors).map(([field, code]) => [
      field,
      isErrorCode(code) ? t(language).errors[code] : code,
    ]),
  )

const may = (language: Language, scopes: readonly Scope[]): Html =>
  html`<ul>${scopes.map((scope) => html`<li>${t(language).scope[scope].label}</li>`)}</ul>`

export function programsPage(language: Language, programs: readonly Program[]): Html {
  const words = t(language).list
  const begin = { text: words.add, href: link(language, paths.newProgram) }
  return html`<h1>${words.title}</h1>
<p class="lead">${words.lead}</p>
${programs.length > 0 ? buttonLink(begin) : emptyState({ title: words.emptyTitle, text: words.empty, begin })}
${programs.length > 0 ? programTable(language, programs) : ''}
<p><a href="${link(language, paths.guide)}">${words.api}</a></p>`
}

function programTable(language: Language, programs: readonly Program[]): Html {
  const words = t(language).list
  return table({
    caption: words.caption,
    captionHidden: true,
    columns: [
      { heading: words.name },
      { heading: words.scopes },
      { heading: words.used },
      { heading: words.state },
      { heading: words.open, headingHidden: true },
    ],
    rows: programs.map(({ id, name, scopes, usedAt, endedAt }) => [
      name,
      may(language, scopes),
      usedAt ? moment(language, usedAt) : words.never,
      endedAt ? words.ended : words.works,
      html`<a href="${link(language, paths.program(id))}">${words.open}<span class="visually-hidden">: ${name}</span></a>`,
    ]),
  })
}

/** A line of the sharing table, as an administrator chooses it. */
export type LineChoice = { readonly id: string; readonly name: string; readonly limits: string }

type Typing = {
  readonly typed: Typed
  readonly errors: FormErrors
  readonly key: string
  readonly lines: readonly LineChoice[]
}

export function newProgramPage(language: Language, { typed, errors, key, lines }: Typing): Html {
  const words = t(language).add
  const wrong = sentences(language, errors)
  return html`${summaryOf(language, wrong)}<h1>${words.title}</h1>
<p class="lead">${words.lead}</p>
${form({
  action: link(language, paths.newProgram),
  content: html`${keyField(key)}${text(language, {
    name: 'name',
    label: words.name,
    hint: words.nameHint,
    value: textOf(typed, 'name'),
    error: wrong.name,
    maxlength: 100,
    spellcheck: false,
  })}
${checkboxes(language, {
  name: 'scopes',
  label: words.scopes,
  hint: words.scopesHint,
  values: listOf(typed, 'scopes'),
  error: wrong.scopes,
  choices: programScopes.map((value) => ({ value, ...t(language).scope[value] })),
})}
${lines.length > 0 ? lineFields(language, lines, listOf(typed, 'lines'), wrong) : ''}
${keyFields(language, typed, wrong)}
${button({ text: words.save })}`,
})}`
}

const lineFields = (
  language: Language,
  lines: readonly LineChoice[],
  values: readonly string[],
  wrong: Readonly<Record<string, string>>,
): Html =>
  checkboxes(language, {
    name: 'lines',
    label: t(language).add.lines,
    hint: t(language).add.linesHint,
    values,
    error: wrong.lines,
    choices: lines.map(({ id, name, limits }) => ({ value: id, label: name, hint: limits })),
  })

function keyFields(
  language: Language,
  typed: Typed,
  wrong: Readonly<Record<string, string>>,
): Html {
  const words = t(language).add
  return html`${textarea(language, {
    name: 'keys',
    label: words.keys,
    hint: words.keysHint,
    value: textOf(typed, 'keys'),
    error: wrong.keys,
    optional: true,
  })}
${text(language, {
  name: 'keysAt',
  label: words.keysAt,
  hint: words.keysAtHint,
  value: textOf(typed, 'keysAt'),
  error: wrong.keysAt,
  kind: 'url',
  optional: true,
  spellcheck: false,
})}`
}

type View = {
  readonly organisationId: string
  /** the address of this server */
  readonly issuer: string
  readonly program: Program
  readonly webhook: Webhook | undefined
  /** along which a program of this organisation can send at all */
  readonly lines: readonly LineChoice[]
  readonly typed: Typed
  readonly errors: FormErrors
}

export function programPage(language: Language, view: View): Html {
  const words = t(language).one
  const { program, organisationId, issuer } = view
  const wrong = sentences(language, view.errors)
  const rows = [
    {
      key: words.clientId,
      value: html`<code>${clientIdOf({ organisationId, programId: program.id })}</code>`,
    },
    { key: words.token, value: html`<code>${issuer}${paths.token}</code>` },
    { key: words.issuer, value: html`<code>${issuer}</code>` },
    { key: words.scopes, value: may(language, program.scopes) },
    ...(program.scopes.includes('deliveries:send')
      ? [{ key: words.lines, value: linesNow(program, view.lines) }]
      : []),
    { key: words.keys, value: keysNow(language, program) },
    { key: words.keysChanged, value: moment(language, program.keysChangedAt) },
    { key: words.made, value: moment(language, program.madeAt) },
    {
      key: words.used,
      value: program.usedAt ? moment(language, program.usedAt) : t(language).list.never,
    },
    ...(program.endedAt ? [{ key: words.ended, value: moment(language, program.endedAt) }] : []),
  ]
  return html`${summaryOf(language, wrong)}<h1>${program.name}</h1>
${program.endedAt ? html`<p class="lead">${words.endedText}</p>` : ''}
${summaryList(language, rows)}
${program.endedAt ? '' : acts(language, view, wrong)}`
}

const linesNow = ({ lines }: Program, choices: readonly LineChoice[]): Html =>
  html`<ul>${lines.map((id) => html`<li>${choices.find((one) => one.id === id)?.name ?? id}</li>`)}</ul>`

function keysNow(language: Language, { place }: Program): Html {
  if ('keysAt' in place) return html`<code>${place.keysAt}</code>`
  return html`<ul>${place.keys.keys.map(
    ({ kid, kty }) => html`<li>${kty}: ${kid ?? t(language).one.noName}</li>`,
  )}</ul>`
}

function acts(
  language: Language,
  { program, webhook, lines, typed }: View,
  wrong: Readonly<Record<string, string>>,
): Html {
  const words = t(language).one
  const path = link(language, paths.program(program.id))
  return html`<h2>${words.change}</h2>
<p>${words.changeText}</p>
${form({
  action: `${path}/sleutels`,
  content: html`${keyFields(language, typed, wrong)}
${button({ text: words.save, look: 'secondary' })}`,
})}
${
  program.scopes.includes('deliveries:send')
    ? html`<h2>${words.lines}</h2>
${form({
  action: `${path}/wegen`,
  content: html`${lineFields(language, lines, 'lines' in typed ? listOf(typed, 'lines') : program.lines, wrong)}
${button({ text: words.linesSave, look: 'secondary' })}`,
})}`
    : ''
}
${program.scopes.includes('events:read') ? webhookForm(language, { program, webhook, typed }, wrong) : ''}
<h2>${words.end}</h2>
<p>${words.endText}</p>
${form({ action: `${path}/beeindigen`, content: button({ text: words.endButton, look: 'danger' }) })}`
}

function webhookForm(
  language: Language,
  { program, webhook, typed }: Pick<View, 'program' | 'webhook' | 'typed'>,
  wrong: Readonly<Record<string, string>>,
): Html {
  const words = t(language).one
  return html`<h2>${words.webhook}</h2>
<p>${words.webhookText}</p>
${webhook?.lastError ? html`<p>${words.webhookWrong} <code>${webhook.lastError}</code>.</p>` : ''}
${form({
  action: `${link(language, paths.program(program.id))}/meldingen`,
  content: html`${text(language, {
    name: 'webhook',
    label: words.webhookAddress,
    hint: words.webhookHint,
    value: 'webhook' in typed ? textOf(typed, 'webhook') : (webhook?.address ?? ''),
    error: wrong.webhook,
    kind: 'url',
    optional: true,
    spellcheck: false,
  })}
${button({ text: words.webhookSave, look: 'secondary' })}`,
})}`
}
