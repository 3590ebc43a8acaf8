import type { PlaceRefusal } from '../places.ts'
import type { PlanRefusal } from '../plan.ts'
import type { Text } from '../rule.ts'
import { sayWhen } from '../say.ts'

/** Why a plan was refused and what to do about it: dates as ISO 8601, places by INEGI code or name, hours where LFT 716 counts them. */
export const refusalSentence = (refusal: PlanRefusal | PlaceRefusal): Text => {
  switch (refusal.refusal) {
    case 'unknown-procedure':
      return {
        es: `No existe el procedimiento «${refusal.procedure}». Use uno de estos: ${refusal.known.join(', ')}.`,
        en: `There is no procedure “${refusal.procedure}”. Use one of these: ${refusal.known.join(', ')}.`,
      }
    case 'unknown-event':
      return {
        es: `Este procedimiento no tiene el hecho «${refusal.event}». Use uno de estos: ${refusal.known.join(', ')}.`,
        en: `This procedure has no event “${refusal.event}”. Use one of these: ${refusal.known.join(', ')}.`,
      }
    case 'unknown-answer':
      return {
        es: `Este procedimiento no pregunta «${refusal.answer}». ${refusal.known.length > 0 ? `Pregunta: ${refusal.known.join(', ')}.` : 'No pregunta nada.'}`,
        en: `This procedure does not ask “${refusal.answer}”. ${refusal.known.length > 0 ? `It asks: ${refusal.known.join(', ')}.` : 'It asks nothing.'}`,
      }
    case 'not-a-date':
      return {
        es: `«${refusal.value}» no es una fecha (${refusal.field}). Escríbala como 2026-12-14 o, con hora, 2026-12-14T10:00.`,
        en: `“${refusal.value}” is not a date (${refusal.field}). Write it as 2026-12-14 or, with an hour, 2026-12-14T10:00.`,
      }
    case 'out-of-range':
      return {
        es: `${refusal.value} (${refusal.field}) queda fuera de los calendarios, que van de ${refusal.firstYear} a ${refusal.lastYear}.`,
        en: `${refusal.value} (${refusal.field}) is outside the calendars, which run from ${refusal.firstYear} to ${refusal.lastYear}.`,
      }
    case 'hour-needed':
      return {
        es: `Aquí los plazos se cuentan por horas: diga también la hora de «${refusal.event}», por ejemplo 2026-12-14T10:00.`,
        en: `Terms here are counted in hours: give the hour of “${refusal.event}” too, for example 2026-12-14T10:00.`,
      }
    case 'place-needed':
      return {
        es: `Para «${refusal.event}» hace falta el lugar: diga el estado con su clave INEGI y, si está en la frontera, el municipio.`,
        en: `“${refusal.event}” needs the place: give the state by its INEGI code and, on the border, the municipality.`,
      }
    case 'not-a-distance':
      return {
        es: `La distancia va en kilómetros, por ejemplo 450; «${refusal.value}» no lo es.`,
        en: `The distance goes in kilometers, for example 450; “${refusal.value}” is not one.`,
      }
    case 'unknown-place':
      return {
        es: `No hay estado «${refusal.state}». Use su clave INEGI, de 01 a 32, o su nombre.`,
        en: `There is no state “${refusal.state}”. Use its INEGI code, from 01 to 32, or its name.`,
      }
    case 'unknown-municipality':
      return {
        es: `Aquí no está el municipio «${refusal.municipality}». ${refusal.known.length > 0 ? `Solo están los de hora o salario distintos: ${refusal.known.join(', ')}. Si es otro, quítelo.` : 'En ese estado no hace falta: quítelo.'}`,
        en: `The municipality “${refusal.municipality}” is not here. ${refusal.known.length > 0 ? `Only those with another clock or wage are: ${refusal.known.join(', ')}. If it is another, leave it out.` : 'That state does not need it: leave it out.'}`,
      }
    case 'before-validity':
      return {
        es: `La regla ${refusal.rule} vale desde el ${sayWhen(refusal.validFrom).es}; no se aplica al ${sayWhen(refusal.on).es}. Consulte el texto de entonces.`,
        en: `Rule ${refusal.rule} holds from ${sayWhen(refusal.validFrom).en}; it does not apply to ${sayWhen(refusal.on).en}. See the text of that time.`,
      }
    case 'after-validity':
      return {
        es: `La regla ${refusal.rule} dejó de valer${refusal.validTo ? ` el ${sayWhen(refusal.validTo).es}` : ''}; falta cargar la que la sustituye.`,
        en: `Rule ${refusal.rule} stopped holding${refusal.validTo ? ` on ${sayWhen(refusal.validTo).en}` : ''}; the one that replaces it is not loaded.`,
      }
  }
}
