import type { Knowledge } from '#capabilities/knowledge/index.ts'
import type { Law } from '#capabilities/law/index.ts'
import type { PageParts } from '#design/page/page.ts'
import type { Clock } from '#platform/clock.ts'
import { type FormErrors, type Typed, textOf } from '#platform/form.ts'
import { acting } from '#platform/http/acting.ts'
import type { HouseContext, SignedIn } from '#platform/http/house-env.ts'
import { keepingTyped } from '#platform/http/kept-back.ts'
import type { Respond } from '#platform/http/respond.ts'
import { link } from '#platform/language.ts'
import type { PdfMaker } from '#platform/pdf/make-pdf.ts'
import { Refusal } from '#platform/refusal.ts'
import type { InTransaction } from '#platform/work.ts'
import type { DossierDesk } from './desk.ts'
import { findDossier } from './find-dossier.ts'
import { paths } from './paths.ts'
import { t, wayTo } from './words.ts'

export type RouteParts = {
  readonly desk: DossierDesk
  readonly knowledge: Knowledge
  readonly law: Law
  readonly inTransaction: InTransaction
  readonly respond: Respond
  readonly clock: Clock
  readonly makePdf: PdfMaker['makePdf']
  /** Refuses unless this person proved just now who they are. */
  readonly requireStepUp: (signedIn: SignedIn, now: ReturnType<Clock>) => void
  /** address of the stylesheet of a dossier */
  readonly style: string
}

/** Fields in which people write, whatever the form; the others are a choice, made again in a second. */
const unwritten =
  /^(key|kind|law|state|following|uninvolved|outcome|personId|facts|againstFacts|offences|unknownOf|forms|seen|route-.*|ground.*|.*-(day|month|year))$/

/** An answer that is a choice, where another form has a text of the same name. */
const yesOrNo = /^(yes|no)$/

/** What every route here does in the same way. */
export function dossierHouse({ inTransaction, respond, style }: RouteParts) {
  const act = acting(inTransaction, 'weigh-prosecution')

  const go = (c: HouseContext, path: string): Response =>
    c.redirect(link(c.get('language'), path), 303)

  type Page = Omit<Parameters<Respond>[1], 'styles' | 'status' | 'error'> & {
    readonly errors?: FormErrors
    readonly status?: Parameters<Respond>[1]['status']
  }

  const page = (c: HouseContext, { errors = {}, status, ...parts }: Page): Promise<Response> => {
    const wrong = Object.keys(errors).length > 0
    return respond(c, {
      under: link(c.get('language'), paths.dossiers),
      ...parts,
      styles: [style],
      error: wrong,
      status: status ?? (wrong ? 422 : 200),
    })
  }

  /** How the dossier stands now, for who may still see it, and why an act was refused. */
  const now = async (c: HouseContext, id: string, refused: Refusal) => {
    const language = c.get('language')
    const { keptBack, states } = t(language)
    const { head } = await act(c, async (work) => {
      work.audit({ act: 'dossier.find', subject: id })
      return findDossier(work, id)
    })
    const why: Readonly<Record<string, string>> = keptBack.why
    return {
      sentence: [why[refused.because], keptBack.now(head.code, states[head.state])]
        .filter(Boolean)
        .join(' '),
      link: { text: keptBack.toDossier, href: link(language, paths.dossier(head.id)) },
      breadcrumbs: wayTo(language, head),
    }
  }

  /** Whatever refuses on the way to the answer brings back what was typed. */
  const keeping = (
    c: HouseContext,
    { id, typed }: { readonly id?: string; readonly typed: Typed },
    answer: () => Promise<Response>,
  ): Promise<Response> => {
    const language = c.get('language')
    return keepingTyped(
      language,
      {
        typed,
        written: Object.keys(typed).filter(
          (name) => !unwritten.test(name) && !yesOrNo.test(textOf(typed, name)),
        ),
        look: async (refused) => (id === undefined ? undefined : now(c, id, refused)),
        otherwise: { text: t(language).keptBack.toList, href: link(language, paths.dossiers) },
        show: (parts: PageParts) => page(c, parts),
      },
      answer,
    )
  }

  return { act, go, page, keeping }
}

/** Which field of a form a refusal of a verb is about; what is about none is thrown again. */
export function errorsFrom(error: unknown, fields: readonly string[]): FormErrors {
  if (!(error instanceof Refusal) || error.kind !== 'invalid') throw error
  const field =
    {
      ...fieldOfRefusal,
      ...(fields.includes('on') ? { 'date-before': 'on', 'date-future': 'on' } : {}),
    }[error.because] ?? fields.find((name) => error.because.startsWith(`${kebab(name)}-`))
  const shown = field && fields.includes(field) ? field : fields[0]
  if (!shown) throw error
  return { [shown]: error.because }
}

const fieldOfRefusal: Readonly<Record<string, string>> = {
  'article-unknown': 'article',
  'law-name-missing': 'lawName',
  'no-such-colleague': 'personId',
  'must-be-uninvolved': 'uninvolved',
  'gaps-need-a-reason': 'because',
  'form-unknown': 'forms',
  'fact-missing': 'facts',
  'fact-unknown': 'facts',
  'offence-missing': 'offences',
  'offence-unknown': 'offences',
  'against-missing': 'against',
  'found-or-not': 'searched',
  'until-before-from': 'until',
}

const kebab = (name: string): string =>
  name.replaceAll(/[A-Z]/g, (sign) => `-${sign.toLowerCase()}`)
