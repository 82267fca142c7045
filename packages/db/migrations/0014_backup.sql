CREATE TABLE "backup" (
	"id" uuid PRIMARY KEY NOT NULL,
	"kind" text NOT NULL,
	"state" text NOT NULL,
	"place" text NOT NULL,
	"requested_by" uuid,
	"requested_at" timestamp (3) with time zone NOT NULL,
	"began_at" timestamp (3) with time zone,
	"ended_at" timestamp (3) with time zone,
	"total_bytes" bigint DEFAULT 0 NOT NULL,
	"done_bytes" bigint DEFAULT 0 NOT NULL,
	"name" text,
	"bytes" bigint,
	"content_hash" text,
	"verified_at" timestamp (3) with time zone,
	"failure" text,
	"removed_at" timestamp (3) with time zone,
	CONSTRAINT "backup_kind" CHECK (kind in ('schedule', 'manual', 'command')),
	CONSTRAINT "backup_state" CHECK (state in ('waiting', 'running', 'done', 'failed')),
	CONSTRAINT "backup_place" CHECK (place in ('data', 'mounted', 'elsewhere')),
	CONSTRAINT "backup_failure" CHECK (failure in ('disk-full', 'folder-missing', 'folder-refused', 'database', 'interrupted', 'not-whole', 'unexpected')),
	CONSTRAINT "backup_ended" CHECK ((state in ('done', 'failed')) = (ended_at is not null)),
	CONSTRAINT "backup_done" CHECK ((state = 'done') = (content_hash is not null and name is not null)),
	CONSTRAINT "backup_failed" CHECK ((state = 'failed') = (failure is not null))
);
--> statement-breakpoint
ALTER TABLE "backup" ADD CONSTRAINT "backup_requested_by_person_id_fk" FOREIGN KEY ("requested_by") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "backup_ended" ON "backup" USING btree ("ended_at");--> statement-breakpoint
CREATE UNIQUE INDEX "backup_open" ON "backup" USING btree ((ended_at is null)) WHERE ended_at is null;