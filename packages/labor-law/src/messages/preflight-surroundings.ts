import type { Effect, Text } from '../rule.ts'

/** What surrounds a request: scope, contract, other certificate, posting, standing; the checklist item each rests on. */
export const SURROUNDINGS = {
  scope_unknown: {
    rule: 'CERT-5',
    effect: 'loss',
    says: {
      es: 'Nadie ha revisado si el ámbito del sindicato alcanza a este centro de trabajo.',
      en: 'Nobody has checked whether the scope of the union reaches this workplace.',
    },
    todo: {
      es: 'Lea el objeto y el tipo de sindicato en los estatutos.',
      en: 'Read the object and kind of union in the statutes.',
    },
  },
  out_of_scope: {
    rule: 'CERT-5',
    effect: 'loss',
    says: {
      es: 'El ámbito del sindicato no alcanza a este centro de trabajo.',
      en: 'The scope of the union does not reach this workplace.',
    },
    todo: {
      es: 'Cambie los estatutos en asamblea antes de presentar, o presente con otro sindicato.',
      en: 'Change the statutes in assembly before filing, or file with another union.',
    },
  },
  contract_unknown: {
    rule: 'CERT-6',
    effect: 'loss',
    says: {
      es: 'Nadie ha revisado si hay un contrato depositado.',
      en: 'Nobody has checked whether a contract is deposited.',
    },
    todo: {
      es: 'Búsquelo en el registro público del CFCRL y guarde la captura con fecha.',
      en: 'Look for it in the CFCRL public registry and keep a dated capture.',
    },
  },
  contract_in_force: {
    rule: 'CERT-6',
    effect: 'loss',
    says: {
      es: 'Hay un contrato depositado: la constancia es solo para el contrato inicial.',
      en: 'A contract is deposited: the certificate is only for the first contract.',
    },
    todo: {
      es: 'La vía es la demanda de titularidad (389, 897). Revise también si quedó legitimado.',
      en: 'The way is a title dispute (389, 897). Check too whether it was legitimated.',
    },
  },
  contract_stale: {
    rule: 'CERT-6',
    effect: 'warning',
    says: {
      es: 'Hay un contrato depositado sin revisar en más de cuatro años: ya no impide el emplazamiento por firma (923).',
      en: 'A deposited contract has gone over four years without revision: it no longer bars a strike notice to sign one (923).',
    },
    todo: {
      es: 'Que el abogado confirme la última revisión y la vía antes de presentar.',
      en: 'Have counsel confirm the last revision and the way before filing.',
    },
  },
  other_certificate_unknown: {
    rule: 'CERT-7',
    effect: 'delay',
    says: {
      es: 'Nadie ha preguntado si otro sindicato tiene una constancia vigente.',
      en: 'Nobody has asked whether another union has a certificate in force.',
    },
    todo: { es: 'Pregunte en el CFCRL.', en: 'Ask the CFCRL.' },
  },
  other_certificate: {
    rule: 'CERT-7',
    effect: 'loss',
    says: {
      es: 'Otro sindicato tiene una constancia vigente hasta {when}: mientras, no se tramita otra.',
      en: 'Another union has a certificate in force until {when}: meanwhile no other is processed.',
    },
    todo: {
      es: 'Espere al día siguiente de que venza, con la lista al día.',
      en: 'Wait for the day after it runs out, with the list up to date.',
    },
  },
  posting_ahead: {
    rule: 'CERT-8',
    effect: 'none',
    says: {
      es: 'Falta lo que sigue: probar que el aviso se fijó en el centro de trabajo.',
      en: 'What comes next: proving that the notice was fixed at the workplace.',
    },
    todo: {
      es: 'Decida quién tomará la foto, desde dónde y con qué testigos.',
      en: 'Decide who will take the photo, from where and with which witnesses.',
    },
  },
  posting_missing: {
    rule: 'CERT-8',
    effect: 'loss',
    says: {
      es: 'No hay prueba de que el aviso se fijó en el centro de trabajo.',
      en: 'There is no proof that the notice was fixed at the workplace.',
    },
    todo: {
      es: 'Pida por escrito al CFCRL que lo fije y levante acta con testigos.',
      en: 'Ask the CFCRL in writing to fix it and draw up minutes with witnesses.',
    },
  },
  standing_unknown: {
    rule: 'CERT-4',
    effect: 'loss',
    says: {
      es: 'No se sabe hasta cuándo vale la toma de nota.',
      en: 'It is not known until when the recognition of the leadership is valid.',
    },
    todo: {
      es: 'Pida copia de la toma de nota y anote su vencimiento.',
      en: 'Ask for a copy of the recognition and note its expiry.',
    },
  },
  standing_expired: {
    rule: 'CERT-4',
    effect: 'loss',
    says: {
      es: 'La toma de nota venció el {when}.',
      en: 'The recognition of the leadership ran out on {when}.',
    },
    todo: {
      es: 'Elija o ratifique directiva y pida la toma de nota antes de presentar.',
      en: 'Elect or confirm the leadership and ask for recognition before filing.',
    },
  },
  standing_short: {
    rule: 'CERT-4',
    effect: 'warning',
    says: {
      es: 'La toma de nota vence el {when}, durante el trámite.',
      en: 'The recognition of the leadership runs out on {when}, during the procedure.',
    },
    todo: {
      es: 'Programe la elección para que no haya un día sin representación.',
      en: 'Schedule the election so that no day is left without representation.',
    },
  },
  signer_unknown: {
    rule: 'CERT-4',
    effect: 'loss',
    says: {
      es: 'Nadie ha revisado si quien firma puede representar al sindicato.',
      en: 'Nobody has checked whether whoever signs may represent the union.',
    },
    todo: {
      es: 'Compare con la toma de nota y los estatutos (376).',
      en: 'Compare with the recognition and the statutes (376).',
    },
  },
  signer_cannot: {
    rule: 'CERT-4',
    effect: 'loss',
    says: {
      es: 'Quien firma no puede representar al sindicato.',
      en: 'Whoever signs may not represent the union.',
    },
    todo: {
      es: 'Que firme la secretaría general o quien digan los estatutos.',
      en: 'Have the general secretary sign, or whoever the statutes say.',
    },
  },
} as const satisfies Record<string, { rule: string; effect: Effect; says: Text; todo: Text }>
