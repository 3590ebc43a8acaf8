import { catalogue } from '../http/refusal.ts'

export const { texts: accessRefusals, refuse } = catalogue({
  'access.wrong': {
    status: 401,
    es: 'El usuario, la contraseña o el código no coinciden. Revísalos y espera el siguiente código. Después de varios intentos fallidos hay que esperar hasta quince minutos, aunque todo esté bien.',
    en: 'The user name, the password or the code do not match. Check them and wait for the next code. After several failed attempts one waits up to fifteen minutes, even if all is right.',
  },
  'access.wait': {
    status: 429,
    es: 'Hubo varios intentos fallidos. Espera unos minutos antes de volver a intentar.',
    en: 'There were several failed attempts. Wait some minutes before you try again.',
  },
  'access.queue-full': {
    status: 503,
    es: 'Mucha gente está entrando a la vez. Espera medio minuto y vuelve a intentar.',
    en: 'Many people are signing in at once. Wait half a minute and try again.',
  },
  'access.invitation-over': {
    status: 410,
    es: 'Esta invitación ya se usó, se canceló o venció. Pide una nueva a quien te invitó.',
    en: 'This invitation was used, was canceled or has expired. Ask whoever invited you for a new one.',
  },
  'access.invitation-gone': {
    status: 410,
    es: 'Esa invitación ya no está abierta: se usó, se canceló o venció. Si la usó quien no debía, cierra su acceso en Equipo.',
    en: 'That invitation is no longer open: it was used, canceled, or has expired. If the wrong person used it, close their access under Team.',
  },
  'access.login-taken': {
    status: 409,
    es: 'Ese nombre de usuario ya existe. Elige otro.',
    en: 'That user name exists already. Choose another.',
  },
  'access.weak-password': {
    status: 422,
    es: 'Esa contraseña es fácil de adivinar. Usa al menos 12 letras; cuatro palabras sin relación son una buena.',
    en: 'That password is easy to guess. Use at least 12 characters; four unrelated words make a good one.',
  },
  'access.wrong-code': {
    status: 422,
    es: 'El código no coincide. Espera el siguiente en tu aplicación y escríbelo.',
    en: 'The code does not match. Wait for the next one in your app and type it.',
  },
  'access.passkey-failed': {
    status: 401,
    es: 'La llave de este aparato no se pudo comprobar. Inténtalo otra vez o entra con contraseña.',
    en: 'The passkey of this device could not be verified. Try again or sign in with a password.',
  },
  'access.device-unknown': {
    status: 401,
    es: 'Este teléfono ya no está dado de alta. Habla con quien coordina; lo que falta por enviar sigue aquí.',
    en: 'This phone is no longer enrolled. Talk to a coordinator; what is still to be sent is kept here.',
  },
  'access.not-empty': {
    status: 409,
    es: 'Este servidor ya tiene una organización. Pide una invitación a sus responsables.',
    en: 'This server already has an organization. Ask its owners for an invitation.',
  },
  'access.already-member': {
    status: 409,
    es: 'Ya eres parte de esta organización con esta cuenta.',
    en: 'You already belong to this organization with this account.',
  },
  'access.phone-only': {
    status: 409,
    es: 'Con este teléfono se entra solo con su PIN: así, darlo de baja cierra todo. Para entrar también de otra manera, pide una invitación y crea usuario y contraseña.',
    en: 'This phone signs in with its PIN only: so revoking it closes everything. To sign in another way too, ask for an invitation and create a user name and password.',
  },
  'access.last-key': {
    status: 409,
    es: 'Es tu única manera de entrar. Agrega otra antes de quitar esta.',
    en: 'It is your only way to sign in. Add another one before removing this one.',
  },
  'access.last-owner': {
    status: 409,
    es: 'Una organización necesita dos responsables. Nombra a otra persona antes de quitar a esta.',
    en: 'An organization needs two owners. Name another before removing this one.',
  },
  'access.second-person': {
    status: 409,
    es: 'Esto necesita a dos personas: otra persona autorizada tiene que aprobarlo antes.',
    en: 'This takes two people: another authorized person has to approve it first.',
  },
  'access.same-person': {
    status: 409,
    es: 'Lo pediste tú: otra persona tiene que aprobarlo.',
    en: 'You asked for it: somebody else has to approve it.',
  },
  'access.owner-grants': {
    status: 409,
    es: 'Esto lo aprueba una persona responsable, distinta de quien lo pidió. Si solo hay una, nombren a otra; si no se puede, quien administra el servidor puede invitarla con su orden «rescue».',
    en: 'An owner approves this, other than whoever asked. If there is only one, name another; if that cannot be done, whoever runs the server can invite one with its command “rescue”.',
  },
  'access.too-new': {
    status: 409,
    es: 'Hace menos de tres días que tienes esta función o estas llaves: podrás aprobar cuando pasen. Así nadie aprueba a solas con alguien que acaba de inventar. Mientras, que lo apruebe otra persona.',
    en: 'You have had this role or these keys for less than three days: you can approve once they have passed. So nobody approves alone with somebody just made up. Until then, let another person approve it.',
  },
  'access.one-hand': {
    status: 409,
    es: 'Una de las dos personas entró por la otra, o las dos por la misma: podrían ser una sola. Alguien más que coordine puede decir en Equipo «Sí conozco a esta persona»; si no hay quién, que lo apruebe otra persona.',
    en: 'One of the two came in through the other, or both through the same person: they might be one. Another who leads can say under Team “I know this person”; if there is nobody, let another person approve it.',
  },
  'access.vouch-self': {
    status: 409,
    es: 'Eres tú: otra persona tiene que decir que te conoce.',
    en: 'This is you: somebody else has to say that they know you.',
  },
  'access.owner-names': {
    status: 409,
    es: 'A la comisión de vigilancia la invita una persona responsable: quien coordina no elige a quien vigila.',
    en: 'The vigilance committee is invited by an owner: a coordinator does not choose who watches.',
  },
  'access.request-over': {
    status: 410,
    es: 'Esta petición ya se resolvió o venció. Pídela de nuevo.',
    en: 'This request was already settled or has expired. Ask again.',
  },
})
