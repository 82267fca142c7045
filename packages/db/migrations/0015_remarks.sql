CREATE TABLE "remark" (
	"id" uuid PRIMARY KEY NOT NULL,
	"rapat_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"anchor" jsonb NOT NULL,
	"quote" text NOT NULL,
	"body" text NOT NULL,
	"proposal" text,
	"mentions" jsonb DEFAULT '[]'::jsonb NOT NULL,
	"author_id" uuid NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	"state" text DEFAULT 'terbuka' NOT NULL,
	"settled_by" uuid,
	"settled_at" timestamp (3) with time zone,
	"note" text DEFAULT '' NOT NULL,
	"seq" bigint,
	CONSTRAINT "remark_kind" CHECK (kind in ('komentar', 'usulan')),
	CONSTRAINT "remark_state" CHECK (state in ('terbuka', 'selesai', 'diterima', 'ditolak', 'ditarik')),
	CONSTRAINT "remark_proposal" CHECK ((kind = 'usulan') = (proposal is not null)),
	CONSTRAINT "remark_settled" CHECK ((state = 'terbuka') = (settled_at is null))
);
--> statement-breakpoint
CREATE TABLE "remark_reply" (
	"id" uuid PRIMARY KEY NOT NULL,
	"remark_id" uuid NOT NULL,
	"body" text NOT NULL,
	"mentions" jsonb DEFAULT '[]'::jsonb NOT NULL,
	"author_id" uuid NOT NULL,
	"at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
ALTER TABLE "remark" ADD CONSTRAINT "remark_rapat_id_rapat_id_fk" FOREIGN KEY ("rapat_id") REFERENCES "public"."rapat"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "remark" ADD CONSTRAINT "remark_author_id_person_id_fk" FOREIGN KEY ("author_id") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "remark" ADD CONSTRAINT "remark_settled_by_person_id_fk" FOREIGN KEY ("settled_by") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "remark_reply" ADD CONSTRAINT "remark_reply_remark_id_remark_id_fk" FOREIGN KEY ("remark_id") REFERENCES "public"."remark"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "remark_reply" ADD CONSTRAINT "remark_reply_author_id_person_id_fk" FOREIGN KEY ("author_id") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "remark_rapat" ON "remark" USING btree ("rapat_id","at");--> statement-breakpoint
CREATE INDEX "remark_author" ON "remark" USING btree ("author_id");--> statement-breakpoint
CREATE INDEX "remark_reply_remark" ON "remark_reply" USING btree ("remark_id","at");--> statement-breakpoint
CREATE INDEX "remark_reply_author" ON "remark_reply" USING btree ("author_id");--> statement-breakpoint
-- Whoever has the notula open is told that something beside its text has changed, and asks for it anew.
CREATE FUNCTION ring_noted(rapat uuid) RETURNS void LANGUAGE sql AS $$
	SELECT pg_notify('mufakat_document', 'noted ' || document_id) FROM rapat WHERE id = $1
$$;--> statement-breakpoint
CREATE FUNCTION ring_remark() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
	PERFORM ring_noted(NEW.rapat_id);
	RETURN NULL;
END $$;--> statement-breakpoint
CREATE TRIGGER remark_changed AFTER INSERT OR UPDATE ON remark FOR EACH ROW EXECUTE FUNCTION ring_remark();--> statement-breakpoint
CREATE FUNCTION ring_remark_reply() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
	PERFORM ring_noted(rapat_id) FROM remark WHERE id = NEW.remark_id;
	RETURN NULL;
END $$;--> statement-breakpoint
CREATE TRIGGER remark_reply_added AFTER INSERT ON remark_reply FOR EACH ROW EXECUTE FUNCTION ring_remark_reply();
