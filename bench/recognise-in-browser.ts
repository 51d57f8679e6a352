import {
  type Lexicon,
  prepareLexicon,
  type Recogniser,
  recognise,
} from '../src/capabilities/recognition/recognise.ts'

// Runs in a browser, for recognition-speed.ts: the same module that reads while somebody types.

type Given = { readonly lexicon: Lexicon; readonly texts: readonly string[] }

/** Milliseconds per text, the best of three runs; the clock of a browser is coarse, so runs are bundled. */
function measure({ lexicon, texts }: Given): number[] {
  const recogniser: Recogniser = prepareLexicon(lexicon)
  const bundle = 10
  const once = (text: string) => {
    const start = performance.now()
    for (let run = 0; run < bundle; run++) recognise(recogniser, text, lexicon.language)
    return (performance.now() - start) / bundle
  }
  for (const text of texts.slice(0, 50)) once(text)
  return texts.map((text) => Math.min(once(text), once(text), once(text)))
}

Object.assign(globalThis, { measure })
