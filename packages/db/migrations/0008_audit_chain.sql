CREATE TABLE "audit_link" (
	"number" bigint PRIMARY KEY NOT NULL,
	"entry_id" uuid NOT NULL,
	"hash" "bytea" NOT NULL,
	CONSTRAINT "audit_link_entry_id_unique" UNIQUE("entry_id")
);
--> statement-breakpoint
CREATE TABLE "audit_signature" (
	"seq" integer PRIMARY KEY NOT NULL,
	"number" bigint NOT NULL,
	"hash" "bytea" NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	"key_id" text NOT NULL,
	"signature" "bytea" NOT NULL
);
--> statement-breakpoint
ALTER TABLE "audit_link" ADD CONSTRAINT "audit_link_entry_id_audit_entry_id_fk" FOREIGN KEY ("entry_id") REFERENCES "public"."audit_entry"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "audit_entry_action" ON "audit_entry" USING btree ("action","at");--> statement-breakpoint
CREATE INDEX "audit_entry_at" ON "audit_entry" USING btree ("at");--> statement-breakpoint
-- The chain of the audit (docs/decisions/0010). Invariants:
-- 1. Entries, links and signatures are only added: whoever would change or remove one has to take a trigger away first,
--    and the role of the apps cannot.
-- 2. An entry is linked when its transaction commits, by the last lock that it takes: nobody who holds it waits for
--    anybody, so it can close no circle, and it is held for one insert and the commit.
-- 3. Links are written by the owner's function alone; the role of the apps may not even insert one.
-- The encoding is written down, and computed a second time, in packages/services/src/records/audit-chain.ts.
CREATE FUNCTION audit_field(value text) RETURNS bytea LANGUAGE sql IMMUTABLE AS $$
	SELECT CASE WHEN value IS NULL THEN '\x00'::bytea
		ELSE '\x01'::bytea || int4send(octet_length(convert_to(value, 'UTF8'))) || convert_to(value, 'UTF8') END
$$;--> statement-breakpoint
CREATE FUNCTION audit_digest(entry audit_entry) RETURNS bytea LANGUAGE sql STABLE
SET search_path = pg_catalog, public, pg_temp AS $$
	SELECT sha256(audit_field('mufakat-audit-1') || audit_field(entry.id::text)
		|| audit_field((extract(epoch FROM entry.at) * 1000)::bigint::text) || audit_field(entry.actor_id::text)
		|| audit_field(entry.action) || audit_field(entry.rapat_id::text) || audit_field(entry.subject_id)
		|| audit_field(entry.details::text))
$$;--> statement-breakpoint
CREATE FUNCTION audit_append(entry audit_entry) RETURNS void LANGUAGE plpgsql
SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
	last audit_link;
BEGIN
	SELECT * INTO last FROM audit_link ORDER BY number DESC LIMIT 1;
	INSERT INTO audit_link (number, entry_id, hash) VALUES (
		coalesce(last.number, 0) + 1,
		entry.id,
		sha256(coalesce(last.hash, decode(repeat('00', 32), 'hex')) || int8send(coalesce(last.number, 0) + 1)
			|| audit_digest(entry))
	);
END $$;--> statement-breakpoint
CREATE FUNCTION link_audit_entry() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
	PERFORM pg_advisory_xact_lock(7250812);
	PERFORM audit_append(NEW);
	RETURN NULL;
END $$;--> statement-breakpoint
CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
	RAISE EXCEPTION '% of % is refused: it is only added to', TG_OP, TG_TABLE_NAME USING ERRCODE = 'insufficient_privilege';
END $$;--> statement-breakpoint
-- What was written before there was a chain, by its time.
DO $$
DECLARE
	entry audit_entry;
BEGIN
	FOR entry IN SELECT * FROM audit_entry ORDER BY at, id LOOP
		PERFORM audit_append(entry);
	END LOOP;
END $$;--> statement-breakpoint
CREATE CONSTRAINT TRIGGER audit_entry_linked AFTER INSERT ON audit_entry DEFERRABLE INITIALLY DEFERRED
	FOR EACH ROW EXECUTE FUNCTION link_audit_entry();--> statement-breakpoint
CREATE TRIGGER audit_entry_kept BEFORE UPDATE OR DELETE OR TRUNCATE ON audit_entry
	FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();--> statement-breakpoint
ALTER TABLE audit_entry ENABLE ALWAYS TRIGGER audit_entry_kept;--> statement-breakpoint
CREATE TRIGGER audit_link_kept BEFORE UPDATE OR DELETE OR TRUNCATE ON audit_link
	FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();--> statement-breakpoint
ALTER TABLE audit_link ENABLE ALWAYS TRIGGER audit_link_kept;--> statement-breakpoint
CREATE TRIGGER audit_signature_kept BEFORE UPDATE OR DELETE OR TRUNCATE ON audit_signature
	FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();--> statement-breakpoint
ALTER TABLE audit_signature ENABLE ALWAYS TRIGGER audit_signature_kept;
