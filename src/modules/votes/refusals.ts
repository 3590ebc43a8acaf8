import { catalogue } from '#platform/http/refusal.ts'

export const { texts: voteRefusals, refuse } = catalogue({
  'votes.remote-off': {
    status: 409,
    es: 'La ley describe este voto en papel. La tableta y el voto remoto siguen apagados hasta que se registre la opinión de un abogado para este tipo de voto.',
    en: 'The law describes this vote on paper. The tablet and remote voting stay off until counsel’s opinion is recorded for this kind of vote.',
  },
  'votes.not-now': {
    status: 409,
    es: 'En el punto en que está este voto ya no se puede, o todavía no. Mira en qué paso va.',
    en: 'At the point where this vote stands, that can no longer be done, or not yet. See which step it is at.',
  },
  'votes.roll-frozen': {
    status: 409,
    es: 'El padrón está congelado: desde ahora nadie puede cambiarlo.',
    en: 'The roll is frozen: from now on nobody can change it.',
  },
  'votes.roll-not-ready': {
    status: 409,
    es: 'El padrón todavía tiene algo que lo impide. Mira la revisión y arréglalo antes de congelarlo.',
    en: 'Something in the roll still prevents it. See the check and mend it before freezing.',
  },
  'votes.roll-not-published': {
    status: 409,
    es: 'El padrón no se ha publicado. Publícalo y anota el día antes de congelarlo.',
    en: 'The roll has not been published. Publish it and note the day before freezing.',
  },
  'votes.objections-open': {
    status: 409,
    es: 'Hay inconformidades sin decidir. Decide cada una antes de congelar el padrón.',
    en: 'There are objections without a decision. Decide each before freezing the roll.',
  },
  'votes.slates-missing': {
    status: 409,
    es: 'Falta registrar las planillas de una pregunta, o las opciones.',
    en: 'The slates of a question, or its choices, are not registered yet.',
  },
  'votes.too-early': {
    status: 409,
    es: 'Todavía no es la hora que dice la convocatoria.',
    en: 'It is not yet the hour that the notice of call says.',
  },
  'votes.before-close': {
    status: 409,
    es: 'Los resultados se ven después del cierre.',
    en: 'Results are shown after the close.',
  },
  'votes.not-counted': {
    status: 409,
    es: 'Falta que dos personas coincidan en el conteo de cada urna, o falta el total del voto electrónico.',
    en: 'Two counters must still agree on each urn, or the electronic total is missing.',
  },
  'votes.aside-there': {
    status: 409,
    es: 'Ese conteo ya se dejó aparte, o alguien ya lo pidió y falta que otra persona lo confirme.',
    en: 'That count was already set aside, or somebody asked and another person has still to confirm it.',
  },
  'votes.many-names': {
    status: 409,
    es: 'Son más nombres de los que una persona abre sola en un día. Pide a otra persona de la dirección que lo apruebe, y vuelve a intentarlo.',
    en: 'These are more names than one person opens alone in a day. Ask another leader to approve it, and try again.',
  },
  'votes.sums-differ': {
    status: 422,
    es: 'La suma de votos, blancos y nulos no da las boletas de la urna. Cuenta otra vez; no se guardó.',
    en: 'Votes, blanks and nulls do not add up to the ballots in the urn. Count again; nothing was saved.',
  },
  'votes.file-changed': {
    status: 409,
    es: 'El archivo no coincide con su huella. Tómalo o elígelo de nuevo.',
    en: 'The file does not match its fingerprint. Take or choose it again.',
  },
  'votes.not-a-picture': {
    status: 422,
    es: 'El emblema tiene que ser una imagen.',
    en: 'The emblem has to be a picture.',
  },
  'votes.no-paper-yet': {
    status: 409,
    es: 'Todavía falta algo para hacer este documento: congelar el padrón, elegir la mesa o concluir el voto.',
    en: 'Something is still missing to make this paper: freezing the roll, choosing the table or concluding the vote.',
  },
  'votes.paper-misfit': {
    status: 409,
    es: 'Lo escrito no cabe en el papel. Acorta los textos o reparte las preguntas.',
    en: 'What is written does not fit on the paper. Shorten the texts or spread the questions.',
  },
  'votes.unknown-event': {
    status: 422,
    es: 'Ese paso no es de este tipo de voto.',
    en: 'That step does not belong to this kind of vote.',
  },
})
