import fc from 'fast-check'

/**
 * Text of any code points at all, half surrogates left out. As `fc.string({ unit: 'binary' })`, which first makes a
 * list of a million signs in every file that asks for it.
 */
export const anyText = (maxLength: number): fc.Arbitrary<string> =>
  fc
    .array(
      fc.oneof(
        fc.integer({ min: 0, max: 0x7f }),
        fc.integer({ min: 0, max: 0xd7ff }),
        fc.integer({ min: 0xe000, max: 0x10ffff }),
      ),
      { maxLength },
    )
    .map((points) => String.fromCodePoint(...points))
