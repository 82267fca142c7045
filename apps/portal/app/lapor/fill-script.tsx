import script from 'virtual:fill-report'
import { useNonce } from '~/frame/nonce'
import { CellStateTemplates } from './cell-state'

/** Saves the form of a report cell by cell; without it the form is sent as a whole. It stands behind the form. */
export function FillScript() {
  const nonce = useNonce()
  return (
    <>
      <CellStateTemplates />
      {/* biome-ignore lint/security/noDangerouslySetInnerHtml: bundled from inset.ts */}
      <script nonce={nonce} dangerouslySetInnerHTML={{ __html: script }} />
    </>
  )
}
