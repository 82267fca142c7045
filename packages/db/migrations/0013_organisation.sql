CREATE TABLE "pokja" (
	"id" uuid PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"short_name" text NOT NULL,
	"chair_id" uuid,
	"position" integer NOT NULL,
	"active" boolean DEFAULT true NOT NULL,
	"revision" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "pokja_short_name_unique" UNIQUE("short_name")
);
--> statement-breakpoint
CREATE TABLE "pokja_opd" (
	"pokja_id" uuid NOT NULL,
	"opd_id" uuid NOT NULL,
	CONSTRAINT "pokja_opd_pokja_id_opd_id_pk" PRIMARY KEY("pokja_id","opd_id")
);
--> statement-breakpoint
CREATE TABLE "pokja_person" (
	"pokja_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	CONSTRAINT "pokja_person_pokja_id_person_id_pk" PRIMARY KEY("pokja_id","person_id")
);
--> statement-breakpoint
CREATE TABLE "region_officer" (
	"id" uuid PRIMARY KEY NOT NULL,
	"district_code" text,
	"village_code" text,
	"person_id" uuid NOT NULL,
	"from_date" date NOT NULL,
	"until_date" date,
	CONSTRAINT "region_officer_place" CHECK (num_nonnulls(district_code, village_code) = 1),
	CONSTRAINT "region_officer_dates" CHECK (until_date is null or until_date >= from_date)
);
--> statement-breakpoint
ALTER TABLE "jabatan" ADD COLUMN "revision" integer DEFAULT 1 NOT NULL;--> statement-breakpoint
ALTER TABLE "opd" ADD COLUMN "parent_id" uuid;--> statement-breakpoint
ALTER TABLE "opd" ADD COLUMN "merged_into" uuid;--> statement-breakpoint
ALTER TABLE "opd" ADD COLUMN "revision" integer DEFAULT 1 NOT NULL;--> statement-breakpoint
ALTER TABLE "pokja" ADD CONSTRAINT "pokja_chair_id_person_id_fk" FOREIGN KEY ("chair_id") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "pokja_opd" ADD CONSTRAINT "pokja_opd_pokja_id_pokja_id_fk" FOREIGN KEY ("pokja_id") REFERENCES "public"."pokja"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "pokja_opd" ADD CONSTRAINT "pokja_opd_opd_id_opd_id_fk" FOREIGN KEY ("opd_id") REFERENCES "public"."opd"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "pokja_person" ADD CONSTRAINT "pokja_person_pokja_id_pokja_id_fk" FOREIGN KEY ("pokja_id") REFERENCES "public"."pokja"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "pokja_person" ADD CONSTRAINT "pokja_person_person_id_person_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "region_officer" ADD CONSTRAINT "region_officer_district_code_district_code_fk" FOREIGN KEY ("district_code") REFERENCES "public"."district"("code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "region_officer" ADD CONSTRAINT "region_officer_village_code_village_code_fk" FOREIGN KEY ("village_code") REFERENCES "public"."village"("code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "region_officer" ADD CONSTRAINT "region_officer_person_id_person_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "region_officer_district" ON "region_officer" USING btree ("district_code","from_date");--> statement-breakpoint
CREATE INDEX "region_officer_village" ON "region_officer" USING btree ("village_code","from_date");--> statement-breakpoint
CREATE INDEX "region_officer_person" ON "region_officer" USING btree ("person_id");--> statement-breakpoint
ALTER TABLE "opd" ADD CONSTRAINT "opd_parent_id_opd_id_fk" FOREIGN KEY ("parent_id") REFERENCES "public"."opd"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "opd" ADD CONSTRAINT "opd_merged_into_opd_id_fk" FOREIGN KEY ("merged_into") REFERENCES "public"."opd"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "opd_merged_into" ON "opd" USING btree ("merged_into");--> statement-breakpoint
ALTER TABLE "opd" ADD CONSTRAINT "opd_merged" CHECK (merged_into is null or (not active and merged_into <> id));--> statement-breakpoint
ALTER TABLE "opd" ADD CONSTRAINT "opd_parent" CHECK (parent_id <> id);--> statement-breakpoint
-- Who belongs to a successor takes part where its predecessors were invited (queries/rapat.ts): a merger, and one that is
-- taken back, ring for every rapat of the chain.
CREATE FUNCTION ring_merger() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
	PERFORM ring_access('document', document_id) FROM (
		WITH RECURSIVE merged(id) AS (
			SELECT NEW.id UNION SELECT opd.id FROM opd JOIN merged ON opd.merged_into = merged.id
		)
		SELECT DISTINCT rapat.document_id FROM merged
			JOIN rapat_opd ON rapat_opd.opd_id = merged.id JOIN rapat ON rapat.id = rapat_opd.rapat_id
	) concerned;
	RETURN NULL;
END $$;--> statement-breakpoint
CREATE TRIGGER opd_merged AFTER UPDATE OF merged_into ON opd FOR EACH ROW
	WHEN (OLD.merged_into IS DISTINCT FROM NEW.merged_into)
	EXECUTE FUNCTION ring_merger();
