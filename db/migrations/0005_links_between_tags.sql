CREATE TABLE "links" (
	"newsroom_id" uuid NOT NULL,
	"tag_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"target_id" uuid NOT NULL,
	"position" integer NOT NULL,
	CONSTRAINT "links_pkey" PRIMARY KEY("tag_id","kind","target_id"),
	CONSTRAINT "links_two_ends" CHECK ("links"."tag_id" <> "links"."target_id")
);
--> statement-breakpoint
ALTER TABLE "links" ADD CONSTRAINT "links_newsroom_id_newsrooms_id_fk" FOREIGN KEY ("newsroom_id") REFERENCES "public"."newsrooms"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "links" ADD CONSTRAINT "links_tag_id_tags_id_fk" FOREIGN KEY ("tag_id") REFERENCES "public"."tags"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "links" ADD CONSTRAINT "links_target_id_tags_id_fk" FOREIGN KEY ("target_id") REFERENCES "public"."tags"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "links_target_idx" ON "links" USING btree ("target_id");