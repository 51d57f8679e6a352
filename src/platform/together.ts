/**
 * Questions that do not wait for each other: on one connection they leave in one packet. When some fail, the first in
 * this order is thrown, once all of them ended: nobody goes on with a transaction in which something still runs.
 */
export async function together<T extends readonly unknown[]>(
  ...asked: T
): Promise<{ -readonly [P in keyof T]: Awaited<T[P]> }> {
  const ends = await Promise.allSettled(asked)
  const failed = ends.find((end) => end.status === 'rejected')
  if (failed) throw failed.reason
  return Promise.all(asked)
}
