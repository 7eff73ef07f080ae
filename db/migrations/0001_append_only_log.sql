-- The log says what happened; nobody, and no code, takes that back.
CREATE FUNCTION refuse_log_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'The log is append-only: % of % is refused.', lower(TG_OP), TG_TABLE_NAME
    USING ERRCODE = 'restrict_violation';
END $$;
--> statement-breakpoint
CREATE TRIGGER events_append_only BEFORE UPDATE OR DELETE ON events
  FOR EACH ROW EXECUTE FUNCTION refuse_log_change();
--> statement-breakpoint
CREATE TRIGGER events_no_truncate BEFORE TRUNCATE ON events
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_log_change();
--> statement-breakpoint
-- Words may be removed, which takes their salt too; they may not be rewritten. Of a revision's text a passage
-- is blotted out character for character, so that every offset still holds.
CREATE FUNCTION refuse_text_rewrite() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'UPDATE'
    AND (NEW.log_id, NEW.seq, NEW.path) = (OLD.log_id, OLD.seq, OLD.path)
    AND NEW.salt IS NULL AND NEW.removed_at IS NOT NULL
    AND (NEW.words IS NULL OR (OLD.words IS NOT NULL AND length(NEW.words) >= length(OLD.words)
      AND regexp_replace(NEW.words, '[^█]', '', 'g') <> ''))
  THEN
    RETURN NEW;
  END IF;
  RAISE EXCEPTION 'The words of the log can be removed, not changed.' USING ERRCODE = 'restrict_violation';
END $$;
--> statement-breakpoint
CREATE TRIGGER event_texts_removal_only BEFORE UPDATE OR DELETE ON event_texts
  FOR EACH ROW EXECUTE FUNCTION refuse_text_rewrite();
--> statement-breakpoint
CREATE TRIGGER event_texts_no_truncate BEFORE TRUNCATE ON event_texts
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_log_change();
--> statement-breakpoint
-- Galley itself, where no person acts.
INSERT INTO users (id, email, name, password_hash, created_at)
  VALUES ('00000000-0000-4000-8000-000000000000', NULL, 'Galley', NULL, '2026-01-01T00:00:00Z');
