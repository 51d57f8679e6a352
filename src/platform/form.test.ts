import assert from 'node:assert/strict'
import { test } from 'node:test'
import { z } from 'zod'
import { listOf, readForm, type Typed, textOf, typedFrom } from './form.ts'
import { line, lines, neededLine } from './typed-text.ts'

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

test('text of one line and of many comes in one form however it was typed, and what is too long or too much is told', () => {
  const form = z.object({
    title: neededLine(8, 'title-missing'),
    note: line(8),
    names: lines({ most: 2, tooMany: 'too-many', longest: 5, tooLong: 'name-too-long' }),
  })
  const read = (typed: Typed) => readForm(form, typed)
  const given = { title: ' een\t  twee ', names: 'Aap\n\n  Aap \nN  o' }
  assert.deepEqual(read(given), {
    ok: true,
    value: { title: 'een twee', note: '', names: ['Aap', 'N o'] },
  })
  for (const [wrong, errors] of [
    [{ title: '  ' }, { title: 'title-missing' }],
    [{}, { title: 'title-missing' }],
    [{ title: 'te lang voor hier' }, { title: 'too-long' }],
    [{ title: 'a', note: 'te lang voor hier' }, { note: 'too-long' }],
    [{ title: 'a', names: 'a\nb\nc' }, { names: 'too-many' }],
    [{ title: 'a', names: 'Vogelaar' }, { names: 'name-too-long' }],
  ] as const) {
    const answer = read(wrong)
    assert.deepEqual(answer.ok ? {} : answer.errors, errors)
  }
})
