import { type Day, parseDay } from './dates.ts'

/** `form`: not eighteen characters in the right places. `check_digit`: the last digit does not follow from the others. */
export type CurpProblem = 'form' | 'check_digit'

/** What is wrong with a CURP as the 30 % list must carry it (LFT 390 Bis I); null if nothing. */
export const curpProblem = (curp: string): CurpProblem | null => {
  if (!FORM.test(curp) || birthOf(curp) === null) return 'form'
  return checkDigit(curp) === Number(curp[17]) ? null : 'check_digit'
}

/** The day of birth a CURP carries: its 17th character is a digit up to 1999 and a letter from 2000 (LFT 362 asks for 15). */
export const birthOf = (curp: string): Day | null => {
  const century = /\d/.test(curp[16] ?? '') ? '19' : '20'
  return parseDay(`${century}${curp.slice(4, 6)}-${curp.slice(6, 8)}-${curp.slice(8, 10)}`)
}

const STATES =
  'AS|BC|BS|CC|CL|CM|CS|CH|DF|DG|GT|GR|HG|JC|MC|MN|MS|NT|NL|OC|PL|QT|QR|SP|SL|SR|TC|TS|TL|VZ|YN|ZS|NE'
const FORM = new RegExp(`^[A-Z][AEIOUX][A-Z]{2}\\d{6}[HMX](${STATES})[B-DF-HJ-NP-TV-ZX]{3}[0-9A-Z]\\d$`)

const ORDER = '0123456789ABCDEFGHIJKLMNÑOPQRSTUVWXYZ'

/** The registry's own check digit; known and not read, so that a mismatch only asks to look again. */
const checkDigit = (curp: string): number => {
  let sum = 0
  for (let at = 0; at < 17; at++) sum += ORDER.indexOf(curp[at]!) * (18 - at)
  return (10 - (sum % 10)) % 10
}
