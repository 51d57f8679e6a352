// Runs where the page has a part marked data-passkey: asks the server, then the device, then answers.
// The library before this module in the same file puts itself on globalThis.
const { browserSupportsWebAuthn, startAuthentication, startRegistration } =
  globalThis.SimpleWebAuthnBrowser

async function send(address, body) {
  const response = await fetch(address, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', Accept: 'application/json' },
    body: JSON.stringify(body),
  })
  const answer = await response.json().catch(() => ({}))
  return response.ok ? answer : { error: answer.error ?? '' }
}

function prepare(part) {
  const { ask, answer, kind, back, cancelled, busy, unsupported } = part.dataset
  const button = part.querySelector('button')
  const message = part.querySelector('[role="status"]')
  if (!browserSupportsWebAuthn()) {
    message.textContent = unsupported
    return
  }
  message.textContent = ''
  button.parentElement.hidden = false
  button.addEventListener('click', async () => {
    button.disabled = true
    message.textContent = busy
    const result = await prove().catch(() => ({ error: cancelled }))
    if (result.to) return location.assign(result.to)
    button.disabled = false
    message.textContent = result.error || cancelled
    button.focus()
  })

  async function prove() {
    const asked = await send(ask, {})
    if (!asked.options) return asked
    const start = kind === 'create' ? startRegistration : startAuthentication
    const response = await start({ optionsJSON: asked.options })
    return send(answer, { response, back })
  }
}

for (const part of document.querySelectorAll('[data-passkey]')) prepare(part)
