CREATE TABLE "file" (
	"id" uuid PRIMARY KEY NOT NULL,
	"subject_kind" text NOT NULL,
	"subject_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"name" text NOT NULL,
	"stored_name" text NOT NULL,
	"size" bigint NOT NULL,
	"sha256" "bytea" NOT NULL,
	"thumbnail_size" integer NOT NULL,
	"opd_id" uuid,
	"added_by" uuid NOT NULL,
	"added_at" timestamp (3) with time zone NOT NULL,
	"removed_by" uuid,
	"removed_at" timestamp (3) with time zone,
	"purged_at" timestamp (3) with time zone,
	CONSTRAINT "file_stored_name_unique" UNIQUE("stored_name"),
	CONSTRAINT "file_kind" CHECK (kind in ('pdf', 'png', 'jpeg', 'webp', 'docx', 'xlsx')),
	CONSTRAINT "file_subject_kind" CHECK (subject_kind in ('rapat')),
	CONSTRAINT "file_removed_by" CHECK ((removed_at is null) = (removed_by is null)),
	CONSTRAINT "file_purged" CHECK (purged_at is null or removed_at is not null)
);
--> statement-breakpoint
CREATE TABLE "file_access" (
	"id" uuid PRIMARY KEY NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	"file_id" uuid NOT NULL,
	"person_id" uuid NOT NULL
);
--> statement-breakpoint
CREATE TABLE "file_upload" (
	"id" uuid PRIMARY KEY NOT NULL,
	"subject_kind" text NOT NULL,
	"subject_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"opd_id" uuid,
	"name" text NOT NULL,
	"mark" text NOT NULL,
	"stored_name" text NOT NULL,
	"size" bigint NOT NULL,
	"received" bigint NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"touched_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "file_upload_stored_name_unique" UNIQUE("stored_name"),
	CONSTRAINT "file_upload_received" CHECK (received between 0 and size),
	CONSTRAINT "file_upload_subject_kind" CHECK (subject_kind in ('rapat'))
);
--> statement-breakpoint
ALTER TABLE "file" ADD CONSTRAINT "file_opd_id_opd_id_fk" FOREIGN KEY ("opd_id") REFERENCES "public"."opd"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "file" ADD CONSTRAINT "file_added_by_person_id_fk" FOREIGN KEY ("added_by") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "file" ADD CONSTRAINT "file_removed_by_person_id_fk" FOREIGN KEY ("removed_by") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "file_access" ADD CONSTRAINT "file_access_file_id_file_id_fk" FOREIGN KEY ("file_id") REFERENCES "public"."file"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "file_access" ADD CONSTRAINT "file_access_person_id_person_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "file_upload" ADD CONSTRAINT "file_upload_person_id_person_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "file_upload" ADD CONSTRAINT "file_upload_opd_id_opd_id_fk" FOREIGN KEY ("opd_id") REFERENCES "public"."opd"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "file_subject" ON "file" USING btree ("subject_kind","subject_id","added_at");--> statement-breakpoint
CREATE INDEX "file_opd" ON "file" USING btree ("opd_id");--> statement-breakpoint
CREATE INDEX "file_removed" ON "file" USING btree ("removed_at");--> statement-breakpoint
CREATE INDEX "file_access_file" ON "file_access" USING btree ("file_id","at");--> statement-breakpoint
CREATE INDEX "file_access_at" ON "file_access" USING btree ("at");--> statement-breakpoint
CREATE INDEX "file_upload_person" ON "file_upload" USING btree ("person_id");--> statement-breakpoint
CREATE INDEX "file_upload_opd" ON "file_upload" USING btree ("opd_id");