// Made by `npm run generate` from rules/*.toml. Edit those files, not this one.
import type { TermOfArt } from '../rule.ts'

export const glossary: readonly TermOfArt[] = [
  {"id":"acta","term":{"es":"acta","en":"minutes / formal record"},"means":{"es":"Documento firmado que hace constar lo ocurrido en una asamblea, votación o diligencia.","en":"Signed record of what happened in an assembly, vote or proceeding."},"article":"371 Bis, 373, 390 Bis","formsEs":["acta"],"formsEn":["minutes","formal record"]},
  {"id":"acta_constitutiva","term":{"es":"acta constitutiva","en":"founding assembly minutes"},"means":{"es":"Acta de la asamblea en que se constituye el sindicato.","en":"Minutes of the assembly that founds the union."},"article":"365","formsEs":["acta constitutiva"],"formsEn":["founding minutes","founding assembly minutes"]},
  {"id":"agremiado","term":{"es":"agremiado, afiliado, socio","en":"member"},"means":{"es":"Persona que pertenece al sindicato.","en":"Person who belongs to the union."},"article":"358","formsEs":["integrante","afiliado","afiliada","agremiado","socio","afiliación"],"formsEn":["member","membership"]},
  {"id":"allanamiento","term":{"es":"allanamiento","en":"acceptance of the claim"},"means":{"es":"Aceptación de la demanda por el demandado; no detiene un juicio de titularidad.","en":"Defendant accepts the claim; it does not stop a suit over who holds the contract."},"article":"897-B","formsEs":["allanamiento","allanarse","se allana"],"formsEn":["acceptance of the claim","accepting the claim"]},
  {"id":"altas_y_bajas","term":{"es":"altas y bajas","en":"joiners and leavers report"},"means":{"es":"Informe de movimientos de miembros, por lo menos cada tres meses.","en":"Report of membership changes, at least every three months."},"article":"377 III","formsEs":["altas y bajas"],"formsEn":["joiners and leavers"]},
  {"id":"asamblea","term":{"es":"asamblea","en":"general assembly"},"means":{"es":"Reunión de los miembros que decide según los estatutos.","en":"Meeting of members that decides under the statutes."},"article":"371 VIII","formsEs":["asamblea"],"formsEn":["assembly","assemblies"]},
  {"id":"autoridad_registral","term":{"es":"Autoridad Registral","en":"registration authority"},"means":{"es":"El CFCRL en su función de registro de sindicatos, contratos y reglamentos.","en":"The CFCRL when it registers unions, contracts and internal rules."},"article":"365, 527","formsEs":["Autoridad Registral"],"formsEn":["registration authority"]},
  {"id":"boleta","term":{"es":"boleta","en":"ballot"},"means":{"es":"Papel de voto, foliado y sellado en las consultas del CFCRL, sin nombre del votante.","en":"Ballot paper, numbered and stamped in CFCRL votes, never naming the voter."},"article":"371 IX f, 390 Bis III d","formsEs":["boleta"],"formsEn":["ballot"]},
  {"id":"buzon_electronico","term":{"es":"buzón electrónico","en":"electronic mailbox"},"means":{"es":"Buzón oficial para notificaciones; surten efecto en dos días.","en":"Official mailbox for notices; they take effect in two days."},"article":"390, 747 III","formsEs":["buzón electrónico","buzón"],"formsEn":["electronic mailbox","mailbox"]},
  {"id":"cancelacion_de_registro","term":{"es":"cancelación de registro","en":"cancellation of registration"},"means":{"es":"Pérdida del registro, solo por sentencia de tribunal.","en":"Loss of registration, only by a court."},"article":"369, 370","formsEs":["cancelación de registro"],"formsEn":["cancellation of registration"]},
  {"id":"centro_de_conciliacion","term":{"es":"Centro de Conciliación","en":"conciliation center"},"means":{"es":"Organismo federal (CFCRL) o local que concilia antes del juicio.","en":"Federal (CFCRL) or state body that conciliates before a lawsuit."},"article":"590-A a 590-F, 684-B","formsEs":["centro de conciliación","centro"],"formsEn":["conciliation center","conciliation centre"]},
  {"id":"certificado_de_registro_del_cct","term":{"es":"Certificado de Registro del CCT","en":"certificate of registration of the CBA"},"means":{"es":"Prueba de titularidad del contrato; se anexa al emplazamiento por revisión o violación.","en":"Proof of who holds the contract; attached to strike notices for revision or breach."},"article":"391, 920 VI","formsEs":["certificado de registro"],"formsEn":["certificate of registration"]},
  {"id":"cfcrl","term":{"es":"CFCRL","en":"Federal Center for Labor Conciliation and Registration"},"means":{"es":"Registro nacional de sindicatos y contratos y conciliación federal.","en":"National registry of unions and contracts, and federal conciliation."},"article":"590-A","formsEs":["CFCRL"],"formsEn":["CFCRL"]},
  {"id":"clausula_de_admision","term":{"es":"cláusula de admisión","en":"admission (closed-shop entry) clause"},"means":{"es":"El patrón contrata solo a miembros del sindicato titular; no afecta a quien ya trabaja.","en":"Employer hires only members of the contracting union; cannot harm present workers."},"article":"395","formsEs":["cláusula de admisión"],"formsEn":["admission clause","closed-shop"]},
  {"id":"clausula_de_exclusion_por_separacion","term":{"es":"cláusula de exclusión por separación","en":"exclusion (dismissal) clause"},"means":{"es":"Prohibida: despedir a quien deja el sindicato.","en":"Prohibited: dismissing a worker who leaves the union."},"article":"391","formsEs":["cláusula de exclusión por separación","cláusula de exclusión"],"formsEn":["exclusion clause"]},
  {"id":"coalicion","term":{"es":"coalición","en":"coalition of workers"},"means":{"es":"Acuerdo temporal de trabajadores para la defensa de intereses comunes.","en":"Temporary agreement of workers to defend common interests."},"article":"355","formsEs":["coalición"],"formsEn":["coalition"]},
  {"id":"comision_electoral","term":{"es":"comisión electoral","en":"electoral commission"},"means":{"es":"Órgano colegiado del sindicato que organiza y califica la elección; valida boletas con dos firmas.","en":"Collegiate union body that runs and certifies the election; two members sign ballots."},"article":"371 IX f, IX Ter","formsEs":["comisión electoral","órgano electoral","órgano colegiado"],"formsEn":["electoral commission","electoral body","collegiate body","collegiate electoral body"]},
  {"id":"comision_mixta","term":{"es":"comisión mixta","en":"joint commission"},"means":{"es":"Órgano con representantes del patrón y de los trabajadores.","en":"Body with employer and worker members."},"article":"392, 132 XXVIII","formsEs":["comisión mixta"],"formsEn":["joint commission"]},
  {"id":"comite_ejecutivo","term":{"es":"comité ejecutivo, directiva","en":"executive committee"},"means":{"es":"Órgano de dirección del sindicato.","en":"Union leadership body."},"article":"371, 376","formsEs":["comité ejecutivo","directiva"],"formsEn":["executive committee","leadership"]},
  {"id":"conciliacion_prejudicial","term":{"es":"conciliación prejudicial","en":"pre-trial conciliation"},"means":{"es":"Etapa obligatoria antes de demandar, hasta 45 días naturales.","en":"Mandatory step before suing, up to 45 calendar days."},"article":"684-A a 684-E","formsEs":["conciliación prejudicial","conciliación"],"formsEn":["pre-trial conciliation","conciliation"]},
  {"id":"confianza","term":{"es":"confianza, trabajador de","en":"trusted (managerial) employee"},"means":{"es":"Quien ejerce dirección o fiscalización; no puede estar en el sindicato de los demás ni votar.","en":"Management or oversight staff; cannot join the others' union nor vote."},"article":"9, 363, 390 Bis","formsEs":["de confianza"],"formsEn":["managerial staff","managerial"]},
  {"id":"constancia_de_no_conciliacion","term":{"es":"constancia de no conciliación","en":"certificate of exhausted conciliation"},"means":{"es":"Documento para poder demandar tras la conciliación.","en":"Document that lets one sue after conciliation."},"article":"684-E VIII, 872","formsEs":["constancia de no conciliación"],"formsEn":["certificate of exhausted conciliation"]},
  {"id":"constancia_de_representatividad","term":{"es":"Constancia de Representatividad","en":"certificate of representativeness"},"means":{"es":"Acredita respaldo de 30% para pedir un contrato inicial; vale seis meses.","en":"Proves 30% support to ask for a first contract; valid six months."},"article":"387, 390 Bis","formsEs":["constancia de representatividad","constancia"],"formsEn":["certificate of representativeness","certificate"]},
  {"id":"consulta","term":{"es":"consulta","en":"worker consultation (vote)"},"means":{"es":"Votación personal, libre y secreta sobre un contrato o sobre representación.","en":"Personal, free, secret vote on a contract or on representation."},"article":"390 Bis, 390 Ter","formsEs":["consulta"],"formsEn":["consultation"]},
  {"id":"contrato_colectivo_de_trabajo","term":{"es":"contrato colectivo de trabajo (CCT)","en":"collective bargaining agreement"},"means":{"es":"Convenio entre sindicato y patrón sobre las condiciones de trabajo.","en":"Agreement of union and employer on working conditions."},"article":"386","formsEs":["contrato colectivo","contrato inicial","contrato"],"formsEn":["collective contract","collective bargaining agreement","first contract","contract"]},
  {"id":"contrato_de_proteccion","term":{"es":"contrato de protección","en":"protection contract"},"means":{"es":"Contrato firmado sin conocimiento de los trabajadores para impedir un sindicato auténtico.","en":"Contract signed behind workers' backs to keep a real union out."},"article":"uso común","formsEs":["contrato de protección"],"formsEn":["protection contract"]},
  {"id":"contrato_ley","term":{"es":"contrato-ley","en":"sector-wide agreement"},"means":{"es":"Contrato obligatorio en toda una rama industrial.","en":"Agreement binding on a whole branch of industry."},"article":"404","formsEs":["contrato-ley"],"formsEn":["sector-wide agreement"]},
  {"id":"convenio_de_revision","term":{"es":"convenio de revisión","en":"revision agreement"},"means":{"es":"Acuerdo que modifica el contrato colectivo.","en":"Agreement that changes the CBA."},"article":"399 Ter, 400 Bis","formsEs":["convenio de revisión"],"formsEn":["revision agreement"]},
  {"id":"convocatoria","term":{"es":"convocatoria","en":"notice of call"},"means":{"es":"Aviso formal de una elección, asamblea o consulta.","en":"Formal call to an election, assembly or vote."},"article":"371 IX, 390 Bis, 390 Ter","formsEs":["convocatoria","convocar","convoque","convocó","convoca","convocan","convocada"],"formsEn":["notice of call","call"]},
  {"id":"cuota_sindical","term":{"es":"cuota sindical","en":"union dues"},"means":{"es":"Aportación del miembro; el trabajador puede pedir por escrito que no se le descuente.","en":"Member contribution; a worker may refuse the deduction in writing."},"article":"110 VI, 371 XII","formsEs":["cuota sindical","cuotas"],"formsEn":["union dues","dues"]},
  {"id":"curp","term":{"es":"CURP","en":"national population ID code"},"means":{"es":"Clave de 18 caracteres; dato confidencial en los padrones.","en":"18-character ID; confidential in membership lists."},"article":"365, 365 Bis","formsEs":["CURP"],"formsEn":["CURP"]},
  {"id":"delegado","term":{"es":"delegado","en":"delegate / shop steward"},"means":{"es":"Representante de los trabajadores de un área o sección.","en":"Representative of workers of an area or section."},"article":"estatutos","formsEs":["delegado","delegada"],"formsEn":["delegate"]},
  {"id":"demanda_de_titularidad","term":{"es":"demanda de titularidad","en":"suit for ownership of the CBA"},"means":{"es":"Juicio para que otro sindicato pase a ser titular; se decide por recuento.","en":"Suit for another union to hold the contract; decided by recuento."},"article":"389, 897","formsEs":["demanda de titularidad","titularidad"],"formsEn":["title dispute","title claim","suit for ownership"]},
  {"id":"denegacion_de_derechos","term":{"es":"denegación de derechos","en":"denial of rights"},"means":{"es":"Negar libertad de asociación o negociación colectiva (T-MEC).","en":"Denying freedom of association or collective bargaining (USMCA)."},"article":"T-MEC 31-A.2","formsEs":["denegación de derechos","denegación"],"formsEn":["denial of rights","denial"]},
  {"id":"deposito","term":{"es":"depósito","en":"deposit (filing) of the contract"},"means":{"es":"Presentación del contrato ante el CFCRL.","en":"Filing of the contract with the CFCRL."},"article":"390","formsEs":["depósito","depositado","deposita","depositar"],"formsEn":["deposit","deposited"]},
  {"id":"despido","term":{"es":"despido","en":"dismissal"},"means":{"es":"Rescisión por el patrón; exige aviso escrito.","en":"Employer termination; written notice needed."},"article":"47","formsEs":["despido","despedir","despidieron","despedida","despedido"],"formsEn":["dismissal","dismissed","dismissing"]},
  {"id":"dias_habiles","term":{"es":"días hábiles","en":"business days"},"means":{"es":"Todos salvo sábados, domingos, descansos obligatorios y suspensiones de la autoridad.","en":"All but Saturdays, Sundays, mandatory rest days and authority closures."},"article":"715","formsEs":["días hábiles","hábil","hábiles"],"formsEn":["business day","business"]},
  {"id":"dias_naturales","term":{"es":"días naturales","en":"calendar days"},"means":{"es":"Todos los días corridos.","en":"Every day."},"article":"399, 684-D","formsEs":["días naturales","naturales"],"formsEn":["calendar day"]},
  {"id":"emplazamiento_a_huelga","term":{"es":"emplazamiento a huelga","en":"strike notice"},"means":{"es":"Escrito con pliego de peticiones que anuncia la huelga.","en":"Filing with demands that announces the strike."},"article":"920","formsEs":["emplazamiento a huelga","emplazamiento","emplazar","emplaza","emplazada"],"formsEn":["strike notice","strike filing"]},
  {"id":"estallar","term":{"es":"estallar (la huelga)","en":"to begin the strike"},"means":{"es":"Suspender las labores en la fecha y hora anunciadas.","en":"To stop work at the announced date and time."},"article":"920","formsEs":["estallar","estalla","estalle","estalló"],"formsEn":["begin the strike","strike begins"]},
  {"id":"estatutos","term":{"es":"estatutos","en":"union statutes (by-laws)"},"means":{"es":"Reglas internas del sindicato.","en":"Internal rules of the union."},"article":"371","formsEs":["estatutos"],"formsEn":["statutes","by-laws"]},
  {"id":"expulsion","term":{"es":"expulsión","en":"expulsion"},"means":{"es":"Exige asamblea para ese solo fin, audiencia y dos tercios del total.","en":"Needs a single-purpose assembly, a hearing and two thirds of all members."},"article":"371 VII","formsEs":["expulsión","expulsar"],"formsEn":["expulsion","expel","expelled"]},
  {"id":"fuero_sindical","term":{"es":"fuero sindical","en":"union immunity"},"means":{"es":"No existe como tal en la LFT; el directivo despedido sigue en funciones.","en":"No such immunity in the LFT; a dismissed officer keeps functions."},"article":"376","formsEs":["fuero sindical"],"formsEn":["union immunity"]},
  {"id":"huelga_existente","term":{"es":"huelga existente, inexistente, ilícita","en":"existent, non-existent, illicit strike"},"means":{"es":"Calificaciones legales de la huelga.","en":"Legal classes of a strike."},"article":"459, 929-934","formsEs":["huelga existente","inexistente","inexistencia","ilícita","huelga"],"formsEn":["non-existent","non-existence","existent","illicit","strike"]},
  {"id":"indicios","term":{"es":"indicios","en":"prima facie indications"},"means":{"es":"Elementos que dan sospecha razonable para eximir de conciliación.","en":"Elements of reasonable suspicion that lift conciliation."},"article":"685 Ter","formsEs":["indicios"],"formsEn":["prima facie","evidence of a denial"]},
  {"id":"injerencia_patronal","term":{"es":"injerencia patronal","en":"employer interference"},"means":{"es":"Actos del patrón para controlar o favorecer un sindicato.","en":"Employer acts to control or favour a union."},"article":"357, 133","formsEs":["injerencia patronal","injerencia"],"formsEn":["employer interference","interference"]},
  {"id":"inspeccion_del_trabajo","term":{"es":"inspección del trabajo","en":"labor inspection"},"means":{"es":"Verificación de la STPS o estatal.","en":"Check by federal or state inspectors."},"article":"371 Bis, 540","formsEs":["inspección del trabajo","inspección federal","inspección"],"formsEn":["labor inspection","inspectorate","inspectors"]},
  {"id":"instalacion_cubierta","term":{"es":"instalación cubierta","en":"covered facility"},"means":{"es":"Centro que comercia o compite en la región y es de sector prioritario.","en":"Facility that trades or competes in the region in a priority sector."},"article":"T-MEC 31-A.15","formsEs":["instalación cubierta","instalación"],"formsEn":["covered facility","facility"]},
  {"id":"legitimacion","term":{"es":"legitimación","en":"legitimation of existing contracts"},"means":{"es":"Votación única de los contratos anteriores a 2019, cerrada el 1 de mayo de 2023.","en":"One-off vote on pre-2019 contracts, closed on 1 May 2023."},"article":"transitorio 11","formsEs":["legitimación","legitimado","legitimar"],"formsEn":["legitimation","legitimated"]},
  {"id":"mampara","term":{"es":"mampara","en":"voting screen"},"means":{"es":"Lugar donde se marca la boleta en secreto.","en":"Booth to mark the ballot in secret."},"article":"390 Bis III e","formsEs":["mampara"],"formsEn":["voting screen","screen"]},
  {"id":"mlrr","term":{"es":"MLRR","en":"Rapid Response Labor Mechanism (RRM)"},"means":{"es":"Mecanismo del T-MEC por instalación específica.","en":"USMCA facility-specific mechanism."},"article":"T-MEC 31-A, 31-B","formsEs":["MLRR","mecanismo laboral de respuesta rápida","mecanismo laboral"],"formsEn":["RRM","rapid response labor mechanism","rapid response mechanism"]},
  {"id":"negociacion_colectiva_autentica","term":{"es":"negociación colectiva auténtica","en":"genuine collective bargaining"},"means":{"es":"Con representación y voto real de los trabajadores.","en":"With real worker representation and vote."},"article":"386 Bis","formsEs":["negociación colectiva auténtica","negociación colectiva"],"formsEn":["genuine collective bargaining","collective bargaining","bargaining"]},
  {"id":"padron","term":{"es":"padrón","en":"voter roll / member roll"},"means":{"es":"Lista de quienes pueden votar o de miembros.","en":"List of those entitled to vote, or of members."},"article":"365 Bis, 371 IX d, 390 Bis","formsEs":["padrón"],"formsEn":["roll","voter roll"]},
  {"id":"personalidad","term":{"es":"personalidad","en":"legal standing"},"means":{"es":"Acreditación de quien representa.","en":"Proof of authority to represent."},"article":"390, 927","formsEs":["personalidad"],"formsEn":["legal standing","standing"]},
  {"id":"planilla","term":{"es":"planilla","en":"slate"},"means":{"es":"Lista de candidatos que compiten juntos.","en":"List of candidates that run together."},"article":"371 IX f","formsEs":["planilla"],"formsEn":["slate"]},
  {"id":"pliego_de_peticiones","term":{"es":"pliego de peticiones","en":"list of demands"},"means":{"es":"Demandas que acompañan al emplazamiento.","en":"Demands in the strike filing."},"article":"920","formsEs":["pliego de peticiones","pliego"],"formsEn":["list of demands","demands"]},
  {"id":"prehuelga","term":{"es":"prehuelga","en":"pre-strike period"},"means":{"es":"Tiempo entre la notificación y la suspensión de labores.","en":"Time between service and the stoppage."},"article":"920, 927","formsEs":["prehuelga"],"formsEn":["pre-strike"]},
  {"id":"prescripcion","term":{"es":"prescripción","en":"limitation period"},"means":{"es":"Pérdida del derecho por tiempo: dos meses en despido, un año en general.","en":"Loss of a right by time: two months for dismissal, one year in general."},"article":"516-522","formsEs":["prescripción","prescribe"],"formsEn":["limitation period","limitation"]},
  {"id":"prevencion","term":{"es":"prevención","en":"request to cure defects"},"means":{"es":"La autoridad pide completar una solicitud.","en":"Authority asks to complete a filing."},"article":"366, 390 Bis I","formsEs":["prevención","prevenir","previene"],"formsEn":["request to cure","cure"]},
  {"id":"profedet","term":{"es":"PROFEDET","en":"federal labor defender"},"means":{"es":"Defensa gratuita del trabajador.","en":"Free legal aid for workers."},"article":"530","formsEs":["PROFEDET","procurador"],"formsEn":["PROFEDET","public defender"]},
  {"id":"protesta_de_decir_verdad","term":{"es":"protesta de decir verdad","en":"declaration under oath"},"means":{"es":"Manifestación con responsabilidad por falsedad.","en":"Statement with liability for falsehood."},"article":"390 Ter II f","formsEs":["protesta de decir verdad","bajo protesta"],"formsEn":["under oath","oath"]},
  {"id":"recuento","term":{"es":"recuento","en":"court or authority supervised vote"},"means":{"es":"Votación secreta para probar mayoría o el apoyo a la huelga.","en":"Secret vote to prove majority or support for a strike."},"article":"897-F, 931","formsEs":["recuento"],"formsEn":["recount"]},
  {"id":"reinstalacion","term":{"es":"reinstalación","en":"reinstatement"},"means":{"es":"Volver al puesto tras un despido injustificado.","en":"Return to the post after unjust dismissal."},"article":"48","formsEs":["reinstalación","reinstalar","reinstale"],"formsEn":["reinstatement","reinstate","reinstating"]},
  {"id":"rendicion_de_cuentas","term":{"es":"rendición de cuentas","en":"financial accounting"},"means":{"es":"Informe completo a la asamblea cada seis meses, por lo menos.","en":"Full report to the assembly at least every six months."},"article":"373","formsEs":["rendición de cuentas","rendir cuenta","rinden cuentas"],"formsEn":["financial accounting","account","accounts"]},
  {"id":"representacion_proporcional_de_genero","term":{"es":"representación proporcional de género","en":"proportional gender representation"},"means":{"es":"La directiva refleja la proporción de mujeres y hombres.","en":"Leadership mirrors the share of women and men."},"article":"371 IX Bis","formsEs":["representación proporcional de género","proporción de mujeres"],"formsEn":["proportional representation by gender","proportion of women"]},
  {"id":"revision_contractual","term":{"es":"revisión contractual","en":"contract revision"},"means":{"es":"Revisión integral cada dos años, con voto.","en":"Full revision every two years, with a vote."},"article":"399, 400 Bis","formsEs":["revisión contractual","revisión integral","revisión"],"formsEn":["contract revision","full revision","revision"]},
  {"id":"revision_salarial","term":{"es":"revisión salarial","en":"wage revision"},"means":{"es":"Revisión anual del salario por cuota diaria.","en":"Yearly revision of daily wages."},"article":"399 Bis","formsEs":["revisión salarial","revisión de salarios"],"formsEn":["wage revision"]},
  {"id":"salarios_caidos_o_vencidos","term":{"es":"salarios caídos o vencidos","en":"back pay"},"means":{"es":"Hasta doce meses y luego 2% mensual sobre quince meses.","en":"Up to twelve months, then 2% a month on fifteen months."},"article":"48","formsEs":["salarios caídos","salarios vencidos"],"formsEn":["back pay"]},
  {"id":"seccion_sindical","term":{"es":"sección sindical","en":"union section / local"},"means":{"es":"Parte del sindicato por centro o región.","en":"Part of the union by site or region."},"article":"371","formsEs":["sección sindical","sección","secciones"],"formsEn":["union section","section"]},
  {"id":"secretario_general","term":{"es":"secretario general","en":"general secretary"},"means":{"es":"Representante legal del sindicato.","en":"Legal representative of the union."},"article":"376","formsEs":["secretario general","secretaría general"],"formsEn":["general secretary"]},
  {"id":"sindicato_charro","term":{"es":"sindicato charro","en":"co-opted union"},"means":{"es":"Sindicato controlado por el poder o el patrón (coloquial).","en":"Union controlled by power or employer (slang)."},"article":"uso común","formsEs":["sindicato charro"],"formsEn":["co-opted union"]},
  {"id":"sindicato_de_proteccion","term":{"es":"sindicato de protección","en":"protection union"},"means":{"es":"Sindicato que firma contratos a favor del patrón sin representar.","en":"Union that signs for the employer without representing."},"article":"uso común","formsEs":["sindicato de protección"],"formsEn":["protection union"]},
  {"id":"sindicato_titular","term":{"es":"sindicato titular","en":"incumbent (contract-holding) union"},"means":{"es":"El que tiene registrado el contrato colectivo.","en":"The union that holds the registered CBA."},"article":"389, 923","formsEs":["sindicato titular","titular"],"formsEn":["incumbent union","holds the contract"]},
  {"id":"stps","term":{"es":"STPS","en":"federal labor ministry"},"means":{"es":"Secretaría del Trabajo y Previsión Social.","en":"Ministry of Labor and Social Welfare."},"article":"523","formsEs":["STPS"],"formsEn":["labor ministry","STPS"]},
  {"id":"tabulador","term":{"es":"tabulador","en":"wage scale"},"means":{"es":"Tabla de salarios por categoría.","en":"Table of wages by job class."},"article":"391","formsEs":["tabulador"],"formsEn":["wage scale"]},
  {"id":"toma_de_nota","term":{"es":"toma de nota","en":"official recognition of leadership"},"means":{"es":"Constancia del registro de la directiva; en diez días.","en":"Proof of registered leadership; within ten days."},"article":"364 Bis, 377","formsEs":["toma de nota"],"formsEn":["official recognition","recognition of the leadership","recognition"]},
  {"id":"tribunal_laboral","term":{"es":"Tribunal Laboral","en":"labor court"},"means":{"es":"Juzgado del poder judicial que sustituyó a las Juntas.","en":"Judicial court that replaced the boards."},"article":"604","formsEs":["tribunal laboral","tribunal"],"formsEn":["labor court","court"]},
  {"id":"uma","term":{"es":"UMA","en":"unit of measure for fines"},"means":{"es":"Unidad de Medida y Actualización.","en":"Unit used to set fines."},"article":"992","formsEs":["UMA"],"formsEn":["UMA"]},
  {"id":"urna_transparente","term":{"es":"urna transparente","en":"transparent ballot box"},"means":{"es":"Se muestra vacía antes de votar.","en":"Shown empty before the vote."},"article":"390 Bis III e","formsEs":["urna transparente","urna"],"formsEn":["transparent ballot box","transparent box","ballot box"]},
  {"id":"voceria","term":{"es":"vocería","en":"spokesperson role"},"means":{"es":"Persona autorizada a hablar por el grupo (no legal).","en":"Person authorised to speak for the group (not legal)."},"article":"uso común","formsEs":["vocería"],"formsEn":["spokesperson"]},
  {"id":"voto_personal","term":{"es":"voto personal, libre, directo y secreto","en":"personal, free, direct and secret vote"},"means":{"es":"Garantía básica de la democracia sindical.","en":"Basic guarantee of union democracy."},"article":"358, 371, 390 Bis","formsEs":["voto personal","voto directo","voto secreto","voto"],"formsEn":["personal, free, direct and secret vote","secret vote","vote"]},
  {"id":"zona_libre_de_la_frontera_norte","term":{"es":"Zona Libre de la Frontera Norte","en":"northern border free zone"},"means":{"es":"Municipios con salario mínimo mayor.","en":"Municipalities with a higher minimum wage."},"article":"CONASAMI","formsEs":["Zona Libre de la Frontera Norte","frontera norte"],"formsEn":["northern border free zone","northern border"]},
  {"id":"acuse","term":{"es":"acuse de recibo","en":"receipt"},"means":{"es":"Sello o constancia de que alguien recibió un escrito, con fecha.","en":"Stamp or proof that someone received a paper, with its date."},"article":"373, 684-E","formsEs":["acuse de recibo","acuse"],"formsEn":["proof of receipt","receipt"]},
  {"id":"adhesion","term":{"es":"adhesión","en":"adhesion"},"means":{"es":"Solicitud de otro sindicato que se suma a la de constancia, con su propio 30 %.","en":"Another union’s request that joins one for the certificate, with its own 30 %."},"article":"390 Bis II","formsEs":["adhesión","adherirse","adhiere","adhirió"],"formsEn":["adhesion","adhere","adheres","adhered"]},
  {"id":"aguinaldo","term":{"es":"aguinaldo","en":"year-end bonus"},"means":{"es":"Pago anual de por lo menos quince días de salario, antes del 20 de diciembre.","en":"Yearly payment of at least fifteen days of wages, before December 20."},"article":"87","formsEs":["aguinaldo"],"formsEn":["year-end bonus"]},
  {"id":"ambito","term":{"es":"ámbito","en":"scope"},"means":{"es":"Hasta dónde alcanza un sindicato o un contrato: actividad, empresas, lugares.","en":"How far a union or a contract reaches: activity, companies, places."},"article":"360, 390 d","formsEs":["ámbito de aplicación","ámbito"],"formsEn":["scope"]},
  {"id":"apercibir","term":{"es":"apercibir","en":"warn formally"},"means":{"es":"Avisar la autoridad qué consecuencia habrá si no se cumple.","en":"The authority warns of the consequence of not complying."},"article":"373, 684-E IV","formsEs":["apercibir","apercibimiento"],"formsEn":["warn"]},
  {"id":"archivo","term":{"es":"archivo del expediente","en":"closing of the file"},"means":{"es":"La autoridad cierra el asunto sin resolverlo.","en":"The authority closes the matter without deciding it."},"article":"684-E X","formsEs":["archivo","archiva"],"formsEn":["file closed","file is closed","closed without a certificate"]},
  {"id":"audiencia","term":{"es":"audiencia","en":"hearing"},"means":{"es":"Reunión ante la autoridad para hablar, probar o conciliar.","en":"Meeting before the authority to speak, prove or settle."},"article":"684-E, 720, 897-C","formsEs":["audiencia incidental","audiencia de juicio","audiencia"],"formsEn":["trial hearing","hearing"]},
  {"id":"autografa","term":{"es":"firma autógrafa","en":"handwritten signature"},"means":{"es":"Firma de puño y letra sobre papel.","en":"Signature by hand on paper."},"article":"371 IX a, 390 Bis I","formsEs":["firma autógrafa","autógrafa"],"formsEn":["handwritten signature","handwritten"]},
  {"id":"boletin","term":{"es":"boletín","en":"bulletin"},"means":{"es":"Lista impresa y electrónica en que el tribunal publica avisos que no son personales.","en":"Printed and online list where the court publishes notices that are not personal."},"article":"745, 747 II","formsEs":["boletín"],"formsEn":["bulletin"]},
  {"id":"calificacion","term":{"es":"calificación de la huelga","en":"classification of the strike"},"means":{"es":"Resolución del tribunal sobre si la huelga existe legalmente.","en":"The court’s ruling on whether the strike legally exists."},"article":"929-932","formsEs":["audiencia de calificación","calificación"],"formsEn":["classification hearing","classifies","classification"]},
  {"id":"citatorio","term":{"es":"citatorio","en":"summons"},"means":{"es":"Escrito que llama al patrón a la audiencia de conciliación.","en":"Paper that calls the employer to the conciliation hearing."},"article":"684-E IV","formsEs":["citatorio"],"formsEn":["summons"]},
  {"id":"constancia_de_registro","term":{"es":"constancia de registro","en":"proof of registration"},"means":{"es":"Papel que acredita que el sindicato está registrado.","en":"Paper that proves that the union is registered."},"article":"366, 368","formsEs":["constancia de registro","constancia del registro"],"formsEn":["proof of registration","proof of the registration"]},
  {"id":"contestacion","term":{"es":"contestación","en":"answer"},"means":{"es":"Escrito con que se responde a una demanda o a un emplazamiento.","en":"Brief that answers a claim or a strike notice."},"article":"897-B, 922","formsEs":["contestación","contestar","contesta","contestada"],"formsEn":["answer"]},
  {"id":"contrarreplica","term":{"es":"contrarréplica","en":"rejoinder"},"means":{"es":"Respuesta del demandado a la réplica.","en":"The respondent’s answer to the reply."},"article":"897-B","formsEs":["contrarréplica"],"formsEn":["rejoinder"]},
  {"id":"demanda","term":{"es":"demanda","en":"lawsuit / claim"},"means":{"es":"Escrito con que empieza un juicio.","en":"Paper that starts a lawsuit."},"article":"872, 897-A","formsEs":["demanda","demandar","demandado","demandada"],"formsEn":["lawsuit","claim","sue","suing","sued"]},
  {"id":"depositario","term":{"es":"depositario","en":"depositary"},"means":{"es":"Quien responde por la empresa y sus bienes mientras corre la prehuelga.","en":"Who answers for the company and its property while the pre-strike period runs."},"article":"921","formsEs":["depositario"],"formsEn":["depositary"]},
  {"id":"dof","term":{"es":"Diario Oficial de la Federación","en":"Official Gazette"},"means":{"es":"Publicación en que aparecen leyes y acuerdos federales.","en":"Publication of federal laws and orders."},"article":"uso común","formsEs":["Diario Oficial de la Federación","Diario Oficial","DOF"],"formsEn":["Official Gazette","DOF"]},
  {"id":"emplazamiento_a_juicio","term":{"es":"emplazamiento a juicio","en":"service of the claim"},"means":{"es":"Primera notificación de una demanda.","en":"First notification of a claim."},"article":"742 I, 897-B","formsEs":["emplazamiento a juicio"],"formsEn":["service of the claim"]},
  {"id":"horas_extra","term":{"es":"horas extra","en":"overtime"},"means":{"es":"Trabajo que pasa de la jornada.","en":"Work beyond the working day."},"article":"66-68","formsEs":["horas extra","hora extra"],"formsEn":["overtime"]},
  {"id":"imss","term":{"es":"IMSS","en":"IMSS (social security institute)"},"means":{"es":"Instituto Mexicano del Seguro Social.","en":"Mexican Social Security Institute."},"article":"897-F I","formsEs":["IMSS"],"formsEn":["IMSS"]},
  {"id":"indemnizacion","term":{"es":"indemnización","en":"indemnity"},"means":{"es":"Pago que repara un despido injustificado u otra pérdida del empleo.","en":"Payment that makes up for an unjustified dismissal or other loss of the job."},"article":"48-50","formsEs":["indemnización"],"formsEn":["indemnity","compensation"]},
  {"id":"infonavit","term":{"es":"INFONAVIT","en":"INFONAVIT (housing fund)"},"means":{"es":"Instituto del Fondo Nacional de la Vivienda para los Trabajadores.","en":"Workers’ housing fund."},"article":"897-F I","formsEs":["INFONAVIT"],"formsEn":["INFONAVIT"]},
  {"id":"interrupcion","term":{"es":"interrupción","en":"interruption"},"means":{"es":"El plazo vuelve a contarse completo.","en":"The time is counted again in full."},"article":"521","formsEs":["interrumpe","interrumpió","interrupción"],"formsEn":["interrupted","interruption"]},
  {"id":"jornada","term":{"es":"jornada","en":"working day / shift"},"means":{"es":"Tiempo en que la persona está a disposición del patrón; diurna, nocturna o mixta.","en":"Time at the employer’s disposal; day, night or mixed."},"article":"58-61","formsEs":["jornada diurna","jornada nocturna","jornada mixta","jornada"],"formsEn":["day shift","night shift","mixed shift","shift"]},
  {"id":"medidas_de_apremio","term":{"es":"medidas de apremio","en":"coercive measures"},"means":{"es":"Medios de la autoridad para hacer cumplir: multa, fuerza pública, arresto.","en":"The authority’s means to enforce: fine, public force, arrest."},"article":"731","formsEs":["medidas de apremio"],"formsEn":["coercive measures"]},
  {"id":"nulo","term":{"es":"voto nulo","en":"null vote"},"means":{"es":"Boleta en blanco o con más de una marca; no cuenta para nadie.","en":"Ballot left blank or with more than one mark; it counts for nobody."},"article":"390 Bis III g","formsEs":["nulo","nula","nulos"],"formsEn":["null"]},
  {"id":"objecion","term":{"es":"objeción","en":"objection"},"means":{"es":"Escrito que discute una prueba o una lista.","en":"Paper that disputes evidence or a list."},"article":"897-F I","formsEs":["objeción","objeciones","objetar","objete"],"formsEn":["objection","object"]},
  {"id":"panel","term":{"es":"panel","en":"panel"},"means":{"es":"Tres personas que resuelven un caso del mecanismo laboral.","en":"Three people who decide a case of the rapid response mechanism."},"article":"T-MEC 31-A.5","formsEs":["panel"],"formsEn":["panel"]},
  {"id":"personas_cubiertas","term":{"es":"personas cubiertas","en":"workers covered"},"means":{"es":"Quienes quedarían regidos por el contrato; sin personas de confianza.","en":"Those the contract would govern; no managerial staff."},"article":"390 Bis, 390 Ter","formsEs":["personas cubiertas","cubiertas"],"formsEn":["those covered","covered"]},
  {"id":"plan_de_reparacion","term":{"es":"plan de reparación","en":"course of remediation"},"means":{"es":"Acuerdo de los gobiernos sobre cómo reparar la denegación de derechos.","en":"The governments’ agreement on how to remedy the denial of rights."},"article":"T-MEC 31-A.4","formsEs":["plan de reparación"],"formsEn":["course of remediation","remediation"]},
  {"id":"prima_de_antiguedad","term":{"es":"prima de antigüedad","en":"seniority premium"},"means":{"es":"Doce días de salario por año de servicios, con tope.","en":"Twelve days of wages per year of service, with a ceiling."},"article":"162","formsEs":["prima de antigüedad","antigüedad"],"formsEn":["seniority premium","seniority"]},
  {"id":"prima_vacacional","term":{"es":"prima vacacional","en":"vacation premium"},"means":{"es":"Pago extra de por lo menos 25 % del salario de las vacaciones.","en":"Extra pay of at least 25 % of vacation wages."},"article":"80","formsEs":["prima vacacional"],"formsEn":["vacation premium"]},
  {"id":"prorroga","term":{"es":"prórroga","en":"extension"},"means":{"es":"Tiempo que se añade a un plazo o a un contrato.","en":"Time added to a term or a contract."},"article":"400, 927 V","formsEs":["prórroga","prorrogar","prorroga","prorrogó"],"formsEn":["extension","extend","extended"]},
  {"id":"ptu","term":{"es":"reparto de utilidades (PTU)","en":"profit sharing"},"means":{"es":"Parte de las ganancias de la empresa que toca a quienes trabajan.","en":"The workers’ share of the company’s profits."},"article":"117-131","formsEs":["reparto de utilidades","utilidades"],"formsEn":["profit sharing"]},
  {"id":"quorum","term":{"es":"quórum","en":"quorum"},"means":{"es":"Asistencia mínima para que una asamblea pueda sesionar.","en":"Least attendance for an assembly to sit."},"article":"371 VIII","formsEs":["quórum"],"formsEn":["quorum"]},
  {"id":"recurso","term":{"es":"recurso","en":"ordinary appeal"},"means":{"es":"Medio para que otra autoridad revise una resolución.","en":"Means to have another authority review a ruling."},"article":"897-E","formsEs":["recurso ordinario","recurso"],"formsEn":["ordinary appeal","appeal"]},
  {"id":"replica","term":{"es":"réplica","en":"reply"},"means":{"es":"Respuesta del actor a la contestación.","en":"The claimant’s answer to the answer."},"article":"897-B","formsEs":["réplica"],"formsEn":["reply"]},
  {"id":"requerimiento","term":{"es":"requerimiento","en":"formal demand"},"means":{"es":"Escrito que exige a alguien cumplir o resolver.","en":"Paper that demands someone comply or decide."},"article":"366","formsEs":["requerimiento","requerir","requiere","requerida"],"formsEn":["demand"]},
  {"id":"rescision","term":{"es":"rescisión","en":"termination for cause"},"means":{"es":"Fin de la relación de trabajo por una falta; exige aviso escrito.","en":"End of employment for a fault; written notice is required."},"article":"47","formsEs":["aviso de rescisión","rescisión"],"formsEn":["notice of termination"]},
  {"id":"riesgo_de_trabajo","term":{"es":"riesgo de trabajo","en":"work injury"},"means":{"es":"Accidente o enfermedad por el trabajo.","en":"Accident or illness from work."},"article":"473, 519","formsEs":["riesgo de trabajo","incapacidad"],"formsEn":["work injury","disability"]},
  {"id":"salario_integrado","term":{"es":"salario integrado","en":"integrated wage"},"means":{"es":"Cuota diaria más la parte diaria de las prestaciones.","en":"Daily cash wage plus the daily part of benefits."},"article":"84, 89","formsEs":["salario integrado"],"formsEn":["integrated wage"]},
  {"id":"salario_minimo","term":{"es":"salario mínimo","en":"minimum wage"},"means":{"es":"Lo menos que se puede pagar por una jornada, según la zona.","en":"The least that may be paid for a day’s work, by zone."},"article":"85, 90-96","formsEs":["salario mínimo","mínimo de la zona"],"formsEn":["minimum wage","zone’s minimum"]},
  {"id":"sat","term":{"es":"SAT","en":"SAT (tax authority)"},"means":{"es":"Servicio de Administración Tributaria.","en":"Tax administration service."},"article":"897-F I","formsEs":["SAT"],"formsEn":["SAT"]},
  {"id":"sentencia","term":{"es":"sentencia","en":"judgment"},"means":{"es":"Resolución que decide un juicio.","en":"Ruling that decides a lawsuit."},"article":"897-C, 897-E","formsEs":["sentencia"],"formsEn":["judgment"]},
  {"id":"servicio_publico","term":{"es":"servicio público","en":"public service"},"means":{"es":"Los del artículo 925: transporte, luz, agua, gas, hospitales y otros.","en":"Those of article 925: transport, power, water, gas, hospitals and others."},"article":"925","formsEs":["servicio público","servicios públicos"],"formsEn":["public service"]},
  {"id":"silencio","term":{"es":"registro por silencio","en":"registration by silence"},"means":{"es":"Registro que se tiene por hecho porque la autoridad no resolvió a tiempo.","en":"Registration taken as made because the authority did not decide in time."},"article":"366","formsEs":["registro por silencio","silencio"],"formsEn":["registration by silence","silence"]},
  {"id":"suspension","term":{"es":"suspensión del plazo","en":"suspension of the time"},"means":{"es":"El plazo se detiene y luego corre solo lo que faltaba.","en":"The time stops and later only what was left runs."},"article":"518","formsEs":["se suspende","suspendió","suspende y se reanuda","detenido","detiene"],"formsEn":["suspended","is stopped","stopped"]},
  {"id":"t_mec","term":{"es":"T-MEC","en":"USMCA"},"means":{"es":"Tratado entre México, Estados Unidos y Canadá.","en":"Treaty between Mexico, the United States and Canada."},"article":"T-MEC","formsEs":["T-MEC"],"formsEn":["USMCA","T-MEC"]},
  {"id":"traslado","term":{"es":"traslado","en":"service of a brief"},"means":{"es":"Entrega oficial a una parte de lo que presentó la otra.","en":"Official delivery to one side of what the other filed."},"article":"897-B, 897-F","formsEs":["traslado"],"formsEn":["served on the parties","answer served","reply served"]},
  {"id":"verificacion","term":{"es":"verificación","en":"verification"},"means":{"es":"Visita o revisión para comprobar hechos.","en":"Visit or check to establish facts."},"article":"371 Bis, T-MEC 31-A.7","formsEs":["verificación"],"formsEn":["verification"]},
  {"id":"vigencia","term":{"es":"vigencia","en":"period in force"},"means":{"es":"Tiempo en que algo vale.","en":"Time during which something holds."},"article":"387, 391","formsEs":["vigencia","vigente"],"formsEn":["in force","current"]},
  {"id":"convenio","term":{"es":"convenio","en":"settlement / agreement"},"means":{"es":"Acuerdo por escrito que obliga; ante el centro de conciliación vale como sentencia.","en":"Written agreement that binds; before the conciliation center it stands as a judgment."},"article":"684-E XIII, 399 Ter","formsEs":["convenio"],"formsEn":["settlement","agreement"]},
  {"id":"registro_publico","term":{"es":"registro público","en":"public registry"},"means":{"es":"Expedientes de sindicatos y contratos que el CFCRL publica en internet.","en":"Files of unions and contracts that the CFCRL publishes online."},"article":"365 Bis, 391 Bis","formsEs":["registro público","registro"],"formsEn":["public registry","registry","registration"]},
  {"id":"publicacion","term":{"es":"publicación en el centro de trabajo","en":"posting at the workplace"},"means":{"es":"Fijar un aviso donde pasa la gente; se prueba con foto, fecha, lugar y testigos.","en":"Fixing a notice where people pass; proved with a photo, date, place and witnesses."},"article":"371 IX b, 390 Bis II","formsEs":["prueba de publicación"],"formsEn":["proof of posting"]},
  {"id":"parte_demandante","term":{"es":"parte demandante","en":"claimant"},"means":{"es":"Quien empezó el juicio con su demanda.","en":"Whoever began the lawsuit with a claim."},"article":"897-A","formsEs":["parte demandante"],"formsEn":["claimant"]},
  {"id":"parte_demandada","term":{"es":"parte demandada","en":"respondent"},"means":{"es":"A quien se reclama en el juicio.","en":"Whoever the lawsuit is against."},"article":"897-B","formsEs":["parte demandada"],"formsEn":["respondent"]},
  {"id":"auto","term":{"es":"auto","en":"court order"},"means":{"es":"Decisión del tribunal durante el juicio, antes de la sentencia.","en":"Decision of the court during the lawsuit, before the judgment."},"article":"897-B","formsEs":["auto"],"formsEn":["court order"]},
  {"id":"desahogar","term":{"es":"desahogar una prevención","en":"answer a request to cure"},"means":{"es":"Contestar a la autoridad y entregar lo que pidió.","en":"To answer the authority and hand over what it asked for."},"article":"366, 390 Bis I","formsEs":["desahoga","desahogar"],"formsEn":["answers the request to cure"]},
  {"id":"foliar","term":{"es":"foliar","en":"number"},"means":{"es":"Poner a cada hoja o boleta su número seguido.","en":"To give each sheet or ballot its own number in order."},"article":"390 Bis III, 390 Ter II","formsEs":["foliadas","foliado","folio"],"formsEn":["numbered"]},
  {"id":"dictamen_medico","term":{"es":"dictamen médico","en":"medical report"},"means":{"es":"Opinión escrita de una médica o médico sobre la lesión.","en":"Written opinion of a doctor on the injury."},"article":"519","formsEs":["dictamen médico"],"formsEn":["medical report"]},
]

export type TermOfArtId =
  | 'acta'
  | 'acta_constitutiva'
  | 'agremiado'
  | 'allanamiento'
  | 'altas_y_bajas'
  | 'asamblea'
  | 'autoridad_registral'
  | 'boleta'
  | 'buzon_electronico'
  | 'cancelacion_de_registro'
  | 'centro_de_conciliacion'
  | 'certificado_de_registro_del_cct'
  | 'cfcrl'
  | 'clausula_de_admision'
  | 'clausula_de_exclusion_por_separacion'
  | 'coalicion'
  | 'comision_electoral'
  | 'comision_mixta'
  | 'comite_ejecutivo'
  | 'conciliacion_prejudicial'
  | 'confianza'
  | 'constancia_de_no_conciliacion'
  | 'constancia_de_representatividad'
  | 'consulta'
  | 'contrato_colectivo_de_trabajo'
  | 'contrato_de_proteccion'
  | 'contrato_ley'
  | 'convenio_de_revision'
  | 'convocatoria'
  | 'cuota_sindical'
  | 'curp'
  | 'delegado'
  | 'demanda_de_titularidad'
  | 'denegacion_de_derechos'
  | 'deposito'
  | 'despido'
  | 'dias_habiles'
  | 'dias_naturales'
  | 'emplazamiento_a_huelga'
  | 'estallar'
  | 'estatutos'
  | 'expulsion'
  | 'fuero_sindical'
  | 'huelga_existente'
  | 'indicios'
  | 'injerencia_patronal'
  | 'inspeccion_del_trabajo'
  | 'instalacion_cubierta'
  | 'legitimacion'
  | 'mampara'
  | 'mlrr'
  | 'negociacion_colectiva_autentica'
  | 'padron'
  | 'personalidad'
  | 'planilla'
  | 'pliego_de_peticiones'
  | 'prehuelga'
  | 'prescripcion'
  | 'prevencion'
  | 'profedet'
  | 'protesta_de_decir_verdad'
  | 'recuento'
  | 'reinstalacion'
  | 'rendicion_de_cuentas'
  | 'representacion_proporcional_de_genero'
  | 'revision_contractual'
  | 'revision_salarial'
  | 'salarios_caidos_o_vencidos'
  | 'seccion_sindical'
  | 'secretario_general'
  | 'sindicato_charro'
  | 'sindicato_de_proteccion'
  | 'sindicato_titular'
  | 'stps'
  | 'tabulador'
  | 'toma_de_nota'
  | 'tribunal_laboral'
  | 'uma'
  | 'urna_transparente'
  | 'voceria'
  | 'voto_personal'
  | 'zona_libre_de_la_frontera_norte'
  | 'acuse'
  | 'adhesion'
  | 'aguinaldo'
  | 'ambito'
  | 'apercibir'
  | 'archivo'
  | 'audiencia'
  | 'autografa'
  | 'boletin'
  | 'calificacion'
  | 'citatorio'
  | 'constancia_de_registro'
  | 'contestacion'
  | 'contrarreplica'
  | 'demanda'
  | 'depositario'
  | 'dof'
  | 'emplazamiento_a_juicio'
  | 'horas_extra'
  | 'imss'
  | 'indemnizacion'
  | 'infonavit'
  | 'interrupcion'
  | 'jornada'
  | 'medidas_de_apremio'
  | 'nulo'
  | 'objecion'
  | 'panel'
  | 'personas_cubiertas'
  | 'plan_de_reparacion'
  | 'prima_de_antiguedad'
  | 'prima_vacacional'
  | 'prorroga'
  | 'ptu'
  | 'quorum'
  | 'recurso'
  | 'replica'
  | 'requerimiento'
  | 'rescision'
  | 'riesgo_de_trabajo'
  | 'salario_integrado'
  | 'salario_minimo'
  | 'sat'
  | 'sentencia'
  | 'servicio_publico'
  | 'silencio'
  | 'suspension'
  | 't_mec'
  | 'traslado'
  | 'verificacion'
  | 'vigencia'
  | 'convenio'
  | 'registro_publico'
  | 'publicacion'
  | 'parte_demandante'
  | 'parte_demandada'
  | 'auto'
  | 'desahogar'
  | 'foliar'
  | 'dictamen_medico'
