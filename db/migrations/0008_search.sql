-- What a search finds words by. One vector holds a million bytes; of a text that needs more, it takes the first words
-- that fit, where to_tsvector would refuse the row. The cost keeps the planner from asking it row by row.
CREATE FUNCTION searchable(words text) RETURNS tsvector LANGUAGE plpgsql IMMUTABLE COST 1000 AS $$
DECLARE
  size integer := length(words);
BEGIN
  LOOP
    BEGIN
      RETURN to_tsvector('pg_catalog.simple', left(words, size));
    EXCEPTION WHEN program_limit_exceeded THEN
      size := size / 2;
    END;
  END LOOP;
END $$;
--> statement-breakpoint
CREATE INDEX "revisions_words_idx" ON "revisions" USING gin (searchable("text"));--> statement-breakpoint
CREATE INDEX "revisions_recent_idx" ON "revisions" USING btree ("newsroom_id","created_at" DESC NULLS LAST,"article_id" DESC NULLS LAST);--> statement-breakpoint
CREATE INDEX "tags_words_idx" ON "tags" USING gin (searchable(("exact" || ' ' || coalesce("note" ->> 'words', '') || ' ' || coalesce("verdict_note" ->> 'words', '') || ' ' || jsonb_path_query_array("attributes", '$.*.words ? (@ != null)')::text)));--> statement-breakpoint
CREATE INDEX "tags_recent_idx" ON "tags" USING btree ("newsroom_id","created_at" DESC NULLS LAST,"id" DESC NULLS LAST);--> statement-breakpoint
CREATE INDEX "comments_words_idx" ON "comments" USING gin (searchable(coalesce("words" ->> 'words', '')));--> statement-breakpoint
CREATE INDEX "comments_recent_idx" ON "comments" USING btree ("newsroom_id","created_at" DESC NULLS LAST,"id" DESC NULLS LAST);