export const nl = {
  title: 'Samenwerken',
  lead: 'Wat er tussen jullie en andere organisaties loopt. Per onderdeel staat de vroegste dag bovenaan.',
  none: 'Hier wacht nu niets op jou.',
  all: 'Bekijk alles',
} as const
