// Made by `npm run generate` from rules/*.toml. Edit those files, not this one.
import type { Paper } from '../rule.ts'

export const documents: Readonly<Record<DocumentId, Paper>> = {
  registration_request: {"es":"solicitud de registro","en":"registration request","article":"365"},
  registration_proof: {"es":"constancia de registro","en":"proof of registration","article":"366, 368"},
  demand_letter: {"es":"escrito que requiere resolver, con acuse","en":"letter demanding a decision, with receipt","article":"366"},
  standing: {"es":"toma de nota vigente","en":"current recognition of the leadership","article":"364 Bis, 692 IV"},
  change_report: {"es":"comunicación del cambio, por duplicado","en":"report of the change, in duplicate","article":"377 II"},
  assembly_minutes: {"es":"acta de asamblea autorizada","en":"authorized assembly minutes","article":"377 II"},
  assembly_request: {"es":"solicitud de asamblea firmada","en":"signed request for an assembly","article":"371 VIII"},
  joiners_leavers: {"es":"informe de altas y bajas","en":"joiners and leavers report","article":"377 III"},
  convocatoria: {"es":"convocatoria","en":"notice of call","article":"371 IX, 390 Bis, 390 Ter"},
  posting_proof: {"es":"prueba de publicación: foto con fecha y lugar, y testigos","en":"proof of posting: photo with date and place, and witnesses","article":"371 IX b, 390 Bis II"},
  roll: {"es":"padrón","en":"roll","article":"371 IX d, 390 Bis III a"},
  account: {"es":"cuenta completa de ingresos y gastos","en":"full account of income and spending","article":"373"},
  account_minutes: {"es":"acta de la asamblea de rendición de cuentas","en":"minutes of the accounts assembly","article":"373"},
  account_receipts: {"es":"acuses de recibo de cada integrante","en":"receipts from each member","article":"373"},
  certificate_request: {"es":"solicitud de constancia","en":"certificate request","article":"390 Bis I"},
  support_list: {"es":"lista de apoyo con nombre, CURP, fecha de contratación y firma autógrafa","en":"support list with name, CURP, hire date and handwritten signature","article":"390 Bis I"},
  cure_letter: {"es":"escrito que desahoga la prevención","en":"letter that answers the request to cure","article":"390 Bis I"},
  certificate: {"es":"Constancia de Representatividad","en":"certificate of representativeness","article":"387, 390 Bis"},
  contract: {"es":"contrato o convenio firmado por las partes","en":"contract or agreement signed by both sides","article":"390"},
  contract_scope: {"es":"ámbito de aplicación del contrato","en":"scope of the contract","article":"390 d"},
  vote_notice: {"es":"aviso de la consulta al CFCRL","en":"notice of the consultation to the CFCRL","article":"390 Ter I"},
  vote_minutes: {"es":"acta de votación","en":"minutes of the vote","article":"390 Ter II g"},
  result_report: {"es":"aviso del resultado bajo protesta de decir verdad","en":"report of the result under oath","article":"390 Ter II f"},
  registration_certificate: {"es":"Certificado de Registro del contrato o acuse de su solicitud","en":"certificate of registration of the contract, or receipt of its request","article":"391, 920 VI"},
  delivery_receipts: {"es":"firmas de recibido","en":"signatures of receipt","article":"132 XXX"},
  extension_request: {"es":"solicitud de prórroga de la prehuelga","en":"request to extend the pre-strike period","article":"927 V"},
  revision_request: {"es":"solicitud de revisión con acuse","en":"request for revision with receipt","article":"399, 399 Bis"},
  revision_agreement: {"es":"convenio de revisión","en":"revision agreement","article":"399 Ter"},
  demands: {"es":"pliego de peticiones","en":"list of demands","article":"920 I"},
  strike_filing: {"es":"emplazamiento a huelga por duplicado","en":"strike notice in duplicate","article":"920"},
  employer_answer: {"es":"contestación del patrón","en":"employer’s answer","article":"922"},
  nonexistence_request: {"es":"solicitud de inexistencia","en":"request for non-existence","article":"930 I"},
  majority_evidence: {"es":"lista de trabajadores y pruebas de la mayoría","en":"list of workers and proof of the majority","article":"931"},
  ruling: {"es":"resolución notificada","en":"ruling as served","article":"932"},
  dismissal_evidence: {"es":"pruebas del despido: recibos, credencial, mensajes, testigos","en":"proof of the dismissal: payslips, badge, messages, witnesses","article":"47, 784"},
  dismissal_notice: {"es":"aviso de rescisión","en":"notice of termination","article":"47"},
  payslips: {"es":"recibos de nómina","en":"payslips","article":"101"},
  medical_report: {"es":"dictamen médico","en":"medical report","article":"519"},
  conciliation_request: {"es":"solicitud de conciliación con acuse","en":"conciliation request with receipt","article":"684-C"},
  id_document: {"es":"identificación oficial","en":"official ID","article":"684-C I"},
  summons: {"es":"citatorio","en":"summons","article":"684-E IV"},
  lawsuit: {"es":"demanda con constancia de no conciliación","en":"lawsuit with the certificate of exhausted conciliation","article":"872"},
  claim: {"es":"demanda de titularidad que ofrece el recuento","en":"title claim that offers the recount","article":"897-A, 897-F"},
  answer: {"es":"contestación de la demanda","en":"answer to the claim","article":"897-B"},
  reply: {"es":"réplica o contrarréplica","en":"reply or rejoinder","article":"897-B"},
  evidence: {"es":"pruebas admitidas","en":"evidence admitted","article":"897-B"},
  payroll_data: {"es":"informes y listados de trabajadores","en":"reports and lists of workers","article":"897-F I"},
  objections: {"es":"objeciones a los listados con pruebas","en":"objections to the lists, with evidence","article":"897-F I"},
  rrm_petition: {"es":"petición al mecanismo laboral","en":"petition to the rapid response mechanism","article":"T-MEC 31-A"},
  rrm_evidence: {"es":"pruebas con fecha, con consentimiento de cada testigo","en":"dated evidence, with each witness’s consent","article":"T-MEC 31-A"},
  rrm_request: {"es":"solicitud de revisión entre gobiernos","en":"request for review between governments","article":"T-MEC 31-A.4"},
  remediation_demands: {"es":"lista de lo que se pide reparar","en":"list of what should be remedied","article":"T-MEC 31-A.4"},
}

export type DocumentId =
  | 'registration_request'
  | 'registration_proof'
  | 'demand_letter'
  | 'standing'
  | 'change_report'
  | 'assembly_minutes'
  | 'assembly_request'
  | 'joiners_leavers'
  | 'convocatoria'
  | 'posting_proof'
  | 'roll'
  | 'account'
  | 'account_minutes'
  | 'account_receipts'
  | 'certificate_request'
  | 'support_list'
  | 'cure_letter'
  | 'certificate'
  | 'contract'
  | 'contract_scope'
  | 'vote_notice'
  | 'vote_minutes'
  | 'result_report'
  | 'registration_certificate'
  | 'delivery_receipts'
  | 'extension_request'
  | 'revision_request'
  | 'revision_agreement'
  | 'demands'
  | 'strike_filing'
  | 'employer_answer'
  | 'nonexistence_request'
  | 'majority_evidence'
  | 'ruling'
  | 'dismissal_evidence'
  | 'dismissal_notice'
  | 'payslips'
  | 'medical_report'
  | 'conciliation_request'
  | 'id_document'
  | 'summons'
  | 'lawsuit'
  | 'claim'
  | 'answer'
  | 'reply'
  | 'evidence'
  | 'payroll_data'
  | 'objections'
  | 'rrm_petition'
  | 'rrm_evidence'
  | 'rrm_request'
  | 'remediation_demands'
