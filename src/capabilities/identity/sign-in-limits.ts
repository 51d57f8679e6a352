import type { HouseContext } from '#platform/http/house-env.ts'
import { byAddress, limit } from '#platform/http/limit.ts'

/** A whole school may share one address at half past eight; one account has one person. */
const perAddress = { points: 300, seconds: 300 }
const perAccount = { points: 10, seconds: 300 }

/** Guards every way in: per address as middleware, per account as soon as the account is known. */
export function signInLimits(proxies: number) {
  const accounts = new WeakMap<HouseContext, string>()
  const account = limit({ ...perAccount, key: (c) => accounts.get(c) ?? 'unknown' })
  return {
    address: limit({ ...perAddress, key: byAddress(proxies) }),
    /** Throws when this account was tried too often. `name` says which: a credential, a code, a person. */
    async account(c: HouseContext, name: string): Promise<void> {
      accounts.set(c, name)
      await account(c, async () => {})
    },
  }
}

export type SignInLimits = ReturnType<typeof signInLimits>
