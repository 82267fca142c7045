import { Button } from '@mufakat/ui'
import { Save, SendHorizontal } from 'lucide-react'
import { useAllWords } from '~/frame/words'
import { useReport } from './report-context'

/** Always at hand: how much is still missing, saving without script, and sending. */
export function SendBar() {
  const words = useAllWords()
  const { report } = useReport()
  return (
    <div className="screen-only sticky bottom-[calc(3.75rem+env(safe-area-inset-bottom))] z-10 -mx-4 flex flex-wrap items-center gap-x-4 gap-y-2 border-t border-line bg-canvas/95 px-4 py-3 backdrop-blur-sm sm:-mx-6 sm:px-6 md:bottom-0">
      <p className="grid grow text-sm">
        <span className="font-semibold">
          {words.t('lapor.left')} <span data-left>{report.missing}</span>
        </span>
        <span
          id="lapor-simpan"
          role="status"
          data-hint={words.t('lapor.save.hint')}
          data-busy={words.t('lapor.save.busy')}
          data-done={words.t('lapor.save.done', { time: '{time}' })}
          data-offline={words.t('lapor.save.offline')}
          data-failed={words.t('lapor.save.failed')}
          data-wrong={words.t('lapor.save.wrong')}
          data-out={words.t('lapor.save.signed-out')}
          className="text-xs text-ink-2 data-bad:font-semibold data-bad:text-danger-ink"
        >
          {words.t('lapor.save.plain')}
        </span>
      </p>
      <Button type="submit" name="maksud" value="simpan" kind="secondary">
        <Save aria-hidden />
        {words.t('action.save')}
      </Button>
      <Button type="submit" name="maksud" value="kirim">
        <SendHorizontal aria-hidden />
        {words.t('lapor.send')}
      </Button>
    </div>
  )
}
