-- A ledger as the schema 0003 left it, of invented people: dumped from a life played by its commands.
BEGIN TRANSACTION;
CREATE TABLE alembic_version (
	version_num VARCHAR(32) NOT NULL, 
	CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);
INSERT INTO "alembic_version" VALUES('0003');
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
INSERT INTO "audit" VALUES(1,'2025-01-10T09:00:00Z','demo','init','[{"schema":"0003","what":"schema.init"},{"digest":"4f53cda18c2baa0c0354bb5f9a3ecbe5ed12ab4d8e11ba873c2f11161202b945","rows":0,"what":"rows.all"}]','0000000000000000000000000000000000000000000000000000000000000000','d126a303fbcf4e59e533a00795f6c0ba14a1d62157d1e42349f3f7e9fbb10bd3');
INSERT INTO "audit" VALUES(2,'2025-01-10T09:00:00Z','demo','partner add','[{"code":"indh","what":"partner.add"}]','d126a303fbcf4e59e533a00795f6c0ba14a1d62157d1e42349f3f7e9fbb10bd3','8c65214456d87e15dc2e95a613b2ce99c6520850d4f443a339fae7accf2313e2');
INSERT INTO "audit" VALUES(3,'2025-01-10T09:00:00Z','demo','partner add','[{"code":"region","what":"partner.add"}]','8c65214456d87e15dc2e95a613b2ce99c6520850d4f443a339fae7accf2313e2','64016451b462f06db4fd51fdffd70c2091d78990ff651c5bbdf6874586dae4e3');
INSERT INTO "audit" VALUES(4,'2025-01-10T09:00:00Z','demo','programme add','[{"code":"micro","what":"programme.add"}]','64016451b462f06db4fd51fdffd70c2091d78990ff651c5bbdf6874586dae4e3','ea22eeda0c4fb3a301d6aa66a8a06dbb5b3d6a0dc6fa492e588ce6521c402e30');
INSERT INTO "audit" VALUES(5,'2025-01-10T09:00:00Z','demo','convention add','[{"code":"c1","what":"convention.add"},{"digest":"1f1c4b64fe5c9bc52de3bffc1b601c8e507e40f0bda87cf289a157593177ff67","rows":4,"what":"rows.changed"}]','ea22eeda0c4fb3a301d6aa66a8a06dbb5b3d6a0dc6fa492e588ce6521c402e30','3ed055fdd0de269dbbf2ae86f920aed3a950ee612e800f6d95ad2699b5c63abb');
INSERT INTO "audit" VALUES(6,'2025-01-10T09:00:00Z','demo','budget add','[{"code":"e1","what":"envelope.add"},{"batch":null,"centimes":20000000,"digest":"e1710b61e7c801a843e49175d33cd15487731106b29fdfa7b685af2cab960f42","entries":1,"entry":1,"envelope":"e1","what":"journal.allocate"},{"digest":"12d300e342cf77da7d3e72ebace2893a051234b95f0d203761445f8cf0589c6e","rows":4,"what":"rows.changed"}]','3ed055fdd0de269dbbf2ae86f920aed3a950ee612e800f6d95ad2699b5c63abb','01fb97f8f8d8cff2de97fec7c1ebc397f201df402387468092d30a0d65c8a197');
INSERT INTO "audit" VALUES(7,'2025-01-10T09:00:00Z','demo','budget add','[{"code":"e2","what":"envelope.add"},{"batch":null,"centimes":9000000,"digest":"890d408e6b941b7b509840d48a8e5da842903ede2b4a8c316835e80392c27ed5","entries":1,"entry":2,"envelope":"e2","what":"journal.allocate"},{"digest":"bae4b68c577e6c05f460a2f484f55b1fd7b63b9efe45780bfcf864ec67165eee","rows":2,"what":"rows.changed"}]','01fb97f8f8d8cff2de97fec7c1ebc397f201df402387468092d30a0d65c8a197','e74cfa924c41382eaa2171c6fa8cdbc9cb369cfe6abf563b82a2f34acca0c342');
INSERT INTO "audit" VALUES(8,'2025-01-10T09:00:00Z','demo','batch plan','[{"code":"b1","what":"batch.add"},{"digest":"00375e5f354eba0d476752b0dd5eb55d83b3da1c775d25ca98da2f75f0ee94c3","rows":1,"what":"rows.changed"}]','e74cfa924c41382eaa2171c6fa8cdbc9cb369cfe6abf563b82a2f34acca0c342','91dfcb6d41d49aab453e7acad3eedbf0787364f4b75d86ded9553f39f03def13');
INSERT INTO "audit" VALUES(9,'2025-01-10T09:00:00Z','demo','import','[{"batch":"b1","centimes":4975050,"changed_lines":0,"changed_people":0,"new_lines":4,"new_people":4,"what":"distributions.apply"},{"code":"I-000001","invalid":0,"kind":"distributions","new":4,"parked":0,"sha256":"100a13c8d43352bc88a2f8ee7d77da61aea86533366804c8aac8f2052a2c8ced","unchanged":0,"updated":0,"what":"import"},{"digest":"b1e04166074198d25911f4a8e934cacc9a6a336370c0424b1f8110b3e7cfed9c","rows":12,"what":"rows.changed"}]','91dfcb6d41d49aab453e7acad3eedbf0787364f4b75d86ded9553f39f03def13','f4f56ce0d4f022b9f21cc6250f9038d6beea0b4133102c560f571a8732efe966');
INSERT INTO "audit" VALUES(10,'2025-01-10T09:00:00Z','demo','import','[{"batch":"b1","centimes":800000,"changed_lines":0,"changed_people":0,"new_lines":1,"new_people":1,"what":"distributions.apply"},{"code":"I-000002","invalid":0,"kind":"distributions","new":1,"parked":1,"sha256":"1302ce1c9a4a5290435fc4f2b61335c0401bfd98eeb99edb848a40a1636b1eb7","unchanged":0,"updated":0,"what":"import"},{"digest":"3edc4b9a9eeea0dba98574ebef63d4fa01806a1e6e668490aa3c86d322abc729","rows":3,"what":"rows.changed"}]','f4f56ce0d4f022b9f21cc6250f9038d6beea0b4133102c560f571a8732efe966','dbb928f469199a44833f33c80c833271b51abe2b5e6e820181e33f8782ee2e17');
INSERT INTO "audit" VALUES(11,'2025-01-10T09:00:00Z','demo','review accept','[{"batch":"b1","centimes":400000,"changed_lines":0,"changed_people":0,"new_lines":1,"new_people":0,"what":"distributions.apply"},{"number":1,"of":"I-000002","outcome":"new","person":"B-N7C2EDYEP","what":"review.accept"},{"digest":"fb72a52a63b7431f1013f99388632951e7314cc27459e55da77486faa3450b56","rows":1,"what":"rows.changed"}]','dbb928f469199a44833f33c80c833271b51abe2b5e6e820181e33f8782ee2e17','968789ba3ba4866974a9f64e8ffcd022f853d2581443110afff7175689778f66');
INSERT INTO "audit" VALUES(12,'2025-01-10T09:00:00Z','demo','profile save','[{"code":"fes","what":"profile.save"}]','968789ba3ba4866974a9f64e8ffcd022f853d2581443110afff7175689778f66','c2f674da0ec1dcb8b179f9ccab32528f698ac9ae393236bfc11bc9e9c8bddabf');
INSERT INTO "audit" VALUES(13,'2025-01-10T09:00:00Z','demo','statement add','[{"id":1,"measure":"amount","subject":"b1","what":"statement.add"},{"digest":"b56b8b55f6b4bd5c335c43f5fa72bdd812e21dea83f5c24c00f5628046e6d9e3","rows":1,"what":"rows.changed"}]','c2f674da0ec1dcb8b179f9ccab32528f698ac9ae393236bfc11bc9e9c8bddabf','82973e5267c963d790635dffbe69e7cd219f299399428016360e3cef2b00d176');
INSERT INTO "audit" VALUES(14,'2025-02-10T09:00:00Z','demo','batch lock','[{"code":"b1","what":"batch.lock"},{"batch":"b1","centimes":6175050,"digest":"e668ea72f039058a6446a81dd747fe2a207cf5d9df7f2a1c106e401a67d05711","entries":6,"entry":3,"envelope":null,"what":"journal.commit"},{"digest":"e953fbe2730166b516bb104dd5e7f4df103376468fe9dff6e35f0dca9507cec3","rows":7,"what":"rows.changed"}]','82973e5267c963d790635dffbe69e7cd219f299399428016360e3cef2b00d176','6ba40481432df39b7612d1377ca6a9a02ba3122c4b1b0ad2ddf9f7f0b62b191c');
INSERT INTO "audit" VALUES(15,'2025-02-18T09:00:00Z','demo','batch hold','[{"code":"b1","what":"batch.hold"},{"batch":"b1","centimes":5275050,"digest":"5c58cf5a2fb233577547dddd30ad20deee09bbd4d1ce256b545c6431679f7070","entries":5,"entry":9,"envelope":null,"what":"journal.deliver"},{"batch":"b1","centimes":900000,"digest":"ffc1698ccd68f85350660f348b66a5e3da44c9f9c23bc0c9c36c6eb32a120445","entries":1,"entry":14,"envelope":null,"what":"journal.release"},{"digest":"7612278fd3067ea736b820d0cae2d25a82f5b84a6bec63ffb73c08bb87e0bfcd","rows":8,"what":"rows.changed"}]','6ba40481432df39b7612d1377ca6a9a02ba3122c4b1b0ad2ddf9f7f0b62b191c','596f72b6096a9964c72575b921209111ea3281a0d46e1d49cbffd887d776e71d');
INSERT INTO "audit" VALUES(16,'2025-02-18T09:00:00Z','demo','batch receipts','[{"code":"b1","lines":5,"what":"batch.receipts"},{"digest":"8e0812938f2b4fa94900334fff614838eab566f12420a9b3ab62d770db42ca76","rows":5,"what":"rows.changed"}]','596f72b6096a9964c72575b921209111ea3281a0d46e1d49cbffd887d776e71d','8025f776beb7c36827b3eb719c4680605ce51ff60c885a56f13f789cc1b53470');
INSERT INTO "audit" VALUES(17,'2025-02-18T09:00:00Z','demo','batch reconcile','[{"code":"b1","what":"batch.reconcile"},{"digest":"42ce871c9ddb4eedcfa12cf7fa57ea1f6fe4686eee2eb8a58c8e3638b596e8cc","rows":1,"what":"rows.changed"}]','8025f776beb7c36827b3eb719c4680605ce51ff60c885a56f13f789cc1b53470','ce08c75d565f145a97e095c99e36c55491b77e42f1faa6715a11d476eafbd90c');
INSERT INTO "audit" VALUES(18,'2025-03-03T09:00:00Z','demo','period close','[{"month":"2025-02","what":"period.close"},{"digest":"f25587e551ab973f20975f0aa622b5159174202496ed0a0b3c85cfdb0f4c68e2","rows":1,"what":"rows.changed"}]','ce08c75d565f145a97e095c99e36c55491b77e42f1faa6715a11d476eafbd90c','1ba53fd99832d86d8a31a56f36c2298f3bd6e335871dcfd0815cdf0ddc501ead');
INSERT INTO "audit" VALUES(19,'2025-03-03T09:00:00Z','demo','batch correct','[{"batch":"b1","centimes":1700050,"digest":"3d71bedcc07bac730dfe613775f9078e65c1cfb815a550fcd92b7b3ba047b1f1","entries":1,"entry":15,"envelope":null,"what":"journal.correct"},{"centimes":1600050,"code":"b1","envelope":"e1","line":2,"what":"batch.correct"},{"digest":"81885418fa143662b6bc0eb34e88cf271611f7829bf1f4baa48a043589de6df5","rows":1,"what":"rows.changed"}]','1ba53fd99832d86d8a31a56f36c2298f3bd6e335871dcfd0815cdf0ddc501ead','f28a7cac758f823ede55928b8830795c9557b871d664743137ac5a8389d245c7');
INSERT INTO "audit" VALUES(20,'2025-03-03T09:00:00Z','demo','batch return','[{"batch":"b1","centimes":1125000,"digest":"f064ca91d8b1018b23a03fbf4f7fee8bfa60fe0bfdb23fd6fd945c95148d76b6","entries":1,"entry":16,"envelope":null,"what":"journal.return"},{"centimes":1125000,"code":"b1","line":4,"what":"batch.return"},{"digest":"44077f26e87ebb7dda2fa1661557f94e66418c4da2435588c5300c28da5e753b","rows":1,"what":"rows.changed"}]','f28a7cac758f823ede55928b8830795c9557b871d664743137ac5a8389d245c7','067cd3f64785097bfc00d4bad3dbba8e695c706bb67cec95f25d774172ee4ef7');
INSERT INTO "audit" VALUES(21,'2025-03-03T09:00:00Z','demo','statement add','[{"id":2,"measure":"beneficiaries","subject":"micro","what":"statement.add"},{"digest":"10bce88bd248337512025bc575fbbea712faed97e13a93790e42b4e1b33c5237","rows":1,"what":"rows.changed"}]','067cd3f64785097bfc00d4bad3dbba8e695c706bb67cec95f25d774172ee4ef7','8e6c9cf65c5dc52988699f7f975efa03e704aca9578f58d290405830656a6e5f');
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
INSERT INTO "batch" VALUES('b1','micro',2025,'MA-FES',NULL,NULL,'Salle des fêtes','2025-02-18','2025-02-18','reconciled',NULL,NULL);
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
INSERT INTO "batch_line" VALUES(1,'b1','P-75N252BQE','B-N7C2EDYEP','equipment','Machine à coudre',1250000,'e1','MA-03',NULL,'delivered','present',NULL,NULL);
INSERT INTO "batch_line" VALUES(2,'b1','P-F9QEK354W','B-KYK7M2GQE','equipment','Poste à souder',1600050,'e1','MA-03',NULL,'delivered','present',NULL,NULL);
INSERT INTO "batch_line" VALUES(3,'b1','P-VFDFWV6BY','B-7R3VH7T21','equipment','Kit snack',900000,'e1','MA-03',NULL,'absent',NULL,NULL,NULL);
INSERT INTO "batch_line" VALUES(4,'b1','P-G75138PN0','B-MEQR0H1MH','equipment','Kit coiffure',1125000,'e1','MA-03',NULL,'returned','present',NULL,NULL);
INSERT INTO "batch_line" VALUES(5,'b1','P-NYEP9FA6Y','B-AGJAMW7BE','equipment','Stock',800000,'e2','MA-03',NULL,'delivered','present',NULL,NULL);
INSERT INTO "batch_line" VALUES(6,'b1','P-75N252BQE','B-N7C2EDYEP','equipment','Surjeteuse',400000,'e2','MA-03',NULL,'delivered','present',NULL,NULL);
CREATE TABLE beneficiary (
	code VARCHAR(64) NOT NULL, 
	sex VARCHAR, 
	province_code VARCHAR(64), 
	centre_code VARCHAR(64), merged_into VARCHAR(64) REFERENCES beneficiary (code), 
	PRIMARY KEY (code), 
	FOREIGN KEY(centre_code) REFERENCES centre (code), 
	FOREIGN KEY(province_code) REFERENCES province (code)
);
INSERT INTO "beneficiary" VALUES('B-7R3VH7T21','M','MA-FES',NULL,NULL);
INSERT INTO "beneficiary" VALUES('B-KYK7M2GQE','M','MA-MEK',NULL,NULL);
INSERT INTO "beneficiary" VALUES('B-MEQR0H1MH','F','MA-SEF',NULL,NULL);
INSERT INTO "beneficiary" VALUES('B-N7C2EDYEP','F','MA-FES',NULL,NULL);
INSERT INTO "beneficiary" VALUES('B-AGJAMW7BE','M','MA-FES',NULL,NULL);
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
INSERT INTO "closed_month" VALUES(1,'2025-02','2025-03-03T09:00:00Z','demo',18);
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
INSERT INTO "convention" VALUES('c1','micro',30000000,'exact','300 000,00 DH',NULL,NULL);
CREATE TABLE convention_partner (
	convention_code VARCHAR(64) NOT NULL, 
	partner_code VARCHAR(64) NOT NULL, 
	PRIMARY KEY (convention_code, partner_code), 
	FOREIGN KEY(convention_code) REFERENCES convention (code), 
	FOREIGN KEY(partner_code) REFERENCES partner (code)
);
INSERT INTO "convention_partner" VALUES('c1','indh');
CREATE TABLE convention_region (
	convention_code VARCHAR(64) NOT NULL, 
	region_code VARCHAR(64) NOT NULL, 
	PRIMARY KEY (convention_code, region_code), 
	FOREIGN KEY(convention_code) REFERENCES convention (code), 
	FOREIGN KEY(region_code) REFERENCES region (code)
);
INSERT INTO "convention_region" VALUES('c1','MA-03');
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
INSERT INTO "envelope" VALUES('e1','micro',2025,'indh','c1',10,'exact','200 000 DH',80);
INSERT INTO "envelope" VALUES('e2','micro',2025,'region',NULL,NULL,'exact','90000',80);
CREATE TABLE envelope_region (
	envelope_code VARCHAR(64) NOT NULL, 
	region_code VARCHAR(64) NOT NULL, 
	PRIMARY KEY (envelope_code, region_code), 
	FOREIGN KEY(envelope_code) REFERENCES envelope (code), 
	FOREIGN KEY(region_code) REFERENCES region (code)
);
INSERT INTO "envelope_region" VALUES('e1','MA-03');
CREATE TABLE former_identity (
	import_code VARCHAR(64) NOT NULL, 
	beneficiary_code VARCHAR(64) NOT NULL, 
	name_latin VARCHAR, 
	name_arabic VARCHAR, 
	cin VARCHAR, 
	birth_date VARCHAR, 
	phone VARCHAR, 
	file_number VARCHAR, 
	PRIMARY KEY (import_code, beneficiary_code), 
	FOREIGN KEY(import_code) REFERENCES import_run (code), 
	FOREIGN KEY(beneficiary_code) REFERENCES beneficiary (code)
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
INSERT INTO "history" VALUES(2,5,'convention','["c1"]',NULL);
INSERT INTO "history" VALUES(3,5,'convention','["c1"]','{"code":"c1","programme_code":"micro","amount":null,"qualifier":"exact","printed":null,"starts_on":null,"ends_on":null}');
INSERT INTO "history" VALUES(4,5,'convention_partner','["c1","indh"]',NULL);
INSERT INTO "history" VALUES(5,5,'convention_region','["c1","MA-03"]',NULL);
INSERT INTO "history" VALUES(6,6,'envelope','["e1"]',NULL);
INSERT INTO "history" VALUES(7,6,'envelope','["e1"]','{"code":"e1","programme_code":"micro","fiscal_year":2025,"funder_code":"indh","convention_code":null,"target_beneficiaries":null,"qualifier":"exact","printed":null,"threshold":80}');
INSERT INTO "history" VALUES(8,6,'envelope','["e1"]','{"code":"e1","programme_code":"micro","fiscal_year":2025,"funder_code":"indh","convention_code":null,"target_beneficiaries":null,"qualifier":"exact","printed":"200 000 DH","threshold":80}');
INSERT INTO "history" VALUES(9,6,'envelope_region','["e1","MA-03"]',NULL);
INSERT INTO "history" VALUES(10,7,'envelope','["e2"]',NULL);
INSERT INTO "history" VALUES(11,7,'envelope','["e2"]','{"code":"e2","programme_code":"micro","fiscal_year":2025,"funder_code":"region","convention_code":null,"target_beneficiaries":null,"qualifier":"exact","printed":null,"threshold":80}');
INSERT INTO "history" VALUES(12,8,'batch','["b1"]',NULL);
INSERT INTO "history" VALUES(13,9,'beneficiary','["B-7R3VH7T21"]',NULL);
INSERT INTO "history" VALUES(14,9,'beneficiary','["B-KYK7M2GQE"]',NULL);
INSERT INTO "history" VALUES(15,9,'beneficiary','["B-MEQR0H1MH"]',NULL);
INSERT INTO "history" VALUES(16,9,'beneficiary','["B-N7C2EDYEP"]',NULL);
INSERT INTO "history" VALUES(17,9,'sensitive','["B-7R3VH7T21"]',NULL);
INSERT INTO "history" VALUES(18,9,'sensitive','["B-KYK7M2GQE"]',NULL);
INSERT INTO "history" VALUES(19,9,'sensitive','["B-MEQR0H1MH"]',NULL);
INSERT INTO "history" VALUES(20,9,'sensitive','["B-N7C2EDYEP"]',NULL);
INSERT INTO "history" VALUES(21,9,'project','["P-75N252BQE"]',NULL);
INSERT INTO "history" VALUES(22,9,'project','["P-F9QEK354W"]',NULL);
INSERT INTO "history" VALUES(23,9,'project','["P-G75138PN0"]',NULL);
INSERT INTO "history" VALUES(24,9,'project','["P-VFDFWV6BY"]',NULL);
INSERT INTO "history" VALUES(25,9,'batch_line','[1]',NULL);
INSERT INTO "history" VALUES(26,9,'batch_line','[2]',NULL);
INSERT INTO "history" VALUES(27,9,'batch_line','[3]',NULL);
INSERT INTO "history" VALUES(28,9,'batch_line','[4]',NULL);
INSERT INTO "history" VALUES(29,10,'beneficiary','["B-AGJAMW7BE"]',NULL);
INSERT INTO "history" VALUES(30,10,'sensitive','["B-AGJAMW7BE"]',NULL);
INSERT INTO "history" VALUES(31,10,'project','["P-NYEP9FA6Y"]',NULL);
INSERT INTO "history" VALUES(32,10,'batch_line','[5]',NULL);
INSERT INTO "history" VALUES(33,11,'batch_line','[6]',NULL);
INSERT INTO "history" VALUES(34,13,'statement','[1]',NULL);
INSERT INTO "history" VALUES(35,14,'batch','["b1"]','{"code":"b1","programme_code":"micro","fiscal_year":2025,"province_code":"MA-FES","convention_code":null,"tranche":null,"venue":"Salle des fêtes","planned_on":"2025-02-18","held_on":null,"status":"planned","booked_on":null,"delivered_by":null}');
INSERT INTO "history" VALUES(36,14,'batch_line','[1]','{"id":1,"batch_code":"b1","project_code":"P-75N252BQE","beneficiary_code":"B-N7C2EDYEP","kind":"equipment","label":"Machine à coudre","amount":1250000,"envelope_code":"e1","region_code":null,"centre_code":null,"status":"expected","receipt":null,"rolled_from":null,"replaces":null}');
INSERT INTO "history" VALUES(37,14,'batch_line','[2]','{"id":2,"batch_code":"b1","project_code":"P-F9QEK354W","beneficiary_code":"B-KYK7M2GQE","kind":"equipment","label":"Poste à souder","amount":1700050,"envelope_code":"e1","region_code":null,"centre_code":null,"status":"expected","receipt":null,"rolled_from":null,"replaces":null}');
INSERT INTO "history" VALUES(38,14,'batch_line','[3]','{"id":3,"batch_code":"b1","project_code":"P-VFDFWV6BY","beneficiary_code":"B-7R3VH7T21","kind":"equipment","label":"Kit snack","amount":900000,"envelope_code":"e1","region_code":null,"centre_code":null,"status":"expected","receipt":null,"rolled_from":null,"replaces":null}');
INSERT INTO "history" VALUES(39,14,'batch_line','[4]','{"id":4,"batch_code":"b1","project_code":"P-G75138PN0","beneficiary_code":"B-MEQR0H1MH","kind":"equipment","label":"Kit coiffure","amount":1125000,"envelope_code":"e1","region_code":null,"centre_code":null,"status":"expected","receipt":null,"rolled_from":null,"replaces":null}');
INSERT INTO "history" VALUES(40,14,'batch_line','[5]','{"id":5,"batch_code":"b1","project_code":"P-NYEP9FA6Y","beneficiary_code":"B-AGJAMW7BE","kind":"equipment","label":"Stock","amount":800000,"envelope_code":"e2","region_code":null,"centre_code":null,"status":"expected","receipt":null,"rolled_from":null,"replaces":null}');
INSERT INTO "history" VALUES(41,14,'batch_line','[6]','{"id":6,"batch_code":"b1","project_code":"P-75N252BQE","beneficiary_code":"B-N7C2EDYEP","kind":"equipment","label":"Surjeteuse","amount":400000,"envelope_code":"e2","region_code":null,"centre_code":null,"status":"expected","receipt":null,"rolled_from":null,"replaces":null}');
INSERT INTO "history" VALUES(42,15,'batch','["b1"]','{"code":"b1","programme_code":"micro","fiscal_year":2025,"province_code":"MA-FES","convention_code":null,"tranche":null,"venue":"Salle des fêtes","planned_on":"2025-02-18","held_on":null,"status":"locked","booked_on":null,"delivered_by":null}');
INSERT INTO "history" VALUES(43,15,'batch','["b1"]','{"code":"b1","programme_code":"micro","fiscal_year":2025,"province_code":"MA-FES","convention_code":null,"tranche":null,"venue":"Salle des fêtes","planned_on":"2025-02-18","held_on":null,"status":"held","booked_on":null,"delivered_by":null}');
INSERT INTO "history" VALUES(44,15,'batch_line','[1]','{"id":1,"batch_code":"b1","project_code":"P-75N252BQE","beneficiary_code":"B-N7C2EDYEP","kind":"equipment","label":"Machine à coudre","amount":1250000,"envelope_code":"e1","region_code":"MA-03","centre_code":null,"status":"expected","receipt":null,"rolled_from":null,"replaces":null}');
INSERT INTO "history" VALUES(45,15,'batch_line','[2]','{"id":2,"batch_code":"b1","project_code":"P-F9QEK354W","beneficiary_code":"B-KYK7M2GQE","kind":"equipment","label":"Poste à souder","amount":1700050,"envelope_code":"e1","region_code":"MA-03","centre_code":null,"status":"expected","receipt":null,"rolled_from":null,"replaces":null}');
INSERT INTO "history" VALUES(46,15,'batch_line','[4]','{"id":4,"batch_code":"b1","project_code":"P-G75138PN0","beneficiary_code":"B-MEQR0H1MH","kind":"equipment","label":"Kit coiffure","amount":1125000,"envelope_code":"e1","region_code":"MA-03","centre_code":null,"status":"expected","receipt":null,"rolled_from":null,"replaces":null}');
INSERT INTO "history" VALUES(47,15,'batch_line','[5]','{"id":5,"batch_code":"b1","project_code":"P-NYEP9FA6Y","beneficiary_code":"B-AGJAMW7BE","kind":"equipment","label":"Stock","amount":800000,"envelope_code":"e2","region_code":"MA-03","centre_code":null,"status":"expected","receipt":null,"rolled_from":null,"replaces":null}');
INSERT INTO "history" VALUES(48,15,'batch_line','[6]','{"id":6,"batch_code":"b1","project_code":"P-75N252BQE","beneficiary_code":"B-N7C2EDYEP","kind":"equipment","label":"Surjeteuse","amount":400000,"envelope_code":"e2","region_code":"MA-03","centre_code":null,"status":"expected","receipt":null,"rolled_from":null,"replaces":null}');
INSERT INTO "history" VALUES(49,15,'batch_line','[3]','{"id":3,"batch_code":"b1","project_code":"P-VFDFWV6BY","beneficiary_code":"B-7R3VH7T21","kind":"equipment","label":"Kit snack","amount":900000,"envelope_code":"e1","region_code":"MA-03","centre_code":null,"status":"expected","receipt":null,"rolled_from":null,"replaces":null}');
INSERT INTO "history" VALUES(50,16,'batch_line','[1]','{"id":1,"batch_code":"b1","project_code":"P-75N252BQE","beneficiary_code":"B-N7C2EDYEP","kind":"equipment","label":"Machine à coudre","amount":1250000,"envelope_code":"e1","region_code":"MA-03","centre_code":null,"status":"delivered","receipt":null,"rolled_from":null,"replaces":null}');
INSERT INTO "history" VALUES(51,16,'batch_line','[2]','{"id":2,"batch_code":"b1","project_code":"P-F9QEK354W","beneficiary_code":"B-KYK7M2GQE","kind":"equipment","label":"Poste à souder","amount":1700050,"envelope_code":"e1","region_code":"MA-03","centre_code":null,"status":"delivered","receipt":null,"rolled_from":null,"replaces":null}');
INSERT INTO "history" VALUES(52,16,'batch_line','[4]','{"id":4,"batch_code":"b1","project_code":"P-G75138PN0","beneficiary_code":"B-MEQR0H1MH","kind":"equipment","label":"Kit coiffure","amount":1125000,"envelope_code":"e1","region_code":"MA-03","centre_code":null,"status":"delivered","receipt":null,"rolled_from":null,"replaces":null}');
INSERT INTO "history" VALUES(53,16,'batch_line','[5]','{"id":5,"batch_code":"b1","project_code":"P-NYEP9FA6Y","beneficiary_code":"B-AGJAMW7BE","kind":"equipment","label":"Stock","amount":800000,"envelope_code":"e2","region_code":"MA-03","centre_code":null,"status":"delivered","receipt":null,"rolled_from":null,"replaces":null}');
INSERT INTO "history" VALUES(54,16,'batch_line','[6]','{"id":6,"batch_code":"b1","project_code":"P-75N252BQE","beneficiary_code":"B-N7C2EDYEP","kind":"equipment","label":"Surjeteuse","amount":400000,"envelope_code":"e2","region_code":"MA-03","centre_code":null,"status":"delivered","receipt":null,"rolled_from":null,"replaces":null}');
INSERT INTO "history" VALUES(55,17,'batch','["b1"]','{"code":"b1","programme_code":"micro","fiscal_year":2025,"province_code":"MA-FES","convention_code":null,"tranche":null,"venue":"Salle des fêtes","planned_on":"2025-02-18","held_on":"2025-02-18","status":"held","booked_on":null,"delivered_by":null}');
INSERT INTO "history" VALUES(56,18,'closed_month','[1]',NULL);
INSERT INTO "history" VALUES(57,19,'batch_line','[2]','{"id":2,"batch_code":"b1","project_code":"P-F9QEK354W","beneficiary_code":"B-KYK7M2GQE","kind":"equipment","label":"Poste à souder","amount":1700050,"envelope_code":"e1","region_code":"MA-03","centre_code":null,"status":"delivered","receipt":"present","rolled_from":null,"replaces":null}');
INSERT INTO "history" VALUES(58,20,'batch_line','[4]','{"id":4,"batch_code":"b1","project_code":"P-G75138PN0","beneficiary_code":"B-MEQR0H1MH","kind":"equipment","label":"Kit coiffure","amount":1125000,"envelope_code":"e1","region_code":"MA-03","centre_code":null,"status":"delivered","receipt":"present","rolled_from":null,"replaces":null}');
INSERT INTO "history" VALUES(59,21,'statement','[2]',NULL);
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
INSERT INTO "identity" VALUES('B-7R3VH7T21','INVENTANI Omar',NULL,'ZZ100003','1990',NULL,NULL);
INSERT INTO "identity" VALUES('B-KYK7M2GQE','EL EXEMPLE Karim',NULL,'ZZ100002','1979-11-03',NULL,NULL);
INSERT INTO "identity" VALUES('B-MEQR0H1MH','MODELE Khadija',NULL,'ZZ100004','1988-09-21',NULL,NULL);
INSERT INTO "identity" VALUES('B-N7C2EDYEP','BENFICTIF Amina',NULL,'ZZ100001','1984-05-12',NULL,NULL);
INSERT INTO "identity" VALUES('B-AGJAMW7BE','PROTOTYPE Said',NULL,NULL,NULL,NULL,NULL);
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
INSERT INTO "import_row" VALUES(1,'I-000001',2,'new','c9e20fde09e543da9e9088098f32965ded12e9ab2d70a7593a9939642a2dbecd','1');
INSERT INTO "import_row" VALUES(2,'I-000001',3,'new','42feb169be511dea52d3aff7b8323b0bbbd6d095447a579fd61da84d61234e1e','2');
INSERT INTO "import_row" VALUES(3,'I-000001',4,'new','2040a46d1477e7e96e2a13686e9924e7a712e5504ab057aa75a8d7ac2940ef4e','3');
INSERT INTO "import_row" VALUES(4,'I-000001',5,'new','6ee7c43c73a01cdd0370696634572218b750da1774ee0f16129a92e163662285','4');
INSERT INTO "import_row" VALUES(5,'I-000002',2,'new','fcadd82e6a5d5de804a8205f618d27deddce7300fa82d925fed776ad2a47baad','6');
INSERT INTO "import_row" VALUES(6,'I-000002',3,'new','951d31dfa5f3da99cd55e3c5fed6a761009255a41072d2364b1934303bef6994','5');
CREATE TABLE import_run (
	code VARCHAR(64) NOT NULL, 
	kind VARCHAR NOT NULL, 
	file_name VARCHAR NOT NULL, 
	sha256 VARCHAR NOT NULL, 
	sheet VARCHAR, 
	batch_code VARCHAR(64), 
	written_at VARCHAR NOT NULL, 
	author VARCHAR NOT NULL, audit_id INTEGER, undone_at VARCHAR, undone_by VARCHAR, 
	PRIMARY KEY (code), 
	FOREIGN KEY(batch_code) REFERENCES batch (code)
);
INSERT INTO "import_run" VALUES('I-000001','distributions','liste1.csv','100a13c8d43352bc88a2f8ee7d77da61aea86533366804c8aac8f2052a2c8ced','liste1','b1','2025-01-10T09:00:00Z','demo',9,NULL,NULL);
INSERT INTO "import_run" VALUES('I-000002','distributions','liste2.csv','1302ce1c9a4a5290435fc4f2b61335c0401bfd98eeb99edb848a40a1636b1eb7','liste2','b1','2025-01-10T09:00:00Z','demo',10,NULL,NULL);
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
INSERT INTO "journal" VALUES(1,1,'allocate','funder',-20000000,'e1','indh','micro',2025,NULL,'MA-03',NULL,NULL,'2025','2025-01-10T09:00:00Z','demo',NULL,'2025',NULL,6);
INSERT INTO "journal" VALUES(2,1,'allocate','available',20000000,'e1','indh','micro',2025,NULL,'MA-03',NULL,NULL,'2025','2025-01-10T09:00:00Z','demo',NULL,'2025',NULL,6);
INSERT INTO "journal" VALUES(3,2,'allocate','funder',-9000000,'e2','region','micro',2025,NULL,NULL,NULL,NULL,'2025','2025-01-10T09:00:00Z','demo',NULL,'2025',NULL,7);
INSERT INTO "journal" VALUES(4,2,'allocate','available',9000000,'e2','region','micro',2025,NULL,NULL,NULL,NULL,'2025','2025-01-10T09:00:00Z','demo',NULL,'2025',NULL,7);
INSERT INTO "journal" VALUES(5,3,'commit','available',-1250000,'e1','indh','micro',2025,'2025-02','MA-03','b1',1,'2025-02-10','2025-02-10T09:00:00Z','demo',NULL,'2025-02-10',NULL,14);
INSERT INTO "journal" VALUES(6,3,'commit','committed',1250000,'e1','indh','micro',2025,'2025-02','MA-03','b1',1,'2025-02-10','2025-02-10T09:00:00Z','demo',NULL,'2025-02-10',NULL,14);
INSERT INTO "journal" VALUES(7,4,'commit','available',-1700050,'e1','indh','micro',2025,'2025-02','MA-03','b1',2,'2025-02-10','2025-02-10T09:00:00Z','demo',NULL,'2025-02-10',NULL,14);
INSERT INTO "journal" VALUES(8,4,'commit','committed',1700050,'e1','indh','micro',2025,'2025-02','MA-03','b1',2,'2025-02-10','2025-02-10T09:00:00Z','demo',NULL,'2025-02-10',NULL,14);
INSERT INTO "journal" VALUES(9,5,'commit','available',-900000,'e1','indh','micro',2025,'2025-02','MA-03','b1',3,'2025-02-10','2025-02-10T09:00:00Z','demo',NULL,'2025-02-10',NULL,14);
INSERT INTO "journal" VALUES(10,5,'commit','committed',900000,'e1','indh','micro',2025,'2025-02','MA-03','b1',3,'2025-02-10','2025-02-10T09:00:00Z','demo',NULL,'2025-02-10',NULL,14);
INSERT INTO "journal" VALUES(11,6,'commit','available',-1125000,'e1','indh','micro',2025,'2025-02','MA-03','b1',4,'2025-02-10','2025-02-10T09:00:00Z','demo',NULL,'2025-02-10',NULL,14);
INSERT INTO "journal" VALUES(12,6,'commit','committed',1125000,'e1','indh','micro',2025,'2025-02','MA-03','b1',4,'2025-02-10','2025-02-10T09:00:00Z','demo',NULL,'2025-02-10',NULL,14);
INSERT INTO "journal" VALUES(13,7,'commit','available',-800000,'e2','region','micro',2025,'2025-02','MA-03','b1',5,'2025-02-10','2025-02-10T09:00:00Z','demo',NULL,'2025-02-10',NULL,14);
INSERT INTO "journal" VALUES(14,7,'commit','committed',800000,'e2','region','micro',2025,'2025-02','MA-03','b1',5,'2025-02-10','2025-02-10T09:00:00Z','demo',NULL,'2025-02-10',NULL,14);
INSERT INTO "journal" VALUES(15,8,'commit','available',-400000,'e2','region','micro',2025,'2025-02','MA-03','b1',6,'2025-02-10','2025-02-10T09:00:00Z','demo',NULL,'2025-02-10',NULL,14);
INSERT INTO "journal" VALUES(16,8,'commit','committed',400000,'e2','region','micro',2025,'2025-02','MA-03','b1',6,'2025-02-10','2025-02-10T09:00:00Z','demo',NULL,'2025-02-10',NULL,14);
INSERT INTO "journal" VALUES(17,9,'deliver','committed',-1250000,'e1','indh','micro',2025,'2025-02','MA-03','b1',1,'2025-02-18','2025-02-18T09:00:00Z','demo',NULL,'2025-02-18',NULL,15);
INSERT INTO "journal" VALUES(18,9,'deliver','delivered',1250000,'e1','indh','micro',2025,'2025-02','MA-03','b1',1,'2025-02-18','2025-02-18T09:00:00Z','demo',NULL,'2025-02-18',NULL,15);
INSERT INTO "journal" VALUES(19,10,'deliver','committed',-1700050,'e1','indh','micro',2025,'2025-02','MA-03','b1',2,'2025-02-18','2025-02-18T09:00:00Z','demo',NULL,'2025-02-18',NULL,15);
INSERT INTO "journal" VALUES(20,10,'deliver','delivered',1700050,'e1','indh','micro',2025,'2025-02','MA-03','b1',2,'2025-02-18','2025-02-18T09:00:00Z','demo',NULL,'2025-02-18',NULL,15);
INSERT INTO "journal" VALUES(21,11,'deliver','committed',-1125000,'e1','indh','micro',2025,'2025-02','MA-03','b1',4,'2025-02-18','2025-02-18T09:00:00Z','demo',NULL,'2025-02-18',NULL,15);
INSERT INTO "journal" VALUES(22,11,'deliver','delivered',1125000,'e1','indh','micro',2025,'2025-02','MA-03','b1',4,'2025-02-18','2025-02-18T09:00:00Z','demo',NULL,'2025-02-18',NULL,15);
INSERT INTO "journal" VALUES(23,12,'deliver','committed',-800000,'e2','region','micro',2025,'2025-02','MA-03','b1',5,'2025-02-18','2025-02-18T09:00:00Z','demo',NULL,'2025-02-18',NULL,15);
INSERT INTO "journal" VALUES(24,12,'deliver','delivered',800000,'e2','region','micro',2025,'2025-02','MA-03','b1',5,'2025-02-18','2025-02-18T09:00:00Z','demo',NULL,'2025-02-18',NULL,15);
INSERT INTO "journal" VALUES(25,13,'deliver','committed',-400000,'e2','region','micro',2025,'2025-02','MA-03','b1',6,'2025-02-18','2025-02-18T09:00:00Z','demo',NULL,'2025-02-18',NULL,15);
INSERT INTO "journal" VALUES(26,13,'deliver','delivered',400000,'e2','region','micro',2025,'2025-02','MA-03','b1',6,'2025-02-18','2025-02-18T09:00:00Z','demo',NULL,'2025-02-18',NULL,15);
INSERT INTO "journal" VALUES(27,14,'release','committed',-900000,'e1','indh','micro',2025,'2025-02','MA-03','b1',3,'2025-02-18','2025-02-18T09:00:00Z','demo',NULL,'2025-02-18',NULL,15);
INSERT INTO "journal" VALUES(28,14,'release','available',900000,'e1','indh','micro',2025,'2025-02','MA-03','b1',3,'2025-02-18','2025-02-18T09:00:00Z','demo',NULL,'2025-02-18',NULL,15);
INSERT INTO "journal" VALUES(29,15,'correct','delivered',-1700050,'e1','indh','micro',2025,'2025-03','MA-03','b1',2,'2025-02-18','2025-03-03T09:00:00Z','demo','faute de frappe','2025-03-03',10,19);
INSERT INTO "journal" VALUES(30,15,'correct','delivered',1600050,'e1','indh','micro',2025,'2025-03','MA-03','b1',2,'2025-02-18','2025-03-03T09:00:00Z','demo','faute de frappe','2025-03-03',10,19);
INSERT INTO "journal" VALUES(31,15,'correct','available',100000,'e1','indh','micro',2025,'2025-03','MA-03','b1',2,'2025-02-18','2025-03-03T09:00:00Z','demo','faute de frappe','2025-03-03',10,19);
INSERT INTO "journal" VALUES(32,16,'return','delivered',-1125000,'e1','indh','micro',2025,'2025-03','MA-03','b1',4,'2025-03-03','2025-03-03T09:00:00Z','demo','machine défectueuse','2025-03-03',11,20);
INSERT INTO "journal" VALUES(33,16,'return','available',1125000,'e1','indh','micro',2025,'2025-03','MA-03','b1',4,'2025-03-03','2025-03-03T09:00:00Z','demo','machine défectueuse','2025-03-03',11,20);
CREATE TABLE known_as (
	id INTEGER NOT NULL, 
	beneficiary_code VARCHAR(64) NOT NULL, 
	name_latin VARCHAR, 
	name_arabic VARCHAR, 
	cin VARCHAR, 
	birth_date VARCHAR, 
	centre_code VARCHAR(64), 
	file_number VARCHAR, 
	audit_id INTEGER NOT NULL, 
	PRIMARY KEY (id), 
	FOREIGN KEY(beneficiary_code) REFERENCES beneficiary (code), 
	FOREIGN KEY(centre_code) REFERENCES centre (code)
);
CREATE TABLE line_share (
	line_id INTEGER NOT NULL, 
	envelope_code VARCHAR(64) NOT NULL, 
	weight BIGINT NOT NULL, 
	PRIMARY KEY (line_id, envelope_code), 
	FOREIGN KEY(line_id) REFERENCES batch_line (id), 
	FOREIGN KEY(envelope_code) REFERENCES envelope (code)
);
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
INSERT INTO "partner" VALUES('indh','INDH',NULL);
INSERT INTO "partner" VALUES('region','Conseil régional',NULL);
CREATE TABLE profile (
	code VARCHAR(64) NOT NULL, 
	settings VARCHAR NOT NULL, 
	written_at VARCHAR NOT NULL, 
	author VARCHAR NOT NULL, 
	PRIMARY KEY (code)
);
INSERT INTO "profile" VALUES('fes','{"map": {"Montant (DH)": "amount"}, "envelope": "e1"}','2025-01-10T09:00:00Z','demo');
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
INSERT INTO "project" VALUES('P-75N252BQE','micro','individual','Couture','artisanat');
INSERT INTO "project" VALUES('P-F9QEK354W','micro','individual','Soudure','artisanat');
INSERT INTO "project" VALUES('P-G75138PN0','micro','individual','Coiffure','services');
INSERT INTO "project" VALUES('P-VFDFWV6BY','micro','individual','Snack','services');
INSERT INTO "project" VALUES('P-NYEP9FA6Y','micro','individual','Épicerie',NULL);
CREATE TABLE project_member (
	project_code VARCHAR(64) NOT NULL, 
	beneficiary_code VARCHAR(64) NOT NULL, 
	PRIMARY KEY (project_code, beneficiary_code), 
	FOREIGN KEY(beneficiary_code) REFERENCES beneficiary (code), 
	FOREIGN KEY(project_code) REFERENCES project (code)
);
INSERT INTO "project_member" VALUES('P-75N252BQE','B-N7C2EDYEP');
INSERT INTO "project_member" VALUES('P-F9QEK354W','B-KYK7M2GQE');
INSERT INTO "project_member" VALUES('P-G75138PN0','B-MEQR0H1MH');
INSERT INTO "project_member" VALUES('P-VFDFWV6BY','B-7R3VH7T21');
INSERT INTO "project_member" VALUES('P-NYEP9FA6Y','B-AGJAMW7BE');
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
CREATE TABLE review (
	id INTEGER NOT NULL, 
	import_code VARCHAR(64) NOT NULL, 
	"row" INTEGER NOT NULL, 
	fingerprint VARCHAR NOT NULL, 
	facts VARCHAR NOT NULL, 
	fault VARCHAR NOT NULL, 
	candidates VARCHAR NOT NULL, 
	line INTEGER, 
	said VARCHAR NOT NULL, 
	decision VARCHAR, 
	person VARCHAR(64), 
	decided_at VARCHAR, 
	author VARCHAR, 
	audit_id INTEGER, 
	PRIMARY KEY (id), 
	FOREIGN KEY(import_code) REFERENCES import_run (code), 
	FOREIGN KEY(person) REFERENCES beneficiary (code)
);
INSERT INTO "review" VALUES(1,'I-000002',2,'fcadd82e6a5d5de804a8205f618d27deddce7300fa82d925fed776ad2a47baad','58a80d41b6abfe119c33b6e1508df2182f0179852e1709a4cf7a2e7858f36463','person.possible','["B-N7C2EDYEP"]',NULL,'{"values": {"family_name": "BENFICTIF", "given_name": "Amina", "sex": "F", "province": "MA-FES", "activity": "Couture", "label": "Surjeteuse", "amount": {"amount": [400000, "exact", "4 000,00"]}}, "envelope": "e2", "centre": null}','accepted','B-N7C2EDYEP','2025-01-10T09:00:00Z','demo',11);
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
INSERT INTO "sensitive" VALUES('B-7R3VH7T21',NULL,NULL);
INSERT INTO "sensitive" VALUES('B-KYK7M2GQE',1,NULL);
INSERT INTO "sensitive" VALUES('B-MEQR0H1MH',NULL,NULL);
INSERT INTO "sensitive" VALUES('B-N7C2EDYEP',0,NULL);
INSERT INTO "sensitive" VALUES('B-AGJAMW7BE',NULL,NULL);
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
	FOREIGN KEY(envelope_code) REFERENCES envelope (code), 
	FOREIGN KEY(convention_code) REFERENCES convention (code), 
	FOREIGN KEY(batch_code) REFERENCES batch (code)
);
INSERT INTO "statement" VALUES(1,'b1',NULL,NULL,'amount',5000000,'over','plus de 50.000 DH','Communiqué',NULL,0,NULL,NULL,NULL);
INSERT INTO "statement" VALUES(2,NULL,NULL,NULL,'beneficiaries',12,'exact','12','Bilan',NULL,0,NULL,'micro',NULL);
CREATE INDEX ix_province_region_code ON province (region_code);
CREATE INDEX ix_batch_programme_code ON batch (programme_code);
CREATE INDEX ix_envelope_programme_code ON envelope (programme_code);
CREATE INDEX ix_overcommitment_envelope_code ON overcommitment (envelope_code);
CREATE INDEX ix_import_row_fingerprint ON import_row (fingerprint);
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
CREATE INDEX ix_journal_line ON journal (line_id);
CREATE INDEX ix_statement_batch_code ON statement (batch_code);
CREATE INDEX ix_history_audit_id ON history (audit_id);
CREATE INDEX ix_history_table_name_key ON history (table_name, "key");
CREATE TRIGGER closed_month_no_update BEFORE UPDATE ON closed_month BEGIN SELECT RAISE(ABORT, 'closed_month is append-only'); END;
CREATE TRIGGER closed_month_no_delete BEFORE DELETE ON closed_month BEGIN SELECT RAISE(ABORT, 'closed_month is append-only'); END;
CREATE TRIGGER closed_month_no_replace BEFORE INSERT ON closed_month WHEN EXISTS (SELECT 1 FROM closed_month WHERE id = NEW.id OR month = NEW.month) BEGIN SELECT RAISE(ABORT, 'closed_month is append-only'); END;
CREATE UNIQUE INDEX ix_batch_line_rolled_from ON batch_line (rolled_from) WHERE rolled_from IS NOT NULL;
CREATE UNIQUE INDEX ix_batch_line_replaces ON batch_line (replaces) WHERE replaces IS NOT NULL;
CREATE INDEX ix_known_as_beneficiary_code ON known_as (beneficiary_code);
CREATE INDEX ix_review_import_code ON review (import_code);
CREATE INDEX ix_review_fingerprint ON review (fingerprint);
CREATE INDEX ix_review_facts ON review (facts);
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
CREATE TRIGGER history_beneficiary_update AFTER UPDATE ON beneficiary WHEN OLD.code IS NOT NEW.code OR OLD.sex IS NOT NEW.sex OR OLD.province_code IS NOT NEW.province_code OR OLD.centre_code IS NOT NEW.centre_code OR OLD.merged_into IS NOT NEW.merged_into
            BEGIN INSERT INTO history (audit_id, table_name, key, old)
            VALUES ((SELECT COALESCE(MAX(id), 0) + 1 FROM audit), 'beneficiary', json_array(OLD.code), json_object('code', OLD.code, 'sex', OLD.sex, 'province_code', OLD.province_code, 'centre_code', OLD.centre_code, 'merged_into', OLD.merged_into)); END;
CREATE TRIGGER history_beneficiary_delete AFTER DELETE ON beneficiary 
            BEGIN INSERT INTO history (audit_id, table_name, key, old)
            VALUES ((SELECT COALESCE(MAX(id), 0) + 1 FROM audit), 'beneficiary', json_array(OLD.code), json_object('code', OLD.code, 'sex', OLD.sex, 'province_code', OLD.province_code, 'centre_code', OLD.centre_code, 'merged_into', OLD.merged_into)); END;
CREATE TRIGGER history_sensitive_update AFTER UPDATE ON sensitive WHEN OLD.beneficiary_code IS NOT NEW.beneficiary_code OR OLD.disabled IS NOT NEW.disabled OR OLD.special_category IS NOT NEW.special_category
            BEGIN INSERT INTO history (audit_id, table_name, key, old)
            VALUES ((SELECT COALESCE(MAX(id), 0) + 1 FROM audit), 'sensitive', json_array(OLD.beneficiary_code), json_object('beneficiary_code', OLD.beneficiary_code, 'disabled', OLD.disabled, 'special_category', OLD.special_category)); END;
CREATE TRIGGER history_sensitive_delete AFTER DELETE ON sensitive 
            BEGIN INSERT INTO history (audit_id, table_name, key, old)
            VALUES ((SELECT COALESCE(MAX(id), 0) + 1 FROM audit), 'sensitive', json_array(OLD.beneficiary_code), json_object('beneficiary_code', OLD.beneficiary_code, 'disabled', OLD.disabled, 'special_category', OLD.special_category)); END;
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
CREATE INDEX ix_project_member_beneficiary_code ON project_member (beneficiary_code);
CREATE INDEX ix_batch_line_batch ON batch_line (batch_code);
CREATE INDEX ix_batch_line_beneficiary_code ON batch_line (beneficiary_code);
CREATE INDEX ix_batch_line_envelope_code ON batch_line (envelope_code);
CREATE INDEX ix_batch_line_project_code ON batch_line (project_code);
CREATE TRIGGER history_beneficiary_insert AFTER INSERT ON beneficiary 
            BEGIN INSERT INTO history (audit_id, table_name, key, old)
            VALUES ((SELECT COALESCE(MAX(id), 0) + 1 FROM audit), 'beneficiary', json_array(NEW.code), NULL); END;
CREATE TRIGGER history_sensitive_insert AFTER INSERT ON sensitive 
            BEGIN INSERT INTO history (audit_id, table_name, key, old)
            VALUES ((SELECT COALESCE(MAX(id), 0) + 1 FROM audit), 'sensitive', json_array(NEW.beneficiary_code), NULL); END;
CREATE TRIGGER history_project_insert AFTER INSERT ON project 
            BEGIN INSERT INTO history (audit_id, table_name, key, old)
            VALUES ((SELECT COALESCE(MAX(id), 0) + 1 FROM audit), 'project', json_array(NEW.code), NULL); END;
CREATE TRIGGER history_batch_line_insert AFTER INSERT ON batch_line 
            BEGIN INSERT INTO history (audit_id, table_name, key, old)
            VALUES ((SELECT COALESCE(MAX(id), 0) + 1 FROM audit), 'batch_line', json_array(NEW.id), NULL); END;
COMMIT;
