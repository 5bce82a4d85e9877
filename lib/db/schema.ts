import { sql } from 'drizzle-orm';
import {
  boolean,
  foreignKey,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  timestamp,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core';

const at = (name: string) => timestamp(name, { withTimezone: true, mode: 'date' });

/** A browser session. The cookie holds only `id`; deleting the row signs out. */
export const sessions = pgTable('sessions', {
  id: uuid('id').primaryKey(),
  createdAt: at('created_at').notNull().defaultNow(),
  lastSeenAt: at('last_seen_at').notNull().defaultNow(),
  expiresAt: at('expires_at').notNull(),
});

/** Credentials of one person at one space, encrypted. Runs use them without a browser. */
export const connections = pgTable(
  'connections',
  {
    spaceHost: text('space_host').notNull(),
    userId: integer('user_id').notNull(),
    kind: text('kind', { enum: ['oauth', 'apiKey'] }).notNull(),
    userName: text('user_name').notNull(),
    roleType: integer('role_type').notNull(),
    lang: text('lang'),
    spaceName: text('space_name').notNull(),
    timezone: text('timezone').notNull(),
    /** AES-256-GCM over the credential JSON, AAD = space + user. */
    cipherText: text('cipher_text').notNull(),
    keyId: text('key_id').notNull(),
    /** Access token expiry; null for API keys. */
    expiresAt: at('expires_at'),
    /** Rises with every refresh; losers of a race re-read. */
    generation: integer('generation').notNull().default(0),
    /** Backlog refused the credential: the person has to sign in again. */
    needsSignIn: boolean('needs_sign_in').notNull().default(false),
    updatedAt: at('updated_at').notNull().defaultNow(),
  },
  (t) => [primaryKey({ columns: [t.spaceHost, t.userId] })],
);

/** Which connections a session may use: several spaces can be open side by side. */
export const sessionConnections = pgTable(
  'session_connections',
  {
    sessionId: uuid('session_id')
      .notNull()
      .references(() => sessions.id, { onDelete: 'cascade' }),
    spaceHost: text('space_host').notNull(),
    userId: integer('user_id').notNull(),
    connectedAt: at('connected_at').notNull().defaultNow(),
  },
  (t) => [
    primaryKey({ columns: [t.sessionId, t.spaceHost] }),
    foreignKey({
      columns: [t.spaceHost, t.userId],
      foreignColumns: [connections.spaceHost, connections.userId],
    }).onDelete('cascade'),
  ],
);

/** A frozen plan. A revision (rows left out, read again) is a new row that names its parent. */
export const plans = pgTable(
  'plans',
  {
    id: uuid('id').primaryKey(),
    /** Counts up per space and person; what people call "plan #12". */
    number: integer('number').notNull(),
    revision: integer('revision').notNull().default(1),
    /** The revision this one was made from. */
    revisionOf: uuid('revision_of'),
    /** The revision that took this one's place. */
    supersededBy: uuid('superseded_by'),
    spaceHost: text('space_host').notNull(),
    userId: integer('user_id').notNull(),
    actorType: text('actor_type', { enum: ['user', 'assistant', 'mcp', 'schedule'] }).notNull(),
    createdBy: text('created_by').notNull(),
    /** IANA zone of the space; decides the day of dates in old records. */
    timezone: text('timezone').notNull(),
    format: integer('format').notNull(),
    state: text('state', {
      enum: ['drafting', 'ready', 'failed', 'superseded', 'discarded', 'approved'],
    }).notNull(),
    title: text('title').notNull(),
    /**
     * `bulkUpdate`: selection and changes. `undo`: what `sourceRunId` changed is put back. The others are operations,
     * whose decisions stand in `operation`.
     */
    kind: text('kind', { enum: ['bulkUpdate', 'undo', 'handover', 'closure', 'overdue'] })
      .notNull()
      .default('bulkUpdate'),
    /** What the person decided, as `operationSchema` of lib/bulk defines it; null for other kinds. */
    operation: jsonb('operation'),
    /** `RowFix[]`: changes that the person added for single issues. */
    fixes: jsonb('fixes').notNull().default([]),
    /** The run that an undo takes back, or whose failed or conflicting items this plan takes up again. */
    sourceRunId: uuid('source_run_id'),
    /** What the plan is about, as `lib/runs/selection.ts` defines it. */
    selection: jsonb('selection').notNull(),
    changes: jsonb('changes').notNull(),
    counts: jsonb('counts').notNull(),
    /** Included rows per touched field, comment counted too. */
    fieldCounts: jsonb('field_counts').notNull().default({}),
    includedCount: integer('included_count').notNull().default(0),
    /** Progress while drafting. */
    readCount: integer('read_count').notNull().default(0),
    totalCount: integer('total_count').notNull().default(0),
    /** SHA-256 over the normalised content; null while drafting. */
    digest: text('digest'),
    failureCode: text('failure_code'),
    /** How often filling it was begun; a crash leaves it drafting and the next owner starts over. */
    draftAttempts: integer('draft_attempts').notNull().default(0),
    leaseOwner: text('lease_owner'),
    leaseUntil: at('lease_until'),
    createdAt: at('created_at').notNull().defaultNow(),
    expiresAt: at('expires_at').notNull(),
  },
  (t) => [
    index('plans_by_person').on(t.spaceHost, t.userId, t.createdAt),
    uniqueIndex('plans_number').on(t.spaceHost, t.userId, t.number, t.revision),
    index('plans_drafting').on(t.createdAt).where(sql`state = 'drafting'`),
  ],
);

export const planItems = pgTable(
  'plan_items',
  {
    planId: uuid('plan_id')
      .notNull()
      .references(() => plans.id, { onDelete: 'cascade' }),
    /** Order in the plan, from 0. */
    position: integer('position').notNull(),
    /** Negative for a side step. */
    issueId: integer('issue_id').notNull(),
    stage: integer('stage').notNull().default(0),
    pile: text('pile', { enum: ['change', 'unchanged', 'needsReview', 'blocked'] }).notNull(),
    included: boolean('included').notNull(),
    /** The whole PlanItem. */
    item: jsonb('item').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.planId, t.position] }),
    uniqueIndex('plan_items_issue').on(t.planId, t.issueId),
  ],
);

/** A display ticket: this person has this digest on screen. Approving spends it once. */
export const approvals = pgTable(
  'approvals',
  {
    id: uuid('id').primaryKey(),
    planId: uuid('plan_id')
      .notNull()
      .references(() => plans.id, { onDelete: 'cascade' }),
    spaceHost: text('space_host').notNull(),
    userId: integer('user_id').notNull(),
    digest: text('digest').notNull(),
    issuedAt: at('issued_at').notNull().defaultNow(),
    expiresAt: at('expires_at').notNull(),
    spentAt: at('spent_at'),
    runId: uuid('run_id'),
  },
  (t) => [index('approvals_by_plan').on(t.planId)],
);

export const runs = pgTable(
  'runs',
  {
    id: uuid('id').primaryKey(),
    planId: uuid('plan_id')
      .notNull()
      .references(() => plans.id),
    spaceHost: text('space_host').notNull(),
    userId: integer('user_id').notNull(),
    actorType: text('actor_type', { enum: ['user', 'assistant', 'mcp', 'schedule'] }).notNull(),
    title: text('title').notNull(),
    state: text('state', {
      enum: ['queued', 'running', 'paused', 'cancelling', 'done', 'cancelled'],
    }).notNull(),
    /** Why a run does not write right now; null while it works. */
    waitReason: text('wait_reason', {
      enum: [
        'quota',
        'needsSignIn',
        'backlogDown',
        'settling',
        'person',
        'licence',
        'redirect',
        'limited',
        'failures',
        'noRight',
        'stage',
        'disk',
        'format',
        'locked',
      ],
    }),
    /** Values for the sentence about the wait, e.g. the project or the number of failures. */
    waitDetail: jsonb('wait_detail'),
    /** When it goes on by itself; null when a person has to act. */
    waitUntil: at('wait_until'),
    /** Waits in a row for an unavailable Backlog: the next one is longer. */
    waitCount: integer('wait_count').notNull().default(0),
    pace: text('pace', { enum: ['limit', 'gentle'] }).notNull(),
    approvedBy: text('approved_by').notNull(),
    total: integer('total').notNull(),
    /** The stage under way; items of later ones are not begun. */
    stage: integer('stage').notNull().default(0),
    /** The run stops for its person after so many more failures; null = never. */
    stopAfter: integer('stop_after').default(20),
    /** Failed items that the person has accepted by going on. */
    failuresAccepted: integer('failures_accepted').notNull().default(0),
    /** Projects whose items wait, because Backlog refused this person there three times in a row. */
    heldProjects: jsonb('held_projects').notNull().default([]),
    /** The process died while this run was under way: items may have been written without a trace here. */
    unclean: boolean('unclean').notNull().default(false),
    /** Items per outcome; set when the run ends. */
    counts: jsonb('counts'),
    leaseOwner: text('lease_owner'),
    leaseEpoch: integer('lease_epoch').notNull().default(0),
    leaseUntil: at('lease_until'),
    approvedAt: at('approved_at').notNull().defaultNow(),
    startedAt: at('started_at'),
    endedAt: at('ended_at'),
  },
  (t) => [
    uniqueIndex('runs_one_per_plan').on(t.planId),
    uniqueIndex('runs_one_running').on(t.spaceHost, t.userId).where(sql`state = 'running'`),
    // One worker at a time may write for a person, whatever the states say.
    uniqueIndex('runs_one_leased').on(t.spaceHost, t.userId).where(sql`lease_owner is not null`),
    index('runs_by_person').on(t.spaceHost, t.userId, t.approvedAt),
    index('runs_claimable').on(t.approvedAt).where(sql`state in ('queued', 'running', 'cancelling')`),
  ],
);

export const runItems = pgTable(
  'run_items',
  {
    runId: uuid('run_id')
      .notNull()
      .references(() => runs.id, { onDelete: 'cascade' }),
    position: integer('position').notNull(),
    spaceHost: text('space_host').notNull(),
    /** Negative for a side step. */
    issueId: integer('issue_id').notNull(),
    issueKey: text('issue_key').notNull(),
    projectId: integer('project_id').notNull(),
    summary: text('summary').notNull(),
    stage: integer('stage').notNull().default(0),
    /** planned → intent → one of the six outcomes. */
    state: text('state', {
      enum: ['planned', 'intent', 'applied', 'unchanged', 'conflict', 'rejected', 'cancelled', 'unknown'],
    }).notNull(),
    /** Writes begun and not proven unsent. */
    attempt: integer('attempt').notNull().default(0),
    /** The parameters of the last attempt, exactly as sent. */
    params: jsonb('params'),
    /** SHA-256 over `params`. */
    bodyHash: text('body_hash'),
    /** Touched fields as read right before the write: what undo needs. */
    beforeImage: jsonb('before_image'),
    /** Touched fields as Backlog answered after the write. */
    afterImage: jsonb('after_image'),
    /** Names of fields where Backlog stored something else than was sent. */
    differs: jsonb('differs'),
    /** Reason of a conflict, refusal or unknown: `{code, values}` plus Backlog's own message. */
    reason: jsonb('reason'),
    durationMs: integer('duration_ms'),
    leaseEpoch: integer('lease_epoch'),
    /** `updated` of the issue as read right before the write: where looking for our own comment begins. */
    issueUpdated: text('issue_updated'),
    intentAt: at('intent_at'),
    /** An answer was lost: not to be decided before this time, Backlog may still carry it out. */
    settleAt: at('settle_at'),
    /** Backlog answered this write with success, showing something else; looked at again before it counts. */
    answeredAt: at('answered_at'),
    /** How often the issue was looked at again since that answer. */
    checks: integer('checks').notNull().default(0),
    /** Id of what a side step created. */
    createdId: integer('created_id'),
    /** Read again at Backlog after the process had died. */
    verifiedAt: at('verified_at'),
    endedAt: at('ended_at'),
  },
  (t) => [
    primaryKey({ columns: [t.runId, t.position] }),
    uniqueIndex('run_items_issue').on(t.runId, t.issueId),
    // An open write is the lock on its issue, whoever's run it belongs to.
    uniqueIndex('run_items_one_write')
      .on(t.spaceHost, t.issueId)
      .where(sql`state = 'intent' and issue_id > 0`),
    index('run_items_by_state').on(t.runId, t.state, t.position),
    index('run_items_by_end').on(t.runId, t.endedAt),
    // Before each write: what other runs have done to this issue.
    index('run_items_by_issue').on(t.spaceHost, t.issueId),
  ],
);

/** What a person has chosen for all their runs at a space. */
export const preferences = pgTable(
  'preferences',
  {
    spaceHost: text('space_host').notNull(),
    userId: integer('user_id').notNull(),
    /** A run stops for its person after so many failures; null = never. */
    stopAfterFailures: integer('stop_after_failures').default(20),
    updatedAt: at('updated_at').notNull().defaultNow(),
  },
  (t) => [primaryKey({ columns: [t.spaceHost, t.userId] })],
);

/** Issues that stay with a leaver on purpose: a handover is over without them. */
export const keptIssues = pgTable(
  'kept_issues',
  {
    spaceHost: text('space_host').notNull(),
    /** The person who decided it. */
    userId: integer('user_id').notNull(),
    leaverId: integer('leaver_id').notNull(),
    issueId: integer('issue_id').notNull(),
    keptAt: at('kept_at').notNull().defaultNow(),
  },
  (t) => [primaryKey({ columns: [t.spaceHost, t.userId, t.leaverId, t.issueId] })],
);

/** What the change log of an issue says of its milestones and statuses, as one person may read it. */
export const issueHistories = pgTable(
  'issue_histories',
  {
    spaceHost: text('space_host').notNull(),
    userId: integer('user_id').notNull(),
    issueId: integer('issue_id').notNull(),
    /** `updated` of the issue when it was read: another one means that it has to be read again. */
    issueUpdated: text('issue_updated').notNull(),
    /** `StoredHistory` of lib/actions/closure: the events, and how many reads they took. */
    events: jsonb('events').notNull(),
    readAt: at('read_at').notNull().defaultNow(),
  },
  (t) => [
    primaryKey({ columns: [t.spaceHost, t.userId, t.issueId] }),
    index('issue_histories_by_age').on(t.readAt),
  ],
);

/** Append-only record of what happened and who did it. */
export const audit = pgTable(
  'audit',
  {
    id: uuid('id').primaryKey(),
    at: at('at').notNull().defaultNow(),
    spaceHost: text('space_host').notNull(),
    userId: integer('user_id').notNull(),
    actorType: text('actor_type').notNull(),
    /** e.g. `plan.drafted`, `plan.approved`, `run.item`, `session.signedOut`. */
    event: text('event').notNull(),
    subjectId: text('subject_id').notNull(),
    data: jsonb('data').notNull(),
  },
  (t) => [
    index('audit_by_person').on(t.spaceHost, t.userId, t.at),
    index('audit_by_subject').on(t.subjectId),
  ],
);
