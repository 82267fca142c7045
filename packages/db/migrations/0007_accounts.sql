CREATE TABLE "account_link" (
	"id" uuid PRIMARY KEY NOT NULL,
	"kind" text NOT NULL,
	"person_id" uuid NOT NULL,
	"token_hash" "bytea" NOT NULL,
	"email" text,
	"created_by" uuid,
	"created_at" timestamp (3) with time zone NOT NULL,
	"expires_at" timestamp (3) with time zone NOT NULL,
	"used_at" timestamp (3) with time zone,
	"voided_at" timestamp (3) with time zone,
	CONSTRAINT "account_link_token_hash_unique" UNIQUE("token_hash"),
	CONSTRAINT "account_link_kind" CHECK (kind in ('invitation', 'reset', 'email', 'objection'))
);
--> statement-breakpoint
ALTER TABLE "person" ADD COLUMN "revision" integer DEFAULT 1 NOT NULL;--> statement-breakpoint
ALTER TABLE "rate_bucket" ADD COLUMN "account" "bytea";--> statement-breakpoint
ALTER TABLE "rate_bucket" ADD COLUMN "failures" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "rate_bucket" ADD COLUMN "since" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "account_link" ADD CONSTRAINT "account_link_person_id_person_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "account_link" ADD CONSTRAINT "account_link_created_by_person_id_fk" FOREIGN KEY ("created_by") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "account_link_person" ON "account_link" USING btree ("person_id","created_at");--> statement-breakpoint
CREATE UNIQUE INDEX "account_link_open" ON "account_link" USING btree ("person_id","kind") WHERE used_at is null and voided_at is null;--> statement-breakpoint
CREATE INDEX "rate_bucket_account" ON "rate_bucket" USING btree ("account") WHERE account is not null;