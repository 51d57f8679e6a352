import assert from 'node:assert/strict'
import { test } from 'node:test'
import { z } from 'zod'
import { listOf, readForm, textOf, typedFrom } from './form.ts'

const body = (...fields: [string, string][]) => {
  const form = new FormData()
  for (const [name, value] of fields) form.append(name, value)
  return form
}

test('every wrong field reports its first error only, and what was typed comes back', () => {
  const schema = z.object({
    name: z
      .string()
      .min(3, 'too-short')
      .regex(/^[a-z]+$/, 'letters-only'),
    kind: z.enum(['a', 'b'], 'choose-kind'),
  })
  const typed = typedFrom(body(['name', '1']))
  const read = readForm(schema, typed)
  assert.ok(!read.ok)
  assert.deepEqual(read.errors, { name: 'too-short', kind: 'choose-kind' })
  assert.equal(read.typed, typed)
})

test('a name sent more than once is a list, in the order of the page', () => {
  const typed = typedFrom(body(['seen', 'MON-01'], ['seen', 'TEL-01'], ['text', 'x']))
  assert.deepEqual(listOf(typed, 'seen'), ['MON-01', 'TEL-01'])
  assert.deepEqual(listOf(typed, 'text'), ['x'])
  assert.deepEqual(listOf(typed, 'absent'), [])
  assert.equal(textOf(typed, 'seen'), 'MON-01')
  assert.equal(textOf(typed, 'absent'), '')
})

test('what a database cannot keep is mended before anything looks at it', () => {
  const typed = typedFrom(body(['text', 'a\u0000b\ud800c\r\nd']))
  assert.equal(textOf(typed, 'text'), 'ab\ufffdc\nd')
})

test('a file where text is expected is left out', () => {
  const form = body(['text', 'x'])
  form.append('file', new Blob(['y']), 'y.txt')
  assert.deepEqual({ ...typedFrom(form) }, { text: 'x' })
})

test('a field called __proto__ or constructor is a field like any other', () => {
  const typed = typedFrom(body(['__proto__', 'x'], ['constructor', 'y']))
  assert.equal(textOf(typed, '__proto__'), 'x')
  assert.equal(textOf(typed, 'constructor'), 'y')
  assert.equal(textOf(typed, 'toString'), '')
})
