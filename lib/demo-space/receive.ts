import { ApiError, invalid } from './api-error';
import type { FormEntry } from './form';
import { parseForm } from './form';
import { Params } from './params';

export interface Upload {
  name: string;
  type: string;
  bytes: Uint8Array;
}

/** A request whose body has been read. */
export interface Received {
  request: Request;
  url: URL;
  method: string;
  contentType: string | null;
  /** Text of the body; empty for uploads. */
  body: string;
  upload: Upload | null;
  /** Text parts of a multipart body. */
  parts: FormEntry[];
  /** Why the body could not be read; the endpoint answers with it. */
  problem: ApiError | null;
}

const LARGEST_BODY = 64 * 1024 * 1024;

/** Reads the whole request. */
export async function receive(request: Request, url: URL): Promise<Received> {
  const contentType = request.headers.get('content-type');
  const received: Received = {
    request,
    url,
    method: request.method,
    contentType,
    body: '',
    upload: null,
    parts: [],
    problem: null,
  };
  if (request.body === null) return received;
  const declared = Number(request.headers.get('content-length') ?? '0');
  if (declared > LARGEST_BODY) received.problem = tooLarge();
  else if (contentType?.startsWith('multipart/form-data')) await readParts(request, received);
  else received.body = await request.text();
  return received;
}

async function readParts(request: Request, received: Received): Promise<void> {
  try {
    for (const [key, value] of await request.formData()) {
      if (typeof value === 'string') received.parts.push({ key, value });
      else if (key === 'file')
        received.upload = {
          name: value.name,
          type: value.type || 'application/octet-stream',
          bytes: new Uint8Array(await value.arrayBuffer()),
        };
    }
  } catch {
    received.problem = invalid('The multipart body is broken.', 'multipartの本文が不正です。');
  }
}

function tooLarge(): ApiError {
  return new ApiError(413, 10, { en: 'The request is too large.', ja: 'リクエストが大きすぎます。' });
}

/**
 * Query and form parameters together. Throws code 7 for a body in any form but
 * `application/x-www-form-urlencoded` or multipart, JSON included.
 */
export function paramsOf(received: Received): Params {
  if (received.problem) throw received.problem;
  const entries = [...parseForm(received.url.search.replace(/^\?/, '')), ...received.parts];
  if (received.body !== '') {
    const type = received.contentType?.split(';')[0]?.trim().toLowerCase();
    if (type !== 'application/x-www-form-urlencoded')
      throw invalid(
        'The content type of the request must be application/x-www-form-urlencoded.',
        'リクエストのContent-Typeはapplication/x-www-form-urlencodedで指定してください。',
      );
    entries.push(...parseForm(received.body));
  }
  return new Params(entries);
}
