CREATE TABLE "signed_copy" (
	"id" uuid PRIMARY KEY NOT NULL,
	"rapat_id" uuid NOT NULL,
	"number" integer NOT NULL,
	"stored_name" text NOT NULL,
	"size" bigint NOT NULL,
	"sha256" "bytea" NOT NULL,
	"srikandi_number" text NOT NULL,
	"uploaded_by" uuid NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "signed_copy_stored_name_unique" UNIQUE("stored_name"),
	CONSTRAINT "signed_copy_size" CHECK (size > 0 and length(sha256) = 32),
	CONSTRAINT "signed_copy_srikandi_number" CHECK (length(srikandi_number) between 3 and 100)
);
--> statement-breakpoint
ALTER TABLE "paper_access" ADD COLUMN "signed_copy_id" uuid;--> statement-breakpoint
ALTER TABLE "signed_copy" ADD CONSTRAINT "signed_copy_uploaded_by_person_id_fk" FOREIGN KEY ("uploaded_by") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "signed_copy" ADD CONSTRAINT "signed_copy_record" FOREIGN KEY ("rapat_id","number") REFERENCES "public"."sealed_record"("rapat_id","number") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "signed_copy_rapat" ON "signed_copy" USING btree ("rapat_id","number","at");--> statement-breakpoint
CREATE INDEX "signed_copy_sha256" ON "signed_copy" USING btree ("sha256");--> statement-breakpoint
ALTER TABLE "paper_access" ADD CONSTRAINT "paper_access_signed_copy_id_signed_copy_id_fk" FOREIGN KEY ("signed_copy_id") REFERENCES "public"."signed_copy"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
-- A signed copy is only added: a later one takes its place, and the earlier stays.
CREATE TRIGGER signed_copy_kept BEFORE UPDATE OR DELETE OR TRUNCATE ON signed_copy
	FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();--> statement-breakpoint
ALTER TABLE signed_copy ENABLE ALWAYS TRIGGER signed_copy_kept;
