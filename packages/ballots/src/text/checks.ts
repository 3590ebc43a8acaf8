import type { Check } from '../reasons.ts'
import { texts } from './language.ts'

/** The name of each check, as people read it. */
export const checkTexts = texts<Check>({
  file: { es: 'el archivo', en: 'the file' },
  records: { es: 'los registros', en: 'the records' },
  chain: { es: 'la cadena de sucesos', en: 'the chain of events' },
  election: { es: 'la elección', en: 'the election' },
  trustees: { es: 'los custodios', en: 'the trustees' },
  credentials: { es: 'la lista de credenciales', en: 'the list of credentials' },
  ballots: { es: 'las boletas', en: 'the ballots' },
  tally: { es: 'la suma cifrada', en: 'the encrypted sum' },
  decryptions: { es: 'los descifrados', en: 'the decryptions' },
  result: { es: 'el resultado', en: 'the result' },
  copy: { es: 'la copia anterior', en: 'the earlier copy' },
  code: { es: 'el código del votante', en: "the voter's code" },
  vote: { es: 'el voto', en: 'the vote' },
  challenge: { es: 'la revisión de una boleta', en: 'the inspection of a ballot' },
  secret: { es: 'la llave de un custodio', en: "a trustee's key" },
  ceremony: { es: 'la ceremonia de llaves', en: 'the key ceremony' },
})
