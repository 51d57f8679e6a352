import { Hono } from 'hono'
import { type CaseDesk, mayOpenCase, openingForm, readOwnSame } from '#capabilities/cases/index.ts'
import { isSchool } from '#platform/actor.ts'
import { type FormErrors, listOf, type Typed, textOf } from '#platform/form.ts'
import type { HouseContext, HouseEnv } from '#platform/http/house-env.ts'
import { idIn, typedIn } from '#platform/http/read-request.ts'
import { whoIsSignedIn } from '#platform/http/respond.ts'
import { keyField, keyIn } from '#platform/http/sent-once.ts'
import { newId } from '#platform/ids.ts'
import { link } from '#platform/language.ts'
import { refuse } from '#platform/refusal.ts'
import { beginCase, nameIn } from './begin-case.ts'
import { beginPage } from './pages-begin.ts'
import { paths } from './paths.ts'
import { readReceived } from './received.ts'
import { counterOf, type RouteParts } from './route-parts.ts'
import { sentencesOf, t } from './words.ts'

type Parts = RouteParts & { readonly cases: CaseDesk }

type Same = Awaited<ReturnType<typeof readOwnSame>>

const written = ['name', 'group', 'number', 'contacts', 'question']

/** Opening a case with something that was received. */
export function beginRoutes({ cases, ...parts }: Parts): Hono<HouseEnv> {
  const { desk } = parts
  const { act, page, go, keeping, crumbs } = counterOf(parts)
  const app = new Hono<HouseEnv>()

  const opener = (c: HouseContext) => {
    const { actor } = whoIsSignedIn(c)
    return mayOpenCase(actor) ? actor : refuse('not-allowed', 'may-not-open-a-case')
  }

  const show = async (c: HouseContext, typed: Typed, errors: FormErrors, same: Same = []) => {
    const language = c.get('language')
    const { organisationKind } = opener(c)
    const one = await act(c, (work) => readReceived(work, desk, { id: idIn(c), language }))
    const { state, body, reference } = one
    if (state !== 'accepted' || !body || body.asks) return go(c, paths.oneReceived(one.id))
    const { facts, ...opening } = errors
    return page(c, {
      title: t(language).begin.title,
      breadcrumbs: [
        ...crumbs(c, 'received'),
        {
          text: t(language).received.one(reference),
          href: link(language, paths.oneReceived(one.id)),
        },
      ],
      errors,
      content: beginPage(language, {
        one,
        body,
        typed: 'name' in typed ? typed : { ...typed, name: nameIn(body) },
        wrong: {
          ...(facts ? sentencesOf(language, { facts }) : {}),
          ...openingForm.sentences(language, opening),
        },
        atSchool: isSchool(organisationKind),
        same,
        hidden: keyField(keyIn(typed) ?? newId()),
      }),
    })
  }

  app.get('/ontvangen/:id/casus', (c) => show(c, {}, {}))

  app.post('/ontvangen/:id/casus', async (c) => {
    opener(c)
    const typed = await typedIn(c)
    return keeping(c, 'received', { typed, written }, async () => {
      const language = c.get('language')
      const facts = listOf(typed, 'facts')
      const read = openingForm.read(typed)
      const missing: FormErrors = facts.length === 0 ? { facts: 'facts-missing' } : {}
      if (!read.ok || facts.length === 0) {
        return show(c, typed, { ...missing, ...(read.ok ? {} : read.errors) })
      }
      const { question, ...identity } = read.value
      const knowing = textOf(typed, 'knowing') === 'yes'
      const given = { identity, question, knowing, key: keyIn(typed), facts, language }
      try {
        const id = await act(c, (work) => beginCase(work, desk, cases, idIn(c), given))
        return go(c, `/casussen/${id}`)
      } catch (error) {
        const errors = openingForm.errorsFrom(error, typed)
        const look = 'knowing' in errors
        return show(
          c,
          typed,
          errors,
          look ? await act(c, (work) => readOwnSame(work, cases, identity)) : [],
        )
      }
    })
  })

  return app
}
