import { type Breadcrumb, breadcrumbs } from '#design/breadcrumbs/breadcrumbs.ts'
import { type Html, html } from '#design/html.ts'
import type { PageContext } from '#design/page/page-context.ts'
import { pageFooter } from '#design/page/page-footer.ts'
import { pageHeader } from '#design/page/page-header.ts'
import { quickExit } from '#design/quick-exit/quick-exit.ts'
import { words } from '#design/words.ts'

export type PageParts = {
  readonly title: string
  readonly breadcrumbs?: readonly Breadcrumb[]
  /** the address of the place in the menu that this page belongs to, when its own does not say so */
  readonly under?: string
  /** begins with the one h1 of the page, or with an error summary and then the h1 */
  readonly content: Html
  /** for lists and tables: the whole width of a desk */
  readonly wide?: boolean
  /** second column on a desk, below the content on a phone */
  readonly aside?: Html
  /** it has a chart, a graph or a marked text */
  readonly pictures?: boolean
  /** addresses of stylesheets that only this page needs */
  readonly styles?: readonly string[]
  /** addresses of modules */
  readonly scripts?: readonly string[]
  /** something typed was wrong; the title says so first */
  readonly error?: boolean
  /** the first page: one question, larger than anything else in the house */
  readonly front?: boolean
  /** turned to somebody else: no name, no menu and no way to any other page but the quick exit */
  readonly turned?: boolean
  /** on a shared screen: the whole window, no name and no menu; the content holds the way back */
  readonly wall?: boolean
  /** made to be printed, and shown as the sheet it will be */
  readonly print?: boolean
  /** address of a web manifest, where the page can be installed */
  readonly manifest?: string
}

/** The whole document. */
export function page(context: PageContext, parts: PageParts): Html {
  const { language } = context
  const t = words(language)
  const bare = parts.turned || parts.wall
  return html`<!DOCTYPE html>
<html lang="${language}">
${head(context, parts)}
<body${context.quickExit ? html` class="document--quick-exit"` : ''}>
${bare ? '' : html`<a class="skip-link" href="#content">${t.skipToContent}</a>`}
${context.demo ? html`<section class="demo-banner" aria-label="${t.demo}"><p><strong>${t.demo}</strong> ${t.demoExplained}</p></section>` : ''}${parts.turned ? '' : (context.demoStep ?? '')}
${bare ? bareHeader(context) : pageHeader(context, parts.under)}
<div class="${layout(parts)}">
${parts.breadcrumbs ? breadcrumbs(language, parts.breadcrumbs) : ''}
<main class="page__content" id="content" tabindex="-1">
${parts.content}
</main>
${parts.aside ? html`<aside class="page__aside">${parts.aside}</aside>` : ''}
</div>
${bare ? '' : pageFooter(language)}
</body>
</html>`
}

function head({ language, asset, quickExit }: PageContext, parts: PageParts): Html {
  const { title, error, pictures, styles = [], scripts = [], manifest } = parts
  const sheets = ['oogmerk.css', ...(pictures ? ['pictures.css'] : [])].map(asset)
  const modules = quickExit ? [asset('quick-exit.js'), ...scripts] : scripts
  return html`<head>
<meta charset="utf-8">
<title>${error ? `${words(language).errorInTitle}: ` : ''}${title} - Oogmerk</title>
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="format-detection" content="telephone=no">
<link rel="preload" href="${asset('text.woff2')}" as="font" type="font/woff2" crossorigin>
${[...sheets, ...styles].map((address) => html`<link rel="stylesheet" href="${address}">\n`)}<link rel="icon" href="${asset('icon.svg')}" type="image/svg+xml">
<link rel="apple-touch-icon" href="${asset('icon-192.png')}">
${manifest ? html`<link rel="manifest" href="${manifest}">` : ''}${modules.map(
  (address) => html`<script type="module" src="${address}"></script>\n`,
)}</head>`
}

const bareHeader = ({ language, quickExit: shown }: PageContext): Html =>
  shown ? html`<header class="page-header">${quickExit(language)}</header>` : html``

function layout({ wide, aside, print, front, turned, wall }: PageParts): string {
  if (wall) return 'page page--wall'
  if (turned) return 'page page--turned'
  const first = front ? 'page page--front' : 'page'
  if (aside) return `${first} page--aside`
  if (print) return `${first} page--print`
  return wide ? `${first} page--wide` : first
}
