ALTER TABLE "articles" ADD COLUMN "life" jsonb DEFAULT '{"before":null,"signatures":[],"publications":[],"debts":[],"correcting":null,"reason":null}'::jsonb NOT NULL;--> statement-breakpoint
ALTER TABLE "articles" ADD COLUMN "deadline" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "tags" ADD COLUMN "waiver" jsonb;--> statement-breakpoint
ALTER TABLE "tags" ADD COLUMN "identity" jsonb;--> statement-breakpoint
ALTER TABLE "desks" ADD COLUMN "rules" jsonb;--> statement-breakpoint
ALTER TABLE "newsrooms" ADD COLUMN "rules" jsonb DEFAULT '{"gate":{},"copyEditorsPublish":false}'::jsonb NOT NULL;--> statement-breakpoint
CREATE INDEX "articles_current_idx" ON "articles" USING btree ("newsroom_id","updated_at" DESC NULLS LAST,"id" DESC NULLS LAST) WHERE "articles"."state" not in ('archived', 'spiked');--> statement-breakpoint
CREATE INDEX "articles_deadline_idx" ON "articles" USING btree ("newsroom_id","deadline","id") WHERE "articles"."deadline" is not null;