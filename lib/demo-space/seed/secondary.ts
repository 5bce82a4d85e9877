import type { IssueRow } from '../rows';
import type { SpaceState } from '../state';
import { repositoryTexts, wikiPages } from './content/pages';
import { CLOSED } from './draft';
import type { Prng } from './prng';
import type { ProjectSeed } from './project-seed';

const DAY = 86_400_000;

/** What every generator of secondary content gets. */
export interface SecondaryScope {
  readonly state: SpaceState;
  readonly prng: Prng;
  readonly projects: readonly ProjectSeed[];
  readonly issues: readonly IssueRow[];
  /** The last moment that is written of, epoch milliseconds. */
  readonly end: number;
}

function stamp(scope: SecondaryScope, userId: number, daysAgo: number) {
  const created = scope.end - daysAgo * DAY;
  const updated = scope.end - Math.floor(daysAgo / 3) * DAY;
  return { createdUserId: userId, created, updatedUserId: userId, updated };
}

function addWatchings({ state, prng, issues, end }: SecondaryScope): void {
  const open = issues.filter((issue) => issue.statusId !== CLOSED);
  for (const user of state.users.all()) {
    const visible = open.filter((issue) => state.projects.get(issue.projectId)?.memberIds.includes(user.id));
    for (const issue of prng.sample(visible.slice(-200), 4)) {
      state.watchings.add({
        id: state.watchings.nextId(),
        userId: user.id,
        issueId: issue.id,
        note: prng.pick(['', '金曜までに確認', '引き継ぎ候補', '顧客に回答する']),
        resourceAlreadyRead: prng.chance(0.6),
        lastContentUpdated: issue.updated,
        created: Math.min(issue.updated, end),
        updated: issue.updated,
      });
    }
  }
}

function addWebhooks(scope: SecondaryScope): void {
  const { state } = scope;
  for (const [index, { row }] of scope.projects.entries()) {
    state.webhooks.add({
      id: state.webhooks.nextId(),
      projectId: row.id,
      name: `${row.projectKey} チャット通知`,
      description: '課題の追加と更新を知らせる',
      hookUrl: `https://chat.example.com/hooks/${row.projectKey.toLowerCase()}`,
      allEvent: index === 0,
      activityTypeIds: index === 0 ? [] : [1, 2, 3],
      ...stamp(scope, row.administratorIds[0] ?? row.memberIds[0] ?? 0, 120),
    });
  }
}

function addWikis(scope: SecondaryScope): void {
  const { state, prng } = scope;
  for (const project of scope.projects) {
    for (const [index, page] of wikiPages.entries()) {
      const author = prng.pick(project.row.memberIds);
      const wiki = state.wikis.add({
        id: state.wikis.nextId(),
        projectId: project.row.id,
        name: page.name,
        content: page.content.replaceAll('{project}', project.row.name),
        tags: page.tag === null ? [] : [{ id: index + 1, name: page.tag }],
        attachmentIds: [],
        sharedFileIds: [],
        stars: [],
        ...stamp(scope, author, 30 + index * 12),
      });
      state.wikiHistory.add({
        id: state.wikiHistory.nextId(),
        wikiId: wiki.id,
        version: 1,
        name: wiki.name,
        content: wiki.content,
        createdUserId: author,
        created: wiki.created,
      });
    }
  }
}

function hex(prng: Prng, length: number): string {
  return Array.from({ length }, () => prng.int(0, 15).toString(16)).join('');
}

function addDocuments(scope: SecondaryScope): void {
  const { state, prng } = scope;
  for (const project of scope.projects) {
    let parentId: string | null = null;
    for (const [index, page] of wikiPages.slice(0, 4).entries()) {
      const id = hex(prng, 32);
      const plain = page.content.replaceAll('{project}', project.row.name);
      state.documents.set(id, {
        id,
        projectId: project.row.id,
        title: `${page.name}の下書き`,
        plain,
        json: { type: 'doc', content: [{ type: 'paragraph', content: [{ type: 'text', text: plain }] }] },
        statusId: 1,
        emoji: index === 0 ? '📄' : null,
        parentId: index === 2 ? parentId : null,
        trashed: index === 3,
        attachmentIds: [],
        tags: [],
        ...stamp(scope, prng.pick(project.row.memberIds), 20 + index * 9),
      });
      parentId = id;
    }
  }
}

function addGit(scope: SecondaryScope): void {
  const { state, prng } = scope;
  for (const { plan, row, members } of scope.projects) {
    if (plan.repository === null) continue;
    const repository = state.repositories.add({
      id: state.repositories.nextId(),
      projectId: row.id,
      name: plan.repository,
      description: `${row.name}のソースコード`,
      hookUrl: null,
      displayOrder: 0,
      pushedAt: scope.end - DAY,
      ...stamp(scope, row.memberIds[0] ?? 0, 500),
    });
    const developers = members.filter((member) => member.roleType <= 2).map((member) => member.id);
    const related = scope.issues.filter((issue) => issue.projectId === row.id).slice(-40);
    for (const [index, text] of repositoryTexts.entries()) {
      const statusId = ([1, 3, 3, 2, 1] as const)[index % 5] ?? 1;
      const author = prng.pick(developers);
      const times = stamp(scope, author, 40 - index * 5);
      const request = state.pullRequests.add({
        id: state.pullRequests.nextId(),
        projectId: row.id,
        repositoryId: repository.id,
        number: index + 1,
        summary: text,
        description: '動作確認: 検証環境で確認済み',
        base: 'main',
        branch: `feature/${row.projectKey.toLowerCase()}-${index + 1}`,
        statusId,
        assigneeId: prng.pick(developers),
        issueId: related.length > 0 ? prng.pick(related).id : null,
        baseCommit: hex(prng, 40),
        branchCommit: hex(prng, 40),
        mergeCommit: statusId === 3 ? hex(prng, 40) : null,
        closeAt: statusId === 1 ? null : times.updated,
        mergeAt: statusId === 3 ? times.updated : null,
        attachmentIds: [],
        stars: [],
        ...times,
      });
      state.pullRequestComments.add({
        id: state.pullRequestComments.nextId(),
        pullRequestId: request.id,
        content: prng.pick([
          '確認しました。',
          'この分岐は不要ではないでしょうか。',
          'テストを足してください。',
        ]),
        changeLog: [],
        createdUserId: prng.pick(developers),
        created: times.updated,
        updated: times.updated,
        stars: [],
      });
    }
  }
}

function addSharedFiles(scope: SecondaryScope): void {
  const { state } = scope;
  for (const { row } of scope.projects) {
    const author = row.memberIds[0] ?? 0;
    const { created } = stamp(scope, author, 200);
    const base = { projectId: row.id, createdUserId: author, created, updatedUserId: null, updated: null };
    const files: (readonly ['file' | 'directory', string, string, number | null])[] = [
      ['directory', '/', '仕様書', null],
      ['file', '/仕様書/', `${row.name} 概要.pdf`, 482_113],
      ['file', '/', '議事録テンプレート.docx', 28_402],
    ];
    for (const [type, dir, name, size] of files) {
      state.sharedFiles.add({ ...base, id: state.sharedFiles.nextId(), type, dir, name, size });
    }
  }
}

/** Adds watchings, webhooks, wikis, documents, repositories, pull requests and shared files. */
export function addSecondaryContent(scope: SecondaryScope): void {
  addSharedFiles(scope);
  addWatchings(scope);
  addWebhooks(scope);
  addWikis(scope);
  addDocuments(scope);
  addGit(scope);
  const related = scope.issues.filter((issue) => issue.projectId === scope.projects[0]?.row.id).slice(-6);
  const [first, second, third] = related;
  if (first && second) scope.state.relations.push([first.id, second.id]);
  if (first && third) scope.state.relations.push([first.id, third.id]);
}
