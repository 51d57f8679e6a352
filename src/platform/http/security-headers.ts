import { createMiddleware } from 'hono/factory'
import { secureHeaders } from 'hono/secure-headers'
import type { HouseEnv } from '#platform/http/house-env.ts'

/**
 * The browser loads nothing but what this server sends, runs no inline script or style, tells nobody
 * where the reader came from, and keeps no page. What may be kept (assets) says so itself, and brings
 * the few headers that mean something for a file: an answer of 100 bytes has no use for 700 of headers.
 */
export const securityHeaders = (https: boolean) => {
  const ofPages = headersOfPages(https)
  return createMiddleware<HouseEnv>(async (c, next) => {
    await next()
    if (!isFile(c.res)) {
      await ofPages(c, async () => undefined)
      if (isHandedOver(c.res)) c.res.headers.set('Content-Security-Policy', handedOver)
      return
    }
    c.res.headers.set('X-Content-Type-Options', 'nosniff')
    // A picture of this kind is a document of its own when somebody opens its address.
    if (c.res.headers.get('Content-Type')?.includes('svg')) {
      c.res.headers.set('Content-Security-Policy', "default-src 'none'")
    }
  })
}

/** Only files with the hash of their content in their address are kept for ever. */
const isFile = ({ headers }: Response): boolean =>
  headers.get('Cache-Control')?.includes('immutable') ?? false

/** A file that the reader keeps: if a browser opens it all the same, nothing in it runs or loads. */
const isHandedOver = ({ headers }: Response): boolean =>
  /^attachment\b/i.test(headers.get('Content-Disposition') ?? '')

const handedOver = "sandbox; default-src 'none'"

const headersOfPages = (https: boolean) =>
  secureHeaders({
    contentSecurityPolicy: {
      defaultSrc: ["'none'"],
      scriptSrc: ["'self'"],
      styleSrc: ["'self'"],
      imgSrc: ["'self'"],
      fontSrc: ["'self'"],
      connectSrc: ["'self'"],
      manifestSrc: ["'self'"],
      workerSrc: ["'self'"],
      formAction: ["'self'"],
      baseUri: ["'none'"],
      frameAncestors: ["'none'"],
      ...(https ? { upgradeInsecureRequests: [] } : {}),
    },
    referrerPolicy: 'no-referrer',
    xFrameOptions: 'DENY',
    strictTransportSecurity: https ? 'max-age=63072000; includeSubDomains' : false,
    permissionsPolicy: {
      camera: [],
      microphone: [],
      geolocation: [],
      publickeyCredentialsGet: ['self'],
    },
  })
