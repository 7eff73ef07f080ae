DROP INDEX "evidence_newsroom_idx";--> statement-breakpoint
ALTER TABLE "invitations" ALTER COLUMN "email" DROP NOT NULL;--> statement-breakpoint
ALTER TABLE "invitations" ALTER COLUMN "name" DROP NOT NULL;--> statement-breakpoint
ALTER TABLE "evidence" ADD COLUMN "withdrawn_by" uuid;--> statement-breakpoint
ALTER TABLE "evidence" ADD COLUMN "withdrawn_reason" jsonb;--> statement-breakpoint
ALTER TABLE "invitations" ADD COLUMN "renews_id" uuid;--> statement-breakpoint
ALTER TABLE "evidence" ADD CONSTRAINT "evidence_withdrawn_by_users_id_fk" FOREIGN KEY ("withdrawn_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "invitations" ADD CONSTRAINT "invitations_renews_id_users_id_fk" FOREIGN KEY ("renews_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "evidence_newsroom_idx" ON "evidence" USING btree ("newsroom_id","added_at" DESC NULLS LAST,"id" DESC NULLS LAST);--> statement-breakpoint
ALTER TABLE "evidence" ADD CONSTRAINT "evidence_withdrawal_whole" CHECK (num_nulls("evidence"."withdrawn_by", "evidence"."withdrawn_at", "evidence"."withdrawn_reason") in (0, 3));