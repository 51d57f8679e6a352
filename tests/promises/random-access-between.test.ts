import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { anApp, type TestApp } from '#tests/an-app.ts'
import { aStandingWorld, inWorld, questions, type Standing } from './questions-between.ts'

// `npm run soak` asks more, in many worlds.
const seed = 7

let app: TestApp
let standing: Standing
before(async () => {
  app = await anApp()
  standing = await inWorld(seed, () => aStandingWorld(app, { seed, happenings: 600 }))
})
after(() => app?.close())

for (const { promise, ask, meets } of questions) {
  test(promise, async () => {
    const met = await inWorld(seed, () => ask(standing, { addresses: 150, pages: 4 }))
    for (const one of meets) assert.ok(met.has(one), `chance must have met: ${one}`)
  })
}
