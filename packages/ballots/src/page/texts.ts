import { texts } from '../text/language.ts'

export const pageTexts = texts({
  title: { es: 'Comprobar una elección', en: 'Check an election' },
  intro: {
    es: 'Esta página comprueba el archivo público de una elección hecha con Asamblea o con Belenios. Trabaja en esta computadora: no envía nada a ningún lugar y funciona sin internet.',
    en: 'This page checks the public archive of an election made with Asamblea or Belenios. It works on this computer: it sends nothing anywhere and works without the internet.',
  },
  choose: {
    es: 'Elija el archivo (.bel) o arrástrelo hasta aquí',
    en: 'Choose the archive (.bel) or drag it here',
  },
  earlier: {
    es: 'Si guardó una copia anterior, elíjala también (opcional)',
    en: 'If you kept an earlier copy, choose it too (optional)',
  },
  check: { es: 'Comprobar', en: 'Check' },
  working: { es: 'Comprobando…', en: 'Checking…' },
  credentials: { es: 'credenciales', en: 'credentials' },
  ballots: { es: 'boletas', en: 'ballots' },
  fault: {
    es: 'La página falló y no llegó a ningún veredicto. Pruebe otra vez o en otro navegador.',
    en: 'The page failed and reached no verdict. Try again, or in another browser.',
  },
  find: {
    es: 'Busque su boleta: escriba su clave de seguimiento o su sello',
    en: 'Look for your ballot: type its tracker or its seal',
  },
  look: { es: 'Buscar', en: 'Look' },
  print: { es: 'Imprimir esta hoja', en: 'Print this page' },
  again: { es: 'Comprobar otro archivo', en: 'Check another archive' },
  file: { es: 'Archivo', en: 'File' },
  checkedOn: { es: 'Comprobado el', en: 'Checked on' },
  language: { es: 'English', en: 'Español' },
})

export type PageText = keyof typeof pageTexts
