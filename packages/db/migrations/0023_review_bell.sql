-- How far a notula is on its way to being ratified shows at once to whoever has its rapat open: submitted, sent back,
-- taken back, approved, ratified, and every step of a Koreksi. An edit that voids an approval comes with the text itself.
CREATE TRIGGER notula_reviewed AFTER INSERT ON notula_review FOR EACH ROW EXECUTE FUNCTION ring_remark();--> statement-breakpoint
CREATE TRIGGER notula_approved AFTER INSERT ON notula_approval FOR EACH ROW EXECUTE FUNCTION ring_remark();--> statement-breakpoint
CREATE TRIGGER koreksi_changed AFTER INSERT OR UPDATE ON koreksi FOR EACH ROW EXECUTE FUNCTION ring_remark();--> statement-breakpoint
-- And so do the rapat's own state and officers, also to those whose rights stay as they were.
CREATE FUNCTION ring_noted_rapat() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
	PERFORM ring_noted(NEW.id);
	RETURN NULL;
END $$;--> statement-breakpoint
CREATE TRIGGER rapat_noted AFTER UPDATE OF status, notula_state, chair_id, notulis_id ON rapat FOR EACH ROW
	WHEN (OLD.status <> NEW.status OR OLD.notula_state <> NEW.notula_state
		OR OLD.chair_id IS DISTINCT FROM NEW.chair_id OR OLD.notulis_id IS DISTINCT FROM NEW.notulis_id)
	EXECUTE FUNCTION ring_noted_rapat();
