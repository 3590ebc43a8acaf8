import { texts } from '#ui/language.tsx'

/** The access log: who opened, exported or changed what, and whether its chain is whole. */
export const logTexts = texts(
  {
    logLead:
      'Quién abrió, exportó o cambió qué. No guarda contenidos. Cada cinco minutos se sella en cadena: si alguien borra o cambia una línea, se nota.',
    logSound: (batches: number) =>
      batches === 0
        ? 'Todavía no hay sellos: el primero se pone a los cinco minutos.'
        : `La cadena está completa: ${batches === 1 ? '1 sello revisado' : `${batches} sellos revisados`}.`,
    logBroken: (batch: number) => `La cadena se rompe en el sello ${batch}: alguien cambió o quitó líneas.`,
    logHead: 'Último sello (cópialo en el acta para comparar después)',
    refused: 'no se permitió',
    people: (people: number) => (people === 1 ? '1 persona' : `${people} personas`),
    notSealed: 'por sellar',
    more: 'Ver más',
    when: 'Cuándo',
    who: 'Quién',
    server: 'El servidor',
    what: 'Qué',
  },
  {
    logLead:
      'Who opened, exported or changed what. It keeps no content. Every five minutes it is sealed in a chain: if somebody removes or changes a line, it shows.',
    logSound: (batches: number) =>
      batches === 0
        ? 'There are no seals yet: the first comes after five minutes.'
        : `The chain is whole: ${batches === 1 ? '1 seal' : `${batches} seals`} checked.`,
    logBroken: (batch: number) => `The chain breaks at seal ${batch}: somebody changed or removed lines.`,
    logHead: 'Latest seal (copy it into the minutes to compare later)',
    refused: 'not allowed',
    people: (people: number) => (people === 1 ? '1 person' : `${people} people`),
    notSealed: 'to be sealed',
    more: 'See more',
    when: 'When',
    who: 'Who',
    server: 'The server',
    what: 'What',
  },
)

/** What the log says of each act, by its verb, or by its verb and what it was done to. */
export const accessActs = texts(
  {
    refused: 'intentó algo que su función no permite',
    join: 'entró al equipo',
    invite: 'invitó a alguien',
    'cancel invitation': 'canceló una invitación',
    rescue: 'entró por invitación de quien administra el servidor',
    recover: 'devolvió el acceso a alguien',
    role: 'cambió la función de alguien',
    alias: 'cambió cómo se ve a alguien del equipo',
    vouch: 'dijo que conoce a alguien del equipo',
    assign: 'cambió listas',
    end: 'cerró el acceso de alguien',
    revoke: 'dio de baja un teléfono',
    ask: 'pidió una aprobación',
    grant: 'aprobó algo',
    refuse: 'no aprobó algo',
    accept: 'aceptó lo de un teléfono dado de baja',
    dismiss: 'descartó lo de un teléfono dado de baja',
    'export organization': 'sacó todos los datos',
    'rename organization': 'cambió el nombre de la organización',
    'close organization': 'cerró la organización',
    destroy: 'se destruyó lo que ya no hace falta guardar',
  },
  {
    refused: 'tried something that their role does not allow',
    join: 'joined the team',
    invite: 'invited somebody',
    'cancel invitation': 'canceled an invitation',
    rescue: 'was invited by whoever runs the server',
    recover: 'gave somebody back their access',
    role: 'changed somebody’s role',
    alias: 'changed what somebody on the team is called',
    vouch: 'said that they know somebody on the team',
    assign: 'changed lists',
    end: 'closed somebody’s access',
    revoke: 'revoked a phone',
    ask: 'asked for an approval',
    grant: 'approved something',
    refuse: 'did not approve something',
    accept: 'accepted what a revoked phone sent',
    dismiss: 'dismissed what a revoked phone sent',
    'export organization': 'took out all the data',
    'rename organization': 'renamed the organization',
    'close organization': 'closed the organization',
    destroy: 'what need no longer be kept was destroyed',
  },
)
