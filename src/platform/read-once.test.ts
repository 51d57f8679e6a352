import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { readOnce } from '#platform/read-once.ts'

describe('what is read once', () => {
  it('is read again only from another folder', () => {
    const read: string[] = []
    const load = readOnce((folder: string) => {
      read.push(folder)
      return { folder }
    })
    assert.equal(load('/one'), load('/one'))
    assert.deepEqual(load('/other'), { folder: '/other' })
    assert.deepEqual(read, ['/one', '/other'])
  })

  it('is tried again after it failed', () => {
    let broken = true
    const load = readOnce((folder: string) => {
      if (broken) throw new Error('not yet')
      return { folder }
    })
    assert.throws(() => load('/one'), /not yet/)
    broken = false
    assert.deepEqual(load('/one'), { folder: '/one' })
  })
})
