import assert from 'node:assert/strict'
import { test } from 'node:test'
import { Hono } from 'hono'
import pg from 'pg'
import { type Config, readConfig } from './config.ts'
import { listen } from './listen.ts'
import { makeFolder } from './make-folder.ts'
import { whyNot } from './why-not.ts'

const sentenceFor = async (config: Config, act: () => Promise<unknown>): Promise<string> => {
  const error = await act().then(
    () => assert.fail('it went well'),
    (failure: unknown) => failure,
  )
  return whyNot(error, config)
}
const connectTo = (url: string) => async () => new pg.Client({ connectionString: url }).connect()

test('a database that cannot be found is not taken for an address to listen on', async () => {
  for (const url of ['postgres://nergens.invalid/oogmerk', 'nonsense', 'postgres://[']) {
    const sentence = await sentenceFor(readConfig({ DATABASE_URL: url }), connectTo(url))
    assert.match(sentence, /database of DATABASE_URL cannot be reached \(.+\)/, url)
  }
})

test('an address that is not ours to listen on is told as that, also beside a database elsewhere', async () => {
  for (const host of ['nergens.invalid', '203.0.113.9']) {
    const config = readConfig({ OOGMERK_HOST: host, DATABASE_URL: 'postgres://localhost/oogmerk' })
    const app = new Hono() as unknown as Parameters<typeof listen>[0]['app']
    const sentence = await sentenceFor(config, () => listen({ app, port: 0, host }))
    assert.match(sentence, new RegExp(`cannot listen on address ${host}`))
  }
})

test('a data folder that cannot be is named with the setting to change', async () => {
  const config = readConfig({ LANG: 'nl_NL.UTF-8' })
  const sentence = await sentenceFor(config, () => makeFolder('/proc/oogmerk'))
  assert.match(sentence, /De map \/proc\/oogmerk is niet te gebruiken .* OOGMERK_DATA/)
})
