import { button, element } from './element.ts'
import type { PageText } from './texts.ts'

/** Asks for the archive, and for an earlier copy where there is one. The archive may be dropped anywhere on it. */
export const chooser = (
  says: (name: PageText) => string,
  onFiles: (file: File, earlier: File | undefined) => void,
): HTMLElement => {
  const archive = fileInput('archive')
  const earlier = fileInput('earlier')
  const start = button(says('check'), () => {
    const file = archive.files?.[0]
    if (file) onFiles(file, earlier.files?.[0])
  })
  start.className = 'start'
  start.disabled = true
  archive.onchange = () => {
    start.disabled = !archive.files?.length
  }
  const drop = element('label', { className: 'drop' }, element('span', {}, says('choose')), archive)
  drop.ondragover = (event) => event.preventDefault()
  drop.ondrop = (event) => {
    event.preventDefault()
    if (!event.dataTransfer?.files.length) return
    archive.files = event.dataTransfer.files
    start.disabled = false
  }
  return element(
    'div',
    {},
    drop,
    element('label', { className: 'earlier' }, element('span', {}, says('earlier')), earlier),
    start,
  )
}

const fileInput = (name: string): HTMLInputElement => {
  const input = element('input', {})
  input.type = 'file'
  input.name = name
  return input
}
