-- The bell of access: whoever holds open sockets hears within the same moment what may change a permission. Triggers
-- ring it, so that no use-case can forget to. Channel and payload: src/queries/bell.ts. Never on columns that change
-- while people write or merely read (session.last_seen_at, document.head_seq): NOTIFY serialises commits.
CREATE FUNCTION ring_access(subject text, id uuid) RETURNS void LANGUAGE sql AS $$
	SELECT pg_notify('mufakat_access', subject || ' ' || id) WHERE id IS NOT NULL
$$;--> statement-breakpoint
CREATE FUNCTION ring_session() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
	PERFORM ring_access('session', OLD.id);
	RETURN NULL;
END $$;--> statement-breakpoint
CREATE TRIGGER session_ended AFTER UPDATE OF ended_at, expires_at ON session FOR EACH ROW
	WHEN (OLD.ended_at IS DISTINCT FROM NEW.ended_at OR OLD.expires_at <> NEW.expires_at)
	EXECUTE FUNCTION ring_session();--> statement-breakpoint
CREATE TRIGGER session_deleted AFTER DELETE ON session FOR EACH ROW
	WHEN (OLD.ended_at IS NULL AND OLD.expires_at > now())
	EXECUTE FUNCTION ring_session();--> statement-breakpoint
CREATE FUNCTION ring_person() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
	PERFORM ring_access('person', NEW.id);
	RETURN NULL;
END $$;--> statement-breakpoint
CREATE TRIGGER person_changed AFTER UPDATE OF active, role ON person FOR EACH ROW
	WHEN (OLD.active <> NEW.active OR OLD.role <> NEW.role)
	EXECUTE FUNCTION ring_person();--> statement-breakpoint
CREATE FUNCTION ring_holding() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
	IF TG_OP <> 'INSERT' THEN PERFORM ring_access('person', OLD.person_id); END IF;
	IF TG_OP <> 'DELETE' THEN PERFORM ring_access('person', NEW.person_id); END IF;
	RETURN NULL;
END $$;--> statement-breakpoint
CREATE TRIGGER holding_changed AFTER INSERT OR UPDATE OR DELETE ON jabatan_holding FOR EACH ROW
	EXECUTE FUNCTION ring_holding();--> statement-breakpoint
CREATE FUNCTION ring_holders() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
	PERFORM ring_access('person', person_id) FROM jabatan_holding WHERE jabatan_id = NEW.id;
	RETURN NULL;
END $$;--> statement-breakpoint
CREATE TRIGGER jabatan_moved AFTER UPDATE OF opd_id ON jabatan FOR EACH ROW
	WHEN (OLD.opd_id <> NEW.opd_id)
	EXECUTE FUNCTION ring_holders();--> statement-breakpoint
CREATE FUNCTION ring_rapat() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
	PERFORM ring_access('document', NEW.document_id);
	RETURN NULL;
END $$;--> statement-breakpoint
CREATE TRIGGER rapat_changed AFTER UPDATE OF status, notula_state, chair_id, notulis_id ON rapat FOR EACH ROW
	WHEN (OLD.status <> NEW.status OR OLD.notula_state <> NEW.notula_state
		OR OLD.chair_id IS DISTINCT FROM NEW.chair_id OR OLD.notulis_id IS DISTINCT FROM NEW.notulis_id)
	EXECUTE FUNCTION ring_rapat();--> statement-breakpoint
CREATE FUNCTION ring_invitation() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
	PERFORM ring_access('document', document_id) FROM rapat
	WHERE id = CASE TG_OP WHEN 'DELETE' THEN OLD.rapat_id ELSE NEW.rapat_id END;
	RETURN NULL;
END $$;--> statement-breakpoint
CREATE TRIGGER opd_invited AFTER INSERT OR UPDATE OR DELETE ON rapat_opd FOR EACH ROW
	EXECUTE FUNCTION ring_invitation();--> statement-breakpoint
CREATE TRIGGER guest_invited AFTER INSERT OR UPDATE OR DELETE ON rapat_guest FOR EACH ROW
	EXECUTE FUNCTION ring_invitation();--> statement-breakpoint
CREATE FUNCTION ring_document() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
	PERFORM ring_access('document', NEW.id);
	RETURN NULL;
END $$;--> statement-breakpoint
CREATE TRIGGER document_closed AFTER UPDATE OF state, lineage ON document FOR EACH ROW
	WHEN (OLD.state <> NEW.state OR OLD.lineage <> NEW.lineage)
	EXECUTE FUNCTION ring_document();
