CREATE TABLE "document_rescue" (
	"document_id" uuid NOT NULL,
	"key" text NOT NULL,
	"person_id" uuid NOT NULL,
	"outcome" text NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "document_rescue_document_id_key_person_id_pk" PRIMARY KEY("document_id","key","person_id")
);
--> statement-breakpoint
CREATE TABLE "document_version" (
	"id" uuid PRIMARY KEY NOT NULL,
	"document_id" uuid NOT NULL,
	"lineage" uuid NOT NULL,
	"seq" bigint NOT NULL,
	"hash" "bytea" NOT NULL,
	"name" text,
	"made_by" uuid,
	"at" timestamp (3) with time zone NOT NULL,
	"state" "bytea"
);
--> statement-breakpoint
CREATE TABLE "journal_key" (
	"person_id" uuid NOT NULL,
	"device_id" uuid NOT NULL,
	"key" "bytea" NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "journal_key_person_id_device_id_pk" PRIMARY KEY("person_id","device_id")
);
--> statement-breakpoint
CREATE UNLOGGED TABLE "document_node" (
	"document_id" uuid NOT NULL,
	"node_id" uuid NOT NULL,
	"seen_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "document_node_document_id_node_id_pk" PRIMARY KEY("document_id","node_id")
);
--> statement-breakpoint
ALTER TABLE "document_snapshot" ADD COLUMN "content_hash" "bytea";--> statement-breakpoint
ALTER TABLE "document_rescue" ADD CONSTRAINT "document_rescue_document_id_document_id_fk" FOREIGN KEY ("document_id") REFERENCES "public"."document"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "document_rescue" ADD CONSTRAINT "document_rescue_person_id_person_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "document_version" ADD CONSTRAINT "document_version_document_id_document_id_fk" FOREIGN KEY ("document_id") REFERENCES "public"."document"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "document_version" ADD CONSTRAINT "document_version_made_by_person_id_fk" FOREIGN KEY ("made_by") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "journal_key" ADD CONSTRAINT "journal_key_person_id_person_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "document_version_document" ON "document_version" USING btree ("document_id","seq");--> statement-breakpoint
CREATE INDEX "document_node_node_id_index" ON "document_node" USING btree ("node_id");