import { lookup } from 'node:dns'
import { type IncomingMessage, request as requestPlain } from 'node:http'
import { request as requestSafe } from 'node:https'
import { BlockList, isIP, type LookupFunction } from 'node:net'

// source: IANA special-purpose address registries (RFC 6890) and multicast; nothing of these is a
// provider somewhere on the internet.
const inner4 =
  '0.0.0.0/8 10.0.0.0/8 100.64.0.0/10 127.0.0.0/8 169.254.0.0/16 172.16.0.0/12 192.0.0.0/24 192.0.2.0/24 192.168.0.0/16 198.18.0.0/15 198.51.100.0/24 203.0.113.0/24 224.0.0.0/3'
// The last six carry an IPv4 address inside: what it leads to cannot be told from here.
const inner6 =
  '100::/64 fc00::/7 fe80::/10 fec0::/10 ff00::/8 2001:db8::/32 ::ffff:0:0/96 64:ff9b::/96 64:ff9b:1::/48 2002::/16 2001::/32 ::/96'

// Two lists, because one would take an IPv4 address for the IPv6 address that carries it.
const inner = { ipv4: blocked('ipv4', inner4), ipv6: blocked('ipv6', inner6) }

function blocked(family: 'ipv4' | 'ipv6', ranges: string): BlockList {
  const list = new BlockList()
  for (const range of ranges.split(' ')) {
    const [net = '', bits] = range.split('/')
    list.addSubnet(net, Number(bits), family)
  }
  return list
}

/** Whether this IP address is one that everybody can reach: not this machine, not its own network. */
export function isPublicAddress(address: string): boolean {
  const family = isIP(address)
  if (family === 0 || address.includes('%')) return false
  const kind = family === 4 ? 'ipv4' : 'ipv6'
  return !inner[kind].check(address, kind)
}

/** An address that leads to this machine or its own network, where nobody from outside sends us. */
export class InnerAddress extends Error {
  readonly code = 'INNER_ADDRESS'
}

type Allowed = (address: string) => boolean

/**
 * Asked by the connection itself, so that what was checked is what is connected to: a name that leads
 * elsewhere a moment later gains nothing.
 */
const lookupAllowed =
  (isAllowed: Allowed): LookupFunction =>
  (name, options, found) =>
    lookup(name, { ...options, all: true }, (error, addresses) => {
      const [first] = addresses ?? []
      if (error || !first) return found(error ?? new Error(`${name} has no address.`), '')
      if (!addresses.every(({ address }) => isAllowed(address))) {
        return found(new InnerAddress(`${name} is no public address.`), '')
      }
      return options.all ? found(null, addresses) : found(null, first.address, first.family)
    })

/** Bytes: more than any provider says about itself or about a person. */
const longestOfProvider = 1024 * 1024

type Asked = {
  readonly method?: string
  readonly headers?: Readonly<Record<string, string>>
  readonly body?: unknown
  readonly signal?: AbortSignal | undefined
}

type Fetch = (address: string, asked?: Asked) => Promise<Response>

/**
 * Like `fetch`, but it connects to allowed addresses only and follows nothing. For an address that
 * somebody of an organisation may set, on a server that stands in a network of its own. An answer of more than
 * `longest` bytes is not read to its end.
 */
export const fetchFrom =
  (isAllowed: Allowed, { longest = longestOfProvider } = {}): Fetch =>
  async (address, asked = {}) => {
    const url = new URL(address)
    const host = url.hostname.replace(/^\[|\]$/g, '')
    // A bare address is never looked up.
    if (isIP(host) && !isAllowed(host)) throw new InnerAddress(`${host} is no public address.`)
    return send(url, asked, { lookup: lookupAllowed(isAllowed), longest })
  }

type Way = { readonly lookup: LookupFunction; readonly longest: number }

function send(url: URL, asked: Asked, { lookup, longest }: Way): Promise<Response> {
  const { method = 'GET', headers = {}, signal } = asked
  const body = asked.body == null ? undefined : Buffer.from(String(asked.body))
  const length = body ? { 'content-length': String(body.length) } : {}
  const options = { method, headers: { ...headers, ...length }, lookup }
  const open = url.protocol === 'https:' ? requestSafe : requestPlain
  return new Promise((resolve, reject) => {
    const request = open(url, { ...options, ...(signal ? { signal } : {}) }, (answer) => {
      read(answer, longest).then(resolve, reject)
    })
    request.once('error', (error) => reject(asFetchSays(error, signal)))
    request.end(body)
  })
}

/** A time that ran out as it was said, anything else of the network as a TypeError: as `fetch` does. */
function asFetchSays(error: Error, signal: AbortSignal | undefined): unknown {
  if (signal?.aborted) return signal.reason
  if (error instanceof InnerAddress) return error
  return new TypeError('The connection failed.', { cause: error })
}

async function read(answer: IncomingMessage, longest: number): Promise<Response> {
  const chunks: Buffer[] = []
  let size = 0
  for await (const chunk of answer as AsyncIterable<Buffer>) {
    size += chunk.length
    if (size > longest) throw new Error('The answer is too long.')
    chunks.push(chunk)
  }
  const told = new Headers()
  for (const [name, value] of Object.entries(answer.headers)) {
    for (const each of [value ?? []].flat()) told.append(name, each)
  }
  const status = answer.statusCode ?? 502
  const isEmpty = status === 204 || status === 304
  return new Response(isEmpty ? null : Buffer.concat(chunks), { status, headers: told })
}
