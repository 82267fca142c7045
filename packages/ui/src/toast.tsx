import { X } from 'lucide-react'
import {
  createContext,
  type ReactNode,
  useCallback,
  useContext,
  useEffect,
  useMemo,
  useRef,
  useState,
} from 'react'
import { IconButton } from './button'
import { classes } from './classes'

export interface ToastInput {
  text: string
  tone?: 'plain' | 'danger'
  /** Takes the act back; offered for 8 s instead of asking before. */
  undo?: () => void
}

const SHOWN_MS = 8000

const ToastContext = createContext<(toast: ToastInput) => void>(() => {})

/** Says something at the foot of the page, with a way to take it back. Read out politely, one at a time. */
export const useToast = () => useContext(ToastContext)

export function ToastProvider({
  undoLabel,
  closeLabel,
  children,
}: {
  undoLabel: string
  closeLabel: string
  children: ReactNode
}) {
  const [toast, setToast] = useState<(ToastInput & { id: number }) | null>(null)
  const [held, setHeld] = useState(false)
  const next = useRef(0)
  const show = useCallback((input: ToastInput) => {
    next.current += 1
    setToast({ ...input, id: next.current })
  }, [])
  const close = useCallback(() => setToast(null), [])

  useEffect(() => {
    // Held while pointed at or focused: nobody should race a disappearing "Urungkan".
    if (!toast || held) return
    const timer = setTimeout(close, SHOWN_MS)
    return () => clearTimeout(timer)
  }, [toast, held, close])

  const value = useMemo(() => show, [show])
  return (
    <ToastContext.Provider value={value}>
      {children}
      <div
        role="status"
        aria-live="polite"
        className="screen-only pointer-events-none fixed inset-x-0 bottom-20 z-40 flex justify-center px-4 md:bottom-6"
      >
        {toast && (
          // biome-ignore lint/a11y/noStaticElementInteractions: only keeps the message while it is in use
          <div
            key={toast.id}
            onMouseEnter={() => setHeld(true)}
            onMouseLeave={() => setHeld(false)}
            onFocus={() => setHeld(true)}
            onBlur={() => setHeld(false)}
            className={classes(
              'pointer-events-auto flex max-w-xl animate-[rise_160ms_ease-out] items-center gap-2 rounded-md py-1 pr-1 pl-4 text-sm font-medium shadow-2',
              toast.tone === 'danger' ? 'bg-danger-soft text-danger-ink' : 'bg-ink text-canvas',
            )}
          >
            <span className="py-2">{toast.text}</span>
            {toast.undo && (
              <button
                type="button"
                className="min-h-11 rounded-sm px-3 font-bold underline underline-offset-4"
                onClick={() => {
                  toast.undo?.()
                  close()
                }}
              >
                {undoLabel}
              </button>
            )}
            <IconButton
              label={closeLabel}
              onClick={close}
              className="text-current hover:bg-transparent hover:text-current"
            >
              <X aria-hidden />
            </IconButton>
          </div>
        )}
      </div>
    </ToastContext.Provider>
  )
}
