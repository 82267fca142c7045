CREATE TABLE "card_activity" (
	"id" uuid PRIMARY KEY NOT NULL,
	"card_id" uuid NOT NULL,
	"revision" bigint NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	"person_id" uuid,
	"kind" text NOT NULL,
	"details" jsonb NOT NULL,
	"reason" text DEFAULT '' NOT NULL,
	CONSTRAINT "card_activity_kind" CHECK (kind in ('added', 'decided', 'reworded', 'ratified', 'removed', 'restored', 'status', 'evidence', 'judged', 'edited', 'postponed', 'handed-over', 'subtask', 'supporters', 'comment', 'repeat', 'repeated', 'kept-open'))
);
--> statement-breakpoint
ALTER TABLE "card_activity" ADD CONSTRAINT "card_activity_card_id_card_id_fk" FOREIGN KEY ("card_id") REFERENCES "public"."card"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "card_activity" ADD CONSTRAINT "card_activity_person_id_person_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "card_activity_revision" ON "card_activity" USING btree ("revision");--> statement-breakpoint
CREATE INDEX "card_activity_card" ON "card_activity" USING btree ("card_id","revision");--> statement-breakpoint
CREATE INDEX "card_activity_person" ON "card_activity" USING btree ("person_id");