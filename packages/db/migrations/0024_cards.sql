CREATE TABLE "board" (
	"id" text PRIMARY KEY NOT NULL,
	"revision" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "card" (
	"id" uuid PRIMARY KEY NOT NULL,
	"rapat_id" uuid,
	"line_id" text,
	"title" text NOT NULL,
	"owner_opd_id" uuid,
	"jabatan" text,
	"due" date,
	"priority" text,
	"strategy" text,
	"status" text DEFAULT 'belum' NOT NULL,
	"finished_at" timestamp (3) with time zone,
	"progress" integer DEFAULT 0 NOT NULL,
	"rank" text collate "C" NOT NULL,
	"revision" bigint NOT NULL,
	"removed_at" timestamp (3) with time zone,
	"created_by" uuid,
	"created_at" timestamp (3) with time zone NOT NULL,
	"updated_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "card_rank_unique" UNIQUE("rank"),
	CONSTRAINT "card_line" UNIQUE("rapat_id","line_id"),
	CONSTRAINT "card_from" CHECK ((rapat_id is null) = (line_id is null)),
	CONSTRAINT "card_by_somebody" CHECK ((rapat_id is null) = (created_by is not null)),
	CONSTRAINT "card_title" CHECK (rapat_id is not null or btrim(title) <> ''),
	CONSTRAINT "card_status" CHECK (status in ('belum', 'berjalan', 'menunggu_verifikasi', 'selesai', 'dibatalkan')),
	CONSTRAINT "card_finished" CHECK (status = 'selesai' or finished_at is null),
	CONSTRAINT "card_priority" CHECK (priority in ('rendah', 'sedang', 'tinggi', 'mendesak')),
	CONSTRAINT "card_strategy" CHECK (strategy in ('a', 'b', 'c')),
	CONSTRAINT "card_progress" CHECK (progress between 0 and 100)
);
--> statement-breakpoint
CREATE TABLE "card_command" (
	"id" uuid PRIMARY KEY NOT NULL,
	"card_id" uuid NOT NULL,
	"revision" bigint NOT NULL,
	"person_id" uuid NOT NULL,
	"at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "card_evidence" (
	"id" uuid PRIMARY KEY NOT NULL,
	"card_id" uuid NOT NULL,
	"title" text NOT NULL,
	"url" text,
	"file_id" uuid,
	"added_by" uuid NOT NULL,
	"added_at" timestamp (3) with time zone NOT NULL,
	"state" text DEFAULT 'diajukan' NOT NULL,
	"decided_by" uuid,
	"decided_at" timestamp (3) with time zone,
	"note" text DEFAULT '' NOT NULL,
	CONSTRAINT "card_evidence_state" CHECK (state in ('diajukan', 'diterima', 'dikembalikan')),
	CONSTRAINT "card_evidence_title" CHECK (btrim(title) <> ''),
	CONSTRAINT "card_evidence_place" CHECK (num_nonnulls(url, file_id) = 1),
	CONSTRAINT "card_evidence_decided" CHECK ((state = 'diajukan') = (decided_at is null)),
	CONSTRAINT "card_evidence_decided_by" CHECK ((decided_at is null) = (decided_by is null)),
	CONSTRAINT "card_evidence_note" CHECK (state <> 'dikembalikan' or btrim(note) <> '')
);
--> statement-breakpoint
ALTER TABLE "card" ADD CONSTRAINT "card_rapat_id_rapat_id_fk" FOREIGN KEY ("rapat_id") REFERENCES "public"."rapat"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "card" ADD CONSTRAINT "card_owner_opd_id_opd_id_fk" FOREIGN KEY ("owner_opd_id") REFERENCES "public"."opd"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "card" ADD CONSTRAINT "card_created_by_person_id_fk" FOREIGN KEY ("created_by") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "card" ADD CONSTRAINT "card_of_line" FOREIGN KEY ("rapat_id","line_id") REFERENCES "public"."tindak_lanjut"("rapat_id","line_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "card_command" ADD CONSTRAINT "card_command_card_id_card_id_fk" FOREIGN KEY ("card_id") REFERENCES "public"."card"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "card_command" ADD CONSTRAINT "card_command_person_id_person_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "card_evidence" ADD CONSTRAINT "card_evidence_card_id_card_id_fk" FOREIGN KEY ("card_id") REFERENCES "public"."card"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "card_evidence" ADD CONSTRAINT "card_evidence_file_id_file_id_fk" FOREIGN KEY ("file_id") REFERENCES "public"."file"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "card_evidence" ADD CONSTRAINT "card_evidence_added_by_person_id_fk" FOREIGN KEY ("added_by") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "card_evidence" ADD CONSTRAINT "card_evidence_decided_by_person_id_fk" FOREIGN KEY ("decided_by") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "card_revision" ON "card" USING btree ("revision");--> statement-breakpoint
CREATE INDEX "card_owner" ON "card" USING btree ("owner_opd_id","due");--> statement-breakpoint
CREATE INDEX "card_command_at" ON "card_command" USING btree ("at");--> statement-breakpoint
CREATE INDEX "card_command_card" ON "card_command" USING btree ("card_id");--> statement-breakpoint
CREATE INDEX "card_evidence_card" ON "card_evidence" USING btree ("card_id","added_at");--> statement-breakpoint
-- There is one board; every card that was read out of a notula has stood on it from the beginning, in the order of the
-- rapat. Three digits behind a "c" are a rank like any other (domain, PP1), and enough for 238,328 cards.
INSERT INTO "board" ("id", "revision") VALUES ('tindak-lanjut', 0);--> statement-breakpoint
INSERT INTO "card" ("id", "rapat_id", "line_id", "title", "owner_opd_id", "jabatan", "due", "priority", "strategy",
	"status", "finished_at", "rank", "revision", "removed_at", "created_at", "updated_at")
SELECT gen_random_uuid(), rapat_id, line_id, text, owner_opd_id, jabatan, due, priority, strategy, status,
	CASE WHEN status = 'selesai' THEN finished_at END,
	'c' || substr(digits, (nth / 3844) % 62 + 1, 1) || substr(digits, (nth / 62) % 62 + 1, 1) || substr(digits, nth % 62 + 1, 1),
	nth + 1, removed_at, created_at, created_at
FROM (
	SELECT t.*, r.created_at,
		(row_number() OVER (ORDER BY r.date NULLS LAST, r.id, t.position, t.line_id) - 1)::int AS nth,
		'0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz' AS digits
	FROM tindak_lanjut t JOIN rapat r ON r.id = t.rapat_id
) lines;--> statement-breakpoint
UPDATE "board" SET "revision" = (SELECT count(*) FROM "card");--> statement-breakpoint
-- What a rapat decided has nothing more in it that lives on: all of its row is frozen with the notula.
DROP TRIGGER "sealed_insert" ON "tindak_lanjut";--> statement-breakpoint
DROP TRIGGER "sealed_update" ON "tindak_lanjut";--> statement-breakpoint
DROP TRIGGER "sealed_delete" ON "tindak_lanjut";--> statement-breakpoint
DROP TRIGGER "sealed_truncate" ON "tindak_lanjut";--> statement-breakpoint
ALTER TABLE "tindak_lanjut" DROP CONSTRAINT "tindak_lanjut_status";--> statement-breakpoint
DROP INDEX "tindak_lanjut_owner";--> statement-breakpoint
ALTER TABLE "tindak_lanjut" DROP COLUMN "due";--> statement-breakpoint
ALTER TABLE "tindak_lanjut" DROP COLUMN "status";--> statement-breakpoint
ALTER TABLE "tindak_lanjut" DROP COLUMN "finished_at";--> statement-breakpoint
SELECT freeze_table('tindak_lanjut', 'rapat_id');--> statement-breakpoint
-- Whoever shows the board hears that it has changed, whatever changed it.
CREATE FUNCTION ring_board() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
	PERFORM pg_notify('mufakat_document', 'board');
	RETURN NULL;
END $$;--> statement-breakpoint
CREATE TRIGGER board_rings AFTER UPDATE OF revision ON board FOR EACH STATEMENT EXECUTE FUNCTION ring_board();
