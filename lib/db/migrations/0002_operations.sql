CREATE TABLE "issue_histories" (
	"space_host" text NOT NULL,
	"user_id" integer NOT NULL,
	"issue_id" integer NOT NULL,
	"issue_updated" text NOT NULL,
	"events" jsonb NOT NULL,
	"read_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "issue_histories_space_host_user_id_issue_id_pk" PRIMARY KEY("space_host","user_id","issue_id")
);
--> statement-breakpoint
CREATE TABLE "kept_issues" (
	"space_host" text NOT NULL,
	"user_id" integer NOT NULL,
	"leaver_id" integer NOT NULL,
	"issue_id" integer NOT NULL,
	"kept_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "kept_issues_space_host_user_id_leaver_id_issue_id_pk" PRIMARY KEY("space_host","user_id","leaver_id","issue_id")
);
--> statement-breakpoint
ALTER TABLE "plans" ADD COLUMN "operation" jsonb;--> statement-breakpoint
ALTER TABLE "plans" ADD COLUMN "fixes" jsonb DEFAULT '[]'::jsonb NOT NULL;--> statement-breakpoint
CREATE INDEX "issue_histories_by_age" ON "issue_histories" USING btree ("read_at");