CREATE TABLE "evidence_file_parts" (
	"file_id" uuid NOT NULL,
	"number" integer NOT NULL,
	"content" "bytea" NOT NULL,
	CONSTRAINT "evidence_file_parts_pkey" PRIMARY KEY("file_id","number")
);
--> statement-breakpoint
CREATE TABLE "evidence_files" (
	"newsroom_id" uuid NOT NULL,
	"id" uuid PRIMARY KEY NOT NULL,
	"sha256" text,
	"begun_at" timestamp with time zone NOT NULL,
	CONSTRAINT "evidence_files_hash_key" UNIQUE("newsroom_id","sha256")
);
--> statement-breakpoint
ALTER TABLE "evidence" ADD COLUMN "file_sha256" text;--> statement-breakpoint
ALTER TABLE "evidence" ADD COLUMN "file_bytes" integer;--> statement-breakpoint
ALTER TABLE "evidence" ADD COLUMN "file_media_type" text;--> statement-breakpoint
ALTER TABLE "evidence" ADD COLUMN "file_name" jsonb;--> statement-breakpoint
ALTER TABLE "evidence" ADD COLUMN "file_by" uuid;--> statement-breakpoint
ALTER TABLE "evidence" ADD COLUMN "file_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "evidence" ADD COLUMN "file_removed_by" uuid;--> statement-breakpoint
ALTER TABLE "evidence" ADD COLUMN "file_removed_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "evidence" ADD COLUMN "file_removed_reason" jsonb;--> statement-breakpoint
ALTER TABLE "evidence" ADD COLUMN "held_sha256" text GENERATED ALWAYS AS (case when "file_removed_at" is null then "file_sha256" end) STORED;--> statement-breakpoint
ALTER TABLE "evidence_file_parts" ADD CONSTRAINT "evidence_file_parts_file_id_evidence_files_id_fk" FOREIGN KEY ("file_id") REFERENCES "public"."evidence_files"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "evidence_files" ADD CONSTRAINT "evidence_files_newsroom_id_newsrooms_id_fk" FOREIGN KEY ("newsroom_id") REFERENCES "public"."newsrooms"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "evidence_files_newsroom_idx" ON "evidence_files" USING btree ("newsroom_id","begun_at");--> statement-breakpoint
ALTER TABLE "evidence" ADD CONSTRAINT "evidence_file_by_users_id_fk" FOREIGN KEY ("file_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "evidence" ADD CONSTRAINT "evidence_file_removed_by_users_id_fk" FOREIGN KEY ("file_removed_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "evidence" ADD CONSTRAINT "evidence_file_fkey" FOREIGN KEY ("newsroom_id","held_sha256") REFERENCES "public"."evidence_files"("newsroom_id","sha256") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "evidence_added_by_idx" ON "evidence" USING btree ("newsroom_id","added_by","added_at" DESC NULLS LAST,"id" DESC NULLS LAST);--> statement-breakpoint
CREATE INDEX "evidence_file_idx" ON "evidence" USING btree ("newsroom_id","held_sha256");--> statement-breakpoint
ALTER TABLE "evidence" ADD CONSTRAINT "evidence_file_whole" CHECK (num_nulls("evidence"."file_sha256", "evidence"."file_bytes", "evidence"."file_media_type", "evidence"."file_name", "evidence"."file_by", "evidence"."file_at") in (0, 6));--> statement-breakpoint
ALTER TABLE "evidence" ADD CONSTRAINT "evidence_file_removal_whole" CHECK (num_nulls("evidence"."file_removed_by", "evidence"."file_removed_at", "evidence"."file_removed_reason") in (0, 3));--> statement-breakpoint
-- Most files are compressed already: trying it again costs time and gains nothing.
ALTER TABLE "evidence_file_parts" ALTER COLUMN "content" SET STORAGE EXTERNAL;
