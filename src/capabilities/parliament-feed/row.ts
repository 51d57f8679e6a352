import { z } from 'zod'
import type { SourceName } from './source.ts'
import { dayIn } from './stamp.ts'

/** What we keep of a row; everything else that the House publishes is let go unread. */
export type Facts = {
  matters: {
    readonly number: string
    readonly kind: string
    readonly subject: string
    readonly finished: boolean
    /** what the government advised the House on a motion, in the words of the House */
    readonly advice: string | undefined
    /** as printed: `29911`, `36600-VI` */
    readonly dossiers: readonly string[]
  }
  documents: {
    readonly number: string
    readonly kind: string
    readonly subject: string
    /** under which the government publishes it, such as `kst-29240-120` */
    readonly reference: string | undefined
  }
  decisions: { readonly kind: string; readonly text: string }
  commitments: {
    readonly number: string
    readonly text: string
    readonly status: string
    readonly ministry: string
    /** matters in which the House says that it was kept */
    readonly keptIn: readonly string[]
  }
}
export type AnyFacts = Facts[SourceName]

/** A row that could be read. */
export type Kept = {
  readonly facts: AnyFacts
  /** ids of the matters to which it belongs */
  readonly matters: readonly string[]
  /** ISO date */
  readonly onDay: string | undefined
}

const text = z.string().trim().min(1)
const perhaps = z.string().nullish()
const id = z.guid()
const ofMatters = z.array(z.looseObject({ Id: id })).default([])

const Matter = z
  .looseObject({
    Nummer: text,
    Soort: text,
    Titel: perhaps,
    Onderwerp: perhaps,
    GestartOp: perhaps,
    Afgedaan: z.boolean().nullish(),
    Kabinetsappreciatie: perhaps,
    Kamerstukdossier: z
      .array(z.looseObject({ Nummer: z.number().int().nullish(), Toevoeging: perhaps }))
      .default([]),
  })
  .transform((row): Kept => {
    const dossiers = row.Kamerstukdossier.flatMap(({ Nummer, Toevoeging }) =>
      Nummer ? [Toevoeging ? `${Nummer}-${Toevoeging}` : String(Nummer)] : [],
    )
    return {
      facts: {
        number: row.Nummer,
        kind: row.Soort,
        subject: row.Onderwerp?.trim() || row.Titel?.trim() || row.Nummer,
        finished: row.Afgedaan ?? false,
        advice: row.Kabinetsappreciatie ?? undefined,
        dossiers: [...new Set(dossiers)].toSorted(),
      },
      matters: [],
      onDay: dayIn(row.GestartOp),
    }
  })

const PaperDocument = z
  .looseObject({
    DocumentNummer: text,
    Soort: text,
    Onderwerp: perhaps,
    Datum: perhaps,
    Aanhangselnummer: perhaps,
    Zaak: ofMatters,
    HuidigeDocumentVersie: z.looseObject({ ExterneIdentifier: perhaps }).nullish(),
  })
  .transform(
    (row): Kept => ({
      facts: {
        number: row.DocumentNummer,
        kind: row.Soort,
        subject: row.Onderwerp?.trim() || row.DocumentNummer,
        reference:
          row.HuidigeDocumentVersie?.ExterneIdentifier ?? appendixReference(row.Aanhangselnummer),
      },
      matters: row.Zaak.map((one) => one.Id),
      onDay: dayIn(row.Datum),
    }),
  )

const Decision = z
  .looseObject({ BesluitSoort: text, BesluitTekst: perhaps, Zaak: ofMatters })
  .transform(
    (row): Kept => ({
      facts: { kind: row.BesluitSoort, text: row.BesluitTekst?.trim() || row.BesluitSoort },
      matters: row.Zaak.map((one) => one.Id),
      onDay: undefined,
    }),
  )

/** Fields of the feed: each a list, because the House repeats some. */
const Commitment = z
  .looseObject({
    nummer: z.tuple([text], text),
    tekst: z.tuple([text], text),
    status: z.array(z.string()).default([]),
    ministerie: z.array(z.string()).default([]),
    kamerbriefNakoming: z.array(z.string()).default([]),
    datum: z.array(z.string()).default([]),
  })
  .transform(
    (row): Kept => ({
      facts: {
        number: row.nummer[0],
        text: row.tekst[0],
        status: row.status[0] ?? '',
        ministry: row.ministerie[0] ?? '',
        keptIn: [...new Set(row.kamerbriefNakoming)],
      },
      matters: [],
      onDay: dayIn(row.datum[0]),
    }),
  )

const shapes: Readonly<Record<SourceName, z.ZodType<Kept>>> = {
  matters: Matter,
  documents: PaperDocument,
  decisions: Decision,
  commitments: Commitment,
}

/** What we keep of a row, or the names of the fields that were not as we know them. */
export function readRow(name: SourceName, row: unknown): Kept | { readonly wrong: string } {
  const read = shapes[name].safeParse(row)
  if (read.success) return read.data
  const fields = read.error.issues.map(({ path }) => String(path[0] ?? '?'))
  return { wrong: [...new Set(fields)].join(', ').slice(0, 200) }
}

/**
 * `242501639` is number 1639 in the appendix of 2024-2025. source: recorded answers of the House beside the same
 * papers at officielebekendmakingen.nl.
 */
function appendixReference(printed: string | null | undefined): string | undefined {
  const [, from = '', to = '', number = ''] = /^(\d{2})(\d{2})(\d{5})$/.exec(printed ?? '') ?? []
  return Number(to) === (Number(from) + 1) % 100 && Number(number) > 0
    ? `ah-tk-20${from}20${to}-${Number(number)}`
    : undefined
}
