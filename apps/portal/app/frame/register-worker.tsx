import { useNonce } from './nonce'

/**
 * Registers the service worker, long after the page stands and without a word when that fails. Its address tells the
 * language and look, so that the page it keeps is fetched anew in another.
 *
 * The server alone knows this script: it would be too much for the budget of pages. It takes itself away before React
 * looks at the page, and so leaves nothing that React did not draw.
 */
const REGISTER = `document.currentScript.remove()
addEventListener('load',()=>setTimeout(()=>{const{lang,dataset}=document.documentElement
navigator.serviceWorker?.register('/pekerja.js?'+lang+'-'+(dataset.theme||'system'),{updateViaCache:'none'}).catch(()=>{})},2000))`

export function RegisterWorker() {
  const nonce = useNonce()
  // biome-ignore lint/security/noDangerouslySetInnerHtml: a constant of ours
  return <script nonce={nonce} dangerouslySetInnerHTML={{ __html: REGISTER }} />
}
