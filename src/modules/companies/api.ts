import { implement } from '@orpc/server'
import type { Call } from '#platform/http/call.ts'
import { common } from '#platform/http/refusal.ts'
import { companiesContract } from './contract.ts'
import { sectors, states } from './store.places.ts'
import { findCatalogue, findPlant, findPlants, keepPlant } from './store.ts'

const os = implement(companiesContract).$context<Call>()

export const companiesHandlers = os.router({
  catalogue: os.catalogue.handler(({ input: { text }, context: { tx } }) => findCatalogue(tx, text ?? '')),
  states: os.states.handler(() => states.map(({ code, name, timeZone }) => ({ code, name, timeZone }))),
  sectors: os.sectors.handler(() => sectors.map(({ code, es, en }) => ({ code, es, en }))),
  plants: os.plants.handler(({ context: { tx, actor } }) => findPlants(tx, actor)),
  plant: os.plant.handler(async ({ input: { id }, context: { tx, actor } }) => {
    const plant = await findPlant(tx, actor, id)
    if (!plant) throw common.refuse('missing')
    return plant
  }),
  keepPlant: os.keepPlant.handler(({ input, context: { tx, actor } }) => keepPlant(tx, actor, input)),
})
