-- A ledger as the first landed schema (0001) left it, of invented people: dumped from a life played by its commands.
BEGIN TRANSACTION;
CREATE TABLE alembic_version (
	version_num VARCHAR(32) NOT NULL, 
	CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);
INSERT INTO "alembic_version" VALUES('0001');
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
INSERT INTO "audit" VALUES(1,'2025-01-10T09:00:00Z','tester','init','[{"schema":"0001","what":"schema.init"}]','0000000000000000000000000000000000000000000000000000000000000000','27860f555502755d43d6363c0b961ae514d6c79e6aec6d9de4f037bfa1beae9a');
INSERT INTO "audit" VALUES(2,'2025-01-10T09:00:00Z','tester','partner add','[{"code":"fund","what":"partner.add"}]','27860f555502755d43d6363c0b961ae514d6c79e6aec6d9de4f037bfa1beae9a','9cc1c5fcc74bd9850bd1e050996685bebceec9e1a0708e6492776088783790da');
INSERT INTO "audit" VALUES(3,'2025-01-10T09:00:00Z','tester','partner add','[{"code":"indh","what":"partner.add"}]','9cc1c5fcc74bd9850bd1e050996685bebceec9e1a0708e6492776088783790da','d7de65544fa3fb692c03c914c0e7df8e30a01746d371e12dee21adf044b5c018');
INSERT INTO "audit" VALUES(4,'2025-01-10T09:00:00Z','tester','programme add','[{"code":"micro","what":"programme.add"}]','d7de65544fa3fb692c03c914c0e7df8e30a01746d371e12dee21adf044b5c018','30e8434dd2ddd4c2d86bcc22e54c8848da012964f02743cbd346ed70899bce2f');
INSERT INTO "audit" VALUES(5,'2025-01-10T09:00:00Z','tester','convention add','[{"code":"conv","what":"convention.add"}]','30e8434dd2ddd4c2d86bcc22e54c8848da012964f02743cbd346ed70899bce2f','82f29ebbf613f5b3a866920e1d9c2145d55e12f2c5fe4c27bf5ca2994f67ed96');
INSERT INTO "audit" VALUES(6,'2025-01-10T09:00:00Z','tester','budget add','[{"code":"env","what":"envelope.add"},{"centimes":10000000,"code":"env","what":"journal.allocate"}]','82f29ebbf613f5b3a866920e1d9c2145d55e12f2c5fe4c27bf5ca2994f67ed96','cbc512ce598dca2541fb3faa7de7625f699e2f1604bdccc505264dc336381973');
INSERT INTO "audit" VALUES(7,'2025-01-10T09:00:00Z','tester','budget add','[{"code":"small","what":"envelope.add"},{"centimes":2000000,"code":"small","what":"journal.allocate"}]','cbc512ce598dca2541fb3faa7de7625f699e2f1604bdccc505264dc336381973','4061262ec70177957a0e72e546443b1848bcb9c6f1259cd255fc7a122884ebda');
INSERT INTO "audit" VALUES(8,'2025-01-10T09:00:00Z','tester','batch plan','[{"code":"b1","what":"batch.add"}]','4061262ec70177957a0e72e546443b1848bcb9c6f1259cd255fc7a122884ebda','2951f13ffa48ed452ff8c8df070c22445812de5ec3b77e6a3fa4dd13a32b0633');
INSERT INTO "audit" VALUES(9,'2025-01-10T09:00:00Z','tester','batch plan','[{"code":"b2","what":"batch.add"}]','2951f13ffa48ed452ff8c8df070c22445812de5ec3b77e6a3fa4dd13a32b0633','ca175618569a169d0066d1a68589340d92f90ab9867628f147bdb83046ea2fc6');
INSERT INTO "audit" VALUES(10,'2025-01-10T09:00:00Z','tester','batch plan','[{"code":"b3","what":"batch.add"}]','ca175618569a169d0066d1a68589340d92f90ab9867628f147bdb83046ea2fc6','4d2885f522608c249c3b2a5626ea9d234a3675c3e422bc4cb8ce2548a6d0134e');
INSERT INTO "audit" VALUES(11,'2025-01-10T09:00:00Z','tester','batch plan','[{"code":"b4","what":"batch.add"}]','4d2885f522608c249c3b2a5626ea9d234a3675c3e422bc4cb8ce2548a6d0134e','3024d7a77a3c20255f0ec9faba776886b19dbed60f83e6da98a8a95f1f0f7461');
INSERT INTO "audit" VALUES(12,'2025-01-10T09:00:00Z','tester','import','[{"batch":"b1","centimes":3750050,"changed_lines":0,"changed_people":0,"new_lines":3,"new_people":3,"what":"distributions.apply"},{"code":"I-000001","invalid":0,"kind":"distributions","new":3,"parked":0,"sha256":"1e3da0553adaf895621492072a1ef4148bcac3bcfde3eeac1f47d5e1e6d4bcf3","unchanged":0,"updated":0,"what":"import"}]','3024d7a77a3c20255f0ec9faba776886b19dbed60f83e6da98a8a95f1f0f7461','2284937e7cdffdf362fc611311e83f37c8eb581104ccde2ff5eabd5df1d1d56b');
INSERT INTO "audit" VALUES(13,'2025-01-10T09:00:00Z','tester','import','[{"batch":"b2","centimes":2400000,"changed_lines":0,"changed_people":0,"new_lines":2,"new_people":2,"what":"distributions.apply"},{"code":"I-000002","invalid":0,"kind":"distributions","new":2,"parked":0,"sha256":"e3364943ca75ac04fd754c4f8a805ff3d04ee954d4a21a590489d138a5338f29","unchanged":0,"updated":0,"what":"import"}]','2284937e7cdffdf362fc611311e83f37c8eb581104ccde2ff5eabd5df1d1d56b','245d1d7c0789c1735dc18c06fe839f829bc46661428c4eb0b8ae6ca00e0f8ecb');
INSERT INTO "audit" VALUES(14,'2025-02-03T09:00:00Z','tester','batch lock','[{"code":"b1","what":"batch.lock"},{"batch":"b1","centimes":3750050,"lines":3,"what":"journal.commit"}]','245d1d7c0789c1735dc18c06fe839f829bc46661428c4eb0b8ae6ca00e0f8ecb','1121c28bf01a82c66c26d49051d479a837e521a8413064b72cb8ec2b11e6e237');
INSERT INTO "audit" VALUES(15,'2025-02-03T09:00:00Z','tester','batch lock','[{"code":"b2","what":"batch.lock"},{"batch":"b2","centimes":400000,"code":"small","what":"envelope.override"},{"batch":"b2","centimes":2400000,"lines":2,"what":"journal.commit"}]','1121c28bf01a82c66c26d49051d479a837e521a8413064b72cb8ec2b11e6e237','c7813bfc26128f45c9415d261ef4a4c3d400b10625e788a4853695f1b5b14d3a');
INSERT INTO "audit" VALUES(16,'2025-02-20T09:00:00Z','tester','batch hold','[{"code":"b1","what":"batch.hold"},{"batch":"b1","centimes":2950050,"lines":2,"what":"journal.deliver"},{"batch":"b1","centimes":800000,"lines":1,"what":"journal.release"}]','c7813bfc26128f45c9415d261ef4a4c3d400b10625e788a4853695f1b5b14d3a','4ba4ea872ab5b00105bcc823691bef089ec92813e18df7b23d85765bbe3b954c');
INSERT INTO "audit" VALUES(17,'2025-02-20T09:00:00Z','tester','statement add','[{"id":1,"measure":"amount","subject":"b1","what":"statement.add"}]','4ba4ea872ab5b00105bcc823691bef089ec92813e18df7b23d85765bbe3b954c','a8f6d77b87c59494580588ddd5d09d610e6e7c1b535d0648e7e3c17da59c98c5');
INSERT INTO "audit" VALUES(18,'2025-02-20T09:00:00Z','tester','statement add','[{"id":2,"measure":"beneficiaries","subject":"b1","what":"statement.add"}]','a8f6d77b87c59494580588ddd5d09d610e6e7c1b535d0648e7e3c17da59c98c5','07f19f35581defe141eb4fbb543ef9957fd9a8eb0dd0f8ec0f766e6e897f2dbc');
INSERT INTO "audit" VALUES(19,'2025-02-20T09:00:00Z','tester','statement add','[{"id":3,"measure":"amount","subject":"b3","what":"statement.add"}]','07f19f35581defe141eb4fbb543ef9957fd9a8eb0dd0f8ec0f766e6e897f2dbc','2de6a0372618b797ff605a0ba4c88550dd60554f86fb0e1b5a8ac69eb5b634a0');
INSERT INTO "audit" VALUES(20,'2025-02-20T09:00:00Z','tester','statement add','[{"id":4,"measure":"amount","subject":"env","what":"statement.add"}]','2de6a0372618b797ff605a0ba4c88550dd60554f86fb0e1b5a8ac69eb5b634a0','b1057d5d1571d8b985874c4e4f54a8a65ddace722ec528f521c3d5411b241cda');
INSERT INTO "audit" VALUES(21,'2025-02-20T09:00:00Z','tester','statement add','[{"id":5,"measure":"amount","subject":"conv","what":"statement.add"}]','b1057d5d1571d8b985874c4e4f54a8a65ddace722ec528f521c3d5411b241cda','4dea8d8172c52b7747de1e31add3dba84f82c687c0e60b837db0aa6b935f0862');
INSERT INTO "audit" VALUES(22,'2025-02-20T09:00:00Z','tester','batch reconcile','[{"code":"b1","what":"batch.reconcile"}]','4dea8d8172c52b7747de1e31add3dba84f82c687c0e60b837db0aa6b935f0862','ea5fbf9fe7e508441d0c580d268145dca685016c3bb75215a8fc12bf9492d5cc');
INSERT INTO "audit" VALUES(23,'2025-02-20T09:00:00Z','tester','batch close','[{"code":"b1","what":"batch.close"}]','ea5fbf9fe7e508441d0c580d268145dca685016c3bb75215a8fc12bf9492d5cc','15b30ca4cf59f45d85bfae5692843f7bd7ec946e8f2af53e2112017fd05fb600');
INSERT INTO "audit" VALUES(24,'2025-02-20T09:00:00Z','tester','batch cancel','[{"code":"b4","what":"batch.cancel"}]','15b30ca4cf59f45d85bfae5692843f7bd7ec946e8f2af53e2112017fd05fb600','8cbfd6eed91cb8e828bb387a20082d035dea332c8ab59a8db76a54134d935cf7');
INSERT INTO "audit" VALUES(25,'2025-03-01T09:00:00Z','tester','budget transfer','[{"centimes":500000,"code":"env","to":"small","what":"journal.transfer"}]','8cbfd6eed91cb8e828bb387a20082d035dea332c8ab59a8db76a54134d935cf7','61ac70a8d199212c5631e4c267b3a173c09406e42dd38905fb51e6dd39991683');
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
	status VARCHAR NOT NULL, 
	PRIMARY KEY (code), 
	FOREIGN KEY(convention_code) REFERENCES convention (code), 
	FOREIGN KEY(programme_code) REFERENCES programme (code), 
	FOREIGN KEY(province_code) REFERENCES province (code)
);
INSERT INTO "batch" VALUES('b1','micro',2024,'MA-FES',NULL,1,'Salle fictive','2025-02','2025-02-18','closed');
INSERT INTO "batch" VALUES('b2','micro',2024,'MA-FES',NULL,NULL,NULL,NULL,NULL,'locked');
INSERT INTO "batch" VALUES('b3','micro',2024,'MA-MEK',NULL,NULL,NULL,'2025-06',NULL,'planned');
INSERT INTO "batch" VALUES('b4','micro',2024,'MA-MEK',NULL,NULL,NULL,'2025',NULL,'cancelled');
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
	status VARCHAR NOT NULL, 
	PRIMARY KEY (id), 
	CONSTRAINT batch_line_amount_positive CHECK (amount > 0), 
	FOREIGN KEY(centre_code) REFERENCES centre (code), 
	FOREIGN KEY(batch_code) REFERENCES batch (code), 
	FOREIGN KEY(beneficiary_code) REFERENCES beneficiary (code), 
	FOREIGN KEY(envelope_code) REFERENCES envelope (code), 
	FOREIGN KEY(project_code) REFERENCES project (code), 
	FOREIGN KEY(region_code) REFERENCES region (code)
);
INSERT INTO "batch_line" VALUES(1,'b1','P-H35JWQH1K','B-WS56PR1WD','equipment',NULL,1250000,'env','MA-03',NULL,'delivered');
INSERT INTO "batch_line" VALUES(2,'b1','P-HWQTJW6RS','B-Q9PPTHP28','equipment',NULL,1700050,'env','MA-03',NULL,'delivered');
INSERT INTO "batch_line" VALUES(3,'b1','P-3WJMPNTJB','B-PHN3PWF0J','cash',NULL,800000,'env','MA-01',NULL,'absent');
INSERT INTO "batch_line" VALUES(4,'b2','P-PPTAN2H22','B-RXDFDD5MQ','equipment',NULL,1500000,'small','MA-03',NULL,'expected');
INSERT INTO "batch_line" VALUES(5,'b2','P-Y22CR2WHS','B-BN6EQ4CF5','equipment',NULL,900000,'small','MA-03',NULL,'expected');
CREATE TABLE beneficiary (
	code VARCHAR(64) NOT NULL, 
	sex VARCHAR, 
	province_code VARCHAR(64), 
	centre_code VARCHAR(64), 
	PRIMARY KEY (code), 
	FOREIGN KEY(centre_code) REFERENCES centre (code), 
	FOREIGN KEY(province_code) REFERENCES province (code)
);
INSERT INTO "beneficiary" VALUES('B-WS56PR1WD','F','MA-FES',NULL);
INSERT INTO "beneficiary" VALUES('B-Q9PPTHP28','M','MA-MEK',NULL);
INSERT INTO "beneficiary" VALUES('B-PHN3PWF0J','M','MA-TNG',NULL);
INSERT INTO "beneficiary" VALUES('B-RXDFDD5MQ','F','MA-FES',NULL);
INSERT INTO "beneficiary" VALUES('B-BN6EQ4CF5','M','MA-MEK',NULL);
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
INSERT INTO "convention" VALUES('conv','micro',15000000,'exact','150 000,00','2024','2026');
CREATE TABLE convention_partner (
	convention_code VARCHAR(64) NOT NULL, 
	partner_code VARCHAR(64) NOT NULL, 
	PRIMARY KEY (convention_code, partner_code), 
	FOREIGN KEY(convention_code) REFERENCES convention (code), 
	FOREIGN KEY(partner_code) REFERENCES partner (code)
);
INSERT INTO "convention_partner" VALUES('conv','fund');
INSERT INTO "convention_partner" VALUES('conv','indh');
CREATE TABLE convention_region (
	convention_code VARCHAR(64) NOT NULL, 
	region_code VARCHAR(64) NOT NULL, 
	PRIMARY KEY (convention_code, region_code), 
	FOREIGN KEY(convention_code) REFERENCES convention (code), 
	FOREIGN KEY(region_code) REFERENCES region (code)
);
INSERT INTO "convention_region" VALUES('conv','MA-03');
CREATE TABLE envelope (
	code VARCHAR(64) NOT NULL, 
	programme_code VARCHAR(64) NOT NULL, 
	fiscal_year INTEGER NOT NULL, 
	funder_code VARCHAR(64) NOT NULL, 
	convention_code VARCHAR(64), 
	target_beneficiaries INTEGER, 
	qualifier VARCHAR NOT NULL, 
	printed VARCHAR, 
	PRIMARY KEY (code), 
	FOREIGN KEY(convention_code) REFERENCES convention (code), 
	FOREIGN KEY(funder_code) REFERENCES partner (code), 
	FOREIGN KEY(programme_code) REFERENCES programme (code)
);
INSERT INTO "envelope" VALUES('env','micro',2024,'fund','conv',10,'exact','100 000,00');
INSERT INTO "envelope" VALUES('small','micro',2024,'indh',NULL,NULL,'exact','20 000,00');
CREATE TABLE envelope_region (
	envelope_code VARCHAR(64) NOT NULL, 
	region_code VARCHAR(64) NOT NULL, 
	PRIMARY KEY (envelope_code, region_code), 
	FOREIGN KEY(envelope_code) REFERENCES envelope (code), 
	FOREIGN KEY(region_code) REFERENCES region (code)
);
INSERT INTO "envelope_region" VALUES('env','MA-03');
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
INSERT INTO "identity" VALUES('B-WS56PR1WD','Benfictif Amina',NULL,'ZZ1001',NULL,NULL,NULL);
INSERT INTO "identity" VALUES('B-Q9PPTHP28','El Exemple Karim',NULL,'ZZ1002',NULL,NULL,NULL);
INSERT INTO "identity" VALUES('B-PHN3PWF0J','Inventani Omar',NULL,'ZZ1003',NULL,NULL,NULL);
INSERT INTO "identity" VALUES('B-RXDFDD5MQ','Imaginari Salma',NULL,'ZZ2001',NULL,NULL,NULL);
INSERT INTO "identity" VALUES('B-BN6EQ4CF5','Sansnom Driss',NULL,'ZZ2002',NULL,NULL,NULL);
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
INSERT INTO "import_row" VALUES(4,'I-000002',2,'new','309f167faa57997090a4a2d43afb92e457ffc60c25a943cdfaf493184a14ffd1','4');
INSERT INTO "import_row" VALUES(5,'I-000002',3,'new','bfe69b0739d523d6f9f51c8f020944c5da4a8bf4d4fbfbf69d49b0e247f7cd4a','5');
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
INSERT INTO "import_run" VALUES('I-000001','distributions','people.csv','1e3da0553adaf895621492072a1ef4148bcac3bcfde3eeac1f47d5e1e6d4bcf3','people','b1','2025-01-10T09:00:00Z','tester');
INSERT INTO "import_run" VALUES('I-000002','distributions','more.csv','e3364943ca75ac04fd754c4f8a805ff3d04ee954d4a21a590489d138a5338f29','more','b2','2025-01-10T09:00:00Z','tester');
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
	reason VARCHAR, 
	PRIMARY KEY (id), 
	FOREIGN KEY(batch_code) REFERENCES batch (code), 
	FOREIGN KEY(envelope_code) REFERENCES envelope (code), 
	FOREIGN KEY(funder_code) REFERENCES partner (code), 
	FOREIGN KEY(line_id) REFERENCES batch_line (id), 
	FOREIGN KEY(programme_code) REFERENCES programme (code), 
	FOREIGN KEY(region_code) REFERENCES region (code)
);
INSERT INTO "journal" VALUES(1,1,'allocate','funder',-10000000,'env','fund','micro',2024,'2025-01','MA-03',NULL,NULL,'2025-01-10','2025-01-10T09:00:00Z','tester',NULL);
INSERT INTO "journal" VALUES(2,1,'allocate','available',10000000,'env','fund','micro',2024,'2025-01','MA-03',NULL,NULL,'2025-01-10','2025-01-10T09:00:00Z','tester',NULL);
INSERT INTO "journal" VALUES(3,2,'allocate','funder',-2000000,'small','indh','micro',2024,'2025-01',NULL,NULL,NULL,'2025-01-10','2025-01-10T09:00:00Z','tester',NULL);
INSERT INTO "journal" VALUES(4,2,'allocate','available',2000000,'small','indh','micro',2024,'2025-01',NULL,NULL,NULL,'2025-01-10','2025-01-10T09:00:00Z','tester',NULL);
INSERT INTO "journal" VALUES(5,3,'commit','available',-1250000,'env','fund','micro',2024,'2025-02','MA-03','b1',1,'2025-02-03','2025-02-03T09:00:00Z','tester',NULL);
INSERT INTO "journal" VALUES(6,3,'commit','committed',1250000,'env','fund','micro',2024,'2025-02','MA-03','b1',1,'2025-02-03','2025-02-03T09:00:00Z','tester',NULL);
INSERT INTO "journal" VALUES(7,4,'commit','available',-1700050,'env','fund','micro',2024,'2025-02','MA-03','b1',2,'2025-02-03','2025-02-03T09:00:00Z','tester',NULL);
INSERT INTO "journal" VALUES(8,4,'commit','committed',1700050,'env','fund','micro',2024,'2025-02','MA-03','b1',2,'2025-02-03','2025-02-03T09:00:00Z','tester',NULL);
INSERT INTO "journal" VALUES(9,5,'commit','available',-800000,'env','fund','micro',2024,'2025-02','MA-01','b1',3,'2025-02-03','2025-02-03T09:00:00Z','tester',NULL);
INSERT INTO "journal" VALUES(10,5,'commit','committed',800000,'env','fund','micro',2024,'2025-02','MA-01','b1',3,'2025-02-03','2025-02-03T09:00:00Z','tester',NULL);
INSERT INTO "journal" VALUES(11,6,'commit','available',-1500000,'small','indh','micro',2024,'2025-02','MA-03','b2',4,'2025-02-03','2025-02-03T09:00:00Z','tester','virement attendu');
INSERT INTO "journal" VALUES(12,6,'commit','committed',1500000,'small','indh','micro',2024,'2025-02','MA-03','b2',4,'2025-02-03','2025-02-03T09:00:00Z','tester','virement attendu');
INSERT INTO "journal" VALUES(13,7,'commit','available',-900000,'small','indh','micro',2024,'2025-02','MA-03','b2',5,'2025-02-03','2025-02-03T09:00:00Z','tester','virement attendu');
INSERT INTO "journal" VALUES(14,7,'commit','committed',900000,'small','indh','micro',2024,'2025-02','MA-03','b2',5,'2025-02-03','2025-02-03T09:00:00Z','tester','virement attendu');
INSERT INTO "journal" VALUES(15,8,'deliver','committed',-1250000,'env','fund','micro',2024,'2025-02','MA-03','b1',1,'2025-02-18','2025-02-20T09:00:00Z','tester',NULL);
INSERT INTO "journal" VALUES(16,8,'deliver','delivered',1250000,'env','fund','micro',2024,'2025-02','MA-03','b1',1,'2025-02-18','2025-02-20T09:00:00Z','tester',NULL);
INSERT INTO "journal" VALUES(17,9,'deliver','committed',-1700050,'env','fund','micro',2024,'2025-02','MA-03','b1',2,'2025-02-18','2025-02-20T09:00:00Z','tester',NULL);
INSERT INTO "journal" VALUES(18,9,'deliver','delivered',1700050,'env','fund','micro',2024,'2025-02','MA-03','b1',2,'2025-02-18','2025-02-20T09:00:00Z','tester',NULL);
INSERT INTO "journal" VALUES(19,10,'release','committed',-800000,'env','fund','micro',2024,'2025-02','MA-01','b1',3,'2025-02-20','2025-02-20T09:00:00Z','tester',NULL);
INSERT INTO "journal" VALUES(20,10,'release','available',800000,'env','fund','micro',2024,'2025-02','MA-01','b1',3,'2025-02-20','2025-02-20T09:00:00Z','tester',NULL);
INSERT INTO "journal" VALUES(21,11,'transfer','available',-500000,'env','fund','micro',2024,'2025-03','MA-03',NULL,NULL,'2025-03-01','2025-03-01T09:00:00Z','tester','rééquilibrage');
INSERT INTO "journal" VALUES(22,11,'transfer','funder',500000,'env','fund','micro',2024,'2025-03','MA-03',NULL,NULL,'2025-03-01','2025-03-01T09:00:00Z','tester','rééquilibrage');
INSERT INTO "journal" VALUES(23,11,'transfer','funder',-500000,'small','indh','micro',2024,'2025-03',NULL,NULL,NULL,'2025-03-01','2025-03-01T09:00:00Z','tester','rééquilibrage');
INSERT INTO "journal" VALUES(24,11,'transfer','available',500000,'small','indh','micro',2024,'2025-03',NULL,NULL,NULL,'2025-03-01','2025-03-01T09:00:00Z','tester','rééquilibrage');
CREATE TABLE overcommitment (
	id INTEGER NOT NULL, 
	envelope_code VARCHAR(64) NOT NULL, 
	batch_code VARCHAR(64) NOT NULL, 
	missing BIGINT NOT NULL, 
	written_at VARCHAR NOT NULL, 
	author VARCHAR NOT NULL, 
	reason VARCHAR NOT NULL, 
	PRIMARY KEY (id), 
	FOREIGN KEY(batch_code) REFERENCES batch (code), 
	FOREIGN KEY(envelope_code) REFERENCES envelope (code)
);
INSERT INTO "overcommitment" VALUES(1,'small','b2',400000,'2025-02-03T09:00:00Z','tester','virement attendu');
CREATE TABLE partner (
	code VARCHAR(64) NOT NULL, 
	name VARCHAR NOT NULL, 
	name_ar VARCHAR, 
	PRIMARY KEY (code)
);
INSERT INTO "partner" VALUES('fund','Bailleur fictif',NULL);
INSERT INTO "partner" VALUES('indh','Comité fictif',NULL);
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
INSERT INTO "project" VALUES('P-H35JWQH1K','micro','individual','Couture',NULL);
INSERT INTO "project" VALUES('P-HWQTJW6RS','micro','individual','Soudure',NULL);
INSERT INTO "project" VALUES('P-3WJMPNTJB','micro','individual','Snack',NULL);
INSERT INTO "project" VALUES('P-PPTAN2H22','micro','individual','Couture',NULL);
INSERT INTO "project" VALUES('P-Y22CR2WHS','micro','individual','Soudure',NULL);
CREATE TABLE project_member (
	project_code VARCHAR(64) NOT NULL, 
	beneficiary_code VARCHAR(64) NOT NULL, 
	PRIMARY KEY (project_code, beneficiary_code), 
	FOREIGN KEY(beneficiary_code) REFERENCES beneficiary (code), 
	FOREIGN KEY(project_code) REFERENCES project (code)
);
INSERT INTO "project_member" VALUES('P-H35JWQH1K','B-WS56PR1WD');
INSERT INTO "project_member" VALUES('P-HWQTJW6RS','B-Q9PPTHP28');
INSERT INTO "project_member" VALUES('P-3WJMPNTJB','B-PHN3PWF0J');
INSERT INTO "project_member" VALUES('P-PPTAN2H22','B-RXDFDD5MQ');
INSERT INTO "project_member" VALUES('P-Y22CR2WHS','B-BN6EQ4CF5');
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
INSERT INTO "sensitive" VALUES('B-WS56PR1WD',NULL,NULL);
INSERT INTO "sensitive" VALUES('B-Q9PPTHP28',NULL,NULL);
INSERT INTO "sensitive" VALUES('B-PHN3PWF0J',NULL,NULL);
INSERT INTO "sensitive" VALUES('B-RXDFDD5MQ',NULL,NULL);
INSERT INTO "sensitive" VALUES('B-BN6EQ4CF5',NULL,NULL);
CREATE TABLE statement (
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
	PRIMARY KEY (id), 
	CONSTRAINT statement_one_subject CHECK (CASE WHEN batch_code IS NULL THEN 0 ELSE 1 END + CASE WHEN envelope_code IS NULL THEN 0 ELSE 1 END + CASE WHEN convention_code IS NULL THEN 0 ELSE 1 END = 1), 
	FOREIGN KEY(batch_code) REFERENCES batch (code), 
	FOREIGN KEY(convention_code) REFERENCES convention (code), 
	FOREIGN KEY(envelope_code) REFERENCES envelope (code)
);
INSERT INTO "statement" VALUES(1,'b1',NULL,NULL,'amount',2950050,'exact','29 500,50 DH','Procès-verbal fictif',NULL,0,NULL);
INSERT INTO "statement" VALUES(2,'b1',NULL,NULL,'beneficiaries',2,'exact','2','Procès-verbal fictif',NULL,0,NULL);
INSERT INTO "statement" VALUES(3,'b3',NULL,NULL,'amount',4000000,'over','plus de 40.000 DH','Journal fictif',NULL,0,NULL);
INSERT INTO "statement" VALUES(4,NULL,'env',NULL,'amount',10000000,'exact','100 000 DH','Convention fictive',NULL,0,NULL);
INSERT INTO "statement" VALUES(5,NULL,NULL,'conv','amount',15000000,'exact','150 000 DH','Convention fictive',NULL,0,NULL);
CREATE INDEX ix_province_region_code ON province (region_code);
CREATE INDEX ix_batch_programme_code ON batch (programme_code);
CREATE INDEX ix_envelope_programme_code ON envelope (programme_code);
CREATE INDEX ix_overcommitment_envelope_code ON overcommitment (envelope_code);
CREATE INDEX ix_statement_batch_code ON statement (batch_code);
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
         ELSE 'convention' END              AS subject_kind,
    COALESCE(s.batch_code, s.envelope_code, s.convention_code) AS subject,
    s.measure                               AS measure,
    s.value                                 AS value,
    s.qualifier                             AS qualifier,
    s.printed                               AS printed,
    s.source                                AS source,
    s.published_on                          AS published_on,
    s.chosen                                AS chosen,
    s.reason                                AS reason,
    CASE WHEN ROW_NUMBER() OVER (
        PARTITION BY s.batch_code, s.envelope_code, s.convention_code, s.measure
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
    e.code                                  AS envelope,
    e.programme_code                        AS programme,
    e.fiscal_year                           AS fiscal_year,
    e.funder_code                           AS funder,
    e.convention_code                       AS convention,
    e.target_beneficiaries                  AS target_beneficiaries,
    e.qualifier                             AS qualifier,
    e.printed                               AS printed,
    CAST(COALESCE(-SUM(CASE WHEN j.account = 'funder' THEN j.amount END), 0) AS BIGINT)   AS allocated,
    CAST(COALESCE(SUM(CASE WHEN j.account = 'available' THEN j.amount END), 0) AS BIGINT) AS available,
    CAST(COALESCE(SUM(CASE WHEN j.account = 'committed' THEN j.amount END), 0) AS BIGINT) AS committed,
    CAST(COALESCE(SUM(CASE WHEN j.account = 'delivered' THEN j.amount END), 0) AS BIGINT) AS delivered,
    (SELECT MAX(o.missing) FROM overcommitment o WHERE o.envelope_code = e.code) AS overridden
FROM envelope e
LEFT JOIN journal j ON j.envelope_code = e.code
GROUP BY e.code, e.programme_code, e.fiscal_year, e.funder_code, e.convention_code,
         e.target_beneficiaries, e.qualifier, e.printed;
COMMIT;
