import { expect, test } from 'vitest';
import { maskSecrets } from './mask-secrets';

test.each([
  ['the key key-123 is wrong', ['key-123'], 'the key *** is wrong'],
  ['GET /issues?apiKey=abc&count=1', [], 'GET /issues?apiKey=***&count=1'],
  ['Authorization: Bearer abc.def-1', [], 'Authorization: Bearer ***'],
  ['{"refresh_token":"abc","x":1}', [], '{"refresh_token":"***","x":1}'],
  ['/callback?code=abc&state=x', [], '/callback?code=***&state=x'],
  ['error code: 7', [], 'error code: 7'],
  ['client_secret=a%2Fb', ['a/b'], 'client_secret=***'],
  ['sent a%2Fb', ['a/b'], 'sent ***'],
  ['The Subject must be no longer than 255.', [''], 'The Subject must be no longer than 255.'],
])('%s', (text, secrets, expected) => {
  expect(maskSecrets(text, secrets)).toBe(expected);
});
