// Made by `npm run generate` from rules/*.toml. Edit those files, not this one.
import type { Wage } from '../rule.ts'

export const wages: readonly Wage[] = [
  {"basis":"secondary","source":"cotizadorhipotecario-mx.pages.dev","from":"2016-01-01","to":"2016-12-31","generalCents":7304,"northBorderCents":null,"signedBy":null},
  {"basis":"secondary","source":"cotizadorhipotecario-mx.pages.dev","from":"2017-01-01","to":"2017-12-31","generalCents":8004,"northBorderCents":null,"signedBy":null},
  {"basis":"secondary","source":"cotizadorhipotecario-mx.pages.dev","from":"2018-01-01","to":"2018-12-31","generalCents":8836,"northBorderCents":null,"signedBy":null},
  {"basis":"secondary","source":"vocero.com.mx","from":"2019-01-01","to":"2019-12-31","generalCents":10268,"northBorderCents":17672,"signedBy":null},
  {"basis":"secondary","source":"noticiasteziutlan.blogspot.com","from":"2020-01-01","to":"2020-12-31","generalCents":12322,"northBorderCents":18556,"signedBy":null},
  {"basis":"secondary","source":"noticiasteziutlan.blogspot.com","from":"2021-01-01","to":"2021-12-31","generalCents":14170,"northBorderCents":21339,"signedBy":null},
  {"basis":"secondary","source":"cotizadorhipotecario-mx.pages.dev","from":"2022-01-01","to":"2022-12-31","generalCents":17287,"northBorderCents":26034,"signedBy":null},
  {"basis":"secondary","source":"cotizadorhipotecario-mx.pages.dev","from":"2023-01-01","to":"2023-12-31","generalCents":20744,"northBorderCents":31241,"signedBy":null},
  {"basis":"secondary","source":"cotizadorhipotecario-mx.pages.dev","from":"2024-01-01","to":"2024-12-31","generalCents":24893,"northBorderCents":37489,"signedBy":null},
  {"basis":"secondary","source":"cronista.com","from":"2025-01-01","to":"2025-12-31","generalCents":27880,"northBorderCents":41988,"signedBy":null},
  {"basis":"secondary","source":"sdpnoticias.com","from":"2026-01-01","to":"2026-12-31","generalCents":31504,"northBorderCents":44087,"signedBy":null},
]
