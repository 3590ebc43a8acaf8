import type { Report, TrusteeReport } from '../verify/report.ts'
import type { Language } from './language.ts'
import { limits } from './limits.ts'
import type { Comparison, Section } from './report.ts'

/** What a sound archive says, what was checked to say so, and what no archive can prove. */
export const soundSections = (report: Report, language: Language, comparison?: Comparison): Section[] => {
  const es = language === 'es'
  return [
    { title: es ? 'La elección' : 'The election', lines: electionLines(report, es) },
    ...(report.counts ? [{ title: es ? 'Resultado' : 'Result', lines: resultLines(report, es) }] : []),
    { title: es ? 'Lo que se comprobó' : 'What was checked', lines: checkedLines(report, es, comparison) },
    { title: es ? 'Quiénes custodian la llave' : 'Who holds the key', lines: trusteeLines(report, es) },
    {
      title: es ? 'Para comparar con otras copias' : 'To compare with other copies',
      lines: [
        `${es ? 'Huella de la elección' : 'Fingerprint of the election'}: ${report.fingerprint}`,
        `${es ? 'Último suceso' : 'Last event'}: ${report.lastEvent}`,
        `${es ? 'Tamaño' : 'Size'}: ${report.bytes} bytes`,
      ],
    },
    {
      title: es ? 'Lo que esto no puede probar' : 'What this cannot prove',
      lines: limits.map((limit) => limit[language]),
    },
  ]
}

const electionLines = (report: Report, es: boolean) => [
  report.name,
  `${es ? 'Identificador' : 'Identifier'}: ${report.uuid}`,
  `${es ? 'Credenciales con derecho a votar' : 'Credentials entitled to vote'}: ${report.entitled}`,
  `${es ? 'Boletas recibidas' : 'Ballots received'}: ${report.ballots}`,
  `${es ? 'Boletas que cuentan (la última de cada credencial)' : 'Ballots that count (the last of each credential)'}: ${report.counted}`,
  ...(report.entitledWeight === report.entitled
    ? []
    : [
        es
          ? `Atención: hay credenciales que valen más de un voto. Las boletas que cuentan suman ${report.countedWeight} votos de ${report.entitledWeight}.`
          : `Note: some credentials count for more than one vote. The ballots that count add up to ${report.countedWeight} votes of ${report.entitledWeight}.`,
      ]),
]

const resultLines = ({ questions, counts = [] }: Report, es: boolean): string[] =>
  questions.flatMap(({ question, answers, blank }, index) => {
    const names = blank ? [es ? 'Voto en blanco' : 'Blank vote', ...answers] : answers
    return [question, ...names.map((name, slot) => `    ${counts[index]?.[slot] ?? 0}  ${name}`)]
  })

const checkedLines = (report: Report, es: boolean, comparison: Comparison | undefined): string[] => {
  const { events, trustees, entitled, ballots, counted, stage } = report
  const decrypted = trustees.filter((trustee) => trustee.decrypted).length
  const tallied = stage === 'tallied' || stage === 'decided'
  const lines: readonly (string | false)[] = [
    es
      ? `Sucesos: ${events}. Forman una sola cadena, completa y en orden, y cada documento es el que la cadena nombra.`
      : `Events: ${events}. They form one chain, whole and in order, and each document is the one the chain names.`,
    es
      ? `Custodios: ${trustees.length}. Quien publicó cada llave demostró tenerla, y juntas forman la llave de la elección.`
      : `Trustees: ${trustees.length}. Whoever published each key proved to hold it, and together they form the key of the election.`,
    es
      ? `Credenciales: ${entitled}. Todas son válidas y distintas.`
      : `Credentials: ${entitled}. All are valid and distinct.`,
    es
      ? `Boletas: ${ballots}. Cada una está firmada por una credencial de la lista, no está repetida y demuestra, sin abrirse, que contiene un voto permitido.`
      : `Ballots: ${ballots}. Each is signed by a credential of the list, comes only once, and proves, unopened, that it holds a vote that is allowed.`,
    tallied &&
      (es
        ? `Suma cifrada: es exactamente la de las boletas que cuentan, que son ${counted}.`
        : `Encrypted sum: it is exactly that of the ballots that count, which number ${counted}.`),
    decrypted > 0 &&
      (es
        ? `Descifrados: ${decrypted}. Quien hizo cada uno demostró haber descifrado esa suma.`
        : `Decryptions: ${decrypted}. Whoever made each proved that they decrypted that sum.`),
    stage === 'decided' &&
      (es
        ? 'Resultado: los números publicados son los que dan esos descifrados.'
        : 'Result: the published numbers are the ones those decryptions give.'),
    comparison !== undefined &&
      (es
        ? `Copia anterior: es el principio de este archivo, que desde entonces creció ${comparison.added} bytes.`
        : `Earlier copy: it is the beginning of this archive, which has grown by ${comparison.added} bytes since.`),
  ]
  return lines.filter((line) => line !== false)
}

const trusteeLines = ({ trustees }: Report, es: boolean): string[] =>
  trustees.map((trustee, index) => {
    const name = trustee.name ?? (es ? 'sin nombre' : 'unnamed')
    return `${index + 1}. ${name} · ${roleOf(trustee, es)} · ${es ? 'llave' : 'key'} ${trustee.keyFingerprint}`
  })

const roleOf = ({ needed, members }: TrusteeReport, es: boolean) => {
  if (members === 1) return es ? 'indispensable' : 'indispensable'
  return es ? `bastan ${needed} de ${members}` : `${needed} of ${members} are enough`
}
