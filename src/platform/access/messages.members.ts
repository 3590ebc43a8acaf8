import { texts } from '#ui/language.tsx'

/** Who is still to come, what somebody is, and how they get back in. */
export const memberTexts = texts(
  {
    invitations: 'Invitaciones abiertas',
    invitationsLead:
      'Quien tenga el enlace o el código entra con esa función. Si lo tiene quien no debe, cancélala.',
    noInvitations: 'No hay invitaciones abiertas.',
    toRecover: 'recupera su acceso',
    invitedBy: (alias: string) => `Invitó ${alias}`,
    invitedByServer: 'Invitó quien administra el servidor',
    cancelInvitation: 'Cancelar invitación',
    cancelSure: (alias: string) => `¿Cancelar la invitación para ${alias}?`,
    cancelHelp: 'El enlace y el código dejan de servir ahora mismo. Si hace falta, haz otra invitación.',
    cancelRecovery:
      'El código deja de servir ahora mismo. Para devolverle su acceso habrá que pedirlo y aprobarlo de nuevo.',
    keepOpen: 'Dejarla abierta',
    changeRole: 'Cambiar su función',
    roleOf: (alias: string) => `Función de ${alias}`,
    ownerChanges: 'La cambia una persona responsable.',
    askRole:
      'Esto necesita a dos personas. Pídelo aquí; cuando otra lo apruebe, regresa aquí a cambiar la función.',
    roleAgreed: 'Ya está aprobado. Puedes cambiar la función.',
    roleAtOnce:
      'Al cambiarla, deja de valer lo que haya pedido, aprobado o invitado y nadie haya usado todavía.',
    roleSeasons: 'Durante tres días no puede aprobar nada.',
    listsNext: 'Después dale sus listas: sin ellas no ve a nadie.',
    lostAccess: '¿Perdió su acceso?',
    giveBack: 'Devolvérselo',
    recoveryOf: (alias: string) => `Devolver el acceso a ${alias}`,
    lostAccessHelp:
      'Para quien perdió su teléfono, o no recuerda su PIN o su contraseña. El código nuevo se le muestra en persona y se usa en su aparato nuevo; los anteriores dejan de funcionar.',
    askRecovery:
      'Esto necesita a dos personas. Pídelo aquí; cuando otra lo apruebe, regresa aquí a mostrar el código.',
    agreedByOthers: 'Ya está aprobado. Lo hace quien lo pidió o quien lo aprobó.',
  },
  {
    invitations: 'Open invitations',
    invitationsLead:
      'Whoever has the link or the code comes in with that role. If the wrong person has it, cancel it.',
    noInvitations: 'There are no open invitations.',
    toRecover: 'gets their access back',
    invitedBy: (alias: string) => `Invited by ${alias}`,
    invitedByServer: 'Invited by whoever runs the server',
    cancelInvitation: 'Cancel invitation',
    cancelSure: (alias: string) => `Cancel the invitation for ${alias}?`,
    cancelHelp: 'The link and the code stop working right now. If needed, make another invitation.',
    cancelRecovery:
      'The code stops working right now. To give back their access it has to be asked for and approved again.',
    keepOpen: 'Leave it open',
    changeRole: 'Change their role',
    roleOf: (alias: string) => `Role of ${alias}`,
    ownerChanges: 'An owner changes it.',
    askRole:
      'This takes two people. Ask for it here; once another approves, come back here to change the role.',
    roleAgreed: 'It is approved. You can change the role.',
    roleAtOnce:
      'Once it is changed, whatever they asked for, approved or invited and nobody has used yet no longer holds.',
    roleSeasons: 'For three days they cannot approve anything.',
    listsNext: 'Then give them their lists: without them they see nobody.',
    lostAccess: 'Did they lose their access?',
    giveBack: 'Give it back',
    recoveryOf: (alias: string) => `Give ${alias} back their access`,
    lostAccessHelp:
      'For whoever lost their phone, or does not remember their PIN or password. The new code is shown to them in person and used on their new device; the earlier ones stop working.',
    askRecovery:
      'This takes two people. Ask for it here; once another approves, come back here to show the code.',
    agreedByOthers: 'It is approved. Whoever asked for it or approved it does it.',
  },
)
