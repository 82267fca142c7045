CREATE TABLE "card_postponement" (
	"id" uuid PRIMARY KEY NOT NULL,
	"card_id" uuid NOT NULL,
	"from_date" date,
	"to_date" date,
	"from_opd_id" uuid,
	"to_opd_id" uuid,
	"reason" text NOT NULL,
	"by" uuid NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	"during_rapat_id" uuid,
	CONSTRAINT "card_postponement_one" CHECK (num_nonnulls(to_date, to_opd_id) = 1),
	CONSTRAINT "card_postponement_other" CHECK (to_date is distinct from from_date or to_opd_id is distinct from from_opd_id),
	CONSTRAINT "card_postponement_reason" CHECK (btrim(reason) <> '')
);
--> statement-breakpoint
ALTER TABLE "card" ADD COLUMN "description" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "card" ADD COLUMN "start_date" date;--> statement-breakpoint
ALTER TABLE "card" ADD COLUMN "kendala" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "card" ADD COLUMN "target" numeric(15, 4);--> statement-breakpoint
ALTER TABLE "card" ADD COLUMN "realisasi" numeric(15, 4);--> statement-breakpoint
ALTER TABLE "card" ADD COLUMN "unit" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "card" ADD COLUMN "subtasks" jsonb DEFAULT '[]'::jsonb NOT NULL;--> statement-breakpoint
ALTER TABLE "card" ADD COLUMN "supporter_ids" uuid[] DEFAULT '{}' NOT NULL;--> statement-breakpoint
ALTER TABLE "card" ADD COLUMN "repeat_id" uuid;--> statement-breakpoint
ALTER TABLE "card" ADD COLUMN "repeat_every" text;--> statement-breakpoint
ALTER TABLE "card" ADD COLUMN "repeat_day" integer;--> statement-breakpoint
ALTER TABLE "card" ADD COLUMN "repeat_period" date;--> statement-breakpoint
ALTER TABLE "card" ADD COLUMN "repeat_told" date;--> statement-breakpoint
ALTER TABLE "card_postponement" ADD CONSTRAINT "card_postponement_card_id_card_id_fk" FOREIGN KEY ("card_id") REFERENCES "public"."card"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "card_postponement" ADD CONSTRAINT "card_postponement_from_opd_id_opd_id_fk" FOREIGN KEY ("from_opd_id") REFERENCES "public"."opd"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "card_postponement" ADD CONSTRAINT "card_postponement_to_opd_id_opd_id_fk" FOREIGN KEY ("to_opd_id") REFERENCES "public"."opd"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "card_postponement" ADD CONSTRAINT "card_postponement_by_person_id_fk" FOREIGN KEY ("by") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "card_postponement" ADD CONSTRAINT "card_postponement_during_rapat_id_rapat_id_fk" FOREIGN KEY ("during_rapat_id") REFERENCES "public"."rapat"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "card_postponement_card" ON "card_postponement" USING btree ("card_id","at");--> statement-breakpoint
CREATE UNIQUE INDEX "card_repeat_open" ON "card" USING btree ("repeat_id") WHERE removed_at is null and status in ('belum', 'berjalan', 'menunggu_verifikasi');--> statement-breakpoint
CREATE UNIQUE INDEX "card_repeat_next" ON "card" USING btree ("repeat_id") WHERE repeat_every is not null;--> statement-breakpoint
ALTER TABLE "card" ADD CONSTRAINT "card_subtasks" CHECK (jsonb_array_length(subtasks) <= 50);--> statement-breakpoint
ALTER TABLE "card" ADD CONSTRAINT "card_repeat_every" CHECK (repeat_every in ('bulan', 'triwulan'));--> statement-breakpoint
ALTER TABLE "card" ADD CONSTRAINT "card_repeat_day" CHECK ((repeat_day is null) = (repeat_every is null) and repeat_day between 1 and 31);--> statement-breakpoint
ALTER TABLE "card" ADD CONSTRAINT "card_repeat_of" CHECK ((repeat_id is null) = (repeat_period is null));--> statement-breakpoint
ALTER TABLE "card" ADD CONSTRAINT "card_repeat_own" CHECK (repeat_id is null or rapat_id is null);--> statement-breakpoint
-- One history for every card, whoever gave the tenggat anew and wherever.
INSERT INTO "card_postponement" ("id", "card_id", "from_date", "to_date", "reason", "by", "at", "during_rapat_id")
SELECT p.id, c.id, p.from_date, p.to_date, p.reason, p.by, p.at, p.during_rapat_id
FROM tindak_lanjut_postponement p JOIN card c ON c.rapat_id = p.rapat_id AND c.line_id = p.line_id;--> statement-breakpoint
DROP TABLE "tindak_lanjut_postponement";
