import { inlines, type Rich } from '../texts.ts'
import { html, type Markup } from './markup.ts'

export const rich = (text: Rich): Markup[] =>
  inlines(text).map((part) => {
    if (typeof part === 'string') return lines(part)
    return 'strong' in part
      ? html`<strong>${lines(part.strong)}</strong>`
      : html`<em>${lines(part.emphasis)}</em>`
  })

const lines = (text: string): Markup =>
  html`${text.split('\n').map((line, at) => html`${at > 0 ? html`<br>` : ''}${line}`)}`
