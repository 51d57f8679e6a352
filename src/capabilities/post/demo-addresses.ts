import { plainLetters } from '#platform/plain-words.ts'
import type { Work } from '#platform/work.ts'

type NamesOf = (work: Work, personIds: readonly string[]) => Promise<ReadonlyMap<string, string>>

/** Invented people have no mailbox: an address under a name that never exists (RFC 2606). */
export const demoAddressesOf =
  (namesOf: NamesOf) =>
  async (work: Work, personIds: readonly string[]): Promise<ReadonlyMap<string, string>> =>
    new Map([...(await namesOf(work, personIds))].map(([id, name]) => [id, addressFrom(name)]))

function addressFrom(name: string): string {
  const words = plainLetters(name).match(/[a-z0-9]+/g)
  return `${words?.join('.') ?? 'iemand'}@oogmerk.example`
}
