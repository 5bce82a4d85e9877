const issueKey = /^([A-Z][A-Z0-9_]*)-[1-9]\d{0,8}$/;

/** An issue key as somebody types it (small letters, full width), and its project; null when it is none. */
export function readIssueKey(text: string): { key: string; projectKey: string } | null {
  const key = text.normalize('NFKC').trim().toUpperCase();
  const [, projectKey] = issueKey.exec(key) ?? [];
  return projectKey ? { key, projectKey } : null;
}
