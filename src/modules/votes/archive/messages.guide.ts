import { texts } from '#ui/language.tsx'

/** One sheet for whoever observes a vote: what to look at, in what order, and what to do when it is wrong. */
export const guideTexts = texts(
  {
    title: 'Para quien observa una votación',
    lead: 'No hay que saber matemáticas ni confiar en el sindicato ni en el servidor. Hay que copiar, comparar y guardar.',
    print: 'Imprimir',
    before: 'Antes',
    beforeSteps: [
      'Pide la dirección pública de la votación. No hace falta cuenta ni dar tu nombre.',
      'Anota en papel: la huella del padrón, cuántas personas pueden votar y cómo votan. Si hay urna electrónica: su huella, cuántas credenciales y quiénes custodian.',
      'Las credenciales no pueden ser más que las personas que votan en tableta y a distancia.',
      'Baja el verificador (asamblea-verify.html) y guárdalo: se abre con doble clic, sin internet. No lo bajes cada vez del mismo servidor.',
    ],
    during: 'Mientras se vota',
    duringSteps: [
      'En la mesa: mira que la urna se muestre vacía, anota los sellos y quién la cuida. Toma foto de cada acta.',
      'En la urna electrónica: baja el archivo varias veces y guarda cada copia con su hora.',
      'Compara el último asiento con otra persona que observe, por teléfono o en papel. Si para el mismo número de asientos es otro, hagan ruido.',
      'Comprueba un aparato: prepara un voto, anota el sello y pide abrirlo en lugar de enviarlo. En otro aparato mira que diga lo que elegiste. Ese voto no cuenta.',
    ],
    after: 'Después',
    afterSteps: [
      'Los sellos al abrir son los que anotaste. Dos personas cuentan cada urna por separado y sale igual.',
      'Las sumas de las urnas, que son públicas, dan el total en papel.',
      'Abre el archivo final con el verificador y, abajo, tu última copia. Debe decir «Todo es correcto».',
      'El total del archivo, el de la página y el del acta son el mismo.',
    ],
    wrong: 'Si algo no coincide',
    wrongSteps: [
      'No cierres ni borres nada: guarda el archivo tal cual y toma foto de la pantalla.',
      'Díselo en ese momento a la comisión y a los representantes, y pide que quede en el acta.',
      'Da tu copia a otra persona. Con dos copias distintas, cualquiera puede ver qué cambió.',
    ],
    limits: 'Lo que nadie puede ver en un archivo',
    limitsText:
      'Si alguien votó bajo presión o vendió su voto; si quien hizo las credenciales se quedó con alguna; si quienes custodian se juntaron para abrir votos. Por eso también se observa donde se reparten las credenciales y donde se guardan las llaves.',
    other: 'Con un programa de otra gente',
    otherText:
      'En Debian 12: apt install belenios-tool (versión 2.0), pon el archivo solo en una carpeta y ejecuta ahí «belenios-tool election verify».',
  },
  {
    title: 'For whoever observes a vote',
    lead: 'You need no mathematics, and no trust in the union or the server. You need to copy, compare and keep.',
    print: 'Print',
    before: 'Before',
    beforeSteps: [
      'Ask for the public address of the vote. It needs no account, and you give no name.',
      'Write down on paper: the fingerprint of the roll, how many may vote and how they vote. If there is an electronic box: its fingerprint, how many credentials, and who the trustees are.',
      'There cannot be more credentials than people who vote on a tablet and remotely.',
      'Download the verifier (asamblea-verify.html) and keep it: it opens by double click, without the internet. Do not download it each time from the same server.',
    ],
    during: 'During the vote',
    duringSteps: [
      'At the table: see the urn shown empty, write down the seals and who keeps it. Take a photo of each acta.',
      'At the electronic box: download the file several times and keep each copy with its hour.',
      'Compare the last entry with another observer, by phone or on paper. If for the same number of entries it is another, make noise.',
      'Check a device: prepare a ballot, write down the seal and ask to open it instead of sending it. On another device see that it says what you chose. That ballot does not count.',
    ],
    after: 'Afterwards',
    afterSteps: [
      'The seals at the opening are those you wrote down. Two people count each urn apart and it comes out equal.',
      'The sums of the urns, which are public, give the total on paper.',
      'Open the final file with the verifier and, below, your last copy. It must say “Everything is correct”.',
      'The total of the file, of the page and of the acta are the same.',
    ],
    wrong: 'If something does not match',
    wrongSteps: [
      'Close and erase nothing: keep the file as it is and photograph the screen.',
      'Tell the commission and the representatives there and then, and ask for it to stand in the acta.',
      'Give your copy to somebody else. With two different copies anybody can see what changed.',
    ],
    limits: 'What nobody can see in a file',
    limitsText:
      'Whether somebody voted under pressure or sold their vote; whether whoever made the credentials kept one; whether the trustees joined to open ballots. That is why people also observe where credentials are handed out and where keys are kept.',
    other: 'With a program of other people',
    otherText:
      'On Debian 12: apt install belenios-tool (version 2.0), put the file alone in a folder and run “belenios-tool election verify” there.',
  },
)
