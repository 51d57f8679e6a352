import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { anyText } from '#tests/any-text.ts'
import { attachment, fileName } from './file-name.ts'

const named = (sent: string) => fileName(sent, 'pdf', 'document')

test('a name holds no path, no control and nothing that turns the order of reading around', () => {
  assert.equal(named('../../etc/passwd.pdf'), 'passwd.pdf')
  assert.equal(named('C:\\Users\\noor\\Verslag.docx'), 'Verslag.pdf')
  assert.equal(named('a\r\nSet-Cookie: x=1.pdf'), 'a Set-Cookie x=1.pdf')
  assert.equal(named('nota\u202efdp.exe'), 'notafdp.pdf')
  assert.equal(named('a\u0000b.pdf'), 'ab.pdf')
  assert.equal(named('rapport<script>.pdf'), 'rapportscript.pdf')
})

test('where no name is left there is one of ours', () => {
  for (const sent of ['', '.', '..', '/', '.pdf', '   ', 'CON', 'lpt1.pdf', '\u202e', 'a/']) {
    assert.equal(named(sent), 'document.pdf', sent)
  }
})

test('what people write stays: accents, spaces, other scripts', () => {
  assert.equal(named('Verslag Zoë (2).pdf'), 'Verslag Zoë (2).pdf')
  assert.equal(named('Zoe\u0308.pdf'), 'Zoë.pdf')
  assert.equal(named('Отчёт за март.docx'), 'Отчёт за март.pdf')
  assert.equal(named(`${'é'.repeat(300)}.pdf`), `${'é'.repeat(80)}.pdf`)
})

test('the header of a download holds the name twice, and neither can end it', () => {
  assert.equal(
    attachment('Verslag Zoë "3".pdf'),
    `attachment; filename="Verslag Zoe _3_.pdf"; filename*=UTF-8''Verslag%20Zo%C3%AB%20%223%22.pdf`,
  )
})

test('whatever a name was, it can be a header and a file', () => {
  fc.assert(
    fc.property(anyText(300), (sent) => {
      const name = named(sent)
      assert.match(name, /^[^/\\\p{C}<>:"|?*]+\.pdf$/u)
      assert.ok([...name].length <= 400)
      assert.match(
        attachment(name),
        /^attachment; filename="[ -~]+"; filename\*=UTF-8''[\w%.~!$&+^`|-]+$/,
      )
      new Headers({ 'content-disposition': attachment(name) })
    }),
    { seed: 20261123, numRuns: 500 },
  )
})
