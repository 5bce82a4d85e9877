import type { IssueKind, Topic } from './content/descriptions';
import type { ProjectContent } from './content/project-content';
import type { Prng } from './prng';

/** A subject with what it is about. */
export interface Subject extends Topic {
  readonly summary: string;
  readonly category: string | null;
}

/** Hands out subjects of one project, each at most once as long as the vocabulary lasts. */
export interface SubjectSource {
  next(kind: IssueKind): Subject;
}

const TRIES = 12;

function compose(prng: Prng, content: ProjectContent, kind: IssueKind): Subject {
  const feature = prng.pick(content.features);
  const part = prng.pick(feature.parts);
  const about = { kind, feature: feature.name, part };
  if (kind === 'other') {
    const summary = prng.pick(content.routines).replace('{n}', String(prng.int(1, 12)));
    return { ...about, summary, category: null };
  }
  const name = prng.chance(0.12) ? part : `${feature.name}の${part}`;
  const endings = content.flow?.parts.includes(part) ? content.flow : content;
  if (kind === 'task')
    return { ...about, summary: `${name}${prng.pick(endings.tasks)}`, category: feature.category };
  if (kind === 'request')
    return { ...about, summary: `${name}${prng.pick(endings.requests)}`, category: feature.category };
  const condition = prng.chance(0.55) ? prng.pick(content.conditions) : '';
  return {
    ...about,
    summary: `${condition}${name}${prng.pick(endings.defects)}`,
    category: feature.category,
  };
}

/** The category of a hand-written subject: that of the feature whose name it shares most of, if any. */
function categoryOf(content: ProjectContent, summary: string): string | null {
  const byName = content.features.find((feature) => summary.includes(feature.name));
  const byPart = content.features.find((feature) => feature.parts.some((part) => summary.includes(part)));
  return (byName ?? byPart)?.category ?? null;
}

/** Creates a source over one project's vocabulary: hand-written subjects first, composed ones afterwards. */
export function createSubjects(prng: Prng, content: ProjectContent): SubjectSource {
  const used = new Set<string>();
  const written = new Map<IssueKind, string[]>(
    (['defect', 'task', 'request', 'other'] as const).map((kind) => [
      kind,
      prng.shuffle(content.written[kind]),
    ]),
  );
  return {
    next(kind) {
      const ready = written.get(kind)?.pop();
      if (ready !== undefined) {
        used.add(ready);
        const feature =
          content.features.find((one) => ready.includes(one.name)) ?? prng.pick(content.features);
        const part = prng.pick(feature.parts);
        return { kind, summary: ready, feature: feature.name, part, category: categoryOf(content, ready) };
      }
      let subject = compose(prng, content, kind);
      for (let tried = 1; tried < TRIES && used.has(subject.summary); tried += 1)
        subject = compose(prng, content, kind);
      used.add(subject.summary);
      return subject;
    },
  };
}
