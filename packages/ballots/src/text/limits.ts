import type { Text } from './language.ts'

/** What no verification of an archive can tell, said on every report of a sound one. */
export const limits: readonly Text[] = [
  {
    es: 'Que cada credencial llegó a la persona con derecho a votar, y a nadie más. Eso se revisa con el padrón y con quien las repartió.',
    en: 'That each credential reached the person entitled to vote, and nobody else. That is checked with the roll and with whoever handed them out.',
  },
  {
    es: 'Que cada quien votó sin presión, a solas y sin vender su voto.',
    en: 'That everyone voted without pressure, alone and without selling their vote.',
  },
  {
    es: 'Que el aparato de cada votante cifró lo que esa persona eligió. Eso solo se descubre abriendo boletas de prueba antes de votar.',
    en: "That each voter's device encrypted what that person chose. That is only found out by opening test ballots before voting.",
  },
  {
    es: 'Que los custodios no se juntaron para abrir boletas una por una. Por eso deben ser personas que no se pondrían de acuerdo.',
    en: 'That the trustees did not join to open ballots one by one. That is why they must be people who would not conspire.',
  },
  {
    es: 'Que todos vean este mismo archivo, y que no falte una boleta que alguien sí envió. Cada votante debe buscar su clave de seguimiento, y los observadores deben comparar sus copias y el último suceso.',
    en: 'That everyone sees this same archive, and that no ballot is missing that someone did cast. Each voter should look for their tracker, and observers should compare their copies and the last event.',
  },
  {
    es: 'En grupos muy pequeños, o si todos votan igual, el resultado mismo deja saber cómo votó cada quien.',
    en: 'In very small groups, or if everyone votes alike, the result itself tells how each person voted.',
  },
]
