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
  const report = await validator.validateString(String(await markup))
  return report.results.flatMap(({ messages }) =>
    messages.map(({ ruleId, message, line, column }) => `${line}:${column} ${ruleId}: ${message}`),
  )
}
