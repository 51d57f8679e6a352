import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { test } from 'node:test'
import { openedOnce } from './opened-once.ts'

test('a card that was written anew is opened anew, and the same bytes are opened once', () => {
  const id = randomUUID()
  let opened = 0
  const look = (sealed: string) =>
    openedOnce(id, Buffer.from(sealed), () => {
      opened += 1
      return { kind: 'thought', text: sealed }
    })
  assert.equal(look('eerst').text, 'eerst')
  assert.equal(look('eerst').text, 'eerst')
  assert.equal(opened, 1)
  assert.equal(look('anders').text, 'anders')
  assert.equal(look('eerst').text, 'eerst')
  assert.equal(opened, 3)
})
