/** Columns as wide as their widest cell; numbers to the right. */
export function printTable(title: string, rows: readonly Readonly<Record<string, string>>[]): void {
  const names = [...new Set(rows.flatMap((row) => Object.keys(row)))]
  const width = (name: string) =>
    Math.max(name.length, ...rows.map((row) => (row[name] ?? '').length))
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`
  const fit = (name: string, text: string) =>
    /^[\d.,]/.test(text) ? text.padStart(width(name)) : text.padEnd(width(name))
  console.log(`\n## ${title}\n`)
  console.log(line(names.map((name) => name.padEnd(width(name)))))
  console.log(line(names.map((name) => '-'.repeat(width(name)))))
  for (const row of rows) console.log(line(names.map((name) => fit(name, row[name] ?? ''))))
}

export const say = (text: string): void => console.log(text)

/** Progress goes beside the tables, so that a run can be kept as a file. */
export const whisper = (text: string): void => console.error(`… ${text}`)

export const whole = (value: number): string => Math.round(value).toString()
export const ms = (value: number): string => (value < 10 ? value.toFixed(2) : value.toFixed(1))
export const ratio = (value: number): string => `${value.toFixed(2)}×`
export const kilobytes = (bytes: number): string => (bytes / 1000).toFixed(1)

export type Aim = { readonly aim: string; readonly found: string; readonly met: boolean }

export const printAims = (title: string, aims: readonly Aim[]): void =>
  printTable(
    title,
    aims.map(({ aim, found, met }) => ({ aim, found, '': met ? 'met' : 'falls short' })),
  )
