// Plain JavaScript, served as it is: the page it leaves is blank before the next one arrives.
const link = document.querySelector('[data-quick-exit]')
let pressed = Number.NEGATIVE_INFINITY

function leave(event) {
  event.preventDefault()
  document.documentElement.hidden = true
  document.title = ' '
  location.replace(link.href)
}

link?.addEventListener('click', leave)

// Esc twice within a second: once alone closes an explanation.
addEventListener('keydown', (event) => {
  if (!link || event.key !== 'Escape') return
  if (event.timeStamp - pressed < 1000) leave(event)
  pressed = event.timeStamp
})

// Back from elsewhere the browser may show its kept copy: ask for the page anew instead.
addEventListener('pageshow', (event) => {
  if (event.persisted) location.reload()
})
