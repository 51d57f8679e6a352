import type { Exchange } from '#tests/a-visitor.ts'

/** What an answer may never do to the browser that receives it, in sentences. */
export function faultsOf({ url, status, headers, body, cookies }: Exchange): string[] {
  const faults: string[] = []
  const path = new URL(url).pathname
  const policy = headers.get('content-security-policy') ?? ''
  const isFile = path.startsWith('/assets/') && status === 200
  if (!isFile || /svg|html/.test(headers.get('content-type') ?? '')) {
    const asFile = isFile && policy === "default-src 'none'"
    if (!isStrict(policy) && !asFile && !isHandedOver(headers)) {
      faults.push(`policy: ${policy || 'none'}`)
    }
  }
  if (!isFile && headers.get('referrer-policy') !== 'no-referrer')
    faults.push('tells where the reader came from')
  if (headers.get('x-content-type-options') !== 'nosniff')
    faults.push('lets the browser guess types')
  if (!path.startsWith('/assets/') && !mayBeKept(path, headers)) {
    faults.push(`may be kept: ${headers.get('cache-control')}`)
  }
  for (const line of cookies) faults.push(...cookieFaults(line))
  if ((headers.get('content-type') ?? '').includes('html')) faults.push(...markupFaults(body))
  return faults.map((fault) => `${status} ${path}: ${fault}`)
}

/** A file that the reader keeps: nothing in it may run, and no browser shows it. */
const isHandedOver = (headers: Headers): boolean =>
  /^attachment; /.test(headers.get('content-disposition') ?? '') &&
  headers.get('content-security-policy') === "sandbox; default-src 'none'"

/** The worker may be kept as long as the browser asks whether it is still the same. */
const mayBeKept = (path: string, headers: Headers): boolean => {
  const control = headers.get('cache-control')
  return control === 'no-store' || (path === '/verken-offline.js' && control === 'no-cache')
}

function isStrict(policy: string): boolean {
  const parts = new Map(
    policy.split(';').map((part) => {
      const [name = '', ...sources] = part.trim().split(/\s+/)
      return [name, sources] as const
    }),
  )
  const only = (name: string, source: string) => parts.get(name)?.join() === source
  const sources = [...parts.values()].flat()
  return (
    only('default-src', "'none'") &&
    only('script-src', "'self'") &&
    only('style-src', "'self'") &&
    only('base-uri', "'none'") &&
    only('form-action', "'self'") &&
    only('frame-ancestors', "'none'") &&
    sources.every((source) => source === "'self'" || source === "'none'")
  )
}

/** `__Host-` with all that the prefix asks for; the browser refuses anything less. */
function cookieFaults(line: string): string[] {
  const name = line.split('=')[0] ?? ''
  const cleared = /max-age=0/i.test(line)
  const faults: string[] = []
  if (/domain=/i.test(line)) faults.push(`cookie ${name} goes to other hosts`)
  if (!/samesite=(lax|strict)/i.test(line))
    faults.push(`cookie ${name} goes along from other sites`)
  // A choice of the reader about the page, no secret.
  if (name === 'herkenning' || cleared) return faults
  if (!/httponly/i.test(line)) faults.push(`cookie ${name} can be read by scripts`)
  if (!/secure/i.test(line)) faults.push(`cookie ${name} goes over open lines`)
  if (!name.startsWith('__Host-') && !name.startsWith('__Secure-'))
    faults.push(`cookie ${name} has no prefix`)
  return faults
}

function markupFaults(body: string): string[] {
  const faults: string[] = []
  for (const [tag, inside = ''] of body.matchAll(/<script\b[^>]*>([\s\S]*?)<\/script>/gi)) {
    if (inside.trim() !== '' || !/\bsrc="\//.test(tag))
      faults.push(`inline script ${tag.slice(0, 60)}`)
  }
  if (/<style\b/i.test(body)) faults.push('inline style element')
  for (const [tag] of body.matchAll(/<[a-z][^>]*>/gi)) {
    if (/\sstyle\s*=/i.test(tag)) faults.push(`inline style in ${tag.slice(0, 80)}`)
    if (/\son[a-z]+\s*=/i.test(tag)) faults.push(`inline script in ${tag.slice(0, 80)}`)
    if (loadsElsewhere(tag)) faults.push(`loads from elsewhere: ${tag.slice(0, 120)}`)
  }
  return faults
}

/** A link may lead elsewhere; nothing that the browser fetches by itself may, and no form. */
function loadsElsewhere(tag: string): boolean {
  const isLink = /^<a\b/i.test(tag)
  for (const [, name = '', target = ''] of tag.matchAll(
    /\s(src|srcset|href|action|formaction|poster|data|ping)="([^"]*)"/gi,
  )) {
    if (/^\s*(javascript|data|vbscript):/i.test(target)) return true
    if (isLink && name.toLowerCase() === 'href') continue
    if (!/^\/(?!\/)|^#/.test(target)) return true
  }
  return /^<(iframe|object|embed|base)\b/i.test(tag) || /http-equiv="refresh"/i.test(tag)
}
