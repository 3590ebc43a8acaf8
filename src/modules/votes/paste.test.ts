import { expect, test } from 'vitest'
import { candidatesFrom, votersFrom } from './rules.paste.ts'

let n = 0
const newId = () => `${++n}`
const where = { mode: 'paper' as const, tableId: null }

test('a line without a name is counted and left out, and the heading is not somebody', () => {
  const { voters, bad } = votersFrom(
    'Nombre\tCURP\n\tXXXX\nEma Cruz\tCUXE800101\t\tPintura\tM\n',
    where,
    false,
    newId,
  )
  expect(bad).toBe(1)
  expect(voters).toMatchObject([
    { name: 'Ema Cruz', identifier: 'CUXE800101', phone: null, section: 'Pintura', sex: 'woman' },
  ])
})

test('M is a woman in a Spanish list and a man in an English one', () => {
  expect(votersFrom('Luz,,,,M', where, false, newId).voters[0]!.sex).toBe('woman')
  expect(votersFrom('Lee;;;;M', where, true, newId).voters[0]!.sex).toBe('man')
})

test('who votes remotely with a telephone receives their credential by it', () => {
  const remote = { mode: 'remote' as const, tableId: null }
  const { voters } = votersFrom('Luz,,4771234567\nEma', remote, false, newId)
  expect(voters.map(({ credentialBy }) => credentialBy)).toEqual(['phone', 'hand'])
})

test('candidates are read with their post, and alternates apart', () => {
  expect(
    candidatesFrom('Finanzas, Leo Gil, H\nFinanzas, Ada Sol, M, suplente\nsin nombre', false, newId),
  ).toMatchObject([
    { post: 'Finanzas', name: 'Leo Gil', sex: 'man', alternate: false },
    { name: 'Ada Sol', sex: 'woman', alternate: true },
  ])
})
