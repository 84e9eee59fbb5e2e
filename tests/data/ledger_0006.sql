-- A ledger as the schema 0006 left it, of invented people: dumped from a life played by its commands.
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
INSERT INTO "alembic_version" VALUES('0006');
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
INSERT INTO "audit" VALUES(1,'2025-01-10T09:00:00Z','demo','init','[{"schema":"0006","what":"schema.init"},{"digest":"4f53cda18c2baa0c0354bb5f9a3ecbe5ed12ab4d8e11ba873c2f11161202b945","rows":0,"what":"rows.all"}]','0000000000000000000000000000000000000000000000000000000000000000','bbd785bfca5a89e4d32c365974d92cb490844264658edad91ec0a04cc60ad0f9');
INSERT INTO "audit" VALUES(2,'2025-01-10T09:00:00Z','demo','partner add','[{"code":"indh","what":"partner.add"}]','bbd785bfca5a89e4d32c365974d92cb490844264658edad91ec0a04cc60ad0f9','4fc6fa3ff1a82eeef6eb753da0d9108c50ac4d4743bd735c77e334d1885434a3');
INSERT INTO "audit" VALUES(3,'2025-01-10T09:00:00Z','demo','partner add','[{"code":"region","what":"partner.add"}]','4fc6fa3ff1a82eeef6eb753da0d9108c50ac4d4743bd735c77e334d1885434a3','cf211db900a1fc07602408126f259032772dce20e239b0179129729905083e06');
INSERT INTO "audit" VALUES(4,'2025-01-10T09:00:00Z','demo','programme add','[{"code":"micro","what":"programme.add"}]','cf211db900a1fc07602408126f259032772dce20e239b0179129729905083e06','6704804d82e30a83c880a2560d55289097f100b2543b26a1effdd868cc4a23f9');
INSERT INTO "audit" VALUES(5,'2025-01-10T09:00:00Z','demo','convention add','[{"code":"c1","what":"convention.add"},{"digest":"1f1c4b64fe5c9bc52de3bffc1b601c8e507e40f0bda87cf289a157593177ff67","rows":4,"what":"rows.changed"}]','6704804d82e30a83c880a2560d55289097f100b2543b26a1effdd868cc4a23f9','bfcc1b8a165998ded313036cb1bc5688a4fdef74ce4081732f5bebf241703579');
INSERT INTO "audit" VALUES(6,'2025-01-10T09:00:00Z','demo','budget add','[{"code":"e1","what":"envelope.add"},{"batch":null,"centimes":20000000,"digest":"e1710b61e7c801a843e49175d33cd15487731106b29fdfa7b685af2cab960f42","entries":1,"entry":1,"envelope":"e1","what":"journal.allocate"},{"digest":"12d300e342cf77da7d3e72ebace2893a051234b95f0d203761445f8cf0589c6e","rows":4,"what":"rows.changed"}]','bfcc1b8a165998ded313036cb1bc5688a4fdef74ce4081732f5bebf241703579','637bc2fd8b8670c33762933b0c8a5f46d7572df5ce8f34ec785dc77ab142f99d');
INSERT INTO "audit" VALUES(7,'2025-01-10T09:00:00Z','demo','budget add','[{"code":"e2","what":"envelope.add"},{"batch":null,"centimes":9000000,"digest":"890d408e6b941b7b509840d48a8e5da842903ede2b4a8c316835e80392c27ed5","entries":1,"entry":2,"envelope":"e2","what":"journal.allocate"},{"digest":"bae4b68c577e6c05f460a2f484f55b1fd7b63b9efe45780bfcf864ec67165eee","rows":2,"what":"rows.changed"}]','637bc2fd8b8670c33762933b0c8a5f46d7572df5ce8f34ec785dc77ab142f99d','580c69d390a3e9965eb3d8fe15fa1a49262f4a57563c00b0c0b77d36864cfe9c');
INSERT INTO "audit" VALUES(8,'2025-01-10T09:00:00Z','demo','batch plan','[{"code":"b1","what":"batch.add"},{"digest":"00375e5f354eba0d476752b0dd5eb55d83b3da1c775d25ca98da2f75f0ee94c3","rows":1,"what":"rows.changed"}]','580c69d390a3e9965eb3d8fe15fa1a49262f4a57563c00b0c0b77d36864cfe9c','ad602fc4c49858b3a16f8f92b2498c760a700683451131671150e4766eda601a');
INSERT INTO "audit" VALUES(9,'2025-01-10T09:00:00Z','demo','import','[{"batch":"b1","centimes":4975050,"changed_lines":0,"changed_people":0,"new_lines":4,"new_people":4,"what":"distributions.apply"},{"code":"I-000001","invalid":0,"kind":"distributions","new":4,"parked":0,"sha256":"100a13c8d43352bc88a2f8ee7d77da61aea86533366804c8aac8f2052a2c8ced","unchanged":0,"updated":0,"what":"import"},{"digest":"66a68c66a46b4c8eb5d8a9baff8d9829143a083014737f633d1acf360276f0f7","rows":16,"what":"rows.changed"}]','ad602fc4c49858b3a16f8f92b2498c760a700683451131671150e4766eda601a','73affe9293c0d530aebfee9d97515658d364b30866563551abd5424581d6fd29');
INSERT INTO "audit" VALUES(10,'2025-01-10T09:00:00Z','demo','import','[{"batch":"b1","centimes":800000,"changed_lines":0,"changed_people":0,"new_lines":1,"new_people":1,"what":"distributions.apply"},{"code":"I-000002","invalid":0,"kind":"distributions","new":1,"parked":1,"sha256":"1302ce1c9a4a5290435fc4f2b61335c0401bfd98eeb99edb848a40a1636b1eb7","unchanged":0,"updated":0,"what":"import"},{"digest":"146f2ff62b83173657b1e42136dc5110eebcd131a353a83cbaec3e9cc1d3de8c","rows":4,"what":"rows.changed"}]','73affe9293c0d530aebfee9d97515658d364b30866563551abd5424581d6fd29','ff842bd21fcc1f809d2d3f0b869e5f462c396ba203727109bf716054689b5d40');
INSERT INTO "audit" VALUES(11,'2025-01-10T09:00:00Z','demo','review accept','[{"batch":"b1","centimes":400000,"changed_lines":0,"changed_people":0,"new_lines":1,"new_people":0,"what":"distributions.apply"},{"number":1,"of":"I-000002","outcome":"new","person":"B-HSV2WMSAM","what":"review.accept"},{"digest":"d2b6fbb51f82547566ad3339256641105e8f4286153a340f8e5b4903f168a143","rows":1,"what":"rows.changed"}]','ff842bd21fcc1f809d2d3f0b869e5f462c396ba203727109bf716054689b5d40','12f0925bed4ae79d0599835b9cdcdc65d44c081b211f19658366dfb8ffed4f1e');
INSERT INTO "audit" VALUES(12,'2025-01-10T09:00:00Z','demo','profile save','[{"code":"fes","what":"profile.save"}]','12f0925bed4ae79d0599835b9cdcdc65d44c081b211f19658366dfb8ffed4f1e','35e6ad94b612c5d28f201791e6790028ada6cf36149097c9b58ab0a7645f5ca7');
INSERT INTO "audit" VALUES(13,'2025-01-10T09:00:00Z','demo','statement add','[{"id":1,"measure":"amount","subject":"b1","what":"statement.add"},{"digest":"b56b8b55f6b4bd5c335c43f5fa72bdd812e21dea83f5c24c00f5628046e6d9e3","rows":1,"what":"rows.changed"}]','35e6ad94b612c5d28f201791e6790028ada6cf36149097c9b58ab0a7645f5ca7','ce3555765cf768b1bde166e53df47a4c343001ba077bc877daf861af47216d6b');
INSERT INTO "audit" VALUES(14,'2025-02-10T09:00:00Z','demo','batch lock','[{"code":"b1","what":"batch.lock"},{"batch":"b1","centimes":6175050,"digest":"e668ea72f039058a6446a81dd747fe2a207cf5d9df7f2a1c106e401a67d05711","entries":6,"entry":3,"envelope":null,"what":"journal.commit"},{"digest":"ea0c516c9b180b61cb2dd8b67e560ed984fac875c9be28a953d53ff5c9a0bb90","rows":7,"what":"rows.changed"}]','ce3555765cf768b1bde166e53df47a4c343001ba077bc877daf861af47216d6b','cc148d3b4947b64b0c6c9792bc227ef5e96844e0d1397572f20873080ae2633a');
INSERT INTO "audit" VALUES(15,'2025-02-18T09:00:00Z','demo','batch hold','[{"code":"b1","what":"batch.hold"},{"batch":"b1","centimes":5275050,"digest":"5c58cf5a2fb233577547dddd30ad20deee09bbd4d1ce256b545c6431679f7070","entries":5,"entry":9,"envelope":null,"what":"journal.deliver"},{"batch":"b1","centimes":900000,"digest":"ffc1698ccd68f85350660f348b66a5e3da44c9f9c23bc0c9c36c6eb32a120445","entries":1,"entry":14,"envelope":null,"what":"journal.release"},{"digest":"4a0db6c301fe1184f8b6170a2f8e3d3a1cd286acd88c9217965678e5a6c358ae","rows":8,"what":"rows.changed"}]','cc148d3b4947b64b0c6c9792bc227ef5e96844e0d1397572f20873080ae2633a','e1fdfe6fad8bc27b9880256158e34cd8c6673b6210093be13359f5d83357e3d5');
INSERT INTO "audit" VALUES(16,'2025-02-18T09:00:00Z','demo','batch receipts','[{"code":"b1","lines":5,"what":"batch.receipts"},{"digest":"c015f777b46112ba4e8da29f35a7e4b5261b4d7cb14e656732ddcb654f8d5e68","rows":5,"what":"rows.changed"}]','e1fdfe6fad8bc27b9880256158e34cd8c6673b6210093be13359f5d83357e3d5','ce06f1d131d341e4daa047599f141dc582bcbb9716f81065735bf869d017c892');
INSERT INTO "audit" VALUES(17,'2025-02-18T09:00:00Z','demo','batch reconcile','[{"code":"b1","what":"batch.reconcile"},{"digest":"42ce871c9ddb4eedcfa12cf7fa57ea1f6fe4686eee2eb8a58c8e3638b596e8cc","rows":1,"what":"rows.changed"}]','ce06f1d131d341e4daa047599f141dc582bcbb9716f81065735bf869d017c892','53d3940c9bed18fc139ea129e23e00c4b97f94481432dc7557f22faa7596a15a');
INSERT INTO "audit" VALUES(18,'2025-03-03T09:00:00Z','demo','period close','[{"month":"2025-02","what":"period.close"},{"digest":"f25587e551ab973f20975f0aa622b5159174202496ed0a0b3c85cfdb0f4c68e2","rows":1,"what":"rows.changed"}]','53d3940c9bed18fc139ea129e23e00c4b97f94481432dc7557f22faa7596a15a','3c822ee6be1de9cd2137b31d52762c555eee827bc5109ae716baffcedbfdfb11');
INSERT INTO "audit" VALUES(19,'2025-03-03T09:00:00Z','demo','batch correct','[{"batch":"b1","centimes":1700050,"digest":"3d71bedcc07bac730dfe613775f9078e65c1cfb815a550fcd92b7b3ba047b1f1","entries":1,"entry":15,"envelope":null,"what":"journal.correct"},{"centimes":1600050,"code":"b1","envelope":"e1","line":2,"what":"batch.correct"},{"digest":"40a9ba94ba359fc28671a1a98880456ce77e8bd04952f158b9d91c545d7c2a87","rows":1,"what":"rows.changed"}]','3c822ee6be1de9cd2137b31d52762c555eee827bc5109ae716baffcedbfdfb11','2adb57553b8a8e58ed59ad0573e82e1fbda31625ae8085039cae2396f2350d3b');
INSERT INTO "audit" VALUES(20,'2025-03-03T09:00:00Z','demo','batch return','[{"batch":"b1","centimes":1125000,"digest":"f064ca91d8b1018b23a03fbf4f7fee8bfa60fe0bfdb23fd6fd945c95148d76b6","entries":1,"entry":16,"envelope":null,"what":"journal.return"},{"centimes":1125000,"code":"b1","line":4,"what":"batch.return"},{"digest":"63fff7ba43609fc5270071173a76cc5aa9b2b7ad1902467a51ebd6b298c94931","rows":1,"what":"rows.changed"}]','2adb57553b8a8e58ed59ad0573e82e1fbda31625ae8085039cae2396f2350d3b','cee5bcb4ec89e8792cbbccd766f7253acae88d699d4f7acc542ae5660284ac9b');
INSERT INTO "audit" VALUES(21,'2025-03-03T09:00:00Z','demo','statement add','[{"id":2,"measure":"beneficiaries","subject":"micro","what":"statement.add"},{"digest":"10bce88bd248337512025bc575fbbea712faed97e13a93790e42b4e1b33c5237","rows":1,"what":"rows.changed"}]','cee5bcb4ec89e8792cbbccd766f7253acae88d699d4f7acc542ae5660284ac9b','7091f44d486b6202e32e34d91a66cf5a874d56f032269e6db9d954ddaaa3489c');
INSERT INTO "audit" VALUES(22,'2025-06-20T09:00:00Z','demo','programme require','[{"code":"micro","kinds":"training","subject":"step","what":"programme.require"},{"code":"micro","kinds":"invoice","subject":"document","what":"programme.require"},{"digest":"766e8cdf62dbd10ab1b88493154899ff6a8ec2b12709b5f1919eb9b9d348e87d","rows":2,"what":"rows.changed"}]','7091f44d486b6202e32e34d91a66cf5a874d56f032269e6db9d954ddaaa3489c','d88cfbe5237633711a6a571f407c3d821d9cca22ec69b93d42b20d8ad508f29d');
INSERT INTO "audit" VALUES(23,'2025-06-20T09:00:00Z','demo','programme ceiling','[{"centimes":4000000,"code":"micro","what":"programme.ceiling"}]','d88cfbe5237633711a6a571f407c3d821d9cca22ec69b93d42b20d8ad508f29d','6cdf110c17f7a639bc4871679fa2bce933a80cce16747225da7e3259bb1ea9ff');
INSERT INTO "audit" VALUES(24,'2025-06-20T09:00:00Z','demo','beneficiary step','[{"beneficiary":"B-HSV2WMSAM","on":"2025-01-15","outcome":"favourable","step":"training","what":"step.take"},{"digest":"9d441bfb2333cd95f453d2d84dc5f91c43ee27e1b783b0ec4e5ecca70d701397","rows":1,"what":"rows.changed"}]','6cdf110c17f7a639bc4871679fa2bce933a80cce16747225da7e3259bb1ea9ff','42557d6c11827a5b0af98086374da47a3c14f6d5b7af8236d340a09997c4afa3');
INSERT INTO "audit" VALUES(25,'2025-06-20T09:00:00Z','demo','beneficiary add','[{"code":"B-Q8QVTNDQ3","what":"beneficiary.add"},{"digest":"802a3eb0a09862bf16ecae2b4714a7f507b34c577033dbfe37804af93e5fbc6d","rows":2,"what":"rows.changed"}]','42557d6c11827a5b0af98086374da47a3c14f6d5b7af8236d340a09997c4afa3','f0b34c96a45da0d4b2a52de19b240840ecbeecfe162989a992425a1b5991b6db');
INSERT INTO "audit" VALUES(26,'2025-06-20T09:00:00Z','demo','project cost add','[{"centimes":350000,"code":"P-8NV68YXX4","cost":1,"what":"cost.add"},{"digest":"ac9dc216fed27ff6a28c6dd5dd47aa280b933b8b2ef92cf4720ea8a145d5e51d","rows":1,"what":"rows.changed"}]','f0b34c96a45da0d4b2a52de19b240840ecbeecfe162989a992425a1b5991b6db','8f1b30e6ddaf5c8ead546495eeef9ff502f222c52c17a1046d8be985f485d248');
INSERT INTO "audit" VALUES(27,'2025-06-20T09:00:00Z','demo','project quote add','[{"centimes":350000,"code":"P-8NV68YXX4","quotation":1,"what":"quotation.add"},{"digest":"c534fa782949e52244b71e145f33ee234b09ebd8705302a0ce35d749a564632e","rows":1,"what":"rows.changed"}]','8f1b30e6ddaf5c8ead546495eeef9ff502f222c52c17a1046d8be985f485d248','94b4ad33504e50707310f220a24597da5c0b7c4ab29dec28a8ee112ea0a716d2');
INSERT INTO "audit" VALUES(28,'2025-06-20T09:00:00Z','demo','document add','[{"document":1,"kind":"invoice","project":"P-8NV68YXX4","state":"present","what":"document.add"},{"digest":"bbe5597b43ced9bff7065a6d529a8a8c917367745bdbf69505bb803cc59d022c","rows":1,"what":"rows.changed"}]','94b4ad33504e50707310f220a24597da5c0b7c4ab29dec28a8ee112ea0a716d2','c530e4bba48f4ece113eaa8e6595c8fe12fad279cd8aa92fdbb4667fbeb72768');
INSERT INTO "audit" VALUES(29,'2025-06-20T09:00:00Z','demo','followup add','[{"milestone":3,"project":"P-8NV68YXX4","visited_on":"2025-06-01","what":"followup.new"},{"digest":"f6c14ca9c850a24bf1d236438246356c693bf53404173085ed799211be91c3ba","rows":1,"what":"rows.changed"}]','c530e4bba48f4ece113eaa8e6595c8fe12fad279cd8aa92fdbb4667fbeb72768','e0a34662d44f6f786f8ce8711955a5d1a034eabf4e607b422e53b636f8e87486');
INSERT INTO "audit" VALUES(30,'2025-06-20T09:00:00Z','demo','batch plan','[{"code":"b2","what":"batch.add"},{"digest":"8d7fbe90b3de7ea989117aae0ba7399ccf783d7db79fba33b6c368cc9d967d8b","rows":1,"what":"rows.changed"}]','e0a34662d44f6f786f8ce8711955a5d1a034eabf4e607b422e53b636f8e87486','181a96e91e3a777740c23a456c5163935ef4bc85f9569366331e740e0eb4e1da');
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
INSERT INTO "balance" VALUES('e1','funder',-20000000);
INSERT INTO "balance" VALUES('e2','available',7800000);
INSERT INTO "balance" VALUES('e2','funder',-9000000);
INSERT INTO "balance" VALUES('e1','committed',0);
INSERT INTO "balance" VALUES('e2','committed',0);
INSERT INTO "balance" VALUES('e1','delivered',2850050);
INSERT INTO "balance" VALUES('e2','delivered',1200000);
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
INSERT INTO "batch_line" VALUES(1,'b1','P-8NV68YXX4','B-HSV2WMSAM','equipment','Machine à coudre',1250000,'e1','MA-03',NULL,'delivered','present',NULL,NULL,NULL);
INSERT INTO "batch_line" VALUES(2,'b1','P-D353DSF12','B-KCQVS695K','equipment','Poste à souder',1600050,'e1','MA-03',NULL,'delivered','present',NULL,NULL,NULL);
INSERT INTO "batch_line" VALUES(3,'b1','P-4QD4WHTW9','B-S6HW3WFN5','equipment','Kit snack',900000,'e1','MA-03',NULL,'absent',NULL,NULL,NULL,NULL);
INSERT INTO "batch_line" VALUES(4,'b1','P-7SJR7CN55','B-J10NJ9545','equipment','Kit coiffure',1125000,'e1','MA-03',NULL,'returned','present',NULL,NULL,NULL);
INSERT INTO "batch_line" VALUES(5,'b1','P-9BC9XD3TW','B-6BKRE6N7S','equipment','Stock',800000,'e2','MA-03',NULL,'delivered','present',NULL,NULL,NULL);
INSERT INTO "batch_line" VALUES(6,'b1','P-8NV68YXX4','B-HSV2WMSAM','equipment','Surjeteuse',400000,'e2','MA-03',NULL,'delivered','present',NULL,NULL,NULL);
CREATE TABLE beneficiary (
	code VARCHAR(64) NOT NULL, 
	sex VARCHAR, 
	province_code VARCHAR(64), 
	centre_code VARCHAR(64), merged_into VARCHAR(64) REFERENCES beneficiary (code), registered_on VARCHAR, 
	PRIMARY KEY (code), 
	FOREIGN KEY(centre_code) REFERENCES centre (code), 
	FOREIGN KEY(province_code) REFERENCES province (code)
);
INSERT INTO "beneficiary" VALUES('B-HSV2WMSAM','F','MA-FES',NULL,NULL,NULL);
INSERT INTO "beneficiary" VALUES('B-J10NJ9545','F','MA-SEF',NULL,NULL,NULL);
INSERT INTO "beneficiary" VALUES('B-KCQVS695K','M','MA-MEK',NULL,NULL,NULL);
INSERT INTO "beneficiary" VALUES('B-S6HW3WFN5','M','MA-FES',NULL,NULL,NULL);
INSERT INTO "beneficiary" VALUES('B-6BKRE6N7S','M','MA-FES',NULL,NULL,NULL);
INSERT INTO "beneficiary" VALUES('B-Q8QVTNDQ3','F','MA-FES',NULL,NULL,'2025-06-20');
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
INSERT INTO "cost" VALUES(1,'P-8NV68YXX4','equipment','Surfileuse',1,350000,'Fournisseur fictif',NULL,NULL);
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
INSERT INTO "document" VALUES(1,'P-8NV68YXX4',NULL,'invoice','F-1','2025-03-01','present',NULL,NULL,NULL);
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
INSERT INTO "followup" VALUES(1,'P-8NV68YXX4',3,'2025-06-01','alive',NULL,NULL,250000,1);
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
INSERT INTO "history" VALUES(13,9,'beneficiary','["B-HSV2WMSAM"]',NULL);
INSERT INTO "history" VALUES(14,9,'beneficiary','["B-J10NJ9545"]',NULL);
INSERT INTO "history" VALUES(15,9,'beneficiary','["B-KCQVS695K"]',NULL);
INSERT INTO "history" VALUES(16,9,'beneficiary','["B-S6HW3WFN5"]',NULL);
INSERT INTO "history" VALUES(17,9,'sensitive','["B-HSV2WMSAM"]',NULL);
INSERT INTO "history" VALUES(18,9,'sensitive','["B-J10NJ9545"]',NULL);
INSERT INTO "history" VALUES(19,9,'sensitive','["B-KCQVS695K"]',NULL);
INSERT INTO "history" VALUES(20,9,'sensitive','["B-S6HW3WFN5"]',NULL);
INSERT INTO "history" VALUES(21,9,'project','["P-4QD4WHTW9"]',NULL);
INSERT INTO "history" VALUES(22,9,'project','["P-7SJR7CN55"]',NULL);
INSERT INTO "history" VALUES(23,9,'project','["P-8NV68YXX4"]',NULL);
INSERT INTO "history" VALUES(24,9,'project','["P-D353DSF12"]',NULL);
INSERT INTO "history" VALUES(25,9,'project_member','["P-4QD4WHTW9","B-S6HW3WFN5"]',NULL);
INSERT INTO "history" VALUES(26,9,'project_member','["P-7SJR7CN55","B-J10NJ9545"]',NULL);
INSERT INTO "history" VALUES(27,9,'project_member','["P-8NV68YXX4","B-HSV2WMSAM"]',NULL);
INSERT INTO "history" VALUES(28,9,'project_member','["P-D353DSF12","B-KCQVS695K"]',NULL);
INSERT INTO "history" VALUES(29,9,'batch_line','[1]',NULL);
INSERT INTO "history" VALUES(30,9,'batch_line','[2]',NULL);
INSERT INTO "history" VALUES(31,9,'batch_line','[3]',NULL);
INSERT INTO "history" VALUES(32,9,'batch_line','[4]',NULL);
INSERT INTO "history" VALUES(33,10,'beneficiary','["B-6BKRE6N7S"]',NULL);
INSERT INTO "history" VALUES(34,10,'sensitive','["B-6BKRE6N7S"]',NULL);
INSERT INTO "history" VALUES(35,10,'project','["P-9BC9XD3TW"]',NULL);
INSERT INTO "history" VALUES(36,10,'project_member','["P-9BC9XD3TW","B-6BKRE6N7S"]',NULL);
INSERT INTO "history" VALUES(37,10,'batch_line','[5]',NULL);
INSERT INTO "history" VALUES(38,11,'batch_line','[6]',NULL);
INSERT INTO "history" VALUES(39,13,'statement','[1]',NULL);
INSERT INTO "history" VALUES(40,14,'batch','["b1"]','{"code":"b1","programme_code":"micro","fiscal_year":2025,"province_code":"MA-FES","convention_code":null,"tranche":null,"venue":"Salle des fêtes","planned_on":"2025-02-18","held_on":null,"status":"planned","booked_on":null,"delivered_by":null}');
INSERT INTO "history" VALUES(41,14,'batch_line','[1]','{"id":1,"batch_code":"b1","project_code":"P-8NV68YXX4","beneficiary_code":"B-HSV2WMSAM","kind":"equipment","label":"Machine à coudre","amount":1250000,"envelope_code":"e1","region_code":null,"centre_code":null,"status":"expected","receipt":null,"rolled_from":null,"replaces":null,"cost_id":null}');
INSERT INTO "history" VALUES(42,14,'batch_line','[2]','{"id":2,"batch_code":"b1","project_code":"P-D353DSF12","beneficiary_code":"B-KCQVS695K","kind":"equipment","label":"Poste à souder","amount":1700050,"envelope_code":"e1","region_code":null,"centre_code":null,"status":"expected","receipt":null,"rolled_from":null,"replaces":null,"cost_id":null}');
INSERT INTO "history" VALUES(43,14,'batch_line','[3]','{"id":3,"batch_code":"b1","project_code":"P-4QD4WHTW9","beneficiary_code":"B-S6HW3WFN5","kind":"equipment","label":"Kit snack","amount":900000,"envelope_code":"e1","region_code":null,"centre_code":null,"status":"expected","receipt":null,"rolled_from":null,"replaces":null,"cost_id":null}');
INSERT INTO "history" VALUES(44,14,'batch_line','[4]','{"id":4,"batch_code":"b1","project_code":"P-7SJR7CN55","beneficiary_code":"B-J10NJ9545","kind":"equipment","label":"Kit coiffure","amount":1125000,"envelope_code":"e1","region_code":null,"centre_code":null,"status":"expected","receipt":null,"rolled_from":null,"replaces":null,"cost_id":null}');
INSERT INTO "history" VALUES(45,14,'batch_line','[5]','{"id":5,"batch_code":"b1","project_code":"P-9BC9XD3TW","beneficiary_code":"B-6BKRE6N7S","kind":"equipment","label":"Stock","amount":800000,"envelope_code":"e2","region_code":null,"centre_code":null,"status":"expected","receipt":null,"rolled_from":null,"replaces":null,"cost_id":null}');
INSERT INTO "history" VALUES(46,14,'batch_line','[6]','{"id":6,"batch_code":"b1","project_code":"P-8NV68YXX4","beneficiary_code":"B-HSV2WMSAM","kind":"equipment","label":"Surjeteuse","amount":400000,"envelope_code":"e2","region_code":null,"centre_code":null,"status":"expected","receipt":null,"rolled_from":null,"replaces":null,"cost_id":null}');
INSERT INTO "history" VALUES(47,15,'batch','["b1"]','{"code":"b1","programme_code":"micro","fiscal_year":2025,"province_code":"MA-FES","convention_code":null,"tranche":null,"venue":"Salle des fêtes","planned_on":"2025-02-18","held_on":null,"status":"locked","booked_on":null,"delivered_by":null}');
INSERT INTO "history" VALUES(48,15,'batch','["b1"]','{"code":"b1","programme_code":"micro","fiscal_year":2025,"province_code":"MA-FES","convention_code":null,"tranche":null,"venue":"Salle des fêtes","planned_on":"2025-02-18","held_on":null,"status":"held","booked_on":null,"delivered_by":null}');
INSERT INTO "history" VALUES(49,15,'batch_line','[1]','{"id":1,"batch_code":"b1","project_code":"P-8NV68YXX4","beneficiary_code":"B-HSV2WMSAM","kind":"equipment","label":"Machine à coudre","amount":1250000,"envelope_code":"e1","region_code":"MA-03","centre_code":null,"status":"expected","receipt":null,"rolled_from":null,"replaces":null,"cost_id":null}');
INSERT INTO "history" VALUES(50,15,'batch_line','[2]','{"id":2,"batch_code":"b1","project_code":"P-D353DSF12","beneficiary_code":"B-KCQVS695K","kind":"equipment","label":"Poste à souder","amount":1700050,"envelope_code":"e1","region_code":"MA-03","centre_code":null,"status":"expected","receipt":null,"rolled_from":null,"replaces":null,"cost_id":null}');
INSERT INTO "history" VALUES(51,15,'batch_line','[4]','{"id":4,"batch_code":"b1","project_code":"P-7SJR7CN55","beneficiary_code":"B-J10NJ9545","kind":"equipment","label":"Kit coiffure","amount":1125000,"envelope_code":"e1","region_code":"MA-03","centre_code":null,"status":"expected","receipt":null,"rolled_from":null,"replaces":null,"cost_id":null}');
INSERT INTO "history" VALUES(52,15,'batch_line','[5]','{"id":5,"batch_code":"b1","project_code":"P-9BC9XD3TW","beneficiary_code":"B-6BKRE6N7S","kind":"equipment","label":"Stock","amount":800000,"envelope_code":"e2","region_code":"MA-03","centre_code":null,"status":"expected","receipt":null,"rolled_from":null,"replaces":null,"cost_id":null}');
INSERT INTO "history" VALUES(53,15,'batch_line','[6]','{"id":6,"batch_code":"b1","project_code":"P-8NV68YXX4","beneficiary_code":"B-HSV2WMSAM","kind":"equipment","label":"Surjeteuse","amount":400000,"envelope_code":"e2","region_code":"MA-03","centre_code":null,"status":"expected","receipt":null,"rolled_from":null,"replaces":null,"cost_id":null}');
INSERT INTO "history" VALUES(54,15,'batch_line','[3]','{"id":3,"batch_code":"b1","project_code":"P-4QD4WHTW9","beneficiary_code":"B-S6HW3WFN5","kind":"equipment","label":"Kit snack","amount":900000,"envelope_code":"e1","region_code":"MA-03","centre_code":null,"status":"expected","receipt":null,"rolled_from":null,"replaces":null,"cost_id":null}');
INSERT INTO "history" VALUES(55,16,'batch_line','[1]','{"id":1,"batch_code":"b1","project_code":"P-8NV68YXX4","beneficiary_code":"B-HSV2WMSAM","kind":"equipment","label":"Machine à coudre","amount":1250000,"envelope_code":"e1","region_code":"MA-03","centre_code":null,"status":"delivered","receipt":null,"rolled_from":null,"replaces":null,"cost_id":null}');
INSERT INTO "history" VALUES(56,16,'batch_line','[2]','{"id":2,"batch_code":"b1","project_code":"P-D353DSF12","beneficiary_code":"B-KCQVS695K","kind":"equipment","label":"Poste à souder","amount":1700050,"envelope_code":"e1","region_code":"MA-03","centre_code":null,"status":"delivered","receipt":null,"rolled_from":null,"replaces":null,"cost_id":null}');
INSERT INTO "history" VALUES(57,16,'batch_line','[4]','{"id":4,"batch_code":"b1","project_code":"P-7SJR7CN55","beneficiary_code":"B-J10NJ9545","kind":"equipment","label":"Kit coiffure","amount":1125000,"envelope_code":"e1","region_code":"MA-03","centre_code":null,"status":"delivered","receipt":null,"rolled_from":null,"replaces":null,"cost_id":null}');
INSERT INTO "history" VALUES(58,16,'batch_line','[5]','{"id":5,"batch_code":"b1","project_code":"P-9BC9XD3TW","beneficiary_code":"B-6BKRE6N7S","kind":"equipment","label":"Stock","amount":800000,"envelope_code":"e2","region_code":"MA-03","centre_code":null,"status":"delivered","receipt":null,"rolled_from":null,"replaces":null,"cost_id":null}');
INSERT INTO "history" VALUES(59,16,'batch_line','[6]','{"id":6,"batch_code":"b1","project_code":"P-8NV68YXX4","beneficiary_code":"B-HSV2WMSAM","kind":"equipment","label":"Surjeteuse","amount":400000,"envelope_code":"e2","region_code":"MA-03","centre_code":null,"status":"delivered","receipt":null,"rolled_from":null,"replaces":null,"cost_id":null}');
INSERT INTO "history" VALUES(60,17,'batch','["b1"]','{"code":"b1","programme_code":"micro","fiscal_year":2025,"province_code":"MA-FES","convention_code":null,"tranche":null,"venue":"Salle des fêtes","planned_on":"2025-02-18","held_on":"2025-02-18","status":"held","booked_on":null,"delivered_by":null}');
INSERT INTO "history" VALUES(61,18,'closed_month','[1]',NULL);
INSERT INTO "history" VALUES(62,19,'batch_line','[2]','{"id":2,"batch_code":"b1","project_code":"P-D353DSF12","beneficiary_code":"B-KCQVS695K","kind":"equipment","label":"Poste à souder","amount":1700050,"envelope_code":"e1","region_code":"MA-03","centre_code":null,"status":"delivered","receipt":"present","rolled_from":null,"replaces":null,"cost_id":null}');
INSERT INTO "history" VALUES(63,20,'batch_line','[4]','{"id":4,"batch_code":"b1","project_code":"P-7SJR7CN55","beneficiary_code":"B-J10NJ9545","kind":"equipment","label":"Kit coiffure","amount":1125000,"envelope_code":"e1","region_code":"MA-03","centre_code":null,"status":"delivered","receipt":"present","rolled_from":null,"replaces":null,"cost_id":null}');
INSERT INTO "history" VALUES(64,21,'statement','[2]',NULL);
INSERT INTO "history" VALUES(65,22,'requirement','["micro","step","training"]',NULL);
INSERT INTO "history" VALUES(66,22,'requirement','["micro","document","invoice"]',NULL);
INSERT INTO "history" VALUES(67,24,'pathway_step','[1]',NULL);
INSERT INTO "history" VALUES(68,25,'beneficiary','["B-Q8QVTNDQ3"]',NULL);
INSERT INTO "history" VALUES(69,25,'sensitive','["B-Q8QVTNDQ3"]',NULL);
INSERT INTO "history" VALUES(70,25,'beneficiary','["B-Q8QVTNDQ3"]','{"code":"B-Q8QVTNDQ3","sex":null,"province_code":null,"centre_code":null,"merged_into":null,"registered_on":"2025-06-20"}');
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
INSERT INTO "identity" VALUES('B-HSV2WMSAM','BENFICTIF Amina',NULL,'ZZ100001','1984-05-12',NULL,NULL);
INSERT INTO "identity" VALUES('B-J10NJ9545','MODELE Khadija',NULL,'ZZ100004','1988-09-21',NULL,NULL);
INSERT INTO "identity" VALUES('B-KCQVS695K','EL EXEMPLE Karim',NULL,'ZZ100002','1979-11-03',NULL,NULL);
INSERT INTO "identity" VALUES('B-S6HW3WFN5','INVENTANI Omar',NULL,'ZZ100003','1990',NULL,NULL);
INSERT INTO "identity" VALUES('B-6BKRE6N7S','PROTOTYPE Said',NULL,NULL,NULL,NULL,NULL);
INSERT INTO "identity" VALUES('B-Q8QVTNDQ3','Nadia Inventani',NULL,'ZZ100009','1991',NULL,NULL);
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
INSERT INTO "pathway_step" VALUES(1,'B-HSV2WMSAM','training','2025-01-15',NULL,'favourable');
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
INSERT INTO "project" VALUES('P-4QD4WHTW9','micro','individual','Snack','services',NULL,NULL);
INSERT INTO "project" VALUES('P-7SJR7CN55','micro','individual','Coiffure','services',NULL,NULL);
INSERT INTO "project" VALUES('P-8NV68YXX4','micro','individual','Couture','artisanat',NULL,NULL);
INSERT INTO "project" VALUES('P-D353DSF12','micro','individual','Soudure','artisanat',NULL,NULL);
INSERT INTO "project" VALUES('P-9BC9XD3TW','micro','individual','Épicerie',NULL,NULL,NULL);
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
INSERT INTO "project_member" VALUES('P-4QD4WHTW9','B-S6HW3WFN5');
INSERT INTO "project_member" VALUES('P-7SJR7CN55','B-J10NJ9545');
INSERT INTO "project_member" VALUES('P-8NV68YXX4','B-HSV2WMSAM');
INSERT INTO "project_member" VALUES('P-D353DSF12','B-KCQVS695K');
INSERT INTO "project_member" VALUES('P-9BC9XD3TW','B-6BKRE6N7S');
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
INSERT INTO "quotation" VALUES(1,'P-8NV68YXX4','Fournisseur fictif',350000,NULL,NULL,0,NULL);
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
INSERT INTO "review" VALUES(1,'I-000002',2,'fcadd82e6a5d5de804a8205f618d27deddce7300fa82d925fed776ad2a47baad','58a80d41b6abfe119c33b6e1508df2182f0179852e1709a4cf7a2e7858f36463','person.possible','["B-HSV2WMSAM"]',NULL,'{"values": {"family_name": "BENFICTIF", "given_name": "Amina", "sex": "F", "province": "MA-FES", "activity": "Couture", "label": "Surjeteuse", "amount": {"amount": [400000, "exact", "4 000,00"]}}, "envelope": "e2", "centre": null}','accepted','B-HSV2WMSAM','2025-01-10T09:00:00Z','demo',11);
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
INSERT INTO "sensitive" VALUES('B-HSV2WMSAM',0,NULL);
INSERT INTO "sensitive" VALUES('B-J10NJ9545',NULL,NULL);
INSERT INTO "sensitive" VALUES('B-KCQVS695K',1,NULL);
INSERT INTO "sensitive" VALUES('B-S6HW3WFN5',NULL,NULL);
INSERT INTO "sensitive" VALUES('B-6BKRE6N7S',NULL,NULL);
INSERT INTO "sensitive" VALUES('B-Q8QVTNDQ3',NULL,NULL);
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
	FOREIGN KEY(batch_code) REFERENCES batch (code), 
	FOREIGN KEY(envelope_code) REFERENCES envelope (code), 
	FOREIGN KEY(convention_code) REFERENCES convention (code)
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
CREATE TRIGGER history_batch_insert AFTER INSERT ON batch 
            BEGIN INSERT INTO history (audit_id, table_name, key, old)
            VALUES ((SELECT COALESCE(MAX(id), 0) + 1 FROM audit), 'batch', json_array(NEW.code), NULL); END;
CREATE TRIGGER history_batch_update AFTER UPDATE ON batch WHEN OLD.code IS NOT NEW.code OR OLD.programme_code IS NOT NEW.programme_code OR OLD.fiscal_year IS NOT NEW.fiscal_year OR OLD.province_code IS NOT NEW.province_code OR OLD.convention_code IS NOT NEW.convention_code OR OLD.tranche IS NOT NEW.tranche OR OLD.venue IS NOT NEW.venue OR OLD.planned_on IS NOT NEW.planned_on OR OLD.held_on IS NOT NEW.held_on OR OLD.status IS NOT NEW.status OR OLD.booked_on IS NOT NEW.booked_on OR OLD.delivered_by IS NOT NEW.delivered_by
            BEGIN INSERT INTO history (audit_id, table_name, key, old)
            VALUES ((SELECT COALESCE(MAX(id), 0) + 1 FROM audit), 'batch', json_array(OLD.code), json_object('code', OLD.code, 'programme_code', OLD.programme_code, 'fiscal_year', OLD.fiscal_year, 'province_code', OLD.province_code, 'convention_code', OLD.convention_code, 'tranche', OLD.tranche, 'venue', OLD.venue, 'planned_on', OLD.planned_on, 'held_on', OLD.held_on, 'status', OLD.status, 'booked_on', OLD.booked_on, 'delivered_by', OLD.delivered_by)); END;
CREATE TRIGGER history_batch_delete AFTER DELETE ON batch 
            BEGIN INSERT INTO history (audit_id, table_name, key, old)
            VALUES ((SELECT COALESCE(MAX(id), 0) + 1 FROM audit), 'batch', json_array(OLD.code), json_object('code', OLD.code, 'programme_code', OLD.programme_code, 'fiscal_year', OLD.fiscal_year, 'province_code', OLD.province_code, 'convention_code', OLD.convention_code, 'tranche', OLD.tranche, 'venue', OLD.venue, 'planned_on', OLD.planned_on, 'held_on', OLD.held_on, 'status', OLD.status, 'booked_on', OLD.booked_on, 'delivered_by', OLD.delivered_by)); END;
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
CREATE TRIGGER history_beneficiary_update AFTER UPDATE ON beneficiary WHEN OLD.code IS NOT NEW.code OR OLD.sex IS NOT NEW.sex OR OLD.province_code IS NOT NEW.province_code OR OLD.centre_code IS NOT NEW.centre_code OR OLD.merged_into IS NOT NEW.merged_into OR OLD.registered_on IS NOT NEW.registered_on
            BEGIN INSERT INTO history (audit_id, table_name, key, old)
            VALUES ((SELECT COALESCE(MAX(id), 0) + 1 FROM audit), 'beneficiary', json_array(OLD.code), json_object('code', OLD.code, 'sex', OLD.sex, 'province_code', OLD.province_code, 'centre_code', OLD.centre_code, 'merged_into', OLD.merged_into, 'registered_on', OLD.registered_on)); END;
CREATE TRIGGER history_beneficiary_delete AFTER DELETE ON beneficiary 
            BEGIN INSERT INTO history (audit_id, table_name, key, old)
            VALUES ((SELECT COALESCE(MAX(id), 0) + 1 FROM audit), 'beneficiary', json_array(OLD.code), json_object('code', OLD.code, 'sex', OLD.sex, 'province_code', OLD.province_code, 'centre_code', OLD.centre_code, 'merged_into', OLD.merged_into, 'registered_on', OLD.registered_on)); END;
CREATE TRIGGER history_sensitive_update AFTER UPDATE ON sensitive WHEN OLD.beneficiary_code IS NOT NEW.beneficiary_code OR OLD.disabled IS NOT NEW.disabled OR OLD.special_category IS NOT NEW.special_category
            BEGIN INSERT INTO history (audit_id, table_name, key, old)
            VALUES ((SELECT COALESCE(MAX(id), 0) + 1 FROM audit), 'sensitive', json_array(OLD.beneficiary_code), json_object('beneficiary_code', OLD.beneficiary_code, 'disabled', OLD.disabled, 'special_category', OLD.special_category)); END;
CREATE TRIGGER history_sensitive_delete AFTER DELETE ON sensitive 
            BEGIN INSERT INTO history (audit_id, table_name, key, old)
            VALUES ((SELECT COALESCE(MAX(id), 0) + 1 FROM audit), 'sensitive', json_array(OLD.beneficiary_code), json_object('beneficiary_code', OLD.beneficiary_code, 'disabled', OLD.disabled, 'special_category', OLD.special_category)); END;
CREATE TRIGGER history_project_update AFTER UPDATE ON project WHEN OLD.code IS NOT NEW.code OR OLD.programme_code IS NOT NEW.programme_code OR OLD.kind IS NOT NEW.kind OR OLD.activity IS NOT NEW.activity OR OLD.sector_code IS NOT NEW.sector_code OR OLD.name IS NOT NEW.name OR OLD.own_contribution IS NOT NEW.own_contribution
            BEGIN INSERT INTO history (audit_id, table_name, key, old)
            VALUES ((SELECT COALESCE(MAX(id), 0) + 1 FROM audit), 'project', json_array(OLD.code), json_object('code', OLD.code, 'programme_code', OLD.programme_code, 'kind', OLD.kind, 'activity', OLD.activity, 'sector_code', OLD.sector_code, 'name', OLD.name, 'own_contribution', OLD.own_contribution)); END;
CREATE TRIGGER history_project_delete AFTER DELETE ON project 
            BEGIN INSERT INTO history (audit_id, table_name, key, old)
            VALUES ((SELECT COALESCE(MAX(id), 0) + 1 FROM audit), 'project', json_array(OLD.code), json_object('code', OLD.code, 'programme_code', OLD.programme_code, 'kind', OLD.kind, 'activity', OLD.activity, 'sector_code', OLD.sector_code, 'name', OLD.name, 'own_contribution', OLD.own_contribution)); END;
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
CREATE INDEX ix_project_member_beneficiary_code ON project_member (beneficiary_code);
CREATE INDEX ix_batch_line_batch ON batch_line (batch_code);
CREATE INDEX ix_batch_line_beneficiary_code ON batch_line (beneficiary_code);
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
CREATE TRIGGER history_project_member_insert AFTER INSERT ON project_member 
            BEGIN INSERT INTO history (audit_id, table_name, key, old)
            VALUES ((SELECT COALESCE(MAX(id), 0) + 1 FROM audit), 'project_member', json_array(NEW.project_code, NEW.beneficiary_code), NULL); END;
CREATE TRIGGER history_batch_line_insert AFTER INSERT ON batch_line 
            BEGIN INSERT INTO history (audit_id, table_name, key, old)
            VALUES ((SELECT COALESCE(MAX(id), 0) + 1 FROM audit), 'batch_line', json_array(NEW.id), NULL); END;
COMMIT;
