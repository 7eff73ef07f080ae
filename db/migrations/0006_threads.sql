CREATE TABLE "comments" (
	"newsroom_id" uuid NOT NULL,
	"id" uuid PRIMARY KEY NOT NULL,
	"thread_id" uuid NOT NULL,
	"position" integer NOT NULL,
	"words" jsonb NOT NULL,
	"author_id" uuid NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"edited_at" timestamp with time zone,
	"imported" jsonb
);
--> statement-breakpoint
CREATE TABLE "threads" (
	"newsroom_id" uuid NOT NULL,
	"id" uuid PRIMARY KEY NOT NULL,
	"article_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"tag_id" uuid,
	"revision" integer,
	"start_offset" integer,
	"end_offset" integer,
	"exact" text,
	"prefix" text,
	"suffix" text,
	"blocking" boolean NOT NULL,
	"addressee_id" uuid,
	"addressee_role" text,
	"due_at" timestamp with time zone,
	"state" text NOT NULL,
	"resolved_by" uuid,
	"resolved_at" timestamp with time zone,
	"author_id" uuid NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"answered" boolean NOT NULL,
	"touched" integer NOT NULL,
	"imported" jsonb,
	CONSTRAINT "threads_bounds" CHECK ("threads"."start_offset" >= 0 and "threads"."start_offset" < "threads"."end_offset"),
	CONSTRAINT "threads_anchor_whole" CHECK (num_nulls("threads"."revision", "threads"."start_offset", "threads"."end_offset", "threads"."exact", "threads"."prefix", "threads"."suffix") in (0, 6)),
	CONSTRAINT "threads_tag_has_anchor" CHECK ("threads"."tag_id" is null or "threads"."revision" is not null),
	CONSTRAINT "threads_query_is_addressed" CHECK (num_nonnulls("threads"."addressee_id", "threads"."addressee_role") = case "threads"."kind" when 'query' then 1 else 0 end),
	CONSTRAINT "threads_query_is_due" CHECK ("threads"."due_at" is null or "threads"."kind" = 'query'),
	CONSTRAINT "threads_resolution_whole" CHECK (num_nonnulls("threads"."resolved_by", "threads"."resolved_at") = case "threads"."state" when 'resolved' then 2 else 0 end)
);
--> statement-breakpoint
ALTER TABLE "comments" ADD CONSTRAINT "comments_newsroom_id_newsrooms_id_fk" FOREIGN KEY ("newsroom_id") REFERENCES "public"."newsrooms"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "comments" ADD CONSTRAINT "comments_thread_id_threads_id_fk" FOREIGN KEY ("thread_id") REFERENCES "public"."threads"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "comments" ADD CONSTRAINT "comments_author_id_users_id_fk" FOREIGN KEY ("author_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "threads" ADD CONSTRAINT "threads_newsroom_id_newsrooms_id_fk" FOREIGN KEY ("newsroom_id") REFERENCES "public"."newsrooms"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "threads" ADD CONSTRAINT "threads_article_id_articles_id_fk" FOREIGN KEY ("article_id") REFERENCES "public"."articles"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "threads" ADD CONSTRAINT "threads_tag_id_tags_id_fk" FOREIGN KEY ("tag_id") REFERENCES "public"."tags"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "threads" ADD CONSTRAINT "threads_addressee_id_users_id_fk" FOREIGN KEY ("addressee_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "threads" ADD CONSTRAINT "threads_resolved_by_users_id_fk" FOREIGN KEY ("resolved_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "threads" ADD CONSTRAINT "threads_author_id_users_id_fk" FOREIGN KEY ("author_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "threads" ADD CONSTRAINT "threads_revision_fkey" FOREIGN KEY ("article_id","revision") REFERENCES "public"."revisions"("article_id","number") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "comments_thread_idx" ON "comments" USING btree ("thread_id","position");--> statement-breakpoint
CREATE INDEX "threads_article_idx" ON "threads" USING btree ("newsroom_id","article_id");--> statement-breakpoint
CREATE INDEX "threads_tag_idx" ON "threads" USING btree ("tag_id");--> statement-breakpoint
CREATE INDEX "threads_waiting_idx" ON "threads" USING btree ("newsroom_id","due_at","created_at","id") WHERE "threads"."kind" = 'query' and "threads"."state" = 'open';