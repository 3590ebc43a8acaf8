import { describe, expect, it } from 'vitest'
import { reasons } from '../src/reasons.ts'
import { reasonTexts } from '../src/text/reasons.ts'
import { archiveCases } from './archive-cases.ts'
import { makingCases } from './making-cases.ts'

const cases = { ...archiveCases, ...makingCases }

describe('the list of reasons', () => {
  it('is closed: no case without a reason, no reason without a case', () => {
    expect(Object.keys(cases).sort()).toEqual([...reasons].sort())
  })

  it.each(reasons)('has %s, which happens', async (reason) => {
    expect((await cases[reason]()).reason).toBe(reason)
  })

  it('has a sentence for each in both languages, and no two alike', () => {
    for (const language of ['es', 'en'] as const) {
      const sentences = reasons.map((reason) => reasonTexts[reason][language])
      expect(new Set(sentences).size).toBe(reasons.length)
      for (const sentence of sentences) expect(sentence).toMatch(/^[\p{Lu}¿].{10,}[.)]$/u)
    }
  })
})
