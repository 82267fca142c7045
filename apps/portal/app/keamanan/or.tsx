import { useAllWords } from '~/frame/words'

/** Between two ways that lead to the same. */
export function Or() {
  const words = useAllWords()
  return (
    <p className="my-4 flex items-center gap-3 text-xs text-ink-2 before:h-px before:flex-1 before:bg-line after:h-px after:flex-1 after:bg-line">
      {words.t('masuk.sso.or')}
    </p>
  )
}
