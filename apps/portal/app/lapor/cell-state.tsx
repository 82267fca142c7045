import { CELL_STATES, type CellState } from '@mufakat/domain'
import { Badge, type Tone } from '@mufakat/ui'
import {
  CircleAlert,
  CircleCheck,
  CircleDashed,
  CloudUpload,
  Hourglass,
  Lock,
  type LucideIcon,
} from 'lucide-react'
import { useAllWords } from '~/frame/words'

/** As a cell is shown while its script writes it; on the server there is none that waits to be saved. */
export type ShownState = CellState | 'menyimpan'

const LOOKS: Record<ShownState, readonly [tone: Tone, icon: LucideIcon]> = {
  kosong: ['neutral', CircleDashed],
  tersimpan: ['success', CircleCheck],
  menyimpan: ['warn', CloudUpload],
  menunggu: ['violet', Hourglass],
  tidak_sah: ['danger', CircleAlert],
  terkunci: ['neutral', Lock],
}

export function CellBadge({ state }: { state: ShownState }) {
  const words = useAllWords()
  const [tone, icon] = LOOKS[state]
  return (
    <Badge tone={tone} icon={icon}>
      {words.t(`lapor.cell.${state}`)}
    </Badge>
  )
}

/** Every state once, for the script of the page to copy from. */
export function CellStateTemplates() {
  return ([...CELL_STATES, 'menyimpan'] as const).map(state => (
    <template key={state} id={`keadaan-${state}`}>
      <CellBadge state={state} />
    </template>
  ))
}
