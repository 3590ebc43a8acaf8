// Made by `npm run generate` from rules/*.toml. Edit those files, not this one.
import type { Fine } from '../rule.ts'

export const fines: readonly Fine[] = [
  {"id":"FIN-UNION","article":"994 VI; 133 IV, V; 357","text":"LFT 2025-02-21","validFrom":"2019-05-02","basis":"read","minUma":250,"maxUma":5000,"perWorker":true,"conduct":{"es":"Presionar para entrar, salir o votar; meterse en el sindicato, impedirlo o tomar represalias; dominarlo.","en":"Pressing to join, leave or vote; interfering with the union, preventing it or taking reprisals; dominating it."},"note":null,"validTo":null,"source":null,"signedBy":null,"signedOn":null},
  {"id":"FIN-DISC","article":"994 VI","text":"LFT 2025-02-21","validFrom":"2019-05-02","basis":"read","minUma":250,"maxUma":5000,"perWorker":true,"conduct":{"es":"Discriminar, hostigar o acosar, o tolerarlo.","en":"Discriminating, harassing, or tolerating it."},"note":null,"validTo":null,"source":null,"signedBy":null,"signedOn":null},
  {"id":"FIN-RIGHTS","article":"994 VII; 133 VII","text":"LFT 2025-02-21","validFrom":"2019-05-02","basis":"read","minUma":250,"maxUma":2500,"perWorker":true,"conduct":{"es":"Restringir derechos que dan las leyes, o no cumplir lo que requieren el CFCRL o el centro de conciliación.","en":"Restricting rights the laws give, or ignoring what the CFCRL or the conciliation center requires."},"note":null,"validTo":null,"source":null,"signedBy":null,"signedOn":null},
  {"id":"FIN-ABSENT","article":"994 VIII; 684-E IV","text":"LFT 2025-02-21","validFrom":"2019-05-02","basis":"read","minUma":50,"maxUma":100,"perWorker":false,"conduct":{"es":"No ir a la audiencia de conciliación.","en":"Not attending the conciliation hearing."},"note":null,"validTo":null,"source":null,"signedBy":null,"signedOn":null},
  {"id":"FIN-HOURS","article":"994 I; 61, 69, 76, 77","text":"LFT 2025-02-21","validFrom":"2019-05-02","basis":"read","minUma":50,"maxUma":250,"perWorker":true,"conduct":{"es":"No respetar jornada, descanso semanal o vacaciones.","en":"Not respecting hours, weekly rest or vacations."},"note":null,"validTo":null,"source":null,"signedBy":null,"signedOn":null},
  {"id":"FIN-PROFIT","article":"994 II","text":"LFT 2025-02-21","validFrom":"2019-05-02","basis":"read","minUma":250,"maxUma":5000,"perWorker":true,"conduct":{"es":"No cumplir con el reparto de utilidades.","en":"Not complying with profit sharing."},"note":null,"validTo":null,"source":null,"signedBy":null,"signedOn":null},
  {"id":"FIN-SAFETY","article":"994 V","text":"LFT 2025-02-21","validFrom":"2019-05-02","basis":"read","minUma":250,"maxUma":5000,"perWorker":true,"conduct":{"es":"No cumplir normas de seguridad e higiene.","en":"Not complying with health and safety rules."},"note":null,"validTo":null,"source":null,"signedBy":null,"signedOn":null},
  {"id":"FIN-PREG","article":"995; 133 XIV, XV","text":"LFT 2025-02-21","validFrom":"2019-05-02","basis":"read","minUma":50,"maxUma":2500,"perWorker":true,"conduct":{"es":"Pedir prueba de no embarazo o despedir por embarazo, estado civil o cuidado de hijos.","en":"Asking for a non-pregnancy certificate or dismissing for pregnancy, marital status or child care."},"note":null,"validTo":null,"source":null,"signedBy":null,"signedOn":null},
  {"id":"FIN-CONTRACT","article":"1000","text":"LFT 2025-02-21","validFrom":"2019-05-02","basis":"read","minUma":250,"maxUma":5000,"perWorker":true,"conduct":{"es":"No cumplir salario, jornada o descansos del contrato colectivo.","en":"Not complying with the contract’s wages, hours or rest."},"note":null,"validTo":null,"source":null,"signedBy":null,"signedOn":null},
  {"id":"FIN-INSPECT","article":"1004-A","text":"LFT 2025-02-21","validFrom":"2019-05-02","basis":"read","minUma":250,"maxUma":5000,"perWorker":false,"conduct":{"es":"No dejar entrar a la inspección.","en":"Not letting inspectors in."},"note":null,"validTo":null,"source":null,"signedBy":null,"signedOn":null},
  {"id":"FIN-OUTSOURCE","article":"1004-C","text":"LFT 2025-02-21","validFrom":"2019-05-02","basis":"read","minUma":2000,"maxUma":50000,"perWorker":false,"conduct":{"es":"Subcontratar personal contra la ley.","en":"Outsourcing staff against the law."},"note":null,"validTo":null,"source":null,"signedBy":null,"signedOn":null},
  {"id":"FIN-DELAY","article":"48, 48 Bis II j","text":"LFT 2025-02-21","validFrom":"2019-05-02","basis":"read","minUma":100,"maxUma":1000,"perWorker":false,"conduct":{"es":"Funcionario que retrasa sin causa la Constancia de Representatividad.","en":"An official who delays the certificate of representativeness without cause."},"note":null,"validTo":null,"source":null,"signedBy":null,"signedOn":null},
  {"id":"FIN-OTHER","article":"1002","text":"LFT 2025-02-21","validFrom":"2019-05-02","basis":"read","minUma":50,"maxUma":5000,"perWorker":true,"conduct":{"es":"Otras violaciones sin multa propia.","en":"Other violations with no fine of their own."},"note":{"es":"Que aplique a las listas negras (133 IX) o al control del sindicato (133 XVII) está por confirmar: el 994 no las nombra.","en":"Whether it applies to blacklists (133 IX) or to control of the union (133 XVII) is to be confirmed: article 994 does not name them."},"validTo":null,"source":null,"signedBy":null,"signedOn":null},
]

export type FineId =
  | 'FIN-UNION'
  | 'FIN-DISC'
  | 'FIN-RIGHTS'
  | 'FIN-ABSENT'
  | 'FIN-HOURS'
  | 'FIN-PROFIT'
  | 'FIN-SAFETY'
  | 'FIN-PREG'
  | 'FIN-CONTRACT'
  | 'FIN-INSPECT'
  | 'FIN-OUTSOURCE'
  | 'FIN-DELAY'
  | 'FIN-OTHER'
