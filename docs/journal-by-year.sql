-- The journal of a ledger on PostgreSQL, parted by fiscal year: docs/scale.md says when. Run by whoever owns the ledger,
-- after `reinsert ledger copy` has made a copy:
--
--     psql --set ON_ERROR_STOP=1 --single-transaction --file docs/journal-by-year.sql LEDGER
--     reinsert server roles
--
-- Everything is kept: rows and their numbers, views, triggers, policies, foreign keys, indexes. Years that come later
-- stand in journal_later until a part is made for them, from the same lines, in that year.

SET LOCAL search_path = main;
SET LOCAL client_min_messages = warning;
SELECT pg_advisory_xact_lock(1380272462);

CREATE TEMP TABLE made_again ON COMMIT DROP AS
SELECT 1 AS turn, CAST(0 AS bigint) AS place, pg_get_indexdef(i.indexrelid) AS statement
FROM pg_index i WHERE i.indrelid = CAST('journal' AS regclass) AND NOT i.indisprimary
UNION ALL
SELECT 2, 0, format('ALTER TABLE journal ADD CONSTRAINT %I %s', f.conname, pg_get_constraintdef(f.oid))
FROM pg_constraint f WHERE f.conrelid = CAST('journal' AS regclass) AND f.contype = 'f'
UNION ALL
SELECT 3, 0, pg_get_triggerdef(t.oid)
FROM pg_trigger t WHERE t.tgrelid = CAST('journal' AS regclass) AND NOT t.tgisinternal
UNION ALL
SELECT 4, 0, format('CREATE POLICY %I ON journal FOR %s USING (%s)', p.policyname, p.cmd, p.qual)
FROM pg_policies p WHERE p.schemaname = 'main' AND p.tablename = 'journal' AND p.qual IS NOT NULL
UNION ALL
SELECT 4, 0, format('CREATE POLICY %I ON journal FOR %s WITH CHECK (%s)', p.policyname, p.cmd, p.with_check)
FROM pg_policies p WHERE p.schemaname = 'main' AND p.tablename = 'journal' AND p.qual IS NULL
UNION ALL
SELECT 5, CAST(v.oid AS bigint), format('CREATE VIEW %I AS %s', v.relname, pg_get_viewdef(v.oid))
FROM pg_class v WHERE v.relnamespace = CAST('main' AS regnamespace) AND v.relkind = 'v';

DO $$
DECLARE one record; owner name;
BEGIN
    SELECT pg_get_userbyid(relowner) INTO owner FROM pg_class WHERE oid = CAST('journal' AS regclass);

    FOR one IN SELECT relname FROM pg_class WHERE relnamespace = CAST('main' AS regnamespace) AND relkind = 'v' LOOP
        EXECUTE format('DROP VIEW IF EXISTS %I CASCADE', one.relname);
    END LOOP;
    ALTER TABLE journal RENAME TO journal_before;
    CREATE TABLE journal (LIKE journal_before INCLUDING DEFAULTS) PARTITION BY LIST (fiscal_year);
    EXECUTE format('ALTER TABLE journal OWNER TO %I', owner);
    FOR one IN SELECT DISTINCT fiscal_year AS year FROM journal_before ORDER BY 1 LOOP
        EXECUTE format('CREATE TABLE journal_%s PARTITION OF journal FOR VALUES IN (%s)', one.year, one.year);
    END LOOP;
    CREATE TABLE journal_later PARTITION OF journal DEFAULT;
    INSERT INTO journal SELECT * FROM journal_before ORDER BY id;
    ALTER SEQUENCE journal_id_seq OWNED BY journal.id;
    DROP TABLE journal_before;
    ALTER TABLE journal ADD PRIMARY KEY (id, fiscal_year);
    ALTER TABLE journal ENABLE ROW LEVEL SECURITY;

    FOR one IN SELECT statement FROM made_again ORDER BY turn, place, statement LOOP
        EXECUTE one.statement;
    END LOOP;
    FOR one IN
        SELECT oid, relname, relkind FROM pg_class
        WHERE relnamespace = CAST('main' AS regnamespace)
          AND (relkind = 'v' OR oid IN (SELECT relid FROM pg_partition_tree('journal')))
    LOOP
        EXECUTE format('ALTER %s %I OWNER TO %I', CASE one.relkind WHEN 'v' THEN 'VIEW' ELSE 'TABLE' END,
                       one.relname, owner);
        IF one.relkind = 'r' THEN  -- what is added to the whole alone would not be kept by its parts
            EXECUTE format('CREATE TRIGGER journal_no_truncate BEFORE TRUNCATE ON %I '
                           'FOR EACH STATEMENT EXECUTE FUNCTION append_only()', one.relname);
        END IF;
    END LOOP;
END $$;

ANALYZE journal;
