import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { run } from '../src/cli.ts'
import { type ProcedureId, procedureOf, procedures } from '../src/procedures.ts'

const TODAY = '2026-11-22'
const law = (command: string) => run(command.split(' ').filter(Boolean), TODAY)

describe('asamblea-law refuses, and says what to do', () => {
  it.each([
    ['divorce', 'No existe el trámite «divorce».', 'leadership_election'],
    ['constructor', 'No existe el trámite «constructor».', 'leadership_election'],
    ['leadership_election despido=2026-12-14', 'no tiene el hecho «despido»', 'election'],
    ['leadership_election toString=2026-12-14', 'no tiene el hecho «toString»', 'election'],
    ['leadership_election election=2026-02-30', '«2026-02-30» no es una fecha', '2026-12-14'],
    ['leadership_election election=14/12/2026', '«14/12/2026» no es una fecha', '2026-12-14'],
    ['leadership_election 2026-12-14', 'No entiendo «2026-12-14»', 'election=2026-12-14'],
    ['leadership_election election=2026-12-14@correo', 'No entiendo', 'election=2026-12-14'],
    ['leadership_election election=1926-12-14', 'fuera de los calendarios', '2016'],
    ['leadership_election election=2018-12-14', 'vale desde el', '2 de mayo de 2019'],
    ['leadership_election election=2026-12-14 --format pdf', 'Formato', '--format text, ics o html'],
    ['leadership_election election=2026-12-14 --lang fr', 'Idioma', '--lang es o --lang en'],
    ['leadership_election election=2026-12-14 --today ayer', '«ayer» no es una fecha', 'today'],
    ['leadership_election election=2026-12-14 --km lejos', 'kilómetros', '450'],
    ['leadership_election election=2026-12-14 --yes maybe', 'no pregunta «maybe»', 'leadership_election'],
    ['leadership_election election=2026-12-14 --explain vote', 'no tiene el paso «vote»', 'call'],
    ['leadership_election election=2026-12-14 --state 33', 'No hay estado «33»', 'INEGI'],
    ['leadership_election election=2026-12-14 --local', 'hace falta el lugar', 'estado'],
    ['leadership_election --frmat ics', '«--frmat»', '--format'],
    ['leadership_election election=2026-12-14 --format', '«--format»', '--format text|ics|html'],
    ['strike filing=2026-12-01 --state 02', 'por horas', '2026-12-14T10:00'],
    ['strike filing=2026-12-01T10:00', 'hace falta el lugar', 'municipio'],
    ['strike filing=2026-12-01T25:00 --state 02', 'no es una fecha', '2026-12-14T10:00'],
    ['strike filing=2026-12-01T10:00 --state 05 --municipality Torreón', '«Torreón»', 'Piedras Negras'],
  ])('%s', (command, why, what) => {
    const { code, out, err } = law(command)
    expect({ code, out }).toEqual({ code: 2, out: '' })
    expect(err).toContain(why)
    if (what !== 'leadership_election') expect(err).toContain(what)
    const english = law(command.includes('--lang') ? command : `${command} --lang en`)
    expect(english.code).toBe(2)
    if (!command.includes('--lang') && !/--format$/.test(command)) expect(english.err).not.toContain(why)
  })
})

describe('asamblea-law answers', () => {
  it('with its use and every procedure when asked nothing', () => {
    for (const lang of ['es', 'en'] as const) {
      const { code, out } = law(`--lang ${lang}`)
      expect(code).toBe(0)
      for (const id of Object.keys(procedures) as ProcedureId[])
        expect(out).toContain(procedureOf(id).name[lang])
      expect(law(`-h --lang ${lang}`).out).toBe(out)
    }
  })

  it.each(Object.keys(procedures) as ProcedureId[])('%s: with the events that can be dated', (id) => {
    const { out } = law(`${id} --lang en`)
    for (const [event, { name }] of Object.entries(procedureOf(id).events)) {
      expect(out).toContain(event)
      expect(out).toContain(name.en)
    }
  })

  it('with a calendar, counted from the day it is told', () => {
    const { code, out, err } = law('leadership_election election=2026-12-14')
    expect({ code, err }).toEqual({ code: 0, err: '' })
    expect(out).toContain('Hoy: domingo 22 de noviembre de 2026')
    expect(law('leadership_election election=2026-12-14 --today 2026-12-01 --lang en').out).toContain(
      'Today: Tuesday, December 1, 2026',
    )
  })

  it('in the three formats and both languages', () => {
    const command = 'leadership_election election=2026-12-14'
    for (const lang of ['es', 'en']) {
      expect(law(`${command} --lang ${lang} --format ics`).out.startsWith('BEGIN:VCALENDAR\r\n')).toBe(true)
      expect(law(`${command} --lang ${lang} --format html`).out.startsWith('<!doctype html>')).toBe(true)
      expect(law(`${command} --lang ${lang}`).out).toBe(law(`${command} --lang ${lang} --format text`).out)
    }
    expect(law(`${command} --format ics --lang es`).out).not.toBe(
      law(`${command} --format ics --lang en`).out,
    )
  })

  it('to a place by its name, its code or its letters alike', () => {
    const strike = (place: string) =>
      run(['strike', 'filing=2026-12-01T10:00', ...place.split('|')], TODAY).out
    const told = strike('--state|08|--municipality|037')
    expect(told).toContain('America/Ciudad_Juarez')
    expect(strike('--state|CHIH|--municipality|juarez')).toBe(told)
    expect(strike('--state|chihuahua|--municipality|Juárez')).toBe(told)
    expect(strike('--state|michoacan')).toContain('America/Mexico_City')
    expect(strike('--state|coahuila|--municipality|piedras negras')).toContain('America/Matamoros')
    expect(strike('--state|quintana roo')).toContain('America/Cancun')
    expect(strike('--state|Baja California')).toContain('America/Tijuana')
    expect(strike('--state|Baja California Sur')).toContain('America/Mazatlan')
  })

  it('to what arrived by mailbox', () => {
    const answer = (how: string) =>
      law(`title_dispute service=2026-12-01${how} --explain answer --lang en`).out
    expect(answer('')).not.toContain('747')
    for (const how of ['@mailbox', '@bulletin', '@personal']) expect(answer(how)).toContain('747')
    expect(answer('@mailbox')).not.toBe(answer('@bulletin'))
  })

  it('why a step has its dates', () => {
    const { out } = law('leadership_election election=2026-12-14 --explain call')
    expect(out).toContain('371 IX b')
    expect(out).toContain('leído en la ley')
  })
})

describe('the README', () => {
  const readme = readFileSync(join(import.meta.dirname, '..', 'README.md'), 'utf8')
  const commands = [...readme.matchAll(/^npx asamblea-law ?([^#>\n]*)/gm)].map(([, command]) => command!)

  it.each(commands)('shows a command that works: asamblea-law %s', (command) => {
    expect(law(command)).toMatchObject({ code: 0, err: '' })
  })

  it('shows a rule as it is', () => {
    const rules = readFileSync(join(import.meta.dirname, '..', 'rules', 'terms', '1-union.toml'), 'utf8')
    const [, shown] = /```toml\n([\s\S]*?)```/.exec(readme)!
    const lines = shown!
      .trim()
      .split('\n')
      .map((line) => line.replace(/ +#.*$/, ''))
    expect(lines.length).toBeGreaterThan(10)
    expect(rules).toContain(lines.join('\n'))
  })
})
