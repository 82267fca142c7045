CREATE TABLE "card_reminder" (
	"card_id" uuid NOT NULL,
	"due" date NOT NULL,
	"kind" text NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "card_reminder_card_id_due_kind_pk" PRIMARY KEY("card_id","due","kind"),
	CONSTRAINT "card_reminder_kind" CHECK (kind in ('due-week', 'due-day', 'late', 'late-head', 'late-sekretariat'))
);
--> statement-breakpoint
CREATE TABLE "notice" (
	"id" uuid PRIMARY KEY NOT NULL,
	"person_id" uuid NOT NULL,
	"event" text NOT NULL,
	"kind" text NOT NULL,
	"card_id" uuid,
	"rapat_id" uuid,
	"by_id" uuid,
	"details" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"merged" integer DEFAULT 1 NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	"read_at" timestamp (3) with time zone,
	"mailed_at" timestamp (3) with time zone,
	CONSTRAINT "notice_once" UNIQUE("person_id","event"),
	CONSTRAINT "notice_kind" CHECK (kind in ('changes', 'mention', 'due-week', 'due-day', 'late', 'late-head', 'late-sekretariat')),
	CONSTRAINT "notice_about" CHECK (card_id is not null or rapat_id is not null),
	CONSTRAINT "notice_merged" CHECK (merged >= 1)
);
--> statement-breakpoint
CREATE TABLE "notice_cursor" (
	"id" text PRIMARY KEY NOT NULL,
	"revision" bigint NOT NULL,
	"activity_id" uuid NOT NULL
);
--> statement-breakpoint
CREATE TABLE "notice_setting" (
	"person_id" uuid PRIMARY KEY NOT NULL,
	"mail" text DEFAULT 'digest' NOT NULL,
	"hour" integer DEFAULT 7 NOT NULL,
	"workdays_only" boolean DEFAULT false NOT NULL,
	"quiet_from" integer DEFAULT 20 NOT NULL,
	"quiet_to" integer DEFAULT 6 NOT NULL,
	"updated_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "notice_setting_mail" CHECK (mail in ('digest', 'instant', 'none')),
	CONSTRAINT "notice_setting_hours" CHECK (hour between 0 and 23 and quiet_from between 0 and 23 and quiet_to between 0 and 23)
);
--> statement-breakpoint
CREATE TABLE "rapat_mute" (
	"rapat_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "rapat_mute_person_id_rapat_id_pk" PRIMARY KEY("person_id","rapat_id")
);
--> statement-breakpoint
ALTER TABLE "card_reminder" ADD CONSTRAINT "card_reminder_card_id_card_id_fk" FOREIGN KEY ("card_id") REFERENCES "public"."card"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "notice" ADD CONSTRAINT "notice_person_id_person_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "notice" ADD CONSTRAINT "notice_card_id_card_id_fk" FOREIGN KEY ("card_id") REFERENCES "public"."card"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "notice" ADD CONSTRAINT "notice_rapat_id_rapat_id_fk" FOREIGN KEY ("rapat_id") REFERENCES "public"."rapat"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "notice" ADD CONSTRAINT "notice_by_id_person_id_fk" FOREIGN KEY ("by_id") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "notice_setting" ADD CONSTRAINT "notice_setting_person_id_person_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "rapat_mute" ADD CONSTRAINT "rapat_mute_rapat_id_rapat_id_fk" FOREIGN KEY ("rapat_id") REFERENCES "public"."rapat"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "rapat_mute" ADD CONSTRAINT "rapat_mute_person_id_person_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "notice_open_changes" ON "notice" USING btree ("person_id","card_id") WHERE kind = 'changes' and read_at is null;--> statement-breakpoint
CREATE INDEX "notice_inbox" ON "notice" USING btree ("person_id","at");--> statement-breakpoint
CREATE INDEX "notice_unread" ON "notice" USING btree ("person_id") WHERE read_at is null;--> statement-breakpoint
CREATE INDEX "notice_unmailed" ON "notice" USING btree ("person_id","at") WHERE read_at is null and mailed_at is null;--> statement-breakpoint
CREATE INDEX "notice_read" ON "notice" USING btree ("read_at");--> statement-breakpoint
CREATE INDEX "notice_card" ON "notice" USING btree ("card_id");--> statement-breakpoint
CREATE INDEX "notice_by" ON "notice" USING btree ("by_id");--> statement-breakpoint
CREATE INDEX "rapat_mute_rapat" ON "rapat_mute" USING btree ("rapat_id");--> statement-breakpoint
-- What happened before there were notices is told nobody.
INSERT INTO "notice_cursor" ("id", "revision", "activity_id")
SELECT 'card-activity', revision, 'ffffffff-ffff-ffff-ffff-ffffffffffff' FROM "board" WHERE id = 'tindak-lanjut';--> statement-breakpoint
-- Whoever notes what happened to a card wakes who tells of it, with the commit; several within a second wake once.
CREATE FUNCTION wake_notices() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
	-- The queue is made after the tables: what is written before then is found by the clock.
	IF to_regclass('graphile_worker._private_jobs') IS NOT NULL THEN
		PERFORM graphile_worker.add_job('notice.gather', '{}'::json, job_key => 'notice.gather',
			job_key_mode => 'preserve_run_at', max_attempts => 3, run_at => now() + interval '1 second');
	END IF;
	RETURN NULL;
END $$;--> statement-breakpoint
CREATE TRIGGER card_activity_wakes AFTER INSERT ON card_activity FOR EACH STATEMENT EXECUTE FUNCTION wake_notices();--> statement-breakpoint
-- Whoever shows how many notices somebody has not read hears that it is otherwise, whatever changed it.
CREATE FUNCTION ring_notice() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
	PERFORM pg_notify('mufakat_access', 'notice ' || NEW.person_id);
	RETURN NULL;
END $$;--> statement-breakpoint
CREATE TRIGGER notice_rings AFTER INSERT OR UPDATE OF merged, read_at ON notice FOR EACH ROW EXECUTE FUNCTION ring_notice();
