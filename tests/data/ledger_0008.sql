-- A ledger as the schema 0008 left it, of invented people: that of schema 0007, migrated.
BEGIN TRANSACTION;
CREATE TABLE again (
	beneficiary_code VARCHAR(64) NOT NULL, 
	batch_code VARCHAR(64) NOT NULL, 
	region_code VARCHAR(64) NOT NULL, 
	programme_code VARCHAR(64) NOT NULL, 
	fiscal_year INTEGER NOT NULL, 
	sex VARCHAR, 
	disabled BOOLEAN, 
	PRIMARY KEY (beneficiary_code, batch_code, region_code), 
	FOREIGN KEY(beneficiary_code) REFERENCES beneficiary (code), 
	FOREIGN KEY(batch_code) REFERENCES batch (code), 
	FOREIGN KEY(region_code) REFERENCES region (code), 
	FOREIGN KEY(programme_code) REFERENCES programme (code)
)
 WITHOUT ROWID

;
CREATE TABLE alembic_version (
	version_num VARCHAR(32) NOT NULL, 
	CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);
INSERT INTO "alembic_version" VALUES('0008');
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
INSERT INTO "audit" VALUES(1,'2025-01-10T09:00:00Z','demo','init','[{"schema":"0007","what":"schema.init"},{"digest":"4f53cda18c2baa0c0354bb5f9a3ecbe5ed12ab4d8e11ba873c2f11161202b945","rows":0,"what":"rows.all"}]','0000000000000000000000000000000000000000000000000000000000000000','19cb39d2b339287992f3450ddc7815f87803adec284119a538e5ce0474987cd1');
INSERT INTO "audit" VALUES(2,'2025-01-10T09:00:00Z','demo','partner add','[{"code":"indh","what":"partner.add"}]','19cb39d2b339287992f3450ddc7815f87803adec284119a538e5ce0474987cd1','493174ab7b57240eb4e5eaab01fb7a76d015509bae259c113148c340bc784974');
INSERT INTO "audit" VALUES(3,'2025-01-10T09:00:00Z','demo','partner add','[{"code":"region","what":"partner.add"}]','493174ab7b57240eb4e5eaab01fb7a76d015509bae259c113148c340bc784974','d5d29c431a9f4337263f4b564ddc4134fe7a6f93274cb06a8154d71df0ecfcd4');
INSERT INTO "audit" VALUES(4,'2025-01-10T09:00:00Z','demo','programme add','[{"code":"micro","what":"programme.add"}]','d5d29c431a9f4337263f4b564ddc4134fe7a6f93274cb06a8154d71df0ecfcd4','ed1246118c9093af1ef837a5ba3fc4de6515cdd67a361deb8a439bee7a0f7b98');
INSERT INTO "audit" VALUES(5,'2025-01-10T09:00:00Z','demo','convention add','[{"code":"c1","what":"convention.add"},{"digest":"1f1c4b64fe5c9bc52de3bffc1b601c8e507e40f0bda87cf289a157593177ff67","rows":4,"what":"rows.changed"}]','ed1246118c9093af1ef837a5ba3fc4de6515cdd67a361deb8a439bee7a0f7b98','63c3a32ba6cbb0d786d79ac6d8fd2af534ca1bcb325ca4ab16e28bd86fd88f7f');
INSERT INTO "audit" VALUES(6,'2025-01-10T09:00:00Z','demo','budget add','[{"code":"e1","what":"envelope.add"},{"batch":null,"centimes":20000000,"digest":"e1710b61e7c801a843e49175d33cd15487731106b29fdfa7b685af2cab960f42","entries":1,"entry":1,"envelope":"e1","what":"journal.allocate"},{"digest":"12d300e342cf77da7d3e72ebace2893a051234b95f0d203761445f8cf0589c6e","rows":4,"what":"rows.changed"}]','63c3a32ba6cbb0d786d79ac6d8fd2af534ca1bcb325ca4ab16e28bd86fd88f7f','f984aaab30ec0cbe096b1282ed042221293da6d608958db8cc31f23b54fb1487');
INSERT INTO "audit" VALUES(7,'2025-01-10T09:00:00Z','demo','budget add','[{"code":"e2","what":"envelope.add"},{"batch":null,"centimes":9000000,"digest":"890d408e6b941b7b509840d48a8e5da842903ede2b4a8c316835e80392c27ed5","entries":1,"entry":2,"envelope":"e2","what":"journal.allocate"},{"digest":"bae4b68c577e6c05f460a2f484f55b1fd7b63b9efe45780bfcf864ec67165eee","rows":2,"what":"rows.changed"}]','f984aaab30ec0cbe096b1282ed042221293da6d608958db8cc31f23b54fb1487','e3aca68e9e4762e2b1b35a2b606b40ff38bece319cd5221d82f499b4bd0902f6');
INSERT INTO "audit" VALUES(8,'2025-01-10T09:00:00Z','demo','batch plan','[{"code":"b1","what":"batch.add"},{"digest":"00375e5f354eba0d476752b0dd5eb55d83b3da1c775d25ca98da2f75f0ee94c3","rows":1,"what":"rows.changed"}]','e3aca68e9e4762e2b1b35a2b606b40ff38bece319cd5221d82f499b4bd0902f6','e587086d18c817f7c25e34e7f7289aeee9dc56cc0cf5453a2e52969929f47492');
INSERT INTO "audit" VALUES(9,'2025-01-10T09:00:00Z','demo','import','[{"batch":"b1","centimes":4975050,"changed_lines":0,"changed_people":0,"new_lines":4,"new_people":4,"what":"distributions.apply"},{"code":"I-000001","invalid":0,"kind":"distributions","new":4,"parked":0,"sha256":"100a13c8d43352bc88a2f8ee7d77da61aea86533366804c8aac8f2052a2c8ced","unchanged":0,"updated":0,"what":"import"},{"digest":"459b8ac0a7e553866e683af50d7f19b9e5b0b7bddd45be08b2d8c503fff47b90","rows":16,"what":"rows.changed"}]','e587086d18c817f7c25e34e7f7289aeee9dc56cc0cf5453a2e52969929f47492','041ef23d677d33fb83cae5fe09093fea352c2f12cdd6303c7cda84bf774feaa6');
INSERT INTO "audit" VALUES(10,'2025-01-10T09:00:00Z','demo','import','[{"batch":"b1","centimes":800000,"changed_lines":0,"changed_people":0,"new_lines":1,"new_people":1,"what":"distributions.apply"},{"code":"I-000002","invalid":0,"kind":"distributions","new":1,"parked":1,"sha256":"1302ce1c9a4a5290435fc4f2b61335c0401bfd98eeb99edb848a40a1636b1eb7","unchanged":0,"updated":0,"what":"import"},{"digest":"c84416580f0a19fd40d07afc97d3b739e0f3e1b5d23b517ee992dd810c53dd6b","rows":4,"what":"rows.changed"}]','041ef23d677d33fb83cae5fe09093fea352c2f12cdd6303c7cda84bf774feaa6','5732b2458dd5717c868abdbdd786e2e37a924cc4ff84d178a0852b03546f91ad');
INSERT INTO "audit" VALUES(11,'2025-01-10T09:00:00Z','demo','review accept','[{"batch":"b1","centimes":400000,"changed_lines":0,"changed_people":0,"new_lines":1,"new_people":0,"what":"distributions.apply"},{"number":1,"of":"I-000002","outcome":"new","person":"B-MP9R7QWSC","what":"review.accept"},{"digest":"26b0e5b7059a5796f378528c89b2a4f3ed7c1c0e5810434b3ce59d0084b75256","rows":1,"what":"rows.changed"}]','5732b2458dd5717c868abdbdd786e2e37a924cc4ff84d178a0852b03546f91ad','aa13fe9a4032f8c963ab6aa4b824cea0efabafb7fb855ebcd2f8d90fb79202f3');
INSERT INTO "audit" VALUES(12,'2025-01-10T09:00:00Z','demo','profile save','[{"code":"fes","what":"profile.save"}]','aa13fe9a4032f8c963ab6aa4b824cea0efabafb7fb855ebcd2f8d90fb79202f3','561901b7aa1522254b331f5fc20ba64c88cd289ec73870ce9026416519093b30');
INSERT INTO "audit" VALUES(13,'2025-01-10T09:00:00Z','demo','statement add','[{"id":1,"measure":"amount","subject":"b1","what":"statement.add"},{"digest":"b56b8b55f6b4bd5c335c43f5fa72bdd812e21dea83f5c24c00f5628046e6d9e3","rows":1,"what":"rows.changed"}]','561901b7aa1522254b331f5fc20ba64c88cd289ec73870ce9026416519093b30','c8edf925519a3dc711a838bce413f36b4e729cb4afb1ad70cfa89be60aed7a1e');
INSERT INTO "audit" VALUES(14,'2025-02-10T09:00:00Z','demo','batch lock','[{"code":"b1","what":"batch.lock"},{"batch":"b1","centimes":6175050,"digest":"e668ea72f039058a6446a81dd747fe2a207cf5d9df7f2a1c106e401a67d05711","entries":6,"entry":3,"envelope":null,"what":"journal.commit"},{"digest":"77c86b9619216fe73b16ccce9ef420a02548fd9c28ebd9ca7c9fe22a1717b551","rows":7,"what":"rows.changed"}]','c8edf925519a3dc711a838bce413f36b4e729cb4afb1ad70cfa89be60aed7a1e','0d9c1c7db2c919c33d6743045d1545fa3b8c8908fe3aaabc0a64de6c9f7cd6b7');
INSERT INTO "audit" VALUES(15,'2025-02-18T09:00:00Z','demo','batch hold','[{"code":"b1","what":"batch.hold"},{"batch":"b1","centimes":5275050,"digest":"5c58cf5a2fb233577547dddd30ad20deee09bbd4d1ce256b545c6431679f7070","entries":5,"entry":9,"envelope":null,"what":"journal.deliver"},{"batch":"b1","centimes":900000,"digest":"ffc1698ccd68f85350660f348b66a5e3da44c9f9c23bc0c9c36c6eb32a120445","entries":1,"entry":14,"envelope":null,"what":"journal.release"},{"digest":"67f7d58150ab1a867bf4b3de1332e1ed18d5dd677eef2aab37953ace12398fde","rows":8,"what":"rows.changed"}]','0d9c1c7db2c919c33d6743045d1545fa3b8c8908fe3aaabc0a64de6c9f7cd6b7','a77ffd510784ca395f64b5ed618e78475fdfb08208be36fa2346738f582c1368');
INSERT INTO "audit" VALUES(16,'2025-02-18T09:00:00Z','demo','batch receipts','[{"code":"b1","lines":5,"what":"batch.receipts"},{"digest":"bed0e8a6a7ab93fbb38c92d42d26a48a0f4a1f5a2ec132ad744a48655c1fc9de","rows":5,"what":"rows.changed"}]','a77ffd510784ca395f64b5ed618e78475fdfb08208be36fa2346738f582c1368','8124b43b1c757bcb007299bf5b2a6aad23a72ba7ccfb608afb0afa8e7367fff4');
INSERT INTO "audit" VALUES(17,'2025-02-18T09:00:00Z','demo','batch reconcile','[{"code":"b1","what":"batch.reconcile"},{"digest":"42ce871c9ddb4eedcfa12cf7fa57ea1f6fe4686eee2eb8a58c8e3638b596e8cc","rows":1,"what":"rows.changed"}]','8124b43b1c757bcb007299bf5b2a6aad23a72ba7ccfb608afb0afa8e7367fff4','b8d40a85a2e4b0afa88f39ec6e3e700ed9f605db90ad8a48b30e10e166f6b3c3');
INSERT INTO "audit" VALUES(18,'2025-03-03T09:00:00Z','demo','period close','[{"month":"2025-02","what":"period.close"},{"digest":"f25587e551ab973f20975f0aa622b5159174202496ed0a0b3c85cfdb0f4c68e2","rows":1,"what":"rows.changed"}]','b8d40a85a2e4b0afa88f39ec6e3e700ed9f605db90ad8a48b30e10e166f6b3c3','70b75623a0a51a8552fe5fc76d2916c10220509bb5a25c72d130ebbb39290f93');
INSERT INTO "audit" VALUES(19,'2025-03-03T09:00:00Z','demo','batch correct','[{"batch":"b1","centimes":1700050,"digest":"3d71bedcc07bac730dfe613775f9078e65c1cfb815a550fcd92b7b3ba047b1f1","entries":1,"entry":15,"envelope":null,"what":"journal.correct"},{"centimes":1600050,"code":"b1","envelope":"e1","line":2,"what":"batch.correct"},{"digest":"d9eebe845afb126b40db3719f52fc511c35ac5e90bc1847ad98b72ebc0a1c38d","rows":1,"what":"rows.changed"}]','70b75623a0a51a8552fe5fc76d2916c10220509bb5a25c72d130ebbb39290f93','da770538b820b2ef35ec07fc60838971c30c9b96493d8c32338bc1a0963a1b3e');
INSERT INTO "audit" VALUES(20,'2025-03-03T09:00:00Z','demo','batch return','[{"batch":"b1","centimes":1125000,"digest":"f064ca91d8b1018b23a03fbf4f7fee8bfa60fe0bfdb23fd6fd945c95148d76b6","entries":1,"entry":16,"envelope":null,"what":"journal.return"},{"centimes":1125000,"code":"b1","line":4,"what":"batch.return"},{"digest":"e2853ac6a9e2149627bb485e85fadfa415ee24b0d44af45923395994c11e0bd2","rows":1,"what":"rows.changed"}]','da770538b820b2ef35ec07fc60838971c30c9b96493d8c32338bc1a0963a1b3e','5570e1a8c3bbfc3df29df480697523240934e629f59a68a67b927e4c08fcd9b1');
INSERT INTO "audit" VALUES(21,'2025-03-03T09:00:00Z','demo','statement add','[{"id":2,"measure":"beneficiaries","subject":"micro","what":"statement.add"},{"digest":"10bce88bd248337512025bc575fbbea712faed97e13a93790e42b4e1b33c5237","rows":1,"what":"rows.changed"}]','5570e1a8c3bbfc3df29df480697523240934e629f59a68a67b927e4c08fcd9b1','de250d7565cf6c9954395a28cf8b6135b8e223aadd54deb5f13b15c158d2454b');
INSERT INTO "audit" VALUES(22,'2025-06-20T09:00:00Z','demo','programme require','[{"code":"micro","kinds":"training","subject":"step","what":"programme.require"},{"code":"micro","kinds":"invoice","subject":"document","what":"programme.require"},{"digest":"766e8cdf62dbd10ab1b88493154899ff6a8ec2b12709b5f1919eb9b9d348e87d","rows":2,"what":"rows.changed"}]','de250d7565cf6c9954395a28cf8b6135b8e223aadd54deb5f13b15c158d2454b','1a057d07138adebaed34ad13571e7be555af1ac7ecea52fcea7584363fde3d76');
INSERT INTO "audit" VALUES(23,'2025-06-20T09:00:00Z','demo','programme ceiling','[{"centimes":4000000,"code":"micro","what":"programme.ceiling"}]','1a057d07138adebaed34ad13571e7be555af1ac7ecea52fcea7584363fde3d76','10a906d5836b6ad6f27ba56c717eedcb258289c369775d1b3175f06e2850f593');
INSERT INTO "audit" VALUES(24,'2025-06-20T09:00:00Z','demo','beneficiary step','[{"beneficiary":"B-MP9R7QWSC","on":"2025-01-15","outcome":"favourable","step":"training","what":"step.take"},{"digest":"b1f07ebe7d25cf4ce45390169e4426724d7cdf54ca3a3e3cc7a2ee6d13371d06","rows":1,"what":"rows.changed"}]','10a906d5836b6ad6f27ba56c717eedcb258289c369775d1b3175f06e2850f593','b542e0a2ff93f9008eb0b00172473b2f69f82ea7201a751fc2c0968ecf24a07d');
INSERT INTO "audit" VALUES(25,'2025-06-20T09:00:00Z','demo','beneficiary add','[{"code":"B-YP8B3D2XG","what":"beneficiary.add"},{"digest":"e8074bf21e184ee32dbef8f4358652f2726582a46933d52512e4069b226c2828","rows":2,"what":"rows.changed"}]','b542e0a2ff93f9008eb0b00172473b2f69f82ea7201a751fc2c0968ecf24a07d','4b12863a7062b0425a04a6f461fadbe25902d202aeec4e3cef909aa3e7fe7230');
INSERT INTO "audit" VALUES(26,'2025-06-20T09:00:00Z','demo','project cost add','[{"centimes":350000,"code":"P-FT8JVYMNB","cost":1,"what":"cost.add"},{"digest":"8afaf135b3d55dbe1b6cca1a2689d22f9dd6276988adfe580fdb0a469f8e22d8","rows":1,"what":"rows.changed"}]','4b12863a7062b0425a04a6f461fadbe25902d202aeec4e3cef909aa3e7fe7230','068e26dad3cf6376c8916e7e84aa81d9738ee801f8e1f5f52886544aee83e204');
INSERT INTO "audit" VALUES(27,'2025-06-20T09:00:00Z','demo','project quote add','[{"centimes":350000,"code":"P-FT8JVYMNB","quotation":1,"what":"quotation.add"},{"digest":"2ad1093b5e0fcd4d3d9e1a2ce4f2d10871bb0f97b55322eef8c22b8e3578e1f5","rows":1,"what":"rows.changed"}]','068e26dad3cf6376c8916e7e84aa81d9738ee801f8e1f5f52886544aee83e204','286a7e3cac7de167c65f1ec10a07c86a106f47f73bc7999f309ffe4eee166427');
INSERT INTO "audit" VALUES(28,'2025-06-20T09:00:00Z','demo','document add','[{"document":1,"kind":"invoice","project":"P-FT8JVYMNB","state":"present","what":"document.add"},{"digest":"c86302b83ee0f37ddd3d8cacad7a8cda353751848478b882cf0967d1b5bcd9c9","rows":1,"what":"rows.changed"}]','286a7e3cac7de167c65f1ec10a07c86a106f47f73bc7999f309ffe4eee166427','422d1dc2d1a2fc6716aa35a3054c3ef883ba23a77be8bb6419faee4f2d849a6e');
INSERT INTO "audit" VALUES(29,'2025-06-20T09:00:00Z','demo','followup add','[{"milestone":3,"project":"P-FT8JVYMNB","visited_on":"2025-06-01","what":"followup.new"},{"digest":"cd3b8cea592cd8d55bbce8b900d8c526d3d60427a7ab8d69b11a35e859432d23","rows":1,"what":"rows.changed"}]','422d1dc2d1a2fc6716aa35a3054c3ef883ba23a77be8bb6419faee4f2d849a6e','397fc2a9b0fb7e212ab717f48ce35ef7b77e92d9dcd82323e965b4c9c814fdf2');
INSERT INTO "audit" VALUES(30,'2025-06-20T09:00:00Z','demo','batch plan','[{"code":"b2","what":"batch.add"},{"digest":"8d7fbe90b3de7ea989117aae0ba7399ccf783d7db79fba33b6c368cc9d967d8b","rows":1,"what":"rows.changed"}]','397fc2a9b0fb7e212ab717f48ce35ef7b77e92d9dcd82323e965b4c9c814fdf2','0877c938ffdaa818d125c5d9e9220e1e182a2c107ca8dbb0199c6b506002e247');
INSERT INTO "audit" VALUES(31,'2025-01-20T09:00:00Z','demo','migrate','[{"schema":"0008","what":"schema.migrate"},{"digest":"13a4f9166f8788a93043f96e9e99598e1bb4a91d4d292bc5fc3399f30a4a3dc8","rows":40,"what":"rows.all"}]','0877c938ffdaa818d125c5d9e9220e1e182a2c107ca8dbb0199c6b506002e247','d4fe3135fdbe2e002b6ec6861438b6a3fc9ea2319a3053cec8809d20a82e62df');
CREATE TABLE back_in_prison (
	id INTEGER NOT NULL, 
	beneficiary_code VARCHAR(64) NOT NULL, 
	definition VARCHAR NOT NULL, 
	is_back BOOLEAN NOT NULL, 
	known_on VARCHAR NOT NULL, 
	PRIMARY KEY (id), 
	CONSTRAINT back_in_prison_once UNIQUE (beneficiary_code, definition, known_on), 
	FOREIGN KEY(beneficiary_code) REFERENCES beneficiary (code)
);
CREATE TABLE balance (
	envelope_code VARCHAR(64) NOT NULL, 
	account VARCHAR NOT NULL, 
	amount BIGINT NOT NULL, 
	PRIMARY KEY (envelope_code, account), 
	FOREIGN KEY(envelope_code) REFERENCES envelope (code)
);
INSERT INTO "balance" VALUES('e1','available',17149950);
INSERT INTO "balance" VALUES('e1','committed',0);
INSERT INTO "balance" VALUES('e1','delivered',2850050);
INSERT INTO "balance" VALUES('e1','funder',-20000000);
INSERT INTO "balance" VALUES('e2','available',7800000);
INSERT INTO "balance" VALUES('e2','committed',0);
INSERT INTO "balance" VALUES('e2','delivered',1200000);
INSERT INTO "balance" VALUES('e2','funder',-9000000);
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
INSERT INTO "batch" VALUES('b2','micro',2025,'MA-FES',NULL,NULL,NULL,NULL,NULL,'planned',NULL,NULL);
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
	status VARCHAR NOT NULL, receipt VARCHAR, rolled_from INTEGER REFERENCES batch_line (id), replaces INTEGER REFERENCES batch_line (id), cost_id INTEGER REFERENCES cost (id), 
	PRIMARY KEY (id), 
	CONSTRAINT batch_line_amount_positive CHECK (amount > 0), 
	FOREIGN KEY(centre_code) REFERENCES centre (code), 
	FOREIGN KEY(batch_code) REFERENCES batch (code), 
	FOREIGN KEY(beneficiary_code) REFERENCES beneficiary (code), 
	FOREIGN KEY(envelope_code) REFERENCES envelope (code), 
	FOREIGN KEY(project_code) REFERENCES project (code), 
	FOREIGN KEY(region_code) REFERENCES region (code)
);
INSERT INTO "batch_line" VALUES(1,'b1','P-FT8JVYMNB','B-MP9R7QWSC','equipment','Machine à coudre',1250000,'e1','MA-03',NULL,'delivered','present',NULL,NULL,NULL);
INSERT INTO "batch_line" VALUES(2,'b1','P-PEHB2C74X','B-N50KRQJGY','equipment','Poste à souder',1600050,'e1','MA-03',NULL,'delivered','present',NULL,NULL,NULL);
INSERT INTO "batch_line" VALUES(3,'b1','P-2KKV3MJG5','B-YQ9MX9J5N','equipment','Kit snack',900000,'e1','MA-03',NULL,'absent',NULL,NULL,NULL,NULL);
INSERT INTO "batch_line" VALUES(4,'b1','P-WHKPQXDR4','B-PT223NS9B','equipment','Kit coiffure',1125000,'e1','MA-03',NULL,'returned','present',NULL,NULL,NULL);
INSERT INTO "batch_line" VALUES(5,'b1','P-2GXPQMTPV','B-D67SYBED6','equipment','Stock',800000,'e2','MA-03',NULL,'delivered','present',NULL,NULL,NULL);
INSERT INTO "batch_line" VALUES(6,'b1','P-FT8JVYMNB','B-MP9R7QWSC','equipment','Surjeteuse',400000,'e2','MA-03',NULL,'delivered','present',NULL,NULL,NULL);
CREATE TABLE beneficiary (
	code VARCHAR(64) NOT NULL, 
	sex VARCHAR, 
	province_code VARCHAR(64), 
	centre_code VARCHAR(64), merged_into VARCHAR(64) REFERENCES beneficiary (code), registered_on VARCHAR, 
	PRIMARY KEY (code), 
	FOREIGN KEY(centre_code) REFERENCES centre (code), 
	FOREIGN KEY(province_code) REFERENCES province (code)
);
INSERT INTO "beneficiary" VALUES('B-MP9R7QWSC','F','MA-FES',NULL,NULL,NULL);
INSERT INTO "beneficiary" VALUES('B-N50KRQJGY','M','MA-MEK',NULL,NULL,NULL);
INSERT INTO "beneficiary" VALUES('B-PT223NS9B','F','MA-SEF',NULL,NULL,NULL);
INSERT INTO "beneficiary" VALUES('B-YQ9MX9J5N','M','MA-FES',NULL,NULL,NULL);
INSERT INTO "beneficiary" VALUES('B-D67SYBED6','M','MA-FES',NULL,NULL,NULL);
INSERT INTO "beneficiary" VALUES('B-YP8B3D2XG','F','MA-FES',NULL,NULL,'2025-06-20');
CREATE TABLE carried (
	id INTEGER NOT NULL, 
	history_id INTEGER NOT NULL, 
	journal_id INTEGER NOT NULL, 
	PRIMARY KEY (id)
);
INSERT INTO "carried" VALUES(1,75,33);
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
CREATE TABLE cost (
	id INTEGER NOT NULL, 
	project_code VARCHAR(64) NOT NULL, 
	kind VARCHAR NOT NULL, 
	label VARCHAR, 
	quantity INTEGER NOT NULL, 
	unit_price BIGINT NOT NULL, 
	supplier VARCHAR, 
	invoice VARCHAR, 
	serial VARCHAR, 
	PRIMARY KEY (id), 
	CONSTRAINT cost_positive CHECK (quantity > 0 AND unit_price > 0), 
	FOREIGN KEY(project_code) REFERENCES project (code)
);
INSERT INTO "cost" VALUES(1,'P-FT8JVYMNB','equipment','Surfileuse',1,350000,'Fournisseur fictif',NULL,NULL);
CREATE TABLE document (
	id INTEGER NOT NULL, 
	project_code VARCHAR(64), 
	batch_code VARCHAR(64), 
	kind VARCHAR NOT NULL, 
	reference VARCHAR, 
	dated_on VARCHAR, 
	state VARCHAR NOT NULL, 
	supplier VARCHAR, 
	ice VARCHAR, 
	sha256 VARCHAR, 
	PRIMARY KEY (id), 
	CONSTRAINT document_one_subject CHECK ((project_code IS NULL) <> (batch_code IS NULL)), 
	FOREIGN KEY(project_code) REFERENCES project (code), 
	FOREIGN KEY(batch_code) REFERENCES batch (code)
);
INSERT INTO "document" VALUES(1,'P-FT8JVYMNB',NULL,'invoice','F-1','2025-03-01','present',NULL,NULL,NULL);
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
CREATE TABLE followup (
	id INTEGER NOT NULL, 
	project_code VARCHAR(64) NOT NULL, 
	milestone INTEGER, 
	visited_on VARCHAR NOT NULL, 
	state VARCHAR NOT NULL, 
	closed_on VARCHAR, 
	reason VARCHAR, 
	income BIGINT, 
	jobs INTEGER, 
	PRIMARY KEY (id), 
	CONSTRAINT followup_once UNIQUE (project_code, visited_on), 
	FOREIGN KEY(project_code) REFERENCES project (code)
);
INSERT INTO "followup" VALUES(1,'P-FT8JVYMNB',3,'2025-06-01','alive',NULL,NULL,250000,1);
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
CREATE TABLE funder_ceiling (
	programme_code VARCHAR(64) NOT NULL, 
	funder_code VARCHAR(64) NOT NULL, 
	permille INTEGER NOT NULL, 
	PRIMARY KEY (programme_code, funder_code), 
	FOREIGN KEY(programme_code) REFERENCES programme (code), 
	FOREIGN KEY(funder_code) REFERENCES partner (code)
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
INSERT INTO "history" VALUES(13,9,'beneficiary','["B-MP9R7QWSC"]',NULL);
INSERT INTO "history" VALUES(14,9,'beneficiary','["B-N50KRQJGY"]',NULL);
INSERT INTO "history" VALUES(15,9,'beneficiary','["B-PT223NS9B"]',NULL);
INSERT INTO "history" VALUES(16,9,'beneficiary','["B-YQ9MX9J5N"]',NULL);
INSERT INTO "history" VALUES(17,9,'sensitive','["B-MP9R7QWSC"]',NULL);
INSERT INTO "history" VALUES(18,9,'sensitive','["B-N50KRQJGY"]',NULL);
INSERT INTO "history" VALUES(19,9,'sensitive','["B-PT223NS9B"]',NULL);
INSERT INTO "history" VALUES(20,9,'sensitive','["B-YQ9MX9J5N"]',NULL);
INSERT INTO "history" VALUES(21,9,'project','["P-2KKV3MJG5"]',NULL);
INSERT INTO "history" VALUES(22,9,'project','["P-FT8JVYMNB"]',NULL);
INSERT INTO "history" VALUES(23,9,'project','["P-PEHB2C74X"]',NULL);
INSERT INTO "history" VALUES(24,9,'project','["P-WHKPQXDR4"]',NULL);
INSERT INTO "history" VALUES(25,9,'project_member','["P-2KKV3MJG5","B-YQ9MX9J5N"]',NULL);
INSERT INTO "history" VALUES(26,9,'project_member','["P-FT8JVYMNB","B-MP9R7QWSC"]',NULL);
INSERT INTO "history" VALUES(27,9,'project_member','["P-PEHB2C74X","B-N50KRQJGY"]',NULL);
INSERT INTO "history" VALUES(28,9,'project_member','["P-WHKPQXDR4","B-PT223NS9B"]',NULL);
INSERT INTO "history" VALUES(29,9,'batch_line','[1]',NULL);
INSERT INTO "history" VALUES(30,9,'batch_line','[2]',NULL);
INSERT INTO "history" VALUES(31,9,'batch_line','[3]',NULL);
INSERT INTO "history" VALUES(32,9,'batch_line','[4]',NULL);
INSERT INTO "history" VALUES(33,10,'beneficiary','["B-D67SYBED6"]',NULL);
INSERT INTO "history" VALUES(34,10,'sensitive','["B-D67SYBED6"]',NULL);
INSERT INTO "history" VALUES(35,10,'project','["P-2GXPQMTPV"]',NULL);
INSERT INTO "history" VALUES(36,10,'project_member','["P-2GXPQMTPV","B-D67SYBED6"]',NULL);
INSERT INTO "history" VALUES(37,10,'batch_line','[5]',NULL);
INSERT INTO "history" VALUES(38,11,'batch_line','[6]',NULL);
INSERT INTO "history" VALUES(39,13,'statement','[1]',NULL);
INSERT INTO "history" VALUES(40,14,'batch','["b1"]','{"code":"b1","programme_code":"micro","fiscal_year":2025,"province_code":"MA-FES","convention_code":null,"tranche":null,"venue":"Salle des fêtes","planned_on":"2025-02-18","held_on":null,"status":"planned","booked_on":null,"delivered_by":null}');
INSERT INTO "history" VALUES(41,14,'batch_line','[1]','{"id":1,"batch_code":"b1","project_code":"P-FT8JVYMNB","beneficiary_code":"B-MP9R7QWSC","kind":"equipment","label":"Machine à coudre","amount":1250000,"envelope_code":"e1","region_code":null,"centre_code":null,"status":"expected","receipt":null,"rolled_from":null,"replaces":null,"cost_id":null}');
INSERT INTO "history" VALUES(42,14,'batch_line','[2]','{"id":2,"batch_code":"b1","project_code":"P-PEHB2C74X","beneficiary_code":"B-N50KRQJGY","kind":"equipment","label":"Poste à souder","amount":1700050,"envelope_code":"e1","region_code":null,"centre_code":null,"status":"expected","receipt":null,"rolled_from":null,"replaces":null,"cost_id":null}');
INSERT INTO "history" VALUES(43,14,'batch_line','[3]','{"id":3,"batch_code":"b1","project_code":"P-2KKV3MJG5","beneficiary_code":"B-YQ9MX9J5N","kind":"equipment","label":"Kit snack","amount":900000,"envelope_code":"e1","region_code":null,"centre_code":null,"status":"expected","receipt":null,"rolled_from":null,"replaces":null,"cost_id":null}');
INSERT INTO "history" VALUES(44,14,'batch_line','[4]','{"id":4,"batch_code":"b1","project_code":"P-WHKPQXDR4","beneficiary_code":"B-PT223NS9B","kind":"equipment","label":"Kit coiffure","amount":1125000,"envelope_code":"e1","region_code":null,"centre_code":null,"status":"expected","receipt":null,"rolled_from":null,"replaces":null,"cost_id":null}');
INSERT INTO "history" VALUES(45,14,'batch_line','[5]','{"id":5,"batch_code":"b1","project_code":"P-2GXPQMTPV","beneficiary_code":"B-D67SYBED6","kind":"equipment","label":"Stock","amount":800000,"envelope_code":"e2","region_code":null,"centre_code":null,"status":"expected","receipt":null,"rolled_from":null,"replaces":null,"cost_id":null}');
INSERT INTO "history" VALUES(46,14,'batch_line','[6]','{"id":6,"batch_code":"b1","project_code":"P-FT8JVYMNB","beneficiary_code":"B-MP9R7QWSC","kind":"equipment","label":"Surjeteuse","amount":400000,"envelope_code":"e2","region_code":null,"centre_code":null,"status":"expected","receipt":null,"rolled_from":null,"replaces":null,"cost_id":null}');
INSERT INTO "history" VALUES(47,15,'batch','["b1"]','{"code":"b1","programme_code":"micro","fiscal_year":2025,"province_code":"MA-FES","convention_code":null,"tranche":null,"venue":"Salle des fêtes","planned_on":"2025-02-18","held_on":null,"status":"locked","booked_on":null,"delivered_by":null}');
INSERT INTO "history" VALUES(48,15,'batch','["b1"]','{"code":"b1","programme_code":"micro","fiscal_year":2025,"province_code":"MA-FES","convention_code":null,"tranche":null,"venue":"Salle des fêtes","planned_on":"2025-02-18","held_on":null,"status":"held","booked_on":null,"delivered_by":null}');
INSERT INTO "history" VALUES(49,15,'batch_line','[1]','{"id":1,"batch_code":"b1","project_code":"P-FT8JVYMNB","beneficiary_code":"B-MP9R7QWSC","kind":"equipment","label":"Machine à coudre","amount":1250000,"envelope_code":"e1","region_code":"MA-03","centre_code":null,"status":"expected","receipt":null,"rolled_from":null,"replaces":null,"cost_id":null}');
INSERT INTO "history" VALUES(50,15,'batch_line','[2]','{"id":2,"batch_code":"b1","project_code":"P-PEHB2C74X","beneficiary_code":"B-N50KRQJGY","kind":"equipment","label":"Poste à souder","amount":1700050,"envelope_code":"e1","region_code":"MA-03","centre_code":null,"status":"expected","receipt":null,"rolled_from":null,"replaces":null,"cost_id":null}');
INSERT INTO "history" VALUES(51,15,'batch_line','[4]','{"id":4,"batch_code":"b1","project_code":"P-WHKPQXDR4","beneficiary_code":"B-PT223NS9B","kind":"equipment","label":"Kit coiffure","amount":1125000,"envelope_code":"e1","region_code":"MA-03","centre_code":null,"status":"expected","receipt":null,"rolled_from":null,"replaces":null,"cost_id":null}');
INSERT INTO "history" VALUES(52,15,'batch_line','[5]','{"id":5,"batch_code":"b1","project_code":"P-2GXPQMTPV","beneficiary_code":"B-D67SYBED6","kind":"equipment","label":"Stock","amount":800000,"envelope_code":"e2","region_code":"MA-03","centre_code":null,"status":"expected","receipt":null,"rolled_from":null,"replaces":null,"cost_id":null}');
INSERT INTO "history" VALUES(53,15,'batch_line','[6]','{"id":6,"batch_code":"b1","project_code":"P-FT8JVYMNB","beneficiary_code":"B-MP9R7QWSC","kind":"equipment","label":"Surjeteuse","amount":400000,"envelope_code":"e2","region_code":"MA-03","centre_code":null,"status":"expected","receipt":null,"rolled_from":null,"replaces":null,"cost_id":null}');
INSERT INTO "history" VALUES(54,15,'batch_line','[3]','{"id":3,"batch_code":"b1","project_code":"P-2KKV3MJG5","beneficiary_code":"B-YQ9MX9J5N","kind":"equipment","label":"Kit snack","amount":900000,"envelope_code":"e1","region_code":"MA-03","centre_code":null,"status":"expected","receipt":null,"rolled_from":null,"replaces":null,"cost_id":null}');
INSERT INTO "history" VALUES(55,16,'batch_line','[1]','{"id":1,"batch_code":"b1","project_code":"P-FT8JVYMNB","beneficiary_code":"B-MP9R7QWSC","kind":"equipment","label":"Machine à coudre","amount":1250000,"envelope_code":"e1","region_code":"MA-03","centre_code":null,"status":"delivered","receipt":null,"rolled_from":null,"replaces":null,"cost_id":null}');
INSERT INTO "history" VALUES(56,16,'batch_line','[2]','{"id":2,"batch_code":"b1","project_code":"P-PEHB2C74X","beneficiary_code":"B-N50KRQJGY","kind":"equipment","label":"Poste à souder","amount":1700050,"envelope_code":"e1","region_code":"MA-03","centre_code":null,"status":"delivered","receipt":null,"rolled_from":null,"replaces":null,"cost_id":null}');
INSERT INTO "history" VALUES(57,16,'batch_line','[4]','{"id":4,"batch_code":"b1","project_code":"P-WHKPQXDR4","beneficiary_code":"B-PT223NS9B","kind":"equipment","label":"Kit coiffure","amount":1125000,"envelope_code":"e1","region_code":"MA-03","centre_code":null,"status":"delivered","receipt":null,"rolled_from":null,"replaces":null,"cost_id":null}');
INSERT INTO "history" VALUES(58,16,'batch_line','[5]','{"id":5,"batch_code":"b1","project_code":"P-2GXPQMTPV","beneficiary_code":"B-D67SYBED6","kind":"equipment","label":"Stock","amount":800000,"envelope_code":"e2","region_code":"MA-03","centre_code":null,"status":"delivered","receipt":null,"rolled_from":null,"replaces":null,"cost_id":null}');
INSERT INTO "history" VALUES(59,16,'batch_line','[6]','{"id":6,"batch_code":"b1","project_code":"P-FT8JVYMNB","beneficiary_code":"B-MP9R7QWSC","kind":"equipment","label":"Surjeteuse","amount":400000,"envelope_code":"e2","region_code":"MA-03","centre_code":null,"status":"delivered","receipt":null,"rolled_from":null,"replaces":null,"cost_id":null}');
INSERT INTO "history" VALUES(60,17,'batch','["b1"]','{"code":"b1","programme_code":"micro","fiscal_year":2025,"province_code":"MA-FES","convention_code":null,"tranche":null,"venue":"Salle des fêtes","planned_on":"2025-02-18","held_on":"2025-02-18","status":"held","booked_on":null,"delivered_by":null}');
INSERT INTO "history" VALUES(61,18,'closed_month','[1]',NULL);
INSERT INTO "history" VALUES(62,19,'batch_line','[2]','{"id":2,"batch_code":"b1","project_code":"P-PEHB2C74X","beneficiary_code":"B-N50KRQJGY","kind":"equipment","label":"Poste à souder","amount":1700050,"envelope_code":"e1","region_code":"MA-03","centre_code":null,"status":"delivered","receipt":"present","rolled_from":null,"replaces":null,"cost_id":null}');
INSERT INTO "history" VALUES(63,20,'batch_line','[4]','{"id":4,"batch_code":"b1","project_code":"P-WHKPQXDR4","beneficiary_code":"B-PT223NS9B","kind":"equipment","label":"Kit coiffure","amount":1125000,"envelope_code":"e1","region_code":"MA-03","centre_code":null,"status":"delivered","receipt":"present","rolled_from":null,"replaces":null,"cost_id":null}');
INSERT INTO "history" VALUES(64,21,'statement','[2]',NULL);
INSERT INTO "history" VALUES(65,22,'requirement','["micro","step","training"]',NULL);
INSERT INTO "history" VALUES(66,22,'requirement','["micro","document","invoice"]',NULL);
INSERT INTO "history" VALUES(67,24,'pathway_step','[1]',NULL);
INSERT INTO "history" VALUES(68,25,'beneficiary','["B-YP8B3D2XG"]',NULL);
INSERT INTO "history" VALUES(69,25,'sensitive','["B-YP8B3D2XG"]',NULL);
INSERT INTO "history" VALUES(70,25,'beneficiary','["B-YP8B3D2XG"]','{"code":"B-YP8B3D2XG","sex":null,"province_code":null,"centre_code":null,"merged_into":null,"registered_on":"2025-06-20"}');
INSERT INTO "history" VALUES(71,26,'cost','[1]',NULL);
INSERT INTO "history" VALUES(72,27,'quotation','[1]',NULL);
INSERT INTO "history" VALUES(73,28,'document','[1]',NULL);
INSERT INTO "history" VALUES(74,29,'followup','[1]',NULL);
INSERT INTO "history" VALUES(75,30,'batch','["b2"]',NULL);
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
INSERT INTO "identity" VALUES('B-MP9R7QWSC','BENFICTIF Amina',NULL,'ZZ100001','1984-05-12',NULL,NULL);
INSERT INTO "identity" VALUES('B-N50KRQJGY','EL EXEMPLE Karim',NULL,'ZZ100002','1979-11-03',NULL,NULL);
INSERT INTO "identity" VALUES('B-PT223NS9B','MODELE Khadija',NULL,'ZZ100004','1988-09-21',NULL,NULL);
INSERT INTO "identity" VALUES('B-YQ9MX9J5N','INVENTANI Omar',NULL,'ZZ100003','1990',NULL,NULL);
INSERT INTO "identity" VALUES('B-D67SYBED6','PROTOTYPE Said',NULL,NULL,NULL,NULL,NULL);
INSERT INTO "identity" VALUES('B-YP8B3D2XG','Nadia Inventani',NULL,'ZZ100009','1991',NULL,NULL);
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
CREATE TABLE official (
	id INTEGER NOT NULL, 
	batch_code VARCHAR(64) NOT NULL, 
	name VARCHAR NOT NULL, 
	role VARCHAR, 
	presided BOOLEAN NOT NULL, 
	PRIMARY KEY (id), 
	FOREIGN KEY(batch_code) REFERENCES batch (code)
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
CREATE TABLE pathway_step (
	id INTEGER NOT NULL, 
	beneficiary_code VARCHAR(64) NOT NULL, 
	kind VARCHAR NOT NULL, 
	happened_on VARCHAR NOT NULL, 
	partner_code VARCHAR(64), 
	outcome VARCHAR NOT NULL, 
	PRIMARY KEY (id), 
	CONSTRAINT pathway_step_once UNIQUE (beneficiary_code, kind, happened_on), 
	FOREIGN KEY(beneficiary_code) REFERENCES beneficiary (code), 
	FOREIGN KEY(partner_code) REFERENCES partner (code)
);
INSERT INTO "pathway_step" VALUES(1,'B-MP9R7QWSC','training','2025-01-15',NULL,'favourable');
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
	name_ar VARCHAR, ceiling BIGINT, 
	PRIMARY KEY (code)
);
INSERT INTO "programme" VALUES('micro','Micro-projets','المشاريع الصغرى',4000000);
CREATE TABLE project (
	code VARCHAR(64) NOT NULL, 
	programme_code VARCHAR(64) NOT NULL, 
	kind VARCHAR NOT NULL, 
	activity VARCHAR, 
	sector_code VARCHAR(64), name VARCHAR, own_contribution BIGINT, 
	PRIMARY KEY (code), 
	FOREIGN KEY(programme_code) REFERENCES programme (code), 
	FOREIGN KEY(sector_code) REFERENCES sector (code)
);
INSERT INTO "project" VALUES('P-2KKV3MJG5','micro','individual','Snack','services',NULL,NULL);
INSERT INTO "project" VALUES('P-FT8JVYMNB','micro','individual','Couture','artisanat',NULL,NULL);
INSERT INTO "project" VALUES('P-PEHB2C74X','micro','individual','Soudure','artisanat',NULL,NULL);
INSERT INTO "project" VALUES('P-WHKPQXDR4','micro','individual','Coiffure','services',NULL,NULL);
INSERT INTO "project" VALUES('P-2GXPQMTPV','micro','individual','Épicerie',NULL,NULL,NULL);
CREATE TABLE project_funding (
	project_code VARCHAR(64) NOT NULL, 
	funder_code VARCHAR(64) NOT NULL, 
	amount BIGINT NOT NULL, 
	PRIMARY KEY (project_code, funder_code), 
	FOREIGN KEY(project_code) REFERENCES project (code), 
	FOREIGN KEY(funder_code) REFERENCES partner (code)
);
CREATE TABLE project_member (
	project_code VARCHAR(64) NOT NULL, 
	beneficiary_code VARCHAR(64) NOT NULL, 
	PRIMARY KEY (project_code, beneficiary_code), 
	FOREIGN KEY(beneficiary_code) REFERENCES beneficiary (code), 
	FOREIGN KEY(project_code) REFERENCES project (code)
);
INSERT INTO "project_member" VALUES('P-2KKV3MJG5','B-YQ9MX9J5N');
INSERT INTO "project_member" VALUES('P-FT8JVYMNB','B-MP9R7QWSC');
INSERT INTO "project_member" VALUES('P-PEHB2C74X','B-N50KRQJGY');
INSERT INTO "project_member" VALUES('P-WHKPQXDR4','B-PT223NS9B');
INSERT INTO "project_member" VALUES('P-2GXPQMTPV','B-D67SYBED6');
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
CREATE TABLE quotation (
	id INTEGER NOT NULL, 
	project_code VARCHAR(64) NOT NULL, 
	supplier VARCHAR NOT NULL, 
	amount BIGINT NOT NULL, 
	quoted_on VARCHAR, 
	reference VARCHAR, 
	chosen BOOLEAN NOT NULL, 
	reason VARCHAR, 
	PRIMARY KEY (id), 
	FOREIGN KEY(project_code) REFERENCES project (code)
);
INSERT INTO "quotation" VALUES(1,'P-FT8JVYMNB','Fournisseur fictif',350000,NULL,NULL,0,NULL);
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
CREATE TABLE region_account (
	login VARCHAR NOT NULL, 
	region_code VARCHAR(64) NOT NULL, 
	PRIMARY KEY (login, region_code), 
	FOREIGN KEY(region_code) REFERENCES region (code)
);
CREATE TABLE remark (
	batch_code VARCHAR(64) NOT NULL, 
	beneficiary_code VARCHAR(64) NOT NULL, 
	said VARCHAR NOT NULL, 
	PRIMARY KEY (batch_code, beneficiary_code), 
	FOREIGN KEY(batch_code) REFERENCES batch (code), 
	FOREIGN KEY(beneficiary_code) REFERENCES beneficiary (code)
);
CREATE TABLE requirement (
	programme_code VARCHAR(64) NOT NULL, 
	subject VARCHAR NOT NULL, 
	kind VARCHAR NOT NULL, 
	PRIMARY KEY (programme_code, subject, kind), 
	FOREIGN KEY(programme_code) REFERENCES programme (code)
);
INSERT INTO "requirement" VALUES('micro','step','training');
INSERT INTO "requirement" VALUES('micro','document','invoice');
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
INSERT INTO "review" VALUES(1,'I-000002',2,'fcadd82e6a5d5de804a8205f618d27deddce7300fa82d925fed776ad2a47baad','58a80d41b6abfe119c33b6e1508df2182f0179852e1709a4cf7a2e7858f36463','person.possible','["B-MP9R7QWSC"]',NULL,'{"values": {"family_name": "BENFICTIF", "given_name": "Amina", "sex": "F", "province": "MA-FES", "activity": "Couture", "label": "Surjeteuse", "amount": {"amount": [400000, "exact", "4 000,00"]}}, "envelope": "e2", "centre": null}','accepted','B-MP9R7QWSC','2025-01-10T09:00:00Z','demo',11);
CREATE TABLE seal (
	table_name VARCHAR NOT NULL, 
	count INTEGER NOT NULL, 
	digest VARCHAR NOT NULL, 
	PRIMARY KEY (table_name)
);
INSERT INTO "seal" VALUES('alembic_version',1,'1a21c2f40b7793d964b61b196d72a61c');
INSERT INTO "seal" VALUES('audit',31,'e41797d521c5c1ae0b01c87c865b4e73');
INSERT INTO "seal" VALUES('back_in_prison',0,'00000000000000000000000000000000');
INSERT INTO "seal" VALUES('carried',1,'6f0bed7fe5b9f9a84344dc716e7e065f');
INSERT INTO "seal" VALUES('centre',16,'d957654aeef9a09f1cedcbf225bda28b');
INSERT INTO "seal" VALUES('former_identity',0,'00000000000000000000000000000000');
INSERT INTO "seal" VALUES('history',75,'f6ef384974bcac5d414bb21d83371a33');
INSERT INTO "seal" VALUES('identity',6,'a0bfe3d48bf281c1f815d0dd033c2f52');
INSERT INTO "seal" VALUES('import_row',6,'99cd6464e484a8257916570603ce397d');
INSERT INTO "seal" VALUES('import_run',2,'030913804337436e219322aee0f5674b');
INSERT INTO "seal" VALUES('journal',33,'df2be6699db7d3da8eca162a1925bd2c');
INSERT INTO "seal" VALUES('known_as',0,'00000000000000000000000000000000');
INSERT INTO "seal" VALUES('official',0,'00000000000000000000000000000000');
INSERT INTO "seal" VALUES('partner',2,'fe7fa114925284534516ed489289b346');
INSERT INTO "seal" VALUES('profile',1,'21adfe123c93515ea1eb034fc1368e25');
INSERT INTO "seal" VALUES('programme',1,'37a0d9f679dbe0fd2309536f7b5f415d');
INSERT INTO "seal" VALUES('province',75,'80bb861c80d3e51151adc8031474b374');
INSERT INTO "seal" VALUES('proxy',0,'00000000000000000000000000000000');
INSERT INTO "seal" VALUES('region',12,'9aa30765dd2f96ae1165e0d8cce26ebc');
INSERT INTO "seal" VALUES('region_account',0,'00000000000000000000000000000000');
INSERT INTO "seal" VALUES('remark',0,'00000000000000000000000000000000');
INSERT INTO "seal" VALUES('review',1,'d32e4151e0018249b590df97134e2cf5');
INSERT INTO "seal" VALUES('sector',7,'9416f82940511ce63b3881cc6227e88f');
INSERT INTO "seal" VALUES('sensitive',6,'345ec9741ba39a8f107345cda5688cdd');
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
INSERT INTO "sensitive" VALUES('B-MP9R7QWSC',0,NULL);
INSERT INTO "sensitive" VALUES('B-N50KRQJGY',1,NULL);
INSERT INTO "sensitive" VALUES('B-PT223NS9B',NULL,NULL);
INSERT INTO "sensitive" VALUES('B-YQ9MX9J5N',NULL,NULL);
INSERT INTO "sensitive" VALUES('B-D67SYBED6',NULL,NULL);
INSERT INTO "sensitive" VALUES('B-YP8B3D2XG',NULL,NULL);
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
CREATE TABLE tally (
	batch_code VARCHAR(64) NOT NULL, 
	region_code VARCHAR(64) NOT NULL, 
	programme_code VARCHAR(64) NOT NULL, 
	fiscal_year INTEGER NOT NULL, 
	people INTEGER NOT NULL, 
	women INTEGER NOT NULL, 
	sex_unknown INTEGER NOT NULL, 
	disabled INTEGER NOT NULL, 
	disability_unknown INTEGER NOT NULL, 
	planned BIGINT NOT NULL, 
	delivered BIGINT NOT NULL, 
	PRIMARY KEY (batch_code, region_code), 
	FOREIGN KEY(batch_code) REFERENCES batch (code), 
	FOREIGN KEY(region_code) REFERENCES region (code), 
	FOREIGN KEY(programme_code) REFERENCES programme (code)
);
INSERT INTO "tally" VALUES('b1','MA-03','micro',2025,3,1,0,1,1,0,4050050);
CREATE TABLE waiver (
	id INTEGER NOT NULL, 
	batch_code VARCHAR(64) NOT NULL, 
	beneficiary_code VARCHAR(64) NOT NULL, 
	kind VARCHAR NOT NULL, 
	written_at VARCHAR NOT NULL, 
	author VARCHAR NOT NULL, 
	reason VARCHAR NOT NULL, 
	audit_id INTEGER NOT NULL, 
	PRIMARY KEY (id), 
	FOREIGN KEY(batch_code) REFERENCES batch (code), 
	FOREIGN KEY(beneficiary_code) REFERENCES beneficiary (code)
);
CREATE INDEX ix_province_region_code ON province (region_code);
CREATE INDEX ix_batch_programme_code ON batch (programme_code);
CREATE INDEX ix_envelope_programme_code ON envelope (programme_code);
CREATE INDEX ix_overcommitment_envelope_code ON overcommitment (envelope_code);
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
CREATE INDEX ix_waiver_batch_code ON waiver (batch_code);
CREATE TRIGGER waiver_no_update BEFORE UPDATE ON waiver BEGIN SELECT RAISE(ABORT, 'waiver is append-only'); END;
CREATE TRIGGER waiver_no_delete BEFORE DELETE ON waiver BEGIN SELECT RAISE(ABORT, 'waiver is append-only'); END;
CREATE TRIGGER waiver_no_replace BEFORE INSERT ON waiver WHEN EXISTS (SELECT 1 FROM waiver WHERE id = NEW.id) BEGIN SELECT RAISE(ABORT, 'waiver is append-only'); END;
CREATE INDEX ix_cost_project_code ON cost (project_code);
CREATE INDEX ix_quotation_project_code ON quotation (project_code);
CREATE INDEX ix_document_project_code ON document (project_code);
CREATE INDEX ix_document_batch_code ON document (batch_code);
CREATE INDEX ix_official_batch_code ON official (batch_code);
CREATE INDEX ix_again_batch_code ON again (batch_code);
CREATE INDEX ix_project_of_group ON project (code) WHERE kind <> 'individual';
CREATE INDEX ix_project_member_beneficiary_code ON project_member (beneficiary_code);
CREATE INDEX ix_batch_line_batch ON batch_line (batch_code);
CREATE INDEX ix_batch_line_beneficiary_code ON batch_line (beneficiary_code);
CREATE INDEX ix_batch_line_project_code ON batch_line (project_code);
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
CREATE VIEW v_tally AS
SELECT
    t.batch_code                            AS batch,
    t.region_code                           AS region,
    t.programme_code                        AS programme,
    t.fiscal_year                           AS fiscal_year,
    t.people                                AS people,
    t.women                                 AS women,
    t.sex_unknown                           AS sex_unknown,
    t.disabled                              AS disabled,
    t.disability_unknown                    AS disability_unknown,
    t.planned                               AS planned,
    t.delivered                             AS delivered
FROM tally t;
CREATE VIEW v_again AS
SELECT
    a.beneficiary_code                      AS beneficiary,
    a.batch_code                            AS batch,
    a.region_code                           AS region,
    a.programme_code                        AS programme,
    a.fiscal_year                           AS fiscal_year,
    a.sex                                   AS sex,
    a.disabled                              AS disabled
FROM again a;
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
CREATE VIEW v_balance AS
SELECT
    p.envelope_code                         AS envelope,
    -SUM(CASE WHEN p.account = 'funder' THEN p.amount ELSE 0 END)    AS allocated,
    SUM(CASE WHEN p.account = 'available' THEN p.amount ELSE 0 END)  AS available,
    SUM(CASE WHEN p.account = 'committed' THEN p.amount ELSE 0 END)  AS committed,
    SUM(CASE WHEN p.account = 'delivered' THEN p.amount ELSE 0 END)  AS delivered
FROM (
    SELECT envelope_code, account, amount FROM balance
    UNION ALL
    SELECT envelope_code, account, amount FROM journal WHERE id > (SELECT journal_id FROM carried)
) p
GROUP BY p.envelope_code;
CREATE VIEW v_envelope AS
SELECT
    b.*,
    CASE WHEN b.allocated > 0
        THEN ((b.committed + b.delivered) * 2000 + b.allocated) / (2 * b.allocated) END     AS used,
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
CREATE VIEW v_funded AS
SELECT
    p.code                                  AS project,
    p.programme_code                        AS programme,
    p.activity                              AS activity,
    p.sector_code                           AS sector,
    (SELECT MIN(m.beneficiary_code) FROM project_member m WHERE m.project_code = p.code)    AS beneficiary,
    (SELECT NULLIF(COUNT(*), 0) FROM project_member m WHERE m.project_code = p.code)        AS people,
    (SELECT CASE WHEN COUNT(o.sex) = COUNT(*) AND MIN(o.sex) = MAX(o.sex) THEN MIN(o.sex) END
     FROM project_member m JOIN beneficiary o ON o.code = m.beneficiary_code
     WHERE m.project_code = p.code)         AS sex,
    COALESCE(l.centre_code, person.centre_code) AS centre,
    l.region_code                           AS region,
    b.fiscal_year                           AS fiscal_year,
    b.code                                  AS batch,
    b.held_on                               AS funded_on,
    SUBSTR(b.held_on || '-01-01', 1, 10)    AS funded_first,
    CASE LENGTH(b.held_on)
        WHEN 10 THEN b.held_on
        WHEN 4 THEN b.held_on || '-12-31'
        ELSE b.held_on || CASE
            WHEN SUBSTR(b.held_on, 6) IN ('04', '06', '09', '11') THEN '-30'
            WHEN SUBSTR(b.held_on, 6) <> '02' THEN '-31'
            WHEN CAST(SUBSTR(b.held_on, 1, 4) AS INTEGER) % 400 = 0
              OR (CAST(SUBSTR(b.held_on, 1, 4) AS INTEGER) % 4 = 0
                  AND CAST(SUBSTR(b.held_on, 1, 4) AS INTEGER) % 100 <> 0) THEN '-29'
            ELSE '-28'
        END
    END                                     AS funded_last,
    (SELECT CAST(SUM(o.amount) AS BIGINT) FROM batch_line o JOIN batch h ON h.code = o.batch_code
     WHERE o.project_code = p.code AND o.status = 'delivered' AND h.held_on IS NOT NULL)    AS delivered
FROM project p
JOIN batch_line l       ON l.id = (
    SELECT o.id FROM batch_line o JOIN batch h ON h.code = o.batch_code
    WHERE o.project_code = p.code AND o.status = 'delivered' AND h.held_on IS NOT NULL
    ORDER BY CASE LENGTH(h.held_on)
        WHEN 4 THEN h.held_on || '-12-31' WHEN 7 THEN h.held_on || '-31' ELSE h.held_on
    END, o.id
    LIMIT 1
)
JOIN batch b            ON b.code = l.batch_code
JOIN beneficiary person ON person.code = l.beneficiary_code;
CREATE VIEW v_visit AS
SELECT
    f.id                                    AS visit,
    f.project_code                          AS project,
    f.milestone                             AS milestone,
    f.visited_on                            AS visited_on,
    f.state                                 AS state,
    f.closed_on                             AS closed_on,
    f.reason                                AS reason,
    f.income                                AS income,
    f.jobs                                  AS jobs
FROM followup f;
CREATE VIEW v_due AS
WITH milestones AS (
    SELECT 3 AS milestone UNION ALL SELECT 6 UNION ALL SELECT 12 UNION ALL SELECT 24
), at_month AS (
    SELECT
        f.*, m.milestone,
        (CAST(SUBSTR(f.funded_last, 1, 4) AS INTEGER) * 12
         + CAST(SUBSTR(f.funded_last, 6, 2) AS INTEGER) - 1 + m.milestone) / 12 AS year,
        (CAST(SUBSTR(f.funded_last, 6, 2) AS INTEGER) - 1 + m.milestone) % 12 + 1 AS month,
        CAST(SUBSTR(f.funded_last, 9, 2) AS INTEGER) AS day
    FROM v_funded f CROSS JOIN milestones m
), clamped AS (
    SELECT
        a.*,
        CASE
            WHEN month IN (4, 6, 9, 11) THEN 30
            WHEN month <> 2 THEN 31
            WHEN year % 4 = 0 AND (year % 100 <> 0 OR year % 400 = 0) THEN 29
            ELSE 28
        END AS longest
    FROM at_month a
), due AS (
    SELECT
        c.*,
        CAST(year AS TEXT) || '-' || SUBSTR(CAST(100 + month AS TEXT), 2) || '-'
        || SUBSTR(CAST(100 + CASE WHEN day > longest THEN longest ELSE day END AS TEXT), 2) AS due_on
    FROM clamped c
)
SELECT
    d.project                               AS project,
    d.programme                             AS programme,
    d.beneficiary                           AS beneficiary,
    COALESCE(person.centre_code, d.centre)  AS centre,
    d.region                                AS region,
    d.funded_on                             AS funded_on,
    d.milestone                             AS milestone,
    d.due_on                                AS due_on
FROM due d
LEFT JOIN beneficiary person ON person.code = d.beneficiary
WHERE NOT EXISTS (
    SELECT 1 FROM followup v
    WHERE v.project_code = d.project
      AND (v.state = 'closed' OR v.milestone >= d.milestone
           OR (v.milestone IS NULL AND v.visited_on >= d.due_on))
);
CREATE VIEW v_beneficiary AS
SELECT
    b.code                                  AS beneficiary,
    b.sex                                   AS sex,
    s.disabled                              AS disabled,
    b.centre_code                           AS centre,
    b.province_code                         AS province,
    COALESCE(home.region_code, seat.region_code) AS region,
    b.registered_on                         AS registered_on,
    CASE
        WHEN EXISTS (SELECT 1 FROM batch_line l WHERE l.beneficiary_code = b.code AND l.status = 'delivered') THEN 1
        WHEN EXISTS (SELECT 1 FROM project_member m JOIN batch_line l ON l.project_code = m.project_code
                     WHERE m.beneficiary_code = b.code AND l.status = 'delivered') THEN 1
        ELSE 0
    END                                     AS funded
FROM beneficiary b
LEFT JOIN province home     ON home.code = b.province_code
LEFT JOIN centre c          ON c.code = b.centre_code
LEFT JOIN province seat     ON seat.code = c.province_code
LEFT JOIN sensitive s       ON s.beneficiary_code = b.code
WHERE b.merged_into IS NULL;
CREATE VIEW v_participation AS
SELECT m.beneficiary_code AS beneficiary, m.project_code AS project, p.programme_code AS programme
FROM project_member m JOIN project p ON p.code = m.project_code
UNION ALL
SELECT l.beneficiary_code, l.project_code, p.programme_code
FROM batch_line l JOIN project p ON p.code = l.project_code
WHERE NOT EXISTS (SELECT 1 FROM project_member m
                  WHERE m.project_code = l.project_code AND m.beneficiary_code = l.beneficiary_code)
  AND NOT EXISTS (SELECT 1 FROM batch_line e WHERE e.project_code = l.project_code
                  AND e.beneficiary_code = l.beneficiary_code AND e.id < l.id);
CREATE VIEW v_step AS
SELECT
    s.id                                    AS number,
    s.beneficiary_code                      AS beneficiary,
    s.kind                                  AS step,
    s.happened_on                           AS happened_on,
    SUBSTR(s.happened_on || '-01-01', 1, 10) AS first_on,
    s.partner_code                          AS partner,
    s.outcome                               AS outcome,
    CASE WHEN s.outcome = 'favourable' THEN 1 ELSE 0 END AS behind
FROM pathway_step s;
CREATE VIEW v_lacking AS
SELECT p.beneficiary AS beneficiary, p.programme AS programme, r.kind AS step
FROM (SELECT DISTINCT beneficiary, programme FROM v_participation) p
JOIN requirement r ON r.programme_code = p.programme AND r.subject = 'step'
WHERE NOT EXISTS (
    SELECT 1 FROM v_step s WHERE s.beneficiary = p.beneficiary AND s.step = r.kind AND s.behind = 1
);
CREATE VIEW v_fellow AS
SELECT
    l.line                                  AS line,
    l.batch                                 AS batch,
    l.project                               AS project,
    m.beneficiary_code                      AS beneficiary,
    l.kind                                  AS kind,
    l.status                                AS status,
    COALESCE(home.region_code, seat.region_code, l.region) AS region,
    l.programme                             AS programme,
    l.fiscal_year                           AS fiscal_year,
    COALESCE(person.centre_code, l.centre)  AS centre,
    l.activity                              AS activity,
    l.sector                                AS sector,
    person.sex                              AS sex,
    s.disabled                              AS disabled,
    0                                       AS planned,
    0                                       AS delivered,
    l.counts                                AS counts
FROM (SELECT code FROM project WHERE kind <> 'individual' GROUP BY code) p
JOIN project_member m       ON m.project_code = p.code
JOIN v_line l               ON l.project = p.code AND l.beneficiary <> m.beneficiary_code
JOIN beneficiary person     ON person.code = m.beneficiary_code
LEFT JOIN province home     ON home.code = person.province_code
LEFT JOIN centre c          ON c.code = person.centre_code
LEFT JOIN province seat     ON seat.code = c.province_code
LEFT JOIN sensitive s       ON s.beneficiary_code = person.code;
CREATE VIEW v_head AS
SELECT
    l.line, l.batch, l.project, l.beneficiary, l.kind, l.status, l.region, l.programme, l.fiscal_year, l.centre,
    l.activity, l.sector, l.sex, l.disabled, l.planned, l.delivered, l.counts, 1 AS own
FROM v_line l
UNION ALL
SELECT
    f.line, f.batch, f.project, f.beneficiary, f.kind, f.status, f.region, f.programme, f.fiscal_year, f.centre,
    f.activity, f.sector, f.sex, f.disabled, f.planned, f.delivered, f.counts, 0
FROM v_fellow f;
CREATE VIEW v_project AS
SELECT
    p.code                                  AS project,
    p.programme_code                        AS programme,
    p.kind                                  AS kind,
    p.name                                  AS name,
    p.activity                              AS activity,
    p.sector_code                           AS sector,
    (SELECT COUNT(*) FROM project_member m WHERE m.project_code = p.code) AS members,
    COALESCE(
        (SELECT f.state FROM followup f WHERE f.project_code = p.code ORDER BY f.visited_on DESC, f.id DESC LIMIT 1),
        CASE WHEN given.lines > 0 THEN 'funded' ELSE 'idea' END
    )                                       AS state,
    given.funded_on                         AS funded_on,
    (SELECT CAST(SUM(c.quantity * c.unit_price) AS BIGINT) FROM cost c WHERE c.project_code = p.code) AS cost,
    p.own_contribution                      AS own_contribution,
    (SELECT CAST(SUM(f.amount) AS BIGINT) FROM project_funding f WHERE f.project_code = p.code) AS planned_funding,
    COALESCE(given.planned, 0)              AS planned,
    COALESCE(given.delivered, 0)            AS delivered
FROM project p
LEFT JOIN (
    SELECT
        l.project_code                      AS project,
        COUNT(CASE WHEN l.status = 'delivered' THEN 1 END)                                       AS lines,
        MIN(CASE WHEN l.status = 'delivered' THEN b.held_on END)                                 AS funded_on,
        CAST(SUM(CASE WHEN l.status = 'expected' THEN l.amount ELSE 0 END) AS BIGINT)            AS planned,
        CAST(SUM(CASE WHEN l.status = 'delivered' THEN l.amount ELSE 0 END) AS BIGINT)           AS delivered
    FROM batch_line l JOIN batch b ON b.code = l.batch_code
    GROUP BY l.project_code
) given ON given.project = p.code;
CREATE VIEW v_document AS
SELECT
    d.id                                    AS document,
    d.project_code                          AS project,
    d.batch_code                            AS batch,
    COALESCE(p.programme_code, b.programme_code) AS programme,
    d.kind                                  AS kind,
    d.state                                 AS state,
    d.reference                             AS reference,
    d.dated_on                              AS dated_on,
    d.supplier                              AS supplier,
    d.ice                                   AS ice,
    d.sha256                                AS sha256
FROM document d
LEFT JOIN project p ON p.code = d.project_code
LEFT JOIN batch b   ON b.code = d.batch_code;
CREATE VIEW v_required_document AS
SELECT
    r.*,
    CASE
        WHEN d.state IS NOT NULL THEN d.state
        WHEN r.kind = 'receipt' AND r.signed > 0 AND r.signed = r.given THEN 'present'
        WHEN r.kind = 'receipt' AND r.refused > 0 THEN 'refused'
        WHEN r.kind = 'quotation' AND EXISTS (SELECT 1 FROM quotation o WHERE o.project_code = r.subject)
            THEN 'present'
        ELSE 'missing'
    END                                     AS state,
    d.id                                    AS document
FROM (
    SELECT
        'project' AS subject_kind, p.code AS subject, q.programme_code AS programme, q.kind AS kind,
        CASE WHEN q.kind = 'receipt' THEN (SELECT COUNT(*) FROM batch_line l
            WHERE l.project_code = p.code AND l.status = 'delivered') END AS given,
        CASE WHEN q.kind = 'receipt' THEN (SELECT COUNT(*) FROM batch_line l
            WHERE l.project_code = p.code AND l.status = 'delivered' AND l.receipt = 'present') END AS signed,
        CASE WHEN q.kind = 'receipt' THEN (SELECT COUNT(*) FROM batch_line l
            WHERE l.project_code = p.code AND l.status = 'delivered' AND l.receipt = 'refused') END AS refused,
        COALESCE(
            (SELECT MAX(o.id) FROM document o
             WHERE o.project_code = p.code AND o.kind = q.kind AND o.state = 'present'),
            (SELECT MAX(o.id) FROM document o JOIN batch_line l ON l.batch_code = o.batch_code
             WHERE l.project_code = p.code AND l.status IN ('expected', 'delivered')
               AND o.kind = q.kind AND o.state = 'present'),
            (SELECT MAX(o.id) FROM document o WHERE o.project_code = p.code AND o.kind = q.kind)
        ) AS chosen
    FROM requirement q JOIN project p ON p.programme_code = q.programme_code
    WHERE q.subject = 'document' AND q.kind <> 'minutes'
    UNION ALL
    SELECT
        'batch', b.code, q.programme_code, q.kind, NULL, NULL, NULL,
        COALESCE(
            (SELECT MAX(o.id) FROM document o
             WHERE o.batch_code = b.code AND o.kind = q.kind AND o.state = 'present'),
            (SELECT MAX(o.id) FROM document o WHERE o.batch_code = b.code AND o.kind = q.kind)
        )
    FROM requirement q JOIN batch b ON b.programme_code = q.programme_code
    WHERE q.subject = 'document' AND q.kind = 'minutes' AND b.status <> 'cancelled'
) r
LEFT JOIN document d ON d.id = r.chosen
    AND (d.state = 'present' OR NOT (r.kind = 'receipt' AND r.signed > 0 AND r.signed = r.given));
CREATE VIEW v_item AS
SELECT
    l.id                                    AS line,
    l.batch_code                            AS batch,
    l.cost_id                               AS cost,
    COALESCE(l.label, c.label)              AS label,
    COALESCE(c.quantity, 1)                 AS quantity,
    c.supplier                              AS supplier,
    c.serial                                AS serial
FROM batch_line l
LEFT JOIN cost c ON c.id = l.cost_id;
CREATE VIEW v_identified AS
SELECT i.beneficiary_code AS beneficiary FROM identity i;
CREATE VIEW v_trace AS
SELECT beneficiary_code AS beneficiary, 'identity' AS place FROM identity
UNION ALL SELECT beneficiary_code, 'known_as' FROM known_as
UNION ALL SELECT beneficiary_code, 'former_identity' FROM former_identity
UNION ALL SELECT beneficiary_code, 'remark' FROM remark
UNION ALL SELECT person, 'review' FROM review WHERE facts > '' AND person IS NOT NULL;
CREATE VIEW v_change AS
SELECT h.id AS change, h.audit_id AS write, h.table_name AS place, h.key AS row_key FROM history h;
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
CREATE TRIGGER history_batch_line_update AFTER UPDATE ON batch_line WHEN OLD.id IS NOT NEW.id OR OLD.batch_code IS NOT NEW.batch_code OR OLD.project_code IS NOT NEW.project_code OR OLD.beneficiary_code IS NOT NEW.beneficiary_code OR OLD.kind IS NOT NEW.kind OR OLD.label IS NOT NEW.label OR OLD.amount IS NOT NEW.amount OR OLD.envelope_code IS NOT NEW.envelope_code OR OLD.region_code IS NOT NEW.region_code OR OLD.centre_code IS NOT NEW.centre_code OR OLD.status IS NOT NEW.status OR OLD.receipt IS NOT NEW.receipt OR OLD.rolled_from IS NOT NEW.rolled_from OR OLD.replaces IS NOT NEW.replaces OR OLD.cost_id IS NOT NEW.cost_id
            BEGIN INSERT INTO history (audit_id, table_name, key, old)
            VALUES ((SELECT COALESCE(MAX(id), 0) + 1 FROM audit), 'batch_line', json_array(OLD.id), json_object('id', OLD.id, 'batch_code', OLD.batch_code, 'project_code', OLD.project_code, 'beneficiary_code', OLD.beneficiary_code, 'kind', OLD.kind, 'label', OLD.label, 'amount', OLD.amount, 'envelope_code', OLD.envelope_code, 'region_code', OLD.region_code, 'centre_code', OLD.centre_code, 'status', OLD.status, 'receipt', OLD.receipt, 'rolled_from', OLD.rolled_from, 'replaces', OLD.replaces, 'cost_id', OLD.cost_id)); END;
CREATE TRIGGER history_batch_line_delete AFTER DELETE ON batch_line 
            BEGIN INSERT INTO history (audit_id, table_name, key, old)
            VALUES ((SELECT COALESCE(MAX(id), 0) + 1 FROM audit), 'batch_line', json_array(OLD.id), json_object('id', OLD.id, 'batch_code', OLD.batch_code, 'project_code', OLD.project_code, 'beneficiary_code', OLD.beneficiary_code, 'kind', OLD.kind, 'label', OLD.label, 'amount', OLD.amount, 'envelope_code', OLD.envelope_code, 'region_code', OLD.region_code, 'centre_code', OLD.centre_code, 'status', OLD.status, 'receipt', OLD.receipt, 'rolled_from', OLD.rolled_from, 'replaces', OLD.replaces, 'cost_id', OLD.cost_id)); END;
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
CREATE TRIGGER history_beneficiary_update AFTER UPDATE ON beneficiary WHEN OLD.code IS NOT NEW.code OR OLD.sex IS NOT NEW.sex OR OLD.province_code IS NOT NEW.province_code OR OLD.centre_code IS NOT NEW.centre_code OR OLD.merged_into IS NOT NEW.merged_into OR OLD.registered_on IS NOT NEW.registered_on
            BEGIN INSERT INTO history (audit_id, table_name, key, old)
            VALUES ((SELECT COALESCE(MAX(id), 0) + 1 FROM audit), 'beneficiary', json_array(OLD.code), json_object('code', OLD.code, 'sex', OLD.sex, 'province_code', OLD.province_code, 'centre_code', OLD.centre_code, 'merged_into', OLD.merged_into, 'registered_on', OLD.registered_on)); END;
CREATE TRIGGER history_beneficiary_delete AFTER DELETE ON beneficiary 
            BEGIN INSERT INTO history (audit_id, table_name, key, old)
            VALUES ((SELECT COALESCE(MAX(id), 0) + 1 FROM audit), 'beneficiary', json_array(OLD.code), json_object('code', OLD.code, 'sex', OLD.sex, 'province_code', OLD.province_code, 'centre_code', OLD.centre_code, 'merged_into', OLD.merged_into, 'registered_on', OLD.registered_on)); END;
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
CREATE TRIGGER history_project_update AFTER UPDATE ON project WHEN OLD.code IS NOT NEW.code OR OLD.programme_code IS NOT NEW.programme_code OR OLD.kind IS NOT NEW.kind OR OLD.activity IS NOT NEW.activity OR OLD.sector_code IS NOT NEW.sector_code OR OLD.name IS NOT NEW.name OR OLD.own_contribution IS NOT NEW.own_contribution
            BEGIN INSERT INTO history (audit_id, table_name, key, old)
            VALUES ((SELECT COALESCE(MAX(id), 0) + 1 FROM audit), 'project', json_array(OLD.code), json_object('code', OLD.code, 'programme_code', OLD.programme_code, 'kind', OLD.kind, 'activity', OLD.activity, 'sector_code', OLD.sector_code, 'name', OLD.name, 'own_contribution', OLD.own_contribution)); END;
CREATE TRIGGER history_project_delete AFTER DELETE ON project 
            BEGIN INSERT INTO history (audit_id, table_name, key, old)
            VALUES ((SELECT COALESCE(MAX(id), 0) + 1 FROM audit), 'project', json_array(OLD.code), json_object('code', OLD.code, 'programme_code', OLD.programme_code, 'kind', OLD.kind, 'activity', OLD.activity, 'sector_code', OLD.sector_code, 'name', OLD.name, 'own_contribution', OLD.own_contribution)); END;
CREATE TRIGGER history_project_member_insert AFTER INSERT ON project_member 
            BEGIN INSERT INTO history (audit_id, table_name, key, old)
            VALUES ((SELECT COALESCE(MAX(id), 0) + 1 FROM audit), 'project_member', json_array(NEW.project_code, NEW.beneficiary_code), NULL); END;
CREATE TRIGGER history_project_member_update AFTER UPDATE ON project_member WHEN OLD.project_code IS NOT NEW.project_code OR OLD.beneficiary_code IS NOT NEW.beneficiary_code
            BEGIN INSERT INTO history (audit_id, table_name, key, old)
            VALUES ((SELECT COALESCE(MAX(id), 0) + 1 FROM audit), 'project_member', json_array(OLD.project_code, OLD.beneficiary_code), json_object('project_code', OLD.project_code, 'beneficiary_code', OLD.beneficiary_code)); END;
CREATE TRIGGER history_project_member_delete AFTER DELETE ON project_member 
            BEGIN INSERT INTO history (audit_id, table_name, key, old)
            VALUES ((SELECT COALESCE(MAX(id), 0) + 1 FROM audit), 'project_member', json_array(OLD.project_code, OLD.beneficiary_code), json_object('project_code', OLD.project_code, 'beneficiary_code', OLD.beneficiary_code)); END;
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
CREATE TRIGGER history_pathway_step_insert AFTER INSERT ON pathway_step 
            BEGIN INSERT INTO history (audit_id, table_name, key, old)
            VALUES ((SELECT COALESCE(MAX(id), 0) + 1 FROM audit), 'pathway_step', json_array(NEW.id), NULL); END;
CREATE TRIGGER history_pathway_step_update AFTER UPDATE ON pathway_step WHEN OLD.id IS NOT NEW.id OR OLD.beneficiary_code IS NOT NEW.beneficiary_code OR OLD.kind IS NOT NEW.kind OR OLD.happened_on IS NOT NEW.happened_on OR OLD.partner_code IS NOT NEW.partner_code OR OLD.outcome IS NOT NEW.outcome
            BEGIN INSERT INTO history (audit_id, table_name, key, old)
            VALUES ((SELECT COALESCE(MAX(id), 0) + 1 FROM audit), 'pathway_step', json_array(OLD.id), json_object('id', OLD.id, 'beneficiary_code', OLD.beneficiary_code, 'kind', OLD.kind, 'happened_on', OLD.happened_on, 'partner_code', OLD.partner_code, 'outcome', OLD.outcome)); END;
CREATE TRIGGER history_pathway_step_delete AFTER DELETE ON pathway_step 
            BEGIN INSERT INTO history (audit_id, table_name, key, old)
            VALUES ((SELECT COALESCE(MAX(id), 0) + 1 FROM audit), 'pathway_step', json_array(OLD.id), json_object('id', OLD.id, 'beneficiary_code', OLD.beneficiary_code, 'kind', OLD.kind, 'happened_on', OLD.happened_on, 'partner_code', OLD.partner_code, 'outcome', OLD.outcome)); END;
CREATE TRIGGER history_requirement_insert AFTER INSERT ON requirement 
            BEGIN INSERT INTO history (audit_id, table_name, key, old)
            VALUES ((SELECT COALESCE(MAX(id), 0) + 1 FROM audit), 'requirement', json_array(NEW.programme_code, NEW.subject, NEW.kind), NULL); END;
CREATE TRIGGER history_requirement_update AFTER UPDATE ON requirement WHEN OLD.programme_code IS NOT NEW.programme_code OR OLD.subject IS NOT NEW.subject OR OLD.kind IS NOT NEW.kind
            BEGIN INSERT INTO history (audit_id, table_name, key, old)
            VALUES ((SELECT COALESCE(MAX(id), 0) + 1 FROM audit), 'requirement', json_array(OLD.programme_code, OLD.subject, OLD.kind), json_object('programme_code', OLD.programme_code, 'subject', OLD.subject, 'kind', OLD.kind)); END;
CREATE TRIGGER history_requirement_delete AFTER DELETE ON requirement 
            BEGIN INSERT INTO history (audit_id, table_name, key, old)
            VALUES ((SELECT COALESCE(MAX(id), 0) + 1 FROM audit), 'requirement', json_array(OLD.programme_code, OLD.subject, OLD.kind), json_object('programme_code', OLD.programme_code, 'subject', OLD.subject, 'kind', OLD.kind)); END;
CREATE TRIGGER history_followup_insert AFTER INSERT ON followup 
            BEGIN INSERT INTO history (audit_id, table_name, key, old)
            VALUES ((SELECT COALESCE(MAX(id), 0) + 1 FROM audit), 'followup', json_array(NEW.id), NULL); END;
CREATE TRIGGER history_followup_update AFTER UPDATE ON followup WHEN OLD.id IS NOT NEW.id OR OLD.project_code IS NOT NEW.project_code OR OLD.milestone IS NOT NEW.milestone OR OLD.visited_on IS NOT NEW.visited_on OR OLD.state IS NOT NEW.state OR OLD.closed_on IS NOT NEW.closed_on OR OLD.reason IS NOT NEW.reason OR OLD.income IS NOT NEW.income OR OLD.jobs IS NOT NEW.jobs
            BEGIN INSERT INTO history (audit_id, table_name, key, old)
            VALUES ((SELECT COALESCE(MAX(id), 0) + 1 FROM audit), 'followup', json_array(OLD.id), json_object('id', OLD.id, 'project_code', OLD.project_code, 'milestone', OLD.milestone, 'visited_on', OLD.visited_on, 'state', OLD.state, 'closed_on', OLD.closed_on, 'reason', OLD.reason, 'income', OLD.income, 'jobs', OLD.jobs)); END;
CREATE TRIGGER history_followup_delete AFTER DELETE ON followup 
            BEGIN INSERT INTO history (audit_id, table_name, key, old)
            VALUES ((SELECT COALESCE(MAX(id), 0) + 1 FROM audit), 'followup', json_array(OLD.id), json_object('id', OLD.id, 'project_code', OLD.project_code, 'milestone', OLD.milestone, 'visited_on', OLD.visited_on, 'state', OLD.state, 'closed_on', OLD.closed_on, 'reason', OLD.reason, 'income', OLD.income, 'jobs', OLD.jobs)); END;
CREATE TRIGGER history_back_in_prison_insert AFTER INSERT ON back_in_prison 
            BEGIN INSERT INTO history (audit_id, table_name, key, old)
            VALUES ((SELECT COALESCE(MAX(id), 0) + 1 FROM audit), 'back_in_prison', json_array(NEW.id), NULL); END;
CREATE TRIGGER history_back_in_prison_update AFTER UPDATE ON back_in_prison WHEN OLD.id IS NOT NEW.id OR OLD.beneficiary_code IS NOT NEW.beneficiary_code OR OLD.definition IS NOT NEW.definition OR OLD.is_back IS NOT NEW.is_back OR OLD.known_on IS NOT NEW.known_on
            BEGIN INSERT INTO history (audit_id, table_name, key, old)
            VALUES ((SELECT COALESCE(MAX(id), 0) + 1 FROM audit), 'back_in_prison', json_array(OLD.id), json_object('id', OLD.id, 'beneficiary_code', OLD.beneficiary_code, 'definition', OLD.definition, 'is_back', OLD.is_back, 'known_on', OLD.known_on)); END;
CREATE TRIGGER history_back_in_prison_delete AFTER DELETE ON back_in_prison 
            BEGIN INSERT INTO history (audit_id, table_name, key, old)
            VALUES ((SELECT COALESCE(MAX(id), 0) + 1 FROM audit), 'back_in_prison', json_array(OLD.id), json_object('id', OLD.id, 'beneficiary_code', OLD.beneficiary_code, 'definition', OLD.definition, 'is_back', OLD.is_back, 'known_on', OLD.known_on)); END;
CREATE TRIGGER history_cost_insert AFTER INSERT ON cost 
            BEGIN INSERT INTO history (audit_id, table_name, key, old)
            VALUES ((SELECT COALESCE(MAX(id), 0) + 1 FROM audit), 'cost', json_array(NEW.id), NULL); END;
CREATE TRIGGER history_cost_update AFTER UPDATE ON cost WHEN OLD.id IS NOT NEW.id OR OLD.project_code IS NOT NEW.project_code OR OLD.kind IS NOT NEW.kind OR OLD.label IS NOT NEW.label OR OLD.quantity IS NOT NEW.quantity OR OLD.unit_price IS NOT NEW.unit_price OR OLD.supplier IS NOT NEW.supplier OR OLD.invoice IS NOT NEW.invoice OR OLD.serial IS NOT NEW.serial
            BEGIN INSERT INTO history (audit_id, table_name, key, old)
            VALUES ((SELECT COALESCE(MAX(id), 0) + 1 FROM audit), 'cost', json_array(OLD.id), json_object('id', OLD.id, 'project_code', OLD.project_code, 'kind', OLD.kind, 'label', OLD.label, 'quantity', OLD.quantity, 'unit_price', OLD.unit_price, 'supplier', OLD.supplier, 'invoice', OLD.invoice, 'serial', OLD.serial)); END;
CREATE TRIGGER history_cost_delete AFTER DELETE ON cost 
            BEGIN INSERT INTO history (audit_id, table_name, key, old)
            VALUES ((SELECT COALESCE(MAX(id), 0) + 1 FROM audit), 'cost', json_array(OLD.id), json_object('id', OLD.id, 'project_code', OLD.project_code, 'kind', OLD.kind, 'label', OLD.label, 'quantity', OLD.quantity, 'unit_price', OLD.unit_price, 'supplier', OLD.supplier, 'invoice', OLD.invoice, 'serial', OLD.serial)); END;
CREATE TRIGGER history_project_funding_insert AFTER INSERT ON project_funding 
            BEGIN INSERT INTO history (audit_id, table_name, key, old)
            VALUES ((SELECT COALESCE(MAX(id), 0) + 1 FROM audit), 'project_funding', json_array(NEW.project_code, NEW.funder_code), NULL); END;
CREATE TRIGGER history_project_funding_update AFTER UPDATE ON project_funding WHEN OLD.project_code IS NOT NEW.project_code OR OLD.funder_code IS NOT NEW.funder_code OR OLD.amount IS NOT NEW.amount
            BEGIN INSERT INTO history (audit_id, table_name, key, old)
            VALUES ((SELECT COALESCE(MAX(id), 0) + 1 FROM audit), 'project_funding', json_array(OLD.project_code, OLD.funder_code), json_object('project_code', OLD.project_code, 'funder_code', OLD.funder_code, 'amount', OLD.amount)); END;
CREATE TRIGGER history_project_funding_delete AFTER DELETE ON project_funding 
            BEGIN INSERT INTO history (audit_id, table_name, key, old)
            VALUES ((SELECT COALESCE(MAX(id), 0) + 1 FROM audit), 'project_funding', json_array(OLD.project_code, OLD.funder_code), json_object('project_code', OLD.project_code, 'funder_code', OLD.funder_code, 'amount', OLD.amount)); END;
CREATE TRIGGER history_funder_ceiling_insert AFTER INSERT ON funder_ceiling 
            BEGIN INSERT INTO history (audit_id, table_name, key, old)
            VALUES ((SELECT COALESCE(MAX(id), 0) + 1 FROM audit), 'funder_ceiling', json_array(NEW.programme_code, NEW.funder_code), NULL); END;
CREATE TRIGGER history_funder_ceiling_update AFTER UPDATE ON funder_ceiling WHEN OLD.programme_code IS NOT NEW.programme_code OR OLD.funder_code IS NOT NEW.funder_code OR OLD.permille IS NOT NEW.permille
            BEGIN INSERT INTO history (audit_id, table_name, key, old)
            VALUES ((SELECT COALESCE(MAX(id), 0) + 1 FROM audit), 'funder_ceiling', json_array(OLD.programme_code, OLD.funder_code), json_object('programme_code', OLD.programme_code, 'funder_code', OLD.funder_code, 'permille', OLD.permille)); END;
CREATE TRIGGER history_funder_ceiling_delete AFTER DELETE ON funder_ceiling 
            BEGIN INSERT INTO history (audit_id, table_name, key, old)
            VALUES ((SELECT COALESCE(MAX(id), 0) + 1 FROM audit), 'funder_ceiling', json_array(OLD.programme_code, OLD.funder_code), json_object('programme_code', OLD.programme_code, 'funder_code', OLD.funder_code, 'permille', OLD.permille)); END;
CREATE TRIGGER history_quotation_insert AFTER INSERT ON quotation 
            BEGIN INSERT INTO history (audit_id, table_name, key, old)
            VALUES ((SELECT COALESCE(MAX(id), 0) + 1 FROM audit), 'quotation', json_array(NEW.id), NULL); END;
CREATE TRIGGER history_quotation_update AFTER UPDATE ON quotation WHEN OLD.id IS NOT NEW.id OR OLD.project_code IS NOT NEW.project_code OR OLD.supplier IS NOT NEW.supplier OR OLD.amount IS NOT NEW.amount OR OLD.quoted_on IS NOT NEW.quoted_on OR OLD.reference IS NOT NEW.reference OR OLD.chosen IS NOT NEW.chosen OR OLD.reason IS NOT NEW.reason
            BEGIN INSERT INTO history (audit_id, table_name, key, old)
            VALUES ((SELECT COALESCE(MAX(id), 0) + 1 FROM audit), 'quotation', json_array(OLD.id), json_object('id', OLD.id, 'project_code', OLD.project_code, 'supplier', OLD.supplier, 'amount', OLD.amount, 'quoted_on', OLD.quoted_on, 'reference', OLD.reference, 'chosen', OLD.chosen, 'reason', OLD.reason)); END;
CREATE TRIGGER history_quotation_delete AFTER DELETE ON quotation 
            BEGIN INSERT INTO history (audit_id, table_name, key, old)
            VALUES ((SELECT COALESCE(MAX(id), 0) + 1 FROM audit), 'quotation', json_array(OLD.id), json_object('id', OLD.id, 'project_code', OLD.project_code, 'supplier', OLD.supplier, 'amount', OLD.amount, 'quoted_on', OLD.quoted_on, 'reference', OLD.reference, 'chosen', OLD.chosen, 'reason', OLD.reason)); END;
CREATE TRIGGER history_document_insert AFTER INSERT ON document 
            BEGIN INSERT INTO history (audit_id, table_name, key, old)
            VALUES ((SELECT COALESCE(MAX(id), 0) + 1 FROM audit), 'document', json_array(NEW.id), NULL); END;
CREATE TRIGGER history_document_update AFTER UPDATE ON document WHEN OLD.id IS NOT NEW.id OR OLD.project_code IS NOT NEW.project_code OR OLD.batch_code IS NOT NEW.batch_code OR OLD.kind IS NOT NEW.kind OR OLD.reference IS NOT NEW.reference OR OLD.dated_on IS NOT NEW.dated_on OR OLD.state IS NOT NEW.state OR OLD.supplier IS NOT NEW.supplier OR OLD.ice IS NOT NEW.ice OR OLD.sha256 IS NOT NEW.sha256
            BEGIN INSERT INTO history (audit_id, table_name, key, old)
            VALUES ((SELECT COALESCE(MAX(id), 0) + 1 FROM audit), 'document', json_array(OLD.id), json_object('id', OLD.id, 'project_code', OLD.project_code, 'batch_code', OLD.batch_code, 'kind', OLD.kind, 'reference', OLD.reference, 'dated_on', OLD.dated_on, 'state', OLD.state, 'supplier', OLD.supplier, 'ice', OLD.ice, 'sha256', OLD.sha256)); END;
CREATE TRIGGER history_document_delete AFTER DELETE ON document 
            BEGIN INSERT INTO history (audit_id, table_name, key, old)
            VALUES ((SELECT COALESCE(MAX(id), 0) + 1 FROM audit), 'document', json_array(OLD.id), json_object('id', OLD.id, 'project_code', OLD.project_code, 'batch_code', OLD.batch_code, 'kind', OLD.kind, 'reference', OLD.reference, 'dated_on', OLD.dated_on, 'state', OLD.state, 'supplier', OLD.supplier, 'ice', OLD.ice, 'sha256', OLD.sha256)); END;
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
CREATE TRIGGER history_waiver_insert AFTER INSERT ON waiver 
            BEGIN INSERT INTO history (audit_id, table_name, key, old)
            VALUES ((SELECT COALESCE(MAX(id), 0) + 1 FROM audit), 'waiver', json_array(NEW.id), NULL); END;
CREATE TRIGGER history_waiver_update AFTER UPDATE ON waiver WHEN OLD.id IS NOT NEW.id OR OLD.batch_code IS NOT NEW.batch_code OR OLD.beneficiary_code IS NOT NEW.beneficiary_code OR OLD.kind IS NOT NEW.kind OR OLD.written_at IS NOT NEW.written_at OR OLD.author IS NOT NEW.author OR OLD.reason IS NOT NEW.reason OR OLD.audit_id IS NOT NEW.audit_id
            BEGIN INSERT INTO history (audit_id, table_name, key, old)
            VALUES ((SELECT COALESCE(MAX(id), 0) + 1 FROM audit), 'waiver', json_array(OLD.id), json_object('id', OLD.id, 'batch_code', OLD.batch_code, 'beneficiary_code', OLD.beneficiary_code, 'kind', OLD.kind, 'written_at', OLD.written_at, 'author', OLD.author, 'reason', OLD.reason, 'audit_id', OLD.audit_id)); END;
CREATE TRIGGER history_waiver_delete AFTER DELETE ON waiver 
            BEGIN INSERT INTO history (audit_id, table_name, key, old)
            VALUES ((SELECT COALESCE(MAX(id), 0) + 1 FROM audit), 'waiver', json_array(OLD.id), json_object('id', OLD.id, 'batch_code', OLD.batch_code, 'beneficiary_code', OLD.beneficiary_code, 'kind', OLD.kind, 'written_at', OLD.written_at, 'author', OLD.author, 'reason', OLD.reason, 'audit_id', OLD.audit_id)); END;
COMMIT;
