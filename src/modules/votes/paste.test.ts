import { expect, test } from 'vitest'
import { candidatesFrom, linesOf } from './rules.paste.ts'

let n = 0
const newId = () => `${++n}`
test('candidates are read with their post, and alternates apart', () => {
  expect(
    candidatesFrom('Finanzas, Leo Gil, H\nFinanzas, Ada Sol, M, suplente\nsin nombre', false, newId),
  ).toMatchObject([
    { post: 'Finanzas', name: 'Leo Gil', sex: 'man', alternate: false },
    { name: 'Ada Sol', sex: 'woman', alternate: true },
  ])
})

test.each([true, false])('candidates written out and read again are the same (English %s)', (english) => {
  const lines = english
    ? 'Finance, Leo Gil, M\nFinance, Ada Sol, W, alternate\nActs, Noa Paz, X'
    : 'Finanzas, Leo Gil, H\nFinanzas, Ada Sol, M, suplente\nActas, Noa Paz, X'
  expect(linesOf(candidatesFrom(lines, english, newId), english)).toBe(lines)
})
