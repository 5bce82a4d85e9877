CREATE TABLE "preferences" (
	"space_host" text NOT NULL,
	"user_id" integer NOT NULL,
	"stop_after_failures" integer DEFAULT 20,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "preferences_space_host_user_id_pk" PRIMARY KEY("space_host","user_id")
);
--> statement-breakpoint
ALTER TABLE "plan_items" ADD COLUMN "stage" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "plans" ADD COLUMN "kind" text DEFAULT 'bulkUpdate' NOT NULL;--> statement-breakpoint
ALTER TABLE "plans" ADD COLUMN "source_run_id" uuid;--> statement-breakpoint
ALTER TABLE "run_items" ADD COLUMN "space_host" text;--> statement-breakpoint
ALTER TABLE "run_items" ADD COLUMN "project_id" integer;--> statement-breakpoint
UPDATE "run_items" i SET "space_host" = r."space_host", "project_id" = (p."item" ->> 'projectId')::integer FROM "runs" r, "plan_items" p WHERE r."id" = i."run_id" AND p."plan_id" = r."plan_id" AND p."position" = i."position";--> statement-breakpoint
ALTER TABLE "run_items" ALTER COLUMN "space_host" SET NOT NULL;--> statement-breakpoint
ALTER TABLE "run_items" ALTER COLUMN "project_id" SET NOT NULL;--> statement-breakpoint
ALTER TABLE "run_items" ADD COLUMN "stage" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "run_items" ADD COLUMN "answered_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "run_items" ADD COLUMN "checks" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "run_items" ADD COLUMN "created_id" integer;--> statement-breakpoint
ALTER TABLE "run_items" ADD COLUMN "verified_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "runs" ADD COLUMN "wait_detail" jsonb;--> statement-breakpoint
ALTER TABLE "runs" ADD COLUMN "stage" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "runs" ADD COLUMN "stop_after" integer DEFAULT 20;--> statement-breakpoint
ALTER TABLE "runs" ADD COLUMN "failures_accepted" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "runs" ADD COLUMN "held_projects" jsonb DEFAULT '[]'::jsonb NOT NULL;--> statement-breakpoint
ALTER TABLE "runs" ADD COLUMN "unclean" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "runs" ADD COLUMN "counts" jsonb;--> statement-breakpoint
CREATE UNIQUE INDEX "run_items_one_write" ON "run_items" USING btree ("space_host","issue_id") WHERE state = 'intent' and issue_id > 0;--> statement-breakpoint
CREATE INDEX "run_items_by_issue" ON "run_items" USING btree ("space_host","issue_id");