import { texts } from '#ui/language.tsx'

const people = (n: number) => (n === 1 ? '1 persona' : `${n} personas`)
const persons = (n: number) => (n === 1 ? '1 person' : `${n} people`)

/** Bringing a roll in from a file. */
export const importTexts = texts(
  {
    title: 'Traer un archivo',
    pasteHelp:
      'Con encabezados, o sin ellos en este orden: nombre, CURP, teléfono, sección, sexo (M o H), mesa.',
    columns: '¿Qué es cada columna?',
    columnsLead: (count: string) => `${count} renglones. Revisa que cada columna esté bien.`,
    fields: {
      name: 'Nombre completo',
      given: 'Nombre(s)',
      surname: 'Primer apellido',
      surname2: 'Segundo apellido',
      identifier: 'CURP',
      phone: 'Teléfono',
      section: 'Sección',
      sex: 'Sexo',
      table: 'Mesa',
    },
    needsName: 'Di qué columna es el nombre.',
    check: 'Revisar sin guardar',
    back: 'Volver',
    willHappen: 'Esto es lo que va a pasar',
    comes: (n: number) => `Se agregan ${people(n)}.`,
    stays: (n: number) => (n === 1 ? 'Un renglón se queda fuera.' : `${n} renglones se quedan fuera.`),
    left: 'Se quedan fuera',
    look: 'Entran, pero revísalos',
    standing: 'Ya están en el padrón',
    standingBy: {
      identifier: 'La misma CURP ya está: no se agrega otra vez.',
      name: 'El mismo nombre ya está.',
    },
    namesakesLabel: '¿Son tocayos?',
    namesakes: (n: number) =>
      n === 1
        ? 'Es otra persona con el mismo nombre: agregarla'
        : `Son otras ${n} personas con el mismo nombre: agregarlas`,
    faults: {
      no_name: () => 'No tiene nombre.',
      too_long: () => 'Un dato es demasiado largo.',
      unknown_table: () => 'Esa mesa no existe en esta votación.',
      twice: (line: number | null) => `La misma CURP está en el renglón ${line}.`,
      same_name: (line: number | null) => `El mismo nombre está en el renglón ${line}.`,
      curp: () => 'La CURP no tiene la forma de una CURP.',
      phone: () => 'El teléfono no tiene diez dígitos.',
    },
    line: 'Renglón',
    what: 'Qué pasa',
    more: (n: number) => `Y ${n} más.`,
    bring: 'Agregar al padrón',
    brought: (n: number) => `Se agregaron ${people(n)} al padrón.`,
    another: 'Traer otro archivo',
  },
  {
    title: 'Bring in a file',
    pasteHelp:
      'With headings, or without them in this order: name, CURP, telephone, section, sex (W or M), table.',
    columns: 'What is each column?',
    columnsLead: (count: string) => `${count} lines. Check that each column is right.`,
    fields: {
      name: 'Full name',
      given: 'Given names',
      surname: 'First surname',
      surname2: 'Second surname',
      identifier: 'CURP',
      phone: 'Telephone',
      section: 'Section',
      sex: 'Sex',
      table: 'Table',
    },
    needsName: 'Say which column is the name.',
    check: 'Check without saving',
    back: 'Back',
    willHappen: 'This is what will happen',
    comes: (n: number) => `${persons(n)} will be added.`,
    stays: (n: number) => (n === 1 ? 'One line stays out.' : `${n} lines stay out.`),
    left: 'They stay out',
    look: 'They come in, but look at them',
    standing: 'Already on the roll',
    standingBy: {
      identifier: 'The same CURP is there: not added again.',
      name: 'The same name is there.',
    },
    namesakesLabel: 'Do they only share a name?',
    namesakes: (n: number) =>
      n === 1
        ? 'It is another person of that name: add them'
        : `They are ${n} other people of those names: add them`,
    faults: {
      no_name: () => 'It has no name.',
      too_long: () => 'A detail is too long.',
      unknown_table: () => 'That table does not exist in this vote.',
      twice: (line: number | null) => `The same CURP is on line ${line}.`,
      same_name: (line: number | null) => `The same name is on line ${line}.`,
      curp: () => 'The CURP does not have the form of a CURP.',
      phone: () => 'The telephone does not have ten digits.',
    },
    line: 'Line',
    what: 'What is wrong',
    more: (n: number) => `And ${n} more.`,
    bring: 'Add to the roll',
    brought: (n: number) => `${persons(n)} were added to the roll.`,
    another: 'Bring in another file',
  },
)
