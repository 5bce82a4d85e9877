import type { ProjectRow } from '../rows';

/** A project without the fields only the server needs. */
export function wireProject(row: ProjectRow) {
  return {
    id: row.id,
    projectKey: row.projectKey,
    name: row.name,
    chartEnabled: row.chartEnabled,
    useResolvedForChart: row.useResolvedForChart,
    subtaskingEnabled: row.subtaskingEnabled,
    grandchildIssueEnabled: row.grandchildIssueEnabled,
    projectLeaderCanEditProjectLeader: row.projectLeaderCanEditProjectLeader,
    useWiki: row.useWiki,
    useDocument: row.useDocument,
    useFileSharing: row.useFileSharing,
    useWikiTreeView: row.useWikiTreeView,
    useSubversion: row.useSubversion,
    useGit: row.useGit,
    useOriginalImageSizeAtWiki: row.useOriginalImageSizeAtWiki,
    textFormattingRule: row.textFormattingRule,
    archived: row.archived,
    displayOrder: row.displayOrder,
    useDevAttributes: row.useDevAttributes,
  };
}
