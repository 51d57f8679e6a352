import { buttonLink } from '#design/button/button.ts'
import { html } from '#design/html.ts'
import type { PageParts } from '#design/page/page.ts'
import { type Language, link } from '#platform/language.ts'
import type { Invitation } from './accept-invitation.ts'
import { invitationPath } from './invitation.ts'
import { passkeyPart } from './passkey-part.ts'
import { roleName } from './role-names.ts'
import { words } from './words.ts'

type Shown = { invitation: Invitation; code: string; script: string; provider: boolean }

export function invitationPage(
  language: Language,
  { invitation, code, script, provider }: Shown,
): PageParts {
  const t = words(language).invitation
  const title = t.title(invitation.organisationName)
  const path = invitationPath(code)
  return {
    title,
    scripts: [script],
    content: html`<h1 class="heading-1">${title}</h1>
<p class="lead">${t.intro(invitation.name)}</p>
<p>${t.roles}: ${invitation.roles.map((role) => roleName(role, language)).join(', ')}.</p>
<h2 class="heading-2">${t.passkey}</h2>
<p>${t.passkeyText}</p>
${passkeyPart(language, { kind: 'create', ask: `${path}/vraag`, answer: `${path}/passkey`, text: t.create })}
${
  provider
    ? html`<h2 class="heading-2">${t.provider}</h2>
${buttonLink({ text: t.providerButton, look: 'secondary', href: link(language, `${path}/organisatie`) })}`
    : ''
}
<h2 class="heading-2">${t.existing}</h2>
<p>${t.existingText}</p>
${passkeyPart(language, {
  kind: 'get',
  ask: `${path}/bestaande/vraag`,
  answer: `${path}/bestaande`,
  text: t.existingButton,
  look: 'secondary',
})}`,
  }
}

/** The same for a link that never was, was used, was taken back or is too old. */
export function invitationGonePage(language: Language): PageParts {
  const t = words(language).invitation
  return {
    title: t.goneTitle,
    content: html`<h1 class="heading-1">${t.goneTitle}</h1><p>${t.goneText}</p>`,
  }
}
