import { alert } from '#design/alert/alert.ts'
import { button, buttonGroup, buttonLink } from '#design/button/button.ts'
import { checkboxes } from '#design/checkboxes/checkboxes.ts'
import { errorSummary } from '#design/error-summary/error-summary.ts'
import { form } from '#design/form/form.ts'
import { type Html, html } from '#design/html.ts'
import type { PageParts } from '#design/page/page.ts'
import { places } from '#design/page/places.ts'
import { summaryList } from '#design/summary-list/summary-list.ts'
import { table } from '#design/table/table.ts'
import { text } from '#design/text/text.ts'
import type { OrganisationKind, Role } from '#platform/actor.ts'
import type { Temporal } from '#platform/clock.ts'
import { type FormErrors, listOf, type Typed, textOf } from '#platform/form.ts'
import { type Language, link } from '#platform/language.ts'
import type { Leaving, LeftBehind } from './identity-parts.ts'
import type { Colleague, OpenInvitation } from './list-colleagues.ts'
import { rolesOf } from './organisation.ts'
import { roleName } from './role-names.ts'
import { passkeyTable } from './session-pages.ts'
import type { OwnPasskey } from './show-account.ts'
import { moment, words } from './words.ts'

const people = '/organisatie/mensen'

type People = {
  readonly colleagues: readonly Colleague[]
  readonly invitations: readonly OpenInvitation[]
}

export function peoplePage(language: Language, page: People): PageParts {
  const t = words(language).people
  return {
    title: t.title,
    wide: true,
    content: html`<h1 class="heading-1">${t.title}</h1>
<p class="lead">${t.intro}</p>
${buttonGroup(
  buttonLink({ text: t.invite, href: link(language, `${people}/uitnodigen`) }),
  buttonLink({
    text: t.provider,
    look: 'secondary',
    href: link(language, '/organisatie/inloggen'),
  }),
)}
${colleagueTable(language, page.colleagues)}
<h2 class="heading-2">${t.invitations}</h2>
${page.invitations.length > 0 ? invitationTable(language, page.invitations) : html`<p>${t.none}</p>`}`,
  }
}

const roleList = (language: Language, roles: readonly Role[]): string =>
  roles.map((role) => roleName(role, language)).join(', ')

function colleagueTable(language: Language, colleagues: readonly Colleague[]): Html {
  const t = words(language).people
  return table({
    caption: t.colleagues,
    columns: [
      { heading: t.name },
      { heading: t.jobTitle },
      { heading: t.roles },
      { heading: t.state },
      { heading: t.change, headingHidden: true },
    ],
    rows: colleagues.map(({ personId, profile, roles, active }) => [
      profile.name,
      profile.jobTitle ?? '',
      roleList(language, roles),
      active ? t.active : t.notActive,
      html`<a href="${link(language, `${people}/${personId}`)}">${t.change}<span class="visually-hidden">: ${profile.name}</span></a>`,
    ]),
  })
}

function invitationTable(language: Language, invitations: readonly OpenInvitation[]): Html {
  const t = words(language).people
  return table({
    caption: t.invitations,
    captionHidden: true,
    columns: [
      { heading: t.name },
      { heading: t.roles },
      { heading: t.until },
      { heading: t.withdraw, headingHidden: true },
    ],
    rows: invitations.map(({ id, profile, roles, expiresAt }) => [
      profile.name,
      roleList(language, roles),
      moment(language, expiresAt),
      form({
        action: link(language, `/organisatie/uitnodigingen/${id}/intrekken`),
        content: button({
          text: html`${t.withdraw}<span class="visually-hidden">: ${t.withdrawHidden(profile.name)}</span>`,
          look: 'subtle',
        }),
      }),
    ]),
  })
}

type Invite = {
  readonly kind: OrganisationKind
  readonly typed?: Typed
  readonly errors?: FormErrors
  /** the last proof of identity grew too old while the form was filled in */
  readonly confirmFirst?: boolean
}

export function invitePage(
  language: Language,
  { kind, typed = {}, errors = {}, confirmFirst = false }: Invite,
): PageParts {
  const t = words(language).invite
  const sentence = (field: string) => sentenceFor(t.errors, errors[field])
  const back = encodeURIComponent(places.proven)
  const field = (name: 'name' | 'jobTitle' | 'mail') =>
    ({ name, label: t[name], value: textOf(typed, name), error: sentence(name) }) as const
  return {
    title: t.title,
    error: Object.keys(errors).length > 0,
    content: html`${errorSummary(language, summary(t.errors, errors))}<h1 class="heading-1">${t.title}</h1>
<p class="lead">${t.intro}</p>
${
  confirmFirst
    ? alert(language, {
        kind: 'info',
        content: html`<p>${t.confirmFirst}</p><p><a href="${link(language, `/sessie/bevestig?naar=${back}`)}" target="_blank" rel="noopener">${t.confirmLink}</a></p>`,
      })
    : ''
}
${form({
  action: link(language, `${people}/uitnodigen`),
  content: html`${text(language, field('name'))}
${text(language, { ...field('jobTitle'), optional: true })}
${text(language, { ...field('mail'), kind: 'email', hint: t.mailHint, optional: true })}
${rolesField(language, { kind, chosen: listOf(typed, 'roles'), hint: t.rolesHint, error: sentence('roles') })}
${button({ text: t.send })}`,
})}`,
  }
}

export function invitedPage(
  language: Language,
  invited: { name: string; address: string; expiresAt: Temporal.Instant },
): PageParts {
  const t = words(language).invite
  return {
    title: t.madeTitle,
    content: html`<h1 class="heading-1">${t.madeTitle}</h1>
<p class="lead">${t.madeText(invited.name)}</p>
${summaryList(language, [
  { key: t.link, value: html`<code>${invited.address}</code>` },
  { key: t.until, value: moment(language, invited.expiresAt) },
])}
${buttonLink({ text: t.back, look: 'secondary', href: link(language, people) })}`,
  }
}

type ColleagueParts = {
  readonly colleague: Colleague & { readonly passkeys: readonly OwnPasskey[] }
  readonly kind: OrganisationKind
  readonly isMe: boolean
  readonly chosen: readonly string[]
  readonly errors?: FormErrors
}

export function colleaguePage(language: Language, page: ColleagueParts): PageParts {
  const t = words(language).colleague
  const { colleague, isMe, errors = {} } = page
  const { name, jobTitle } = colleague.profile
  const wrong = words(language).invite.errors
  return {
    title: name,
    error: Object.keys(errors).length > 0,
    content: html`${errorSummary(language, summary(wrong, errors))}<h1 class="heading-1">${name}</h1>
${jobTitle ? html`<p>${jobTitle}</p>` : ''}
${isMe ? html`<p>${t.yourself}</p><p>${t.roles}: ${roleList(language, colleague.roles)}.</p>` : actsOn(language, page, sentenceFor(wrong, errors.roles))}
<p><a href="${link(language, people)}">${words(language).invite.back}</a></p>`,
  }
}

function actsOn(language: Language, page: ColleagueParts, error: string | undefined): Html {
  const t = words(language).colleague
  const { colleague, kind, chosen } = page
  const path = link(language, `${people}/${colleague.personId}`)
  if (!colleague.active) {
    return html`<p>${t.stopped}</p>
${passkeyPart(language, colleague)}
<h2 class="heading-2">${t.resume}</h2>
<p>${t.resumeText}</p>
${form({ action: `${path}/hervatten`, content: button({ text: t.resume, look: 'secondary' }) })}`
  }
  return html`${form({
    action: path,
    content: html`${rolesField(language, { kind, chosen, hint: t.rolesHint, error })}
${button({ text: t.save })}`,
  })}
<h2 class="heading-2">${t.again}</h2>
<p>${t.againText}</p>
${form({
  action: `${path}/opnieuw`,
  content: html`${checkboxes(language, {
    name: 'keepPasskeys',
    label: t.oldPasskeys,
    hint: t.oldPasskeysHint,
    optional: true,
    choices: [{ value: 'yes', label: t.keepPasskeys }],
  })}
${button({ text: t.again, look: 'secondary' })}`,
})}
${passkeyPart(language, colleague)}
<h2 class="heading-2">${t.stop}</h2>
<p>${t.stopText}</p>
${form({ action: `${path}/stoppen`, content: button({ text: t.stop, look: 'danger' }) })}`
}

function passkeyPart(
  language: Language,
  { personId, passkeys }: ColleagueParts['colleague'],
): Html {
  const t = words(language).colleague
  if (passkeys.length === 0) return html`<p>${t.noPasskeys}</p>`
  return html`<h2 class="heading-2">${t.passkeys}</h2>
<p>${t.passkeysText}</p>
${passkeyTable(language, passkeys, `${people}/${personId}/passkeys`)}`
}

type LeavingParts = Leaving & LeftBehind & { readonly name: string }

/** Somebody is about to leave open signals and cases behind: how many, and what happens with them. */
export function leavingPage(language: Language, page: LeavingParts): PageParts {
  const t = words(language).leaving
  const { personId, roles, name, signals, cases } = page
  const path = link(language, `${people}/${personId}`)
  const stops = roles.length === 0
  return {
    title: t.title(name),
    content: html`<h1 class="heading-1">${t.title(name)}</h1>
${alert(language, {
  kind: 'info',
  content: html`<p>${t.count(name, signals.count, cases.count)}</p>
${
  signals.withNobody + cases.withNobody > 0
    ? html`<p>${t.withNobody(signals.withNobody, cases.withNobody)}</p>`
    : html`${signals.count > 0 ? html`<p>${t.signalsGoOn}</p>` : ''}${cases.count > 0 ? html`<p>${t.casesGoOn}</p>` : ''}<p>${t.askFirst}</p>`
}`,
})}
${form({
  action: stops ? `${path}/stoppen` : path,
  content: html`<input type="hidden" name="confirmed" value="yes">
${roles.map((role) => html`<input type="checkbox" name="roles" value="${role}" checked hidden>`)}
${button({ text: stops ? t.stop : t.change, look: 'danger' })}`,
})}
<p><a href="${path}">${t.back}</a></p>`,
  }
}

type RolesField = {
  readonly kind: OrganisationKind
  readonly chosen: readonly string[]
  readonly hint: string
  readonly error: string | undefined
}

const rolesField = (language: Language, { kind, chosen, hint, error }: RolesField): Html =>
  checkboxes(language, {
    name: 'roles',
    label: words(language).invite.roles,
    hint,
    error,
    values: chosen,
    choices: rolesOf(kind).map((role) => ({ value: role, label: roleName(role, language) })),
  })

type Sentences = Readonly<Record<string, string>>

const sentenceFor = (sentences: Sentences, code: string | undefined): string | undefined =>
  code === undefined ? undefined : (sentences[code] ?? code)

const summary = (sentences: Sentences, errors: FormErrors) =>
  Object.entries(errors).map(([field, code]) => ({ field, text: sentences[code] ?? code }))
