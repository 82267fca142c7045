import { Plugin, PluginKey, type Transaction } from '@tiptap/pm/state'
import type { StepMap } from '@tiptap/pm/transform'
import type { EditorView } from '@tiptap/pm/view'
import type * as Y from 'yjs'
import { changedRanges } from './changed-ranges'
import { LINE_SYNC } from './drawing'
import { LineBinding } from './line-binding'

/** The steps a person made since the binding last took something over. */
interface Pending {
  readonly epoch: number
  readonly maps: readonly StepMap[]
}

export const lineSyncKey = new PluginKey<Pending>(LINE_SYNC)

export interface LineSyncOptions {
  /** The document's undo manager; what is typed here becomes part of what it takes back. */
  readonly undo?: Y.UndoManager
}

export type LineSyncPlugin = Plugin<Pending> & { readonly binding: LineBinding }

const isDrawn = (tr: Transaction): boolean =>
  (tr.getMeta(LINE_SYNC) as { drawn?: boolean } | undefined)?.drawn === true

/** Time input methods need to put in their last characters after `compositionend`, in ms. */
const AFTER_COMPOSITION = 60

/** A plugin that keeps the view in step with a text. The view's schema must have the names of `notulaSchema`. */
export function lineSync(text: Y.Text, options: LineSyncOptions = {}): LineSyncPlugin {
  const binding = new LineBinding(text)
  options.undo?.addTrackedOrigin(binding)
  let timer: ReturnType<typeof setTimeout> | undefined
  const plugin = new Plugin<Pending>({
    key: lineSyncKey,
    state: {
      init: () => ({ epoch: binding.epoch, maps: [] }),
      apply(tr, value): Pending {
        if (isDrawn(tr) || !tr.docChanged) return value
        const fresh = value.epoch !== binding.epoch
        return { epoch: binding.epoch, maps: fresh ? tr.mapping.maps : [...value.maps, ...tr.mapping.maps] }
      },
    },
    view(view: EditorView) {
      binding.attach(view)
      return {
        update(updated) {
          const pending = lineSyncKey.getState(updated.state)
          const known = pending !== undefined && pending.epoch === binding.epoch
          binding.takeOver(known ? changedRanges(pending.maps) : null)
        },
        destroy() {
          clearTimeout(timer)
          binding.detach()
        },
      }
    },
    props: {
      handleDOMEvents: {
        compositionend() {
          clearTimeout(timer)
          timer = setTimeout(() => binding.draw(), AFTER_COMPOSITION)
          return false
        },
      },
    },
  })
  return Object.assign(plugin, { binding })
}
