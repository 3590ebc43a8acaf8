import type { Text } from '../rule.ts'
import type { EntryProblem } from '../support-list.ts'

/** What is wrong with lines of the list of support, and what to do. */
export const LINES: Record<EntryProblem, { says: Text; todo: Text }> = {
  no_name: {
    says: { es: 'líneas sin nombre legible', en: 'lines with no legible name' },
    todo: { es: 'Complete el nombre con la persona.', en: 'Complete the name with the person.' },
  },
  no_curp: {
    says: { es: 'líneas sin CURP', en: 'lines with no CURP' },
    todo: {
      es: 'Pida la CURP; está en la credencial de elector.',
      en: 'Ask for the CURP; it is on the voter card.',
    },
  },
  bad_curp: {
    says: { es: 'CURP mal escritas', en: 'CURPs written wrong' },
    todo: {
      es: 'Son dieciocho caracteres: cópiela de un documento.',
      en: 'It has eighteen characters: copy it from a document.',
    },
  },
  curp_digit: {
    says: { es: 'CURP cuyo último dígito no cuadra', en: 'CURPs whose last digit does not match' },
    todo: {
      es: 'Vuelva a leerla; puede ser un error de dedo.',
      en: 'Read it again; it may be a typing error.',
    },
  },
  repeated: {
    says: { es: 'líneas repetidas', en: 'repeated lines' },
    todo: { es: 'Deje una sola línea por persona.', en: 'Keep one line per person.' },
  },
  no_hire_date: {
    says: { es: 'líneas sin fecha de contratación', en: 'lines with no hire date' },
    todo: {
      es: 'Pida la fecha; está en el recibo de nómina.',
      en: 'Ask for the date; it is on the payslip.',
    },
  },
  hired_after: {
    says: {
      es: 'personas que entraron después de la fecha de la solicitud',
      en: 'people hired after the date of the request',
    },
    todo: {
      es: 'No cuentan: quítelas o cambie la fecha.',
      en: 'They do not count: take them off or change the date.',
    },
  },
  no_signature: {
    says: { es: 'líneas sin firma autógrafa', en: 'lines with no handwritten signature' },
    todo: { es: 'Recoja la firma de puño y letra.', en: 'Collect the signature by hand.' },
  },
  managerial: {
    says: { es: 'personas de confianza', en: 'managerial staff' },
    todo: {
      es: 'Quítelas: no cuentan y exponen la lista.',
      en: 'Take them off: they do not count and expose the list.',
    },
  },
  left: {
    says: { es: 'personas que ya no trabajan ahí', en: 'people who no longer work there' },
    todo: { es: 'Quítelas de la lista.', en: 'Take them off the list.' },
  },
  dismissed: {
    says: {
      es: 'personas despedidas en los últimos tres meses, que sí cuentan',
      en: 'people dismissed in the last three months, who do count',
    },
    todo: {
      es: 'Lleve las pruebas del despido y cuide su plazo de dos meses.',
      en: 'Bring proof of the dismissal and watch their two months.',
    },
  },
  under_age: {
    says: { es: 'personas menores de quince años según su CURP', en: 'people under fifteen by their CURP' },
    todo: {
      es: 'Revise la CURP; quien no cumple quince no puede afiliarse (362).',
      en: 'Check the CURP; under fifteen nobody may join (362).',
    },
  },
}
