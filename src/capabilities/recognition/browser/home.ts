import { carry, takeCarried } from './carried.ts'

// From the first page to Verken: the text stays in this tab and is never part of a request.

const form = document.querySelector<HTMLFormElement>('form[data-carry]')
const field = form?.querySelector('textarea')

if (form && field) {
  field.autocomplete = 'off'
  field.value ||= takeCarried()
  const carryText = () => carry(field.value)
  document.querySelector('.language-switch')?.addEventListener('click', carryText)
  form.addEventListener('submit', (event) => {
    event.preventDefault()
    carryText()
    const door = event.submitter as HTMLButtonElement | null
    location.assign(door?.formAction ?? form.action)
  })
}
