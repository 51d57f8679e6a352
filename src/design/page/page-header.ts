import { attributes, type Html, html } from '#design/html.ts'
import type { PageContext } from '#design/page/page-context.ts'
import { places } from '#design/page/places.ts'
import { quickExit } from '#design/quick-exit/quick-exit.ts'
import { wordmark } from '#design/wordmark/wordmark.ts'
import { words } from '#design/words.ts'
import { type Language, link } from '#platform/language.ts'

/**
 * Who we are, who you are and for which organisation, and the way to the other language. `under` is
 * the place of the menu that the page belongs to, when its address does not say so.
 */
export function pageHeader(context: PageContext, under?: string): Html {
  const { language, person, navigation } = context
  return html`<header class="page-header">
${context.quickExit ? quickExit(language) : ''}
<div class="page-header__content">
${wordmark(language)}
${languageSwitch(context)}
${person ? whoAmI(context, person) : html`<a class="page-header__sign-in" href="${link(language, places.signIn)}">${words(language).signIn}</a>`}
</div>
${navigation?.length ? mainNavigation(context, navigation, under) : ''}</header>`
}

/** Somebody who is signed in makes a choice that is kept; anybody else follows a link. */
function languageSwitch({ language, path, answersForm, person, csrfToken }: PageContext): Html {
  if (answersForm) return html``
  const other: Language = language === 'nl' ? 'en' : 'nl'
  const t = words(language)
  if (person) {
    return html`<form class="language-switch" method="post" action="${link(other, places.language)}">${csrfToken ? html`<input type="hidden" name="csrf" value="${csrfToken}">` : ''}<input type="hidden" name="naar" value="${path}"><button class="link-button" type="submit" lang="${other}">${t.otherLanguage}<span class="visually-hidden">, ${t.otherLanguageExplained}</span></button></form>`
  }
  return html`<a class="language-switch" href="${link(other, path)}" lang="${other}" hreflang="${other}">${t.otherLanguage}<span class="visually-hidden">, ${t.otherLanguageExplained}</span></a>`
}

function whoAmI(
  { language, csrfToken }: PageContext,
  { name, organisation, roles }: NonNullable<PageContext['person']>,
): Html {
  const t = words(language)
  return html`<div class="who-am-i">
<p class="who-am-i__name"><span class="visually-hidden">${t.signedInAs} </span><strong>${name}</strong>
${
  roles.length
    ? html`<span class="who-am-i__roles">${roles.join(', ')}</span>
`
    : ''
}<span class="who-am-i__organisation">${organisation}</span></p>
<div class="who-am-i__actions"><a href="${link(language, places.sessions)}">${t.sessions}</a>
<form method="post" action="${link(language, places.signOut)}">${csrfToken ? html`<input type="hidden" name="csrf" value="${csrfToken}">` : ''}<button class="link-button" type="submit">${t.signOut}</button></form></div>
</div>`
}

function mainNavigation(
  { language, path }: PageContext,
  list: NonNullable<PageContext['navigation']>,
  under: string | undefined,
): Html {
  const here = link(language, path.split('?')[0] ?? '/')
  const place = under ?? closest(here, list)
  return html`<nav class="main-navigation" aria-label="${words(language).mainNavigation}"><ul>${list.map(
    ({ text, href }) =>
      html`<li><a${attributes({ href, 'aria-current': href === here ? 'page' : href === place ? 'true' : undefined })}>${text}</a></li>`,
  )}</ul></nav>
`
}

/** A page under a place of the menu belongs to it; of two such places, to the one that says most. */
const closest = (here: string, list: readonly { href: string }[]): string | undefined =>
  list
    .map(({ href }) => href)
    .filter((href) => here === href || here.startsWith(`${href}/`))
    .sort((one, other) => other.length - one.length)[0]
