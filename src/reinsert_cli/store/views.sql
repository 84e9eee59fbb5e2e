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

-- One row a batch and region that lines of it belong to: its distinct people, and what is planned and delivered. Kept up to
-- date by every write of the program, and no other; batches called off are left out.
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

-- One row a person whom several rows of v_tally count, and row that counts them.
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

-- One row an envelope that the journal knows, with the same balances as v_envelope: what they were after the last write
-- (balance, which check compares with the journal), and each posting since. Many postings take no longer than few.
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

-- One row an envelope, its balances told by the journal: allocated = available + committed + delivered.
--   threshold   percent committed and delivered from which it asks for attention
--   used        tenths of a percent committed and delivered, rounded half up, NULL where nothing is allocated
--   overridden  the largest shortfall that was ever allowed on it, NULL where none was
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

-- One row a funded project: when it was handed over, and with how much.
--   funded_on           held on, of the first handover that left something in its people's hands
--   funded_first/last   the first and last day that funded_on can mean; visits are due after the last (a real day)
--   beneficiary         the first of its people, by code; people how many they are
--   region, centre      those of the first line delivered, as fixed at locking
--   sex                 where all its people are of one, and nobody's is unknown
--   delivered           what was handed over and not given back, of all its lines
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

-- One row a visit to a project.
--   milestone   the months after the handover that it stands for (3, 6, 12, 24), NULL for one between
--   income      what the project leaves its people in a month
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

-- One row a funded project and milestone that nobody has visited it for, whatever the day: compare due_on with it.
-- Nothing is due any more once a later visit has taken place, or the project was found closed.
--   beneficiary, centre   the first of its people, and the centre that follows that person now
--   due_on                so many months after the last day that funded_on can mean
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

-- One row a person, by the code that stands for them now; no identity.
--   region        of their province, else of their centre's
--   registered_on NULL where they came with a list
--   funded        1 where something was handed over, and not taken back, in their name or for a project of theirs
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

-- One row a person and project that they take part in: as one of its people, or by a line in their name.
-- Each row once without UNION, which would be made whole before anybody is sought in it.
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

-- One row a step of a person's pathway.
--   first_on  the first day that happened_on can mean
--   behind    1 where it ended favourably: only then is the step behind them
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

-- One row a person, programme of theirs, and step that it asks for before it funds and that is not behind them.
CREATE VIEW v_lacking AS
SELECT p.beneficiary AS beneficiary, p.programme AS programme, r.kind AS step
FROM (SELECT DISTINCT beneficiary, programme FROM v_participation) p
JOIN requirement r ON r.programme_code = p.programme AND r.subject = 'step'
WHERE NOT EXISTS (
    SELECT 1 FROM v_step s WHERE s.beneficiary = p.beneficiary AND s.step = r.kind AND s.behind = 1
);

-- One row a line and other member of the household or cooperative that it is for, beside the line's own person.
--   region, centre        the member's own province's region, else that of their centre, else the line's; their centre,
--                         else the line's
--   planned, delivered    0: the money stays with the line
-- Groups are few: grouping them apart lets a planner begin with them.
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

-- One row a line and person who counts for it: the line's own person; for a household or a cooperative, each of its
-- other members too (v_fellow). Whoever counts people counts these. Money is on the row of the line's own person
-- alone, so that sums hold.
--   own         1 on the row of the line's own person
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

-- One row a project.
--   members               the people in it
--   state                 what the last visit found (alive, struggling, closed); before any visit, funded once a line
--                         of it was handed over, else idea
--   funded_on             held_on of the first batch that handed a line of it over; NULL where that day is not known
--   cost                  what its costs come to; NULL where none is recorded
--   own_contribution      what its people bring; planned_funding what funders are to pay; NULL where not recorded
--   planned, delivered    what lines are to give it, and gave it
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
        CASE WHEN EXISTS (SELECT 1 FROM batch_line l WHERE l.project_code = p.code AND l.status = 'delivered')
            THEN 'funded' ELSE 'idea' END
    )                                       AS state,
    (SELECT MIN(b.held_on) FROM batch_line l JOIN batch b ON b.code = l.batch_code
     WHERE l.project_code = p.code AND l.status = 'delivered') AS funded_on,
    (SELECT CAST(SUM(c.quantity * c.unit_price) AS BIGINT) FROM cost c WHERE c.project_code = p.code) AS cost,
    p.own_contribution                      AS own_contribution,
    (SELECT CAST(SUM(f.amount) AS BIGINT) FROM project_funding f WHERE f.project_code = p.code) AS planned_funding,
    (SELECT CAST(COALESCE(SUM(l.amount), 0) AS BIGINT) FROM batch_line l
     WHERE l.project_code = p.code AND l.status = 'expected') AS planned,
    (SELECT CAST(COALESCE(SUM(l.amount), 0) AS BIGINT) FROM batch_line l
     WHERE l.project_code = p.code AND l.status = 'delivered') AS delivered
FROM project p;

-- One row a paper registered, of a project or of a batch.
--   sha256      of the file, where one was named; the file itself is kept elsewhere
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

-- One row a paper that a programme asks for and project or batch it is to be of. Minutes are of a batch, every other
-- paper of a project. Batches called off are left out.
--   state       present where one is registered as there, of the project itself or of a batch that gives it something
--               (one invoice may stand for a whole batch), or, of receipts, where those of all lines handed over are
--               marked present; else refused or missing, as the last one registered, or a receipt's mark, says; else,
--               of quotations, present where one was recorded with its supplier and amount; else missing
--   document    the number of the paper that says so, NULL where none does
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

-- One row a person whose identity the ledger holds: that it does, not who they are. Whoever else has a code was erased,
-- or is known by another code now.
CREATE VIEW v_identified AS
SELECT i.beneficiary_code AS beneficiary FROM identity i;

-- One row a person of whom something is left that may tell who they are, and place where that is.
CREATE VIEW v_trace AS
SELECT beneficiary_code AS beneficiary, 'identity' AS place FROM identity
UNION ALL SELECT beneficiary_code, 'known_as' FROM known_as
UNION ALL SELECT beneficiary_code, 'former_identity' FROM former_identity
UNION ALL SELECT beneficiary_code, 'remark' FROM remark
UNION ALL SELECT person, 'review' FROM review WHERE facts > '' AND person IS NOT NULL;

-- One row a change of a row of the ledger: when and which, not what the row was.
CREATE VIEW v_change AS
SELECT h.id AS change, h.audit_id AS write, h.table_name AS place, h.key AS row_key FROM history h;
