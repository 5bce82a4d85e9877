import type { DemoContext } from '../context';
import { makeContext } from '../make-context';
import { Params } from '../params';
import type { Received } from '../receive';
import { ROLE_NAMES } from '../roles';
import type { IssueRow } from '../rows';
import type { Runtime } from '../runtime';
import { wireComment } from '../wire/comment';
import { wireIssue } from '../wire/issue';
import { escapeHtml, htmlPage } from './html';

/** Pages show everything, as the first administrator sees it. */
function pageContext(runtime: Runtime, origin: string): DemoContext | null {
  const user = runtime.state.users.all()[0];
  return user ? makeContext(runtime, { user, params: new Params([]), method: 'GET', origin }) : null;
}

/** `/`: what this space is, who is in it, and what to call. */
export function homePage(runtime: Runtime, received: Received): Response {
  const { state } = runtime;
  const people = state.users.all().map(
    (user) => `<tr><td>${escapeHtml(user.name)}</td><td>${escapeHtml(user.userId ?? '')}</td>
<td>${ROLE_NAMES[user.roleType].ja}</td></tr>`,
  );
  const projects = state.projects.all().map(
    (project) => `<tr><td>${escapeHtml(project.projectKey)}</td><td>${escapeHtml(project.name)}</td>
<td>${state.issues.in(project.id).length}</td></tr>`,
  );
  return htmlPage(
    state.space.name,
    `<h1>${escapeHtml(state.space.name)}</h1>
<p>Backlog API v2 のデモスペースです。APIの場所は <code>${escapeHtml(received.url.origin)}/api/v2</code> です。</p>
<h2>プロジェクト</h2><table><tr><th>キー</th><th>名前</th><th>課題数</th></tr>${projects.join('')}</table>
<h2>メンバー</h2><table><tr><th>名前</th><th>ユーザーID</th><th>権限</th></tr>${people.join('')}</table>`,
  );
}

function row(label: string, value: string): string {
  return `<tr><th scope="row">${label}</th><td>${escapeHtml(value) || '—'}</td></tr>`;
}

function commentHtml(ctx: DemoContext, issue: IssueRow): string {
  return ctx.state.comments
    .in(issue.id)
    .slice(-50)
    .map((stored) => {
      const comment = wireComment(ctx, stored);
      const changes = comment.changeLog
        .map(
          (line) =>
            `<li>${escapeHtml(line.field)}: ${escapeHtml(line.originalValue ?? '')} → ${escapeHtml(line.newValue ?? '')}</li>`,
        )
        .join('');
      return `<article id="comment-${comment.id}"><p><strong>${escapeHtml(comment.createdUser?.name ?? '')}</strong> <small>${comment.created}</small></p>
<pre>${escapeHtml(comment.content ?? '')}</pre><ul>${changes}</ul></article>`;
    })
    .join('');
}

/** `/view/:key`: one issue with its latest comments. */
export function issuePage(runtime: Runtime, received: Received, key: string): Response {
  const stored = runtime.state.issueByKey(key);
  const ctx = pageContext(runtime, received.url.origin);
  if (!stored || !ctx) return htmlPage('課題が存在しません', '<h1>課題が存在しません</h1>', 404);
  const issue = wireIssue(ctx, stored);
  const names = (rows: readonly { name: string }[]) => rows.map((item) => item.name).join(', ');
  const rows = [
    row('状態', issue.status?.name ?? ''),
    row('完了理由', issue.resolution?.name ?? ''),
    row('担当者', issue.assignee?.name ?? ''),
    row('種別', issue.issueType?.name ?? ''),
    row('優先度', issue.priority.name ?? ''),
    row('カテゴリー', names(issue.category)),
    row('マイルストーン', names(issue.milestone)),
    row('発生バージョン', names(issue.versions)),
    row('開始日', issue.startDate?.slice(0, 10) ?? ''),
    row('期限日', issue.dueDate?.slice(0, 10) ?? ''),
    row('予定時間', String(issue.estimatedHours ?? '')),
    row('実績時間', String(issue.actualHours ?? '')),
    row('更新', `${issue.updatedUser?.name ?? ''} ${issue.updated}`),
  ];
  return htmlPage(
    `[${issue.issueKey}] ${issue.summary}`,
    `<p><small>${issue.issueKey}</small></p><h1>${escapeHtml(issue.summary)}</h1>
<pre>${escapeHtml(issue.description)}</pre><table>${rows.join('')}</table>
<h2>コメント</h2>${commentHtml(ctx, stored)}`,
  );
}
