CREATE TABLE "agenda_postponement" (
	"rapat_id" uuid NOT NULL,
	"item_id" text NOT NULL,
	"reason" text NOT NULL,
	"by" uuid NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "agenda_postponement_rapat_id_item_id_pk" PRIMARY KEY("rapat_id","item_id"),
	CONSTRAINT "agenda_postponement_reason" CHECK (btrim(reason) <> '')
);
--> statement-breakpoint
CREATE TABLE "agenda_proposal" (
	"id" uuid PRIMARY KEY NOT NULL,
	"series_id" uuid NOT NULL,
	"title" text NOT NULL,
	"reason" text NOT NULL,
	"minutes" integer,
	"opd_id" uuid NOT NULL,
	"proposed_by" uuid NOT NULL,
	"proposed_at" timestamp (3) with time zone NOT NULL,
	"state" text DEFAULT 'open' NOT NULL,
	"note" text,
	"decided_by" uuid,
	"decided_at" timestamp (3) with time zone,
	"rapat_id" uuid,
	"item_id" text,
	CONSTRAINT "agenda_proposal_state" CHECK (state in ('open', 'accepted', 'returned', 'withdrawn')),
	CONSTRAINT "agenda_proposal_minutes" CHECK (minutes between 1 and 1440),
	CONSTRAINT "agenda_proposal_note" CHECK (state <> 'returned' or btrim(note) <> ''),
	CONSTRAINT "agenda_proposal_decided" CHECK ((state = 'open') = (decided_at is null)),
	CONSTRAINT "agenda_proposal_item" CHECK ((rapat_id is null) = (item_id is null) and (rapat_id is null or state = 'accepted'))
);
--> statement-breakpoint
CREATE TABLE "carried_agenda" (
	"rapat_id" uuid NOT NULL,
	"item_id" text NOT NULL,
	"from_rapat_id" uuid NOT NULL,
	"from_item_id" text NOT NULL,
	CONSTRAINT "carried_agenda_rapat_id_item_id_pk" PRIMARY KEY("rapat_id","item_id")
);
--> statement-breakpoint
CREATE TABLE "tindak_lanjut_postponement" (
	"id" uuid PRIMARY KEY NOT NULL,
	"rapat_id" uuid NOT NULL,
	"line_id" text NOT NULL,
	"from_date" date,
	"to_date" date NOT NULL,
	"reason" text NOT NULL,
	"by" uuid NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	"during_rapat_id" uuid,
	CONSTRAINT "tindak_lanjut_postponement_later" CHECK (from_date is null or to_date > from_date),
	CONSTRAINT "tindak_lanjut_postponement_reason" CHECK (btrim(reason) <> '')
);
--> statement-breakpoint
CREATE TABLE "series" (
	"id" uuid PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"cadence" text NOT NULL,
	"dates" jsonb NOT NULL,
	"title" text NOT NULL,
	"planned_minutes" integer,
	"start_time" time(0),
	"place" text DEFAULT '' NOT NULL,
	"agenda" jsonb NOT NULL,
	"chair_jabatan_id" uuid,
	"chair_id" uuid,
	"notulis_jabatan_id" uuid,
	"notulis_id" uuid,
	"active" boolean DEFAULT true NOT NULL,
	"is_example" boolean DEFAULT false NOT NULL,
	"revision" integer DEFAULT 1 NOT NULL,
	"created_by" uuid NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"updated_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "series_cadence" CHECK (cadence in ('triwulan', 'bulan', 'tanggal')),
	CONSTRAINT "series_planned" CHECK (planned_minutes between 1 and 1440),
	CONSTRAINT "series_chair" CHECK (num_nonnulls(chair_jabatan_id, chair_id) <= 1),
	CONSTRAINT "series_notulis" CHECK (num_nonnulls(notulis_jabatan_id, notulis_id) <= 1),
	CONSTRAINT "series_agenda" CHECK (jsonb_typeof(agenda) = 'array' and jsonb_array_length(agenda) <= 100),
	CONSTRAINT "series_dates" CHECK (jsonb_typeof(dates) = 'array' and jsonb_array_length(dates) <= 100)
);
--> statement-breakpoint
CREATE TABLE "series_opd" (
	"series_id" uuid NOT NULL,
	"opd_id" uuid NOT NULL,
	CONSTRAINT "series_opd_series_id_opd_id_pk" PRIMARY KEY("series_id","opd_id")
);
--> statement-breakpoint
CREATE TABLE "series_person" (
	"series_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"can_write" boolean DEFAULT false NOT NULL,
	CONSTRAINT "series_person_series_id_person_id_pk" PRIMARY KEY("series_id","person_id")
);
--> statement-breakpoint
DROP INDEX "tindak_lanjut_owner";--> statement-breakpoint
ALTER TABLE "tindak_lanjut" ADD COLUMN "due" date;--> statement-breakpoint
ALTER TABLE "rapat" ADD COLUMN "series_id" uuid;--> statement-breakpoint
ALTER TABLE "rapat" ADD COLUMN "carried_item_id" text;--> statement-breakpoint
ALTER TABLE "agenda_postponement" ADD CONSTRAINT "agenda_postponement_by_person_id_fk" FOREIGN KEY ("by") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "agenda_postponement" ADD CONSTRAINT "agenda_postponement_item" FOREIGN KEY ("rapat_id","item_id") REFERENCES "public"."agenda_item"("rapat_id","item_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "agenda_proposal" ADD CONSTRAINT "agenda_proposal_series_id_series_id_fk" FOREIGN KEY ("series_id") REFERENCES "public"."series"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "agenda_proposal" ADD CONSTRAINT "agenda_proposal_opd_id_opd_id_fk" FOREIGN KEY ("opd_id") REFERENCES "public"."opd"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "agenda_proposal" ADD CONSTRAINT "agenda_proposal_proposed_by_person_id_fk" FOREIGN KEY ("proposed_by") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "agenda_proposal" ADD CONSTRAINT "agenda_proposal_decided_by_person_id_fk" FOREIGN KEY ("decided_by") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "agenda_proposal" ADD CONSTRAINT "agenda_proposal_rapat_id_rapat_id_fk" FOREIGN KEY ("rapat_id") REFERENCES "public"."rapat"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "carried_agenda" ADD CONSTRAINT "carried_agenda_rapat_id_rapat_id_fk" FOREIGN KEY ("rapat_id") REFERENCES "public"."rapat"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "carried_agenda" ADD CONSTRAINT "carried_agenda_postponement" FOREIGN KEY ("from_rapat_id","from_item_id") REFERENCES "public"."agenda_postponement"("rapat_id","item_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "tindak_lanjut_postponement" ADD CONSTRAINT "tindak_lanjut_postponement_by_person_id_fk" FOREIGN KEY ("by") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "tindak_lanjut_postponement" ADD CONSTRAINT "tindak_lanjut_postponement_during_rapat_id_rapat_id_fk" FOREIGN KEY ("during_rapat_id") REFERENCES "public"."rapat"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "tindak_lanjut_postponement" ADD CONSTRAINT "tindak_lanjut_postponement_of" FOREIGN KEY ("rapat_id","line_id") REFERENCES "public"."tindak_lanjut"("rapat_id","line_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "series" ADD CONSTRAINT "series_chair_jabatan_id_jabatan_id_fk" FOREIGN KEY ("chair_jabatan_id") REFERENCES "public"."jabatan"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "series" ADD CONSTRAINT "series_chair_id_person_id_fk" FOREIGN KEY ("chair_id") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "series" ADD CONSTRAINT "series_notulis_jabatan_id_jabatan_id_fk" FOREIGN KEY ("notulis_jabatan_id") REFERENCES "public"."jabatan"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "series" ADD CONSTRAINT "series_notulis_id_person_id_fk" FOREIGN KEY ("notulis_id") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "series" ADD CONSTRAINT "series_created_by_person_id_fk" FOREIGN KEY ("created_by") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "series_opd" ADD CONSTRAINT "series_opd_series_id_series_id_fk" FOREIGN KEY ("series_id") REFERENCES "public"."series"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "series_opd" ADD CONSTRAINT "series_opd_opd_id_opd_id_fk" FOREIGN KEY ("opd_id") REFERENCES "public"."opd"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "series_person" ADD CONSTRAINT "series_person_series_id_series_id_fk" FOREIGN KEY ("series_id") REFERENCES "public"."series"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "series_person" ADD CONSTRAINT "series_person_person_id_person_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "agenda_proposal_series" ON "agenda_proposal" USING btree ("series_id","state");--> statement-breakpoint
CREATE INDEX "agenda_proposal_opd" ON "agenda_proposal" USING btree ("opd_id");--> statement-breakpoint
CREATE INDEX "carried_agenda_from" ON "carried_agenda" USING btree ("from_rapat_id","from_item_id");--> statement-breakpoint
CREATE INDEX "tindak_lanjut_postponement_line" ON "tindak_lanjut_postponement" USING btree ("rapat_id","line_id","at");--> statement-breakpoint
ALTER TABLE "rapat" ADD CONSTRAINT "rapat_series_id_series_id_fk" FOREIGN KEY ("series_id") REFERENCES "public"."series"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "rapat_series" ON "rapat" USING btree ("series_id");--> statement-breakpoint
CREATE INDEX "tindak_lanjut_owner" ON "tindak_lanjut" USING btree ("owner_opd_id","due");--> statement-breakpoint
-- What holds is the tenggat that was decided, of every tindak lanjut there is: nothing was postponed yet.
UPDATE "tindak_lanjut" SET "due" = "tenggat";
