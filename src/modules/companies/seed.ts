import type { Plant, PlantId } from './schema.ts'

/** A plant that does not exist, of a company that does not exist, where many like it stand. */
export const demoPlant = (id: string): Plant => ({
  id: id as PlantId,
  name: 'Planta Cerro Gordo',
  company: 'Sistemas Eléctricos Cerro Gordo',
  city: 'Silao',
  stateCode: '11',
  sector: 'auto_parts',
  timeZone: 'America/Mexico_City',
  catalogueId: null,
})

export const smallDemoPlant = (id: string): Plant => ({
  id: id as PlantId,
  name: 'Taller Las Magnolias',
  company: 'Confecciones Las Magnolias',
  city: 'Moroleón',
  stateCode: '11',
  sector: 'textiles',
  timeZone: 'America/Mexico_City',
  catalogueId: null,
})
