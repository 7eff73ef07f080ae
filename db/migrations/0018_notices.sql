CREATE TABLE "notices" (
	"newsroom_id" uuid NOT NULL,
	"article_id" uuid NOT NULL,
	"seq" integer NOT NULL,
	"user_id" uuid NOT NULL,
	"topic" text NOT NULL,
	"tag_id" uuid,
	"thread_id" uuid,
	"count" integer NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"read_at" timestamp with time zone,
	CONSTRAINT "notices_pkey" PRIMARY KEY("article_id","seq","user_id"),
	CONSTRAINT "notices_count_positive" CHECK ("notices"."count" > 0)
);
--> statement-breakpoint
ALTER TABLE "notices" ADD CONSTRAINT "notices_newsroom_id_newsrooms_id_fk" FOREIGN KEY ("newsroom_id") REFERENCES "public"."newsrooms"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "notices" ADD CONSTRAINT "notices_article_id_articles_id_fk" FOREIGN KEY ("article_id") REFERENCES "public"."articles"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "notices" ADD CONSTRAINT "notices_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "notices" ADD CONSTRAINT "notices_tag_id_tags_id_fk" FOREIGN KEY ("tag_id") REFERENCES "public"."tags"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "notices" ADD CONSTRAINT "notices_thread_id_threads_id_fk" FOREIGN KEY ("thread_id") REFERENCES "public"."threads"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "notices" ADD CONSTRAINT "notices_event_fkey" FOREIGN KEY ("article_id","seq") REFERENCES "public"."events"("log_id","seq") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "notices_newest_idx" ON "notices" USING btree ("user_id","at","article_id","seq");--> statement-breakpoint
CREATE INDEX "notices_unread_idx" ON "notices" USING btree ("user_id","at") WHERE "notices"."read_at" is null;