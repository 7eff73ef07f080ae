CREATE TABLE "articles" (
	"newsroom_id" uuid NOT NULL,
	"id" uuid PRIMARY KEY NOT NULL,
	"title" text,
	"title_ref" text NOT NULL,
	"title_removed_at" timestamp with time zone,
	"language" text NOT NULL,
	"direction" text NOT NULL,
	"source_url" text,
	"desk_id" uuid,
	"author_id" uuid NOT NULL,
	"restricted" boolean DEFAULT false NOT NULL,
	"state" text NOT NULL,
	"scheme_id" text NOT NULL,
	"scheme_version" integer NOT NULL,
	"revision" integer NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"updated_at" timestamp with time zone NOT NULL,
	"head_seq" integer NOT NULL,
	"head_hash" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "evidence_uses" (
	"newsroom_id" uuid NOT NULL,
	"tag_id" uuid NOT NULL,
	"evidence_id" uuid NOT NULL,
	"position" integer NOT NULL,
	CONSTRAINT "evidence_uses_pkey" PRIMARY KEY("tag_id","evidence_id")
);
--> statement-breakpoint
CREATE TABLE "revisions" (
	"newsroom_id" uuid NOT NULL,
	"article_id" uuid NOT NULL,
	"number" integer NOT NULL,
	"text" text NOT NULL,
	"text_ref" text NOT NULL,
	"digest" text,
	"blocks" jsonb NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	CONSTRAINT "revisions_pkey" PRIMARY KEY("article_id","number")
);
--> statement-breakpoint
CREATE TABLE "shares" (
	"newsroom_id" uuid NOT NULL,
	"article_id" uuid NOT NULL,
	"user_id" uuid NOT NULL,
	"kind" text NOT NULL,
	CONSTRAINT "shares_pkey" PRIMARY KEY("article_id","user_id")
);
--> statement-breakpoint
CREATE TABLE "tags" (
	"newsroom_id" uuid NOT NULL,
	"id" uuid PRIMARY KEY NOT NULL,
	"article_id" uuid NOT NULL,
	"type" text NOT NULL,
	"attributes" jsonb NOT NULL,
	"revision" integer NOT NULL,
	"start_offset" integer NOT NULL,
	"end_offset" integer NOT NULL,
	"exact" text NOT NULL,
	"prefix" text NOT NULL,
	"suffix" text NOT NULL,
	"note" jsonb,
	"state" text NOT NULL,
	"finding" text,
	"verdict_by" uuid,
	"verdict_at" timestamp with time zone,
	"verdict_note" jsonb,
	"approved_by" uuid,
	"approved_at" timestamp with time zone,
	"self_approved" boolean,
	"author_id" uuid NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"scheme_version" integer NOT NULL,
	"imported" jsonb,
	"answered" boolean NOT NULL,
	"touched" integer NOT NULL,
	CONSTRAINT "tags_bounds" CHECK ("tags"."start_offset" >= 0 and "tags"."start_offset" < "tags"."end_offset"),
	CONSTRAINT "tags_verdict_whole" CHECK (num_nulls("tags"."finding", "tags"."verdict_by", "tags"."verdict_at") in (0, 3)),
	CONSTRAINT "tags_approval_whole" CHECK (num_nulls("tags"."approved_by", "tags"."approved_at", "tags"."self_approved") in (0, 3)),
	CONSTRAINT "tags_checked_has_verdict" CHECK ("tags"."state" not in ('checked', 'approved') or "tags"."finding" is not null),
	CONSTRAINT "tags_approved_has_approval" CHECK ("tags"."state" <> 'approved' or "tags"."approved_by" is not null)
);
--> statement-breakpoint
CREATE TABLE "commands" (
	"actor_id" uuid NOT NULL,
	"command_id" uuid NOT NULL,
	"newsroom_id" uuid NOT NULL,
	"log_id" uuid NOT NULL,
	"request_hash" text NOT NULL,
	"first_seq" integer NOT NULL,
	"last_seq" integer NOT NULL,
	"at" timestamp with time zone NOT NULL,
	CONSTRAINT "commands_pkey" PRIMARY KEY("actor_id","command_id")
);
--> statement-breakpoint
CREATE TABLE "event_texts" (
	"log_id" uuid NOT NULL,
	"seq" integer NOT NULL,
	"path" text NOT NULL,
	"salt" text,
	"words" text,
	"removed_at" timestamp with time zone,
	CONSTRAINT "event_texts_pkey" PRIMARY KEY("log_id","seq","path")
);
--> statement-breakpoint
CREATE TABLE "events" (
	"newsroom_id" uuid NOT NULL,
	"log_id" uuid NOT NULL,
	"seq" integer NOT NULL,
	"type" text NOT NULL,
	"version" integer NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"actor_id" uuid NOT NULL,
	"role" text NOT NULL,
	"revision" text,
	"command_id" uuid NOT NULL,
	"undoes" integer,
	"body" jsonb NOT NULL,
	"hash" text NOT NULL,
	CONSTRAINT "events_pkey" PRIMARY KEY("log_id","seq"),
	CONSTRAINT "events_seq_positive" CHECK ("events"."seq" > 0)
);
--> statement-breakpoint
CREATE TABLE "desks" (
	"newsroom_id" uuid NOT NULL,
	"id" uuid PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"archived" boolean DEFAULT false NOT NULL
);
--> statement-breakpoint
CREATE TABLE "evidence" (
	"newsroom_id" uuid NOT NULL,
	"id" uuid PRIMARY KEY NOT NULL,
	"kind" text NOT NULL,
	"reference" jsonb NOT NULL,
	"locator" jsonb,
	"retrieved_at" timestamp with time zone,
	"note" jsonb,
	"added_by" uuid NOT NULL,
	"added_at" timestamp with time zone NOT NULL,
	"withdrawn_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "invitations" (
	"newsroom_id" uuid NOT NULL,
	"id" uuid PRIMARY KEY NOT NULL,
	"token_hash" text,
	"email" jsonb NOT NULL,
	"name" jsonb NOT NULL,
	"roles" text[] NOT NULL,
	"desks" uuid[],
	"expires_at" timestamp with time zone NOT NULL,
	"state" text NOT NULL,
	CONSTRAINT "invitations_token_key" UNIQUE("token_hash")
);
--> statement-breakpoint
CREATE TABLE "memberships" (
	"newsroom_id" uuid NOT NULL,
	"user_id" uuid NOT NULL,
	"roles" text[] NOT NULL,
	"desks" uuid[],
	"disabled" boolean DEFAULT false NOT NULL,
	CONSTRAINT "memberships_pkey" PRIMARY KEY("newsroom_id","user_id")
);
--> statement-breakpoint
CREATE TABLE "newsrooms" (
	"id" uuid PRIMARY KEY NOT NULL,
	"slug" text NOT NULL,
	"name" text NOT NULL,
	"desk_kind" text NOT NULL,
	"four_eyes" text NOT NULL,
	"head_seq" integer DEFAULT 0 NOT NULL,
	"head_hash" text DEFAULT '' NOT NULL,
	CONSTRAINT "newsrooms_slug_key" UNIQUE("slug")
);
--> statement-breakpoint
CREATE TABLE "schemes" (
	"newsroom_id" uuid NOT NULL,
	"id" text NOT NULL,
	"version" integer NOT NULL,
	"body" jsonb NOT NULL,
	CONSTRAINT "schemes_pkey" PRIMARY KEY("newsroom_id","id","version")
);
--> statement-breakpoint
CREATE TABLE "attempts" (
	"key" text PRIMARY KEY NOT NULL,
	"points" integer DEFAULT 0 NOT NULL,
	"expire" bigint
);
--> statement-breakpoint
CREATE TABLE "sessions" (
	"id" uuid PRIMARY KEY NOT NULL,
	"user_id" uuid NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"last_seen_at" timestamp with time zone NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"user_agent" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "users" (
	"id" uuid PRIMARY KEY NOT NULL,
	"email" text,
	"name" text NOT NULL,
	"password_hash" text,
	"is_demo" boolean DEFAULT false NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	CONSTRAINT "users_email_key" UNIQUE("email")
);
--> statement-breakpoint
ALTER TABLE "articles" ADD CONSTRAINT "articles_newsroom_id_newsrooms_id_fk" FOREIGN KEY ("newsroom_id") REFERENCES "public"."newsrooms"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "articles" ADD CONSTRAINT "articles_desk_id_desks_id_fk" FOREIGN KEY ("desk_id") REFERENCES "public"."desks"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "articles" ADD CONSTRAINT "articles_author_id_users_id_fk" FOREIGN KEY ("author_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "articles" ADD CONSTRAINT "articles_scheme_fkey" FOREIGN KEY ("newsroom_id","scheme_id","scheme_version") REFERENCES "public"."schemes"("newsroom_id","id","version") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "evidence_uses" ADD CONSTRAINT "evidence_uses_newsroom_id_newsrooms_id_fk" FOREIGN KEY ("newsroom_id") REFERENCES "public"."newsrooms"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "evidence_uses" ADD CONSTRAINT "evidence_uses_tag_id_tags_id_fk" FOREIGN KEY ("tag_id") REFERENCES "public"."tags"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "evidence_uses" ADD CONSTRAINT "evidence_uses_evidence_id_evidence_id_fk" FOREIGN KEY ("evidence_id") REFERENCES "public"."evidence"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "revisions" ADD CONSTRAINT "revisions_newsroom_id_newsrooms_id_fk" FOREIGN KEY ("newsroom_id") REFERENCES "public"."newsrooms"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "revisions" ADD CONSTRAINT "revisions_article_id_articles_id_fk" FOREIGN KEY ("article_id") REFERENCES "public"."articles"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "shares" ADD CONSTRAINT "shares_newsroom_id_newsrooms_id_fk" FOREIGN KEY ("newsroom_id") REFERENCES "public"."newsrooms"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "shares" ADD CONSTRAINT "shares_article_id_articles_id_fk" FOREIGN KEY ("article_id") REFERENCES "public"."articles"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "shares" ADD CONSTRAINT "shares_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "tags" ADD CONSTRAINT "tags_newsroom_id_newsrooms_id_fk" FOREIGN KEY ("newsroom_id") REFERENCES "public"."newsrooms"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "tags" ADD CONSTRAINT "tags_article_id_articles_id_fk" FOREIGN KEY ("article_id") REFERENCES "public"."articles"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "tags" ADD CONSTRAINT "tags_verdict_by_users_id_fk" FOREIGN KEY ("verdict_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "tags" ADD CONSTRAINT "tags_approved_by_users_id_fk" FOREIGN KEY ("approved_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "tags" ADD CONSTRAINT "tags_author_id_users_id_fk" FOREIGN KEY ("author_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "tags" ADD CONSTRAINT "tags_revision_fkey" FOREIGN KEY ("article_id","revision") REFERENCES "public"."revisions"("article_id","number") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "commands" ADD CONSTRAINT "commands_actor_id_users_id_fk" FOREIGN KEY ("actor_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "commands" ADD CONSTRAINT "commands_newsroom_id_newsrooms_id_fk" FOREIGN KEY ("newsroom_id") REFERENCES "public"."newsrooms"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "event_texts" ADD CONSTRAINT "event_texts_event_fkey" FOREIGN KEY ("log_id","seq") REFERENCES "public"."events"("log_id","seq") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "events" ADD CONSTRAINT "events_newsroom_id_newsrooms_id_fk" FOREIGN KEY ("newsroom_id") REFERENCES "public"."newsrooms"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "events" ADD CONSTRAINT "events_actor_id_users_id_fk" FOREIGN KEY ("actor_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "desks" ADD CONSTRAINT "desks_newsroom_id_newsrooms_id_fk" FOREIGN KEY ("newsroom_id") REFERENCES "public"."newsrooms"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "evidence" ADD CONSTRAINT "evidence_newsroom_id_newsrooms_id_fk" FOREIGN KEY ("newsroom_id") REFERENCES "public"."newsrooms"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "evidence" ADD CONSTRAINT "evidence_added_by_users_id_fk" FOREIGN KEY ("added_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "invitations" ADD CONSTRAINT "invitations_newsroom_id_newsrooms_id_fk" FOREIGN KEY ("newsroom_id") REFERENCES "public"."newsrooms"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "memberships" ADD CONSTRAINT "memberships_newsroom_id_newsrooms_id_fk" FOREIGN KEY ("newsroom_id") REFERENCES "public"."newsrooms"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "memberships" ADD CONSTRAINT "memberships_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "schemes" ADD CONSTRAINT "schemes_newsroom_id_newsrooms_id_fk" FOREIGN KEY ("newsroom_id") REFERENCES "public"."newsrooms"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sessions" ADD CONSTRAINT "sessions_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "articles_recent_idx" ON "articles" USING btree ("newsroom_id","state","updated_at" DESC NULLS LAST,"id" DESC NULLS LAST);--> statement-breakpoint
CREATE INDEX "articles_author_idx" ON "articles" USING btree ("newsroom_id","author_id");--> statement-breakpoint
CREATE INDEX "articles_title_idx" ON "articles" USING gin (to_tsvector('simple', coalesce("title", '')));--> statement-breakpoint
CREATE INDEX "evidence_uses_evidence_idx" ON "evidence_uses" USING btree ("evidence_id");--> statement-breakpoint
CREATE INDEX "shares_user_idx" ON "shares" USING btree ("user_id","newsroom_id");--> statement-breakpoint
CREATE INDEX "tags_article_idx" ON "tags" USING btree ("article_id","start_offset","end_offset");--> statement-breakpoint
CREATE INDEX "tags_newsroom_idx" ON "tags" USING btree ("newsroom_id","state","type");--> statement-breakpoint
CREATE INDEX "events_command_idx" ON "events" USING btree ("log_id","command_id");--> statement-breakpoint
CREATE INDEX "events_newsroom_idx" ON "events" USING btree ("newsroom_id","at");--> statement-breakpoint
CREATE INDEX "desks_newsroom_idx" ON "desks" USING btree ("newsroom_id","name");--> statement-breakpoint
CREATE INDEX "evidence_newsroom_idx" ON "evidence" USING btree ("newsroom_id","added_at" DESC NULLS LAST,"id");--> statement-breakpoint
CREATE INDEX "invitations_newsroom_idx" ON "invitations" USING btree ("newsroom_id","state");--> statement-breakpoint
CREATE INDEX "memberships_user_idx" ON "memberships" USING btree ("user_id");--> statement-breakpoint
CREATE INDEX "sessions_user_idx" ON "sessions" USING btree ("user_id");