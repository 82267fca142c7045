CREATE TABLE "tindak_lanjut_answer" (
	"id" uuid PRIMARY KEY NOT NULL,
	"rapat_id" uuid NOT NULL,
	"line_id" text NOT NULL,
	"kind" text NOT NULL,
	"opd_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"said_by" text DEFAULT '' NOT NULL,
	"hash" "bytea" NOT NULL,
	"text" text NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	"offered_text" text,
	"offered_opd_id" uuid,
	"offered_tenggat" date,
	"reason" text DEFAULT '' NOT NULL,
	"state" text,
	"decided_by" uuid,
	"decided_at" timestamp (3) with time zone,
	"note" text DEFAULT '' NOT NULL,
	CONSTRAINT "tindak_lanjut_answer_kind" CHECK (kind in ('diterima', 'ditawar')),
	CONSTRAINT "tindak_lanjut_answer_state" CHECK (state in ('terbuka', 'diambil', 'ditolak')),
	CONSTRAINT "tindak_lanjut_answer_counter" CHECK ((kind = 'ditawar') = (state is not null)),
	CONSTRAINT "tindak_lanjut_answer_decided" CHECK ((decided_at is not null) = (coalesce(state, 'terbuka') <> 'terbuka'))
);
--> statement-breakpoint
ALTER TABLE "tindak_lanjut_answer" ADD CONSTRAINT "tindak_lanjut_answer_rapat_id_rapat_id_fk" FOREIGN KEY ("rapat_id") REFERENCES "public"."rapat"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "tindak_lanjut_answer" ADD CONSTRAINT "tindak_lanjut_answer_opd_id_opd_id_fk" FOREIGN KEY ("opd_id") REFERENCES "public"."opd"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "tindak_lanjut_answer" ADD CONSTRAINT "tindak_lanjut_answer_person_id_person_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "tindak_lanjut_answer" ADD CONSTRAINT "tindak_lanjut_answer_offered_opd_id_opd_id_fk" FOREIGN KEY ("offered_opd_id") REFERENCES "public"."opd"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "tindak_lanjut_answer" ADD CONSTRAINT "tindak_lanjut_answer_decided_by_person_id_fk" FOREIGN KEY ("decided_by") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "tindak_lanjut_answer_line" ON "tindak_lanjut_answer" USING btree ("rapat_id","line_id","at");--> statement-breakpoint
CREATE INDEX "tindak_lanjut_answer_person" ON "tindak_lanjut_answer" USING btree ("person_id");--> statement-breakpoint
-- What owners say when decisions are read back shows at once on every screen.
CREATE TRIGGER tindak_lanjut_answered AFTER INSERT OR UPDATE ON tindak_lanjut_answer FOR EACH ROW
	EXECUTE FUNCTION ring_remark();
