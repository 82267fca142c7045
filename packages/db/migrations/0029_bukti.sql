CREATE TABLE "card_comment" (
	"id" uuid PRIMARY KEY NOT NULL,
	"card_id" uuid NOT NULL,
	"author_id" uuid NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	"body" text NOT NULL,
	"mentions" jsonb DEFAULT '[]'::jsonb NOT NULL,
	"edited_at" timestamp (3) with time zone,
	"removed_at" timestamp (3) with time zone,
	"settled_by" uuid,
	"settled_at" timestamp (3) with time zone,
	CONSTRAINT "card_comment_body" CHECK ((removed_at is null) = (btrim(body) <> '')),
	CONSTRAINT "card_comment_settled" CHECK ((settled_at is null) = (settled_by is null))
);
--> statement-breakpoint
ALTER TABLE "card_evidence" DROP CONSTRAINT "card_evidence_state";--> statement-breakpoint
ALTER TABLE "file" DROP CONSTRAINT "file_subject_kind";--> statement-breakpoint
ALTER TABLE "file_upload" DROP CONSTRAINT "file_upload_subject_kind";--> statement-breakpoint
ALTER TABLE "file_upload" ADD COLUMN "about" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "card_comment" ADD CONSTRAINT "card_comment_card_id_card_id_fk" FOREIGN KEY ("card_id") REFERENCES "public"."card"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "card_comment" ADD CONSTRAINT "card_comment_author_id_person_id_fk" FOREIGN KEY ("author_id") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "card_comment" ADD CONSTRAINT "card_comment_settled_by_person_id_fk" FOREIGN KEY ("settled_by") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "card_comment_card" ON "card_comment" USING btree ("card_id","at");--> statement-breakpoint
CREATE INDEX "card_comment_author" ON "card_comment" USING btree ("author_id");--> statement-breakpoint
CREATE INDEX "card_comment_settler" ON "card_comment" USING btree ("settled_by");--> statement-breakpoint
ALTER TABLE "card_evidence" ADD CONSTRAINT "card_evidence_state" CHECK (state in ('diajukan', 'diterima', 'dikembalikan', 'ditarik'));--> statement-breakpoint
ALTER TABLE "file" ADD CONSTRAINT "file_subject_kind" CHECK (subject_kind in ('rapat', 'kartu'));--> statement-breakpoint
ALTER TABLE "file_upload" ADD CONSTRAINT "file_upload_subject_kind" CHECK (subject_kind in ('rapat', 'kartu'));