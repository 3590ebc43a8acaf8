import type { FeatureCollection, MultiPolygon, Polygon } from 'geojson'
import { feature } from 'topojson-client'
import type { GeometryCollection, Topology } from 'topojson-specification'
import topology from './data/mexico.topo.json' with { type: 'json' }

/** The 32 states as polygons of longitude and latitude, each with its INEGI code as `id`. */
export const states = (): FeatureCollection<Polygon | MultiPolygon> => {
  const mexico = topology as unknown as Topology<{ states: GeometryCollection }>
  return feature(mexico, mexico.objects.states) as FeatureCollection<Polygon | MultiPolygon>
}

/** The states' short names by INEGI code, as the institute writes them. */
export const shortNames: Readonly<Record<string, string>> = {
  '01': 'Ags.',
  '02': 'BC',
  '03': 'BCS',
  '04': 'Camp.',
  '05': 'Coah.',
  '06': 'Col.',
  '07': 'Chis.',
  '08': 'Chih.',
  '09': 'CDMX',
  '10': 'Dgo.',
  '11': 'Gto.',
  '12': 'Gro.',
  '13': 'Hgo.',
  '14': 'Jal.',
  '15': 'Méx.',
  '16': 'Mich.',
  '17': 'Mor.',
  '18': 'Nay.',
  '19': 'NL',
  '20': 'Oax.',
  '21': 'Pue.',
  '22': 'Qro.',
  '23': 'Q. Roo',
  '24': 'SLP',
  '25': 'Sin.',
  '26': 'Son.',
  '27': 'Tab.',
  '28': 'Tamps.',
  '29': 'Tlax.',
  '30': 'Ver.',
  '31': 'Yuc.',
  '32': 'Zac.',
}

/** States too small to bear a label, and where theirs stands: on the sea beside the coast, longitude and latitude. */
export const aside: Readonly<Record<string, readonly [number, number]>> = {
  '03': [-113.6, 24.3],
  '18': [-108.6, 21.3],
  '01': [-109.3, 20.2],
  '11': [-108.9, 19.2],
  '06': [-107.6, 18.2],
  '15': [-105.3, 17.2],
  '17': [-103.2, 16.1],
  '12': [-101.4, 15.5],
  '22': [-95.6, 24.3],
  '13': [-95.2, 23.4],
  '29': [-94.9, 22.5],
  '09': [-94.6, 21.6],
  '21': [-94.3, 20.7],
  '30': [-94, 19.8],
}
