import assert from 'node:assert/strict'
import { glob, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, it } from 'node:test'
import { parse } from 'yaml'
import { readPlainYaml } from './plain-yaml.ts'

const root = new URL('../..', import.meta.url).pathname

describe('the quick reader', () => {
  for (const [what, text] of [
    ['an alias', 'a: &one {b: 1}\nc: *one'],
    ['an alias in a list', 'a: &x 1\nlist: [*x, 2]'],
    ['a tag', 'a: !!binary aGVsbG8='],
    ['a tag of its own making', 'a: !js/function "x"'],
    ['a key that stands twice', 'a: 1\na: 2'],
    ['something that is not closed', 'a: [1, 2'],
    ['more than one document', 'a: 1\n---\nb: 2'],
    ['a tab where spaces must be', 'a:\n\tb: 1'],
  ] as const) {
    it(`leaves ${what} to the reader that keeps places`, () => {
      assert.equal(readPlainYaml(text), undefined)
    })
  }

  it('reads every file that comes with the program as the other does', async () => {
    const files = await Array.fromAsync(glob('{knowledge,database}/**/*.yaml', { cwd: root }))
    assert.ok(files.length > 80, `${files.length}`)
    let plain = 0
    for (const file of files) {
      const text = await readFile(join(root, file), 'utf8')
      const read = readPlainYaml(text)
      if (!read) continue
      plain += 1
      assert.deepEqual(read.value, parse(text), file)
    }
    assert.equal(plain, files.length, 'every one of ours is plain')
  })

  it('takes days, numbers with a zero in front, and yes and no as the other does', () => {
    const text =
      'day: 2026-11-30\nphone: 0800-1234\nzero: 012\nyes: yes\nno: no\nempty:\ntime: 12:30\n<<: {d: 2}\n'
    assert.deepEqual(readPlainYaml(text)?.value, parse(text))
  })
})
