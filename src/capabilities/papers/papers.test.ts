import assert from 'node:assert/strict'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, it } from 'node:test'
import { readHostileFiles } from './a-hostile-file.ts'
import { aLetter, aMotionInHtml, aMotionInText, aMotionInXml } from './a-paper.ts'
import { findOrganisations } from './find-names.ts'
import { findProgrammes } from './find-programmes.ts'
import type { KnownNames, Named } from './known-name.ts'
import { checkNames, loadNames } from './names-pack.ts'
import type { Paper } from './paper.ts'
import { readPaper, readPaperFile } from './read-paper.ts'
import { UnreadablePaper, type WhyUnreadable } from './unreadable.ts'

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text)
const read = (text: string): Paper => readPaper(bytes(text))

function refusal(act: () => unknown): WhyUnreadable | 'read' {
  try {
    act()
    return 'read'
  } catch (error) {
    if (error instanceof UnreadablePaper) return error.why
    throw error
  }
}

describe('what gives no paper is refused, and nothing of it is kept', () => {
  const xml = aMotionInXml()
  const long = '<a>'.repeat(250)
  const html = `<!doctype html><html>${'<div>'.repeat(250)}`
  const refused: readonly (readonly [string, Uint8Array, WhyUnreadable])[] = [
    ['nothing at all', bytes(''), 'empty'],
    ['blanks', bytes(' \n\t'), 'empty'],
    ['a text that is no paper', bytes('Beste ouders, morgen is er markt.'), 'no-paper'],
    ['XML that ends halfway', bytes(xml.slice(0, -30)), 'malformed'],
    ['XML with two roots', bytes('<?xml version="1.0"?><a/><b/>'), 'malformed'],
    ['a definition nobody gave', bytes('<?xml version="1.0"?><a>&nbsp;</a>'), 'malformed'],
    [
      'definitions that grow',
      bytes('<!DOCTYPE a [<!ENTITY x "xx"><!ENTITY y "&x;&x;">]><a>&y;</a>'),
      'entities',
    ],
    [
      'a definition from a file',
      bytes('<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]><a>&x;</a>'),
      'entities',
    ],
    ['XML nested too deep', bytes(`<?xml version="1.0"?>${long}`), 'too-deep'],
    ['a page nested too deep', bytes(html), 'too-deep'],
    ['half a letter at the end', bytes('Nr. é').slice(0, -1), 'encoding'],
    ['text decoded twice', bytes('Vergaderjaar 2019-2020\nJustitiÃ«le Inrichtingen'), 'encoding'],
    ['a picture', Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0, 0, 1), 'not-text'],
    ['an office file', Uint8Array.of(0x50, 0x4b, 3, 4, 0, 0, 1), 'not-text'],
    ['a PDF', bytes('%PDF-1.7\n'), 'pdf'],
    ['zeros', new Uint8Array(64), 'encoding'],
    [
      'an encoding we do not read',
      bytes('<?xml version="1.0" encoding="UTF-7"?><a/>'),
      'unknown-encoding',
    ],
  ]
  for (const [name, given, why] of refused) {
    it(name, () =>
      assert.equal(
        refusal(() => readPaper(given)),
        why,
      ),
    )
  }

  it('a file of 50 MB, by its size and before it is read; a folder; a file that is not there', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'oogmerk-papers-'))
    const large = join(folder, 'large.xml')
    await writeFile(large, new Uint8Array(50_000_000))
    const before = process.memoryUsage().arrayBuffers
    await assert.rejects(readPaperFile(large), { why: 'too-large', detail: '16' })
    assert.ok(process.memoryUsage().arrayBuffers - before < 16_000_000)
    await assert.rejects(readPaperFile(folder), { why: 'no-file' })
    await assert.rejects(readPaperFile(join(folder, 'none')), { why: 'missing' })
    await rm(folder, { recursive: true })
  })

  it('whatever the bytes: a paper or a refusal, and every place lies in the text', () => {
    const { read: papers, refused: reasons } = readHostileFiles({ runs: 400, seed: 20_261_130 })
    // Both were met, and more than one reason.
    assert.ok(papers > 50 && Object.keys(reasons).length > 3, JSON.stringify(reasons))
  })
})

describe('one paper in three forms', () => {
  const forms = { xml: aMotionInXml(), html: aMotionInHtml(), text: aMotionInText() }
  for (const [form, source] of Object.entries(forms)) {
    it(`${form}: head, who proposes, what is asked of whom, and what it refers to`, () => {
      const paper = read(source)
      assert.equal(paper.id, 'kst-91240-17')
      assert.equal(paper.kind, 'gewijzigde motie')
      assert.equal(paper.title, 'Verzonnen onderwerp')
      assert.equal(paper.date, '2032-03-04')
      assert.equal(paper.parliamentaryYear, '2031-2032')
      assert.deepEqual(
        paper.dossiers.map(({ dossier, nr }) => `${dossier} ${nr}`),
        ['91240 17'],
      )
      assert.deepEqual(
        paper.authors.map(({ name }) => name),
        ['Van Verzinsel', 'Bedenksel'],
      )
      assert.deepEqual(
        paper.references.map(({ id }) => id),
        ['kst-91240-12', 'kst-91638-8'],
      )
      assert.deepEqual(
        paper.lawArticles.map(({ id }) => id),
        ['art. 22b lid 1 Sr'],
      )
      const [motion] = paper.motions
      assert.equal(motion?.replaces, 'kst-91240-12')
      assert.deepEqual(
        motion?.requests.map(({ to }) => to),
        ['regering', 'Minister voor Verzinsels'],
      )
      assert.deepEqual(
        paper.deadlines.map(({ text, until }) => [text, until]),
        [['voor Prinsjesdag 2032', '2032-09-20']],
      )
      assert.ok(paper.complete)
    })

    it(`${form}: what was found stands at its place in the text`, () => {
      const { text, references, motions } = read(source)
      const [, reference] = references
      assert.match(
        text.slice(reference?.span.start, reference?.span.end),
        /^Kamerstuk 91 638, nr\. 8$/,
      )
      for (const request of motions.flatMap(({ requests }) => requests)) {
        assert.equal(text.slice(request.span.start, request.span.end), request.text)
      }
    })
  }

  it('a motion without its end says so', () => {
    assert.equal(read(aMotionInText().split('en gaat over')[0] ?? '').complete, false)
  })
})

it('what a file says of itself counts only where it can be so', () => {
  const said = (name: string, content: string) => `<meta name="${name}" content="${content}"/>`
  const page = (...more: string[]) =>
    read(
      `<!doctype html><html>${said('OVERHEIDop.dossiernummer', '91911')}${more.join('')}<p>De Kamer</p></html>`,
    )
  assert.equal(page(said('DCTERMS.issued', '2032-03-04')).date, '2032-03-04')
  for (const day of ['voorjaar', '2032-02-30', '0000-01-01']) {
    assert.equal(page(said('DCTERMS.issued', day)).date, null, day)
  }
  assert.equal(page(said('OVERHEIDop.ondernummer', '3')).id, 'kst-91911-3')
  assert.equal(page(said('OVERHEIDop.ondernummer', '3'.repeat(80))).id, null)
  assert.equal(page(said('OVERHEIDop.vergaderjaar', 'x')).parliamentaryYear, null)
  assert.equal(read('91 240\nTitel\nNr. 3\nBRIEF\nDen Haag, 1 mei 0000\n').date, null)
  const answer = 'In antwoord op uw brief van 1 mei 2032, nr. '
  assert.equal(read(`${answer}${'1'.repeat(80)}`).id, null)
  assert.equal(read(`Ons kenmerk\n${'1'.repeat(80)}\n${answer}12`).id, 'antwoord-12')
})

describe('a letter in two dossiers', () => {
  const paper = read(aLetter())

  it('carries its number in both', () => {
    assert.equal(paper.id, 'kst-91240-18')
    assert.deepEqual(
      paper.dossiers.map(({ dossier, nr }) => [dossier, nr]),
      [
        ['91240', '18'],
        ['91911', '18'],
      ],
    )
    assert.deepEqual(
      paper.authors.map(({ name, role }) => [name, role]),
      [['V. van Fantasie', 'Minister voor Verzinsels']],
    )
    assert.deepEqual(
      paper.headings.map(({ text }) => text),
      ['Het vervolg'],
    )
  })

  it('is whole again where a note cut its sentence', () => {
    assert.match(paper.text, /Zoals bericht op 22 februari jl\. is dit het einde van het begin\./)
  })

  it('ties motions to the numbers in the note, in their order', () => {
    assert.deepEqual(
      paper.motions.map(({ id, by, date }) => [id, ...by, date]),
      [
        ['kst-91911-266', 'Verzinsel', '2031-12-19'],
        ['kst-91240-16', 'Bedenksel', '2032-01-28'],
      ],
    )
  })

  it('says what is kept now, what is promised, and until when', () => {
    assert.deepEqual(
      paper.commitments.map(({ kind }) => kind),
      ['discharged', 'new'],
    )
    assert.deepEqual(paper.commitments[0]?.references, ['kst-91638-178'])
    assert.deepEqual(
      paper.promises.map(({ deadline }) => [deadline?.text, deadline?.from, deadline?.until]),
      [['dit najaar', '2032-09-22', '2032-12-21']],
    )
  })
})

describe('an answer to questions', () => {
  const answer = (body: string) =>
    read(
      `Datum\n18 oktober 2032\nOnderwerp\nBeantwoording van vragen\nOns kenmerk\n498\nIn antwoord op uw brief van 7 september 2032, nr. 2032Z14759, deel ik u mede dat de vragen van het lid Verzinsel (PvV) worden beantwoord.\n${body}`,
    )

  it('goes by the question, which is no reference to something else', () => {
    const paper = answer('Vraag 1\nX?\nAntwoord op vraag 1\nJa.')
    assert.equal(paper.id, 'antwoord-2032Z14759')
    assert.deepEqual(paper.references, [])
    assert.deepEqual(paper.questionLetter?.by, [{ name: 'Verzinsel', party: 'PvV' }])
    assert.equal(paper.questionLetter?.date, '2032-09-07')
  })

  it('what somebody asks is no promise, and neither is what will not be done', () => {
    const paper = answer(
      'Vraag 1\nZegt u toe dat u de Kamer zult informeren. Ik zal daarop terugkomen.\nAntwoord op vraag 1\nNee, dat zal ik niet doen.',
    )
    assert.deepEqual(paper.commitments, [])
  })

  it('what is come back to is promised, what is striven for is intended, and each House is told', () => {
    const paper = answer(
      'Vraag 1\nX?\nAntwoord op vraag 1\nIk kom hier in het najaar op terug. Ik streef ernaar dat dit jaar te doen. De Kamer wordt twee keer per jaar geïnformeerd.',
    )
    assert.deepEqual(
      paper.commitments.map(({ kind, deadline }) => [kind, deadline?.text]),
      [
        ['new', 'in het najaar'],
        ['intended', 'dit jaar'],
      ],
    )
    assert.deepEqual(
      paper.promises.map(({ kind }) => kind),
      ['standing'],
    )
  })

  it('two sentences about the same are one commitment', () => {
    const paper = answer(
      'Vraag 1\nX?\nAntwoord op vraag 1\nIk ben bereid dat te onderzoeken. Hiervoor zal ik een model gebruiken.',
    )
    assert.equal(paper.commitments.length, 1)
    assert.ok(paper.commitments[0]?.uncertain)
  })
})

describe('who and what is named', () => {
  const names: KnownNames = {
    organisations: [
      { name: 'Ministerie van Verzinsels', also: ['VZN'], perhaps: [] },
      { name: 'Raad voor Bedenksels', also: [], perhaps: ['raad'] },
    ],
    programmes: [{ name: 'Samen verzinnen', also: [], perhaps: [] }],
  }
  const told = (all: readonly Named[]) =>
    all.map(({ name, also, uncertain }) => `${name}${uncertain ? '?' : ''} ${1 + also.length}`)
  const organisations = (text: string) => told(findOrganisations(text, names))
  const programmes = (text: string) => told(findProgrammes(text, names))

  it('what is no organisation is none: a law, a debate, a member, a programme, an address, a longer word', () => {
    for (const text of [
      'De Wet op de verzonnen delicten (WVD) geldt.',
      'In het Algemeen Overleg (AO) zei het lid Verzinsel (VVV) dat.',
      'De Tweede Kamer der Staten-Generaal en de Minister voor Verzinsels.',
      'Samen verzinnen (SV) helpt.',
      'Zie www.vzn.nl, VZN-breed of post@VZN.example.',
    ]) {
      assert.deepEqual(organisations(text), [], text)
    }
  })

  it('a known one is found in all its spellings, surely, and one that can be a word only for a person', () => {
    assert.deepEqual(organisations('Het ministerie van Verzinsels zoekt. VZN vindt.'), [
      'Ministerie van Verzinsels 2',
    ])
    assert.deepEqual(organisations('De raad zoekt.'), ['Raad voor Bedenksels? 1'])
  })

  it('a short name in brackets stands for the words before it, and from there on alone', () => {
    const text = 'Ook het Landelijk Verbond voor Verhalen (LVV) zoekt. Het LVV vindt, het LVX niet.'
    const [found, ...others] = findOrganisations(text, names)
    assert.deepEqual([found?.name, others], ['Landelijk Verbond voor Verhalen', []])
    const places = [found?.span, ...(found?.also ?? [])].map((at) => text.slice(at?.start, at?.end))
    assert.deepEqual(places, ['Landelijk Verbond voor Verhalen (LVV)', 'LVV'])
    assert.equal(found?.uncertain, true)
  })

  it('what is called as organisations are is found, and two that are named together are two', () => {
    assert.deepEqual(organisations('De Universiteit Verzonne en de Hogeschool Bedacht.'), [
      'Universiteit Verzonne? 1',
      'Hogeschool Bedacht? 1',
    ])
  })

  it('programmes: known, in quotes, by their kind, by their short name and in a list', () => {
    assert.deepEqual(programmes('Het programma Samen verzinnen en «Samen verzinnen».'), [
      'Samen verzinnen 2',
    ])
    assert.deepEqual(programmes('De pilot «Anders kijken» en het actieplan Verder Zoeken.'), [
      'Anders kijken? 1',
      'Verder Zoeken? 1',
    ])
    assert.deepEqual(
      programmes('Een programma voor het stelsel van verzinsels (PSV). Het PSV gaat door.'),
      ['PSV? 2'],
    )
    assert.deepEqual(
      programmes('Er zijn programma’s ingezet zoals mooie wijken en Samen verzinnen.'),
      ['mooie wijken? 1', 'Samen verzinnen 1'],
    )
  })

  it('the names that are known have their sources, and no two are written the same', () => {
    const folder = new URL('../../../knowledge', import.meta.url).pathname
    assert.deepEqual(checkNames(folder), [])
    assert.ok(checkNames('/nowhere').length > 0)
    const paper = readPaper(
      bytes(aLetter().replace('overleg van', 'overleg bij het OM van')),
      loadNames(folder),
    )
    const [named] = paper.organisations
    assert.equal(paper.text.slice(named?.span.start, named?.span.end), 'OM')
  })
})

it('an answer as it is published goes by its number among the annexes', () => {
  const paper = read(
    [
      'Tweede Kamer der Staten-Generaal',
      ...['Vergaderjaar 2031–2032', 'Aanhangsel van de Handelingen'],
      'Vragen gesteld door de leden der Kamer, met de daarop door de regering gegeven antwoorden',
      ...[
        '3349',
        'Vragen van de leden Verzinsel en Bedenksel (allen PvV) aan de Minister voor Verzinsels over verzinsels (ingezonden 26 mei 2032).',
      ],
      ...[
        'Antwoord van Minister Van Fantasie (Verzinsels) (ontvangen 30 juni 2032).',
        'Vraag 1',
        'X?',
        'Antwoord 1',
        'Nee.',
      ],
    ].join('\n'),
  )
  assert.deepEqual(
    [paper.id, paper.kind, paper.date],
    ['ah-tk-20312032-3349', 'antwoord', '2032-06-30'],
  )
  assert.deepEqual([paper.questionLetter?.date, paper.references], ['2032-05-26', []])
})
