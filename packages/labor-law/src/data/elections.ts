// Made by `npm run generate` from rules/*.toml. Edit those files, not this one.
import type { Election } from '../rule.ts'

export const elections: readonly Election[] = [
  {"basis":"secondary","source":"calendarios electorales publicados en prensa","day":"2024-06-02","scope":"federal","signedBy":null},
  {"basis":"secondary","source":"elección judicial; prensa de 2025","day":"2025-06-01","scope":"federal","signedBy":null},
  {"basis":"knowledge","source":"primer domingo de junio; falta leer la ley electoral","day":"2027-06-06","scope":"federal","signedBy":null},
]
