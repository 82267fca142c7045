CREATE TABLE "data_export" (
	"id" uuid PRIMARY KEY NOT NULL,
	"person_id" uuid NOT NULL,
	"asked_at" timestamp (3) with time zone NOT NULL,
	"ready_at" timestamp (3) with time zone,
	"expires_at" timestamp (3) with time zone NOT NULL,
	"content" "bytea",
	CONSTRAINT "data_export_content" CHECK (content is null or ready_at is not null)
);
--> statement-breakpoint
CREATE TABLE "erasure_request" (
	"id" uuid PRIMARY KEY NOT NULL,
	"person_id" uuid NOT NULL,
	"state" text DEFAULT 'open' NOT NULL,
	"wish" text NOT NULL,
	"asked_at" timestamp (3) with time zone NOT NULL,
	"decided_at" timestamp (3) with time zone,
	"decided_by" uuid,
	"reason" text DEFAULT '' NOT NULL,
	CONSTRAINT "erasure_request_state_known" CHECK (state in ('open', 'granted', 'refused', 'withdrawn')),
	CONSTRAINT "erasure_request_decided" CHECK ((state = 'open') = (decided_at is null)),
	CONSTRAINT "erasure_request_decided_by" CHECK ((decided_at is null) = (decided_by is null))
);
--> statement-breakpoint
ALTER TABLE "person" ADD COLUMN "phone" text;--> statement-breakpoint
ALTER TABLE "person" ADD COLUMN "erased_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "person" ADD COLUMN "erased_number" integer;--> statement-breakpoint
ALTER TABLE "data_export" ADD CONSTRAINT "data_export_person_id_person_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "erasure_request" ADD CONSTRAINT "erasure_request_person_id_person_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "erasure_request" ADD CONSTRAINT "erasure_request_decided_by_person_id_fk" FOREIGN KEY ("decided_by") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "data_export_person" ON "data_export" USING btree ("person_id","asked_at");--> statement-breakpoint
CREATE UNIQUE INDEX "data_export_waiting" ON "data_export" USING btree ("person_id") WHERE ready_at is null;--> statement-breakpoint
CREATE INDEX "erasure_request_state" ON "erasure_request" USING btree ("state","asked_at");--> statement-breakpoint
CREATE UNIQUE INDEX "erasure_request_open" ON "erasure_request" USING btree ("person_id") WHERE state = 'open';--> statement-breakpoint
CREATE UNIQUE INDEX "person_erased" ON "person" USING btree ("erased_number");--> statement-breakpoint
ALTER TABLE "person" ADD CONSTRAINT "person_phone" CHECK (phone ~ '^[+][0-9]{8,15}$');--> statement-breakpoint
ALTER TABLE "person" ADD CONSTRAINT "person_erased_number" CHECK ((erased_at is null) = (erased_number is null));--> statement-breakpoint
ALTER TABLE "person" ADD CONSTRAINT "person_erased_whole" CHECK (erased_at is null or (not active and email is null and phone is null and password_hash is null));