import { texts } from '#ui/language.tsx'

type Named = Record<string, string>

export const auditTexts = texts(
  {
    title: 'Verificaciones',
    lead: 'Una muestra al azar de lo que hay detrás de una cifra. Cada organización muestra sus registros en su propia pantalla.',
    draw: 'Sacar una muestra',
    drawLead: 'La elige el azar, y la semilla queda apuntada para que cualquiera la repita.',
    indicator: 'Indicador',
    size: '¿Cuántos registros?',
    none: 'Todavía no hay verificaciones.',
    noneHelp: 'Elige una cifra publicada y cuántos registros quieres ver.',
    seed: 'Semilla',
    drawnAt: (when: string) => `sacada ${when}`,
    items: (count: number) => (count === 1 ? '1 registro' : `${count} registros`),
    outcomes: {
      waiting: 'Falta que lo muestren',
      shown: 'Lo están mostrando',
      match: 'Coincide',
      mismatch: 'No coincide',
      not_shown: 'No hay qué mostrar',
    } as Named,
    item: (place: number) => `Registro ${place}`,
    match: 'Coincide',
    mismatch: 'No coincide',
    settleHelp:
      'Míralo en la pantalla de la organización y firma aquí si coincide. Aquí no aparece ningún dato del registro.',
    summary: (match: number, mismatch: number, rest: number) =>
      `${match === 1 ? '1 coincide' : `${match} coinciden`}, ${mismatch === 1 ? '1 no coincide' : `${mismatch} no coinciden`}, ${rest === 1 ? '1 pendiente' : `${rest} pendientes`}`,
    followHelp: 'Cada organización muestra sus registros a quien verifica; aquí se ve cómo va.',
    drawnBy: (who: string) => `La sacó ${who}`,
    unnamed: 'Sin mostrar todavía',
    unnamedHelp: 'De quién son se sabe hasta que cada organización muestra su registro.',
    noneToDraw: 'No hay cifras que verificar',
    noneToDrawHelp:
      'Se verifica una cifra publicada, que no esté protegida y tenga detrás al menos cinco registros. Un financiador verifica las que vienen en los informes que recibió.',
    most: (most: number) =>
      most === 1
        ? 'De esta cifra, un registro como mucho.'
        : `De esta cifra, ${most} como mucho: uno de cada cinco.`,
    record: 'Registro',
    quantity: 'Cantidad',
    through: (program: string) => `una cifra de ${program}`,
    asked: 'Lo que compartes',
    askedLead: 'Qué cuentan de ti los programas, y lo que te piden mostrar. Ningún nombre sale de aquí.',
    waiting: 'Te piden mostrar',
    noneAsked: 'Nadie ha pedido verificar nada.',
    noneAskedHelp:
      'Cuando un programa o un financiador verifique una cifra, aquí aparece cuál registro mostrar.',
    askedBy: (who: string) => `${who} verifica`,
    show: 'Lo estoy mostrando',
    showSure:
      'Enséñale este registro en tu pantalla a quien verifica. Del otro lado solo se apunta si coincide.',
    cannotShow: 'No hay qué mostrar',
    settled: 'Ya verificados',
    mine: 'Tus números completos',
    mineHelp:
      'Lo que tú tienes registrado de cada cosa que compartes. A los programas les llega protegido, sumado con otras.',
    noSharings: 'Todavía no compartes nada con nadie.',
    toSharings: 'Ver los acuerdos',
    times: (count: string) => (count === '1' ? '1 vez' : `${count} veces`),
    people: (count: string) => (count === '1' ? '1 persona' : `${count} personas`),
    since: 'Desde',
    until: 'Hasta',
  },
  {
    title: 'Audits',
    lead: 'A random sample of what is behind a figure. Each organization shows its records on its own screen.',
    draw: 'Draw a sample',
    drawLead: 'Chance chooses it, and the seed is noted so that anybody can repeat it.',
    indicator: 'Indicator',
    size: 'How many records?',
    none: 'There are no audits yet.',
    noneHelp: 'Choose a published figure and how many records you want to see.',
    seed: 'Seed',
    drawnAt: (when: string) => `drawn ${when}`,
    items: (count: number) => (count === 1 ? '1 record' : `${count} records`),
    outcomes: {
      waiting: 'Yet to be shown',
      shown: 'Being shown',
      match: 'Matches',
      mismatch: 'Does not match',
      not_shown: 'Nothing to show',
    } as Named,
    item: (place: number) => `Record ${place}`,
    match: 'It matches',
    mismatch: 'It does not match',
    settleHelp:
      'Look at it on the organization’s screen and sign here whether it matches. Nothing of the record appears here.',
    summary: (match: number, mismatch: number, rest: number) =>
      `${match === 1 ? '1 matches' : `${match} match`}, ${mismatch === 1 ? '1 does not' : `${mismatch} do not`}, ${rest} pending`,
    followHelp: 'Each organization shows its records to whoever checks; here you see how it goes.',
    drawnBy: (who: string) => `Drawn by ${who}`,
    unnamed: 'Not shown yet',
    unnamedHelp: 'Whose they are is known once each organization shows its record.',
    noneToDraw: 'There are no figures to check',
    noneToDrawHelp:
      'A figure is checked once it is published, is not protected, and has at least five records behind it. A funder checks those in reports issued to it.',
    most: (most: number) =>
      most === 1 ? 'Of this figure, one record at most.' : `Of this figure, ${most} at most: one in five.`,
    record: 'Record',
    quantity: 'Quantity',
    through: (program: string) => `a figure of ${program}`,
    asked: 'What you share',
    askedLead: 'What programs count of you, and what they ask you to show. No name leaves from here.',
    waiting: 'You are asked to show',
    noneAsked: 'Nobody has asked to check anything.',
    noneAskedHelp: 'When a program or a funder checks a figure, the record to show appears here.',
    askedBy: (who: string) => `${who} checks`,
    show: 'I am showing it',
    showSure:
      'Show this record on your screen to whoever checks. On the other side only whether it matches is noted.',
    cannotShow: 'There is nothing to show',
    settled: 'Already checked',
    mine: 'Your whole numbers',
    mineHelp:
      'What you have recorded of each thing you share. It reaches programs protected, added to others’.',
    noSharings: 'You do not share anything with anybody yet.',
    toSharings: 'See the agreements',
    times: (count: string) => (count === '1' ? 'once' : `${count} times`),
    people: (count: string) => (count === '1' ? '1 person' : `${count} people`),
    since: 'Since',
    until: 'Until',
  },
)
