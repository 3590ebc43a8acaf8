/** A sentence in both languages. */
export type Sentence = { readonly es: string; readonly en: string }

type Data = Readonly<Record<string, string | number>>

/**
 * What whoever runs the server can mend themselves, each in one sentence that says how. Anything else is a fault of ours and is
 * shown as one.
 */
const complaints = {
  setting: ({ name, must }: Data) => ({
    es: `La variable ${name} no se entiende: ${must}`,
    en: `The setting ${name} is not understood: ${must}`,
  }),
  'public-url': ({ url }) => ({
    es: `PUBLIC_URL es ${url}: fuera de esta máquina tiene que empezar con https:// y no llevar nada después del nombre.`,
    en: `PUBLIC_URL is ${url}: beyond this machine it must start with https:// and have nothing after the name.`,
  }),
  'one-url': () => ({
    es: 'Faltan datos de la base: DATABASE_URL y DATABASE_OWNER_URL se ponen las dos, o ninguna.',
    en: 'The database settings are incomplete: give both DATABASE_URL and DATABASE_OWNER_URL, or neither.',
  }),
  'demo-elsewhere': () => ({
    es: 'El mundo de demostración sólo se hace en la base integrada: quita DEMO o quita DATABASE_URL.',
    en: 'The demo world is only made in the embedded database: remove DEMO or remove DATABASE_URL.',
  }),
  'port-taken': ({ port }) => ({
    es: `El puerto ${port} ya está ocupado. Cierra lo que lo usa o elige otro con PORT=3001 npm start.`,
    en: `Port ${port} is taken. Close what uses it, or choose another with PORT=3001 npm start.`,
  }),
  'port-refused': ({ port, host }) => ({
    es: `El sistema no permite escuchar en ${host}, puerto ${port}. Elige otro con PORT o HOST.`,
    en: `The system does not allow listening on ${host}, port ${port}. Choose another with PORT or HOST.`,
  }),
  'folder-refused': ({ folder }) => ({
    es: `No se puede escribir en ${folder}. Da permiso a este usuario o elige otra carpeta con DATA_DIR.`,
    en: `${folder} cannot be written to. Give this user permission, or choose another folder with DATA_DIR.`,
  }),
  'other-user': ({ folder, uid }) => ({
    es: `${folder} es de otro usuario de esta máquina (${uid}): corre esto como ese usuario.`,
    en: `${folder} belongs to another user of this machine (${uid}): run this as that user.`,
  }),
  'disk-full': ({ folder, free, needed }) => ({
    es: `El disco de ${folder} está lleno: quedan ${free} MB y se necesitan ${needed} MB. Libera espacio y vuelve a empezar.`,
    en: `The disk of ${folder} is full: ${free} MB are left and ${needed} MB are needed. Free some space and start again.`,
  }),
  'in-use': ({ folder }) => ({
    es: `Otro proceso ya usa los datos de ${folder}. Ciérralo primero o elige otra carpeta con DATA_DIR.`,
    en: `Another process already uses the data in ${folder}. Stop it first, or choose another folder with DATA_DIR.`,
  }),
  'no-binaries': ({ machine }) => ({
    es: `No hay base de datos integrada para esta máquina (${machine}). Pon DATABASE_URL con un PostgreSQL 15 o posterior.`,
    en: `There is no embedded database for this machine (${machine}). Set DATABASE_URL to a PostgreSQL 15 or later.`,
  }),
  'other-postgres': ({ found, brought }) => ({
    es: `Los datos son de PostgreSQL ${found} y esta versión trae ${brought}. Vuelve a la versión anterior, haz un respaldo y recupéralo en una carpeta nueva.`,
    en: `The data is PostgreSQL ${found}'s and this version brings ${brought}. Go back to the version before, make a backup, and restore it into a new folder.`,
  }),
  'database-stopped': ({ log }) => ({
    es: `La base de datos integrada no arranca; ${log} dice por qué.`,
    en: `The embedded database does not start; ${log} says why.`,
  }),
  'database-unreachable': ({ name, where }) => ({
    es: `${name}: nadie contesta en ${where}. Revisa el nombre, el puerto y que PostgreSQL esté encendido.`,
    en: `${name}: nobody answers at ${where}. Check the name, the port, and that PostgreSQL is running.`,
  }),
  'database-password': ({ name, user }) => ({
    es: `${name}: PostgreSQL no acepta a ${user} con esa contraseña, o el usuario no existe.`,
    en: `${name}: PostgreSQL does not accept ${user} with that password, or there is no such role.`,
  }),
  'database-missing': ({ name, database }) => ({
    es: `${name}: no existe la base ${database}. Créala: create database ${database} owner asamblea_owner.`,
    en: `${name}: there is no database ${database}. Create it: create database ${database} owner asamblea_owner.`,
  }),
  'database-other': ({ name, code }) => ({
    es: `${name}: PostgreSQL no deja entrar (código ${code}). Revisa la dirección.`,
    en: `${name}: PostgreSQL does not let us in (code ${code}). Check the address.`,
  }),
  'database-old': ({ found }) => ({
    es: `El servidor es PostgreSQL ${found}; hace falta el 15 o uno posterior.`,
    en: `The server is PostgreSQL ${found}; 15 or later is needed.`,
  }),
  'roles-missing': ({ roles }) => ({
    es: `Faltan roles en PostgreSQL (${roles}). Un superusuario debe correr una vez src/platform/db/bootstrap.sql.`,
    en: `Roles are missing in PostgreSQL (${roles}). A superuser must run src/platform/db/bootstrap.sql once.`,
  }),
  'role-name': ({ name, wanted, found }) => ({
    es: `${name} entra como ${found}; tiene que entrar como ${wanted}.`,
    en: `${name} signs in as ${found}; it must sign in as ${wanted}.`,
  }),
  'role-too-strong': ({ user, why }) => ({
    es: `DATABASE_URL entra como ${user}, que puede más de lo que debe (${why}): la separación entre organizaciones no valdría nada. Usa el rol de bootstrap.sql.`,
    en: `DATABASE_URL signs in as ${user}, which may do more than it should (${why}): nothing would keep organizations apart. Use the role of bootstrap.sql.`,
  }),
  'database-newer': ({ migration }) => ({
    es: `La base es de una versión más nueva que este programa (${migration}). Actualiza el programa.`,
    en: `The database is of a newer version than this program (${migration}). Upgrade the program.`,
  }),
  'bad-key': ({ file }) => ({
    es: `${file} no contiene una llave de 64 dígitos hexadecimales. Reponla con dos hojas: npm run admin -- key.`,
    en: `${file} does not hold a key of 64 hexadecimal digits. Put it back from two sheets: npm run admin -- key.`,
  }),
  'no-key': ({ file, wanted }) => ({
    es: `Falta la llave ${file}: esta base se cerró con la llave ${wanted}. Reponla con dos hojas: npm run admin -- key.`,
    en: `The key ${file} is missing: this database was sealed with key ${wanted}. Put it back from two sheets: npm run admin -- key.`,
  }),
  'wrong-key': ({ file, wanted, found }) => ({
    es: `${file} es la llave ${found}, pero esta base se cerró con la llave ${wanted}. Reponla con dos hojas: npm run admin -- key.`,
    en: `${file} is key ${found}, but this database was sealed with key ${wanted}. Put it back from two sheets: npm run admin -- key.`,
  }),
  'confirm-first': () => ({
    es: 'La rotación anterior no se ha confirmado: npm run admin -- rotate --confirm. Después se puede hacer otra.',
    en: 'The rotation before is not confirmed: npm run admin -- rotate --confirm. Then another can be made.',
  }),
  'stop-first': () => ({
    es: 'El servidor está encendido. Apágalo, repite esto y vuelve a encenderlo.',
    en: 'The server is running. Stop it, repeat this, and start it again.',
  }),
  'sheet-length': () => ({
    es: 'Una hoja tiene cuatro renglones de cinco grupos. Escríbelos completos, incluido el último grupo.',
    en: 'A sheet has four lines of five groups. Type them whole, the last group included.',
  }),
  'sheet-line': ({ line }) => ({
    es: `El renglón ${line} no coincide con su último grupo: revísalo letra por letra.`,
    en: `Line ${line} does not agree with its last group: check it letter by letter.`,
  }),
  'same-sheet': () => ({
    es: 'Es la misma hoja dos veces: hacen falta dos distintas.',
    en: 'That is the same sheet twice: two different ones are needed.',
  }),
  'other-key': () => ({
    es: 'Las dos hojas son de llaves distintas: compara el renglón «Llave» de cada una.',
    en: 'The two sheets are of different keys: compare the line “Key” of each.',
  }),
  'other-printing': () => ({
    es: 'Las dos hojas no se imprimieron juntas: usa dos del mismo día.',
    en: 'The two sheets were not printed together: use two of the same day.',
  }),
  'not-an-archive': ({ file }) => ({
    es: `${file} no es un archivo de respaldo de este programa.`,
    en: `${file} is not a backup file of this program.`,
  }),
  'archive-key': ({ file }) => ({
    es: `${file} se cerró con otra llave u otra contraseña. El nombre de un respaldo termina con su llave: compárala con la de las hojas.`,
    en: `${file} was sealed with another key or passphrase. A backup's name ends with its key: compare it with the sheets'.`,
  }),
  'archive-damaged': ({ file }) => ({
    es: `${file} está dañado o incompleto: no se recuperó nada. Usa otra copia.`,
    en: `${file} is damaged or incomplete: nothing was restored. Use another copy.`,
  }),
  'archive-newer': ({ file }) => ({
    es: `${file} es de una versión más nueva que este programa. Actualiza el programa.`,
    en: `${file} is of a newer version than this program. Upgrade the program.`,
  }),
  'archive-other-version': ({ file }) => ({
    es: `${file} es de otra versión. Lleva los dos servidores a la misma versión y vuelve a exportar.`,
    en: `${file} is of another version. Bring both servers to the same version and export again.`,
  }),
  'archive-kind': ({ file }) => ({
    es: `${file} no es lo que este comando espera: restore toma el respaldo de un servidor; import, la copia de una organización.`,
    en: `${file} is not what this command takes: restore takes a server's backup; import, the copy of one organization.`,
  }),
  'archive-unequal': ({ file }) => ({
    es: `Lo que quedó en la base no es igual a ${file}: no se recuperó nada. Avisa a quien desarrolla el programa.`,
    en: `What came into the database is not equal to ${file}: nothing was restored. Tell the program's developers.`,
  }),
  'not-empty': () => ({
    es: 'Aquí ya hay datos. Un respaldo se recupera en un lugar vacío: otra carpeta con DATA_DIR, o una base nueva.',
    en: 'There is data here already. A backup is restored into an empty place: another folder with DATA_DIR, or a new database.',
  }),
  'here-already': () => ({
    es: 'Esa organización ya está en este servidor. No se cambió nada.',
    en: 'That organization is on this server already. Nothing was changed.',
  }),
  'no-file': ({ file }) => ({ es: `No se puede leer ${file}.`, en: `${file} cannot be read.` }),
  'file-there': ({ file }) => ({
    es: `${file} ya existe; elige otro nombre.`,
    en: `${file} exists already; choose another name.`,
  }),
  'no-organization': ({ wanted }) => ({
    es: `Ninguna organización, o más de una, se llama ${wanted}. npm run admin -- check las muestra.`,
    en: `No organization, or more than one, is called ${wanted}. npm run admin -- check shows them.`,
  }),
  'no-person': ({ wanted, found }) => ({
    es: `La organización tiene ${found} personas que se llaman así: ${wanted}. Tiene que ser una; da su apodo completo o su identificador.`,
    en: `The organization has ${found} people called ${wanted}. It must be one; give the whole handle, or the id.`,
  }),
  'no-account': ({ login }) => ({
    es: `No hay una cuenta de demostración ${login}. Este comando sólo sirve en el mundo de demostración.`,
    en: `There is no demo account ${login}. This command only works in the demo world.`,
  }),
  'no-list': ({ wanted, lists }) => ({
    es: `La organización no tiene una lista llamada ${wanted}. Tiene: ${lists}.`,
    en: `The organization has no list called ${wanted}. It has: ${lists}.`,
  }),
  'no-data': ({ folder }) => ({
    es: `En ${folder} no hay datos. Di dónde están con DATA_DIR, o enciende el servidor una vez.`,
    en: `There is no data in ${folder}. Say where it is with DATA_DIR, or start the server once.`,
  }),
  'start-first': () => ({
    es: 'La base no está al día con este programa: enciende el servidor una vez y repite esto.',
    en: 'The database is not up to date with this program: start the server once and repeat this.',
  }),
  'nothing-to-confirm': () => ({
    es: 'No hay una rotación por confirmar.',
    en: 'There is no rotation to confirm.',
  }),
  'log-broken': ({ names }) => ({
    es: `Alguien alteró la bitácora de acceso de: ${names}. Avisa a su comité de vigilancia.`,
    en: `Somebody altered the access log of: ${names}. Tell their vigilance committee.`,
  }),
  'no-answer': () => ({
    es: 'Falta una respuesta: escríbela en la terminal o pásala por la entrada.',
    en: 'An answer is missing: type it in the terminal or pass it on the input.',
  }),
  usage: ({ usage }) => ({ es: `Se usa así: ${usage}`, en: `Use it like this: ${usage}` }),
} satisfies Record<string, (data: Data) => Sentence>

export type ComplaintCode = keyof typeof complaints
export const complaintCodes = Object.keys(complaints) as ComplaintCode[]

type Complaint = Error & { complaint: Sentence }

/** What stops the program, as an error to throw. */
export const complain = (code: ComplaintCode, data: Data = {}, cause?: unknown): Complaint => {
  const sentence = complaints[code](data)
  return Object.assign(new Error(sentence.en, { cause }), { complaint: sentence })
}

/** The sentence of an error that somebody can mend; `undefined` for a fault. */
export const complaintIn = (error: unknown): Sentence | undefined =>
  (error as Partial<Complaint> | null)?.complaint
