CREATE TABLE "carried_record" (
	"rapat_id" uuid PRIMARY KEY NOT NULL,
	"list" jsonb NOT NULL
);
--> statement-breakpoint
CREATE TABLE "koreksi" (
	"id" uuid PRIMARY KEY NOT NULL,
	"rapat_id" uuid NOT NULL,
	"number" integer NOT NULL,
	"state" text NOT NULL,
	"reason" text NOT NULL,
	"changes" text NOT NULL,
	"proposed_by" uuid NOT NULL,
	"proposed_at" timestamp (3) with time zone NOT NULL,
	"decided_by" uuid,
	"decided_at" timestamp (3) with time zone,
	"note" text DEFAULT '' NOT NULL,
	CONSTRAINT "koreksi_state" CHECK (state in ('diajukan', 'disahkan', 'dikembalikan', 'ditarik')),
	CONSTRAINT "koreksi_number_from_one" CHECK (number >= 1),
	CONSTRAINT "koreksi_decided" CHECK ((state = 'diajukan') = (decided_at is null)),
	CONSTRAINT "koreksi_decided_by" CHECK ((decided_at is null) = (decided_by is null))
);
--> statement-breakpoint
CREATE TABLE "notula_approval" (
	"id" uuid PRIMARY KEY NOT NULL,
	"rapat_id" uuid NOT NULL,
	"number" integer NOT NULL,
	"role" text NOT NULL,
	"person_id" uuid NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	"head_seq" bigint NOT NULL,
	"content_hash" "bytea" NOT NULL,
	"parts_hash" "bytea" NOT NULL,
	CONSTRAINT "notula_approval_role" CHECK (role in ('pimpinan', 'notulis')),
	CONSTRAINT "notula_approval_number" CHECK (number >= 0)
);
--> statement-breakpoint
CREATE TABLE "notula_review" (
	"id" uuid PRIMARY KEY NOT NULL,
	"rapat_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"person_id" uuid NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	"head_seq" bigint NOT NULL,
	"note" text DEFAULT '' NOT NULL,
	CONSTRAINT "notula_review_kind" CHECK (kind in ('diajukan', 'dikembalikan', 'ditarik')),
	CONSTRAINT "notula_review_note" CHECK (kind <> 'dikembalikan' or note <> '')
);
--> statement-breakpoint
CREATE TABLE "sealed_record" (
	"rapat_id" uuid NOT NULL,
	"number" integer NOT NULL,
	"text" text NOT NULL,
	"hash" "bytea" NOT NULL,
	"code" text NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "sealed_record_rapat_id_number_pk" PRIMARY KEY("rapat_id","number"),
	CONSTRAINT "sealed_record_code_unique" UNIQUE("code"),
	CONSTRAINT "sealed_record_number" CHECK (number >= 0),
	CONSTRAINT "sealed_record_code" CHECK (code ~ '^[0-9A-HJKMNP-TV-Z]{10}$')
);
--> statement-breakpoint
ALTER TABLE "carried_record" ADD CONSTRAINT "carried_record_rapat_id_rapat_id_fk" FOREIGN KEY ("rapat_id") REFERENCES "public"."rapat"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "koreksi" ADD CONSTRAINT "koreksi_rapat_id_rapat_id_fk" FOREIGN KEY ("rapat_id") REFERENCES "public"."rapat"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "koreksi" ADD CONSTRAINT "koreksi_proposed_by_person_id_fk" FOREIGN KEY ("proposed_by") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "koreksi" ADD CONSTRAINT "koreksi_decided_by_person_id_fk" FOREIGN KEY ("decided_by") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "notula_approval" ADD CONSTRAINT "notula_approval_rapat_id_rapat_id_fk" FOREIGN KEY ("rapat_id") REFERENCES "public"."rapat"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "notula_approval" ADD CONSTRAINT "notula_approval_person_id_person_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "notula_review" ADD CONSTRAINT "notula_review_rapat_id_rapat_id_fk" FOREIGN KEY ("rapat_id") REFERENCES "public"."rapat"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "notula_review" ADD CONSTRAINT "notula_review_person_id_person_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sealed_record" ADD CONSTRAINT "sealed_record_rapat_id_rapat_id_fk" FOREIGN KEY ("rapat_id") REFERENCES "public"."rapat"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "koreksi_open" ON "koreksi" USING btree ("rapat_id") WHERE state = 'diajukan';--> statement-breakpoint
CREATE UNIQUE INDEX "koreksi_number" ON "koreksi" USING btree ("rapat_id","number") WHERE state in ('diajukan', 'disahkan');--> statement-breakpoint
CREATE INDEX "koreksi_rapat" ON "koreksi" USING btree ("rapat_id","number");--> statement-breakpoint
CREATE INDEX "notula_approval_rapat" ON "notula_approval" USING btree ("rapat_id","number","at");--> statement-breakpoint
CREATE INDEX "notula_review_rapat" ON "notula_review" USING btree ("rapat_id","at");
--> statement-breakpoint
-- What is sealed is frozen (docs/decisions/0017). Invariants:
-- 1. `sealed_record` is the mark: a row that belongs to a rapat with record 0 is neither added, changed nor removed, by
--    whomever. Columns that are named as living go on. A row with a number follows the record of that number.
-- 2. No change slips past a sealing that is under way: who seals holds the rapat and its document, and who changes
--    anything of them waits here for one of both, and then sees the record.
-- 3. Triggers act also where others are kept from acting, but for INSERT: a backup is put back as it was.
CREATE FUNCTION refuse_sealed() RETURNS trigger LANGUAGE plpgsql
SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
	rapat_ids uuid[];
	document_ids uuid[];
	numbers integer[] := '{0}';
BEGIN
	IF TG_ARGV[0] = 'document_id' THEN
		IF TG_OP <> 'INSERT' THEN document_ids := array_append(document_ids, OLD.document_id); END IF;
		IF TG_OP <> 'DELETE' THEN document_ids := array_append(document_ids, NEW.document_id); END IF;
	ELSIF TG_ARGV[0] = 'document' THEN document_ids := ARRAY[OLD.id];
	ELSIF TG_ARGV[0] = 'rapat' THEN rapat_ids := ARRAY[OLD.id];
	ELSIF TG_ARGV[0] = 'file' THEN
		IF TG_OP <> 'INSERT' AND OLD.subject_kind = 'rapat' THEN rapat_ids := array_append(rapat_ids, OLD.subject_id); END IF;
		IF TG_OP <> 'DELETE' AND NEW.subject_kind = 'rapat' THEN rapat_ids := array_append(rapat_ids, NEW.subject_id); END IF;
	ELSE
		IF TG_OP <> 'INSERT' THEN rapat_ids := array_append(rapat_ids, OLD.rapat_id); END IF;
		IF TG_OP <> 'DELETE' THEN rapat_ids := array_append(rapat_ids, NEW.rapat_id); END IF;
	END IF;
	IF TG_ARGV[0] = 'numbered' THEN
		numbers := '{}';
		IF TG_OP <> 'INSERT' THEN numbers := array_append(numbers, OLD.number); END IF;
		IF TG_OP <> 'DELETE' THEN numbers := array_append(numbers, NEW.number); END IF;
	END IF;
	IF document_ids IS NOT NULL THEN
		SELECT array_agg(id) INTO rapat_ids FROM rapat WHERE document_id = ANY (document_ids);
	END IF;
	-- What comes after the row waited for its document already, by the reference that is checked before.
	IF TG_WHEN = 'BEFORE' AND TG_ARGV[0] <> 'rapat' THEN
		PERFORM FROM rapat WHERE id = ANY (rapat_ids) ORDER BY id FOR KEY SHARE;
	END IF;
	IF EXISTS (SELECT FROM sealed_record WHERE rapat_id = ANY (rapat_ids) AND number = ANY (numbers)) THEN
		IF TG_OP <> 'UPDATE' OR to_jsonb(OLD) - TG_ARGV[1]::text[] <> to_jsonb(NEW) - TG_ARGV[1]::text[] THEN
			RAISE EXCEPTION '% of % is refused: it is sealed', TG_OP, TG_TABLE_NAME
				USING ERRCODE = 'insufficient_privilege';
		END IF;
	END IF;
	IF TG_OP = 'DELETE' THEN RETURN OLD; END IF;
	RETURN NEW;
END $$;--> statement-breakpoint
CREATE FUNCTION refuse_sealed_truncate() RETURNS trigger LANGUAGE plpgsql
SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
	IF EXISTS (SELECT FROM sealed_record) THEN
		RAISE EXCEPTION 'TRUNCATE of % is refused: something in it is sealed', TG_TABLE_NAME
			USING ERRCODE = 'insufficient_privilege';
	END IF;
	RETURN NULL;
END $$;--> statement-breakpoint
-- Freezes a further table. `key`: how its rows name their rapat (`rapat_id`, `document_id`; the others are of one table
-- each). `living`: columns that go on. `adding`: when adding is refused, if at all; `removing`: whether removing is.
CREATE FUNCTION freeze_table(name regclass, key text, living text[] DEFAULT '{}', adding text DEFAULT 'BEFORE',
	removing boolean DEFAULT true, changing text DEFAULT '') RETURNS void LANGUAGE plpgsql
SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
	IF adding IS NOT NULL THEN
		EXECUTE format('CREATE TRIGGER sealed_insert %s INSERT ON %s FOR EACH ROW EXECUTE FUNCTION refuse_sealed(%L, %L)',
			adding, name, key, living::text);
	END IF;
	EXECUTE format('CREATE TRIGGER sealed_update BEFORE UPDATE ON %s FOR EACH ROW %s EXECUTE FUNCTION refuse_sealed(%L, %L)',
		name, changing, key, living::text);
	EXECUTE format('ALTER TABLE %s ENABLE ALWAYS TRIGGER sealed_update', name);
	IF removing THEN
		EXECUTE format('CREATE TRIGGER sealed_delete BEFORE DELETE ON %s FOR EACH ROW EXECUTE FUNCTION refuse_sealed(%L, %L)',
			name, key, living::text);
		EXECUTE format('ALTER TABLE %s ENABLE ALWAYS TRIGGER sealed_delete', name);
	END IF;
	EXECUTE format('CREATE TRIGGER sealed_truncate BEFORE TRUNCATE ON %s EXECUTE FUNCTION refuse_sealed_truncate()', name);
	EXECUTE format('ALTER TABLE %s ENABLE ALWAYS TRIGGER sealed_truncate', name);
END $$;--> statement-breakpoint
SELECT freeze_table('rapat', 'rapat', adding => NULL);--> statement-breakpoint
SELECT freeze_table('rapat_opd', 'rapat_id');--> statement-breakpoint
SELECT freeze_table('rapat_guest', 'rapat_id');--> statement-breakpoint
SELECT freeze_table('agenda_item', 'rapat_id');--> statement-breakpoint
SELECT freeze_table('keputusan', 'rapat_id');--> statement-breakpoint
SELECT freeze_table('tindak_lanjut', 'rapat_id', living => '{status,finished_at,due}');--> statement-breakpoint
SELECT freeze_table('tindak_lanjut_answer', 'rapat_id');--> statement-breakpoint
-- Telephone numbers are no part of a record, and go when they are not needed.
SELECT freeze_table('attendance', 'rapat_id', living => '{phone}');--> statement-breakpoint
SELECT freeze_table('agenda_postponement', 'rapat_id');--> statement-breakpoint
SELECT freeze_table('carried_agenda', 'rapat_id');--> statement-breakpoint
SELECT freeze_table('carried_record', 'rapat_id');--> statement-breakpoint
SELECT freeze_table('notula_content', 'rapat_id');--> statement-breakpoint
SELECT freeze_table('notula_review', 'rapat_id');--> statement-breakpoint
SELECT freeze_table('notula_approval', 'numbered');--> statement-breakpoint
SELECT freeze_table('koreksi', 'numbered', adding => NULL);--> statement-breakpoint
-- Only what was removed before may lose its bytes: a check of the table sees to that.
SELECT freeze_table('file', 'file', living => '{purged_at}');--> statement-breakpoint
-- A sealed document is closed, so that edits of open ones are not asked about.
SELECT freeze_table('document', 'document', adding => NULL, changing => 'WHEN (OLD.state = ''closed'')');--> statement-breakpoint
SELECT freeze_table('document_log', 'document_id', adding => 'AFTER');--> statement-breakpoint
SELECT freeze_table('document_version', 'document_id');--> statement-breakpoint
-- A cache: it may go, but none may come to say what the log does not.
SELECT freeze_table('document_snapshot', 'document_id', removing => false);--> statement-breakpoint
-- Who wrote stays; a lease given later has written nothing.
SELECT freeze_table('document_lease', 'document_id', living => '{session_id,epoch,ended_at}', adding => NULL);--> statement-breakpoint
-- Reviews, approvals and records are only added to, whether anything is sealed or not.
CREATE TRIGGER notula_review_kept BEFORE UPDATE OR DELETE OR TRUNCATE ON notula_review
	FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();--> statement-breakpoint
ALTER TABLE notula_review ENABLE ALWAYS TRIGGER notula_review_kept;--> statement-breakpoint
CREATE TRIGGER notula_approval_kept BEFORE UPDATE OR DELETE OR TRUNCATE ON notula_approval
	FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();--> statement-breakpoint
ALTER TABLE notula_approval ENABLE ALWAYS TRIGGER notula_approval_kept;--> statement-breakpoint
CREATE TRIGGER sealed_record_kept BEFORE UPDATE OR DELETE OR TRUNCATE ON sealed_record
	FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();--> statement-breakpoint
ALTER TABLE sealed_record ENABLE ALWAYS TRIGGER sealed_record_kept;--> statement-breakpoint
-- Nothing is sealed but a ratified notula whose document takes nothing more, and a Koreksi of it in its turn.
CREATE FUNCTION require_ratified() RETURNS trigger LANGUAGE plpgsql
SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
	PERFORM FROM rapat WHERE id = NEW.rapat_id FOR UPDATE;
	PERFORM FROM document WHERE id = (SELECT document_id FROM rapat WHERE id = NEW.rapat_id) FOR UPDATE;
	IF NEW.number = 0 AND NOT EXISTS (
		SELECT FROM rapat r JOIN document d ON d.id = r.document_id
		WHERE r.id = NEW.rapat_id AND r.notula_state = 'disahkan' AND d.state = 'closed') THEN
		RAISE EXCEPTION 'not ratified' USING ERRCODE = 'check_violation';
	END IF;
	IF NEW.number > 0 AND NOT EXISTS (
		SELECT FROM sealed_record s JOIN koreksi k USING (rapat_id)
		WHERE rapat_id = NEW.rapat_id AND s.number = NEW.number - 1 AND k.number = NEW.number AND k.state = 'disahkan') THEN
		RAISE EXCEPTION 'not in its turn' USING ERRCODE = 'check_violation';
	END IF;
	RETURN NEW;
END $$;--> statement-breakpoint
CREATE TRIGGER sealed_record_in_turn BEFORE INSERT ON sealed_record
	FOR EACH ROW EXECUTE FUNCTION require_ratified();
