import { type CountSource, countsByCode } from '#platform/count-source.ts'
import { lookParts } from './figures.ts'
import { countLooksIn } from './store-figures.ts'
import { t } from './words.ts'

/** How soon somebody looked after an arrest of a minor, as far as it was known when the period was over. */
export const arrestCounts: CountSource = {
  kind: 'arrests-looked-at',
  divisions: lookParts.map((code) => ({
    code,
    title: { nl: t('nl').figures.columns[code], en: t('en').figures.columns[code] },
  })),
  addsUp: true,
  count: async (work, period) => countsByCode(await countLooksIn(work, period)),
}
