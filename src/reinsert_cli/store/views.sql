-- The views that every report reads and that any other SQL tool may open. They hold no identity.
-- Amounts are integer centimes; dates are ISO text as precise as they were known.
-- Plain SQL for SQLite and PostgreSQL alike; made anew by every migration.

-- One row a line of a batch, with what reports sum by.
--   region      attribution (design §3, rule 6): fixed at locking, before that the beneficiary's province,
--               else their centre's province, else the batch's
--   planned     the amount, while the batch is planned or locked and the line expected
--   delivered   the amount, once handed over
--   centre      of the person; fixed at locking too
--   counts      1 where the line stands for a person supported or to be supported, else 0
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

-- One row a line and envelope that pays for it: ``weight`` parts of the sum of the line's weights.
CREATE VIEW v_share AS
SELECT l.id AS line, l.batch_code AS batch, l.envelope_code AS envelope, 1 AS weight
FROM batch_line l
WHERE NOT EXISTS (SELECT 1 FROM line_share s WHERE s.line_id = l.id)
UNION ALL
SELECT s.line_id, l.batch_code, s.envelope_code, s.weight
FROM line_share s JOIN batch_line l ON l.id = s.line_id;

-- One row a posting of the journal, with the days that reports ask for.
--   event_on              the day of what it is about: of the handover that a correction mends, of the return itself
--   booked_on             the day on which it counts in the books, a later one where the event's month was closed
--   …_first/last          the first and last day that each can mean (last: day 31 stands for month's end)
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

-- One row a posting that hands money over or takes it back: deliver, return, correct.
CREATE VIEW v_delivery AS
SELECT * FROM v_posting WHERE account = 'delivered';

-- One row a batch. Its province and region are the venue's.
--   event_on              held on, else planned on
--   event_first/last      the first and last day that event_on can mean (last: day 31 stands for month's end)
--   booked_on             the day on which it counts in the books: event_on, or a later one where that month was closed
--   booked_first/last     the first and last day that booked_on can mean
--   basis                 recorded where it has lines, else declared where a source speaks, else NULL
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

-- One row a statement.
--   subject_kind, subject   batch, envelope, convention or programme, and its code
--   fiscal_year             of a programme, where the statement speaks of one year only
--   counted                 1 for the statement that stands for its subject and measure: the one chosen, else the
--                           most precise (exact, nearly, then over and under), else the first recorded
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

-- One row a batch without lines: what the counted statements declare of it. NULL is unknown.
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

-- One row an envelope, its balances told by the journal: allocated = available + committed + delivered.
--   threshold   percent committed and delivered from which it asks for attention
--   used        tenths of a percent committed and delivered, NULL where nothing is allocated
--   overridden  the largest shortfall that was ever allowed on it, NULL where none was
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

-- One row a convention: what was agreed, and what became of it in the envelopes that it feeds.
--   agreed       NULL where no source gives it
--   unallocated  agreed and in no envelope yet; below zero where the envelopes hold more than was agreed
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

-- One row a line: what is handed over, how many of it and from whom, as the project's costs tell it.
--   label      as the line says it, else as the cost does; NULL where neither does
--   quantity   of the cost that the line pays for, else 1
--   supplier   of that cost, NULL where it is not known
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
