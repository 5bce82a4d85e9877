import { parseForm } from '../form';
import { escapeHtml, htmlPage } from '../pages/html';
import { Params } from '../params';
import type { Received } from '../receive';
import { ROLE_NAMES } from '../roles';
import type { Runtime } from '../runtime';
import { CLIENT_ID, isRegistered } from './client';

interface Asked {
  responseType: string;
  clientId: string;
  redirectUri: string;
  state: string | undefined;
}

function asked(params: Params): Asked {
  return {
    responseType: params.string('response_type') ?? '',
    clientId: params.string('client_id') ?? '',
    redirectUri: params.string('redirect_uri') ?? '',
    state: params.string('state'),
  };
}

function backTo(request: Asked, answer: Record<string, string>): Response {
  const url = new URL(request.redirectUri);
  for (const [name, value] of Object.entries(answer)) url.searchParams.set(name, value);
  if (request.state !== undefined) url.searchParams.set('state', request.state);
  return new Response(null, { status: 303, headers: { Location: url.href } });
}

/** A wrong client or redirect URI is shown here and never redirected to; null when the request is sound. */
function problem(request: Asked): Response | null {
  const text =
    request.clientId !== CLIENT_ID
      ? '登録されていないアプリケーションです (client_id)。'
      : isRegistered(request.redirectUri)
        ? null
        : 'リダイレクトURIが登録されたものと一致しません (redirect_uri)。';
  if (text !== null) return htmlPage('認証エラー', `<h1>認証エラー</h1><p role="alert">${text}</p>`, 400);
  return request.responseType === 'code' ? null : backTo(request, { error: 'unsupported_response_type' });
}

function hidden(name: string, value: string | undefined): string {
  return value === undefined ? '' : `<input type="hidden" name="${name}" value="${escapeHtml(value)}">`;
}

function consentForm(runtime: Runtime, request: Asked, alert: string): string {
  const people = runtime.state.users.all().map(
    (user) => `<label><input type="radio" name="person" value="${user.id}" required>
<span>${escapeHtml(user.name)} <small>${escapeHtml(user.userId ?? '')}・${ROLE_NAMES[user.roleType].ja}</small></span></label>`,
  );
  return `<h1>${escapeHtml(runtime.state.space.name)}</h1>
<p><strong>Ikkatsu</strong> がスペースへのアクセスを求めています。ログインするユーザーを選んでください。</p>${alert}
<form method="post" action="/OAuth2AccessRequest.action">
${hidden('response_type', request.responseType)}${hidden('client_id', request.clientId)}
${hidden('redirect_uri', request.redirectUri)}${hidden('state', request.state)}
<fieldset><legend>ユーザー</legend>${people.join('')}</fieldset>
<div class="buttons"><button name="decision" value="allow">許可する</button>
<button name="decision" value="deny" formnovalidate>拒否する</button></div></form>`;
}

/** The consent page. It lists the people to sign in as, since a demo space has no passwords. */
export function authorizePage(runtime: Runtime, received: Received): Response {
  const request = asked(new Params(parseForm(received.url.search.slice(1))));
  return problem(request) ?? htmlPage('アクセスの許可', consentForm(runtime, request, ''));
}

/** The answer to the consent page: back to the application with a code, or with `access_denied`. */
export function authorizeAnswer(runtime: Runtime, received: Received): Response {
  const params = new Params(parseForm(received.body));
  const request = asked(params);
  const refused = problem(request);
  if (refused) return refused;
  if (params.string('decision') !== 'allow') return backTo(request, { error: 'access_denied' });
  const user = runtime.state.users.get(Number(params.string('person') ?? '0'));
  if (!user) {
    const alert = '<p role="alert">ユーザーを選んでください。</p>';
    return htmlPage('アクセスの許可', consentForm(runtime, request, alert), 400);
  }
  return backTo(request, { code: runtime.grants.issueCode(user.id, request.clientId, request.redirectUri) });
}
