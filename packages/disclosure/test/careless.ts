import type { Cell, PublicationSpec } from '../src/publication.ts'
import type { PublishedTable } from '../src/table.ts'
import { people, text } from './people.ts'
import { keyOf } from './verdict.ts'

/** A table as published by somebody who hides only what is small. */
export const careless = (spec: PublicationSpec): PublishedTable =>
  ({
    ...spec,
    edition: spec.edition ?? 1,
    cells: spec.cells.map(({ at, value }) => ({
      key: keyOf(at),
      measure: 'people',
      at,
      ...(value > 0 && value < 5 ? { kind: 'hidden' } : { kind: 'shown', value }),
    })),
    statistics: [],
  }) as unknown as PublishedTable

export const cell = (at: Record<string, string>, value: number, more: Partial<Cell> = {}): Cell => ({
  at,
  value,
  organizations: 4,
  ...more,
})

export const base = { population: 'p', title: text('t'), tier: 1 as const, measures: [people] }
