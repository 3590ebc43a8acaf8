import type { Dice } from '#platform/text/dice.ts'
import type { AgeBand, Sex } from './schema.ts'

const listed = (text: string): readonly string[] => text.split(',').map((word) => word.trim())

// Nobody real: the commonest given names and surnames of Mexico, put together by dice.
const given = {
  woman:
    listed(`María Guadalupe, Juana, Verónica, Rosa María, Leticia, Adriana, Norma Angélica, Claudia, Patricia, Brenda,
    Yolanda, Ana Karen, Fabiola, Maricela, Griselda, Beatriz, Alma Delia, Esmeralda, Perla, Mónica, Martha Elena, Ofelia,
    Xóchitl, Lizbeth, Dulce María, Araceli, Concepción, Jazmín, Nayeli, Irma`),
  man: listed(`José Luis, Juan Carlos, Francisco Javier, Miguel Ángel, José de Jesús, Martín, Óscar, Raúl, Héctor, Iván,
    Gerardo, Víctor Hugo, Rubén, Adrián, Fernando, Ulises, Ramón, Édgar, Moisés, Christian, Jorge Alberto, Efraín, Noé,
    Saúl, Antonio, Luis Fernando, Julio César, Tomás, Ernesto, Alejandro`),
}
const surnames =
  listed(`Hernández, García, Martínez, López, González, Rodríguez, Pérez, Sánchez, Ramírez, Flores, Gómez,
  Torres, Rangel, Gutiérrez, Mendoza, Aguilar, Ortiz, Moreno, Castillo, Romero, Álvarez, Ruiz, Chávez, Rivera, Juárez,
  Domínguez, Vázquez, Velázquez, Guzmán, Medina, Ibarra, Zavala, Núñez, Peña, Cárdenas, Ríos, Mejía, Lozano, Araiza, Yáñez`)
const nicknames = {
  woman:
    listed(`la güera, la Lupe, doña Mari, la maestra, Lety, la flaca, la china, la Vero, la de los lentes, Paty,
    la seño Rosa, la jefa de línea, la nueva, Yoli, la morena, Clau, la comadre, la Brenda, la alta, Fabi`),
  man: listed(`el flaco, Chuy, don Beto, el güero, Paco, el compa de la gorra, Memo, el Pelón, Toño, el profe, Nacho,
    el montacarguista, Lalo, don Ramón, el chino, Rulo, el de la moto, Pancho, el Oso, Kike`),
}

/** Somebody made up: a name of two surnames, and how an organizer calls them. */
export type MadeUp = { sex: Sex; ageBand: AgeBand; name: string; nickname: string; phone: string }

export const madeUpPerson = (dice: Dice): MadeUp => {
  const sex: 'woman' | 'man' = dice.chance(0.58) ? 'woman' : 'man'
  const ages = [
    ['15-29', 42],
    ['30-44', 40],
    ['45-59', 16],
    ['60+', 2],
  ] as const
  return {
    sex,
    ageBand: dice.weighted<AgeBand>(ages),
    name: `${dice.pick(given[sex])} ${dice.pick(surnames)} ${dice.pick(surnames)}`,
    nickname: dice.pick(nicknames[sex]),
    phone: madeUpPhone(dice),
  }
}

/**
 * Ten digits as people write them, which ring nowhere: 472 is Silao's area, and after an area code no number of Mexico begins
 * with 0 (ITU, National Numbering Plan of Mexico, communication of 12.V.2015: "c, d <> 0").
 */
const madeUpPhone = (dice: Dice): string => {
  const digits = `472 0${dice.between(10, 99)} ${String(dice.between(0, 9_999)).padStart(4, '0')}`
  return dice.weighted([
    [digits, 6],
    [`+52 ${digits}`, 2],
    [digits.replaceAll(' ', ''), 2],
  ])
}

/** A handle nobody else of the list has: "la güera de Moldeo", and where there are two, "la güera de Moldeo 2". */
export const handlesFor = () => {
  const used = new Map<string, number>()
  return (nickname: string, place: string): string => {
    const handle = `${nickname} de ${place}`
    const before = used.get(handle) ?? 0
    used.set(handle, before + 1)
    return before === 0 ? handle : `${handle} ${before + 1}`
  }
}
