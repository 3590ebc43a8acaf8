import { texts } from '#ui/language.tsx'

export const offlineTexts = texts(
  {
    pin: 'Tu PIN',
    open: 'Abrir',
    wrongPin: (left: number) =>
      left === 1
        ? 'Ese no es. Queda 1 intento antes de que este teléfono borre su lista.'
        : `Ese no es. Quedan ${left} intentos.`,
    locked: 'Escribe tu PIN',
    lockedLead: 'Tu lista está guardada en este teléfono. El PIN la abre, con o sin señal.',
    noRoom:
      'Este teléfono no tiene espacio y no puede abrir tu lista. Borra fotos o videos y vuelve a escribir tu PIN. Nada se ha perdido.',
    forgot: 'Olvidé mi PIN',
    forgotHelp:
      'Dos personas que coordinan pueden darte acceso de nuevo: te mostrarán un código para escanear. Lo que falta por enviar no se pierde.',
    signInInstead: 'Entrar con usuario en este aparato',
    needsSignal: 'Para eso hace falta señal. Inténtalo cuando tengas.',
    wiped: 'Este teléfono ya no tiene tu lista',
    wipedLead:
      'Se borró porque el PIN falló diez veces, o porque quien coordina dio de baja este teléfono. Para volver a usarlo, escanea una invitación nueva.',
    unreadable: 'No se pudo abrir lo que guarda este teléfono',
    unreadableLead:
      'Puede que otra ventana lo esté usando o que falte espacio. Cierra las demás ventanas, borra fotos o videos y vuelve a intentar. No se ha borrado nada.',
    tryAgain: 'Volver a intentar',
    stillWaiting: (count: number) =>
      count === 1
        ? 'Queda 1 anotación sellada por enviar. Se enviará sola.'
        : `Quedan ${count} anotaciones selladas por enviar. Se enviarán solas.`,
    onPhone: (count: number) => `${count} en este teléfono`,
    sending: 'Enviando…',
    sent: 'Todo enviado',
    noSignal: (count: number) => `Sin señal · ${count} en este teléfono`,
    noSignalClean: 'Sin señal',
    refused: (count: number) => (count === 1 ? '1 por revisar' : `${count} por revisar`),
    lock: 'Bloquear',
    updateReady: 'Hay una versión nueva.',
    updateNow: 'Actualizar',
  },
  {
    pin: 'Your PIN',
    open: 'Open',
    wrongPin: (left: number) =>
      left === 1
        ? 'Not that one. 1 try left before this phone erases its list.'
        : `Not that one. ${left} tries left.`,
    locked: 'Type your PIN',
    lockedLead: 'Your list is kept on this phone. The PIN opens it, with or without a signal.',
    noRoom:
      'This phone has no room and cannot open your list. Delete photos or videos and type your PIN again. Nothing was lost.',
    forgot: 'I forgot my PIN',
    forgotHelp:
      'Two coordinators can give you access again: they will show you a code to scan. What is still to be sent is not lost.',
    signInInstead: 'Sign in with a user name on this device',
    needsSignal: 'That takes a signal. Try again when you have one.',
    wiped: 'This phone no longer has your list',
    wipedLead:
      'It was erased because the PIN failed ten times, or because a coordinator revoked this phone. To use it again, scan a new invitation.',
    unreadable: 'What this phone keeps could not be opened',
    unreadableLead:
      'Another window may be using it, or there may be no room. Close the other windows, delete photos or videos and try again. Nothing was erased.',
    tryAgain: 'Try again',
    stillWaiting: (count: number) =>
      count === 1
        ? '1 sealed note is still to be sent. It will send itself.'
        : `${count} sealed notes are still to be sent. They will send themselves.`,
    onPhone: (count: number) => `${count} on this phone`,
    sending: 'Sending…',
    sent: 'All sent',
    noSignal: (count: number) => `No signal · ${count} on this phone`,
    noSignalClean: 'No signal',
    refused: (count: number) => (count === 1 ? '1 to check' : `${count} to check`),
    lock: 'Lock',
    updateReady: 'There is a new version.',
    updateNow: 'Update',
  },
)
