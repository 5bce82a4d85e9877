import { setNonce } from 'get-nonce';

// Dialogs and menus keep the page from scrolling by a <style> of their own. The content policy lets it in only with
// the nonce of this page, which the browser shows to scripts (not to attribute selectors).
const script =
  typeof document === 'undefined' ? null : document.querySelector<HTMLScriptElement>('script[nonce]');
if (script?.nonce) setNonce(script.nonce);
