import type { Words } from './schema.ts'

export const electronicModes = ['booth', 'remote'] as const
export type ElectronicMode = (typeof electronicModes)[number]

/** What a way of voting other than on paper needs where the law describes the ballot, and how it can be read. */
export type ModeRule = {
  readonly needsOpinion: boolean
  /** ISO date of `docs/decisions/votes-booths-need-an-opinion.md`. */
  readonly decidedOn: string
  /** The strict reading, which decides, and the other. */
  readonly readings: readonly [Words, Words]
}

/** LFT 371 IX e, 390 Ter II: printed ballots and transparent urns. Data: counsel's answer may turn `needsOpinion` off. */
export const modeRules: Readonly<Record<ElectronicMode, ModeRule>> = {
  booth: {
    needsOpinion: true,
    decidedOn: '2026-11-23',
    readings: [
      {
        es: 'Lectura estricta, la que seguimos: la ley habla de boletas impresas, firmadas al reverso, y urnas transparentes. Una tableta no es ninguna de las dos, aunque esté en la mesa.',
        en: 'Strict reading, which we follow: the law speaks of printed ballots, signed on the back, and transparent urns. A tablet is neither, even at the table.',
      },
      {
        es: 'Otra lectura: la tableta está en la mesa, con la comisión y los representantes delante. Hay lugar seguro, identificación y secreto, que es lo que la ley protege; sólo cambia el soporte.',
        en: 'Other reading: the tablet is at the table, before the commission and the representatives. There is a safe place, identification and secrecy, which is what the law protects; only the medium changes.',
      },
    ],
  },
  remote: {
    needsOpinion: true,
    decidedOn: '2026-11-23',
    readings: [
      {
        es: 'Lectura estricta, la que seguimos: la ley pide lugar, boletas, urnas y presencia. A distancia nadie ve si alguien vota bajo presión.',
        en: 'Strict reading, which we follow: the law asks for a place, ballots, urns and presence. Remotely nobody sees whether somebody votes under pressure.',
      },
      {
        es: 'Otra lectura: la ley no lo prohíbe con palabras y la autoridad ha admitido el voto electrónico cuando se justifica.',
        en: 'Other reading: the law does not forbid it in words, and the authority has admitted electronic voting where it is justified.',
      },
    ],
  },
}
