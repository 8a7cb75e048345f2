-- A few of the return's figures, as an analyst would ask for them of a sound return: days cast from text once, a pass
-- for each subject. Columns are named as our indicators; shares are their numerators.
WITH episode AS MATERIALIZED (
    SELECT child, rne, ls, place, rec, to_date(decom, 'DD/MM/YYYY') AS began, to_date(dec, 'DD/MM/YYYY') AS ended
    FROM episodes
    WHERE ls NOT IN ('V3', 'V4')
),
in_care AS MATERIALIZED (
    SELECT DISTINCT child FROM episode
    WHERE began <= %(ends_on)s AND (ended IS NULL OR ended > %(ends_on)s)
),
in_year AS (
    SELECT DISTINCT child FROM episode
    WHERE began <= %(ends_on)s AND (ended IS NULL OR ended >= %(starts_on)s)
),
numbered AS (
    SELECT child, began, ended, sum((rne IN ('S', 'P', 'B'))::int) OVER by_day AS home
    FROM episode
    WHERE began <= %(ends_on)s AND place NOT IN ('T0', 'T1', 'T2', 'T3', 'T4')
    WINDOW by_day AS (PARTITION BY child ORDER BY began ROWS UNBOUNDED PRECEDING)
),
home AS (
    SELECT child, min(began) AS began, CASE WHEN bool_and(ended IS NOT NULL) THEN max(ended) END AS ended
    FROM numbered
    GROUP BY child, home
),
moved AS (
    SELECT child FROM home JOIN in_care USING (child)
    WHERE ended IS NULL OR (ended >= %(starts_on)s AND ended > began)
    GROUP BY child
    HAVING count(*) >= 3
),
broken AS (
    SELECT DISTINCT child FROM episode
    WHERE (rne = 'S' AND began > %(starts_on)s) OR (rec <> 'X1' AND ended >= %(starts_on)s AND ended < %(ends_on)s)
),
answer AS (
    SELECT oc2.*, date_part('year', age(%(ends_on)s, to_date(dob, 'DD/MM/YYYY'))) AS years
    FROM oc2 JOIN in_care USING (child) LEFT JOIN broken USING (child)
    WHERE broken.child IS NULL
),
leaver AS (
    SELECT activ, accom, date_part('year', age(%(ends_on)s, to_date(dob, 'DD/MM/YYYY'))) < 19 AS is_young
    FROM oc3
    WHERE in_touch NOT IN ('DIED', 'RHOM')
),
spell AS (
    SELECT child FROM missing
    WHERE missing = 'M' AND to_date(mis_start, 'DD/MM/YYYY') <= %(ends_on)s
        AND (mis_end IS NULL OR to_date(mis_end, 'DD/MM/YYYY') >= %(starts_on)s)
),
care_figures AS (
    SELECT
        count(DISTINCT child) FILTER (WHERE rne = 'S' AND began BETWEEN %(starts_on)s AND %(ends_on)s) AS "came-into-care",
        count(DISTINCT child) FILTER (WHERE rec <> 'X1' AND ended BETWEEN %(starts_on)s AND %(ends_on)s) AS "left-care"
    FROM episode
),
health_figures AS (
    SELECT
        count(*) FILTER (WHERE health_assessment = '1') AS "health-assessment",
        count(*) FILTER (WHERE teeth_check = '1') AS "dentist",
        count(*) FILTER (WHERE immunisations = '1') AS "immunisations",
        count(*) FILTER (WHERE health_check = '1' AND years <= 4) AS "development-checks",
        count(*) FILTER (WHERE convicted = '1' AND years BETWEEN 10 AND 17) AS "convicted-or-cautioned",
        count(*) FILTER (WHERE substance_misuse = '1') AS "substance-misuse",
        count(sdq_score) FILTER (WHERE years BETWEEN 5 AND 16) AS "sdq-received"
    FROM answer
),
leaver_figures AS (
    SELECT
        count(*) FILTER (WHERE is_young AND activ ~ '^[FP]') AS "in-education-or-work-17-18",
        count(*) FILTER (WHERE NOT is_young AND activ ~ '^[FP]') AS "in-education-or-work-19-21",
        count(*) FILTER (WHERE is_young AND accom ~ '^[A-FI-Z]1$') AS "suitable-home-17-18",
        count(*) FILTER (WHERE NOT is_young AND accom ~ '^[A-FI-Z]1$') AS "suitable-home-19-21"
    FROM leaver
)
SELECT
    (SELECT count(*) FROM in_care) AS "children-in-care",
    care_figures.*,
    (SELECT count(*) FROM moved) AS "three-homes-in-a-year",
    health_figures.*,
    leaver_figures.*,
    (SELECT count(*) FROM spell) AS "times-missing",
    (SELECT count(DISTINCT child) FROM spell JOIN in_year USING (child)) AS "missing-children"
FROM care_figures, health_figures, leaver_figures
