import { type Text, texts } from '../text/language.ts'

export const usage: Text = {
  es: `Comprueba el archivo de una elección sin confiar en quien la organizó.

  asamblea-verify ARCHIVO.bel [--against ANTERIOR.bel] [--find CLAVE] [--json] [--lang es|en] [--workers N]

  --against ANTERIOR.bel   comprueba además que una copia anterior es el principio de este archivo
  --find CLAVE             busca una boleta por su clave de seguimiento o su sello
  --json                   escribe el resultado para programas
  --lang es|en             idioma; si no se dice, el de esta computadora
  --workers N              cuántos procesadores usar; si no se dice, todos

Termina con 0 si todo es correcto, 1 si algo está mal, 2 si no se puede juzgar.`,
  en: `Checks the archive of an election without trusting whoever organized it.

  asamblea-verify ARCHIVE.bel [--against EARLIER.bel] [--find CODE] [--json] [--lang es|en] [--workers N]

  --against EARLIER.bel    also checks that an earlier copy is the beginning of this archive
  --find CODE              looks for a ballot by its tracker or its seal
  --json                   writes the result for programs
  --lang es|en             language; that of this computer when not given
  --workers N              how many processors to use; all when not given

Ends with 0 if everything is correct, 1 if something is wrong, 2 if it cannot be judged.`,
}

export const phrases = texts({
  credentials: { es: 'credenciales', en: 'credentials' },
  ballots: { es: 'boletas', en: 'ballots' },
  unreadableFile: { es: 'No se puede leer el archivo', en: 'The file cannot be read' },
  fault: {
    es: 'El programa falló y no llegó a ningún veredicto',
    en: 'The program failed and reached no verdict',
  },
})
