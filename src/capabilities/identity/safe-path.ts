/**
 * Where to go after signing in: a path on this site, or the start. Anything that a browser could read
 * as another site is refused, so that nobody can use our sign-in page to lead people elsewhere.
 */
export function safePath(wanted: string | undefined): string {
  if (!wanted?.startsWith('/') || wanted.length > 1000 || /[\\\p{Cc}]/u.test(wanted)) return '/'
  const here = 'http://here.invalid'
  const url = URL.parse(wanted, here)
  if (url?.origin !== here || url.pathname.startsWith('//')) return '/'
  return url.pathname + url.search
}
