// Made by `npm run generate` from rules/*.toml. Edit those files, not this one.
import type { Uma } from '../rule.ts'

export const umas: readonly Uma[] = [
  {"basis":"knowledge","source":"no se leyó fuente alguna","from":"2018-02-01","to":"2019-01-31","dailyCents":8060,"signedBy":null},
  {"basis":"knowledge","source":"no se leyó fuente alguna","from":"2019-02-01","to":"2020-01-31","dailyCents":8449,"signedBy":null},
  {"basis":"knowledge","source":"no se leyó fuente alguna","from":"2020-02-01","to":"2021-01-31","dailyCents":8688,"signedBy":null},
  {"basis":"knowledge","source":"no se leyó fuente alguna","from":"2021-02-01","to":"2022-01-31","dailyCents":8962,"signedBy":null},
  {"basis":"knowledge","source":"no se leyó fuente alguna","from":"2022-02-01","to":"2023-01-31","dailyCents":9622,"signedBy":null},
  {"basis":"knowledge","source":"no se leyó fuente alguna","from":"2023-02-01","to":"2024-01-31","dailyCents":10374,"signedBy":null},
  {"basis":"knowledge","source":"no se leyó fuente alguna","from":"2024-02-01","to":"2025-01-31","dailyCents":10857,"signedBy":null},
  {"basis":"secondary","source":"cronista.com","from":"2025-02-01","to":"2026-01-31","dailyCents":11314,"signedBy":null},
  {"basis":"secondary","source":"milenio.com","from":"2026-02-01","to":"2027-01-31","dailyCents":11731,"signedBy":null},
]
