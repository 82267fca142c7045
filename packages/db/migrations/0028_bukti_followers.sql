CREATE TABLE "card_follower" (
	"card_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"muted" boolean DEFAULT false NOT NULL,
	"since" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "card_follower_card_id_person_id_pk" PRIMARY KEY("card_id","person_id")
);
--> statement-breakpoint
ALTER TABLE "card_follower" ADD CONSTRAINT "card_follower_card_id_card_id_fk" FOREIGN KEY ("card_id") REFERENCES "public"."card"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "card_follower" ADD CONSTRAINT "card_follower_person_id_person_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "card_follower_person" ON "card_follower" USING btree ("person_id");