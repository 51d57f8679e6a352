// Keeps the public pages on this device, so that Verken works without a network. What is kept is asked
// for without the session: never a page of a signed-in person, and never anything that was typed.

type KeptLanguage = { pages: string; first: string; data: string[] }
declare const kept: {
  version: string
  assets: string[]
  languages: Record<string, KeptLanguage>
}

type Waiting = Event & { waitUntil(work: Promise<unknown>): void }
type Asked = Waiting & { request: Request; respondWith(answer: Promise<Response>): void }
type Told = Waiting & { data: { keep?: string } }
type Worker = {
  addEventListener(kind: 'install' | 'activate', act: (event: Waiting) => void): void
  addEventListener(kind: 'fetch', act: (event: Asked) => void): void
  addEventListener(kind: 'message', act: (event: Told) => void): void
  skipWaiting(): Promise<void>
  clients: { claim(): Promise<void> }
}

const worker = self as unknown as Worker
const cacheName = `oogmerk-public-${kept.version}`
const aDay = 24 * 60 * 60 * 1000

const withoutSession = (address: string) => new Request(address, { credentials: 'omit' })
const pathOf = (request: Request) => new URL(request.url).pathname
const isPublic = (path: string) =>
  /^(\/en)?\/(verken(\/(ouder|offline))?|onder-druk|kennis(\/.*)?)?$/.test(path) || path === '/en'

worker.addEventListener('install', (event) => event.waitUntil(install()))
worker.addEventListener('activate', (event) => event.waitUntil(activate()))
worker.addEventListener('message', (event) => {
  const language = kept.languages[event.data.keep ?? '']
  if (language) event.waitUntil(keepLanguage(language))
})
worker.addEventListener('fetch', (event) => {
  const { request } = event
  const path = pathOf(request)
  if (request.method !== 'GET' || new URL(request.url).origin !== location.origin) return
  if (path.startsWith('/assets/')) return event.respondWith(asset(request))
  if (request.mode !== 'navigate' || !isPublic(path)) return
  event.respondWith(page(request))
  event.waitUntil(refresh(path))
})

async function install(): Promise<void> {
  await keep(kept.assets)
  // A new version keeps the languages that the old one kept.
  for (const language of Object.values(kept.languages)) {
    if (await caches.match(language.first)) await keepLanguage(language)
  }
  await worker.skipWaiting()
}

async function activate(): Promise<void> {
  for (const name of await caches.keys()) {
    if (name.startsWith('oogmerk-public-') && name !== cacheName) await caches.delete(name)
  }
  await worker.clients.claim()
}

async function keep(addresses: readonly string[]): Promise<void> {
  const cache = await caches.open(cacheName)
  const there = await Promise.all(addresses.map((address) => cache.match(address)))
  await cache.addAll(addresses.filter((_, index) => !there[index]).map(withoutSession))
}

/** A page may ask twice while it is being kept. */
const underWay = new Map<KeptLanguage, Promise<void>>()

function keepLanguage(language: KeptLanguage): Promise<void> {
  const keeping =
    underWay.get(language) ?? keepPages(language).finally(() => underWay.delete(language))
  underWay.set(language, keeping)
  return keeping
}

async function keepPages({ pages, first, data }: KeptLanguage): Promise<void> {
  await keep(data)
  const cache = await caches.open(cacheName)
  if (await cache.match(first)) return
  const answer = await fetch(withoutSession(pages))
  if (!answer.ok) throw new Error(`${pages}: ${answer.status}`)
  // Kept with the headers that every page has, its policy among them.
  const headers = new Headers(answer.headers)
  headers.set('Content-Type', 'text/html; charset=UTF-8')
  headers.delete('Content-Encoding')
  headers.delete('Content-Length')
  for (const [path, page] of Object.entries<string>(await answer.json())) {
    await cache.put(path, new Response(page, { headers }))
  }
}

async function asset(request: Request): Promise<Response> {
  return (await caches.match(request.url)) ?? fetch(request)
}

/** The network first: its answer goes to the reader and is never kept. */
async function page(request: Request): Promise<Response> {
  try {
    return await fetch(request)
  } catch {
    const path = pathOf(request)
    const stand =
      path === '/en' || path.startsWith('/en/') ? '/en/verken/offline' : '/verken/offline'
    return (await caches.match(path)) ?? (await caches.match(stand)) ?? Response.error()
  }
}

/** Asks for a kept page again, at most once a day. The address goes without its query. */
async function refresh(path: string): Promise<void> {
  const cache = await caches.open(cacheName)
  const old = await cache.match(path)
  if (old && Date.now() - Date.parse(old.headers.get('date') ?? '') < aDay) return
  try {
    const fresh = await fetch(withoutSession(path))
    if (fresh.ok && !fresh.redirected) await cache.put(path, fresh)
  } catch {
    // Offline: what is kept stays.
  }
}
