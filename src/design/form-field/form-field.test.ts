import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { checkboxes } from '#design/checkboxes/checkboxes.ts'
import { date } from '#design/date/date.ts'
import { errorSummary } from '#design/error-summary/error-summary.ts'
import { type Html, html } from '#design/html.ts'
import { radios } from '#design/radios/radios.ts'
import { select } from '#design/select/select.ts'
import { text } from '#design/text/text.ts'
import { textarea } from '#design/textarea/textarea.ts'

const field = { name: 'pupil', label: 'Leerling', hint: 'Een nummer', error: 'Vul een nummer in.' }
const choices = [
  { value: 'yes', label: 'Ja' },
  { value: 'no', label: 'Nee' },
]
const elements: Record<string, Html> = {
  text: text('nl', field),
  textarea: textarea('nl', field),
  select: select('nl', { ...field, choices }),
  radios: radios('nl', { ...field, choices }),
  checkboxes: checkboxes('nl', { ...field, choices }),
  date: date('nl', field),
}

describe('a field', () => {
  for (const [name, element] of Object.entries(elements)) {
    it(`${name}: its hint and its error are read with it`, async () => {
      const markup = String(await element)
      assert.match(markup, /aria-describedby="pupil-hint pupil-error"/)
      assert.match(markup, /id="pupil-hint">Een nummer</)
      assert.match(markup, /id="pupil-error">Vul een nummer in\.</)
    })

    it(`${name}: the error summary leads to it`, async () => {
      const summary = String(await errorSummary('nl', [{ field: 'pupil', text: field.error }]))
      const target = /href="#([^"]+)"/.exec(summary)?.[1]
      assert.match(
        String(await element),
        new RegExp(`<(input|textarea|select)[^>]* id="${target}"`),
      )
    })
  }

  it('escapes what was typed', async () => {
    const typed = '"><script>alert(1)</script>'
    const whole = html`${text('nl', { ...field, value: typed })}${textarea('nl', { ...field, value: typed })}`
    assert.doesNotMatch(String(await whole), /<script/)
  })

  it('points at nothing when there is neither hint nor error', async () => {
    const markup = String(await text('nl', { name: 'pupil', label: 'Leerling' }))
    assert.doesNotMatch(markup, /aria-describedby|aria-invalid/)
  })

  it('gives back a text that begins with an empty line as it was', async () => {
    const markup = String(await textarea('nl', { ...field, value: '\nTweede regel' }))
    assert.match(markup, />\n\nTweede regel<\/textarea>/)
  })

  it('keeps every answer that was ticked', async () => {
    const markup = String(await checkboxes('nl', { ...field, choices, values: ['no'] }))
    assert.match(markup, /value="no" checked/)
    assert.doesNotMatch(markup, /value="yes" checked/)
  })

  it('marks only the part of a date that is wrong, and keeps the other parts', async () => {
    const value = { day: '31', month: '2', year: '2026' }
    const markup = String(await date('nl', { ...field, wrong: ['day'], value }))
    assert.match(markup, /name="pupil-day"[^>]*value="31"[^>]*aria-invalid="true"/)
    assert.doesNotMatch(markup, /name="pupil-month"[^>]*aria-invalid/)
    assert.match(markup, /name="pupil-year"[^>]*value="2026"/)
  })

  it('is a link target also when its name holds odd signs', async () => {
    const markup = String(await text('nl', { ...field, name: 'answers[0].note' }))
    assert.match(markup, /id="answers-0-note"/)
    assert.match(
      String(await errorSummary('nl', [{ field: 'answers[0].note', text: 'Leeg.' }])),
      /href="#answers-0-note"/,
    )
  })
})

describe('the error summary', () => {
  it('is not there when nothing is wrong', async () => {
    assert.equal(String(await errorSummary('nl', [])), '')
  })

  it('takes the focus and is read out', async () => {
    const markup = String(await errorSummary('nl', [{ text: 'Iets ging mis.' }]))
    assert.match(markup, /role="alert" tabindex="-1" autofocus/)
  })
})
