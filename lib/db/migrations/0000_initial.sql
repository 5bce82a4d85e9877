CREATE TABLE "approvals" (
	"id" uuid PRIMARY KEY NOT NULL,
	"plan_id" uuid NOT NULL,
	"space_host" text NOT NULL,
	"user_id" integer NOT NULL,
	"digest" text NOT NULL,
	"issued_at" timestamp with time zone DEFAULT now() NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"spent_at" timestamp with time zone,
	"run_id" uuid
);
--> statement-breakpoint
CREATE TABLE "audit" (
	"id" uuid PRIMARY KEY NOT NULL,
	"at" timestamp with time zone DEFAULT now() NOT NULL,
	"space_host" text NOT NULL,
	"user_id" integer NOT NULL,
	"actor_type" text NOT NULL,
	"event" text NOT NULL,
	"subject_id" text NOT NULL,
	"data" jsonb NOT NULL
);
--> statement-breakpoint
CREATE TABLE "connections" (
	"space_host" text NOT NULL,
	"user_id" integer NOT NULL,
	"kind" text NOT NULL,
	"user_name" text NOT NULL,
	"role_type" integer NOT NULL,
	"lang" text,
	"space_name" text NOT NULL,
	"timezone" text NOT NULL,
	"cipher_text" text NOT NULL,
	"key_id" text NOT NULL,
	"expires_at" timestamp with time zone,
	"generation" integer DEFAULT 0 NOT NULL,
	"needs_sign_in" boolean DEFAULT false NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "connections_space_host_user_id_pk" PRIMARY KEY("space_host","user_id")
);
--> statement-breakpoint
CREATE TABLE "plan_items" (
	"plan_id" uuid NOT NULL,
	"position" integer NOT NULL,
	"issue_id" integer NOT NULL,
	"pile" text NOT NULL,
	"included" boolean NOT NULL,
	"item" jsonb NOT NULL,
	CONSTRAINT "plan_items_plan_id_position_pk" PRIMARY KEY("plan_id","position")
);
--> statement-breakpoint
CREATE TABLE "plans" (
	"id" uuid PRIMARY KEY NOT NULL,
	"number" integer NOT NULL,
	"revision" integer DEFAULT 1 NOT NULL,
	"revision_of" uuid,
	"superseded_by" uuid,
	"space_host" text NOT NULL,
	"user_id" integer NOT NULL,
	"actor_type" text NOT NULL,
	"created_by" text NOT NULL,
	"timezone" text NOT NULL,
	"format" integer NOT NULL,
	"state" text NOT NULL,
	"title" text NOT NULL,
	"selection" jsonb NOT NULL,
	"changes" jsonb NOT NULL,
	"counts" jsonb NOT NULL,
	"field_counts" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"included_count" integer DEFAULT 0 NOT NULL,
	"read_count" integer DEFAULT 0 NOT NULL,
	"total_count" integer DEFAULT 0 NOT NULL,
	"digest" text,
	"failure_code" text,
	"draft_attempts" integer DEFAULT 0 NOT NULL,
	"lease_owner" text,
	"lease_until" timestamp with time zone,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"expires_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "run_items" (
	"run_id" uuid NOT NULL,
	"position" integer NOT NULL,
	"issue_id" integer NOT NULL,
	"issue_key" text NOT NULL,
	"summary" text NOT NULL,
	"state" text NOT NULL,
	"attempt" integer DEFAULT 0 NOT NULL,
	"params" jsonb,
	"body_hash" text,
	"before_image" jsonb,
	"after_image" jsonb,
	"differs" jsonb,
	"reason" jsonb,
	"duration_ms" integer,
	"lease_epoch" integer,
	"issue_updated" text,
	"intent_at" timestamp with time zone,
	"settle_at" timestamp with time zone,
	"ended_at" timestamp with time zone,
	CONSTRAINT "run_items_run_id_position_pk" PRIMARY KEY("run_id","position")
);
--> statement-breakpoint
CREATE TABLE "runs" (
	"id" uuid PRIMARY KEY NOT NULL,
	"plan_id" uuid NOT NULL,
	"space_host" text NOT NULL,
	"user_id" integer NOT NULL,
	"actor_type" text NOT NULL,
	"title" text NOT NULL,
	"state" text NOT NULL,
	"wait_reason" text,
	"wait_until" timestamp with time zone,
	"wait_count" integer DEFAULT 0 NOT NULL,
	"pace" text NOT NULL,
	"approved_by" text NOT NULL,
	"total" integer NOT NULL,
	"lease_owner" text,
	"lease_epoch" integer DEFAULT 0 NOT NULL,
	"lease_until" timestamp with time zone,
	"approved_at" timestamp with time zone DEFAULT now() NOT NULL,
	"started_at" timestamp with time zone,
	"ended_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "session_connections" (
	"session_id" uuid NOT NULL,
	"space_host" text NOT NULL,
	"user_id" integer NOT NULL,
	"connected_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "session_connections_session_id_space_host_pk" PRIMARY KEY("session_id","space_host")
);
--> statement-breakpoint
CREATE TABLE "sessions" (
	"id" uuid PRIMARY KEY NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"last_seen_at" timestamp with time zone DEFAULT now() NOT NULL,
	"expires_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
ALTER TABLE "approvals" ADD CONSTRAINT "approvals_plan_id_plans_id_fk" FOREIGN KEY ("plan_id") REFERENCES "public"."plans"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "plan_items" ADD CONSTRAINT "plan_items_plan_id_plans_id_fk" FOREIGN KEY ("plan_id") REFERENCES "public"."plans"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "run_items" ADD CONSTRAINT "run_items_run_id_runs_id_fk" FOREIGN KEY ("run_id") REFERENCES "public"."runs"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "runs" ADD CONSTRAINT "runs_plan_id_plans_id_fk" FOREIGN KEY ("plan_id") REFERENCES "public"."plans"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "session_connections" ADD CONSTRAINT "session_connections_session_id_sessions_id_fk" FOREIGN KEY ("session_id") REFERENCES "public"."sessions"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "session_connections" ADD CONSTRAINT "session_connections_space_host_user_id_connections_space_host_user_id_fk" FOREIGN KEY ("space_host","user_id") REFERENCES "public"."connections"("space_host","user_id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "approvals_by_plan" ON "approvals" USING btree ("plan_id");--> statement-breakpoint
CREATE INDEX "audit_by_person" ON "audit" USING btree ("space_host","user_id","at");--> statement-breakpoint
CREATE INDEX "audit_by_subject" ON "audit" USING btree ("subject_id");--> statement-breakpoint
CREATE UNIQUE INDEX "plan_items_issue" ON "plan_items" USING btree ("plan_id","issue_id");--> statement-breakpoint
CREATE INDEX "plans_by_person" ON "plans" USING btree ("space_host","user_id","created_at");--> statement-breakpoint
CREATE UNIQUE INDEX "plans_number" ON "plans" USING btree ("space_host","user_id","number","revision");--> statement-breakpoint
CREATE INDEX "plans_drafting" ON "plans" USING btree ("created_at") WHERE state = 'drafting';--> statement-breakpoint
CREATE UNIQUE INDEX "run_items_issue" ON "run_items" USING btree ("run_id","issue_id");--> statement-breakpoint
CREATE INDEX "run_items_by_state" ON "run_items" USING btree ("run_id","state","position");--> statement-breakpoint
CREATE INDEX "run_items_by_end" ON "run_items" USING btree ("run_id","ended_at");--> statement-breakpoint
CREATE UNIQUE INDEX "runs_one_per_plan" ON "runs" USING btree ("plan_id");--> statement-breakpoint
CREATE UNIQUE INDEX "runs_one_running" ON "runs" USING btree ("space_host","user_id") WHERE state = 'running';--> statement-breakpoint
CREATE UNIQUE INDEX "runs_one_leased" ON "runs" USING btree ("space_host","user_id") WHERE lease_owner is not null;--> statement-breakpoint
CREATE INDEX "runs_by_person" ON "runs" USING btree ("space_host","user_id","approved_at");--> statement-breakpoint
CREATE INDEX "runs_claimable" ON "runs" USING btree ("approved_at") WHERE state in ('queued', 'running', 'cancelling');