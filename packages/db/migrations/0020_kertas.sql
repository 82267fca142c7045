CREATE TABLE "paper" (
	"id" uuid PRIMARY KEY NOT NULL,
	"rapat_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"format" text NOT NULL,
	"opd_id" uuid,
	"state" text NOT NULL,
	"progress" integer DEFAULT 0 NOT NULL,
	"asked_by" uuid NOT NULL,
	"asked_at" timestamp (3) with time zone NOT NULL,
	"stored_name" text,
	"size" bigint,
	"sha256" "bytea",
	"finished_at" timestamp (3) with time zone,
	"expires_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "paper_stored_name_unique" UNIQUE("stored_name"),
	CONSTRAINT "paper_kind" CHECK (kind in ('undangan', 'daftar_hadir', 'notula', 'cuplikan', 'berita_acara', 'matriks')),
	CONSTRAINT "paper_format" CHECK (format in ('pdf', 'docx', 'xlsx')),
	CONSTRAINT "paper_state" CHECK (state in ('waiting', 'making', 'ready', 'failed')),
	CONSTRAINT "paper_progress" CHECK (progress between 0 and 100),
	CONSTRAINT "paper_opd" CHECK ((kind = 'cuplikan') = (opd_id is not null)),
	CONSTRAINT "paper_finished" CHECK ((state in ('ready', 'failed')) = (finished_at is not null)),
	CONSTRAINT "paper_ready" CHECK ((state = 'ready') = (stored_name is not null)),
	CONSTRAINT "paper_stored" CHECK ((stored_name is null) = (size is null) and (stored_name is null) = (sha256 is null))
);
--> statement-breakpoint
CREATE TABLE "paper_access" (
	"id" uuid PRIMARY KEY NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	"rapat_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"format" text NOT NULL,
	"opd_id" uuid,
	"number" integer,
	"person_id" uuid NOT NULL
);
--> statement-breakpoint
CREATE TABLE "sealed_paper" (
	"rapat_id" uuid NOT NULL,
	"number" integer NOT NULL,
	"format" text NOT NULL,
	"stored_name" text NOT NULL,
	"size" bigint NOT NULL,
	"sha256" "bytea" NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "sealed_paper_rapat_id_number_pk" PRIMARY KEY("rapat_id","number"),
	CONSTRAINT "sealed_paper_stored_name_unique" UNIQUE("stored_name"),
	CONSTRAINT "sealed_paper_format" CHECK (format = 'pdf'),
	CONSTRAINT "sealed_paper_size" CHECK (size > 0 and length(sha256) = 32)
);
--> statement-breakpoint
ALTER TABLE "paper" ADD CONSTRAINT "paper_rapat_id_rapat_id_fk" FOREIGN KEY ("rapat_id") REFERENCES "public"."rapat"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "paper" ADD CONSTRAINT "paper_opd_id_opd_id_fk" FOREIGN KEY ("opd_id") REFERENCES "public"."opd"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "paper" ADD CONSTRAINT "paper_asked_by_person_id_fk" FOREIGN KEY ("asked_by") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "paper_access" ADD CONSTRAINT "paper_access_rapat_id_rapat_id_fk" FOREIGN KEY ("rapat_id") REFERENCES "public"."rapat"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "paper_access" ADD CONSTRAINT "paper_access_opd_id_opd_id_fk" FOREIGN KEY ("opd_id") REFERENCES "public"."opd"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "paper_access" ADD CONSTRAINT "paper_access_person_id_person_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sealed_paper" ADD CONSTRAINT "sealed_paper_record" FOREIGN KEY ("rapat_id","number") REFERENCES "public"."sealed_record"("rapat_id","number") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "paper_rapat" ON "paper" USING btree ("rapat_id","asked_at");--> statement-breakpoint
CREATE INDEX "paper_expires" ON "paper" USING btree ("expires_at");--> statement-breakpoint
CREATE UNIQUE INDEX "paper_open" ON "paper" USING btree ("rapat_id","kind","format",coalesce(opd_id::text, '')) WHERE state in ('waiting', 'making');--> statement-breakpoint
CREATE INDEX "paper_access_rapat" ON "paper_access" USING btree ("rapat_id","at");--> statement-breakpoint
CREATE INDEX "paper_access_at" ON "paper_access" USING btree ("at");--> statement-breakpoint
CREATE INDEX "sealed_paper_sha256" ON "sealed_paper" USING btree ("sha256");
--> statement-breakpoint
-- The PDF of what is sealed is only added to, as the record is: once made it is that one for good.
CREATE TRIGGER sealed_paper_kept BEFORE UPDATE OR DELETE OR TRUNCATE ON sealed_paper
	FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();--> statement-breakpoint
ALTER TABLE sealed_paper ENABLE ALWAYS TRIGGER sealed_paper_kept;
