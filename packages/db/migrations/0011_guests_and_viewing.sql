CREATE TABLE "guest" (
	"person_id" uuid PRIMARY KEY NOT NULL,
	"rapat_id" uuid NOT NULL,
	"agency" text NOT NULL,
	"created_by" uuid NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "guest_link" (
	"id" uuid PRIMARY KEY NOT NULL,
	"person_id" uuid NOT NULL,
	"token_hash" "bytea" NOT NULL,
	"created_by" uuid NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"expires_at" timestamp (3) with time zone NOT NULL,
	"voided_at" timestamp (3) with time zone,
	CONSTRAINT "guest_link_token_hash_unique" UNIQUE("token_hash")
);
--> statement-breakpoint
ALTER TABLE "session" ADD COLUMN "viewing_person_id" uuid;--> statement-breakpoint
ALTER TABLE "session" ADD COLUMN "viewing_until" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "guest" ADD CONSTRAINT "guest_person_id_person_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "guest" ADD CONSTRAINT "guest_rapat_id_rapat_id_fk" FOREIGN KEY ("rapat_id") REFERENCES "public"."rapat"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "guest" ADD CONSTRAINT "guest_created_by_person_id_fk" FOREIGN KEY ("created_by") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "guest_link" ADD CONSTRAINT "guest_link_person_id_guest_person_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."guest"("person_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "guest_link" ADD CONSTRAINT "guest_link_created_by_person_id_fk" FOREIGN KEY ("created_by") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "guest_rapat" ON "guest" USING btree ("rapat_id");--> statement-breakpoint
CREATE INDEX "guest_link_person" ON "guest_link" USING btree ("person_id","created_at");--> statement-breakpoint
CREATE UNIQUE INDEX "guest_link_open" ON "guest_link" USING btree ("person_id") WHERE voided_at is null;--> statement-breakpoint
ALTER TABLE "session" ADD CONSTRAINT "session_viewing_person_id_person_id_fk" FOREIGN KEY ("viewing_person_id") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "session_viewing" ON "session" USING btree ("viewing_until") WHERE viewing_person_id is not null;--> statement-breakpoint
ALTER TABLE "session" ADD CONSTRAINT "session_viewing" CHECK ((viewing_person_id is null) = (viewing_until is null));--> statement-breakpoint
-- Whom a session looks at the portal as decides what its open sockets are.
CREATE TRIGGER session_viewing_changed AFTER UPDATE OF viewing_person_id, viewing_until ON session FOR EACH ROW
	WHEN (OLD.viewing_person_id IS DISTINCT FROM NEW.viewing_person_id
		OR OLD.viewing_until IS DISTINCT FROM NEW.viewing_until)
	EXECUTE FUNCTION ring_session();
