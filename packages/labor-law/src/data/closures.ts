// Made by `npm run generate` from rules/*.toml. Edit those files, not this one.
import type { Closures } from '../rule.ts'

export const closures: readonly Closures[] = [
  {"basis":"secondary","source":"DOF 2024-02-02, leído en canacosolucioneslegales.com.mx","authority":"cfcrl","year":2024,"name":{"es":"Suspensión de labores del CFCRL","en":"CFCRL closure"},"days":["2024-03-28","2024-03-29"],"ranges":[["2024-07-15","2024-07-26"],["2024-12-17","2024-12-31"]],"signedBy":null},
]
