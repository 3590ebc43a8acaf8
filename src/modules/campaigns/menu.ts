/** The words of a delegate's menu. */
export const gateMenu = [
  { to: '/gate', es: 'Hoy', en: 'Today' },
  { to: '/gate/list', es: 'Gente', en: 'People' },
  { to: '/gate/new', es: 'Agregar', en: 'Add' },
  { to: '/gate/outbox', es: 'Envíos', en: 'Outbox' },
] as const
