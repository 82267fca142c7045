CREATE TABLE "attendance" (
	"id" uuid PRIMARY KEY NOT NULL,
	"rapat_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"opd_id" uuid,
	"person_id" uuid,
	"name" text NOT NULL,
	"nip" text,
	"jabatan" text DEFAULT '' NOT NULL,
	"agency" text DEFAULT '' NOT NULL,
	"phone" text,
	"rsvp" text,
	"rsvp_reason" text DEFAULT '' NOT NULL,
	"rsvp_at" timestamp (3) with time zone,
	"presence" text,
	"deputy_id" uuid,
	"deputy_name" text,
	"deputy_nip" text,
	"deputy_jabatan" text DEFAULT '' NOT NULL,
	"arrived_at" timestamp (3) with time zone,
	"left_at" timestamp (3) with time zone,
	"way" text,
	"marked_by" uuid,
	"confirmed_at" timestamp (3) with time zone,
	"revision" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "attendance_kind" CHECK (kind in ('opd', 'person', 'walk-in')),
	CONSTRAINT "attendance_rsvp" CHECK (rsvp in ('hadir', 'diwakilkan', 'izin')),
	CONSTRAINT "attendance_presence" CHECK (presence in ('hadir', 'diwakilkan', 'izin', 'tanpa_keterangan')),
	CONSTRAINT "attendance_way" CHECK (way in ('code', 'organiser')),
	CONSTRAINT "attendance_whose" CHECK (case kind when 'opd' then opd_id is not null
      when 'person' then person_id is not null else person_id is null end),
	CONSTRAINT "attendance_deputy" CHECK (deputy_name is not null or (presence is distinct from 'diwakilkan' and rsvp is distinct from 'diwakilkan')),
	CONSTRAINT "attendance_times" CHECK (left_at is null or (arrived_at is not null and left_at >= arrived_at)),
	CONSTRAINT "attendance_nip" CHECK (nip ~ '^[0-9]{18}$' and deputy_nip ~ '^[0-9]{18}$'),
	CONSTRAINT "attendance_phone" CHECK (phone ~ '^[+][0-9]{8,15}$'),
	CONSTRAINT "attendance_confirmed" CHECK (kind = 'walk-in' or confirmed_at is null)
);
--> statement-breakpoint
CREATE TABLE "invitation" (
	"rapat_id" uuid PRIMARY KEY NOT NULL,
	"number" text DEFAULT '' NOT NULL,
	"letter_date" date,
	"nature" text DEFAULT '' NOT NULL,
	"attachments" text DEFAULT '' NOT NULL,
	"subject" text DEFAULT '' NOT NULL,
	"basis" text DEFAULT '' NOT NULL,
	"note" text DEFAULT '' NOT NULL,
	"copies" text[] DEFAULT '{}' NOT NULL,
	"signer_id" uuid,
	"signer_title" text DEFAULT '' NOT NULL,
	"signer_rank" text DEFAULT '' NOT NULL,
	"revision" integer DEFAULT 1 NOT NULL,
	"uid" text,
	"sequence" integer DEFAULT 0 NOT NULL,
	"first_sent_at" timestamp (3) with time zone,
	"last_told_at" timestamp (3) with time zone,
	"told" jsonb,
	CONSTRAINT "invitation_sent" CHECK ((first_sent_at is null) = (told is null)),
	CONSTRAINT "invitation_sent_uid" CHECK ((first_sent_at is null) = (uid is null)),
	CONSTRAINT "invitation_sequence" CHECK (sequence >= 0)
);
--> statement-breakpoint
CREATE TABLE "invitation_recipient" (
	"rapat_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"told_sequence" integer NOT NULL,
	"told_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "invitation_recipient_rapat_id_person_id_pk" PRIMARY KEY("rapat_id","person_id")
);
--> statement-breakpoint
ALTER TABLE "rapat_guest" ADD COLUMN "item_ids" text[];--> statement-breakpoint
ALTER TABLE "attendance" ADD CONSTRAINT "attendance_rapat_id_rapat_id_fk" FOREIGN KEY ("rapat_id") REFERENCES "public"."rapat"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "attendance" ADD CONSTRAINT "attendance_opd_id_opd_id_fk" FOREIGN KEY ("opd_id") REFERENCES "public"."opd"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "attendance" ADD CONSTRAINT "attendance_person_id_person_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "attendance" ADD CONSTRAINT "attendance_deputy_id_person_id_fk" FOREIGN KEY ("deputy_id") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "attendance" ADD CONSTRAINT "attendance_marked_by_person_id_fk" FOREIGN KEY ("marked_by") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "invitation" ADD CONSTRAINT "invitation_rapat_id_rapat_id_fk" FOREIGN KEY ("rapat_id") REFERENCES "public"."rapat"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "invitation" ADD CONSTRAINT "invitation_signer_id_person_id_fk" FOREIGN KEY ("signer_id") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "invitation_recipient" ADD CONSTRAINT "invitation_recipient_rapat_id_invitation_rapat_id_fk" FOREIGN KEY ("rapat_id") REFERENCES "public"."invitation"("rapat_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "invitation_recipient" ADD CONSTRAINT "invitation_recipient_person_id_person_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "attendance_rapat" ON "attendance" USING btree ("rapat_id");--> statement-breakpoint
CREATE INDEX "attendance_person" ON "attendance" USING btree ("person_id");--> statement-breakpoint
CREATE UNIQUE INDEX "attendance_opd" ON "attendance" USING btree ("rapat_id","opd_id") WHERE kind = 'opd';--> statement-breakpoint
CREATE UNIQUE INDEX "attendance_own" ON "attendance" USING btree ("rapat_id","person_id") WHERE kind = 'person';--> statement-breakpoint
CREATE UNIQUE INDEX "attendance_walk_in" ON "attendance" USING btree ("rapat_id",lower(name),lower(agency)) WHERE kind = 'walk-in';--> statement-breakpoint
CREATE INDEX "invitation_recipient_person" ON "invitation_recipient" USING btree ("person_id");