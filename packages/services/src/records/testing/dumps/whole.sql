--
-- PostgreSQL database dump
--

\restrict dujz5e7BbCtu4GKX7ydA2JpEWNNjwynn1K9gftu3d2fws90StD3ri2jCBVGM4n5

-- Dumped from database version 15.18 (Debian 15.18-0+deb12u1)
-- Dumped by pg_dump version 15.18 (Debian 15.18-0+deb12u1)

SET statement_timeout = 0;
SET lock_timeout = 0;
SET idle_in_transaction_session_timeout = 0;
SET client_encoding = 'UTF8';
SET standard_conforming_strings = on;
SELECT pg_catalog.set_config('search_path', '', false);
SET check_function_bodies = false;
SET xmloption = content;
SET client_min_messages = warning;
SET row_security = off;

SET default_tablespace = '';

SET default_table_access_method = heap;

--
-- Name: audit_entry; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.audit_entry (
    id uuid NOT NULL,
    at timestamp(3) with time zone NOT NULL,
    actor_id uuid,
    action text NOT NULL,
    rapat_id uuid,
    subject_id text,
    details jsonb NOT NULL
);


--
-- Name: audit_link; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.audit_link (
    number bigint NOT NULL,
    entry_id uuid NOT NULL,
    hash bytea NOT NULL
);


--
-- Name: audit_signature; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.audit_signature (
    seq integer NOT NULL,
    number bigint NOT NULL,
    hash bytea NOT NULL,
    at timestamp(3) with time zone NOT NULL,
    key_id text NOT NULL,
    signature bytea NOT NULL
);


--
-- Data for Name: audit_entry; Type: TABLE DATA; Schema: public; Owner: -
--

COPY public.audit_entry (id, at, actor_id, action, rapat_id, subject_id, details) FROM stdin;
01a20b7e-f780-7649-863b-82a268b98f3e	2026-11-24 03:00:00+00	01a214c0-92a1-71e9-87f7-f5cbeced4c6d	rapat.create	01a20b7e-f780-7abe-bd94-e1c2e4f66fab	\N	{"items": 8, "invited": 1}
01a20b7e-f780-7b45-b221-5703425f6c02	2026-11-24 03:00:00+00	01a214c0-92a1-71e9-87f7-f5cbeced4c6d	rapat.set-status	01a20b7e-f780-7abe-bd94-e1c2e4f66fab	\N	{"to": "terjadwal", "from": "draf"}
01a20b7f-e1e0-706f-95bf-2b93bd2ea7a7	2026-11-24 03:01:00+00	\N	demo.seed	\N	\N	{}
01a20b80-cc40-7470-a7e1-a4960a728f7b	2026-11-24 03:02:00+00	01a214c0-9289-701f-b657-ad323c2e4ab2	rapat.edit	01a20b7e-f780-7abe-bd94-e1c2e4f66fab	\N	{"step": 1, "fields": ["title"]}
01a20b81-b6a0-7605-b5a0-90724c8284bf	2026-11-24 03:03:00+00	01a214c0-9289-701f-b657-ad323c2e4ab2	session.end	\N	0-2	{}
01a20b82-a100-74ff-b4ae-d46f9e82dfbf	2026-11-24 03:04:00+00	\N	demo.seed	\N	\N	{}
01a20b83-8b60-701e-a4fc-8acfa2c59bc8	2026-11-24 03:05:00+00	01a214c0-9289-701f-b657-ad323c2e4ab2	rapat.edit	01a20b7e-f780-7abe-bd94-e1c2e4f66fab	\N	{"step": 4, "fields": ["title"]}
01a20b84-75c0-7f03-b239-d7e63d07e075	2026-11-24 03:06:00+00	01a214c0-9289-701f-b657-ad323c2e4ab2	session.end	\N	0-5	{}
01a20b85-6020-7f1a-89ca-bdb366883995	2026-11-24 03:07:00+00	\N	demo.seed	\N	\N	{}
01a20b86-4a80-7011-944a-d7543f97ae13	2026-11-24 03:08:00+00	01a214c0-9289-701f-b657-ad323c2e4ab2	rapat.edit	01a20b7e-f780-7abe-bd94-e1c2e4f66fab	\N	{"step": 7, "fields": ["title"]}
01a20d37-55e0-7717-b7ac-12aabf4bf1f0	2026-11-24 11:01:00+00	\N	demo.seed	\N	\N	{}
01a20d38-4040-72b2-bc95-878563605d17	2026-11-24 11:02:00+00	01a214c0-9289-701f-b657-ad323c2e4ab2	rapat.edit	01a20b7e-f780-7abe-bd94-e1c2e4f66fab	\N	{"step": 1, "fields": ["title"]}
01a20d39-2aa0-7c99-b590-3a0ce80705d3	2026-11-24 11:03:00+00	01a214c0-9289-701f-b657-ad323c2e4ab2	session.end	\N	1-2	{}
01a20d3a-1500-7fc3-bb63-3ab8553b3e0e	2026-11-24 11:04:00+00	\N	demo.seed	\N	\N	{}
01a20d3a-ff60-763e-8554-49ac08a4c564	2026-11-24 11:05:00+00	01a214c0-9289-701f-b657-ad323c2e4ab2	rapat.edit	01a20b7e-f780-7abe-bd94-e1c2e4f66fab	\N	{"step": 4, "fields": ["title"]}
01a20d3b-e9c0-7252-9e10-f8dca9e847ba	2026-11-24 11:06:00+00	01a214c0-9289-701f-b657-ad323c2e4ab2	session.end	\N	1-5	{}
01a20d3c-d420-76b4-b98b-8c21e56320af	2026-11-24 11:07:00+00	\N	demo.seed	\N	\N	{}
01a20d3d-be80-76ff-9ed9-4fea6b4be8d7	2026-11-24 11:08:00+00	01a214c0-9289-701f-b657-ad323c2e4ab2	rapat.edit	01a20b7e-f780-7abe-bd94-e1c2e4f66fab	\N	{"step": 7, "fields": ["title"]}
01a20eee-c9e0-76af-bfc6-5913d7087623	2026-11-24 19:01:00+00	\N	demo.seed	\N	\N	{}
01a20eef-b440-73be-898a-8be9dc05f6b4	2026-11-24 19:02:00+00	01a214c0-9289-701f-b657-ad323c2e4ab2	rapat.edit	01a20b7e-f780-7abe-bd94-e1c2e4f66fab	\N	{"step": 1, "fields": ["title"]}
01a20ef0-9ea0-795b-b544-dfa6ee6a3d6a	2026-11-24 19:03:00+00	01a214c0-9289-701f-b657-ad323c2e4ab2	session.end	\N	2-2	{}
01a20ef1-8900-7e9b-ba47-d467bac52d2e	2026-11-24 19:04:00+00	\N	demo.seed	\N	\N	{}
01a20ef2-7360-7798-b4c2-a248dbfae2ce	2026-11-24 19:05:00+00	01a214c0-9289-701f-b657-ad323c2e4ab2	rapat.edit	01a20b7e-f780-7abe-bd94-e1c2e4f66fab	\N	{"step": 4, "fields": ["title"]}
01a20ef3-5dc0-7796-8250-2743f9a86393	2026-11-24 19:06:00+00	01a214c0-9289-701f-b657-ad323c2e4ab2	session.end	\N	2-5	{}
01a20ef4-4820-7cfb-8298-5a81d93f7292	2026-11-24 19:07:00+00	\N	demo.seed	\N	\N	{}
01a20ef5-3280-7c86-83a3-d4849c1560ea	2026-11-24 19:08:00+00	01a214c0-9289-701f-b657-ad323c2e4ab2	rapat.edit	01a20b7e-f780-7abe-bd94-e1c2e4f66fab	\N	{"step": 7, "fields": ["title"]}
01a210a6-3de0-7b4a-aafe-b90f880aeff1	2026-11-25 03:01:00+00	\N	demo.seed	\N	\N	{}
01a210a7-2840-7de6-bfd7-670bfce5a78c	2026-11-25 03:02:00+00	01a214c0-9289-701f-b657-ad323c2e4ab2	rapat.edit	01a20b7e-f780-7abe-bd94-e1c2e4f66fab	\N	{"step": 1, "fields": ["title"]}
01a210a8-12a0-76e6-bf6f-5f1a05e9914f	2026-11-25 03:03:00+00	01a214c0-9289-701f-b657-ad323c2e4ab2	session.end	\N	3-2	{}
01a210a8-fd00-75e4-bb68-026b2588b280	2026-11-25 03:04:00+00	\N	demo.seed	\N	\N	{}
01a210a9-e760-7e6c-bda6-3fdcca89267a	2026-11-25 03:05:00+00	01a214c0-9289-701f-b657-ad323c2e4ab2	rapat.edit	01a20b7e-f780-7abe-bd94-e1c2e4f66fab	\N	{"step": 4, "fields": ["title"]}
01a210aa-d1c0-7c2c-ad4b-65d4041c6334	2026-11-25 03:06:00+00	01a214c0-9289-701f-b657-ad323c2e4ab2	session.end	\N	3-5	{}
01a210ab-bc20-74d9-b073-8ea28f3975e5	2026-11-25 03:07:00+00	\N	demo.seed	\N	\N	{}
01a210ac-a680-7b4b-b79a-be9f26cbb332	2026-11-25 03:08:00+00	01a214c0-9289-701f-b657-ad323c2e4ab2	rapat.edit	01a20b7e-f780-7abe-bd94-e1c2e4f66fab	\N	{"step": 7, "fields": ["title"]}
01a2125d-b1e0-7853-abda-eac4d56ce7d5	2026-11-25 11:01:00+00	\N	demo.seed	\N	\N	{}
01a2125e-9c40-7e18-9cf5-6241a2c6fc67	2026-11-25 11:02:00+00	01a214c0-9289-701f-b657-ad323c2e4ab2	rapat.edit	01a20b7e-f780-7abe-bd94-e1c2e4f66fab	\N	{"step": 1, "fields": ["title"]}
01a2125f-86a0-764e-8753-e3a5e37bdaf1	2026-11-25 11:03:00+00	01a214c0-9289-701f-b657-ad323c2e4ab2	session.end	\N	4-2	{}
01a21260-7100-79b1-86c9-0d18c277b28f	2026-11-25 11:04:00+00	\N	demo.seed	\N	\N	{}
01a21261-5b60-7f70-a5b1-4ecb7700bb19	2026-11-25 11:05:00+00	01a214c0-9289-701f-b657-ad323c2e4ab2	rapat.edit	01a20b7e-f780-7abe-bd94-e1c2e4f66fab	\N	{"step": 4, "fields": ["title"]}
01a21262-45c0-796e-a98e-38cff6687118	2026-11-25 11:06:00+00	01a214c0-9289-701f-b657-ad323c2e4ab2	session.end	\N	4-5	{}
01a21263-3020-7668-a915-31110458b802	2026-11-25 11:07:00+00	\N	demo.seed	\N	\N	{}
01a21264-1a80-7b67-9869-dc86b0c59adc	2026-11-25 11:08:00+00	01a214c0-9289-701f-b657-ad323c2e4ab2	rapat.edit	01a20b7e-f780-7abe-bd94-e1c2e4f66fab	\N	{"step": 7, "fields": ["title"]}
01a21415-25e0-7bef-b339-78a28c7733ed	2026-11-25 19:01:00+00	\N	demo.seed	\N	\N	{}
01a21416-1040-7cf6-83e0-21d872ae094d	2026-11-25 19:02:00+00	01a214c0-9289-701f-b657-ad323c2e4ab2	rapat.edit	01a20b7e-f780-7abe-bd94-e1c2e4f66fab	\N	{"step": 1, "fields": ["title"]}
01a21416-faa0-735f-8adc-306def3fcb31	2026-11-25 19:03:00+00	01a214c0-9289-701f-b657-ad323c2e4ab2	session.end	\N	5-2	{}
01a21417-e500-7c9a-8ef7-bb74384f317b	2026-11-25 19:04:00+00	\N	demo.seed	\N	\N	{}
01a21418-cf60-7605-849e-b155e7f6b2d6	2026-11-25 19:05:00+00	01a214c0-9289-701f-b657-ad323c2e4ab2	rapat.edit	01a20b7e-f780-7abe-bd94-e1c2e4f66fab	\N	{"step": 4, "fields": ["title"]}
01a21419-b9c0-730b-a431-cca076407d66	2026-11-25 19:06:00+00	01a214c0-9289-701f-b657-ad323c2e4ab2	session.end	\N	5-5	{}
01a2141a-a420-7275-a706-28f56ba021a0	2026-11-25 19:07:00+00	\N	demo.seed	\N	\N	{}
01a2141b-8e80-71e4-8ba2-b05555b6011a	2026-11-25 19:08:00+00	01a214c0-9289-701f-b657-ad323c2e4ab2	rapat.edit	01a20b7e-f780-7abe-bd94-e1c2e4f66fab	\N	{"step": 7, "fields": ["title"]}
\.


--
-- Data for Name: audit_link; Type: TABLE DATA; Schema: public; Owner: -
--

COPY public.audit_link (number, entry_id, hash) FROM stdin;
1	01a20b7e-f780-7649-863b-82a268b98f3e	\\x2d83fd13e62cf8d979cb8f98632998639f44a92965f77792d0446a5d4667ee5b
2	01a20b7e-f780-7b45-b221-5703425f6c02	\\x5368df51173b562ba9d108f91da9f6598aef71d0a3e4d79bb1575eaccf9500f5
3	01a20b7f-e1e0-706f-95bf-2b93bd2ea7a7	\\xdc4a2b6d3b8cb0b1287c44c849ab6e4b76ad2d6a2646c3d43c30a068b7db90cd
4	01a20b80-cc40-7470-a7e1-a4960a728f7b	\\x8c418c162b7e622c02f9add12387f360b5c986cab5fb064406132b5cafd7a5f5
5	01a20b81-b6a0-7605-b5a0-90724c8284bf	\\x171cebb1ea680d6b2c56a86866f81ea919ab9209fc665d74d8991425e7ad06a9
6	01a20b82-a100-74ff-b4ae-d46f9e82dfbf	\\x40b558499157a9a934aacb4943b53e716024cc848981dc9564465262651653d3
7	01a20b83-8b60-701e-a4fc-8acfa2c59bc8	\\x58fb92a9db8f29189a291063266e7801e8d2816927fac03e7f1f6e4136023ae4
8	01a20b84-75c0-7f03-b239-d7e63d07e075	\\x5348ba9c380baf61e99d6d04cceaeab650127bbebcaf1fc151af6adeb525ff2e
9	01a20b85-6020-7f1a-89ca-bdb366883995	\\x32ad913f08cf97f3507f30db101a10d162ca09a6576f4414e1324d3670e71624
10	01a20b86-4a80-7011-944a-d7543f97ae13	\\x1c58991e0dff41cc3f9deffa618176c70f96865439084f7b0f71e6a695075c29
11	01a20d37-55e0-7717-b7ac-12aabf4bf1f0	\\xc302b62c77b3cddc9543d3a33d1c5afde6bae956e04b7b1d9937328d2f8c1762
12	01a20d38-4040-72b2-bc95-878563605d17	\\x5060520f094017634dea0fa8350c8da544b8e63f962ee2a85ca2823ed56c616b
13	01a20d39-2aa0-7c99-b590-3a0ce80705d3	\\xb50853bb841ffc63af474088182f190721b54c82a3f21975107328c89301ee08
14	01a20d3a-1500-7fc3-bb63-3ab8553b3e0e	\\x3eaa93f92e534bad81d0bae9e0a7655e9407e8abca7b3f10bc9375bdfd57ac79
15	01a20d3a-ff60-763e-8554-49ac08a4c564	\\xced092c324f79d1aedece55fa05f7f1e3936fc73f0a52a6873e9310d254d96ac
16	01a20d3b-e9c0-7252-9e10-f8dca9e847ba	\\xd48fcbb3c98db467b8ea94bcd9e87cdd4f0095f5980bc6b27c7505a16c863dbd
17	01a20d3c-d420-76b4-b98b-8c21e56320af	\\xd8bfd8a9d05cc4aec9a6b7f209dfef9d4ff2c2db1923d154a681b6a38c6d83d7
18	01a20d3d-be80-76ff-9ed9-4fea6b4be8d7	\\xe80a1536a33f3384b0c8d02b5078ccb0512557c3f32b041286bf6750ff1bd4dc
19	01a20eee-c9e0-76af-bfc6-5913d7087623	\\xe5f70c90dc592454670b4257aba0a9850e38affc449fda69fdf3fceb50332bb2
20	01a20eef-b440-73be-898a-8be9dc05f6b4	\\x96f191c12f0874a39490af9fb83c97b6cd9f3183bb70d6449df0e3bf3e002525
21	01a20ef0-9ea0-795b-b544-dfa6ee6a3d6a	\\xc777c9155ea8bcd60380f903be39deae39741d83b5263fc880dcc45468f3c855
22	01a20ef1-8900-7e9b-ba47-d467bac52d2e	\\x82edd3f0da3ffc9c7332016638e95b89e90d73fdc485b1fd7b6176c74c5761dc
23	01a20ef2-7360-7798-b4c2-a248dbfae2ce	\\xb3fe3145f56c4110711557a1723833ebbac0c66aa43b7ed2fdc802f4badde96d
24	01a20ef3-5dc0-7796-8250-2743f9a86393	\\xd97572fb14fff5bb8cd76564684f61760066c4de405c70f7887ea5ecc658c6dc
25	01a20ef4-4820-7cfb-8298-5a81d93f7292	\\x897c0cc37aaecdac5513c1da27ef1fb514565ce314160ef41d14fae21929f4dc
26	01a20ef5-3280-7c86-83a3-d4849c1560ea	\\xf5d7f2c2a01617c0461c3b755ebc7b7e18b627e729b1b40747ae5c05009b8e39
27	01a210a6-3de0-7b4a-aafe-b90f880aeff1	\\xa1a5797adff5c17edc10b38f2628f2001c700a4b1f46419c4267f70485eefa14
28	01a210a7-2840-7de6-bfd7-670bfce5a78c	\\x7bf6a9f76c490950f3f9dcca19b61340757db54b847f80ef74e45e00ac09e466
29	01a210a8-12a0-76e6-bf6f-5f1a05e9914f	\\xa427a505eb790307e007083f20668c931c4fb4a5cb45b984fccb2f9dea579000
30	01a210a8-fd00-75e4-bb68-026b2588b280	\\x878b747b7d63f508d1bbc37cbe40e3810d63df8b9634c0a5788ba6516fdc268c
31	01a210a9-e760-7e6c-bda6-3fdcca89267a	\\x279f5f11f25b94428824d6eaae2417ccb3b1696497c70ddfb38d0d9714e2676e
32	01a210aa-d1c0-7c2c-ad4b-65d4041c6334	\\xd98ba0eedab3e712cd797d31a770efbd4073f047a3a83b3f9993c4f01fb48706
33	01a210ab-bc20-74d9-b073-8ea28f3975e5	\\xd2f1a4fc7629c748a3721910210891c352baf3e0ad8a8eb5ce6b01ef681cf485
34	01a210ac-a680-7b4b-b79a-be9f26cbb332	\\xf4fca400b74829fb089b30b854370946da2304194479d546bcd2707a9abab888
35	01a2125d-b1e0-7853-abda-eac4d56ce7d5	\\x75b189490f69be58b7bddb8e3a6756fb9feca03eab584d0f01804874425ba5bb
36	01a2125e-9c40-7e18-9cf5-6241a2c6fc67	\\xe5411d03a95691e9856d827fd95760e3bf3679ddaeaaeca53d40a844bd9bcdc3
37	01a2125f-86a0-764e-8753-e3a5e37bdaf1	\\xee9a99933be5b29ed642cf89023dc07a1ddd5abac9b34246fe79ad0d21f418f6
38	01a21260-7100-79b1-86c9-0d18c277b28f	\\x4e7c9251984769d008a8ce3449630e172fbaba5df248e53d8f12989418d020ea
39	01a21261-5b60-7f70-a5b1-4ecb7700bb19	\\xf9979fa390b3b07469ed28083ba87dafe0bfbd15d9044708b53a1c2351acd05b
40	01a21262-45c0-796e-a98e-38cff6687118	\\x2984d102052fe55f569523047fff120ab3186bf8b809032ec23f489d03e4971a
41	01a21263-3020-7668-a915-31110458b802	\\xffbca5a27f75eccb3d358dd72488fcf5cd96917e0a5e9b490ddae2343f6336b9
42	01a21264-1a80-7b67-9869-dc86b0c59adc	\\x6cdfd1691be1356e356bf97d130de9d546fd79ecce0fc9acc3cb4dadfefc9244
43	01a21415-25e0-7bef-b339-78a28c7733ed	\\xad84377538bbaea5c2ea2dca983f49a866d8c2bd277f0cc2d776c0ba36b2a793
44	01a21416-1040-7cf6-83e0-21d872ae094d	\\x009180b37afc99a0f04a03cc721faeb424252c051e8ea15bad5976f21a2d37a2
45	01a21416-faa0-735f-8adc-306def3fcb31	\\x2a8ab57b59e7fe61afb10c6e21c3dd6d4f4ce384ccb924be8ad8498868fdd1a3
46	01a21417-e500-7c9a-8ef7-bb74384f317b	\\x214574ba25e20d0293b92f3b642a44d8e2b1749c2eaa395be7d45ce3f530f037
47	01a21418-cf60-7605-849e-b155e7f6b2d6	\\x4650d9dad2ba2d49bbc61d8a04b9c50c3bac88d5ac4cc82e473afa4a8d179f36
48	01a21419-b9c0-730b-a431-cca076407d66	\\xbe26dd1b05c6bf01b0d8a53d28e358f6750f3e3bb74fda35ec1dc188cba1e524
49	01a2141a-a420-7275-a706-28f56ba021a0	\\x968acfebec8449ca666b59b2cf2056783d8786cd2c81fc47ae76ec4faa45a6de
50	01a2141b-8e80-71e4-8ba2-b05555b6011a	\\x01bcd502e147209bb09a27bb87cc6a6b59893961aa98e6ee06442c9ac02cbde6
\.


--
-- Data for Name: audit_signature; Type: TABLE DATA; Schema: public; Owner: -
--

COPY public.audit_signature (seq, number, hash, at, key_id, signature) FROM stdin;
1	10	\\x1c58991e0dff41cc3f9deffa618176c70f96865439084f7b0f71e6a695075c29	2026-11-24 11:00:00+00	652ee69f9c143a59	\\x331a7eecf124821344fb199da6c94709e78baaffd7d5414652c9c74d2e57e27c65a61dac9a1d8b1da1b13016e3846411dffb3581247f6cfc18de69564652f601
2	18	\\xe80a1536a33f3384b0c8d02b5078ccb0512557c3f32b041286bf6750ff1bd4dc	2026-11-24 19:00:00+00	652ee69f9c143a59	\\x0f824692e2bd9f1190f90940a29f4cdadc9d382257c6b9d273cf8ac498e6b98067df1194d85634bf9b7b7cd8398f2a176768491d7db4a1e393119a842d6c1102
3	26	\\xf5d7f2c2a01617c0461c3b755ebc7b7e18b627e729b1b40747ae5c05009b8e39	2026-11-25 03:00:00+00	652ee69f9c143a59	\\x72234e6ff12d097afb5e0f6e1ed64b32b557f8028b988c43a65342b091c4e279c59834375d906e46474d65ac82fea8a668a5ac67af27f381736c617cf267420b
4	34	\\xf4fca400b74829fb089b30b854370946da2304194479d546bcd2707a9abab888	2026-11-25 11:00:00+00	652ee69f9c143a59	\\xfe090434babffc6ae549a373090e0157db0cb12671f3cd7a9ed9a6fa9f1a6af72450504518d643c5b23a40d1487969c4d05c5d903abefad41f263fd34109660f
5	42	\\x6cdfd1691be1356e356bf97d130de9d546fd79ecce0fc9acc3cb4dadfefc9244	2026-11-25 19:00:00+00	652ee69f9c143a59	\\x60078ba2599eaac001a22bdfa4ce90bc879d9fbecab13f2dbd9348f133a926693ff350f37466d26cc37cc2d7e48d41940aba554a0ecd26b289f1934a6efc1c01
6	50	\\x01bcd502e147209bb09a27bb87cc6a6b59893961aa98e6ee06442c9ac02cbde6	2026-11-26 03:00:00+00	652ee69f9c143a59	\\x584b5afa512ed48e67eebddb02b880f3ae4d743e08ab1dc5910b9bb872ff99da461583698418e00249c9374b7467d76d2edf9fdeab542396967695f1f08f100a
\.


--
-- Name: audit_entry audit_entry_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.audit_entry
    ADD CONSTRAINT audit_entry_pkey PRIMARY KEY (id);


--
-- Name: audit_link audit_link_entry_id_unique; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.audit_link
    ADD CONSTRAINT audit_link_entry_id_unique UNIQUE (entry_id);


--
-- Name: audit_link audit_link_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.audit_link
    ADD CONSTRAINT audit_link_pkey PRIMARY KEY (number);


--
-- Name: audit_signature audit_signature_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.audit_signature
    ADD CONSTRAINT audit_signature_pkey PRIMARY KEY (seq);


--
-- Name: audit_entry_action; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX audit_entry_action ON public.audit_entry USING btree (action, at);


--
-- Name: audit_entry_actor; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX audit_entry_actor ON public.audit_entry USING btree (actor_id, at);


--
-- Name: audit_entry_at; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX audit_entry_at ON public.audit_entry USING btree (at);


--
-- Name: audit_entry_rapat; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX audit_entry_rapat ON public.audit_entry USING btree (rapat_id, at);


--
-- Name: audit_entry audit_entry_kept; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER audit_entry_kept BEFORE DELETE OR UPDATE OR TRUNCATE ON public.audit_entry FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_change();

ALTER TABLE public.audit_entry ENABLE ALWAYS TRIGGER audit_entry_kept;


--
-- Name: audit_entry audit_entry_linked; Type: TRIGGER; Schema: public; Owner: -
--

CREATE CONSTRAINT TRIGGER audit_entry_linked AFTER INSERT ON public.audit_entry DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION public.link_audit_entry();


--
-- Name: audit_link audit_link_kept; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER audit_link_kept BEFORE DELETE OR UPDATE OR TRUNCATE ON public.audit_link FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_change();

ALTER TABLE public.audit_link ENABLE ALWAYS TRIGGER audit_link_kept;


--
-- Name: audit_signature audit_signature_kept; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER audit_signature_kept BEFORE DELETE OR UPDATE OR TRUNCATE ON public.audit_signature FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_change();

ALTER TABLE public.audit_signature ENABLE ALWAYS TRIGGER audit_signature_kept;


--
-- Name: audit_entry audit_entry_actor_id_person_id_fk; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.audit_entry
    ADD CONSTRAINT audit_entry_actor_id_person_id_fk FOREIGN KEY (actor_id) REFERENCES public.person(id);


--
-- Name: audit_entry audit_entry_rapat_id_rapat_id_fk; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.audit_entry
    ADD CONSTRAINT audit_entry_rapat_id_rapat_id_fk FOREIGN KEY (rapat_id) REFERENCES public.rapat(id);


--
-- Name: audit_link audit_link_entry_id_audit_entry_id_fk; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.audit_link
    ADD CONSTRAINT audit_link_entry_id_audit_entry_id_fk FOREIGN KEY (entry_id) REFERENCES public.audit_entry(id);


--
-- PostgreSQL database dump complete
--

\unrestrict dujz5e7BbCtu4GKX7ydA2JpEWNNjwynn1K9gftu3d2fws90StD3ri2jCBVGM4n5

