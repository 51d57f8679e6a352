import { alert } from '#design/alert/alert.ts'
import { button, buttonLink } from '#design/button/button.ts'
import { form } from '#design/form/form.ts'
import { type Html, html } from '#design/html.ts'
import { linkList } from '#design/link-list/link-list.ts'
import type { PageParts } from '#design/page/page.ts'
import { searchForm } from '#design/search-form/search-form.ts'
import type { SignedIn } from '#platform/http/house-env.ts'
import { type Language, link } from '#platform/language.ts'
import type { Found, SignInOrganisation } from './find-sign-in-organisations.ts'
import { passkeyPart } from './passkey-part.ts'
import { kindName } from './role-names.ts'
import type { Opening } from './store-people.ts'
import { words } from './words.ts'

type SignIn = Found & {
  /** what was typed to find the organisation */
  readonly question: string
  readonly back: string
  readonly script: string
  readonly demo: boolean
  readonly signedIn: SignedIn | undefined
}

export function signInPage(language: Language, page: SignIn): PageParts {
  const t = words(language).signIn
  const { back, signedIn } = page
  return {
    title: t.title,
    scripts: [page.script],
    content: html`<h1 class="heading-1">${t.title}</h1>
<p class="lead">${t.intro}</p>
${signedIn ? alert(language, { kind: 'info', content: t.already(signedIn.name, signedIn.organisationName) }) : ''}
${page.demo ? html`<h2 class="heading-2">${t.demo}</h2><p>${t.demoText}</p>${buttonLink({ text: t.demoButton, href: link(language, `/demo${query(back)}`) })}` : ''}
<h2 class="heading-2">${t.organisation}</h2>
${throughOrganisation(language, page)}
<h2 class="heading-2">${t.passkey}</h2>
<p>${t.passkeyHint}</p>
${passkeyPart(language, {
  kind: 'get',
  ask: '/inloggen/passkey/vraag',
  answer: '/inloggen/passkey',
  text: t.passkeyButton,
  back,
  look: page.demo ? 'secondary' : 'primary',
})}
<h2 class="heading-2">${t.noAccount}</h2>
<p>${t.noAccountText} <a href="${link(language, '/')}">${t.exploring}</a></p>`,
  }
}

/** A handful stands there at once; among many, people type a part of the name or the place. */
function throughOrganisation(language: Language, page: SignIn): Html {
  const t = words(language).signIn
  const { organisations, more, question, back } = page
  if (!question && !more && organisations.length === 0) return html`<p>${t.organisationNone}</p>`
  const few = !question && !more
  return html`<p>${t.organisationHint}</p>
${
  few
    ? ''
    : searchForm({
        action: link(language, '/inloggen'),
        name: 'zoek',
        label: t.organisationFind,
        value: question,
        button: t.organisationSearch,
        along: back === '/' ? {} : { naar: back },
      })
}
${question ? html`<p role="status">${t.organisationsFound(organisations.length, more)}</p>` : ''}
${few || question ? organisationList(language, organisations, back) : ''}`
}

function organisationList(
  language: Language,
  organisations: readonly SignInOrganisation[],
  back: string,
): Html {
  if (organisations.length === 0) return html``
  return linkList(
    organisations.map(({ id, name, kind, municipality }) => ({
      text: name,
      // A link, and not a form: the policy on where forms may lead would stop the way to the provider.
      href: link(
        language,
        `/inloggen/organisatie?organisatie=${id}${back === '/' ? '' : `&naar=${encodeURIComponent(back)}`}`,
      ),
      about: [kindName(kind, language), municipality].filter(Boolean).join(', '),
    })),
  )
}

export function choosePage(
  language: Language,
  page: { openings: readonly Opening[]; current: string | undefined; back: string },
): PageParts {
  const t = words(language).choose
  return {
    title: t.title,
    content: html`<h1 class="heading-1">${t.title}</h1>
<p class="lead">${t.intro}</p>
${page.openings.map(
  ({ organisationId, organisationName }) => html`<h2 class="heading-2">${organisationName}</h2>
${
  organisationId === page.current
    ? html`<p>${t.current}</p>`
    : form({
        action: link(language, '/kies-organisatie'),
        content: html`<input type="hidden" name="naar" value="${page.back}"><input type="hidden" name="organisatie" value="${organisationId}">
${button({ text: t.go(organisationName), look: 'secondary' })}`,
      })
}`,
)}`,
  }
}

export function proveFirstPage(language: Language, demo: boolean): PageParts {
  const t = words(language).choose
  const back = encodeURIComponent('/kies-organisatie')
  return {
    title: t.proveFirst,
    content: html`<h1 class="heading-1">${t.proveFirst}</h1>
<p>${t.proveFirstText}</p>
${buttonLink({ text: words(language).signIn.title, href: link(language, `${demo ? '/demo' : '/inloggen'}?naar=${back}`) })}`,
  }
}

/** Why signing in through a provider did not work; each has its sentence. */
export type ProviderSentence = Exclude<
  keyof ReturnType<typeof words>['provider'],
  'title' | 'again'
>

export function providerProblemPage(language: Language, because: ProviderSentence): PageParts {
  const t = words(language)
  return {
    title: t.provider.title,
    content: html`<h1 class="heading-1">${t.provider.title}</h1>
<p>${t.provider[because]}</p>
${
  because === 'pupil'
    ? buttonLink({ text: t.signIn.exploring, href: link(language, '/') })
    : buttonLink({ text: t.provider.again, href: link(language, '/inloggen') })
}`,
  }
}

export function confirmPage(
  language: Language,
  /** `demo`: a session that began with a click is confirmed with a click */
  page: { back: string; script: string; provider: boolean; demo: boolean },
): PageParts {
  const t = words(language).confirm
  return {
    title: t.title,
    scripts: [page.script],
    content: html`<h1 class="heading-1">${t.title}</h1>
<p class="lead">${t.intro}</p>
${
  page.demo
    ? form({
        action: link(language, '/sessie/bevestig/demo'),
        content: html`<input type="hidden" name="naar" value="${page.back}">${button({ text: t.demo })}`,
      })
    : passkeyPart(language, {
        kind: 'get',
        ask: '/sessie/bevestig/vraag',
        answer: '/sessie/bevestig/passkey',
        text: t.passkey,
        back: page.back,
      })
}
${page.provider ? buttonLink({ text: t.provider, look: 'secondary', href: link(language, `/sessie/bevestig/organisatie${query(page.back)}`) }) : ''}`,
  }
}

export function provenPage(language: Language): PageParts {
  const t = words(language).proven
  return {
    title: t.title,
    content: html`<h1 class="heading-1">${t.title}</h1>
<p class="lead">${t.text}</p>
<p><a href="${link(language, '/')}">${t.start}</a></p>`,
  }
}

const query = (back: string): string => (back === '/' ? '' : `?naar=${encodeURIComponent(back)}`)
