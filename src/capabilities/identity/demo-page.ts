import { button, buttonGroup } from '#design/button/button.ts'
import { form } from '#design/form/form.ts'
import { type Html, html } from '#design/html.ts'
import type { PageParts } from '#design/page/page.ts'
import { type Language, link } from '#platform/language.ts'
import type { DemoOrganisation } from './demo-region.ts'
import type { StoryStep } from './demo-story.ts'
import { storyPart } from './demo-story-part.ts'
import { kindName, roleName } from './role-names.ts'
import { words } from './words.ts'

type Demo = {
  readonly region: readonly DemoOrganisation[]
  readonly story: readonly StoryStep[]
  readonly back: string
}

export function demoPage(language: Language, { region, story, back }: Demo): PageParts {
  const t = words(language).demo
  return {
    title: t.title,
    content: html`<h1 class="heading-1">${t.title}</h1>
<p class="lead">${t.intro}</p>
<p>${t.postText} <a href="${link(language, '/demo/post')}">${t.post}</a></p>
${story.length > 0 ? html`<p><a href="#verhaal">${t.story}</a></p>` : ''}
<p id="mensen">${t.chooseLead}</p>
<ul>${region.map(({ id, name, kind }) => html`<li><a href="#organisatie-${id}">${name}</a>, ${kindName(kind, language)}</li>\n`)}</ul>
${story.length > 0 ? storyPart(language, story) : ''}
<h2 class="heading-2">${t.choose}</h2>
${region.map((organisation) => peopleOf(language, organisation, back))}`,
  }
}

/** One form per organisation: each button is a person. */
function peopleOf(language: Language, organisation: DemoOrganisation, back: string): Html {
  const t = words(language).demo
  const { id, name, kind, brin, people } = organisation
  const buttons = people.map((person) => {
    const roles = person.roles.map((role) => roleName(role, language)).join(', ')
    return button({
      text: html`<span class="visually-hidden">${t.signInAs} </span>${person.name}, ${roles}`,
      name: 'person',
      value: person.id,
      look: 'secondary',
    })
  })
  return html`<h3 id="organisatie-${id}">${name}</h3>
<p class="quiet">${kindName(kind, language)}${brin ? `, ${brin}` : ''}. ${t.comesFor[kind]}</p>
${form({
  action: link(language, '/demo'),
  content: html`<input type="hidden" name="organisation" value="${id}"><input type="hidden" name="naar" value="${back}">
${buttonGroup(...buttons)}`,
})}
`
}
