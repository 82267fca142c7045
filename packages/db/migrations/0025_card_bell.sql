-- Whoever has a notula open hears that the work it decided has gone on, and asks for it anew.
CREATE FUNCTION ring_card() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
	PERFORM ring_noted(NEW.rapat_id);
	RETURN NULL;
END $$;--> statement-breakpoint
CREATE TRIGGER card_begun AFTER INSERT ON card FOR EACH ROW
	WHEN (NEW.rapat_id IS NOT NULL) EXECUTE FUNCTION ring_card();--> statement-breakpoint
CREATE TRIGGER card_went_on AFTER UPDATE OF status, progress, due, removed_at ON card FOR EACH ROW
	WHEN (NEW.rapat_id IS NOT NULL AND (OLD.status, OLD.progress, OLD.due, OLD.removed_at)
		IS DISTINCT FROM (NEW.status, NEW.progress, NEW.due, NEW.removed_at))
	EXECUTE FUNCTION ring_card();
