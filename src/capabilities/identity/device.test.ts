import assert from 'node:assert/strict'
import { test } from 'node:test'
import { deviceFrom } from './device.ts'
import { deviceName } from './words.ts'

test('a browser that says nothing is another browser on another device', () => {
  assert.equal(deviceName('nl', deviceFrom('')), 'een andere browser op een ander apparaat')
})

test('a device is told as its owner would tell it', () => {
  const edge =
    'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Safari/537.36 Edg/140.0.0.0'
  const safari =
    'Mozilla/5.0 (iPhone; CPU iPhone OS 18_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.5 Mobile/15E148 Safari/604.1'
  assert.equal(deviceName('nl', deviceFrom(edge)), 'Edge op Windows')
  assert.equal(deviceName('en', deviceFrom(safari)), 'Safari on iPhone')
})
