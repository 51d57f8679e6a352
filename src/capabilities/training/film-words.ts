import { openJson, sealJson } from '#platform/crypto.ts'
import { type Keyring, openRecordKey, sealRecord } from '#platform/keyring.ts'
import type { Work } from '#platform/work.ts'
import type { FilmQuestion } from './film.ts'

type Row = { readonly id: string; readonly wrapped_key: Buffer }

const contextOf = (id: string): string => `training-film:${id}`

/** The words of a request, sealed with a key of their own. */
export async function sealQuestion(
  work: Work,
  keyring: Keyring,
  id: string,
  question: FilmQuestion,
): Promise<{ wrapped_key: Buffer; content: Buffer }> {
  const sealed = sealRecord(await keyring.keyOf(work), contextOf(id), question)
  return { wrapped_key: sealed.wrappedKey, content: sealed.sealed }
}

/** What was answered, sealed with the key of its request. */
export async function sealAnswer(
  work: Work,
  keyring: Keyring,
  row: Row,
  words: string,
): Promise<Buffer> {
  return sealJson(await keyOf(work, keyring, row), words, `${contextOf(row.id)}:answer`)
}

export async function openFilmWords(
  work: Work,
  keyring: Keyring,
  row: Row & { readonly content: Buffer; readonly answer: Buffer | null },
): Promise<{ readonly question: FilmQuestion; readonly words: string | undefined }> {
  const key = await keyOf(work, keyring, row)
  return {
    question: openJson<FilmQuestion>(key, row.content, contextOf(row.id)),
    words: row.answer
      ? openJson<string>(key, row.answer, `${contextOf(row.id)}:answer`)
      : undefined,
  }
}

const keyOf = async (work: Work, keyring: Keyring, { id, wrapped_key }: Row): Promise<Buffer> =>
  openRecordKey(await keyring.keyOf(work), contextOf(id), wrapped_key)
