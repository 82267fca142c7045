CREATE TABLE "mail" (
	"id" uuid PRIMARY KEY NOT NULL,
	"event" text NOT NULL,
	"template" text NOT NULL,
	"locale" text NOT NULL,
	"recipient" text NOT NULL,
	"data" jsonb,
	"state" text DEFAULT 'waiting' NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"expires_at" timestamp (3) with time zone,
	"message_id" text,
	"attempts" integer DEFAULT 0 NOT NULL,
	"unknown_outcomes" integer DEFAULT 0 NOT NULL,
	"attempted_at" timestamp (3) with time zone,
	"sent_at" timestamp (3) with time zone,
	"last_error" text,
	CONSTRAINT "mail_event_unique" UNIQUE("event"),
	CONSTRAINT "mail_state_known" CHECK (state in ('waiting', 'sending', 'sent', 'failed')),
	CONSTRAINT "mail_locale" CHECK (locale in ('id', 'en')),
	CONSTRAINT "mail_recipient" CHECK (recipient ~ '^[A-Za-z0-9_.+\x27-]+@[A-Za-z0-9.-]+$'),
	CONSTRAINT "mail_sent" CHECK ((state = 'sent') = (sent_at is not null))
);
--> statement-breakpoint
CREATE INDEX "mail_state" ON "mail" USING btree ("state","created_at");