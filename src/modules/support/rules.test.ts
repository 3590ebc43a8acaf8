import { expect, test } from 'vitest'
import { answersShown } from './rules.ts'

const lifts = [0, 1, 2, 3, 4]
const shown = (people: number, lift: number) =>
  answersShown([
    { question: 'lgbtq', answer: 'no', people: 20, lift: 0 },
    { question: 'lgbtq', answer: 'yes', people, lift },
  ]).find(({ answer }) => answer === 'yes')!.people

test('answers about oneself are shown in fives, and come out right over many activities', () => {
  for (let people = 0; people < 40; people++) {
    const all = lifts.map((lift) => shown(people, lift))
    expect(all.every((one) => one % 5 === 0)).toBe(true)
    expect(all.reduce((sum, one) => sum + one, 0) / 5).toBe(people)
  }
})

test('adding answers of one’s own does not tell whether one other person gave that answer', () => {
  for (let own = 0; own < 30; own++) {
    const same = lifts.filter((lift) => shown(own, lift) === shown(own + 1, lift))
    expect(same).toHaveLength(4)
  }
})

test('nothing of a question that fewer than ten answered, and every answer of one that is shown', () => {
  expect(answersShown([{ question: 'migrant', answer: 'no', people: 9, lift: 4 }])).toEqual([])
  expect(answersShown([{ question: 'migrant', answer: 'no', people: 10, lift: 0 }])).toEqual([
    { question: 'migrant', answer: 'yes', people: 0 },
    { question: 'migrant', answer: 'no', people: 10 },
    { question: 'migrant', answer: 'no_say', people: 0 },
  ])
})
