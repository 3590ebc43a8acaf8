import { catalogue } from '#platform/http/refusal.ts'

export const { texts: organizationRefusals, refuse } = catalogue({
  'organizations.code-over': {
    status: 410,
    es: 'Ese código de enlace ya se usó o venció. Pide otro a la organización.',
    en: 'That connection code was used or has expired. Ask the organization for another.',
  },
  'organizations.own-code': {
    status: 422,
    es: 'Ese código es de tu propia organización: dáselo a la otra.',
    en: 'That code is your own organization’s: give it to the other one.',
  },
  'organizations.not-shareable': {
    status: 422,
    es: 'Eso no se comparte con nadie. Quítalo de la propuesta.',
    en: 'That is never shared with anybody. Take it out of the proposal.',
  },
  'organizations.not-yours': {
    status: 409,
    es: 'Solo puede firmar o retirar quien da sus datos.',
    en: 'Only the one whose data it is may sign or withdraw.',
  },
  'organizations.settled': {
    status: 409,
    es: 'Este acuerdo ya se firmó o se retiró.',
    en: 'This agreement was already signed or withdrawn.',
  },
  'organizations.left-before': {
    status: 409,
    es: 'Ya estaba anotado que dejó el puesto.',
    en: 'It was already noted that they left the post.',
  },
  'organizations.owner-connects': {
    status: 403,
    es: 'El código de un sindicato o de un programa solo lo da quien lo dirige. Pídeselo.',
    en: 'Only an owner gives the code of a union or of a program. Ask one.',
  },
  'organizations.shared-elsewhere': {
    status: 409,
    es: 'Ya compartes lo mismo, de los mismos días, con otra organización. Quien lea los informes de las dos podría restar uno del otro y conocer los números de un solo sindicato. Firma solo lo que no compartes ya, acuerden días distintos, o fírmalo sabiéndolo.',
    en: 'You already share the same, of the same days, with another organization. Whoever reads the reports of both could subtract one from the other and learn a single union’s numbers. Sign only what you do not share yet, agree on other days, or sign it knowing that.',
  },
})
