/**
 * A Mexican telephone number as its ten national digits, from any form people write: +52, 52 1, 044, 045, 01, spaces, dashes,
 * parentheses. `undefined` when it is not one (Plan Técnico Fundamental de Numeración: ten digits, the first from 2 to 9).
 */
export const nationalNumber = (written: string): string | undefined => {
  let digits = written.replaceAll(/[^\d]/g, '')
  if (digits.length > 10) digits = digits.replace(/^(?:00)?52(?:1(?=\d{10}$))?/, '')
  if (digits.length > 10) digits = digits.replace(/^(?:044|045|01|1)(?=\d{10}$)/, '')
  return /^[2-9]\d{9}$/.test(digits) ? digits : undefined
}

/** A click-to-chat address (wa.me) that carries a text but no name. */
export const chatLink = (national: string, text: string): string =>
  `https://wa.me/52${national}?text=${encodeURIComponent(text)}`

/** "55 1234 5678": how the number is read aloud. */
export const spokenNumber = (national: string): string => {
  const area = /^(55|56|33|81)/.test(national) ? 2 : 3
  const rest = national.slice(area)
  return `${national.slice(0, area)} ${rest.slice(0, -4)} ${rest.slice(-4)}`
}
