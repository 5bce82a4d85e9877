/** Text made safe for HTML content and quoted attributes. */
export function escapeHtml(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}

const STYLE = `
:root{color-scheme:light dark;font-family:system-ui,'Noto Sans JP',sans-serif;line-height:1.6}
body{max-width:44rem;margin:2.5rem auto;padding:0 1rem}
h1{font-size:1.25rem}table{border-collapse:collapse;width:100%}
th,td{text-align:left;vertical-align:top;padding:.35rem .75rem .35rem 0;border-bottom:1px solid #8884}
fieldset{border:1px solid #8886;border-radius:.5rem;padding:.5rem 1rem}
label{display:flex;gap:.6rem;align-items:center;padding:.3rem 0;cursor:pointer}
small{opacity:.75}.buttons{display:flex;gap:.75rem;margin-top:1rem}
button{font:inherit;padding:.45rem 1.2rem;border-radius:.4rem;border:1px solid #8889;cursor:pointer}
button[value=allow]{background:#00836b;border-color:#00836b;color:#fff}
pre{white-space:pre-wrap;font:inherit}[role=alert]{color:#c0392b}`;

/** A complete page around `body`, which is HTML already. */
export function htmlPage(title: string, body: string, status = 200): Response {
  const page = `<!DOCTYPE html>
<html lang="ja"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1">
<title>${escapeHtml(title)}</title><style>${STYLE}</style></head><body><main>${body}</main></body></html>`;
  return new Response(page, { status, headers: { 'Content-Type': 'text/html;charset=utf-8' } });
}
