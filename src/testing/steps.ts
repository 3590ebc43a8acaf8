/** Operations of programs that each need the step before, from an award to its report: the module's own tests take them all. */
export const programSteps: readonly string[] = [
  'periods keepAward linkFunder addAction recordWork allocate endAllocation',
  'linkPartner keepIndicator keepTarget draftDefinition definition keepReading signDefinition',
  'disputeDefinition signByLetter file impact figures publishFigures openFigure',
  'ownRecords declareValue removeDeclared mine startReport report keepText',
  'chooseStories submitReport restateReport remakeReport download keepStory withdrawStory',
  'keepMapping tryWorkbook importWorkbook undoWorkbook drawAudit showRecord settleItem',
  'readWorkbook',
]
  .flatMap((line) => line.split(' '))
  .map((name) => `programs.${name}`)

/** Operations of an electronic box, which need keys made in a browser: `modules/votes/archive` and `modules/votes/booth` take them all. */
export const boxSteps: readonly string[] = [
  ...['close', 'count', 'discard', 'keepCredentials', 'relink', 'setUp'].map((name) => `boxes.${name}`),
  ...['addBooth', 'deliverCopy', 'loseBooth'].map((name) => `booth.${name}`),
]
