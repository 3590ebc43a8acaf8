import { texts } from '#ui/language.tsx'

/** What the log says of each act, by its verb and what it was done to. */
export const programActs = texts(
  {
    'link funder': 'unió el programa a quien lo financia',
    'publish figures': 'contó y publicó las cifras de un periodo',
    'draw audit': 'sacó una muestra para verificar',
    'show record': 'mostró un registro en una verificación',
    'audit match': 'firmó que un registro coincide',
    'audit mismatch': 'firmó que un registro no coincide',
    'definition signed': 'firmó una definición',
    'definition disputed': 'no estuvo de acuerdo con una definición',
    'submit report': 'entregó un informe',
    'restate report': 'corrigió un informe entregado',
    'download report': 'descargó un informe',
    'import workbook': 'trajo el libro de un socio',
    'undo workbook': 'deshizo el libro de un socio',
    'withdraw story': 'retiró un testimonio',
  },
  {
    'link funder': 'linked the program to its funder',
    'publish figures': 'counted and published a period’s figures',
    'draw audit': 'drew a sample to check',
    'show record': 'showed a record in an audit',
    'audit match': 'signed that a record matches',
    'audit mismatch': 'signed that a record does not match',
    'definition signed': 'signed a definition',
    'definition disputed': 'disputed a definition',
    'submit report': 'submitted a report',
    'restate report': 'restated a report',
    'download report': 'downloaded a report',
    'import workbook': 'brought in a partner’s workbook',
    'undo workbook': 'undid a partner’s workbook',
    'withdraw story': 'withdrew a story',
  },
)
