// A caret that the browser has moved is known to ProseMirror only with the next `selectionchange`, a task later. On a
// busy page the next key or somebody else's change can be faster, and would be taken at, or throw the caret back to,
// the place before. So the caret is read before either. (`domObserver` is not public: versions are pinned, and
// e2e/src/editor/text.spec.ts fails when this stops working.)
import { Plugin } from '@tiptap/pm/state'
import type { EditorView } from '@tiptap/pm/view'
import type * as Y from 'yjs'

interface Observer {
  flush(): void
  flushSoon(): void
  pendingRecords(): readonly unknown[]
}

function observerOf(view: EditorView): Observer | null {
  const { domObserver } = view as unknown as { domObserver?: Observer }
  return domObserver ?? null
}

/** Reads what the browser has moved or typed by now; not from within somebody else's transaction. */
export function readCaret(view: EditorView): void {
  if (!view.composing) observerOf(view)?.flush()
}

/** Before each key: End and Enter in one breath split the line at its end. */
export function readCaretBeforeKeys(): Plugin {
  return new Plugin({
    props: {
      handleDOMEvents: {
        keydown(view) {
          readCaret(view)
          return false
        },
      },
    },
  })
}

/** Before somebody else's change is drawn. */
export function readCaretBeforeRemote(view: EditorView, doc: Y.Doc): () => void {
  const before = (transaction: Y.Transaction) => {
    if (transaction.local || view.isDestroyed || view.composing || !view.hasFocus()) return
    const observer = observerOf(view)
    if (!observer) return
    // Typed text that is not read yet must not be written from within somebody else's transaction.
    if (observer.pendingRecords().length > 0) observer.flushSoon()
    else observer.flush()
  }
  doc.on('beforeTransaction', before)
  return () => doc.off('beforeTransaction', before)
}
