import * as z from 'zod'
import { everyone, leadership, union } from '#platform/access/roles.ts'
import { operation } from '#platform/http/operation.ts'
import { CataloguePlant, Plant, PlantId, StateCode } from './schema.ts'

/** The public catalogue of plants, and the organization's own. */
export const companiesContract = {
  catalogue: operation({ may: everyone }, 'GET', '/companies/catalogue')
    .input(z.strictObject({ text: z.string().max(80).optional() }))
    .output(z.array(CataloguePlant)),
  states: operation({ may: everyone }, 'GET', '/companies/states').output(
    z.array(z.strictObject({ code: StateCode, name: z.string(), timeZone: z.string() })),
  ),
  sectors: operation({ may: everyone }, 'GET', '/companies/sectors').output(
    z.array(z.strictObject({ code: z.string(), es: z.string(), en: z.string() })),
  ),
  plants: operation({ may: union }, 'GET', '/companies/plants').output(z.array(Plant)),
  plant: operation({ may: union }, 'GET', '/companies/plants/{id}')
    .input(z.strictObject({ id: PlantId }))
    .output(Plant),
  keepPlant: operation({ may: leadership }, 'PUT', '/companies/plants/{id}').input(Plant).output(Plant),
}
