// What was typed goes from page to page within this tab, and is forgotten as soon as it has arrived.

const name = 'explore'

export function carry(text: string): void {
  try {
    sessionStorage.setItem(name, text)
  } catch {
    // A browser that keeps nothing: the person types it again.
  }
}

export function takeCarried(): string {
  try {
    const text = sessionStorage.getItem(name) ?? ''
    sessionStorage.removeItem(name)
    return text
  } catch {
    return ''
  }
}
