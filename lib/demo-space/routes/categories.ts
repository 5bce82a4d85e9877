import { editIssues } from '../access';
import { notFound } from '../api-error';
import type { DemoContext } from '../context';
import { pathInt, pathProject } from '../context';
import { checkLength } from '../issues/text-length';
import type { Route } from '../route';
import { route } from '../route';
import type { CategoryRow } from '../rows';
import { wireCategory } from '../wire/project-parts';

function readName(ctx: DemoContext): string {
  return checkLength(ctx.params.required('name'), 1, 255, 'Name', 'カテゴリー名');
}

function pathCategory(ctx: DemoContext): CategoryRow {
  const row = ctx.state.categories.get(pathInt(ctx, 'id'));
  if (!row || row.projectId !== pathProject(ctx).id) throw notFound('category');
  return row;
}

function create(ctx: DemoContext) {
  const { categories } = ctx.state;
  const project = pathProject(ctx);
  const row = {
    id: categories.nextId(),
    projectId: project.id,
    name: readName(ctx),
    displayOrder: 2147483646,
  };
  return wireCategory(categories.add(row));
}

function update(ctx: DemoContext) {
  const row = pathCategory(ctx);
  row.name = readName(ctx);
  return wireCategory(row);
}

/** A deleted category simply vanishes from the issues that had it. */
function remove(ctx: DemoContext) {
  const row = pathCategory(ctx);
  for (const issue of ctx.state.issues.in(row.projectId))
    if (issue.categoryIds.includes(row.id))
      issue.categoryIds = issue.categoryIds.filter((id) => id !== row.id);
  ctx.state.categories.delete(row.id);
  return wireCategory(row);
}

export const categoryRoutes: Route[] = [
  route('GET', '/projects/:project/categories', (ctx) =>
    ctx.state.categories.in(pathProject(ctx).id).map(wireCategory),
  ),
  route('POST', '/projects/:project/categories', create, { access: editIssues }),
  route('PATCH', '/projects/:project/categories/:id', update, { access: editIssues }),
  route('DELETE', '/projects/:project/categories/:id', remove, { access: editIssues }),
];
