import { button } from '#design/button/button.ts'
import { form } from '#design/form/form.ts'
import { type Html, html } from '#design/html.ts'
import type { PageParts } from '#design/page/page.ts'
import { type Language, link } from '#platform/language.ts'
import type { DemoOrganisation } from './demo-region.ts'
import { kindName, roleName } from './role-names.ts'
import { words } from './words.ts'

type Demo = { readonly region: readonly DemoOrganisation[]; readonly back: string }

export function demoPage(language: Language, { region, back }: Demo): PageParts {
  const t = words(language).demo
  return {
    title: t.title,
    content: html`<h1 class="heading-1">${t.title}</h1>
<p class="lead">${t.intro}</p>
${region.map(
  (organisation) => html`<section>
<h2 class="heading-2">${organisation.name}</h2>
<p class="quiet">${kindName(organisation.kind, language)}${organisation.brin ? `, ${organisation.brin}` : ''}. ${t.comesFor[organisation.kind]}</p>
<ul>${organisation.people.map((person) => html`<li>${signInAs(language, organisation.id, person, back)}</li>`)}</ul>
</section>
`,
)}`,
  }
}

function signInAs(
  language: Language,
  organisationId: string,
  person: DemoOrganisation['people'][number],
  back: string,
): Html {
  const t = words(language).demo
  const roles = person.roles.map((role) => roleName(role, language)).join(', ')
  return form({
    action: link(language, '/demo'),
    content: html`<input type="hidden" name="organisation" value="${organisationId}"><input type="hidden" name="person" value="${person.id}"><input type="hidden" name="naar" value="${back}">
${button({ text: html`<span class="hidden">${t.signInAs} </span>${person.name}, ${roles}`, look: 'subtle' })}`,
  })
}
