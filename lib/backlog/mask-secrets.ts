const named = /\b(apiKey|access_token|refresh_token|client_secret)(["']?\s*[=:]\s*["']?)[^&\s"',}]+/gi;
const callbackCode = /([?&]code=)[^&\s"']+/gi;
const bearer = /\b(Bearer)\s+[\w.~+/-]+=*/gi;

/**
 * Text that may be printed: the given secrets, bearer tokens and values of parameters known to be secret are replaced
 * by `***`. Everything of an answer or a failure that ends in an error passes through here.
 */
export function maskSecrets(text: string, secrets: readonly string[]): string {
  let masked = text;
  for (const secret of secrets) {
    if (secret.length === 0) continue;
    masked = masked.replaceAll(secret, '***').replaceAll(encodeURIComponent(secret), '***');
  }
  return masked.replace(bearer, '$1 ***').replace(named, '$1$2***').replace(callbackCode, '$1***');
}
