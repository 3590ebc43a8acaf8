import * as z from 'zod'
import { TimeZone } from '#platform/access/schema.ts'
import { idOf } from '#platform/db/brand.ts'

export const PlantId = idOf('PlantId')
export type PlantId = z.infer<typeof PlantId>
export const CataloguePlantId = idOf('CataloguePlantId')
export type CataloguePlantId = z.infer<typeof CataloguePlantId>

/** INEGI's two-digit code of a state. */
export const StateCode = z.string().regex(/^(0[1-9]|[12]\d|3[0-2])$/)

const text = (most: number) => z.string().trim().min(1).max(most)

/** A plant as the union itself knows it. */
export const Plant = z.strictObject({
  id: PlantId,
  name: text(120),
  company: text(120),
  city: text(80),
  stateCode: StateCode,
  sector: text(60),
  timeZone: TimeZone,
  catalogueId: CataloguePlantId.nullable(),
})
export type Plant = z.infer<typeof Plant>

/** A plant of the public catalogue, with where it was read. */
export const CataloguePlant = z.strictObject({
  id: CataloguePlantId,
  company: z.string(),
  parent: z.string(),
  name: z.string(),
  city: z.string(),
  stateCode: z.string().nullable(),
  sector: z.string(),
  unionName: z.string(),
  independent: z.string(),
  source: z.string(),
  asOfYear: z.number().int().nullable(),
})
export type CataloguePlant = z.infer<typeof CataloguePlant>
