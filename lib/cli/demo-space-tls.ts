import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export interface SelfMadeTls {
  key: string;
  cert: string;
  /** Path of the CA certificate, for `NODE_EXTRA_CA_CERTS`. */
  caFile: string;
}

const NAMES = 'subjectAltName=IP:127.0.0.1,DNS:localhost,DNS:hoshikawa.backlog.com,DNS:hoshikawa.backlog.jp';

/** Makes a CA and a certificate for loopback with the openssl command. Throws when openssl is missing. */
export function makeTls(): SelfMadeTls {
  const folder = mkdtempSync(join(tmpdir(), 'demo-space-ca-'));
  const file = (name: string) => join(folder, name);
  const openssl = (...args: string[]) => execFileSync('openssl', args, { stdio: 'pipe' });
  const newKey = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:P-256', '-nodes'];
  writeFileSync(file('names.txt'), `${NAMES}\n`);
  const ca = [
    '-keyout',
    file('ca.key'),
    '-out',
    file('ca.pem'),
    '-days',
    '365',
    '-subj',
    '/CN=Demo space CA',
  ];
  openssl('req', '-x509', ...newKey, ...ca);
  openssl(
    'req',
    ...newKey,
    '-keyout',
    file('server.key'),
    '-out',
    file('server.csr'),
    '-subj',
    '/CN=127.0.0.1',
  );
  const signed = ['-CA', file('ca.pem'), '-CAkey', file('ca.key'), '-CAcreateserial', '-days', '365'];
  openssl(
    'x509',
    '-req',
    '-in',
    file('server.csr'),
    ...signed,
    '-extfile',
    file('names.txt'),
    '-out',
    file('server.pem'),
  );
  return {
    key: readFileSync(file('server.key'), 'utf8'),
    cert: readFileSync(file('server.pem'), 'utf8'),
    caFile: file('ca.pem'),
  };
}
