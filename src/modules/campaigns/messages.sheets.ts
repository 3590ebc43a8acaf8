import { texts } from '#ui/language.tsx'
import type { SheetPurpose } from './words.ts'

type Sheets = {
  title: string
  lead: string
  ask: string
  askLead: string
  purpose: string
  purposes: Record<SheetPurpose, string>
  shows: Record<SheetPurpose, string>
  reason: string
  reasonHelp: string
  send: string
  cancel: string
  none: string
  noneHelp: string
  names: (count: number) => string
  everybody: string
  silent: string
  text: (text: string) => string
  askedBy: (alias: string, at: string) => string
  waiting: string
  waitingOwn: string
  approved: (alias: string, until: string) => string
  refusedOne: string
  over: string
  opened: (at: string) => string
  approve: string
  refuse: string
  open: (count: number) => string
  openHelp: string
  print: string
  close: string
  printHelp: string
  number: string
  handle: string
  name: string
  phone: string
  address: string
  place: string
  calls: readonly [string, string, string]
  signature: string
  noName: string
  toApprove: (count: number) => string
  see: string
}

/** Lists with names, which two people open to print. */
export const sheetTexts = texts<Sheets>(
  {
    title: 'Listas con nombres',
    lead: 'Para imprimir: llamadas, visitas, asistencia. Una persona la pide, otra la aprueba; cada nombre que se abre queda anotado.',
    ask: 'Pedir lista con nombres',
    askLead:
      'Se piden los nombres de toda la gente que este filtro encuentra ahora. Otra persona que coordina tiene que aprobarlo.',
    purpose: '¿Para qué es?',
    purposes: { calls: 'Llamadas', visits: 'Visitas a casa', assembly: 'Asistencia a una asamblea' },
    shows: {
      calls: 'Muestra nombre y teléfono.',
      visits: 'Muestra nombre y domicilio.',
      assembly: 'Muestra solo el nombre, con lugar para firmar.',
    },
    reason: '¿Para cuándo o por qué?',
    reasonHelp: 'Lo lee quien aprueba. Por ejemplo: llamadas del jueves para la asamblea.',
    send: 'Pedir',
    cancel: 'Cancelar',
    none: 'Nadie ha pedido una lista con nombres.',
    noneHelp: 'En Gente, filtra a quienes necesitas y toca «Pedir lista con nombres».',
    names: (count) => (count === 1 ? '1 persona' : `${count.toLocaleString('es-MX')} personas`),
    everybody: 'Toda la campaña',
    silent: 'con quien nadie ha platicado',
    text: (text) => `apodo «${text}»`,
    askedBy: (alias, at) => `La pidió ${alias}, ${at}`,
    waiting: 'Espera tu aprobación o la de otra persona que coordina.',
    waitingOwn: 'Espera la aprobación de otra persona que coordina.',
    approved: (alias, until) => `La aprobó ${alias}. Se abre una vez, antes del ${until}.`,
    refusedOne: 'No se aprobó.',
    over: 'Venció sin abrirse.',
    opened: (at) => `Se abrió: ${at}`,
    approve: 'Aprobar',
    refuse: 'No aprobar',
    open: (count) => (count === 1 ? 'Abrir 1 nombre' : `Abrir ${count.toLocaleString('es-MX')} nombres`),
    openHelp: 'Se abre una sola vez: ten lista la impresora.',
    print: 'Imprimir',
    close: 'Cerrar la lista',
    printHelp:
      'Imprímela ahora. Al cerrar o salir de esta pantalla ya no se puede ver otra vez. Destrúyela cuando termines.',
    number: 'Núm.',
    handle: 'Apodo',
    name: 'Nombre',
    phone: 'Teléfono',
    address: 'Domicilio',
    place: 'Dónde trabaja',
    calls: ['Contestó', 'Viene', 'No'],
    signature: 'Firma',
    noName: 'sin nombre guardado',
    toApprove: (count) =>
      count === 1
        ? 'Piden una lista con nombres: espera tu aprobación.'
        : `Piden ${count} listas con nombres: esperan tu aprobación.`,
    see: 'Ver qué piden',
  },
  {
    title: 'Lists with names',
    lead: 'To print: calls, visits, attendance. One person asks, another approves; each name that is opened is written down.',
    ask: 'Ask for a list with names',
    askLead:
      'You ask for the names of everybody this filter finds now. Another coordinator has to approve it.',
    purpose: 'What is it for?',
    purposes: { calls: 'Calls', visits: 'Home visits', assembly: 'Attendance at an assembly' },
    shows: {
      calls: 'Shows name and phone.',
      visits: 'Shows name and address.',
      assembly: 'Shows the name only, with room to sign.',
    },
    reason: 'For when, or why?',
    reasonHelp: 'Whoever approves reads it. For example: Thursday’s calls for the assembly.',
    send: 'Ask',
    cancel: 'Cancel',
    none: 'Nobody has asked for a list with names.',
    noneHelp: 'Under People, filter those you need and tap “Ask for a list with names”.',
    names: (count) => (count === 1 ? '1 person' : `${count.toLocaleString('en')} people`),
    everybody: 'The whole campaign',
    silent: 'whom nobody has talked to',
    text: (text) => `handle “${text}”`,
    askedBy: (alias, at) => `Asked by ${alias}, ${at}`,
    waiting: 'Waits for your approval or another coordinator’s.',
    waitingOwn: 'Waits for another coordinator’s approval.',
    approved: (alias, until) => `Approved by ${alias}. It opens once, before ${until}.`,
    refusedOne: 'Not approved.',
    over: 'Expired without being opened.',
    opened: (at) => `Opened: ${at}`,
    approve: 'Approve',
    refuse: 'Do not approve',
    open: (count) => (count === 1 ? 'Open 1 name' : `Open ${count.toLocaleString('en')} names`),
    openHelp: 'It opens only once: have the printer ready.',
    print: 'Print',
    close: 'Close the list',
    printHelp:
      'Print it now. Once you close it or leave this screen it cannot be seen again. Destroy it when you are done.',
    number: 'No.',
    handle: 'Handle',
    name: 'Name',
    phone: 'Phone',
    address: 'Address',
    place: 'Where they work',
    calls: ['Answered', 'Comes', 'No'],
    signature: 'Signature',
    noName: 'no name kept',
    toApprove: (count) =>
      count === 1
        ? 'A list with names was asked for: it waits for your approval.'
        : `${count} lists with names were asked for: they wait for your approval.`,
    see: 'See what is asked',
  },
)
