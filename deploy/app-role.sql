-- The role the portal signs in with, `portal`: run by the owner of the tables after every migrate, on psql 15 or
-- newer. Its password comes from the environment variable APP_PASSWORD, so that it stands in no file and no process list.
--
--   APP_PASSWORD=... psql --dbname=portal --username=portal_owner --file=deploy/app-role.sql

\set ON_ERROR_STOP on
\getenv password APP_PASSWORD

SELECT 'CREATE ROLE portal' WHERE NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'portal') \gexec
ALTER ROLE portal LOGIN PASSWORD :'password';

REVOKE ALL ON SCHEMA public FROM PUBLIC;
GRANT USAGE ON SCHEMA public TO portal;
GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA public TO portal;
GRANT USAGE, SELECT ON ALL SEQUENCES IN SCHEMA public TO portal;

-- The record is append-only: triggers refuse a change, and this role could not even try, nor empty the table.
REVOKE UPDATE, DELETE, TRUNCATE ON corpparent_event FROM portal;
-- Names in it are blanked when their time has come: these two columns, and the trigger lets them only be emptied.
GRANT UPDATE (private, salt) ON corpparent_event TO portal;
-- Which migrations ran is the owner's to write.
REVOKE INSERT, UPDATE, DELETE, TRUNCATE ON django_migrations FROM portal;
