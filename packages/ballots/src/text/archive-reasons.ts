import { texts } from './language.ts'

/** Why an archive, a ballot or a result is refused, for people who have never seen an archive. */
export const archiveReasonTexts = texts({
  'file-empty': { es: 'El archivo está vacío.', en: 'The file is empty.' },
  'not-an-archive': {
    es: 'El archivo no es el de una elección: no empieza como debe.',
    en: 'The file is not an election archive: it does not begin as one must.',
  },
  'version-unknown': {
    es: 'El archivo usa otra versión del protocolo, que este programa no sabe juzgar.',
    en: 'The archive uses another version of the protocol, which this program cannot judge.',
  },
  'group-unknown': {
    es: 'La elección usa un grupo matemático que este programa no conoce.',
    en: 'The election uses a mathematical group that this program does not know.',
  },
  'question-kind-unknown': {
    es: 'La elección tiene preguntas de un tipo que este programa no sabe contar (por ejemplo, con orden de preferencia).',
    en: 'The election has questions of a kind that this program cannot count (for example, ranked ones).',
  },
  'shuffle-unknown': {
    es: 'El archivo contiene mezclas de boletas, que este programa no sabe juzgar.',
    en: 'The archive contains shuffles of ballots, which this program cannot judge.',
  },
  'record-header-malformed': {
    es: 'El encabezado de un registro no está escrito como debe.',
    en: 'The header of a record is not written as it must be.',
  },
  'record-end-blocks': {
    es: 'El archivo trae al final bloques vacíos que no le pertenecen.',
    en: 'The file ends with empty blocks that do not belong to it.',
  },
  'record-truncated': {
    es: 'El archivo está cortado: le falta el final de un registro.',
    en: 'The file is cut short: the end of a record is missing.',
  },
  'record-too-large': {
    es: 'Un registro es más grande de lo que puede ser.',
    en: 'A record is larger than one can be.',
  },
  'record-hash-wrong': {
    es: 'El contenido de un registro no corresponde a su nombre: fue cambiado o se dañó.',
    en: 'The content of a record does not match its name: it was changed or damaged.',
  },
  'record-padding': {
    es: 'El relleno de un registro no está vacío.',
    en: 'The padding of a record is not empty.',
  },
  'record-not-text': {
    es: 'El contenido de un registro no es texto.',
    en: 'The content of a record is not text.',
  },
  'record-out-of-order': {
    es: 'Un registro falta, sobra o no está en su lugar.',
    en: 'A record is missing, extra or not in its place.',
  },
  'record-without-event': {
    es: 'El archivo termina con registros que ningún suceso explica.',
    en: 'The archive ends with records that no event accounts for.',
  },
  'setup-missing': {
    es: 'El archivo no contiene los documentos con que empieza una elección.',
    en: 'The archive does not hold the documents with which an election begins.',
  },
  'event-malformed': {
    es: 'Un suceso no está escrito como debe.',
    en: 'An event is not written as it must be.',
  },
  'event-parent-wrong': {
    es: 'La cadena está rota: un suceso no sigue al anterior.',
    en: 'The chain is broken: an event does not follow the one before it.',
  },
  'event-height-wrong': {
    es: 'La cadena está rota: un suceso no lleva el número que le toca.',
    en: 'The chain is broken: an event does not carry the number it should.',
  },
  'event-out-of-order': {
    es: 'Un suceso no puede ocurrir en este momento de la elección.',
    en: 'An event may not happen at this point of the election.',
  },
  'election-malformed': {
    es: 'El documento de la elección no está escrito como debe.',
    en: 'The document of the election is not written as it must be.',
  },
  'question-impossible': {
    es: 'La elección no tiene preguntas, o tiene una que nadie podría contestar.',
    en: 'The election has no questions, or has one that nobody could answer.',
  },
  'election-key-invalid': {
    es: 'La llave pública de la elección no es válida.',
    en: 'The public key of the election is not valid.',
  },
  'election-key-not-of-trustees': {
    es: 'La llave pública de la elección no es la de sus custodios.',
    en: 'The public key of the election is not that of its trustees.',
  },
  'election-text-empty': {
    es: 'Falta el nombre de la elección, una pregunta o una respuesta.',
    en: 'The name of the election, a question or an answer is empty.',
  },
  'trustees-malformed': {
    es: 'La lista de custodios no está escrita como debe.',
    en: 'The list of trustees is not written as it must be.',
  },
  'trustee-key-invalid': {
    es: 'La llave pública de un custodio no es válida.',
    en: 'The public key of a trustee is not valid.',
  },
  'trustee-proof-wrong': {
    es: 'Un custodio no demostró tener la llave que publicó.',
    en: 'A trustee did not prove that they hold the key they published.',
  },
  'threshold-impossible': {
    es: 'Un grupo de custodios pide más personas de las que tiene.',
    en: 'A group of trustees asks for more people than it has.',
  },
  'certificate-wrong': {
    es: 'El certificado de un custodio no es válido.',
    en: 'The certificate of a trustee is not valid.',
  },
  'polynomial-wrong': {
    es: 'Un custodio no firmó bien lo que repartió en la ceremonia de llaves.',
    en: 'A trustee did not properly sign what they dealt in the key ceremony.',
  },
  'dealer-signature-wrong': {
    es: 'Un custodio no firmó los certificados que están en la lista.',
    en: 'A trustee did not sign the certificates that are in the list.',
  },
  'member-signature-wrong': {
    es: 'Un custodio no firmó la llave que resultó de la ceremonia.',
    en: 'A trustee did not sign the key that came out of the ceremony.',
  },
  'member-key-wrong': {
    es: 'La llave de un custodio no es la que resulta de la ceremonia.',
    en: 'The key of a trustee is not the one that comes out of the ceremony.',
  },
  'credentials-malformed': {
    es: 'La lista pública de credenciales no está escrita como debe.',
    en: 'The public list of credentials is not written as it must be.',
  },
  'credentials-empty': {
    es: 'La lista pública de credenciales está vacía.',
    en: 'The public list of credentials is empty.',
  },
  'credential-repeated': {
    es: 'Una credencial aparece dos veces en la lista pública.',
    en: 'A credential appears twice in the public list.',
  },
  'credential-invalid': {
    es: 'Una credencial de la lista pública no es válida.',
    en: 'A credential of the public list is not valid.',
  },
  'credential-weighted': {
    es: 'Una credencial vale más de un voto: una persona, un voto.',
    en: 'A credential counts for more than one vote: one person, one vote.',
  },
  'ballot-not-canonical': {
    es: 'La boleta no está escrita en su única forma admitida.',
    en: 'The ballot is not written in its one admitted form.',
  },
  'ballot-of-another-election': {
    es: 'La boleta es de otra elección.',
    en: 'The ballot belongs to another election.',
  },
  'ballot-answers-count': {
    es: 'La boleta no responde tantas preguntas como tiene la elección.',
    en: 'The ballot does not answer as many questions as the election has.',
  },
  'ballot-proofs-count': {
    es: 'La boleta no trae tantas respuestas o pruebas como pide una pregunta.',
    en: 'The ballot does not bring as many answers or proofs as a question asks.',
  },
  'ballot-element-malformed': {
    es: 'Un número cifrado de la boleta no está escrito como debe.',
    en: 'An encrypted number of the ballot is not written as it must be.',
  },
  'ballot-seal-wrong': {
    es: 'El sello de la boleta no es el de su contenido: fue cambiada después de sellarse.',
    en: 'The seal of the ballot is not that of its content: it was changed after it was sealed.',
  },
  'ballot-repeated': {
    es: 'La misma boleta ya estaba en la urna: alguien la metió otra vez.',
    en: 'The same ballot was already in the box: someone put it in again.',
  },
  'ballot-credential-unknown': {
    es: 'La boleta está firmada con una credencial que no está en la lista pública.',
    en: 'The ballot is signed with a credential that is not in the public list.',
  },
  'ballot-number-out-of-range': {
    es: 'Un número de las pruebas de la boleta está fuera de su rango.',
    en: 'A number in the proofs of the ballot is out of range.',
  },
  'ballot-signature-wrong': {
    es: 'La firma de la boleta no es válida.',
    en: 'The signature of the ballot is not valid.',
  },
  'ballot-element-outside-group': {
    es: 'Un número cifrado de la boleta no pertenece al grupo de la elección.',
    en: 'An encrypted number of the ballot is not in the group of the election.',
  },
  'ballot-individual-proof-wrong': {
    es: 'La boleta no demuestra que cada respuesta vale cero o uno.',
    en: 'The ballot does not prove that each answer counts for zero or one.',
  },
  'ballot-overall-proof-wrong': {
    es: 'La boleta no demuestra que marcó tantas respuestas como se permite.',
    en: 'The ballot does not prove that it marks as many answers as allowed.',
  },
  'ballot-blank-proof-wrong': {
    es: 'La boleta no demuestra que es en blanco o que marcó respuestas, y no ambas cosas.',
    en: 'The ballot does not prove that it is blank or marks answers, and not both.',
  },
  'ballot-challenged': {
    es: 'La boleta fue abierta para revisarla, y por eso no puede contarse.',
    en: 'The ballot was opened for inspection, so it cannot be counted.',
  },
  'tally-count-wrong': {
    es: 'La suma cifrada no dice el número correcto de boletas: falta o sobra alguna.',
    en: 'The encrypted tally does not state the right number of ballots: one is missing or extra.',
  },
  'tally-wrong': {
    es: 'La suma cifrada no es la de las boletas que cuentan.',
    en: 'The encrypted tally is not that of the ballots that count.',
  },
  'decryption-malformed': {
    es: 'El descifrado de un custodio no está escrito como debe.',
    en: 'The decryption by a trustee is not written as it must be.',
  },
  'decryption-owner-unknown': {
    es: 'Descifró alguien que no está en la lista de custodios.',
    en: 'Someone decrypted who is not in the list of trustees.',
  },
  'decryption-repeated': {
    es: 'Un custodio aparece descifrando dos veces.',
    en: 'A trustee appears to have decrypted twice.',
  },
  'decryption-factor-invalid': {
    es: 'Un número del descifrado de un custodio no es válido.',
    en: 'A number in the decryption by a trustee is not valid.',
  },
  'decryption-proof-wrong': {
    es: 'Un custodio no demostró haber descifrado bien.',
    en: 'A trustee did not prove that they decrypted properly.',
  },
  'decryptions-missing': {
    es: 'Faltan descifrados de custodios para llegar a un resultado.',
    en: 'Decryptions by trustees are missing that a result needs.',
  },
  'result-malformed': {
    es: 'El resultado no está escrito como debe.',
    en: 'The result is not written as it must be.',
  },
  'result-wrong': {
    es: 'El resultado publicado no es el que dan los descifrados.',
    en: 'The published result is not the one the decryptions give.',
  },
  'copy-differs': {
    es: 'La copia anterior no es el principio de este archivo: algo ya escrito fue cambiado o quitado.',
    en: 'The earlier copy is not the beginning of this archive: something already written was changed or removed.',
  },
  'copy-longer': {
    es: 'La copia anterior es más larga que este archivo: algo ya escrito fue quitado.',
    en: 'The earlier copy is longer than this archive: something already written was removed.',
  },
})
