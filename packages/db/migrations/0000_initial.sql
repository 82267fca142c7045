CREATE TABLE "audit_entry" (
	"id" uuid PRIMARY KEY NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	"actor_id" uuid,
	"action" text NOT NULL,
	"rapat_id" uuid,
	"subject_id" text,
	"details" jsonb NOT NULL
);
--> statement-breakpoint
CREATE TABLE "jabatan" (
	"id" uuid PRIMARY KEY NOT NULL,
	"opd_id" uuid NOT NULL,
	"name" text NOT NULL,
	"is_head" boolean DEFAULT false NOT NULL,
	"position" integer DEFAULT 0 NOT NULL,
	"active" boolean DEFAULT true NOT NULL
);
--> statement-breakpoint
CREATE TABLE "jabatan_holding" (
	"id" uuid PRIMARY KEY NOT NULL,
	"jabatan_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"from_date" date NOT NULL,
	"until_date" date,
	CONSTRAINT "jabatan_holding_kind" CHECK (kind in ('definitif', 'plt', 'plh')),
	CONSTRAINT "jabatan_holding_dates" CHECK (until_date is null or until_date >= from_date)
);
--> statement-breakpoint
CREATE TABLE "document" (
	"id" uuid PRIMARY KEY NOT NULL,
	"kind" text NOT NULL,
	"state" text DEFAULT 'open' NOT NULL,
	"lineage" uuid NOT NULL,
	"head_seq" bigint NOT NULL,
	"head_hash" "bytea" NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "document_lease" (
	"document_id" uuid NOT NULL,
	"client_id" bigint NOT NULL,
	"person_id" uuid NOT NULL,
	"session_id" text,
	"epoch" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"ended_at" timestamp with time zone,
	CONSTRAINT "document_lease_document_id_client_id_pk" PRIMARY KEY("document_id","client_id")
);
--> statement-breakpoint
CREATE TABLE "document_log" (
	"document_id" uuid NOT NULL,
	"seq" bigint NOT NULL,
	"flush_id" uuid NOT NULL,
	"parts" "bytea" NOT NULL,
	"hash" "bytea" NOT NULL,
	"at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "document_log_document_id_seq_pk" PRIMARY KEY("document_id","seq")
);
--> statement-breakpoint
CREATE TABLE "document_snapshot" (
	"document_id" uuid PRIMARY KEY NOT NULL,
	"lineage" uuid NOT NULL,
	"seq" bigint NOT NULL,
	"hash" "bytea" NOT NULL,
	"state" "bytea" NOT NULL,
	"state_vector" "bytea" NOT NULL,
	"frames" "bytea" NOT NULL,
	"at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "agenda_item" (
	"rapat_id" uuid NOT NULL,
	"position" integer NOT NULL,
	"removed_at" timestamp (3) with time zone,
	"item_id" text NOT NULL,
	"title" text NOT NULL,
	"minutes" integer,
	"presenter" text,
	CONSTRAINT "agenda_item_rapat_id_item_id_pk" PRIMARY KEY("rapat_id","item_id")
);
--> statement-breakpoint
CREATE TABLE "keputusan" (
	"rapat_id" uuid NOT NULL,
	"position" integer NOT NULL,
	"removed_at" timestamp (3) with time zone,
	"line_id" text NOT NULL,
	"item_id" text NOT NULL,
	"text" text NOT NULL,
	CONSTRAINT "keputusan_rapat_id_line_id_pk" PRIMARY KEY("rapat_id","line_id")
);
--> statement-breakpoint
CREATE TABLE "notula_content" (
	"rapat_id" uuid PRIMARY KEY NOT NULL,
	"seq" bigint NOT NULL,
	"content" text NOT NULL,
	"hash" "bytea" NOT NULL,
	"projected_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "tindak_lanjut" (
	"rapat_id" uuid NOT NULL,
	"position" integer NOT NULL,
	"removed_at" timestamp (3) with time zone,
	"line_id" text NOT NULL,
	"item_id" text NOT NULL,
	"text" text NOT NULL,
	"owner_opd_id" uuid,
	"jabatan" text,
	"tenggat" date,
	"priority" text,
	"strategy" text,
	"status" text DEFAULT 'belum' NOT NULL,
	"finished_at" timestamp (3) with time zone,
	CONSTRAINT "tindak_lanjut_rapat_id_line_id_pk" PRIMARY KEY("rapat_id","line_id"),
	CONSTRAINT "tindak_lanjut_status" CHECK (status in ('belum', 'berjalan', 'menunggu_verifikasi', 'selesai', 'dibatalkan')),
	CONSTRAINT "tindak_lanjut_priority" CHECK (priority in ('rendah', 'sedang', 'tinggi', 'mendesak')),
	CONSTRAINT "tindak_lanjut_strategy" CHECK (strategy in ('a', 'b', 'c'))
);
--> statement-breakpoint
CREATE TABLE "opd" (
	"id" uuid PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"short_name" text NOT NULL,
	"aliases" text[] DEFAULT '{}' NOT NULL,
	"kind" text NOT NULL,
	"district_code" text,
	"position" integer NOT NULL,
	"active" boolean DEFAULT true NOT NULL,
	CONSTRAINT "opd_short_name_unique" UNIQUE("short_name"),
	CONSTRAINT "opd_kind" CHECK (kind in ('sekretariat', 'inspektorat', 'badan', 'dinas', 'kecamatan', 'lainnya'))
);
--> statement-breakpoint
CREATE TABLE "person" (
	"id" uuid PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"email" text,
	"nip" text,
	"role" text NOT NULL,
	"password_hash" text,
	"locale" text DEFAULT 'id' NOT NULL,
	"active" boolean DEFAULT true NOT NULL,
	"is_example" boolean DEFAULT false NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "person_email_unique" UNIQUE("email"),
	CONSTRAINT "person_nip_unique" UNIQUE("nip"),
	CONSTRAINT "person_role" CHECK (role in ('admin', 'sekretariat', 'pimpinan', 'kepala_opd', 'staf_opd', 'tamu')),
	CONSTRAINT "person_locale" CHECK (locale in ('id', 'en')),
	CONSTRAINT "person_email" CHECK (email = lower(email)),
	CONSTRAINT "person_nip" CHECK (nip ~ '^[0-9]{18}$')
);
--> statement-breakpoint
CREATE TABLE "rapat" (
	"id" uuid PRIMARY KEY NOT NULL,
	"title" text NOT NULL,
	"year" integer NOT NULL,
	"quarter" integer NOT NULL,
	"date" date,
	"start_time" time(0),
	"planned_minutes" integer,
	"place" text DEFAULT '' NOT NULL,
	"status" text NOT NULL,
	"notula_state" text NOT NULL,
	"chair_id" uuid,
	"notulis_id" uuid,
	"document_id" uuid NOT NULL,
	"is_example" boolean DEFAULT false NOT NULL,
	"revision" integer DEFAULT 1 NOT NULL,
	"created_by" uuid NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"updated_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "rapat_document_id_unique" UNIQUE("document_id"),
	CONSTRAINT "rapat_status" CHECK (status in ('draf', 'terjadwal', 'berlangsung', 'selesai', 'ditunda', 'dibatalkan')),
	CONSTRAINT "rapat_notula_state" CHECK (notula_state in ('draf', 'diajukan', 'dikembalikan', 'disahkan')),
	CONSTRAINT "rapat_quarter" CHECK (quarter between 1 and 4),
	CONSTRAINT "rapat_planned" CHECK (planned_minutes between 1 and 1440),
	CONSTRAINT "rapat_scheduled" CHECK (status in ('draf', 'dibatalkan', 'ditunda') or (date is not null and start_time is not null))
);
--> statement-breakpoint
CREATE TABLE "rapat_guest" (
	"rapat_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"can_write" boolean DEFAULT false NOT NULL,
	CONSTRAINT "rapat_guest_rapat_id_person_id_pk" PRIMARY KEY("rapat_id","person_id")
);
--> statement-breakpoint
CREATE TABLE "rapat_opd" (
	"rapat_id" uuid NOT NULL,
	"opd_id" uuid NOT NULL,
	CONSTRAINT "rapat_opd_rapat_id_opd_id_pk" PRIMARY KEY("rapat_id","opd_id")
);
--> statement-breakpoint
CREATE TABLE "rate_bucket" (
	"key" "bytea" PRIMARY KEY NOT NULL,
	"level" double precision NOT NULL,
	"updated_at" timestamp (3) with time zone NOT NULL,
	"blocked_until" timestamp (3) with time zone
);
--> statement-breakpoint
CREATE TABLE "session" (
	"id" uuid PRIMARY KEY NOT NULL,
	"token_hash" "bytea" NOT NULL,
	"person_id" uuid NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"last_seen_at" timestamp (3) with time zone NOT NULL,
	"expires_at" timestamp (3) with time zone NOT NULL,
	"ended_at" timestamp (3) with time zone,
	"address" text NOT NULL,
	"user_agent" text NOT NULL,
	CONSTRAINT "session_token_hash_unique" UNIQUE("token_hash")
);
--> statement-breakpoint
CREATE TABLE "setting" (
	"key" text PRIMARY KEY NOT NULL,
	"value" jsonb NOT NULL,
	"updated_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "district" (
	"code" text PRIMARY KEY NOT NULL,
	"regency_code" text NOT NULL,
	"name" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "village" (
	"code" text PRIMARY KEY NOT NULL,
	"district_code" text NOT NULL,
	"name" text NOT NULL,
	"kind" text NOT NULL
);
--> statement-breakpoint
ALTER TABLE "audit_entry" ADD CONSTRAINT "audit_entry_actor_id_person_id_fk" FOREIGN KEY ("actor_id") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "audit_entry" ADD CONSTRAINT "audit_entry_rapat_id_rapat_id_fk" FOREIGN KEY ("rapat_id") REFERENCES "public"."rapat"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "jabatan" ADD CONSTRAINT "jabatan_opd_id_opd_id_fk" FOREIGN KEY ("opd_id") REFERENCES "public"."opd"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "jabatan_holding" ADD CONSTRAINT "jabatan_holding_jabatan_id_jabatan_id_fk" FOREIGN KEY ("jabatan_id") REFERENCES "public"."jabatan"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "jabatan_holding" ADD CONSTRAINT "jabatan_holding_person_id_person_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "document_lease" ADD CONSTRAINT "document_lease_document_id_document_id_fk" FOREIGN KEY ("document_id") REFERENCES "public"."document"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "document_log" ADD CONSTRAINT "document_log_document_id_document_id_fk" FOREIGN KEY ("document_id") REFERENCES "public"."document"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "document_snapshot" ADD CONSTRAINT "document_snapshot_document_id_document_id_fk" FOREIGN KEY ("document_id") REFERENCES "public"."document"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "agenda_item" ADD CONSTRAINT "agenda_item_rapat_id_rapat_id_fk" FOREIGN KEY ("rapat_id") REFERENCES "public"."rapat"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "keputusan" ADD CONSTRAINT "keputusan_rapat_id_rapat_id_fk" FOREIGN KEY ("rapat_id") REFERENCES "public"."rapat"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "notula_content" ADD CONSTRAINT "notula_content_rapat_id_rapat_id_fk" FOREIGN KEY ("rapat_id") REFERENCES "public"."rapat"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "tindak_lanjut" ADD CONSTRAINT "tindak_lanjut_rapat_id_rapat_id_fk" FOREIGN KEY ("rapat_id") REFERENCES "public"."rapat"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "tindak_lanjut" ADD CONSTRAINT "tindak_lanjut_owner_opd_id_opd_id_fk" FOREIGN KEY ("owner_opd_id") REFERENCES "public"."opd"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "opd" ADD CONSTRAINT "opd_district_code_district_code_fk" FOREIGN KEY ("district_code") REFERENCES "public"."district"("code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "rapat" ADD CONSTRAINT "rapat_chair_id_person_id_fk" FOREIGN KEY ("chair_id") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "rapat" ADD CONSTRAINT "rapat_notulis_id_person_id_fk" FOREIGN KEY ("notulis_id") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "rapat" ADD CONSTRAINT "rapat_document_id_document_id_fk" FOREIGN KEY ("document_id") REFERENCES "public"."document"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "rapat" ADD CONSTRAINT "rapat_created_by_person_id_fk" FOREIGN KEY ("created_by") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "rapat_guest" ADD CONSTRAINT "rapat_guest_rapat_id_rapat_id_fk" FOREIGN KEY ("rapat_id") REFERENCES "public"."rapat"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "rapat_guest" ADD CONSTRAINT "rapat_guest_person_id_person_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "rapat_opd" ADD CONSTRAINT "rapat_opd_rapat_id_rapat_id_fk" FOREIGN KEY ("rapat_id") REFERENCES "public"."rapat"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "rapat_opd" ADD CONSTRAINT "rapat_opd_opd_id_opd_id_fk" FOREIGN KEY ("opd_id") REFERENCES "public"."opd"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "session" ADD CONSTRAINT "session_person_id_person_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "village" ADD CONSTRAINT "village_district_code_district_code_fk" FOREIGN KEY ("district_code") REFERENCES "public"."district"("code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "audit_entry_rapat" ON "audit_entry" USING btree ("rapat_id","at");--> statement-breakpoint
CREATE INDEX "audit_entry_actor" ON "audit_entry" USING btree ("actor_id","at");--> statement-breakpoint
CREATE INDEX "jabatan_opd" ON "jabatan" USING btree ("opd_id");--> statement-breakpoint
CREATE INDEX "jabatan_holding_jabatan" ON "jabatan_holding" USING btree ("jabatan_id","from_date");--> statement-breakpoint
CREATE INDEX "jabatan_holding_person" ON "jabatan_holding" USING btree ("person_id","from_date");--> statement-breakpoint
CREATE INDEX "document_lease_person_id_index" ON "document_lease" USING btree ("person_id");--> statement-breakpoint
CREATE INDEX "tindak_lanjut_owner" ON "tindak_lanjut" USING btree ("owner_opd_id","tenggat");--> statement-breakpoint
CREATE INDEX "rapat_triwulan" ON "rapat" USING btree ("year","quarter","date");--> statement-breakpoint
CREATE INDEX "rapat_status_date" ON "rapat" USING btree ("status","date");--> statement-breakpoint
CREATE INDEX "rapat_guest_person" ON "rapat_guest" USING btree ("person_id");--> statement-breakpoint
CREATE INDEX "rapat_opd_opd" ON "rapat_opd" USING btree ("opd_id");--> statement-breakpoint
CREATE INDEX "rate_bucket_updated" ON "rate_bucket" USING btree ("updated_at");--> statement-breakpoint
CREATE INDEX "session_person" ON "session" USING btree ("person_id","created_at");--> statement-breakpoint
CREATE INDEX "village_district" ON "village" USING btree ("district_code");