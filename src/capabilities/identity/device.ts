/** A device as its owner would describe it. Never the whole text that the browser sends. */
export type Device = {
  readonly browser: 'Firefox' | 'Edge' | 'Chrome' | 'Safari' | 'other'
  readonly system:
    | 'Android'
    | 'iPhone'
    | 'iPad'
    | 'Windows'
    | 'Mac'
    | 'Chromebook'
    | 'Linux'
    | 'other'
}

// Order matters: Edge also says Chrome, and Chrome also says Safari.
const browsers: readonly [RegExp, Device['browser']][] = [
  [/Firefox\/|FxiOS\//, 'Firefox'],
  [/Edg(e|A|iOS)?\//, 'Edge'],
  [/Chrom(e|ium)\/|CriOS\//, 'Chrome'],
  [/Safari\//, 'Safari'],
]
const systems: readonly [RegExp, Device['system']][] = [
  [/Android/, 'Android'],
  [/iPhone/, 'iPhone'],
  [/iPad/, 'iPad'],
  [/Windows/, 'Windows'],
  [/Macintosh/, 'Mac'],
  [/CrOS/, 'Chromebook'],
  [/Linux/, 'Linux'],
]

export function deviceFrom(userAgent: string): Device {
  const text = userAgent.slice(0, 500)
  return {
    browser: browsers.find(([pattern]) => pattern.test(text))?.[1] ?? 'other',
    system: systems.find(([pattern]) => pattern.test(text))?.[1] ?? 'other',
  }
}
