import { HtmlValidate, type ResolvedConfig, StaticConfigLoader } from 'html-validate'
import type { Html } from '#design/html.ts'
import type { PageContext } from '#design/page/page-context.ts'

/** A request for tests: someone signed in at a school that does not exist. */
export const aPageContext = (differently: Partial<PageContext> = {}): PageContext => ({
  language: 'nl',
  path: '/signalen?stand=new',
  demo: false,
  quickExit: false,
  person: { name: 'Noor Voorbeeld', organisation: 'Voorbeeldcollege', roles: ['mentor'] },
  asset: (name) => `/assets/abc-${name}`,
  ...differently,
})

/** A request of somebody we do not know. */
export const anAnonymousPageContext = (differently: Partial<PageContext> = {}): PageContext => {
  const { person: _, ...rest } = aPageContext(differently)
  return rest
}

/** Works out the rules once: on a small page that takes as long as the reading. */
class OnceWorkedOut extends StaticConfigLoader {
  readonly #rules = super.getConfigFor('')

  override getConfigFor(): ResolvedConfig | Promise<ResolvedConfig> {
    return this.#rules
  }
}

const validator = new HtmlValidate(
  new OnceWorkedOut({
    extends: ['html-validate:recommended'],
    // Boxes to tick share the name of their question, as radios do.
    rules: {
      'form-dup-name': ['error', { shared: ['radio', 'checkbox', 'button', 'reset', 'submit'] }],
    },
  }),
)

/** What is wrong with a piece of markup, one line per fault; empty when it is valid. */
export async function faultsIn(markup: Html | string): Promise<string[]> {
  const page = String(await markup)
  const bones = bonesOf(page)
  if (valid.has(bones)) return []
  const report = await validator.validateString(page)
  if (report.valid) valid.add(bones)
  return report.results.flatMap(({ messages }) =>
    messages.map(({ ruleId, message, line, column }) => `${line}:${column} ${ruleId}: ${message}`),
  )
}

/** Most pages were read in another language or with other rows before, and reading one takes longer than making it. */
const valid = new Set<string>()

/** No rule asks which words there are; a title has a longest. */
const words = /&[a-z]+;|[\p{L}\s.,:;?!()’‘“”–-]*\p{L}[\p{L}\s.,:;?!()’‘“”–-]*/giu
const wordless = (text: string): string =>
  text.replace(words, (all) => (all.startsWith('&') ? all : 'x'))
const longestTitle = 70

/** The page without its words: tags, names, ids, digits, signs and whatever is odd stay. */
function bonesOf(page: string): string {
  return page
    .replaceAll(/>([^<>]+)</g, (all, text: string, at: number) =>
      text.length > longestTitle && page.startsWith('<title>', at - '<title'.length)
        ? all
        : `>${wordless(text)}<`,
    )
    .replaceAll(
      / (title|aria-label|alt|content|value)="([^"<>]+)"/g,
      (_, name, text) => ` ${name}="${wordless(text)}"`,
    )
    .replaceAll(/ (href|action|src)="(?!tel:|mailto:)[^"\s<>&]+"/g, ' $1="x"')
    .replaceAll(/ (lang|hreflang)="(nl|en)"/g, ' $1="nl"')
}
