CREATE TABLE "card_contribution" (
	"card_id" uuid NOT NULL,
	"indicator_id" uuid NOT NULL,
	"quantity" numeric(15, 4),
	"region_code" text DEFAULT '' NOT NULL,
	"added_by" uuid NOT NULL,
	"added_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "card_contribution_card_id_indicator_id_pk" PRIMARY KEY("card_id","indicator_id")
);
--> statement-breakpoint
CREATE TABLE "notula_indicator" (
	"rapat_id" uuid NOT NULL,
	"indicator_id" uuid NOT NULL,
	"line_id" text NOT NULL,
	"figure" jsonb,
	CONSTRAINT "notula_indicator_rapat_id_indicator_id_pk" PRIMARY KEY("rapat_id","indicator_id")
);
--> statement-breakpoint
CREATE TABLE "indicator" (
	"id" uuid PRIMARY KEY NOT NULL,
	"programme_id" uuid NOT NULL,
	"name" text NOT NULL,
	"concept" text DEFAULT '' NOT NULL,
	"classification" text DEFAULT '' NOT NULL,
	"measure" text DEFAULT '' NOT NULL,
	"unit" text NOT NULL,
	"decimals" smallint DEFAULT 0 NOT NULL,
	"direction" text NOT NULL,
	"level" text NOT NULL,
	"roll_up" text NOT NULL,
	"accumulation" text NOT NULL,
	"frequency" text NOT NULL,
	"factor" numeric(15, 4),
	"source" text NOT NULL,
	"owner_opd_id" uuid NOT NULL,
	"baseline" numeric(15, 4),
	"baseline_date" date,
	"lowest" numeric(15, 4),
	"highest" numeric(15, 4),
	"is_public" boolean DEFAULT false NOT NULL,
	"position" integer NOT NULL,
	"active" boolean DEFAULT true NOT NULL,
	"is_example" boolean DEFAULT false NOT NULL,
	"revision" integer DEFAULT 1 NOT NULL,
	"created_by" uuid NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"updated_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "indicator_name" CHECK (btrim(name) <> ''),
	CONSTRAINT "indicator_decimals" CHECK (decimals between 0 and 4),
	CONSTRAINT "indicator_direction" CHECK (direction in ('turun', 'naik', 'konteks', 'hitung_mundur')),
	CONSTRAINT "indicator_level" CHECK (level in ('kabupaten', 'kecamatan', 'desa')),
	CONSTRAINT "indicator_roll_up" CHECK (roll_up in ('jumlah', 'rasio', 'tidak')),
	CONSTRAINT "indicator_accumulation" CHECK (accumulation in ('kumulatif', 'terakhir')),
	CONSTRAINT "indicator_frequency" CHECK (frequency in ('triwulan', 'semester', 'tahun')),
	CONSTRAINT "indicator_factor" CHECK (factor > 0 and (roll_up <> 'rasio' or factor is not null)),
	CONSTRAINT "indicator_limits" CHECK (lowest <= highest)
);
--> statement-breakpoint
CREATE TABLE "indicator_definition" (
	"id" uuid PRIMARY KEY NOT NULL,
	"indicator_id" uuid NOT NULL,
	"version" integer NOT NULL,
	"definition" text NOT NULL,
	"year" smallint NOT NULL,
	"quarter" smallint NOT NULL,
	"breaks" boolean DEFAULT false NOT NULL,
	"created_by" uuid NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "indicator_definition_version" UNIQUE("indicator_id","version"),
	CONSTRAINT "indicator_definition_since" UNIQUE("indicator_id","year","quarter"),
	CONSTRAINT "indicator_definition_quarter" CHECK (quarter between 1 and 4),
	CONSTRAINT "indicator_definition_said" CHECK (btrim(definition) <> '')
);
--> statement-breakpoint
CREATE TABLE "indicator_target" (
	"id" uuid PRIMARY KEY NOT NULL,
	"indicator_id" uuid NOT NULL,
	"region_code" text DEFAULT '' NOT NULL,
	"year" smallint NOT NULL,
	"quarter" smallint NOT NULL,
	"value" numeric(15, 4) NOT NULL,
	"set_by" uuid NOT NULL,
	"set_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "indicator_target_of" UNIQUE("indicator_id","region_code","year","quarter"),
	CONSTRAINT "indicator_target_quarter" CHECK (quarter between 0 and 4)
);
--> statement-breakpoint
CREATE TABLE "programme" (
	"id" uuid PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"strategy" text NOT NULL,
	"owner_opd_id" uuid NOT NULL,
	"description" text DEFAULT '' NOT NULL,
	"position" integer NOT NULL,
	"active" boolean DEFAULT true NOT NULL,
	"is_example" boolean DEFAULT false NOT NULL,
	"revision" integer DEFAULT 1 NOT NULL,
	"created_by" uuid NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"updated_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "programme_name" CHECK (btrim(name) <> ''),
	CONSTRAINT "programme_strategy" CHECK (strategy in ('a', 'b', 'c'))
);
--> statement-breakpoint
CREATE TABLE "indicator_value" (
	"id" uuid PRIMARY KEY NOT NULL,
	"indicator_id" uuid NOT NULL,
	"region_code" text DEFAULT '' NOT NULL,
	"year" smallint NOT NULL,
	"quarter" smallint NOT NULL,
	"value" numeric(15, 4),
	"numerator" numeric(15, 4),
	"denominator" numeric(15, 4),
	"not_available" boolean DEFAULT false NOT NULL,
	"finality" text NOT NULL,
	"as_of" date NOT NULL,
	"source" text NOT NULL,
	"definition_version" integer NOT NULL,
	"report_id" uuid,
	"reason" text DEFAULT '' NOT NULL,
	"created_by" uuid NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"verified_by" uuid NOT NULL,
	"verified_at" timestamp (3) with time zone NOT NULL,
	"superseded_at" timestamp (3) with time zone,
	CONSTRAINT "indicator_value_quarter" CHECK (quarter between 1 and 4),
	CONSTRAINT "indicator_value_finality" CHECK (finality in ('sementara', 'final')),
	CONSTRAINT "indicator_value_said" CHECK (not_available = (value is null)),
	CONSTRAINT "indicator_value_available" CHECK (not not_available or num_nonnulls(numerator, denominator) = 0),
	CONSTRAINT "indicator_value_ratio" CHECK ((numerator is null) = (denominator is null) and denominator > 0)
);
--> statement-breakpoint
CREATE TABLE "opd_report" (
	"id" uuid PRIMARY KEY NOT NULL,
	"opd_id" uuid NOT NULL,
	"year" smallint NOT NULL,
	"quarter" smallint NOT NULL,
	"state" text DEFAULT 'draf' NOT NULL,
	"note" text DEFAULT '' NOT NULL,
	"sent_by" uuid,
	"sent_at" timestamp (3) with time zone,
	"decided_by" uuid,
	"decided_at" timestamp (3) with time zone,
	"created_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "opd_report_of" UNIQUE("opd_id","year","quarter"),
	CONSTRAINT "opd_report_quarter" CHECK (quarter between 1 and 4),
	CONSTRAINT "opd_report_state" CHECK (state in ('draf', 'dikirim', 'dikembalikan', 'diterima')),
	CONSTRAINT "opd_report_note" CHECK (state <> 'dikembalikan' or btrim(note) <> ''),
	CONSTRAINT "opd_report_sent" CHECK (state = 'draf' or (sent_at is not null and sent_by is not null))
);
--> statement-breakpoint
CREATE TABLE "quarter_note" (
	"id" uuid PRIMARY KEY NOT NULL,
	"year" smallint NOT NULL,
	"quarter" smallint NOT NULL,
	"text" text NOT NULL,
	"written_by" uuid NOT NULL,
	"written_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "report_cell" (
	"report_id" uuid NOT NULL,
	"indicator_id" uuid NOT NULL,
	"region_code" text DEFAULT '' NOT NULL,
	"value" numeric(15, 4),
	"numerator" numeric(15, 4),
	"denominator" numeric(15, 4),
	"not_available" boolean DEFAULT false NOT NULL,
	"finality" text DEFAULT 'sementara' NOT NULL,
	"as_of" date,
	"source" text DEFAULT '' NOT NULL,
	"revision" integer DEFAULT 1 NOT NULL,
	"changed_by" uuid NOT NULL,
	"changed_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "report_cell_report_id_indicator_id_region_code_pk" PRIMARY KEY("report_id","indicator_id","region_code"),
	CONSTRAINT "report_cell_finality" CHECK (finality in ('sementara', 'final')),
	CONSTRAINT "report_cell_available" CHECK (not not_available or num_nonnulls(value, numerator, denominator) = 0)
);
--> statement-breakpoint
CREATE TABLE "report_evidence" (
	"id" uuid PRIMARY KEY NOT NULL,
	"report_id" uuid NOT NULL,
	"indicator_id" uuid NOT NULL,
	"title" text NOT NULL,
	"url" text,
	"file_id" uuid,
	"added_by" uuid NOT NULL,
	"added_at" timestamp (3) with time zone NOT NULL,
	"removed_at" timestamp (3) with time zone,
	CONSTRAINT "report_evidence_title" CHECK (btrim(title) <> ''),
	CONSTRAINT "report_evidence_place" CHECK (num_nonnulls(url, file_id) = 1)
);
--> statement-breakpoint
CREATE TABLE "report_remark" (
	"report_id" uuid NOT NULL,
	"indicator_id" uuid NOT NULL,
	"analysis" text DEFAULT '' NOT NULL,
	"kendala" text DEFAULT '' NOT NULL,
	"solusi" text DEFAULT '' NOT NULL,
	"plan" text DEFAULT '' NOT NULL,
	"revision" integer DEFAULT 1 NOT NULL,
	"changed_by" uuid NOT NULL,
	"changed_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "report_remark_report_id_indicator_id_pk" PRIMARY KEY("report_id","indicator_id")
);
--> statement-breakpoint
ALTER TABLE "card_contribution" ADD CONSTRAINT "card_contribution_card_id_card_id_fk" FOREIGN KEY ("card_id") REFERENCES "public"."card"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "card_contribution" ADD CONSTRAINT "card_contribution_indicator_id_indicator_id_fk" FOREIGN KEY ("indicator_id") REFERENCES "public"."indicator"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "card_contribution" ADD CONSTRAINT "card_contribution_added_by_person_id_fk" FOREIGN KEY ("added_by") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "notula_indicator" ADD CONSTRAINT "notula_indicator_rapat_id_rapat_id_fk" FOREIGN KEY ("rapat_id") REFERENCES "public"."rapat"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "notula_indicator" ADD CONSTRAINT "notula_indicator_indicator_id_indicator_id_fk" FOREIGN KEY ("indicator_id") REFERENCES "public"."indicator"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "indicator" ADD CONSTRAINT "indicator_programme_id_programme_id_fk" FOREIGN KEY ("programme_id") REFERENCES "public"."programme"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "indicator" ADD CONSTRAINT "indicator_owner_opd_id_opd_id_fk" FOREIGN KEY ("owner_opd_id") REFERENCES "public"."opd"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "indicator" ADD CONSTRAINT "indicator_created_by_person_id_fk" FOREIGN KEY ("created_by") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "indicator_definition" ADD CONSTRAINT "indicator_definition_indicator_id_indicator_id_fk" FOREIGN KEY ("indicator_id") REFERENCES "public"."indicator"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "indicator_definition" ADD CONSTRAINT "indicator_definition_created_by_person_id_fk" FOREIGN KEY ("created_by") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "indicator_target" ADD CONSTRAINT "indicator_target_indicator_id_indicator_id_fk" FOREIGN KEY ("indicator_id") REFERENCES "public"."indicator"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "indicator_target" ADD CONSTRAINT "indicator_target_set_by_person_id_fk" FOREIGN KEY ("set_by") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "programme" ADD CONSTRAINT "programme_owner_opd_id_opd_id_fk" FOREIGN KEY ("owner_opd_id") REFERENCES "public"."opd"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "programme" ADD CONSTRAINT "programme_created_by_person_id_fk" FOREIGN KEY ("created_by") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "indicator_value" ADD CONSTRAINT "indicator_value_indicator_id_indicator_id_fk" FOREIGN KEY ("indicator_id") REFERENCES "public"."indicator"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "indicator_value" ADD CONSTRAINT "indicator_value_report_id_opd_report_id_fk" FOREIGN KEY ("report_id") REFERENCES "public"."opd_report"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "indicator_value" ADD CONSTRAINT "indicator_value_created_by_person_id_fk" FOREIGN KEY ("created_by") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "indicator_value" ADD CONSTRAINT "indicator_value_verified_by_person_id_fk" FOREIGN KEY ("verified_by") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "opd_report" ADD CONSTRAINT "opd_report_opd_id_opd_id_fk" FOREIGN KEY ("opd_id") REFERENCES "public"."opd"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "opd_report" ADD CONSTRAINT "opd_report_sent_by_person_id_fk" FOREIGN KEY ("sent_by") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "opd_report" ADD CONSTRAINT "opd_report_decided_by_person_id_fk" FOREIGN KEY ("decided_by") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "quarter_note" ADD CONSTRAINT "quarter_note_written_by_person_id_fk" FOREIGN KEY ("written_by") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "report_cell" ADD CONSTRAINT "report_cell_report_id_opd_report_id_fk" FOREIGN KEY ("report_id") REFERENCES "public"."opd_report"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "report_cell" ADD CONSTRAINT "report_cell_indicator_id_indicator_id_fk" FOREIGN KEY ("indicator_id") REFERENCES "public"."indicator"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "report_cell" ADD CONSTRAINT "report_cell_changed_by_person_id_fk" FOREIGN KEY ("changed_by") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "report_evidence" ADD CONSTRAINT "report_evidence_report_id_opd_report_id_fk" FOREIGN KEY ("report_id") REFERENCES "public"."opd_report"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "report_evidence" ADD CONSTRAINT "report_evidence_indicator_id_indicator_id_fk" FOREIGN KEY ("indicator_id") REFERENCES "public"."indicator"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "report_evidence" ADD CONSTRAINT "report_evidence_file_id_file_id_fk" FOREIGN KEY ("file_id") REFERENCES "public"."file"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "report_evidence" ADD CONSTRAINT "report_evidence_added_by_person_id_fk" FOREIGN KEY ("added_by") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "report_remark" ADD CONSTRAINT "report_remark_report_id_opd_report_id_fk" FOREIGN KEY ("report_id") REFERENCES "public"."opd_report"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "report_remark" ADD CONSTRAINT "report_remark_indicator_id_indicator_id_fk" FOREIGN KEY ("indicator_id") REFERENCES "public"."indicator"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "report_remark" ADD CONSTRAINT "report_remark_changed_by_person_id_fk" FOREIGN KEY ("changed_by") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "card_contribution_indicator" ON "card_contribution" USING btree ("indicator_id");--> statement-breakpoint
CREATE INDEX "notula_indicator_of" ON "notula_indicator" USING btree ("indicator_id");--> statement-breakpoint
CREATE INDEX "indicator_programme" ON "indicator" USING btree ("programme_id");--> statement-breakpoint
CREATE INDEX "indicator_owner" ON "indicator" USING btree ("owner_opd_id");--> statement-breakpoint
CREATE UNIQUE INDEX "indicator_value_holds" ON "indicator_value" USING btree ("indicator_id","year","quarter","region_code") WHERE superseded_at is null;--> statement-breakpoint
CREATE INDEX "indicator_value_created" ON "indicator_value" USING btree ("created_at");--> statement-breakpoint
CREATE INDEX "opd_report_state" ON "opd_report" USING btree ("state");--> statement-breakpoint
CREATE INDEX "quarter_note_of" ON "quarter_note" USING btree ("year","quarter","written_at");--> statement-breakpoint
CREATE INDEX "report_evidence_report" ON "report_evidence" USING btree ("report_id");--> statement-breakpoint
-- What a card contributes is told as what happened to it, too.
ALTER TABLE "card_activity" DROP CONSTRAINT "card_activity_kind";--> statement-breakpoint
ALTER TABLE "card_activity" ADD CONSTRAINT "card_activity_kind" CHECK (kind in ('added', 'decided', 'reworded', 'ratified', 'removed', 'restored', 'status', 'evidence', 'judged', 'edited', 'postponed', 'handed-over', 'subtask', 'supporters', 'comment', 'repeat', 'repeated', 'kept-open', 'contribution'));--> statement-breakpoint
CREATE TABLE "sasaran_mark" (
	"id" text PRIMARY KEY NOT NULL,
	"revision" bigint NOT NULL
);
--> statement-breakpoint
ALTER TABLE "file" DROP CONSTRAINT "file_subject_kind";--> statement-breakpoint
ALTER TABLE "file_upload" DROP CONSTRAINT "file_upload_subject_kind";--> statement-breakpoint
ALTER TABLE "file_upload" ADD COLUMN "indicator_id" uuid;--> statement-breakpoint
ALTER TABLE "file_upload" ADD CONSTRAINT "file_upload_indicator_id_indicator_id_fk" FOREIGN KEY ("indicator_id") REFERENCES "public"."indicator"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "indicator_value_past" ON "indicator_value" USING btree ("indicator_id","year","quarter","region_code") WHERE superseded_at is not null;--> statement-breakpoint
ALTER TABLE "file" ADD CONSTRAINT "file_subject_kind" CHECK (subject_kind in ('rapat', 'kartu', 'laporan'));--> statement-breakpoint
ALTER TABLE "file_upload" ADD CONSTRAINT "file_upload_subject_kind" CHECK (subject_kind in ('rapat', 'kartu', 'laporan'));
--> statement-breakpoint
-- What holds of an indicator is only added to: a value loses its place once, and nothing else of it changes.
CREATE FUNCTION keep_value() RETURNS trigger LANGUAGE plpgsql
SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
	IF OLD.superseded_at IS NOT NULL OR NEW.superseded_at IS NULL
		OR to_jsonb(NEW) - 'superseded_at' IS DISTINCT FROM to_jsonb(OLD) - 'superseded_at' THEN
		RAISE EXCEPTION '% of % is refused: it is only added to', TG_OP, TG_TABLE_NAME
			USING ERRCODE = 'insufficient_privilege';
	END IF;
	RETURN NEW;
END $$;--> statement-breakpoint
CREATE TRIGGER indicator_value_loses_place BEFORE UPDATE ON indicator_value
	FOR EACH ROW EXECUTE FUNCTION keep_value();--> statement-breakpoint
ALTER TABLE indicator_value ENABLE ALWAYS TRIGGER indicator_value_loses_place;--> statement-breakpoint
CREATE TRIGGER indicator_value_kept BEFORE DELETE OR TRUNCATE ON indicator_value
	FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();--> statement-breakpoint
ALTER TABLE indicator_value ENABLE ALWAYS TRIGGER indicator_value_kept;--> statement-breakpoint
CREATE TRIGGER indicator_definition_kept BEFORE UPDATE OR DELETE OR TRUNCATE ON indicator_definition
	FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();--> statement-breakpoint
ALTER TABLE indicator_definition ENABLE ALWAYS TRIGGER indicator_definition_kept;--> statement-breakpoint
CREATE TRIGGER quarter_note_kept BEFORE UPDATE OR DELETE OR TRUNCATE ON quarter_note
	FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();--> statement-breakpoint
ALTER TABLE quarter_note ENABLE ALWAYS TRIGGER quarter_note_kept;--> statement-breakpoint
-- Pages of targets ask for a short mark, and load anew when it is another. What is only typed into a report is on none.
INSERT INTO "sasaran_mark" ("id", "revision") VALUES ('sasaran', 0);--> statement-breakpoint
CREATE FUNCTION raise_sasaran_mark() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
	UPDATE sasaran_mark SET revision = revision + 1;
	RETURN NULL;
END $$;--> statement-breakpoint
CREATE TRIGGER raises_mark AFTER INSERT OR UPDATE ON indicator_value
	FOR EACH STATEMENT EXECUTE FUNCTION raise_sasaran_mark();--> statement-breakpoint
CREATE TRIGGER raises_mark AFTER INSERT OR UPDATE ON opd_report
	FOR EACH STATEMENT EXECUTE FUNCTION raise_sasaran_mark();--> statement-breakpoint
CREATE TRIGGER raises_mark AFTER INSERT OR UPDATE OR DELETE ON indicator_target
	FOR EACH STATEMENT EXECUTE FUNCTION raise_sasaran_mark();--> statement-breakpoint
CREATE TRIGGER raises_mark AFTER INSERT OR UPDATE ON indicator
	FOR EACH STATEMENT EXECUTE FUNCTION raise_sasaran_mark();--> statement-breakpoint
CREATE TRIGGER raises_mark AFTER INSERT OR UPDATE ON programme
	FOR EACH STATEMENT EXECUTE FUNCTION raise_sasaran_mark();--> statement-breakpoint
CREATE TRIGGER raises_mark AFTER INSERT ON indicator_definition
	FOR EACH STATEMENT EXECUTE FUNCTION raise_sasaran_mark();--> statement-breakpoint
CREATE TRIGGER raises_mark AFTER INSERT ON quarter_note
	FOR EACH STATEMENT EXECUTE FUNCTION raise_sasaran_mark();
--> statement-breakpoint
-- What values come to in each kecamatan is put together when one is said, not each time that somebody looks.
CREATE TABLE "value_sum" (
	"indicator_id" uuid NOT NULL,
	"level" text NOT NULL,
	"district_code" text NOT NULL,
	"year" smallint NOT NULL,
	"quarter" smallint NOT NULL,
	"value" numeric,
	"value_count" integer NOT NULL,
	"numerator" numeric,
	"denominator" numeric,
	"ratio_count" integer NOT NULL,
	"row_count" integer NOT NULL,
	"is_nowhere" boolean NOT NULL,
	"is_final" boolean NOT NULL,
	"as_of" date NOT NULL,
	"definition_version" integer NOT NULL,
	CONSTRAINT "value_sum_indicator_id_level_district_code_year_quarter_pk" PRIMARY KEY("indicator_id","level","district_code","year","quarter")
);
--> statement-breakpoint
ALTER TABLE "value_sum" ADD CONSTRAINT "value_sum_indicator_id_indicator_id_fk" FOREIGN KEY ("indicator_id") REFERENCES "public"."indicator"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "indicator_value_of_regency" ON "indicator_value" USING btree ("indicator_id","year","quarter") WHERE superseded_at is null and region_code = '';--> statement-breakpoint
CREATE FUNCTION put_values_together() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
	-- Whoever says values waits here for who said some before; the statements that follow see what those have written.
	PERFORM FROM sasaran_mark FOR UPDATE;
	DELETE FROM value_sum USING changed
	WHERE value_sum.indicator_id = changed.indicator_id AND value_sum.year = changed.year AND value_sum.quarter = changed.quarter
		AND district_code = left(region_code, 8);
	-- Codes of kecamatan have 8 characters, of desa 13, of the kabupaten none.
	INSERT INTO value_sum
	SELECT v.indicator_id, CASE length(region_code) WHEN 13 THEN 'desa' ELSE 'kecamatan' END, left(region_code, 8), v.year, v.quarter,
		sum(value), count(value),
		sum(numerator) FILTER (WHERE denominator > 0),
		sum(denominator) FILTER (WHERE numerator IS NOT NULL AND denominator > 0),
		count(numerator) FILTER (WHERE denominator > 0),
		count(*), bool_and(not_available), bool_and(finality = 'final'), max(as_of), max(definition_version)
	FROM indicator_value v
	JOIN (
		SELECT DISTINCT indicator_id, left(region_code, 8) AS district, year, quarter FROM changed WHERE region_code <> ''
	) said ON said.indicator_id = v.indicator_id AND said.year = v.year AND said.quarter = v.quarter
		AND said.district = left(v.region_code, 8)
	WHERE superseded_at IS NULL
	GROUP BY 1, 2, 3, 4, 5;
	RETURN NULL;
END $$;--> statement-breakpoint
CREATE TRIGGER sums_values AFTER INSERT ON indicator_value REFERENCING NEW TABLE AS changed
	FOR EACH STATEMENT EXECUTE FUNCTION put_values_together();--> statement-breakpoint
CREATE TRIGGER sums_values_left AFTER UPDATE ON indicator_value REFERENCING NEW TABLE AS changed
	FOR EACH STATEMENT EXECUTE FUNCTION put_values_together();--> statement-breakpoint
-- Which indicators a ratified notula names, and what they stood at, is sealed with it.
SELECT freeze_table('notula_indicator', 'rapat_id');--> statement-breakpoint
-- Whoever has a notula open that is not ratified sees what its indicators stand at as that changes, and approvals that
-- were given for another number fall. Several values of one statement ring once for each notula.
CREATE FUNCTION ring_indicator_value() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
	PERFORM ring_noted(named.rapat_id) FROM notula_indicator named JOIN rapat ON rapat.id = named.rapat_id
	WHERE named.indicator_id IN (SELECT indicator_id FROM changed) AND rapat.notula_state <> 'disahkan';
	RETURN NULL;
END $$;--> statement-breakpoint
CREATE TRIGGER indicator_value_rings AFTER INSERT ON indicator_value REFERENCING NEW TABLE AS changed
	FOR EACH STATEMENT EXECUTE FUNCTION ring_indicator_value();--> statement-breakpoint
-- A value that came before the notula was known to name its indicator has rung for nobody.
CREATE FUNCTION ring_named_indicator() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
	PERFORM ring_noted(rapat_id) FROM (SELECT DISTINCT rapat_id FROM named) AS notula;
	RETURN NULL;
END $$;--> statement-breakpoint
CREATE TRIGGER notula_indicator_rings AFTER INSERT ON notula_indicator REFERENCING NEW TABLE AS named
	FOR EACH STATEMENT EXECUTE FUNCTION ring_named_indicator();--> statement-breakpoint
CREATE FUNCTION ring_indicator() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
	PERFORM ring_noted(named.rapat_id) FROM notula_indicator named JOIN rapat ON rapat.id = named.rapat_id
	WHERE named.indicator_id = NEW.id AND rapat.notula_state <> 'disahkan';
	RETURN NULL;
END $$;--> statement-breakpoint
CREATE TRIGGER indicator_rings AFTER UPDATE ON indicator FOR EACH ROW EXECUTE FUNCTION ring_indicator();
--> statement-breakpoint
-- A paper may also be the report of a triwulan, which is of no rapat.
ALTER TABLE "paper" DROP CONSTRAINT "paper_kind";--> statement-breakpoint
DROP INDEX "paper_open";--> statement-breakpoint
ALTER TABLE "paper" ALTER COLUMN "rapat_id" DROP NOT NULL;--> statement-breakpoint
ALTER TABLE "paper_access" ALTER COLUMN "rapat_id" DROP NOT NULL;--> statement-breakpoint
ALTER TABLE "paper" ADD COLUMN "year" smallint;--> statement-breakpoint
ALTER TABLE "paper" ADD COLUMN "quarter" smallint;--> statement-breakpoint
ALTER TABLE "paper_access" ADD COLUMN "year" smallint;--> statement-breakpoint
ALTER TABLE "paper_access" ADD COLUMN "quarter" smallint;--> statement-breakpoint
CREATE UNIQUE INDEX "paper_open" ON "paper" USING btree (coalesce(rapat_id::text, ''),coalesce(year, 0),coalesce(quarter, 0),"kind","format",coalesce(opd_id::text, '')) WHERE state in ('waiting', 'making');--> statement-breakpoint
ALTER TABLE "paper" ADD CONSTRAINT "paper_of" CHECK ((kind = 'laporan') = (rapat_id is null) and (rapat_id is null) = (year is not null)
  and (year is null) = (quarter is null) and quarter between 1 and 4);--> statement-breakpoint
ALTER TABLE "paper" ADD CONSTRAINT "paper_kind" CHECK (kind in ('undangan', 'daftar_hadir', 'notula', 'cuplikan', 'berita_acara', 'matriks', 'laporan'));--> statement-breakpoint
ALTER TABLE "paper_access" ADD CONSTRAINT "paper_access_of" CHECK ((kind = 'laporan') = (rapat_id is null) and (rapat_id is null) = (year is not null)
  and (year is null) = (quarter is null) and quarter between 1 and 4);--> statement-breakpoint
-- What became of the report of an OPD is told, too.
ALTER TABLE "notice" DROP CONSTRAINT "notice_kind";--> statement-breakpoint
ALTER TABLE "notice" DROP CONSTRAINT "notice_about";--> statement-breakpoint
ALTER TABLE "notice" ADD COLUMN "report_id" uuid;--> statement-breakpoint
ALTER TABLE "notice" ADD CONSTRAINT "notice_report_id_opd_report_id_fk" FOREIGN KEY ("report_id") REFERENCES "public"."opd_report"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "notice" ADD CONSTRAINT "notice_kind" CHECK (kind in ('changes', 'mention', 'report-sent', 'report-returned', 'report-accepted', 'due-week', 'due-day', 'late', 'late-head', 'late-sekretariat'));--> statement-breakpoint
ALTER TABLE "notice" ADD CONSTRAINT "notice_about" CHECK (num_nonnulls(card_id, rapat_id, report_id) > 0);
