import { foundText } from '../text/found.ts'
import type { Language } from '../text/language.ts'
import { findBallot } from '../verify/find.ts'
import type { Receipt } from '../verify/verified.ts'
import { button, element } from './element.ts'
import type { PageText } from './texts.ts'

/** Lets a voter look for a ballot in the verified archive. */
export const finder = (
  receipts: readonly Receipt[],
  language: Language,
  says: (name: PageText) => string,
): HTMLElement => {
  const code = element('input', {})
  code.name = 'code'
  code.autocomplete = 'off'
  const answer = element('p', { role: 'status' })
  const look = button(says('look'), () => {
    answer.textContent = foundText(findBallot({ receipts }, code.value.trim()), language)
  })
  return element('section', { className: 'finder' }, element('label', {}, says('find'), code), look, answer)
}
