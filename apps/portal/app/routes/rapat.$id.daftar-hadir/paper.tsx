import type { AttendanceEntry, AttendanceView } from '@mufakat/services'
import { useAllWords } from '~/frame/words'
import { useRapat } from '~/rapat/rapat-context'
import { whenOf } from '~/rapat/when'

/** Who signs on a line: the deputy where there is one. */
const signer = ({ presence, deputy, name, nip, jabatan }: AttendanceEntry) =>
  presence === 'diwakilkan' && deputy !== null ? deputy : { name: name ?? '', nip, jabatan }

/** The list as it is printed on A4, in the columns of the official form. */
export function Paper({ view }: { view: AttendanceView }) {
  const words = useAllWords()
  const rapat = useRapat()
  const head = [
    'no',
    'person',
    'nip',
    'jabatan',
    'agency',
    ...(view.allowed.contact ? ['phone'] : []),
    'signature',
  ] as const
  const lines = [...view.opd, ...view.people.filter(entry => !entry.isWaiting)]
  return (
    <section className="hidden print:block">
      <dl className="mb-3 grid gap-1 text-sm">
        {(
          [
            ['hadir.kop.agenda', rapat.title],
            ['hadir.kop.day', whenOf(rapat, words)],
            ['hadir.kop.place', rapat.place],
          ] as const
        ).map(([key, value]) => (
          <div key={key} className="flex gap-2">
            <dt className="w-28">{words.t(key)}</dt>
            <dd>: {value}</dd>
          </div>
        ))}
      </dl>
      <table className="w-full border-collapse text-xs [&_td]:border [&_td]:border-black [&_td]:p-1.5 [&_td]:align-top [&_th]:border [&_th]:border-black [&_th]:p-1.5">
        <thead className="table-header-group">
          <tr>
            {head.map(key => (
              <th key={key} scope="col">
                {words.lookup(`hadir.column.${key}`, key)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {lines.map((entry, at) => {
            const { name, nip, jabatan } = signer(entry)
            return (
              <tr key={entry.key} className="break-inside-avoid">
                <td>{at + 1}</td>
                <td>{name}</td>
                <td>{nip}</td>
                <td>{jabatan}</td>
                <td>{entry.opd?.name ?? entry.agency}</td>
                {view.allowed.contact && <td>{entry.phone}</td>}
                <td className="h-9 w-36">{at + 1}.</td>
              </tr>
            )
          })}
        </tbody>
      </table>
    </section>
  )
}
