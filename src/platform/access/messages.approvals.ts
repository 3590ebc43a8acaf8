import { texts } from '#ui/language.tsx'

/** Who may grant what, why somebody may not yet, and what to do then. */
export const approvalTexts = texts(
  {
    lead: 'Una persona lo pide, otra lo aprueba. Vale tres días y se usa una vez. Sacar los datos, cerrar la organización, y nombrar a una responsable o devolverle su acceso, lo aprueba otra responsable; lo demás, también quien coordina.',
    canGrant: (names: string) => `Puede aprobarlo: ${names}.`,
    nobodyGrants: 'Todavía no hay quién lo apruebe. En «Quién puede aprobar» se ve qué falta.',
    why: {
      'same-person': 'Lo pediste tú.',
      'not-leading': 'Tú no coordinas.',
      'owner-grants': 'Lo aprueba una persona responsable.',
      'too-new': 'Tú todavía no: tienes esta función o estas llaves desde hace menos de tres días.',
      'one-hand': 'Tú no: tú y quien lo pidió entraron una por la otra, o las dos por la misma persona.',
    },
    waiting: 'Ya se pidió.',
    askFirst:
      'Esto necesita a dos personas. Pídelo aquí; cuando otra lo apruebe, regresa a hacer la invitación.',
    granters: 'Quién puede aprobar',
    grantersLead:
      'Quien acaba de llegar, de cambiar de función o de recuperar su acceso espera tres días. Y nadie aprueba junto con quien trajo al equipo, mientras otra persona no diga que la conoce. Así, alguien con dos teléfonos no decide a solas. A quien invitó el servidor no le toca esperar.',
    oneOwner:
      'Hay una sola persona responsable: nadie puede aprobarle nombrar a otra, sacar los datos ni cerrar la organización. Quien administra el servidor puede invitar a la segunda con su orden «rescue»; queda escrito en el registro de accesos.',
    noOwner:
      'No hay ninguna persona responsable. Quien administra el servidor puede invitarla con su orden «rescue»; queda escrito en el registro de accesos.',
    mayGrant: 'Puede aprobar.',
    grantsFrom: (at: string) => `Podrá aprobar desde: ${at}`,
    broughtBy: (names: string) =>
      `Entró o recuperó su acceso por ${names}. Entre estas personas no se aprueban nada hasta que alguien más diga que la conoce.`,
    somebodyGone: 'alguien que ya no está',
    vouch: 'Sí conozco a esta persona',
    vouchSure: (alias: string) => `¿Conoces a ${alias}?`,
    vouchHelp:
      'Dilo solo si sabes que es otra persona y no quien le invitó: que la has visto y que usa este acceso. Queda escrito con tu nombre en el registro de accesos.',
  },
  {
    lead: 'One person asks, another approves. It is good for three days and is used once. Taking out the data, closing the organization, and naming an owner or giving one back their access is approved by another owner; the rest, by a coordinator too.',
    canGrant: (names: string) => `Can approve it: ${names}.`,
    nobodyGrants: 'There is nobody to approve it yet. “Who can approve” shows what is missing.',
    why: {
      'same-person': 'You asked for it.',
      'not-leading': 'You do not coordinate.',
      'owner-grants': 'An owner approves it.',
      'too-new': 'Not you yet: you have had this role or these keys for less than three days.',
      'one-hand':
        'Not you: you and whoever asked came in one through the other, or both through the same person.',
    },
    waiting: 'It was asked for.',
    askFirst:
      'This takes two people. Ask for it here; once another approves, come back and make the invitation.',
    granters: 'Who can approve',
    grantersLead:
      'Whoever has just arrived, changed role or got their access back waits three days. And nobody approves together with somebody they brought into the team, until another person says that they know them. So nobody with two phones decides alone. Whom the server invited need not wait.',
    oneOwner:
      'There is only one owner: nobody can approve their naming another, taking out the data or closing the organization. Whoever runs the server can invite the second with its command “rescue”; it is written in the access log.',
    noOwner:
      'There is no owner. Whoever runs the server can invite one with its command “rescue”; it is written in the access log.',
    mayGrant: 'Can approve.',
    grantsFrom: (at: string) => `Can approve from: ${at}.`,
    broughtBy: (names: string) =>
      `Came in or got their access back through ${names}. Between these people nothing is approved until somebody else says that they know them.`,
    somebodyGone: 'somebody who is gone',
    vouch: 'I know this person',
    vouchSure: (alias: string) => `Do you know ${alias}?`,
    vouchHelp:
      'Say so only if you know that it is another person and not whoever invited them: that you have seen them and that they use this access. It is written with your name in the access log.',
  },
)
