-- A ledger as the schema 0002 left it, of invented people: dumped from a life played by its commands.
BEGIN TRANSACTION;
CREATE TABLE alembic_version (
	version_num VARCHAR(32) NOT NULL, 
	CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);
INSERT INTO "alembic_version" VALUES('0002');
CREATE TABLE assertion (
	id INTEGER NOT NULL, 
	subject_kind VARCHAR NOT NULL, 
	subject VARCHAR(64) NOT NULL, 
	measure VARCHAR NOT NULL, 
	value BIGINT NOT NULL, 
	day VARCHAR NOT NULL, 
	printed VARCHAR NOT NULL, 
	written_at VARCHAR NOT NULL, 
	author VARCHAR NOT NULL, 
	PRIMARY KEY (id)
);
CREATE TABLE audit (
	id INTEGER NOT NULL, 
	written_at VARCHAR NOT NULL, 
	author VARCHAR NOT NULL, 
	command VARCHAR NOT NULL, 
	changes VARCHAR NOT NULL, 
	previous VARCHAR NOT NULL, 
	hash VARCHAR NOT NULL, 
	PRIMARY KEY (id)
);
INSERT INTO "audit" VALUES(1,'2025-01-10T09:00:00Z','tester','init','[{"schema":"0002","what":"schema.init"},{"digest":"4f53cda18c2baa0c0354bb5f9a3ecbe5ed12ab4d8e11ba873c2f11161202b945","rows":0,"what":"rows.all"}]','0000000000000000000000000000000000000000000000000000000000000000','c766f3b975bdd63e3e71e1d94aa4d234a16dbc883d108ec9da98a5e51ef13d99');
INSERT INTO "audit" VALUES(2,'2025-01-10T09:00:00Z','tester','partner add','[{"code":"fund","what":"partner.add"}]','c766f3b975bdd63e3e71e1d94aa4d234a16dbc883d108ec9da98a5e51ef13d99','699739c8eee7090619eb3dfb619b7d8b6452d70df2640d84820628a152cf22c7');
INSERT INTO "audit" VALUES(3,'2025-01-10T09:00:00Z','tester','partner add','[{"code":"region","what":"partner.add"}]','699739c8eee7090619eb3dfb619b7d8b6452d70df2640d84820628a152cf22c7','81a017ffa1e42459efeefb0c7cff21a1b3870c65574d0a0bf10d29a2995b26de');
INSERT INTO "audit" VALUES(4,'2025-01-10T09:00:00Z','tester','programme add','[{"code":"micro","what":"programme.add"}]','81a017ffa1e42459efeefb0c7cff21a1b3870c65574d0a0bf10d29a2995b26de','fac200accdfcd6e12a9ef94699ebf13d6bb53054a09f0961325ea0e36315bd23');
INSERT INTO "audit" VALUES(5,'2025-01-10T09:00:00Z','tester','budget add','[{"code":"env","what":"envelope.add"},{"batch":null,"centimes":10000000,"digest":"99c767d7b44c22bf32e8c5a6f7e7bef2c98aac06586ff2b76f05f023f688e48d","entries":1,"entry":1,"envelope":"env","what":"journal.allocate"},{"digest":"71c77e6bf842238b4fd0b94302ffcb10da22c609657369f5e3f751261e615ac7","rows":2,"what":"rows.changed"}]','fac200accdfcd6e12a9ef94699ebf13d6bb53054a09f0961325ea0e36315bd23','63e6e8ee2f765ca648bc1d2957e670ab874d0a213199c8eb1d063f8a2acad7d9');
INSERT INTO "audit" VALUES(6,'2025-01-10T09:00:00Z','tester','budget add','[{"code":"env2","what":"envelope.add"},{"batch":null,"centimes":2000000,"digest":"a21ab9d69b9d46a901154eb3c47cc45958f128567cad20ec83d07049336ee0f5","entries":1,"entry":2,"envelope":"env2","what":"journal.allocate"},{"digest":"5570dab198e7a75e637ca4d67fdfbaaabaef3de0bd0dbeee78d9a26b8c5bfcbe","rows":2,"what":"rows.changed"}]','63e6e8ee2f765ca648bc1d2957e670ab874d0a213199c8eb1d063f8a2acad7d9','715565344e56a526ac42d1c6a84e0840344d61c30b0136cffce1636c7caafd39');
INSERT INTO "audit" VALUES(7,'2025-01-10T09:00:00Z','tester','batch plan','[{"code":"b1","what":"batch.add"},{"digest":"32a5db1edd08c2694144ed6287f4bc2395a39c4360d3eddf63ee4781e4215aca","rows":1,"what":"rows.changed"}]','715565344e56a526ac42d1c6a84e0840344d61c30b0136cffce1636c7caafd39','84f812b13fdbda1e700df26b9676f64aa9fa4fa8d5785663fe9454aa08575fdc');
INSERT INTO "audit" VALUES(8,'2025-01-10T09:00:00Z','tester','import','[{"batch":"b1","centimes":3750050,"changed_lines":0,"changed_people":0,"new_lines":3,"new_people":3,"what":"distributions.apply"},{"code":"I-000001","invalid":0,"kind":"distributions","new":3,"parked":0,"sha256":"c2751cebbc9876dbb99b4b718a9f770c9d3497d79b71dde9af3e059e40f2153e","unchanged":0,"updated":0,"what":"import"},{"digest":"106d19c6660874a65f7f2551018309fb5f5cd89a2b18793027c6a5b187551688","rows":9,"what":"rows.changed"}]','84f812b13fdbda1e700df26b9676f64aa9fa4fa8d5785663fe9454aa08575fdc','ed6ef709921be4c27bd5bd86dc290286a39648ab799a6a615a7df5e4cd043471');
INSERT INTO "audit" VALUES(9,'2025-02-10T09:00:00Z','tester','batch share','[{"code":"b1","envelopes":"env env2","lines":3,"what":"batch.share"},{"digest":"815fdc96882db4fb29376b16f5f63f111011bbb688b0d7bdaa8ae37984df2295","rows":6,"what":"rows.changed"}]','ed6ef709921be4c27bd5bd86dc290286a39648ab799a6a615a7df5e4cd043471','3914b5b98575b948760a7b0816a914629bad3d8c506d504b6eb7cb315c79840c');
INSERT INTO "audit" VALUES(10,'2025-02-10T09:00:00Z','tester','batch lock','[{"code":"b1","what":"batch.lock"},{"batch":"b1","centimes":3750050,"digest":"39533ccc166c17badf02fc7cbe3e72bb9d7b2d98eea7834e5ef1613467e460ff","entries":6,"entry":3,"envelope":null,"what":"journal.commit"},{"digest":"102e068b5d06db46988123be02c37ff90dfdf325b76ac0c623572e9226b71054","rows":4,"what":"rows.changed"}]','3914b5b98575b948760a7b0816a914629bad3d8c506d504b6eb7cb315c79840c','27fb58ab07537a9961a40e7093d8d765b72bf2df3bfd606c5937e7d15b70b100');
INSERT INTO "audit" VALUES(11,'2025-03-10T09:00:00Z','tester','batch hold','[{"code":"b1","what":"batch.hold"},{"batch":"b1","centimes":3750050,"digest":"25d147a17b26f4935d4cfd96bb344fc84e3e193c3f9121a3ccf4e731b221a6d3","entries":6,"entry":9,"envelope":null,"what":"journal.deliver"},{"digest":"8843024f211adf7ce6055291eb9a5499610da0929736f8c3105fd8242cbc7b91","rows":5,"what":"rows.changed"}]','27fb58ab07537a9961a40e7093d8d765b72bf2df3bfd606c5937e7d15b70b100','08c41ac60c88b90b89d08cb0f5c7e15cae2c7451aded952b41cffa5eceb9bf24');
INSERT INTO "audit" VALUES(12,'2025-03-10T09:00:00Z','tester','batch receipts','[{"code":"b1","lines":3,"what":"batch.receipts"},{"digest":"320311ed4865e7eb24e2a3d0278362c56a073eccec16859bec2ae125d46d16c9","rows":3,"what":"rows.changed"}]','08c41ac60c88b90b89d08cb0f5c7e15cae2c7451aded952b41cffa5eceb9bf24','c43b9ed6a54e55ea2e9e2834dd9e7258a5ee52b9c02c4c9f10b4f296a52017f9');
INSERT INTO "audit" VALUES(13,'2025-03-10T09:00:00Z','tester','statement add','[{"id":1,"measure":"amount","subject":"b1","what":"statement.add"},{"digest":"76e1ceaad75d1d8eb3e6e8e2c6796cfbe3b618d061fd61be6c2373996d873844","rows":1,"what":"rows.changed"}]','c43b9ed6a54e55ea2e9e2834dd9e7258a5ee52b9c02c4c9f10b4f296a52017f9','b76ac16d113cbafc9b7e9114fd34de21a87e0d7090c69c5a572789f7a667ab37');
INSERT INTO "audit" VALUES(14,'2025-03-10T09:00:00Z','tester','batch reconcile','[{"code":"b1","what":"batch.reconcile"},{"digest":"9b54b7efcbb711066548f903d91ca317c2eccef7e6efc2f27b8297f659e96fad","rows":1,"what":"rows.changed"}]','b76ac16d113cbafc9b7e9114fd34de21a87e0d7090c69c5a572789f7a667ab37','84fd3f40f769ab18369d7ae88f51937b29d7f53ae96610e05a15fb418e6f897a');
INSERT INTO "audit" VALUES(15,'2025-04-10T09:00:00Z','tester','period close','[{"month":"2025-03","what":"period.close"},{"digest":"f866f84d5e260032f723733abcbc9b4192f3cef1a83d346cac050f77bb75075e","rows":1,"what":"rows.changed"}]','84fd3f40f769ab18369d7ae88f51937b29d7f53ae96610e05a15fb418e6f897a','6011165ce56b2c454d2ab5649aed66c4464b1a41f306927ad86fe58b0362dfde');
INSERT INTO "audit" VALUES(16,'2025-04-10T09:00:00Z','tester','batch correct','[{"batch":"b1","centimes":1250000,"digest":"a3a58576cb006d3d8cc086832aa81350c9fbd52fcecf9ed7622c7a620cec5702","entries":1,"entry":15,"envelope":null,"what":"journal.correct"},{"centimes":1200000,"code":"b1","envelope":"env","line":1,"what":"batch.correct"},{"digest":"877acc8debc10fe2174e8c685d55fa8cfb7d293d7bc5cecd65759447a1b74dbe","rows":1,"what":"rows.changed"}]','6011165ce56b2c454d2ab5649aed66c4464b1a41f306927ad86fe58b0362dfde','32e7a387ef009b5fff3405d672e8e39dc3a2b9091d029521eae22b52a9c1eb67');
CREATE TABLE batch (
	code VARCHAR(64) NOT NULL, 
	programme_code VARCHAR(64) NOT NULL, 
	fiscal_year INTEGER NOT NULL, 
	province_code VARCHAR(64) NOT NULL, 
	convention_code VARCHAR(64), 
	tranche INTEGER, 
	venue VARCHAR, 
	planned_on VARCHAR, 
	held_on VARCHAR, 
	status VARCHAR NOT NULL, booked_on VARCHAR, delivered_by VARCHAR, 
	PRIMARY KEY (code), 
	FOREIGN KEY(convention_code) REFERENCES convention (code), 
	FOREIGN KEY(programme_code) REFERENCES programme (code), 
	FOREIGN KEY(province_code) REFERENCES province (code)
);
INSERT INTO "batch" VALUES('b1','micro',2024,'MA-FES',NULL,NULL,NULL,NULL,'2025-03-10','reconciled',NULL,NULL);
CREATE TABLE batch_line (
	id INTEGER NOT NULL, 
	batch_code VARCHAR(64) NOT NULL, 
	project_code VARCHAR(64) NOT NULL, 
	beneficiary_code VARCHAR(64) NOT NULL, 
	kind VARCHAR NOT NULL, 
	label VARCHAR, 
	amount BIGINT NOT NULL, 
	envelope_code VARCHAR(64) NOT NULL, 
	region_code VARCHAR(64), 
	centre_code VARCHAR(64), 
	status VARCHAR NOT NULL, receipt VARCHAR, rolled_from INTEGER REFERENCES batch_line (id), replaces INTEGER REFERENCES batch_line (id), 
	PRIMARY KEY (id), 
	CONSTRAINT batch_line_amount_positive CHECK (amount > 0), 
	FOREIGN KEY(centre_code) REFERENCES centre (code), 
	FOREIGN KEY(batch_code) REFERENCES batch (code), 
	FOREIGN KEY(beneficiary_code) REFERENCES beneficiary (code), 
	FOREIGN KEY(envelope_code) REFERENCES envelope (code), 
	FOREIGN KEY(project_code) REFERENCES project (code), 
	FOREIGN KEY(region_code) REFERENCES region (code)
);
INSERT INTO "batch_line" VALUES(1,'b1','P-8NSRDPD5P','B-K5D4W5QAY','equipment',NULL,1200000,'env','MA-03',NULL,'delivered','present',NULL,NULL);
INSERT INTO "batch_line" VALUES(2,'b1','P-EV4XCX7T5','B-SSQQFSK3X','equipment',NULL,1700050,'env','MA-03',NULL,'delivered','present',NULL,NULL);
INSERT INTO "batch_line" VALUES(3,'b1','P-W83M05D9G','B-MWXP2HXAT','cash',NULL,800000,'env','MA-01',NULL,'delivered','present',NULL,NULL);
CREATE TABLE beneficiary (
	code VARCHAR(64) NOT NULL, 
	sex VARCHAR, 
	province_code VARCHAR(64), 
	centre_code VARCHAR(64), 
	PRIMARY KEY (code), 
	FOREIGN KEY(centre_code) REFERENCES centre (code), 
	FOREIGN KEY(province_code) REFERENCES province (code)
);
INSERT INTO "beneficiary" VALUES('B-K5D4W5QAY','F','MA-FES',NULL);
INSERT INTO "beneficiary" VALUES('B-SSQQFSK3X','M','MA-MEK',NULL);
INSERT INTO "beneficiary" VALUES('B-MWXP2HXAT','M','MA-TNG',NULL);
CREATE TABLE centre (
	code VARCHAR(64) NOT NULL, 
	name_fr VARCHAR NOT NULL, 
	name_ar VARCHAR NOT NULL, 
	province_code VARCHAR(64) NOT NULL, 
	PRIMARY KEY (code), 
	FOREIGN KEY(province_code) REFERENCES province (code)
);
INSERT INTO "centre" VALUES('casablanca','Casablanca','الدار البيضاء','MA-CAS');
INSERT INTO "centre" VALUES('sale','Salé','سلا','MA-SAL');
INSERT INTO "centre" VALUES('agadir','Agadir','أكادير','MA-AGD');
INSERT INTO "centre" VALUES('oujda','Oujda','وجدة','MA-OUJ');
INSERT INTO "centre" VALUES('marrakech','Marrakech','مراكش','MA-MAR');
INSERT INTO "centre" VALUES('fes','Fès','فاس','MA-FES');
INSERT INTO "centre" VALUES('tanger','Tanger','طنجة','MA-TNG');
INSERT INTO "centre" VALUES('settat','Settat','سطات','MA-SET');
INSERT INTO "centre" VALUES('beni-mellal','Béni Mellal','بني ملال','MA-BEM');
INSERT INTO "centre" VALUES('safi','Safi','آسفي','MA-SAF');
INSERT INTO "centre" VALUES('tetouan','Tétouan','تطوان','MA-TET');
INSERT INTO "centre" VALUES('khouribga','Khouribga','خريبكة','MA-KHO');
INSERT INTO "centre" VALUES('meknes','Meknès','مكناس','MA-MEK');
INSERT INTO "centre" VALUES('nador','Nador','الناظور','MA-NAD');
INSERT INTO "centre" VALUES('el-jadida','El Jadida','الجديدة','MA-JDI');
INSERT INTO "centre" VALUES('laayoune','Laâyoune','العيون','MA-LAA');
CREATE TABLE closed_month (
	id INTEGER NOT NULL, 
	month VARCHAR NOT NULL, 
	written_at VARCHAR NOT NULL, 
	author VARCHAR NOT NULL, 
	audit_id INTEGER NOT NULL, 
	PRIMARY KEY (id), 
	UNIQUE (month)
);
INSERT INTO "closed_month" VALUES(1,'2025-03','2025-04-10T09:00:00Z','tester',15);
CREATE TABLE convention (
	code VARCHAR(64) NOT NULL, 
	programme_code VARCHAR(64) NOT NULL, 
	amount BIGINT, 
	qualifier VARCHAR NOT NULL, 
	printed VARCHAR, 
	starts_on VARCHAR, 
	ends_on VARCHAR, 
	PRIMARY KEY (code), 
	FOREIGN KEY(programme_code) REFERENCES programme (code)
);
CREATE TABLE convention_partner (
	convention_code VARCHAR(64) NOT NULL, 
	partner_code VARCHAR(64) NOT NULL, 
	PRIMARY KEY (convention_code, partner_code), 
	FOREIGN KEY(convention_code) REFERENCES convention (code), 
	FOREIGN KEY(partner_code) REFERENCES partner (code)
);
CREATE TABLE convention_region (
	convention_code VARCHAR(64) NOT NULL, 
	region_code VARCHAR(64) NOT NULL, 
	PRIMARY KEY (convention_code, region_code), 
	FOREIGN KEY(convention_code) REFERENCES convention (code), 
	FOREIGN KEY(region_code) REFERENCES region (code)
);
CREATE TABLE envelope (
	code VARCHAR(64) NOT NULL, 
	programme_code VARCHAR(64) NOT NULL, 
	fiscal_year INTEGER NOT NULL, 
	funder_code VARCHAR(64) NOT NULL, 
	convention_code VARCHAR(64), 
	target_beneficiaries INTEGER, 
	qualifier VARCHAR NOT NULL, 
	printed VARCHAR, threshold INTEGER DEFAULT '80' NOT NULL, 
	PRIMARY KEY (code), 
	FOREIGN KEY(convention_code) REFERENCES convention (code), 
	FOREIGN KEY(funder_code) REFERENCES partner (code), 
	FOREIGN KEY(programme_code) REFERENCES programme (code)
);
INSERT INTO "envelope" VALUES('env','micro',2024,'fund',NULL,10,'exact','100 000,00',80);
INSERT INTO "envelope" VALUES('env2','micro',2024,'region',NULL,NULL,'exact','20 000,00',80);
CREATE TABLE envelope_region (
	envelope_code VARCHAR(64) NOT NULL, 
	region_code VARCHAR(64) NOT NULL, 
	PRIMARY KEY (envelope_code, region_code), 
	FOREIGN KEY(envelope_code) REFERENCES envelope (code), 
	FOREIGN KEY(region_code) REFERENCES region (code)
);
CREATE TABLE history (
	id INTEGER NOT NULL, 
	audit_id INTEGER NOT NULL, 
	table_name VARCHAR NOT NULL, 
	"key" VARCHAR NOT NULL, 
	old VARCHAR, 
	PRIMARY KEY (id)
);
INSERT INTO "history" VALUES(1,1,'history','[]',NULL);
INSERT INTO "history" VALUES(2,5,'envelope','["env"]',NULL);
INSERT INTO "history" VALUES(3,5,'envelope','["env"]','{"code":"env","programme_code":"micro","fiscal_year":2024,"funder_code":"fund","convention_code":null,"target_beneficiaries":null,"qualifier":"exact","printed":null,"threshold":80}');
INSERT INTO "history" VALUES(4,6,'envelope','["env2"]',NULL);
INSERT INTO "history" VALUES(5,6,'envelope','["env2"]','{"code":"env2","programme_code":"micro","fiscal_year":2024,"funder_code":"region","convention_code":null,"target_beneficiaries":null,"qualifier":"exact","printed":null,"threshold":80}');
INSERT INTO "history" VALUES(6,7,'batch','["b1"]',NULL);
INSERT INTO "history" VALUES(7,8,'beneficiary','["B-K5D4W5QAY"]',NULL);
INSERT INTO "history" VALUES(8,8,'beneficiary','["B-SSQQFSK3X"]',NULL);
INSERT INTO "history" VALUES(9,8,'beneficiary','["B-MWXP2HXAT"]',NULL);
INSERT INTO "history" VALUES(10,8,'sensitive','["B-K5D4W5QAY"]',NULL);
INSERT INTO "history" VALUES(11,8,'sensitive','["B-SSQQFSK3X"]',NULL);
INSERT INTO "history" VALUES(12,8,'sensitive','["B-MWXP2HXAT"]',NULL);
INSERT INTO "history" VALUES(13,8,'project','["P-8NSRDPD5P"]',NULL);
INSERT INTO "history" VALUES(14,8,'project','["P-EV4XCX7T5"]',NULL);
INSERT INTO "history" VALUES(15,8,'project','["P-W83M05D9G"]',NULL);
INSERT INTO "history" VALUES(16,8,'batch_line','[1]',NULL);
INSERT INTO "history" VALUES(17,8,'batch_line','[2]',NULL);
INSERT INTO "history" VALUES(18,8,'batch_line','[3]',NULL);
INSERT INTO "history" VALUES(19,9,'line_share','[1,"env"]',NULL);
INSERT INTO "history" VALUES(20,9,'line_share','[1,"env2"]',NULL);
INSERT INTO "history" VALUES(21,9,'line_share','[2,"env"]',NULL);
INSERT INTO "history" VALUES(22,9,'line_share','[2,"env2"]',NULL);
INSERT INTO "history" VALUES(23,9,'line_share','[3,"env"]',NULL);
INSERT INTO "history" VALUES(24,9,'line_share','[3,"env2"]',NULL);
INSERT INTO "history" VALUES(25,10,'batch','["b1"]','{"code":"b1","programme_code":"micro","fiscal_year":2024,"province_code":"MA-FES","convention_code":null,"tranche":null,"venue":null,"planned_on":null,"held_on":null,"status":"planned","booked_on":null,"delivered_by":null}');
INSERT INTO "history" VALUES(26,10,'batch_line','[1]','{"id":1,"batch_code":"b1","project_code":"P-8NSRDPD5P","beneficiary_code":"B-K5D4W5QAY","kind":"equipment","label":null,"amount":1250000,"envelope_code":"env","region_code":null,"centre_code":null,"status":"expected","receipt":null,"rolled_from":null,"replaces":null}');
INSERT INTO "history" VALUES(27,10,'batch_line','[2]','{"id":2,"batch_code":"b1","project_code":"P-EV4XCX7T5","beneficiary_code":"B-SSQQFSK3X","kind":"equipment","label":null,"amount":1700050,"envelope_code":"env","region_code":null,"centre_code":null,"status":"expected","receipt":null,"rolled_from":null,"replaces":null}');
INSERT INTO "history" VALUES(28,10,'batch_line','[3]','{"id":3,"batch_code":"b1","project_code":"P-W83M05D9G","beneficiary_code":"B-MWXP2HXAT","kind":"cash","label":null,"amount":800000,"envelope_code":"env","region_code":null,"centre_code":null,"status":"expected","receipt":null,"rolled_from":null,"replaces":null}');
INSERT INTO "history" VALUES(29,11,'batch','["b1"]','{"code":"b1","programme_code":"micro","fiscal_year":2024,"province_code":"MA-FES","convention_code":null,"tranche":null,"venue":null,"planned_on":null,"held_on":null,"status":"locked","booked_on":null,"delivered_by":null}');
INSERT INTO "history" VALUES(30,11,'batch','["b1"]','{"code":"b1","programme_code":"micro","fiscal_year":2024,"province_code":"MA-FES","convention_code":null,"tranche":null,"venue":null,"planned_on":null,"held_on":null,"status":"held","booked_on":null,"delivered_by":null}');
INSERT INTO "history" VALUES(31,11,'batch_line','[1]','{"id":1,"batch_code":"b1","project_code":"P-8NSRDPD5P","beneficiary_code":"B-K5D4W5QAY","kind":"equipment","label":null,"amount":1250000,"envelope_code":"env","region_code":"MA-03","centre_code":null,"status":"expected","receipt":null,"rolled_from":null,"replaces":null}');
INSERT INTO "history" VALUES(32,11,'batch_line','[2]','{"id":2,"batch_code":"b1","project_code":"P-EV4XCX7T5","beneficiary_code":"B-SSQQFSK3X","kind":"equipment","label":null,"amount":1700050,"envelope_code":"env","region_code":"MA-03","centre_code":null,"status":"expected","receipt":null,"rolled_from":null,"replaces":null}');
INSERT INTO "history" VALUES(33,11,'batch_line','[3]','{"id":3,"batch_code":"b1","project_code":"P-W83M05D9G","beneficiary_code":"B-MWXP2HXAT","kind":"cash","label":null,"amount":800000,"envelope_code":"env","region_code":"MA-01","centre_code":null,"status":"expected","receipt":null,"rolled_from":null,"replaces":null}');
INSERT INTO "history" VALUES(34,12,'batch_line','[1]','{"id":1,"batch_code":"b1","project_code":"P-8NSRDPD5P","beneficiary_code":"B-K5D4W5QAY","kind":"equipment","label":null,"amount":1250000,"envelope_code":"env","region_code":"MA-03","centre_code":null,"status":"delivered","receipt":null,"rolled_from":null,"replaces":null}');
INSERT INTO "history" VALUES(35,12,'batch_line','[2]','{"id":2,"batch_code":"b1","project_code":"P-EV4XCX7T5","beneficiary_code":"B-SSQQFSK3X","kind":"equipment","label":null,"amount":1700050,"envelope_code":"env","region_code":"MA-03","centre_code":null,"status":"delivered","receipt":null,"rolled_from":null,"replaces":null}');
INSERT INTO "history" VALUES(36,12,'batch_line','[3]','{"id":3,"batch_code":"b1","project_code":"P-W83M05D9G","beneficiary_code":"B-MWXP2HXAT","kind":"cash","label":null,"amount":800000,"envelope_code":"env","region_code":"MA-01","centre_code":null,"status":"delivered","receipt":null,"rolled_from":null,"replaces":null}');
INSERT INTO "history" VALUES(37,13,'statement','[1]',NULL);
INSERT INTO "history" VALUES(38,14,'batch','["b1"]','{"code":"b1","programme_code":"micro","fiscal_year":2024,"province_code":"MA-FES","convention_code":null,"tranche":null,"venue":null,"planned_on":null,"held_on":"2025-03-10","status":"held","booked_on":null,"delivered_by":null}');
INSERT INTO "history" VALUES(39,15,'closed_month','[1]',NULL);
INSERT INTO "history" VALUES(40,16,'batch_line','[1]','{"id":1,"batch_code":"b1","project_code":"P-8NSRDPD5P","beneficiary_code":"B-K5D4W5QAY","kind":"equipment","label":null,"amount":1250000,"envelope_code":"env","region_code":"MA-03","centre_code":null,"status":"delivered","receipt":"present","rolled_from":null,"replaces":null}');
CREATE TABLE identity (
	beneficiary_code VARCHAR(64) NOT NULL, 
	name_latin VARCHAR, 
	name_arabic VARCHAR, 
	cin VARCHAR, 
	birth_date VARCHAR, 
	phone VARCHAR, 
	file_number VARCHAR, 
	PRIMARY KEY (beneficiary_code), 
	FOREIGN KEY(beneficiary_code) REFERENCES beneficiary (code), 
	UNIQUE (cin)
);
INSERT INTO "identity" VALUES('B-K5D4W5QAY','Benfictif Amina',NULL,'ZZ1001',NULL,NULL,NULL);
INSERT INTO "identity" VALUES('B-SSQQFSK3X','El Exemple Karim',NULL,'ZZ1002',NULL,NULL,NULL);
INSERT INTO "identity" VALUES('B-MWXP2HXAT','Inventani Omar',NULL,'ZZ1003',NULL,NULL,NULL);
CREATE TABLE import_row (
	id INTEGER NOT NULL, 
	import_code VARCHAR(64) NOT NULL, 
	"row" INTEGER NOT NULL, 
	outcome VARCHAR NOT NULL, 
	fingerprint VARCHAR NOT NULL, 
	subject VARCHAR, 
	PRIMARY KEY (id), 
	FOREIGN KEY(import_code) REFERENCES import_run (code), 
	CONSTRAINT import_row_once UNIQUE (import_code, "row")
);
INSERT INTO "import_row" VALUES(1,'I-000001',2,'new','a6ddc585fd45340d053f91ecd96aba7ca4629914d5192600d31f9455748585c5','1');
INSERT INTO "import_row" VALUES(2,'I-000001',3,'new','9050178361ff7be270922c174f9d06dea391e2475cda41dddb851c9df7be9846','2');
INSERT INTO "import_row" VALUES(3,'I-000001',4,'new','867b62627ce541de82f923a3ad974a7799d67e8676f7dbda1bab063b730c4113','3');
CREATE TABLE import_run (
	code VARCHAR(64) NOT NULL, 
	kind VARCHAR NOT NULL, 
	file_name VARCHAR NOT NULL, 
	sha256 VARCHAR NOT NULL, 
	sheet VARCHAR, 
	batch_code VARCHAR(64), 
	written_at VARCHAR NOT NULL, 
	author VARCHAR NOT NULL, 
	PRIMARY KEY (code), 
	FOREIGN KEY(batch_code) REFERENCES batch (code)
);
INSERT INTO "import_run" VALUES('I-000001','distributions','people.xlsx','c2751cebbc9876dbb99b4b718a9f770c9d3497d79b71dde9af3e059e40f2153e','Feuille1','b1','2025-01-10T09:00:00Z','tester');
CREATE TABLE journal (
	id INTEGER NOT NULL, 
	entry INTEGER NOT NULL, 
	kind VARCHAR NOT NULL, 
	account VARCHAR NOT NULL, 
	amount BIGINT NOT NULL, 
	envelope_code VARCHAR(64) NOT NULL, 
	funder_code VARCHAR(64) NOT NULL, 
	programme_code VARCHAR(64) NOT NULL, 
	fiscal_year INTEGER NOT NULL, 
	month VARCHAR, 
	region_code VARCHAR(64), 
	batch_code VARCHAR(64), 
	line_id INTEGER, 
	happened_on VARCHAR, 
	written_at VARCHAR NOT NULL, 
	author VARCHAR NOT NULL, 
	reason VARCHAR, booked_on VARCHAR, mends INTEGER, audit_id INTEGER, 
	PRIMARY KEY (id), 
	FOREIGN KEY(batch_code) REFERENCES batch (code), 
	FOREIGN KEY(envelope_code) REFERENCES envelope (code), 
	FOREIGN KEY(funder_code) REFERENCES partner (code), 
	FOREIGN KEY(line_id) REFERENCES batch_line (id), 
	FOREIGN KEY(programme_code) REFERENCES programme (code), 
	FOREIGN KEY(region_code) REFERENCES region (code)
);
INSERT INTO "journal" VALUES(1,1,'allocate','funder',-10000000,'env','fund','micro',2024,NULL,NULL,NULL,NULL,'2024','2025-01-10T09:00:00Z','tester',NULL,'2024',NULL,5);
INSERT INTO "journal" VALUES(2,1,'allocate','available',10000000,'env','fund','micro',2024,NULL,NULL,NULL,NULL,'2024','2025-01-10T09:00:00Z','tester',NULL,'2024',NULL,5);
INSERT INTO "journal" VALUES(3,2,'allocate','funder',-2000000,'env2','region','micro',2024,NULL,NULL,NULL,NULL,'2024','2025-01-10T09:00:00Z','tester',NULL,'2024',NULL,6);
INSERT INTO "journal" VALUES(4,2,'allocate','available',2000000,'env2','region','micro',2024,NULL,NULL,NULL,NULL,'2024','2025-01-10T09:00:00Z','tester',NULL,'2024',NULL,6);
INSERT INTO "journal" VALUES(5,3,'commit','available',-937500,'env','fund','micro',2024,'2025-02','MA-03','b1',1,'2025-02-10','2025-02-10T09:00:00Z','tester',NULL,'2025-02-10',NULL,10);
INSERT INTO "journal" VALUES(6,3,'commit','committed',937500,'env','fund','micro',2024,'2025-02','MA-03','b1',1,'2025-02-10','2025-02-10T09:00:00Z','tester',NULL,'2025-02-10',NULL,10);
INSERT INTO "journal" VALUES(7,4,'commit','available',-312500,'env2','region','micro',2024,'2025-02','MA-03','b1',1,'2025-02-10','2025-02-10T09:00:00Z','tester',NULL,'2025-02-10',NULL,10);
INSERT INTO "journal" VALUES(8,4,'commit','committed',312500,'env2','region','micro',2024,'2025-02','MA-03','b1',1,'2025-02-10','2025-02-10T09:00:00Z','tester',NULL,'2025-02-10',NULL,10);
INSERT INTO "journal" VALUES(9,5,'commit','available',-1275038,'env','fund','micro',2024,'2025-02','MA-03','b1',2,'2025-02-10','2025-02-10T09:00:00Z','tester',NULL,'2025-02-10',NULL,10);
INSERT INTO "journal" VALUES(10,5,'commit','committed',1275038,'env','fund','micro',2024,'2025-02','MA-03','b1',2,'2025-02-10','2025-02-10T09:00:00Z','tester',NULL,'2025-02-10',NULL,10);
INSERT INTO "journal" VALUES(11,6,'commit','available',-425012,'env2','region','micro',2024,'2025-02','MA-03','b1',2,'2025-02-10','2025-02-10T09:00:00Z','tester',NULL,'2025-02-10',NULL,10);
INSERT INTO "journal" VALUES(12,6,'commit','committed',425012,'env2','region','micro',2024,'2025-02','MA-03','b1',2,'2025-02-10','2025-02-10T09:00:00Z','tester',NULL,'2025-02-10',NULL,10);
INSERT INTO "journal" VALUES(13,7,'commit','available',-600000,'env','fund','micro',2024,'2025-02','MA-01','b1',3,'2025-02-10','2025-02-10T09:00:00Z','tester',NULL,'2025-02-10',NULL,10);
INSERT INTO "journal" VALUES(14,7,'commit','committed',600000,'env','fund','micro',2024,'2025-02','MA-01','b1',3,'2025-02-10','2025-02-10T09:00:00Z','tester',NULL,'2025-02-10',NULL,10);
INSERT INTO "journal" VALUES(15,8,'commit','available',-200000,'env2','region','micro',2024,'2025-02','MA-01','b1',3,'2025-02-10','2025-02-10T09:00:00Z','tester',NULL,'2025-02-10',NULL,10);
INSERT INTO "journal" VALUES(16,8,'commit','committed',200000,'env2','region','micro',2024,'2025-02','MA-01','b1',3,'2025-02-10','2025-02-10T09:00:00Z','tester',NULL,'2025-02-10',NULL,10);
INSERT INTO "journal" VALUES(17,9,'deliver','committed',-937500,'env','fund','micro',2024,'2025-03','MA-03','b1',1,'2025-03-10','2025-03-10T09:00:00Z','tester',NULL,'2025-03-10',NULL,11);
INSERT INTO "journal" VALUES(18,9,'deliver','delivered',937500,'env','fund','micro',2024,'2025-03','MA-03','b1',1,'2025-03-10','2025-03-10T09:00:00Z','tester',NULL,'2025-03-10',NULL,11);
INSERT INTO "journal" VALUES(19,10,'deliver','committed',-312500,'env2','region','micro',2024,'2025-03','MA-03','b1',1,'2025-03-10','2025-03-10T09:00:00Z','tester',NULL,'2025-03-10',NULL,11);
INSERT INTO "journal" VALUES(20,10,'deliver','delivered',312500,'env2','region','micro',2024,'2025-03','MA-03','b1',1,'2025-03-10','2025-03-10T09:00:00Z','tester',NULL,'2025-03-10',NULL,11);
INSERT INTO "journal" VALUES(21,11,'deliver','committed',-1275038,'env','fund','micro',2024,'2025-03','MA-03','b1',2,'2025-03-10','2025-03-10T09:00:00Z','tester',NULL,'2025-03-10',NULL,11);
INSERT INTO "journal" VALUES(22,11,'deliver','delivered',1275038,'env','fund','micro',2024,'2025-03','MA-03','b1',2,'2025-03-10','2025-03-10T09:00:00Z','tester',NULL,'2025-03-10',NULL,11);
INSERT INTO "journal" VALUES(23,12,'deliver','committed',-425012,'env2','region','micro',2024,'2025-03','MA-03','b1',2,'2025-03-10','2025-03-10T09:00:00Z','tester',NULL,'2025-03-10',NULL,11);
INSERT INTO "journal" VALUES(24,12,'deliver','delivered',425012,'env2','region','micro',2024,'2025-03','MA-03','b1',2,'2025-03-10','2025-03-10T09:00:00Z','tester',NULL,'2025-03-10',NULL,11);
INSERT INTO "journal" VALUES(25,13,'deliver','committed',-600000,'env','fund','micro',2024,'2025-03','MA-01','b1',3,'2025-03-10','2025-03-10T09:00:00Z','tester',NULL,'2025-03-10',NULL,11);
INSERT INTO "journal" VALUES(26,13,'deliver','delivered',600000,'env','fund','micro',2024,'2025-03','MA-01','b1',3,'2025-03-10','2025-03-10T09:00:00Z','tester',NULL,'2025-03-10',NULL,11);
INSERT INTO "journal" VALUES(27,14,'deliver','committed',-200000,'env2','region','micro',2024,'2025-03','MA-01','b1',3,'2025-03-10','2025-03-10T09:00:00Z','tester',NULL,'2025-03-10',NULL,11);
INSERT INTO "journal" VALUES(28,14,'deliver','delivered',200000,'env2','region','micro',2024,'2025-03','MA-01','b1',3,'2025-03-10','2025-03-10T09:00:00Z','tester',NULL,'2025-03-10',NULL,11);
INSERT INTO "journal" VALUES(29,15,'correct','delivered',-937500,'env','fund','micro',2024,'2025-04','MA-03','b1',1,'2025-03-10','2025-04-10T09:00:00Z','tester','faute de frappe','2025-04-10',9,16);
INSERT INTO "journal" VALUES(30,15,'correct','delivered',-312500,'env2','region','micro',2024,'2025-04','MA-03','b1',1,'2025-03-10','2025-04-10T09:00:00Z','tester','faute de frappe','2025-04-10',10,16);
INSERT INTO "journal" VALUES(31,15,'correct','delivered',900000,'env','fund','micro',2024,'2025-04','MA-03','b1',1,'2025-03-10','2025-04-10T09:00:00Z','tester','faute de frappe','2025-04-10',9,16);
INSERT INTO "journal" VALUES(32,15,'correct','delivered',300000,'env2','region','micro',2024,'2025-04','MA-03','b1',1,'2025-03-10','2025-04-10T09:00:00Z','tester','faute de frappe','2025-04-10',10,16);
INSERT INTO "journal" VALUES(33,15,'correct','available',37500,'env','fund','micro',2024,'2025-04','MA-03','b1',1,'2025-03-10','2025-04-10T09:00:00Z','tester','faute de frappe','2025-04-10',9,16);
INSERT INTO "journal" VALUES(34,15,'correct','available',12500,'env2','region','micro',2024,'2025-04','MA-03','b1',1,'2025-03-10','2025-04-10T09:00:00Z','tester','faute de frappe','2025-04-10',10,16);
CREATE TABLE line_share (
	line_id INTEGER NOT NULL, 
	envelope_code VARCHAR(64) NOT NULL, 
	weight BIGINT NOT NULL, 
	PRIMARY KEY (line_id, envelope_code), 
	FOREIGN KEY(line_id) REFERENCES batch_line (id), 
	FOREIGN KEY(envelope_code) REFERENCES envelope (code)
);
INSERT INTO "line_share" VALUES(1,'env',300);
INSERT INTO "line_share" VALUES(1,'env2',100);
INSERT INTO "line_share" VALUES(2,'env',300);
INSERT INTO "line_share" VALUES(2,'env2',100);
INSERT INTO "line_share" VALUES(3,'env',300);
INSERT INTO "line_share" VALUES(3,'env2',100);
CREATE TABLE overcommitment (
	id INTEGER NOT NULL, 
	envelope_code VARCHAR(64) NOT NULL, 
	batch_code VARCHAR(64) NOT NULL, 
	missing BIGINT NOT NULL, 
	written_at VARCHAR NOT NULL, 
	author VARCHAR NOT NULL, 
	reason VARCHAR NOT NULL, audit_id INTEGER, 
	PRIMARY KEY (id), 
	FOREIGN KEY(batch_code) REFERENCES batch (code), 
	FOREIGN KEY(envelope_code) REFERENCES envelope (code)
);
CREATE TABLE partner (
	code VARCHAR(64) NOT NULL, 
	name VARCHAR NOT NULL, 
	name_ar VARCHAR, 
	PRIMARY KEY (code)
);
INSERT INTO "partner" VALUES('fund','Bailleur',NULL);
INSERT INTO "partner" VALUES('region','Conseil régional',NULL);
CREATE TABLE programme (
	code VARCHAR(64) NOT NULL, 
	name VARCHAR NOT NULL, 
	name_ar VARCHAR, 
	PRIMARY KEY (code)
);
INSERT INTO "programme" VALUES('micro','Micro-projets','المشاريع الصغرى');
CREATE TABLE project (
	code VARCHAR(64) NOT NULL, 
	programme_code VARCHAR(64) NOT NULL, 
	kind VARCHAR NOT NULL, 
	activity VARCHAR, 
	sector_code VARCHAR(64), 
	PRIMARY KEY (code), 
	FOREIGN KEY(programme_code) REFERENCES programme (code), 
	FOREIGN KEY(sector_code) REFERENCES sector (code)
);
INSERT INTO "project" VALUES('P-8NSRDPD5P','micro','individual','Couture',NULL);
INSERT INTO "project" VALUES('P-EV4XCX7T5','micro','individual','Soudure',NULL);
INSERT INTO "project" VALUES('P-W83M05D9G','micro','individual','Snack',NULL);
CREATE TABLE project_member (
	project_code VARCHAR(64) NOT NULL, 
	beneficiary_code VARCHAR(64) NOT NULL, 
	PRIMARY KEY (project_code, beneficiary_code), 
	FOREIGN KEY(beneficiary_code) REFERENCES beneficiary (code), 
	FOREIGN KEY(project_code) REFERENCES project (code)
);
INSERT INTO "project_member" VALUES('P-8NSRDPD5P','B-K5D4W5QAY');
INSERT INTO "project_member" VALUES('P-EV4XCX7T5','B-SSQQFSK3X');
INSERT INTO "project_member" VALUES('P-W83M05D9G','B-MWXP2HXAT');
CREATE TABLE province (
	code VARCHAR(64) NOT NULL, 
	region_code VARCHAR(64) NOT NULL, 
	kind VARCHAR NOT NULL, 
	name_fr VARCHAR NOT NULL, 
	name_ar VARCHAR NOT NULL, 
	PRIMARY KEY (code), 
	FOREIGN KEY(region_code) REFERENCES region (code)
);
INSERT INTO "province" VALUES('MA-TNG','MA-01','prefecture','Tanger-Assilah','طنجة-أصيلة');
INSERT INTO "province" VALUES('MA-MDF','MA-01','prefecture','M’diq-Fnideq','المضيق-الفنيدق');
INSERT INTO "province" VALUES('MA-TET','MA-01','province','Tétouan','تطوان');
INSERT INTO "province" VALUES('MA-FAH','MA-01','province','Fahs-Anjra','الفحص-أنجرة');
INSERT INTO "province" VALUES('MA-LAR','MA-01','province','Larache','العرائش');
INSERT INTO "province" VALUES('MA-HOC','MA-01','province','Al Hoceïma','الحسيمة');
INSERT INTO "province" VALUES('MA-CHE','MA-01','province','Chefchaouen','شفشاون');
INSERT INTO "province" VALUES('MA-OUZ','MA-01','province','Ouezzane','وزان');
INSERT INTO "province" VALUES('MA-OUJ','MA-02','prefecture','Oujda-Angad','وجدة-أنجاد');
INSERT INTO "province" VALUES('MA-NAD','MA-02','province','Nador','الناضور');
INSERT INTO "province" VALUES('MA-DRI','MA-02','province','Driouch','الدريوش');
INSERT INTO "province" VALUES('MA-JRA','MA-02','province','Jerada','جرادة');
INSERT INTO "province" VALUES('MA-BER','MA-02','province','Berkane','بركان');
INSERT INTO "province" VALUES('MA-TAI','MA-02','province','Taourirt','تاوريرت');
INSERT INTO "province" VALUES('MA-GUF','MA-02','province','Guercif','جرسيف');
INSERT INTO "province" VALUES('MA-FIG','MA-02','province','Figuig','فجيج');
INSERT INTO "province" VALUES('MA-FES','MA-03','prefecture','Fès','فاس');
INSERT INTO "province" VALUES('MA-MEK','MA-03','prefecture','Meknès','مكناس');
INSERT INTO "province" VALUES('MA-HAJ','MA-03','province','El Hajeb','الحاجب');
INSERT INTO "province" VALUES('MA-IFR','MA-03','province','Ifrane','إفران');
INSERT INTO "province" VALUES('MA-MOU','MA-03','province','Moulay Yacoub','مولاي يعقوب');
INSERT INTO "province" VALUES('MA-SEF','MA-03','province','Sefrou','صفرو');
INSERT INTO "province" VALUES('MA-BOM','MA-03','province','Boulemane','بولمان');
INSERT INTO "province" VALUES('MA-TAO','MA-03','province','Taounate','تاونات');
INSERT INTO "province" VALUES('MA-TAZ','MA-03','province','Taza','تازة');
INSERT INTO "province" VALUES('MA-RAB','MA-04','prefecture','Rabat','الرباط');
INSERT INTO "province" VALUES('MA-SAL','MA-04','prefecture','Salé','سلا');
INSERT INTO "province" VALUES('MA-SKH','MA-04','prefecture','Skhirate-Témara','الصخيرات-تمارة');
INSERT INTO "province" VALUES('MA-KEN','MA-04','province','Kénitra','القنيطرة');
INSERT INTO "province" VALUES('MA-KHE','MA-04','province','Khémisset','الخميسات');
INSERT INTO "province" VALUES('MA-SIK','MA-04','province','Sidi Kacem','سيدي قاسم');
INSERT INTO "province" VALUES('MA-SIL','MA-04','province','Sidi Slimane','سيدي سليمان');
INSERT INTO "province" VALUES('MA-BEM','MA-05','province','Béni Mellal','بني ملال');
INSERT INTO "province" VALUES('MA-AZI','MA-05','province','Azilal','أزيلال');
INSERT INTO "province" VALUES('MA-FQH','MA-05','province','Fquih Ben Salah','الفقيه بن صالح');
INSERT INTO "province" VALUES('MA-KHN','MA-05','province','Khénifra','خنيفرة');
INSERT INTO "province" VALUES('MA-KHO','MA-05','province','Khouribga','خريبكة');
INSERT INTO "province" VALUES('MA-CAS','MA-06','prefecture','Casablanca','الدار البيضاء');
INSERT INTO "province" VALUES('MA-MOH','MA-06','prefecture','Mohammadia','المحمدية');
INSERT INTO "province" VALUES('MA-JDI','MA-06','province','El Jadida','الجديدة');
INSERT INTO "province" VALUES('MA-NOU','MA-06','province','Nouaceur','النواصر');
INSERT INTO "province" VALUES('MA-MED','MA-06','province','Médiouna','مديونة');
INSERT INTO "province" VALUES('MA-BES','MA-06','province','Benslimane','بنسليمان');
INSERT INTO "province" VALUES('MA-BRR','MA-06','province','Berrechid','برشيد');
INSERT INTO "province" VALUES('MA-SET','MA-06','province','Settat','سطات');
INSERT INTO "province" VALUES('MA-SIB','MA-06','province','Sidi Bennour','سيدي بنور');
INSERT INTO "province" VALUES('MA-MAR','MA-07','prefecture','Marrakech','مراكش');
INSERT INTO "province" VALUES('MA-CHI','MA-07','province','Chichaoua','شيشاوة');
INSERT INTO "province" VALUES('MA-HAO','MA-07','province','Al Haouz','الحوز');
INSERT INTO "province" VALUES('MA-KES','MA-07','province','El Kelâa des Sraghna','قلعة السراغنة');
INSERT INTO "province" VALUES('MA-ESI','MA-07','province','Essaouira','الصويرة');
INSERT INTO "province" VALUES('MA-REH','MA-07','province','Rehamna','الرحامنة');
INSERT INTO "province" VALUES('MA-SAF','MA-07','province','Safi','آسفي');
INSERT INTO "province" VALUES('MA-YUS','MA-07','province','Youssoufia','اليوسفية');
INSERT INTO "province" VALUES('MA-ERR','MA-08','province','Errachidia','الرشيدية');
INSERT INTO "province" VALUES('MA-OUA','MA-08','province','Ouarzazate','ورزازات');
INSERT INTO "province" VALUES('MA-MID','MA-08','province','Midelt','ميدلت');
INSERT INTO "province" VALUES('MA-TIN','MA-08','province','Tinghir','تنغير');
INSERT INTO "province" VALUES('MA-ZAG','MA-08','province','Zagora','زاكورة');
INSERT INTO "province" VALUES('MA-AGD','MA-09','prefecture','Agadir-Ida-Ou-Tanane','أكادير-إدا وتنان');
INSERT INTO "province" VALUES('MA-INE','MA-09','prefecture','Inezgane-Aït Melloul','إنزكان-آيت ملول');
INSERT INTO "province" VALUES('MA-CHT','MA-09','province','Chtouka-Aït Baha','اشتوكة-آيت باها');
INSERT INTO "province" VALUES('MA-TAR','MA-09','province','Taroudannt','تارودانت');
INSERT INTO "province" VALUES('MA-TIZ','MA-09','province','Tiznit','تيزنيت');
INSERT INTO "province" VALUES('MA-TAT','MA-09','province','Tata','طاطا');
INSERT INTO "province" VALUES('MA-GUE','MA-10','province','Guelmim','كلميم');
INSERT INTO "province" VALUES('MA-ASZ','MA-10','province','Assa-Zag','آسا-الزاك');
INSERT INTO "province" VALUES('MA-TNT','MA-10','province','Tan-Tan','طانطان');
INSERT INTO "province" VALUES('MA-SIF','MA-10','province','Sidi Ifni','سيدي إفني');
INSERT INTO "province" VALUES('MA-LAA','MA-11','province','Laâyoune','العيون');
INSERT INTO "province" VALUES('MA-BOD','MA-11','province','Boujdour','بوجدور');
INSERT INTO "province" VALUES('MA-TAF','MA-11','province','Tarfaya','طرفاية');
INSERT INTO "province" VALUES('MA-ESM','MA-11','province','Es-Semara','السمارة');
INSERT INTO "province" VALUES('MA-OUD','MA-12','province','Oued Ed-Dahab','وادي الذهب');
INSERT INTO "province" VALUES('MA-AOU','MA-12','province','Aousserd','أوسرد');
CREATE TABLE proxy (
	batch_code VARCHAR(64) NOT NULL, 
	beneficiary_code VARCHAR(64) NOT NULL, 
	proxy_code VARCHAR(64), 
	name VARCHAR, 
	PRIMARY KEY (batch_code, beneficiary_code), 
	FOREIGN KEY(batch_code) REFERENCES batch (code), 
	FOREIGN KEY(beneficiary_code) REFERENCES beneficiary (code), 
	FOREIGN KEY(proxy_code) REFERENCES beneficiary (code)
);
CREATE TABLE region (
	code VARCHAR(64) NOT NULL, 
	name_fr VARCHAR NOT NULL, 
	name_ar VARCHAR NOT NULL, 
	PRIMARY KEY (code)
);
INSERT INTO "region" VALUES('MA-01','Tanger-Tétouan-Al Hoceïma','طنجة-تطوان-الحسيمة');
INSERT INTO "region" VALUES('MA-02','L’Oriental','الشرق');
INSERT INTO "region" VALUES('MA-03','Fès-Meknès','فاس-مكناس');
INSERT INTO "region" VALUES('MA-04','Rabat-Salé-Kénitra','الرباط-سلا-القنيطرة');
INSERT INTO "region" VALUES('MA-05','Béni Mellal-Khénifra','بني ملال-خنيفرة');
INSERT INTO "region" VALUES('MA-06','Casablanca-Settat','الدار البيضاء-سطات');
INSERT INTO "region" VALUES('MA-07','Marrakech-Safi','مراكش-آسفي');
INSERT INTO "region" VALUES('MA-08','Drâa-Tafilalet','درعة-تافيلالت');
INSERT INTO "region" VALUES('MA-09','Souss-Massa','سوس-ماسة');
INSERT INTO "region" VALUES('MA-10','Guelmim-Oued Noun','كلميم-واد نون');
INSERT INTO "region" VALUES('MA-11','Laâyoune-Sakia El Hamra','العيون-الساقية الحمراء');
INSERT INTO "region" VALUES('MA-12','Dakhla-Oued Ed-Dahab','الداخلة-وادي الذهب');
CREATE TABLE sector (
	code VARCHAR(64) NOT NULL, 
	name_fr VARCHAR NOT NULL, 
	name_ar VARCHAR NOT NULL, 
	PRIMARY KEY (code)
);
INSERT INTO "sector" VALUES('commerce','Commerce','التجارة');
INSERT INTO "sector" VALUES('industrie','Industrie','الصناعة');
INSERT INTO "sector" VALUES('services','Services','الخدمات');
INSERT INTO "sector" VALUES('artisanat','Artisanat','الصناعة التقليدية');
INSERT INTO "sector" VALUES('restauration','Restauration','المطعمة');
INSERT INTO "sector" VALUES('agriculture','Agriculture','الفلاحة');
INSERT INTO "sector" VALUES('batiment','Bâtiment','البناء');
CREATE TABLE sensitive (
	beneficiary_code VARCHAR(64) NOT NULL, 
	disabled BOOLEAN, 
	special_category BOOLEAN, 
	PRIMARY KEY (beneficiary_code), 
	FOREIGN KEY(beneficiary_code) REFERENCES beneficiary (code)
);
INSERT INTO "sensitive" VALUES('B-K5D4W5QAY',NULL,NULL);
INSERT INTO "sensitive" VALUES('B-SSQQFSK3X',NULL,NULL);
INSERT INTO "sensitive" VALUES('B-MWXP2HXAT',NULL,NULL);
CREATE TABLE "statement" (
	id INTEGER NOT NULL, 
	batch_code VARCHAR(64), 
	envelope_code VARCHAR(64), 
	convention_code VARCHAR(64), 
	measure VARCHAR NOT NULL, 
	value BIGINT NOT NULL, 
	qualifier VARCHAR NOT NULL, 
	printed VARCHAR NOT NULL, 
	source VARCHAR NOT NULL, 
	published_on VARCHAR, 
	chosen BOOLEAN NOT NULL, 
	reason VARCHAR, 
	programme_code VARCHAR(64), 
	fiscal_year INTEGER, 
	PRIMARY KEY (id), 
	CONSTRAINT statement_programme FOREIGN KEY(programme_code) REFERENCES programme (code), 
	CONSTRAINT statement_one_subject CHECK (CASE WHEN batch_code IS NULL THEN 0 ELSE 1 END + CASE WHEN envelope_code IS NULL THEN 0 ELSE 1 END + CASE WHEN convention_code IS NULL THEN 0 ELSE 1 END + CASE WHEN programme_code IS NULL THEN 0 ELSE 1 END = 1), 
	FOREIGN KEY(convention_code) REFERENCES convention (code), 
	FOREIGN KEY(batch_code) REFERENCES batch (code), 
	FOREIGN KEY(envelope_code) REFERENCES envelope (code)
);
INSERT INTO "statement" VALUES(1,'b1',NULL,NULL,'amount',3700000,'over','plus de 37.000 DH','journal',NULL,0,NULL,NULL,NULL);
CREATE INDEX ix_province_region_code ON province (region_code);
CREATE INDEX ix_batch_programme_code ON batch (programme_code);
CREATE INDEX ix_envelope_programme_code ON envelope (programme_code);
CREATE INDEX ix_overcommitment_envelope_code ON overcommitment (envelope_code);
CREATE INDEX ix_batch_line_batch ON batch_line (batch_code);
CREATE INDEX ix_batch_line_beneficiary_code ON batch_line (beneficiary_code);
CREATE INDEX ix_batch_line_envelope_code ON batch_line (envelope_code);
CREATE INDEX ix_batch_line_project_code ON batch_line (project_code);
CREATE INDEX ix_import_row_fingerprint ON import_row (fingerprint);
CREATE INDEX ix_project_member_beneficiary_code ON project_member (beneficiary_code);
CREATE INDEX ix_journal_batch ON journal (batch_code);
CREATE INDEX ix_journal_entry ON journal (entry);
CREATE INDEX ix_journal_envelope ON journal (envelope_code, account, amount);
CREATE TRIGGER journal_no_update BEFORE UPDATE ON journal BEGIN SELECT RAISE(ABORT, 'journal is append-only'); END;
CREATE TRIGGER journal_no_delete BEFORE DELETE ON journal BEGIN SELECT RAISE(ABORT, 'journal is append-only'); END;
CREATE TRIGGER journal_no_replace BEFORE INSERT ON journal WHEN EXISTS (SELECT 1 FROM journal WHERE id = NEW.id) BEGIN SELECT RAISE(ABORT, 'journal is append-only'); END;
CREATE TRIGGER audit_no_update BEFORE UPDATE ON audit BEGIN SELECT RAISE(ABORT, 'audit is append-only'); END;
CREATE TRIGGER audit_no_delete BEFORE DELETE ON audit BEGIN SELECT RAISE(ABORT, 'audit is append-only'); END;
CREATE TRIGGER audit_no_replace BEFORE INSERT ON audit WHEN EXISTS (SELECT 1 FROM audit WHERE id = NEW.id) BEGIN SELECT RAISE(ABORT, 'audit is append-only'); END;
CREATE TRIGGER overcommitment_no_update BEFORE UPDATE ON overcommitment BEGIN SELECT RAISE(ABORT, 'overcommitment is append-only'); END;
CREATE TRIGGER overcommitment_no_delete BEFORE DELETE ON overcommitment BEGIN SELECT RAISE(ABORT, 'overcommitment is append-only'); END;
CREATE TRIGGER overcommitment_no_replace BEFORE INSERT ON overcommitment WHEN EXISTS (SELECT 1 FROM overcommitment WHERE id = NEW.id) BEGIN SELECT RAISE(ABORT, 'overcommitment is append-only'); END;
CREATE UNIQUE INDEX ix_batch_line_rolled_from ON batch_line (rolled_from);
CREATE UNIQUE INDEX ix_batch_line_replaces ON batch_line (replaces);
CREATE INDEX ix_journal_line ON journal (line_id);
CREATE INDEX ix_statement_batch_code ON statement (batch_code);
CREATE INDEX ix_history_audit_id ON history (audit_id);
CREATE INDEX ix_history_table_name_key ON history (table_name, "key");
CREATE TRIGGER closed_month_no_update BEFORE UPDATE ON closed_month BEGIN SELECT RAISE(ABORT, 'closed_month is append-only'); END;
CREATE TRIGGER closed_month_no_delete BEFORE DELETE ON closed_month BEGIN SELECT RAISE(ABORT, 'closed_month is append-only'); END;
CREATE TRIGGER closed_month_no_replace BEFORE INSERT ON closed_month WHEN EXISTS (SELECT 1 FROM closed_month WHERE id = NEW.id OR month = NEW.month) BEGIN SELECT RAISE(ABORT, 'closed_month is append-only'); END;
CREATE VIEW v_line AS
SELECT
    l.id                                    AS line,
    l.batch_code                            AS batch,
    l.project_code                          AS project,
    l.beneficiary_code                      AS beneficiary,
    l.kind                                  AS kind,
    l.label                                 AS label,
    l.amount                                AS amount,
    l.envelope_code                         AS envelope,
    l.status                                AS status,
    l.receipt                               AS receipt,
    l.rolled_from                           AS rolled_from,
    l.replaces                              AS replaces,
    COALESCE(l.region_code, home.region_code, seat.region_code, place.region_code) AS region,
    b.programme_code                        AS programme,
    b.fiscal_year                           AS fiscal_year,
    COALESCE(l.centre_code, person.centre_code) AS centre,
    p.activity                              AS activity,
    p.sector_code                           AS sector,
    person.sex                              AS sex,
    s.disabled                              AS disabled,
    CASE WHEN l.status = 'expected'  THEN l.amount ELSE 0 END AS planned,
    CASE WHEN l.status = 'delivered' THEN l.amount ELSE 0 END AS delivered,
    CASE WHEN l.status IN ('expected', 'delivered') THEN 1 ELSE 0 END AS counts
FROM batch_line l
JOIN batch b                ON b.code = l.batch_code
JOIN project p              ON p.code = l.project_code
JOIN beneficiary person     ON person.code = l.beneficiary_code
JOIN province place         ON place.code = b.province_code
LEFT JOIN province home     ON home.code = person.province_code
LEFT JOIN centre c          ON c.code = person.centre_code
LEFT JOIN province seat     ON seat.code = c.province_code
LEFT JOIN sensitive s       ON s.beneficiary_code = person.code;
CREATE VIEW v_share AS
SELECT l.id AS line, l.batch_code AS batch, l.envelope_code AS envelope, 1 AS weight
FROM batch_line l
WHERE NOT EXISTS (SELECT 1 FROM line_share s WHERE s.line_id = l.id)
UNION ALL
SELECT s.line_id, l.batch_code, s.envelope_code, s.weight
FROM line_share s JOIN batch_line l ON l.id = s.line_id;
CREATE VIEW v_posting AS
SELECT
    p.*,
    SUBSTR(p.event_on || '-01-01', 1, 10)   AS event_first,
    CASE LENGTH(p.event_on)
        WHEN 4 THEN p.event_on || '-12-31' WHEN 7 THEN p.event_on || '-31' ELSE p.event_on
    END                                     AS event_last,
    SUBSTR(p.booked_on || '-01-01', 1, 10)  AS booked_first,
    CASE LENGTH(p.booked_on)
        WHEN 4 THEN p.booked_on || '-12-31' WHEN 7 THEN p.booked_on || '-31' ELSE p.booked_on
    END                                     AS booked_last
FROM (
    SELECT
        j.id                                AS posting,
        j.entry                             AS entry,
        j.kind                              AS kind,
        j.account                           AS account,
        j.amount                            AS amount,
        j.envelope_code                     AS envelope,
        j.funder_code                       AS funder,
        j.programme_code                    AS programme,
        j.fiscal_year                       AS fiscal_year,
        j.region_code                       AS region,
        j.batch_code                        AS batch,
        j.line_id                           AS line,
        COALESCE(j.happened_on, SUBSTR(j.written_at, 1, 10))              AS event_on,
        COALESCE(j.booked_on, j.happened_on, SUBSTR(j.written_at, 1, 10)) AS booked_on,
        j.mends                             AS mends,
        j.author                            AS author,
        j.written_at                        AS written_at,
        j.reason                            AS reason
    FROM journal j
) p;
CREATE VIEW v_delivery AS
SELECT * FROM v_posting WHERE account = 'delivered';
CREATE VIEW v_batch AS
SELECT
    b.code                                  AS batch,
    b.programme_code                        AS programme,
    b.fiscal_year                           AS fiscal_year,
    b.tranche                               AS tranche,
    b.status                                AS status,
    b.venue                                 AS venue,
    b.province_code                         AS province,
    place.region_code                       AS region,
    b.convention_code                       AS convention,
    b.planned_on                            AS planned_on,
    b.held_on                               AS held_on,
    COALESCE(b.held_on, b.planned_on)       AS event_on,
    SUBSTR(COALESCE(b.held_on, b.planned_on) || '-01-01', 1, 10) AS event_first,
    CASE LENGTH(COALESCE(b.held_on, b.planned_on))
        WHEN 4 THEN COALESCE(b.held_on, b.planned_on) || '-12-31'
        WHEN 7 THEN COALESCE(b.held_on, b.planned_on) || '-31'
        ELSE COALESCE(b.held_on, b.planned_on)
    END                                     AS event_last,
    COALESCE(b.booked_on, b.held_on, b.planned_on)      AS booked_on,
    SUBSTR(COALESCE(b.booked_on, b.held_on, b.planned_on) || '-01-01', 1, 10) AS booked_first,
    CASE LENGTH(COALESCE(b.booked_on, b.held_on, b.planned_on))
        WHEN 4 THEN COALESCE(b.booked_on, b.held_on, b.planned_on) || '-12-31'
        WHEN 7 THEN COALESCE(b.booked_on, b.held_on, b.planned_on) || '-31'
        ELSE COALESCE(b.booked_on, b.held_on, b.planned_on)
    END                                     AS booked_last,
    CASE
        WHEN EXISTS (SELECT 1 FROM batch_line l WHERE l.batch_code = b.code) THEN 'recorded'
        WHEN EXISTS (SELECT 1 FROM statement s WHERE s.batch_code = b.code) THEN 'declared'
    END                                     AS basis
FROM batch b
JOIN province place ON place.code = b.province_code;
CREATE VIEW v_statement AS
SELECT
    s.id                                    AS statement,
    CASE WHEN s.batch_code IS NOT NULL THEN 'batch'
         WHEN s.envelope_code IS NOT NULL THEN 'envelope'
         WHEN s.convention_code IS NOT NULL THEN 'convention'
         ELSE 'programme' END               AS subject_kind,
    COALESCE(s.batch_code, s.envelope_code, s.convention_code, s.programme_code) AS subject,
    s.fiscal_year                           AS fiscal_year,
    s.measure                               AS measure,
    s.value                                 AS value,
    s.qualifier                             AS qualifier,
    s.printed                               AS printed,
    s.source                                AS source,
    s.published_on                          AS published_on,
    s.chosen                                AS chosen,
    s.reason                                AS reason,
    CASE WHEN ROW_NUMBER() OVER (
        PARTITION BY s.batch_code, s.envelope_code, s.convention_code, s.programme_code, s.fiscal_year, s.measure
        ORDER BY CASE WHEN s.chosen THEN 0 ELSE 1 END,
                 CASE s.qualifier WHEN 'exact' THEN 0 WHEN 'nearly' THEN 1 ELSE 2 END,
                 s.id
    ) = 1 THEN 1 ELSE 0 END                 AS counted
FROM statement s;
CREATE VIEW v_declared AS
SELECT
    b.batch                                 AS batch,
    b.programme                             AS programme,
    b.fiscal_year                           AS fiscal_year,
    b.region                                AS region,
    b.status                                AS status,
    MAX(CASE WHEN s.measure = 'amount' THEN s.value END)        AS amount,
    MAX(CASE WHEN s.measure = 'beneficiaries' THEN s.value END) AS beneficiaries,
    MAX(CASE WHEN s.measure = 'women' THEN s.value END)         AS women,
    MAX(CASE WHEN s.measure = 'disabled' THEN s.value END)      AS disabled
FROM v_batch b
LEFT JOIN v_statement s ON s.subject_kind = 'batch' AND s.subject = b.batch AND s.counted = 1
WHERE b.basis IS NULL OR b.basis = 'declared'
GROUP BY b.batch, b.programme, b.fiscal_year, b.region, b.status;
CREATE VIEW v_envelope AS
SELECT
    b.*,
    CASE WHEN b.allocated > 0 THEN (b.committed + b.delivered) * 1000 / b.allocated END AS used,
    (SELECT MAX(o.missing) FROM overcommitment o WHERE o.envelope_code = b.envelope)    AS overridden
FROM (
    SELECT
        e.code                              AS envelope,
        e.programme_code                    AS programme,
        e.fiscal_year                       AS fiscal_year,
        e.funder_code                       AS funder,
        e.convention_code                   AS convention,
        e.target_beneficiaries              AS target_beneficiaries,
        e.qualifier                         AS qualifier,
        e.printed                           AS printed,
        e.threshold                         AS threshold,
        CAST(COALESCE(-SUM(CASE WHEN j.account = 'funder' THEN j.amount END), 0) AS BIGINT)   AS allocated,
        CAST(COALESCE(SUM(CASE WHEN j.account = 'available' THEN j.amount END), 0) AS BIGINT) AS available,
        CAST(COALESCE(SUM(CASE WHEN j.account = 'committed' THEN j.amount END), 0) AS BIGINT) AS committed,
        CAST(COALESCE(SUM(CASE WHEN j.account = 'delivered' THEN j.amount END), 0) AS BIGINT) AS delivered
    FROM envelope e
    LEFT JOIN journal j ON j.envelope_code = e.code
    GROUP BY e.code, e.programme_code, e.fiscal_year, e.funder_code, e.convention_code,
             e.target_beneficiaries, e.qualifier, e.printed, e.threshold
) b;
CREATE VIEW v_convention AS
SELECT
    c.code                                  AS convention,
    c.programme_code                        AS programme,
    c.amount                                AS agreed,
    c.qualifier                             AS qualifier,
    c.starts_on                             AS starts_on,
    c.ends_on                               AS ends_on,
    COUNT(e.envelope)                       AS envelopes,
    CAST(COALESCE(SUM(e.allocated), 0) AS BIGINT) AS allocated,
    CAST(COALESCE(SUM(e.committed), 0) AS BIGINT) AS committed,
    CAST(COALESCE(SUM(e.delivered), 0) AS BIGINT) AS delivered,
    CAST(COALESCE(SUM(e.available), 0) AS BIGINT) AS available,
    CAST(c.amount - COALESCE(SUM(e.allocated), 0) AS BIGINT) AS unallocated
FROM convention c
LEFT JOIN v_envelope e ON e.convention = c.code
GROUP BY c.code, c.programme_code, c.amount, c.qualifier, c.starts_on, c.ends_on;
CREATE TRIGGER history_batch_insert AFTER INSERT ON batch 
            BEGIN INSERT INTO history (audit_id, table_name, key, old)
            VALUES ((SELECT COALESCE(MAX(id), 0) + 1 FROM audit), 'batch', json_array(NEW.code), NULL); END;
CREATE TRIGGER history_batch_update AFTER UPDATE ON batch WHEN OLD.code IS NOT NEW.code OR OLD.programme_code IS NOT NEW.programme_code OR OLD.fiscal_year IS NOT NEW.fiscal_year OR OLD.province_code IS NOT NEW.province_code OR OLD.convention_code IS NOT NEW.convention_code OR OLD.tranche IS NOT NEW.tranche OR OLD.venue IS NOT NEW.venue OR OLD.planned_on IS NOT NEW.planned_on OR OLD.held_on IS NOT NEW.held_on OR OLD.status IS NOT NEW.status OR OLD.booked_on IS NOT NEW.booked_on OR OLD.delivered_by IS NOT NEW.delivered_by
            BEGIN INSERT INTO history (audit_id, table_name, key, old)
            VALUES ((SELECT COALESCE(MAX(id), 0) + 1 FROM audit), 'batch', json_array(OLD.code), json_object('code', OLD.code, 'programme_code', OLD.programme_code, 'fiscal_year', OLD.fiscal_year, 'province_code', OLD.province_code, 'convention_code', OLD.convention_code, 'tranche', OLD.tranche, 'venue', OLD.venue, 'planned_on', OLD.planned_on, 'held_on', OLD.held_on, 'status', OLD.status, 'booked_on', OLD.booked_on, 'delivered_by', OLD.delivered_by)); END;
CREATE TRIGGER history_batch_delete AFTER DELETE ON batch 
            BEGIN INSERT INTO history (audit_id, table_name, key, old)
            VALUES ((SELECT COALESCE(MAX(id), 0) + 1 FROM audit), 'batch', json_array(OLD.code), json_object('code', OLD.code, 'programme_code', OLD.programme_code, 'fiscal_year', OLD.fiscal_year, 'province_code', OLD.province_code, 'convention_code', OLD.convention_code, 'tranche', OLD.tranche, 'venue', OLD.venue, 'planned_on', OLD.planned_on, 'held_on', OLD.held_on, 'status', OLD.status, 'booked_on', OLD.booked_on, 'delivered_by', OLD.delivered_by)); END;
CREATE TRIGGER history_batch_line_insert AFTER INSERT ON batch_line 
            BEGIN INSERT INTO history (audit_id, table_name, key, old)
            VALUES ((SELECT COALESCE(MAX(id), 0) + 1 FROM audit), 'batch_line', json_array(NEW.id), NULL); END;
CREATE TRIGGER history_batch_line_update AFTER UPDATE ON batch_line WHEN OLD.id IS NOT NEW.id OR OLD.batch_code IS NOT NEW.batch_code OR OLD.project_code IS NOT NEW.project_code OR OLD.beneficiary_code IS NOT NEW.beneficiary_code OR OLD.kind IS NOT NEW.kind OR OLD.label IS NOT NEW.label OR OLD.amount IS NOT NEW.amount OR OLD.envelope_code IS NOT NEW.envelope_code OR OLD.region_code IS NOT NEW.region_code OR OLD.centre_code IS NOT NEW.centre_code OR OLD.status IS NOT NEW.status OR OLD.receipt IS NOT NEW.receipt OR OLD.rolled_from IS NOT NEW.rolled_from OR OLD.replaces IS NOT NEW.replaces
            BEGIN INSERT INTO history (audit_id, table_name, key, old)
            VALUES ((SELECT COALESCE(MAX(id), 0) + 1 FROM audit), 'batch_line', json_array(OLD.id), json_object('id', OLD.id, 'batch_code', OLD.batch_code, 'project_code', OLD.project_code, 'beneficiary_code', OLD.beneficiary_code, 'kind', OLD.kind, 'label', OLD.label, 'amount', OLD.amount, 'envelope_code', OLD.envelope_code, 'region_code', OLD.region_code, 'centre_code', OLD.centre_code, 'status', OLD.status, 'receipt', OLD.receipt, 'rolled_from', OLD.rolled_from, 'replaces', OLD.replaces)); END;
CREATE TRIGGER history_batch_line_delete AFTER DELETE ON batch_line 
            BEGIN INSERT INTO history (audit_id, table_name, key, old)
            VALUES ((SELECT COALESCE(MAX(id), 0) + 1 FROM audit), 'batch_line', json_array(OLD.id), json_object('id', OLD.id, 'batch_code', OLD.batch_code, 'project_code', OLD.project_code, 'beneficiary_code', OLD.beneficiary_code, 'kind', OLD.kind, 'label', OLD.label, 'amount', OLD.amount, 'envelope_code', OLD.envelope_code, 'region_code', OLD.region_code, 'centre_code', OLD.centre_code, 'status', OLD.status, 'receipt', OLD.receipt, 'rolled_from', OLD.rolled_from, 'replaces', OLD.replaces)); END;
CREATE TRIGGER history_line_share_insert AFTER INSERT ON line_share 
            BEGIN INSERT INTO history (audit_id, table_name, key, old)
            VALUES ((SELECT COALESCE(MAX(id), 0) + 1 FROM audit), 'line_share', json_array(NEW.line_id, NEW.envelope_code), NULL); END;
CREATE TRIGGER history_line_share_update AFTER UPDATE ON line_share WHEN OLD.line_id IS NOT NEW.line_id OR OLD.envelope_code IS NOT NEW.envelope_code OR OLD.weight IS NOT NEW.weight
            BEGIN INSERT INTO history (audit_id, table_name, key, old)
            VALUES ((SELECT COALESCE(MAX(id), 0) + 1 FROM audit), 'line_share', json_array(OLD.line_id, OLD.envelope_code), json_object('line_id', OLD.line_id, 'envelope_code', OLD.envelope_code, 'weight', OLD.weight)); END;
CREATE TRIGGER history_line_share_delete AFTER DELETE ON line_share 
            BEGIN INSERT INTO history (audit_id, table_name, key, old)
            VALUES ((SELECT COALESCE(MAX(id), 0) + 1 FROM audit), 'line_share', json_array(OLD.line_id, OLD.envelope_code), json_object('line_id', OLD.line_id, 'envelope_code', OLD.envelope_code, 'weight', OLD.weight)); END;
CREATE TRIGGER history_statement_insert AFTER INSERT ON statement 
            BEGIN INSERT INTO history (audit_id, table_name, key, old)
            VALUES ((SELECT COALESCE(MAX(id), 0) + 1 FROM audit), 'statement', json_array(NEW.id), NULL); END;
CREATE TRIGGER history_statement_update AFTER UPDATE ON statement WHEN OLD.id IS NOT NEW.id OR OLD.batch_code IS NOT NEW.batch_code OR OLD.envelope_code IS NOT NEW.envelope_code OR OLD.convention_code IS NOT NEW.convention_code OR OLD.measure IS NOT NEW.measure OR OLD.value IS NOT NEW.value OR OLD.qualifier IS NOT NEW.qualifier OR OLD.printed IS NOT NEW.printed OR OLD.source IS NOT NEW.source OR OLD.published_on IS NOT NEW.published_on OR OLD.chosen IS NOT NEW.chosen OR OLD.reason IS NOT NEW.reason OR OLD.programme_code IS NOT NEW.programme_code OR OLD.fiscal_year IS NOT NEW.fiscal_year
            BEGIN INSERT INTO history (audit_id, table_name, key, old)
            VALUES ((SELECT COALESCE(MAX(id), 0) + 1 FROM audit), 'statement', json_array(OLD.id), json_object('id', OLD.id, 'batch_code', OLD.batch_code, 'envelope_code', OLD.envelope_code, 'convention_code', OLD.convention_code, 'measure', OLD.measure, 'value', OLD.value, 'qualifier', OLD.qualifier, 'printed', OLD.printed, 'source', OLD.source, 'published_on', OLD.published_on, 'chosen', OLD.chosen, 'reason', OLD.reason, 'programme_code', OLD.programme_code, 'fiscal_year', OLD.fiscal_year)); END;
CREATE TRIGGER history_statement_delete AFTER DELETE ON statement 
            BEGIN INSERT INTO history (audit_id, table_name, key, old)
            VALUES ((SELECT COALESCE(MAX(id), 0) + 1 FROM audit), 'statement', json_array(OLD.id), json_object('id', OLD.id, 'batch_code', OLD.batch_code, 'envelope_code', OLD.envelope_code, 'convention_code', OLD.convention_code, 'measure', OLD.measure, 'value', OLD.value, 'qualifier', OLD.qualifier, 'printed', OLD.printed, 'source', OLD.source, 'published_on', OLD.published_on, 'chosen', OLD.chosen, 'reason', OLD.reason, 'programme_code', OLD.programme_code, 'fiscal_year', OLD.fiscal_year)); END;
CREATE TRIGGER history_beneficiary_insert AFTER INSERT ON beneficiary 
            BEGIN INSERT INTO history (audit_id, table_name, key, old)
            VALUES ((SELECT COALESCE(MAX(id), 0) + 1 FROM audit), 'beneficiary', json_array(NEW.code), NULL); END;
CREATE TRIGGER history_beneficiary_update AFTER UPDATE ON beneficiary WHEN OLD.code IS NOT NEW.code OR OLD.sex IS NOT NEW.sex OR OLD.province_code IS NOT NEW.province_code OR OLD.centre_code IS NOT NEW.centre_code
            BEGIN INSERT INTO history (audit_id, table_name, key, old)
            VALUES ((SELECT COALESCE(MAX(id), 0) + 1 FROM audit), 'beneficiary', json_array(OLD.code), json_object('code', OLD.code, 'sex', OLD.sex, 'province_code', OLD.province_code, 'centre_code', OLD.centre_code)); END;
CREATE TRIGGER history_beneficiary_delete AFTER DELETE ON beneficiary 
            BEGIN INSERT INTO history (audit_id, table_name, key, old)
            VALUES ((SELECT COALESCE(MAX(id), 0) + 1 FROM audit), 'beneficiary', json_array(OLD.code), json_object('code', OLD.code, 'sex', OLD.sex, 'province_code', OLD.province_code, 'centre_code', OLD.centre_code)); END;
CREATE TRIGGER history_sensitive_insert AFTER INSERT ON sensitive 
            BEGIN INSERT INTO history (audit_id, table_name, key, old)
            VALUES ((SELECT COALESCE(MAX(id), 0) + 1 FROM audit), 'sensitive', json_array(NEW.beneficiary_code), NULL); END;
CREATE TRIGGER history_sensitive_update AFTER UPDATE ON sensitive WHEN OLD.beneficiary_code IS NOT NEW.beneficiary_code OR OLD.disabled IS NOT NEW.disabled OR OLD.special_category IS NOT NEW.special_category
            BEGIN INSERT INTO history (audit_id, table_name, key, old)
            VALUES ((SELECT COALESCE(MAX(id), 0) + 1 FROM audit), 'sensitive', json_array(OLD.beneficiary_code), json_object('beneficiary_code', OLD.beneficiary_code, 'disabled', OLD.disabled, 'special_category', OLD.special_category)); END;
CREATE TRIGGER history_sensitive_delete AFTER DELETE ON sensitive 
            BEGIN INSERT INTO history (audit_id, table_name, key, old)
            VALUES ((SELECT COALESCE(MAX(id), 0) + 1 FROM audit), 'sensitive', json_array(OLD.beneficiary_code), json_object('beneficiary_code', OLD.beneficiary_code, 'disabled', OLD.disabled, 'special_category', OLD.special_category)); END;
CREATE TRIGGER history_project_insert AFTER INSERT ON project 
            BEGIN INSERT INTO history (audit_id, table_name, key, old)
            VALUES ((SELECT COALESCE(MAX(id), 0) + 1 FROM audit), 'project', json_array(NEW.code), NULL); END;
CREATE TRIGGER history_project_update AFTER UPDATE ON project WHEN OLD.code IS NOT NEW.code OR OLD.programme_code IS NOT NEW.programme_code OR OLD.kind IS NOT NEW.kind OR OLD.activity IS NOT NEW.activity OR OLD.sector_code IS NOT NEW.sector_code
            BEGIN INSERT INTO history (audit_id, table_name, key, old)
            VALUES ((SELECT COALESCE(MAX(id), 0) + 1 FROM audit), 'project', json_array(OLD.code), json_object('code', OLD.code, 'programme_code', OLD.programme_code, 'kind', OLD.kind, 'activity', OLD.activity, 'sector_code', OLD.sector_code)); END;
CREATE TRIGGER history_project_delete AFTER DELETE ON project 
            BEGIN INSERT INTO history (audit_id, table_name, key, old)
            VALUES ((SELECT COALESCE(MAX(id), 0) + 1 FROM audit), 'project', json_array(OLD.code), json_object('code', OLD.code, 'programme_code', OLD.programme_code, 'kind', OLD.kind, 'activity', OLD.activity, 'sector_code', OLD.sector_code)); END;
CREATE TRIGGER history_envelope_insert AFTER INSERT ON envelope 
            BEGIN INSERT INTO history (audit_id, table_name, key, old)
            VALUES ((SELECT COALESCE(MAX(id), 0) + 1 FROM audit), 'envelope', json_array(NEW.code), NULL); END;
CREATE TRIGGER history_envelope_update AFTER UPDATE ON envelope WHEN OLD.code IS NOT NEW.code OR OLD.programme_code IS NOT NEW.programme_code OR OLD.fiscal_year IS NOT NEW.fiscal_year OR OLD.funder_code IS NOT NEW.funder_code OR OLD.convention_code IS NOT NEW.convention_code OR OLD.target_beneficiaries IS NOT NEW.target_beneficiaries OR OLD.qualifier IS NOT NEW.qualifier OR OLD.printed IS NOT NEW.printed OR OLD.threshold IS NOT NEW.threshold
            BEGIN INSERT INTO history (audit_id, table_name, key, old)
            VALUES ((SELECT COALESCE(MAX(id), 0) + 1 FROM audit), 'envelope', json_array(OLD.code), json_object('code', OLD.code, 'programme_code', OLD.programme_code, 'fiscal_year', OLD.fiscal_year, 'funder_code', OLD.funder_code, 'convention_code', OLD.convention_code, 'target_beneficiaries', OLD.target_beneficiaries, 'qualifier', OLD.qualifier, 'printed', OLD.printed, 'threshold', OLD.threshold)); END;
CREATE TRIGGER history_envelope_delete AFTER DELETE ON envelope 
            BEGIN INSERT INTO history (audit_id, table_name, key, old)
            VALUES ((SELECT COALESCE(MAX(id), 0) + 1 FROM audit), 'envelope', json_array(OLD.code), json_object('code', OLD.code, 'programme_code', OLD.programme_code, 'fiscal_year', OLD.fiscal_year, 'funder_code', OLD.funder_code, 'convention_code', OLD.convention_code, 'target_beneficiaries', OLD.target_beneficiaries, 'qualifier', OLD.qualifier, 'printed', OLD.printed, 'threshold', OLD.threshold)); END;
CREATE TRIGGER history_envelope_region_insert AFTER INSERT ON envelope_region 
            BEGIN INSERT INTO history (audit_id, table_name, key, old)
            VALUES ((SELECT COALESCE(MAX(id), 0) + 1 FROM audit), 'envelope_region', json_array(NEW.envelope_code, NEW.region_code), NULL); END;
CREATE TRIGGER history_envelope_region_update AFTER UPDATE ON envelope_region WHEN OLD.envelope_code IS NOT NEW.envelope_code OR OLD.region_code IS NOT NEW.region_code
            BEGIN INSERT INTO history (audit_id, table_name, key, old)
            VALUES ((SELECT COALESCE(MAX(id), 0) + 1 FROM audit), 'envelope_region', json_array(OLD.envelope_code, OLD.region_code), json_object('envelope_code', OLD.envelope_code, 'region_code', OLD.region_code)); END;
CREATE TRIGGER history_envelope_region_delete AFTER DELETE ON envelope_region 
            BEGIN INSERT INTO history (audit_id, table_name, key, old)
            VALUES ((SELECT COALESCE(MAX(id), 0) + 1 FROM audit), 'envelope_region', json_array(OLD.envelope_code, OLD.region_code), json_object('envelope_code', OLD.envelope_code, 'region_code', OLD.region_code)); END;
CREATE TRIGGER history_convention_insert AFTER INSERT ON convention 
            BEGIN INSERT INTO history (audit_id, table_name, key, old)
            VALUES ((SELECT COALESCE(MAX(id), 0) + 1 FROM audit), 'convention', json_array(NEW.code), NULL); END;
CREATE TRIGGER history_convention_update AFTER UPDATE ON convention WHEN OLD.code IS NOT NEW.code OR OLD.programme_code IS NOT NEW.programme_code OR OLD.amount IS NOT NEW.amount OR OLD.qualifier IS NOT NEW.qualifier OR OLD.printed IS NOT NEW.printed OR OLD.starts_on IS NOT NEW.starts_on OR OLD.ends_on IS NOT NEW.ends_on
            BEGIN INSERT INTO history (audit_id, table_name, key, old)
            VALUES ((SELECT COALESCE(MAX(id), 0) + 1 FROM audit), 'convention', json_array(OLD.code), json_object('code', OLD.code, 'programme_code', OLD.programme_code, 'amount', OLD.amount, 'qualifier', OLD.qualifier, 'printed', OLD.printed, 'starts_on', OLD.starts_on, 'ends_on', OLD.ends_on)); END;
CREATE TRIGGER history_convention_delete AFTER DELETE ON convention 
            BEGIN INSERT INTO history (audit_id, table_name, key, old)
            VALUES ((SELECT COALESCE(MAX(id), 0) + 1 FROM audit), 'convention', json_array(OLD.code), json_object('code', OLD.code, 'programme_code', OLD.programme_code, 'amount', OLD.amount, 'qualifier', OLD.qualifier, 'printed', OLD.printed, 'starts_on', OLD.starts_on, 'ends_on', OLD.ends_on)); END;
CREATE TRIGGER history_convention_partner_insert AFTER INSERT ON convention_partner 
            BEGIN INSERT INTO history (audit_id, table_name, key, old)
            VALUES ((SELECT COALESCE(MAX(id), 0) + 1 FROM audit), 'convention_partner', json_array(NEW.convention_code, NEW.partner_code), NULL); END;
CREATE TRIGGER history_convention_partner_update AFTER UPDATE ON convention_partner WHEN OLD.convention_code IS NOT NEW.convention_code OR OLD.partner_code IS NOT NEW.partner_code
            BEGIN INSERT INTO history (audit_id, table_name, key, old)
            VALUES ((SELECT COALESCE(MAX(id), 0) + 1 FROM audit), 'convention_partner', json_array(OLD.convention_code, OLD.partner_code), json_object('convention_code', OLD.convention_code, 'partner_code', OLD.partner_code)); END;
CREATE TRIGGER history_convention_partner_delete AFTER DELETE ON convention_partner 
            BEGIN INSERT INTO history (audit_id, table_name, key, old)
            VALUES ((SELECT COALESCE(MAX(id), 0) + 1 FROM audit), 'convention_partner', json_array(OLD.convention_code, OLD.partner_code), json_object('convention_code', OLD.convention_code, 'partner_code', OLD.partner_code)); END;
CREATE TRIGGER history_convention_region_insert AFTER INSERT ON convention_region 
            BEGIN INSERT INTO history (audit_id, table_name, key, old)
            VALUES ((SELECT COALESCE(MAX(id), 0) + 1 FROM audit), 'convention_region', json_array(NEW.convention_code, NEW.region_code), NULL); END;
CREATE TRIGGER history_convention_region_update AFTER UPDATE ON convention_region WHEN OLD.convention_code IS NOT NEW.convention_code OR OLD.region_code IS NOT NEW.region_code
            BEGIN INSERT INTO history (audit_id, table_name, key, old)
            VALUES ((SELECT COALESCE(MAX(id), 0) + 1 FROM audit), 'convention_region', json_array(OLD.convention_code, OLD.region_code), json_object('convention_code', OLD.convention_code, 'region_code', OLD.region_code)); END;
CREATE TRIGGER history_convention_region_delete AFTER DELETE ON convention_region 
            BEGIN INSERT INTO history (audit_id, table_name, key, old)
            VALUES ((SELECT COALESCE(MAX(id), 0) + 1 FROM audit), 'convention_region', json_array(OLD.convention_code, OLD.region_code), json_object('convention_code', OLD.convention_code, 'region_code', OLD.region_code)); END;
CREATE TRIGGER history_overcommitment_insert AFTER INSERT ON overcommitment 
            BEGIN INSERT INTO history (audit_id, table_name, key, old)
            VALUES ((SELECT COALESCE(MAX(id), 0) + 1 FROM audit), 'overcommitment', json_array(NEW.id), NULL); END;
CREATE TRIGGER history_overcommitment_update AFTER UPDATE ON overcommitment WHEN OLD.id IS NOT NEW.id OR OLD.envelope_code IS NOT NEW.envelope_code OR OLD.batch_code IS NOT NEW.batch_code OR OLD.missing IS NOT NEW.missing OR OLD.written_at IS NOT NEW.written_at OR OLD.author IS NOT NEW.author OR OLD.reason IS NOT NEW.reason OR OLD.audit_id IS NOT NEW.audit_id
            BEGIN INSERT INTO history (audit_id, table_name, key, old)
            VALUES ((SELECT COALESCE(MAX(id), 0) + 1 FROM audit), 'overcommitment', json_array(OLD.id), json_object('id', OLD.id, 'envelope_code', OLD.envelope_code, 'batch_code', OLD.batch_code, 'missing', OLD.missing, 'written_at', OLD.written_at, 'author', OLD.author, 'reason', OLD.reason, 'audit_id', OLD.audit_id)); END;
CREATE TRIGGER history_overcommitment_delete AFTER DELETE ON overcommitment 
            BEGIN INSERT INTO history (audit_id, table_name, key, old)
            VALUES ((SELECT COALESCE(MAX(id), 0) + 1 FROM audit), 'overcommitment', json_array(OLD.id), json_object('id', OLD.id, 'envelope_code', OLD.envelope_code, 'batch_code', OLD.batch_code, 'missing', OLD.missing, 'written_at', OLD.written_at, 'author', OLD.author, 'reason', OLD.reason, 'audit_id', OLD.audit_id)); END;
CREATE TRIGGER history_closed_month_insert AFTER INSERT ON closed_month 
            BEGIN INSERT INTO history (audit_id, table_name, key, old)
            VALUES ((SELECT COALESCE(MAX(id), 0) + 1 FROM audit), 'closed_month', json_array(NEW.id), NULL); END;
CREATE TRIGGER history_closed_month_update AFTER UPDATE ON closed_month WHEN OLD.id IS NOT NEW.id OR OLD.month IS NOT NEW.month OR OLD.written_at IS NOT NEW.written_at OR OLD.author IS NOT NEW.author OR OLD.audit_id IS NOT NEW.audit_id
            BEGIN INSERT INTO history (audit_id, table_name, key, old)
            VALUES ((SELECT COALESCE(MAX(id), 0) + 1 FROM audit), 'closed_month', json_array(OLD.id), json_object('id', OLD.id, 'month', OLD.month, 'written_at', OLD.written_at, 'author', OLD.author, 'audit_id', OLD.audit_id)); END;
CREATE TRIGGER history_closed_month_delete AFTER DELETE ON closed_month 
            BEGIN INSERT INTO history (audit_id, table_name, key, old)
            VALUES ((SELECT COALESCE(MAX(id), 0) + 1 FROM audit), 'closed_month', json_array(OLD.id), json_object('id', OLD.id, 'month', OLD.month, 'written_at', OLD.written_at, 'author', OLD.author, 'audit_id', OLD.audit_id)); END;
CREATE TRIGGER history_assertion_insert AFTER INSERT ON assertion 
            BEGIN INSERT INTO history (audit_id, table_name, key, old)
            VALUES ((SELECT COALESCE(MAX(id), 0) + 1 FROM audit), 'assertion', json_array(NEW.id), NULL); END;
CREATE TRIGGER history_assertion_update AFTER UPDATE ON assertion WHEN OLD.id IS NOT NEW.id OR OLD.subject_kind IS NOT NEW.subject_kind OR OLD.subject IS NOT NEW.subject OR OLD.measure IS NOT NEW.measure OR OLD.value IS NOT NEW.value OR OLD.day IS NOT NEW.day OR OLD.printed IS NOT NEW.printed OR OLD.written_at IS NOT NEW.written_at OR OLD.author IS NOT NEW.author
            BEGIN INSERT INTO history (audit_id, table_name, key, old)
            VALUES ((SELECT COALESCE(MAX(id), 0) + 1 FROM audit), 'assertion', json_array(OLD.id), json_object('id', OLD.id, 'subject_kind', OLD.subject_kind, 'subject', OLD.subject, 'measure', OLD.measure, 'value', OLD.value, 'day', OLD.day, 'printed', OLD.printed, 'written_at', OLD.written_at, 'author', OLD.author)); END;
CREATE TRIGGER history_assertion_delete AFTER DELETE ON assertion 
            BEGIN INSERT INTO history (audit_id, table_name, key, old)
            VALUES ((SELECT COALESCE(MAX(id), 0) + 1 FROM audit), 'assertion', json_array(OLD.id), json_object('id', OLD.id, 'subject_kind', OLD.subject_kind, 'subject', OLD.subject, 'measure', OLD.measure, 'value', OLD.value, 'day', OLD.day, 'printed', OLD.printed, 'written_at', OLD.written_at, 'author', OLD.author)); END;
COMMIT;
