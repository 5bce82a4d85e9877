/** Failures that are certain to come before the first byte of a request: name lookup, connecting, TLS handshake. */
const beforeSending = new Set([
  'ENOTFOUND',
  'EAI_AGAIN',
  'EAI_FAIL',
  'ECONNREFUSED',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'UND_ERR_CONNECT_TIMEOUT',
  'DEPTH_ZERO_SELF_SIGNED_CERT',
  'SELF_SIGNED_CERT_IN_CHAIN',
  'UNABLE_TO_GET_ISSUER_CERT_LOCALLY',
  'UNABLE_TO_VERIFY_LEAF_SIGNATURE',
  'CERT_HAS_EXPIRED',
  'CERT_NOT_YET_VALID',
  'EPROTO',
]);

export interface NetworkFailure {
  /** The system's own code, e.g. ECONNRESET; UNKNOWN if there is none. */
  reason: string;
  /** True only if nothing of the request can have left. */
  unsent: boolean;
}

/** Reads what `fetch` threw: its useful part sits in a chain of causes. */
export function readNetworkFailure(thrown: unknown): NetworkFailure {
  let current = thrown;
  for (let depth = 0; depth < 5 && current instanceof Error; depth += 1) {
    const code = 'code' in current && typeof current.code === 'string' ? current.code : null;
    if (code !== null) return { reason: code, unsent: isUnsent(code, current) };
    current = current.cause;
  }
  return { reason: 'UNKNOWN', unsent: false };
}

function isUnsent(code: string, error: Error): boolean {
  if (beforeSending.has(code) || code.startsWith('ERR_TLS_') || code.startsWith('ERR_SSL_')) return true;
  if ('syscall' in error && error.syscall === 'connect') return true;
  return error.message.includes('before secure TLS connection was established');
}
