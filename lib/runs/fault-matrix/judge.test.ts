import { describe, expect, it } from 'vitest';
import { type Evidence, type JudgedRun, judge, type ReceivedRequest } from './judge';

const ME = 1;
const second = (at: number) => new Date(Date.UTC(2026, 10, 24, 0, 0, at)).toISOString();

function patch(seq: number, issueId: number, given: Partial<ReceivedRequest> = {}): ReceivedRequest {
  return {
    seq,
    at: second(seq * 10),
    method: 'PATCH',
    path: `/api/v2/issues/${issueId}`,
    body: 'assigneeId=7',
    userId: ME,
    status: 200,
    appliedAt: second(seq * 10),
    answeredAt: second(seq * 10 + 1),
    quota: { remaining: 100, resetAt: second(600) },
    ...given,
  };
}

/** The same request as if this had never happened to it. */
function without(
  request: ReceivedRequest,
  ...names: ('appliedAt' | 'answeredAt' | 'quota')[]
): ReceivedRequest {
  const rest = { ...request };
  for (const name of names) delete rest[name];
  return rest;
}

const row = (issueId: number, params: JudgedRun['planItems'][number]['params'] = { assigneeId: 7 }) => ({
  issueId,
  projectId: 10,
  included: true,
  params,
  diffs: [],
});

/** Two issues, both planned, written and stated as applied. */
function clean(): Evidence & { runs: [JudgedRun]; log: ReceivedRequest[] } {
  return {
    log: [patch(1, 100), patch(2, 101)],
    runs: [
      {
        userId: ME,
        state: 'done',
        planItems: [row(100), row(101)],
        runItems: [
          { issueId: 100, state: 'applied' },
          { issueId: 101, state: 'applied' },
        ],
      },
    ],
  };
}

function rules(change: (evidence: ReturnType<typeof clean>) => Partial<Evidence> | undefined): string[] {
  const evidence = clean();
  return judge({ ...evidence, ...change(evidence) }).map((violation) => violation.rule);
}
const withRun = (change: Partial<JudgedRun>) =>
  rules(({ runs: [run] }) => ({ runs: [{ ...run, ...change }] }));
const withLog = (...log: ReceivedRequest[]) => rules(() => ({ log }));

describe('the judge', () => {
  it('acquits a run that did what it says and nothing else', () => {
    expect(judge(clean())).toEqual([]);
  });

  it('I1: convicts of a row without an outcome, with two, unplanned, or open after the end', () => {
    const [one, two] = clean().runs[0].runItems;
    if (one === undefined || two === undefined) throw new Error('two rows expected');
    expect(withRun({ runItems: [one] })).toContain('I1');
    expect(withRun({ runItems: [one, two, two] })).toContain('I1');
    expect(withRun({ runItems: [one, two, { issueId: 5, state: 'unchanged' }] })).toEqual(['I1']);
    expect(withRun({ runItems: [one, { issueId: 101, state: 'intent' }] })).toEqual(['I1']);
    expect(withRun({ state: 'running', runItems: [one, { issueId: 101, state: 'intent' }] })).toEqual([]);
  });

  it('I2: convicts of “applied” without an effect, of an effect that is not stated, and of an extra one', () => {
    expect(withLog(patch(1, 100), without(patch(2, 101, { status: 500 }), 'appliedAt'))).toEqual(['I2']);
    for (const state of ['unchanged', 'rejected', 'conflict', 'cancelled', 'planned'] as const) {
      const stated = withRun({
        state: 'running',
        runItems: [
          { issueId: 100, state: 'applied' },
          { issueId: 101, state },
        ],
      });
      expect(stated).toEqual(['I2']);
    }
    expect(withLog(patch(1, 100), patch(2, 101), patch(3, 101))).toEqual(['I2']);
  });

  it('I2: leaves room where the run itself says that it does not know', () => {
    const unknown = [
      { issueId: 100, state: 'applied' },
      { issueId: 101, state: 'unknown' },
    ] as const;
    expect(withRun({ runItems: unknown })).toEqual([]);
    expect(
      rules(({ runs: [run] }) => ({ log: [patch(1, 100)], runs: [{ ...run, runItems: unknown }] })),
    ).toEqual([]);
  });

  it('I3: convicts of a comment that took effect twice', () => {
    const body = 'assigneeId=7&comment=%E6%9B%BF';
    const log = [patch(1, 100, { body }), patch(2, 100, { body }), patch(3, 101)];
    const found = rules(({ runs: [run] }) => ({
      log,
      runs: [{ ...run, planItems: [row(100, { assigneeId: 7, comment: '替' }), row(101)] }],
    }));
    expect(found).toEqual(['I2', 'I3']);
  });

  it('I4: convicts of another issue, an excluded row, another value, one parameter more or one less', () => {
    expect(withLog(patch(1, 100), patch(2, 101), patch(3, 999))).toEqual(['I4']);
    expect(withLog(patch(1, 100), patch(2, 101, { body: 'assigneeId=8' }))).toEqual(['I4']);
    expect(withLog(patch(1, 100), patch(2, 101, { body: 'assigneeId=7&statusId=2' }))).toEqual(['I4']);
    expect(withLog(patch(1, 100), patch(2, 101, { body: '' }))).toEqual(['I4']);
    expect(withLog(patch(1, 100), patch(2, 101), patch(3, 101, { method: 'DELETE' }))).toContain('I4');
    expect(withRun({ planItems: [row(100), { ...row(101), included: false }] })).toContain('I4');
    expect(withLog(patch(1, 100), patch(2, 101), patch(3, 100, { userId: 2 }))).toContain('I4');
  });

  it('I4: a list is the plan’s own, or on an issue that others edited has the change merged into it', () => {
    const milestone = {
      field: 'milestone',
      before: [{ id: 1, name: 'a' }],
      after: [{ id: 2, name: 'b' }],
      merge: true,
      add: [{ id: 2, name: 'b' }],
      remove: [{ id: 1, name: 'a' }],
    } as const;
    const planItems = [
      {
        ...row(100, { milestoneId: [2] }),
        diffs: [
          {
            ...milestone,
            before: [...milestone.before],
            after: [...milestone.after],
            add: [...milestone.add],
            remove: [...milestone.remove],
          },
        ],
      },
      row(101),
    ];
    const sent = (body: string, edited: number[]) =>
      rules(({ runs: [run] }) => ({
        log: [patch(1, 100, { body }), patch(2, 101)],
        runs: [{ ...run, planItems }],
        edited: new Set(edited),
      }));
    expect(sent('milestoneId%5B%5D=2', [])).toEqual([]);
    expect(sent('milestoneId[]=2&milestoneId[]=9', [])).toEqual(['I4']);
    expect(sent('milestoneId[]=2&milestoneId[]=9', [100])).toEqual([]);
    expect(sent('milestoneId[]=9', [100])).toEqual(['I4']);
    expect(sent('milestoneId[]=2&milestoneId[]=1', [100])).toEqual(['I4']);
  });

  it('I5: convicts of a second write in flight, and of one while the first was never answered', () => {
    expect(withLog(patch(1, 100, { answeredAt: second(21) }), patch(2, 101))).toEqual(['I5']);
    const unanswered = without(patch(1, 100), 'answeredAt');
    expect(withLog(unanswered, patch(2, 101))).toEqual(['I5']);
  });

  it('I5: convicts of a write before the reset that a 429 or an empty window told', () => {
    const quota = { remaining: 0, resetAt: second(25) };
    const first = without(patch(1, 100, { status: 429, quota }), 'appliedAt');
    expect(withLog(first, patch(2, 100), patch(3, 101))).toEqual(['I5']);
    expect(withLog(first, patch(3, 100), patch(4, 101))).toEqual([]);
    const empty = patch(1, 100, { quota });
    expect(withLog(empty, patch(2, 101))).toEqual(['I5']);
  });

  it('I5: after a 429 that tells nothing the wait is a minute, then two, up to five', () => {
    const refused = (seq: number) => without(patch(seq, 100, { status: 429 }), 'appliedAt', 'quota');
    expect(withLog(refused(1), patch(7, 100), patch(8, 101))).toEqual(['I5']);
    expect(withLog(refused(1), patch(8, 100), patch(9, 101))).toEqual([]);
    expect(withLog(refused(1), refused(8), patch(19, 100), patch(21, 101))).toEqual(['I5']);
    expect(withLog(refused(1), refused(8), patch(21, 100), patch(22, 101))).toEqual([]);
  });

  it('leaves requests of other tools alone when it is told of them', () => {
    const other = patch(3, 100, { answeredAt: second(99), body: 'comment=x', at: second(5) });
    const log = [other, patch(1, 100), patch(2, 101)];
    expect(rules(() => ({ log, foreign: (request) => request.seq === 3 }))).toEqual([]);
    expect(rules(() => ({ log }))).not.toEqual([]);
  });

  it('follows what a step created, and knows the request of each kind of step', () => {
    const step = {
      kind: 'createMilestone',
      projectId: 10,
      name: 'Sprint 25',
      startDate: '2026-12-01',
      dueDate: null,
    } as const;
    const created = patch(1, 0, {
      method: 'POST',
      path: '/api/v2/projects/10/versions',
      body: 'name=Sprint+25&startDate=2026-12-01',
    });
    const run = (body: string): JudgedRun[] => [
      {
        userId: ME,
        state: 'done',
        planItems: [{ ...row(-1, {}), step }, row(100, { milestoneId: [-1] })],
        runItems: [
          { issueId: -1, state: 'applied', createdId: 77 },
          { issueId: 100, state: body === '' ? 'cancelled' : 'applied' },
        ],
      },
    ];
    const sent = (body: string) =>
      judge({ log: [created, patch(2, 100, { body })], runs: run(body) }).map(({ rule }) => rule);
    expect(sent('milestoneId[]=77')).toEqual([]);
    expect(sent('milestoneId[]=-1')).toEqual(['I4']);
    expect(
      judge({
        log: [created, { ...created, seq: 9, at: second(90) }, patch(10, 100, { body: 'milestoneId[]=77' })],
        runs: run('x'),
      }).map(({ rule }) => rule),
    ).toEqual(['I2', 'I3']);
  });

  it('knows the requests of wiki pages: what is planned once, without a mail to anybody', () => {
    const page = {
      kind: 'createWiki',
      projectId: 10,
      name: 'Sprint 24 の記録',
      content: '# 記録\n',
    } as const;
    const gone = { kind: 'deleteWiki', projectId: 10, wikiId: 5, name: '旧', content: '' } as const;
    const body = new URLSearchParams({ projectId: '10', name: page.name, content: page.content }).toString();
    const posted = patch(1, 0, { method: 'POST', path: '/api/v2/wikis', body });
    const deleted = patch(2, 0, { method: 'DELETE', path: '/api/v2/wikis/5', body: null });
    const run: JudgedRun = {
      userId: ME,
      state: 'done',
      planItems: [
        { ...row(-1, {}), step: page },
        { ...row(-2, {}), step: gone },
      ],
      runItems: [
        { issueId: -1, state: 'applied', createdId: 9 },
        { issueId: -2, state: 'applied' },
      ],
    };
    const of = (...log: ReceivedRequest[]) => judge({ log, runs: [run] }).map(({ rule }) => rule);
    expect(of(posted, deleted)).toEqual([]);
    expect(of({ ...posted, body: `${body}&mailNotify=true` }, deleted)).toEqual(['I4']);
    expect(of({ ...posted, body: body.replace('10', '11') }, deleted)).toEqual(['I2', 'I4']);
    expect(of({ ...posted, body: `${body}x` }, deleted)).toEqual(['I4']);
    expect(of(posted, { ...deleted, path: '/api/v2/wikis/6' })).toEqual(['I2', 'I4']);
    expect(of(posted, deleted, { ...posted, seq: 9, at: second(90) })).toEqual(['I2', 'I3']);
  });

  it('convicts of an archive before complete success', () => {
    const step = {
      kind: 'archiveMilestone',
      projectId: 10,
      milestoneId: 4,
      name: 'Sprint 24',
      archived: true,
      afterSuccess: true,
    } as const;
    const archived = patch(2, 0, {
      path: '/api/v2/projects/10/versions/4',
      body: 'name=Sprint+24&archived=true',
    });
    const of = (state: 'applied' | 'unchanged' | 'conflict') => {
      const run: JudgedRun = {
        userId: ME,
        state: 'done',
        planItems: [
          { ...row(100), stage: 1 },
          { ...row(-3, {}), stage: 3, step },
        ],
        runItems: [
          { issueId: 100, state },
          { issueId: -3, state: 'applied' },
        ],
      };
      const log = state === 'applied' ? [patch(1, 100), archived] : [archived];
      return judge({ log, runs: [run] }).map(({ rule }) => rule);
    };
    expect([of('applied'), of('unchanged'), of('conflict')]).toEqual([[], [], ['I4']]);
  });
});
