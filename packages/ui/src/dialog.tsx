import { X } from 'lucide-react'
import { type ReactNode, useEffect, useRef } from 'react'
import { IconButton } from './button'
import { classes } from './classes'

/**
 * The platform's modal dialog: it traps the focus, closes on Escape and gives the focus back by itself.
 * A press on the veil closes it too.
 */
export function Dialog({
  open,
  onClose,
  title,
  titleHidden,
  closeLabel,
  children,
  className,
}: {
  open: boolean
  onClose: () => void
  title: string
  titleHidden?: boolean
  closeLabel: string
  children: ReactNode
  className?: string
}) {
  const ref = useRef<HTMLDialogElement>(null)
  useEffect(() => {
    const dialog = ref.current
    if (!dialog) return
    if (open && !dialog.open) dialog.showModal()
    if (!open && dialog.open) dialog.close()
  }, [open])
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: Escape is the keyboard's way, and the platform handles it
    <dialog
      ref={ref}
      aria-label={title}
      onClose={onClose}
      onClick={event => {
        if (event.target === ref.current) onClose()
      }}
      className={classes(
        'm-auto mt-[10vh] w-[min(36rem,calc(100vw-2rem))] rounded-lg border border-line bg-surface p-0 text-ink shadow-2',
        'open:animate-[rise_160ms_ease-out]',
        className,
      )}
    >
      {open && (
        <>
          {!titleHidden && (
            <div className="flex items-center justify-between border-b border-line py-1 pr-1 pl-5">
              <h2 className="text-base">{title}</h2>
              <IconButton label={closeLabel} onClick={onClose}>
                <X aria-hidden />
              </IconButton>
            </div>
          )}
          {children}
        </>
      )}
    </dialog>
  )
}
