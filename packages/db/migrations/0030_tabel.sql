CREATE TABLE "card_paste" (
	"person_id" uuid NOT NULL,
	"mark" text NOT NULL,
	"added" integer NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "card_paste_person_id_mark_pk" PRIMARY KEY("person_id","mark")
);
--> statement-breakpoint
CREATE TABLE "saved_filter" (
	"id" uuid PRIMARY KEY NOT NULL,
	"person_id" uuid NOT NULL,
	"name" text NOT NULL,
	"view" text NOT NULL,
	"query" text NOT NULL,
	"shared" text NOT NULL,
	"opd_id" uuid,
	"created_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "saved_filter_name" CHECK (btrim(name) <> ''),
	CONSTRAINT "saved_filter_view" CHECK (view in ('papan', 'tabel', 'kalender')),
	CONSTRAINT "saved_filter_sharing" CHECK (shared in ('saya', 'opd', 'semua')),
	CONSTRAINT "saved_filter_opd" CHECK ((shared = 'opd') = (opd_id is not null))
);
--> statement-breakpoint
CREATE TABLE "holiday" (
	"date" date PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"kind" text NOT NULL,
	CONSTRAINT "holiday_name" CHECK (btrim(name) <> ''),
	CONSTRAINT "holiday_kind" CHECK (kind in ('nasional', 'cuti_bersama'))
);
--> statement-breakpoint
ALTER TABLE "card_paste" ADD CONSTRAINT "card_paste_person_id_person_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "saved_filter" ADD CONSTRAINT "saved_filter_person_id_person_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "saved_filter" ADD CONSTRAINT "saved_filter_opd_id_opd_id_fk" FOREIGN KEY ("opd_id") REFERENCES "public"."opd"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "saved_filter_person" ON "saved_filter" USING btree ("person_id");--> statement-breakpoint
CREATE INDEX "saved_filter_shared" ON "saved_filter" USING btree ("shared","opd_id");