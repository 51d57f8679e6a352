import { alert } from '#design/alert/alert.ts'
import { button } from '#design/button/button.ts'
import { errorSummary } from '#design/error-summary/error-summary.ts'
import { form } from '#design/form/form.ts'
import { html } from '#design/html.ts'
import type { PageParts } from '#design/page/page.ts'
import { places } from '#design/page/places.ts'
import { radios } from '#design/radios/radios.ts'
import { text } from '#design/text/text.ts'
import { type FormErrors, type Typed, textOf } from '#platform/form.ts'
import { type Language, link } from '#platform/language.ts'
import { words } from './words.ts'

type Settings = {
  /** the address to register at the provider */
  readonly callback: string
  /** what was typed, or what is set now; the secret is shown only to whoever just typed it */
  readonly typed?: Typed
  readonly hasSecret?: boolean
  readonly errors?: FormErrors
  readonly confirmFirst?: boolean
  readonly saved?: boolean
}

const path = '/organisatie/inloggen'

export function providerSettingsPage(language: Language, page: Settings): PageParts {
  const t = words(language).providerSettings
  const { typed = {}, errors = {} } = page
  const sentence = (name: string) => {
    const code = errors[name]
    return code === undefined ? undefined : (t.errors[code] ?? code)
  }
  const field = (name: 'issuer' | 'clientId' | 'homeClaim' | 'homeValue' | 'affiliationClaim') =>
    ({
      name,
      label: t[name],
      value: textOf(typed, name),
      error: sentence(name),
      spellcheck: false,
    }) as const
  const summary = Object.keys(errors).map((name) => ({ field: name, text: sentence(name) ?? '' }))
  return {
    title: t.title,
    error: summary.length > 0,
    content: html`${errorSummary(language, summary)}<h1 class="heading-1">${t.title}</h1>
<p class="lead">${t.intro}</p>
${page.saved ? alert(language, { kind: 'info', content: t.saved }) : ''}
${page.confirmFirst ? confirmFirst(language) : ''}
<p>${t.callback}: <code>${page.callback}</code></p>
${form({
  action: link(language, path),
  content: html`${text(language, { ...field('issuer'), kind: 'url' })}
${text(language, field('clientId'))}
${text(language, {
  name: 'clientSecret',
  label: t.clientSecret,
  hint: page.hasSecret ? t.clientSecretKept : t.clientSecretHint,
  optional: page.hasSecret ?? false,
  error: sentence('clientSecret'),
  value: textOf(typed, 'clientSecret'),
  kind: 'password',
  autocomplete: 'new-password',
})}
${text(language, { ...field('homeClaim'), hint: t.homeClaimHint })}
${text(language, field('homeValue'))}
${text(language, { ...field('affiliationClaim'), hint: t.affiliationClaimHint })}
${radios(language, {
  name: 'admits',
  label: t.admits,
  error: sentence('admits'),
  value: textOf(typed, 'admits'),
  choices: [
    { value: 'invited-only', label: t.invitedOnly },
    { value: 'staff', label: t.staff },
  ],
})}
${button({ text: t.save })}`,
})}`,
  }
}

function confirmFirst(language: Language) {
  const t = words(language).invite
  const confirm = link(language, `${places.confirm}?naar=${encodeURIComponent(places.proven)}`)
  return alert(language, {
    kind: 'info',
    content: html`<p>${t.confirmFirst}</p><p><a href="${confirm}" target="_blank" rel="noopener">${t.confirmLink}</a></p>`,
  })
}
