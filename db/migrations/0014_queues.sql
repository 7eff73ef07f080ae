ALTER TABLE "articles" ADD COLUMN "debt_due" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "tags" ADD COLUMN "assignee_id" uuid;--> statement-breakpoint
ALTER TABLE "tags" ADD CONSTRAINT "tags_assignee_id_users_id_fk" FOREIGN KEY ("assignee_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
UPDATE "articles" SET "debt_due" = (SELECT min(to_timestamp((debt->>'due')::double precision / 1000)) FROM jsonb_array_elements("life"->'debts') AS debt WHERE debt->>'settledAt' IS NULL) WHERE "life"->'debts' <> '[]'::jsonb;--> statement-breakpoint
CREATE INDEX "articles_work_idx" ON "articles" USING btree ("newsroom_id",coalesce("articles"."deadline", 'infinity'::timestamptz),"id") WHERE "articles"."state" in ('draft', 'in-review', 'ready', 'correcting');--> statement-breakpoint
CREATE INDEX "articles_debts_idx" ON "articles" USING btree ("newsroom_id","debt_due","id") WHERE "articles"."debt_due" is not null;--> statement-breakpoint
CREATE INDEX "tags_assignee_idx" ON "tags" USING btree ("newsroom_id","assignee_id") WHERE "tags"."assignee_id" is not null and "tags"."state" in ('open', 'checked', 'stale');--> statement-breakpoint
CREATE INDEX "tags_stale_idx" ON "tags" USING btree ("newsroom_id","article_id") WHERE "tags"."state" = 'stale';