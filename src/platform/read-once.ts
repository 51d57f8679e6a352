/**
 * Reads a folder of ours once, for as long as the program runs: an edition changes with an update, not under our
 * hands. What else is given comes out of the same folder. A reading that failed is not remembered.
 */
export function readOnce<Given extends readonly unknown[], Found>(
  read: (folder: string, ...given: Given) => Found,
): (folder: string, ...given: Given) => Found {
  const before = new Map<string, Found>()
  return (folder, ...given) => {
    const known = before.get(folder)
    if (known !== undefined) return known
    const found = read(folder, ...given)
    before.set(folder, found)
    return found
  }
}
