import { Hono } from 'hono'
import type { AdvicePart } from '#capabilities/advice/index.ts'
import type { RoundTablesPart } from '#capabilities/round-tables/index.ts'
import { type Sharing, together, type Waiting } from '#capabilities/sharing/index.ts'
import type { HouseEnv } from '#platform/http/house-env.ts'
import { type Respond, signedInFirst, whoIsSignedIn } from '#platform/http/respond.ts'
import { refuse } from '#platform/refusal.ts'
import type { InTransaction } from '#platform/work.ts'
import { partsFor } from './navigation.ts'
import { type Part, togetherPage } from './page.ts'
import { t } from './words.ts'

type Parts = {
  readonly respond: Respond
  readonly inTransaction: InTransaction
  readonly sharing: Pick<Sharing, 'whatWaits'>
  readonly advice: Pick<AdvicePart, 'whatWaits'>
  readonly roundTables: Pick<RoundTablesPart, 'whatWaits'>
}

/** What waits in sharing, advice and round tables, on one page. */
export function togetherRoutes({ respond, inTransaction, sharing, advice, roundTables }: Parts) {
  const app = new Hono<HouseEnv>()
  app.use(together, signedInFirst)
  app.get(together, async (c) => {
    const { actor } = whoIsSignedIn(c)
    const language = c.get('language')
    const may = partsFor(actor, language)
    const shown = await inTransaction(
      actor,
      'share',
      async (work): Promise<readonly Part[]> => {
        const parts: Part[] = []
        const add = (entries: Part[]) => void parts.push(...entries)
        if (may.sharing.length > 0) {
          const waits = await sharing.whatWaits(work, language)
          add(may.sharing.map((one, at) => ({ ...one, lines: waits[at] ?? [] })))
        }
        for (const [entries, capability] of [
          [may.advice, advice],
          [may.tables, roundTables],
        ] as const) {
          if (entries.length === 0) continue
          const lines: readonly Waiting[] = await capability.whatWaits(work, language)
          add(entries.map((one) => ({ ...one, lines })))
        }
        return parts.length > 0 ? parts : refuse('not-allowed', 'works-with-nobody')
      },
      c.get('requestId'),
    )
    const title = t(language).title
    return respond(c, { title, content: togetherPage(language, shown) })
  })
  return app
}
