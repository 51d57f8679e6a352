import type { Breadcrumb } from '#design/breadcrumbs/breadcrumbs.ts'
import type { PageParts } from '#design/page/page.ts'
import type { Clock } from '#platform/clock.ts'
import type { FormErrors, Typed } from '#platform/form.ts'
import { acting } from '#platform/http/acting.ts'
import type { HouseContext, SignedIn } from '#platform/http/house-env.ts'
import { keepingTyped } from '#platform/http/kept-back.ts'
import { idIn } from '#platform/http/read-request.ts'
import type { Respond } from '#platform/http/respond.ts'
import { type Language, link } from '#platform/language.ts'
import { Refusal } from '#platform/refusal.ts'
import type { InTransaction } from '#platform/work.ts'
import type { ArrestDesk } from './desk.ts'
import type { FileKind } from './file.ts'
import type { Place } from './find-file.ts'
import { fileTitle } from './page-file.ts'
import { paths, roots } from './paths.ts'
import { headOf, type ReadFile, readFile } from './read-file.ts'
import { t } from './words.ts'

export type RouteParts = {
  readonly desk: ArrestDesk
  readonly inTransaction: InTransaction
  readonly respond: Respond
  readonly clock: Clock
  /** the address of this capability's stylesheet */
  readonly style: string
  readonly requireStepUp: (signedIn: SignedIn, now: ReturnType<Clock>) => void
}

/** Fields in which people write; any other is a choice, made again in a second. */
const written = [
  ...['text', 'source', 'quote', 'asked', 'innocent', 'understood', 'who', 'permission', 'agreed'],
  ...['reasons', 'without', 'reason', 'because', 'offenceWords', 'place', 'name', 'language'],
]

type Shown = PageParts & { readonly errors?: FormErrors }
type Head = Pick<ReadFile, 'kind' | 'id' | 'reference'>

/** What the routes of this capability have in common. */
export function counterOf({ desk, inTransaction, respond, style }: RouteParts) {
  const act = acting(inTransaction, 'look-at-arrests')

  const page = (c: HouseContext, { errors = {}, ...parts }: Shown, status: 200 | 409 = 200) => {
    const wrong = Object.keys(errors).length > 0
    return respond(c, {
      styles: [style],
      under: link(c.get('language'), roots.arrest),
      ...parts,
      error: wrong,
      status: wrong ? 422 : status,
    })
  }

  const placeIn = (c: HouseContext, kind: FileKind): Place => ({ kind, id: idIn(c) })
  const read = (c: HouseContext, place: Place) => act(c, (work) => readFile(work, desk, place))
  const head = async (c: HouseContext, place: Place): Promise<Head> => ({
    ...place,
    ...(await act(c, (work) => headOf(work, desk, place))),
  })

  const go = (c: HouseContext, path: string) => c.redirect(link(c.get('language'), path), 303)

  /** Whatever refuses on the way to the answer brings back what was typed, with how it stands now. */
  const keeping = (
    c: HouseContext,
    { place, typed }: { place: Place | undefined; typed: Typed },
    answer: () => Promise<Response>,
  ) => {
    const language = c.get('language')
    const words = t(language).keptBack
    return keepingTyped(
      language,
      {
        typed,
        written: [...written, ...Object.keys(typed).filter((name) => /-(seen|beside)$/.test(name))],
        otherwise: { text: words.toList, href: link(language, roots.arrest) },
        async look() {
          if (!place) return undefined
          const file = await read(c, place)
          return {
            sentence: words.state(fileTitle(language, file), t(language).states[file.state]),
            link: { text: words.toFile, href: link(language, paths.file(place)) },
            breadcrumbs: crumbs(language, file),
          }
        },
        show: (parts) => respond(c, { ...parts, styles: [style] }),
      },
      answer,
    )
  }

  return { act, page, placeIn, read, head, go, keeping }
}

export type Counter = ReturnType<typeof counterOf>

/** The way back from a page about a file, and from the file itself. */
export function crumbs(language: Language, file?: Head, kind: FileKind = 'arrest'): Breadcrumb[] {
  const words = t(language)
  const list = { text: words.list.title, href: link(language, roots.arrest) }
  const other = { text: words.protection.title, href: link(language, roots.protection) }
  const lists = (file?.kind ?? kind) === 'arrest' ? [list] : [list, other]
  if (!file) return lists
  return [...lists, { text: fileTitle(language, file), href: link(language, paths.file(file)) }]
}

/** A verb's `invalid` stands beside the field that it is about. */
export function fieldErrorOf(
  error: unknown,
  fields: Readonly<Record<string, string>>,
): FormErrors | undefined {
  if (!(error instanceof Refusal) || error.kind !== 'invalid') return undefined
  const field = fields[error.because]
  return field ? { [field]: error.because } : undefined
}
