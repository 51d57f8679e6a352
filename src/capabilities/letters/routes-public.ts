import { type Context, Hono } from 'hono'
import type { Pool } from '#platform/database.ts'
import type { HouseContext, HouseEnv } from '#platform/http/house-env.ts'
import { idIn } from '#platform/http/read-request.ts'
import type { Respond } from '#platform/http/respond.ts'
import { link } from '#platform/language.ts'
import { refuse } from '#platform/refusal.ts'
import { serveFile } from '#platform/upload/serve-file.ts'
import { fileFormats } from './evidence.ts'
import { evidenceName, fileName, publicLetterContent, publishedPage } from './page-public.ts'
import { publicPaths } from './paths.ts'
import { publishedLetters } from './published.ts'
import { t } from './words.ts'

type Parts = { readonly pool: Pool; readonly respond: Respond; readonly style: string }

const mediaTypes: Readonly<Record<string, string>> = {
  pdf: 'application/pdf',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  odt: 'application/vnd.oasis.opendocument.text',
  bewijs: 'application/json',
}

/** Published letters: nobody signs in to read one, to take it along, or to check it. */
export function publicRoutes({ pool, respond, style }: Parts) {
  const app = new Hono<HouseEnv>()
  const letters = publishedLetters(pool)

  app.get(publicPaths.list, async (c) =>
    respond(c, publishedPage(c.get('language'), await letters.list())),
  )

  const letterIn = async (c: HouseContext) =>
    (await letters.find(idIn(c))) ?? refuse('not-found', 'no-such-page')

  app.get('/kennis/brieven/:id', async (c) => {
    const language = c.get('language')
    const letter = await letterIn(c)
    const { title } = t(language).published
    const line = await letters.lineOf(letter.id)
    return respond(c, {
      title: letter.document.title,
      wide: true,
      breadcrumbs: [{ text: title, href: link(language, publicPaths.list) }],
      styles: [style],
      content: publicLetterContent(language, letter, line),
    })
  })

  app.get('/kennis/brieven/:id/bestanden/:format', async (c) => {
    const asked = c.req.param('format')
    const format = fileFormats.find((one) => one === asked)
    if (!format && asked !== 'bewijs') return refuse('not-found', 'no-such-page')
    const letter = await letterIn(c)
    const content = await letters.file(letter.id, format ?? 'evidence')
    if (!content) return refuse('not-found', 'no-such-page')
    async function* bytes() {
      yield content as Buffer
    }
    return serveFile(c as Context, {
      name: format ? fileName(letter, format) : evidenceName(letter),
      mediaType: mediaTypes[asked] ?? 'application/octet-stream',
      size: content.length,
      bytes: bytes(),
    })
  })

  return app
}
