import { catalogue } from '#platform/http/refusal.ts'

export const { texts: programsRefusals, refuse } = catalogue({
  'programs.calendar': {
    status: 422,
    es: 'Ese calendario o ese periodo no existe. Elige uno de la lista.',
    en: 'There is no such calendar or period. Choose one from the list.',
  },
  'programs.has-periods': {
    status: 409,
    es: 'Ya hay cifras publicadas con el calendario anterior; el calendario y la fecha de inicio no se cambian.',
    en: 'Figures were already published by the earlier calendar; the calendar and the first day stay as they are.',
  },
  'programs.overfull': {
    status: 422,
    es: 'Con eso, la persona pasaría del 100 % de su tiempo. Revisa sus otras asignaciones.',
    en: 'With that, the person would be allocated more than 100 % of their time. Check the other allocations.',
  },
  'programs.not-countable': {
    status: 422,
    es: 'Esta definición no se puede contar. Abajo dice por qué.',
    en: 'This definition cannot be counted. The reason is below.',
  },
  'programs.frozen': {
    status: 409,
    es: 'Sobre esta versión ya hay una firma o una objeción, y ya no cambia. Haz una versión nueva.',
    en: 'Somebody already signed or disputed this version, and it no longer changes. Make a new version.',
  },
  'programs.changed': {
    status: 409,
    es: 'El texto cambió desde que lo abriste. Léelo de nuevo antes de firmar.',
    en: 'The text changed since you opened it. Read it again before you sign.',
  },
  'programs.settled': {
    status: 409,
    es: 'Esta versión ya está firmada por las dos partes o la reemplazó otra.',
    en: 'Both parties already signed this version, or another has replaced it.',
  },
  'programs.letter-not-needed': {
    status: 409,
    es: 'El financiador tiene cuenta aquí: firma en su propia pantalla.',
    en: 'The funder has an account here: it signs on its own screen.',
  },
  'programs.no-definition': {
    status: 409,
    es: 'Este indicador todavía no tiene una definición que contar.',
    en: 'This indicator has no definition to count yet.',
  },
  'programs.period-open': {
    status: 409,
    es: 'El periodo todavía no termina. Sus cifras y su informe salen cuando cierre.',
    en: 'The period has not ended. Its figures and its report come out when it closes.',
  },
  'programs.template': {
    status: 422,
    es: 'No existe esa plantilla, o nombra bloques que nadie ofrece.',
    en: 'There is no such template, or it names blocks that nobody offers.',
  },
  'programs.report-frozen': {
    status: 409,
    es: 'El informe ya se entregó y no cambia. Lo que llegó después sale en una reexpresión.',
    en: 'The report was submitted and does not change. What came later goes into a restatement.',
  },
  'programs.report-lacks': {
    status: 409,
    es: 'Al informe le falta algo. La lista dice qué.',
    en: 'The report lacks something. The list says what.',
  },
  'programs.nothing-new': {
    status: 409,
    es: 'No llegó nada que cambie una cifra: no hay qué reexpresar.',
    en: 'Nothing arrived that changes a figure: there is nothing to restate.',
  },
  'programs.not-submitted': {
    status: 409,
    es: 'El informe todavía no se entrega.',
    en: 'The report has not been submitted yet.',
  },
  'programs.story-consent': {
    status: 422,
    es: 'Ese consentimiento no alcanza o ya venció. Habla con quien lo contó.',
    en: 'That consent does not reach so far, or has expired. Talk to whoever told it.',
  },
  'programs.story-points': {
    status: 422,
    es: 'Lo que se diría de la persona la señalaría entre muy pocas. Di menos de ella.',
    en: 'What would be said of the person would point them out among very few. Say less of them.',
  },
  'programs.file': {
    status: 422,
    es: 'El archivo no se pudo leer. Sirven PDF, JPEG o PNG para documentos, y XLSX o CSV para libros de datos.',
    en: 'The file could not be read. Documents may be PDF, JPEG or PNG; workbooks XLSX or CSV.',
  },
  'programs.too-wide': {
    status: 422,
    es: 'El libro es demasiado grande. Deja solo la hoja que se va a leer, con hasta 200 columnas, 20 mil renglones y 500 mil celdas.',
    en: 'The workbook is too large. Leave only the sheet to be read, with at most 200 columns, 20 thousand rows and 500 thousand cells.',
  },
  'programs.no-column': {
    status: 422,
    es: 'Al libro le falta una columna que la lectura guardada nombra, o la tiene dos veces.',
    en: 'The workbook lacks a column that the saved reading names, or has it twice.',
  },
  'programs.mapping': {
    status: 422,
    es: 'La lectura nombra un tipo de hecho o un dato que no existe o que no se importa, o lee algo más de la columna que dice de quién se trata.',
    en: 'The reading names a kind of fact or a detail that does not exist or is not imported, or reads something else from the column that says who it is about.',
  },
  'programs.other-file': {
    status: 409,
    es: 'No es el archivo que se probó, o ya se lee de otra manera. Pruébalo de nuevo.',
    en: 'This is not the file that was tried, or it now reads differently. Try it again.',
  },
  'programs.undone': {
    status: 409,
    es: 'Esta importación ya se deshizo.',
    en: 'This import was already undone.',
  },
  'programs.too-few': {
    status: 409,
    es: 'Hay muy pocos hechos detrás de esa cifra: una muestra diría cuántos tiene cada quien. Pide menos o elige otra.',
    en: 'There are too few facts behind that figure: a sample would tell how many each has. Ask for fewer or choose another.',
  },
  'programs.not-shown': {
    status: 409,
    es: 'La organización todavía no muestra ese registro.',
    en: 'The organization has not shown that record yet.',
  },
  'programs.nothing-to-audit': {
    status: 409,
    es: 'De esa cifra no se saca muestra: el periodo no ha cerrado, no se ha publicado o está protegida, no viene en un informe que te entregaron, o cambió quién comparte desde entonces. Elige otra.',
    en: 'No sample is drawn of that figure: the period has not ended, it was not published or is protected, it is in no report issued to you, or who shares has changed since. Choose another.',
  },
  'programs.audited': {
    status: 409,
    es: 'De esa cifra ya sacaste una muestra. Con otra se sabría de más.',
    en: 'You already drew a sample of that figure. Another would tell too much.',
  },
  'programs.own-showing': {
    status: 409,
    es: 'Quien muestra un registro no firma si coincide. Pídeselo a otra persona de tu organización.',
    en: 'Whoever shows a record does not sign whether it matches. Ask somebody else of your organization.',
  },
  'programs.settled-item': {
    status: 409,
    es: 'Ese registro ya se verificó, y lo firmado se queda.',
    en: 'That record was checked already, and what was signed stays.',
  },
  'programs.code-signed': {
    status: 409,
    es: 'La clave ya está en una definición, y con ella se firma: no se cambia. El título y el nivel sí.',
    en: 'The code stands in a definition already, and is signed with it: it does not change. The title and the level may.',
  },
})
