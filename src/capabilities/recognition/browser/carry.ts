// From the first page to Verken: the text stays in this tab and is never part of a request.
const form = document.querySelector<HTMLFormElement>('form[data-carry]')

form?.addEventListener('submit', (event) => {
  event.preventDefault()
  const typed = new FormData(form).get('text')
  const door = event.submitter as HTMLButtonElement | null
  const place = door?.formAction ?? form.action
  try {
    sessionStorage.setItem('explore', typeof typed === 'string' ? typed : '')
  } catch {
    // A browser that keeps nothing: the person types it again on the next page.
  }
  location.assign(place)
})
