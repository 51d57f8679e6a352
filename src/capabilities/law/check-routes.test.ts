import assert from 'node:assert/strict'
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import { fileURLToPath } from 'node:url'
import { formatProblem } from '#capabilities/knowledge/index.ts'
import { checkLaw } from './check-law.ts'
import { loadLaw } from './load-law.ts'

const folder = fileURLToPath(new URL('../../../knowledge', import.meta.url))
const { sepot, routes } = loadLaw(folder)

function afterChanging(file: string, from: string, to: string): string {
  const copy = mkdtempSync(join(tmpdir(), 'routes-'))
  try {
    cpSync(join(folder, 'law'), join(copy, 'law'), { recursive: true })
    cpSync(join(folder, 'sources.yaml'), join(copy, 'sources.yaml'))
    const path = join(copy, 'law', file)
    const text = readFileSync(path, 'utf8')
    assert.ok(text.includes(from), `${file} does not hold ${from}`)
    writeFileSync(path, text.replace(from, to))
    return checkLaw(copy).map(formatProblem).join('\n')
  } finally {
    rmSync(copy, { recursive: true })
  }
}

test('a ground or route with something wrong in it is refused, with where', () => {
  const wrong = [
    ['sepot.yaml', 'code: "06"', 'code: "05"', /used twice/],
    ['sepot.yaml', 'group: offence', 'group: deed', /'deed' is not known/],
    ['sepot.yaml', 'relevance: named', 'relevance: heavy', /'heavy' is not known/],
    ['sepot.yaml', 'sources: [ASEP14]', 'sources: []', /names no source/],
    ['sepot.yaml', 'mark: sourced', 'mark: general-knowledge', /never shown as law/],
    ['routes.yaml', 'codes: ["42"]', 'codes: ["57"]', /'57' is not known/],
    ['routes.yaml', 'codes: ["42"]', 'codes: ["06"]', /has this code/],
    ['routes.yaml', 'rules: [sv-167, vcl-an', 'rules: [sv-168, vcl-an', /no rule 'sv-168'/],
    ['routes.yaml', 'stages: [at-trial]', 'stages: [in-appeal]', /'in-appeal' is not known/],
  ] as const
  for (const [file, from, to, told] of wrong) assert.match(afterChanging(file, from, to), told)
})

test('every ground says that its wording is older, and the list says what to compare it with', () => {
  assert.ok(sepot.codes.every(({ wording }) => wording === 'older-text'))
  assert.match(sepot.warnings.map(({ text }) => text.nl).join(), /2022A004/)
  assert.equal(sepot.codes.length, 51)
})

test('04 went with 2022A004; 58 and 59 got an explanation that we say we did not read', () => {
  const of = (code: string) => sepot.codes.find((one) => one.code === code)
  assert.equal(of('04')?.validUntil, '2022-07-01')
  for (const code of ['58', '59']) assert.match(of(code)?.note?.nl ?? '', /niet gelezen/)
  assert.deepEqual(
    sepot.codes.filter(({ relevance }) => relevance === 'named').map(({ code }) => code),
    ['06', '42'],
  )
})

test('the bill is shown as a bill, and what we did not find is null', () => {
  const bill = routes.routes.find(({ id }) => id === 'non-punishment-in-law')
  assert.equal(bill?.status, 'bill')
  for (const id of ['sepot-06', 'sepot-42']) {
    assert.equal(routes.routes.find((one) => one.id === id)?.certificate, null)
  }
})
