import type { Dashboard } from '@mufakat/services'
import { Button, Card, CardHead, Empty, Select } from '@mufakat/ui'
import { Form } from '@remix-run/react'
import { MapPinned } from 'lucide-react'
import { DistrictMap } from '~/dasbor/district-map'
import { useAllWords } from '~/frame/words'

/** The kecamatan on tiles, of an indicator that is chosen here. */
export function MapCard({ map, indicators, tw }: Pick<Dashboard, 'map' | 'indicators'> & { tw: string }) {
  const words = useAllWords()
  const below = indicators.filter(one => one.level !== 'kabupaten')
  return (
    <Card as="section" aria-labelledby="kecamatan" className="keep-together">
      <CardHead id="kecamatan" title={words.t('dasbor.map.title')} />
      {map === null ? (
        <Empty
          compact
          icon={MapPinned}
          title={words.t('dasbor.map.none')}
          help={words.t('dasbor.map.none.help')}
        />
      ) : (
        <div className="grid gap-4 p-4 sm:p-5">
          {below.length > 1 && (
            <Form
              method="get"
              action="/dasbor#kecamatan"
              className="screen-only flex flex-wrap items-end gap-2"
            >
              <input type="hidden" name="tw" value={tw} />
              <div className="grid min-w-0 gap-1">
                <label htmlFor="peta" className="text-sm font-medium">
                  {words.t('dasbor.map.choose')}
                </label>
                <Select id="peta" name="peta" defaultValue={map.indicator.id}>
                  {below.map(({ id, name }) => (
                    <option key={id} value={id}>
                      {name}
                    </option>
                  ))}
                </Select>
              </div>
              <Button type="submit" kind="secondary">
                {words.t('dasbor.map.show')}
              </Button>
            </Form>
          )}
          <h3 className="text-sm font-semibold">
            {words.t('dasbor.map.of', { name: `${map.indicator.name} (${map.indicator.unit})` })}
          </h3>
          <DistrictMap indicator={map.indicator} tiles={map.tiles} />
        </div>
      )}
    </Card>
  )
}
