import { readFileSync } from 'node:fs'
import { Hono } from 'hono'
import type { MessageHandler } from '#capabilities/sharing/index.ts'
import type { Assets } from '#design/assets.ts'
import type { Config } from '#platform/config.ts'
import type { Pool } from '#platform/database.ts'
import type { HouseEnv } from '#platform/http/house-env.ts'
import { signedInFirst } from '#platform/http/respond.ts'
import type { PdfDocument } from '#platform/pdf/document.ts'
import type { LetterDesk } from './desk.ts'
import { letterHandlers } from './handlers.ts'
import { type Carry, type DemoRegion, loadDemoLetters } from './load-demo-letters.ts'
import { makeFiles } from './make-files.ts'
import type { RouteParts } from './route-parts.ts'
import { fixRoutes } from './routes-fix.ts'
import { publicRoutes } from './routes-public.ts'
import { readRoutes } from './routes-read.ts'
import { roundRoutes } from './routes-round.ts'
import { writeRoutes } from './routes-write.ts'

export { letterNavigation } from './navigation.ts'
export type { RegisterSource } from './register-source.ts'
export { verifyLetter } from './verify-letter.ts'
export { whatWaits } from './what-waits.ts'

type Parts = Omit<RouteParts, 'desk' | 'style'> &
  LetterDesk & {
    readonly assets: Assets
    readonly pool: Pool
    readonly config: Pick<Config, 'origin' | 'port'>
    readonly makePdf: (document: PdfDocument) => Promise<Uint8Array>
  }

export type Letters = {
  /** for who writes letters; and for everybody what is published */
  readonly routes: Hono<HouseEnv>
  /** for the channel */
  readonly handlers: readonly MessageHandler[]
  /** Invented letters of an invented ministry, one of them published. Loading again changes nothing. */
  loadDemo(region: DemoRegion, carry: Carry): Promise<undefined>
}

/** The progress letter of a ministry to Parliament. */
export function openLetters({ assets, ...parts }: Parts): Letters {
  const css = readFileSync(new URL('letters.css', import.meta.url))
  const style = assets.add('letters.css', 'text/css; charset=utf-8', css)
  const { figures, register, keyring, tell, colleagues } = parts
  const desk = { figures, register, keyring, tell, colleagues }
  const origin = parts.config.origin ?? `http://localhost:${parts.config.port}`
  const routed = { ...parts, style, desk }
  return {
    routes: new Hono<HouseEnv>()
      .use('/verantwoording/brieven/*', signedInFirst)
      .route('/', writeRoutes(routed))
      .route('/', readRoutes(routed))
      .route('/', roundRoutes(routed))
      .route('/', fixRoutes({ ...routed, origin }))
      .route('/', publicRoutes({ ...routed, pool: parts.pool })),
    handlers: letterHandlers(desk),
    async loadDemo(region, carry) {
      const { inTransaction, clock, makePdf } = parts
      await loadDemoLetters({
        ...{ ...region, carry, desk, inTransaction, clock },
        files: (letter, made) => makeFiles(letter, { makePdf, origin, made }),
      })
      return undefined
    },
  }
}
