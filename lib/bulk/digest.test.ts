import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { canonicalJson, type DigestContent, digestOf } from './digest';
import { PLAN_FORMAT } from './plan';
import { anyChanges, anyIssues } from './plan-arbitraries';
import { planBulkUpdate } from './plan-bulk-update';
import { inputOf, inWeb, issueWith } from './plan-fixtures';

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');

function contentOf(issues = [issueWith(), issueWith({ id: 1002 })]): DigestContent {
  const changes = [
    { field: 'status' as const, verb: 'set' as const, to: inWeb('完了', 4) },
    { field: 'dueDate' as const, verb: 'set' as const, to: '2026-11-27' },
  ];
  const items = planBulkUpdate(inputOf(issues, changes));
  return { spaceHost: 'hoshikawa.backlog.com', userId: 1, format: PLAN_FORMAT, changes, items };
}

/** The same value with every object's keys the other way round, as a database may return it. */
function reversedKeys(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(reversedKeys);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .toReversed()
      .map(([key, member]) => [key, reversedKeys(member)]),
  );
}

/** Every leaf of a value, changed one at a time. */
function* mutations(value: unknown): Generator<unknown> {
  if (Array.isArray(value)) {
    for (const [index, member] of value.entries()) {
      for (const changed of mutations(member)) yield value.with(index, changed);
      yield value.toSpliced(index, 1);
    }
  } else if (typeof value === 'object' && value !== null) {
    for (const [key, member] of Object.entries(value)) {
      for (const changed of mutations(member)) yield { ...value, [key]: changed };
    }
  } else if (typeof value === 'number') yield value + 1;
  else if (typeof value === 'boolean') yield !value;
  else if (typeof value === 'string') yield `${value}x`;
  else yield 0;
}

describe('the digest of a plan', () => {
  it('is the same whatever order the keys come in', () => {
    fc.assert(
      fc.property(anyIssues, anyChanges, (issues, changes) => {
        const items = planBulkUpdate(inputOf(issues, changes));
        const text = canonicalJson({ changes, items });
        expect(canonicalJson(reversedKeys({ changes, items }))).toBe(text);
        expect(JSON.parse(text)).toEqual(JSON.parse(JSON.stringify({ changes, items })));
      }),
    );
  });

  it('changes with every single bound value', () => {
    const content = contentOf();
    const bound = {
      ...content,
      items: content.items.map(({ issueId, included, params, diffs }) => ({
        issueId,
        included,
        params,
        diffs,
      })),
    };
    const digests = new Set([digestOf(content, sha256)]);
    let count = 1;
    for (const changed of mutations(bound)) {
      // Still the shape of the content: only one leaf or member differs.
      digests.add(digestOf(changed as DigestContent, sha256));
      count += 1;
    }
    expect(count).toBeGreaterThan(40);
    expect(digests.size).toBe(count);
  });

  it('depends on the order of the rows', () => {
    const content = contentOf();
    const turned = { ...content, items: content.items.toReversed() };
    expect(digestOf(turned, sha256)).not.toBe(digestOf(content, sha256));
  });

  it('does not depend on what the run does not use', () => {
    const content = contentOf();
    const renamed = contentOf([issueWith({ summary: '別の件名' }), issueWith({ id: 1002 })]);
    expect(digestOf(renamed, sha256)).toBe(digestOf(content, sha256));
  });
});
