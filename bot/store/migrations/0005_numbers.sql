-- No number is given twice: an old button, a folder or a file on its way never meets a later row.
-- And what was erased is remembered by its number until it is gone from every copy and folder.

-- SQLite gives the number of a deleted last row again, unless the table was made with AUTOINCREMENT.
CREATE TABLE new_libraries (
    library_id INTEGER PRIMARY KEY AUTOINCREMENT,  -- also the name of its folder
    name       TEXT NOT NULL,            -- as its chat is called; empty for the host's
    chat_id    INTEGER UNIQUE,           -- the chat that made it; null for the host's
    asks       TEXT NOT NULL DEFAULT 'sure' CHECK (asks IN ('sure', 'approved')),
    made_from  TEXT NOT NULL DEFAULT ''  -- digest of articles and code that its bank stems from
) STRICT;
INSERT INTO new_libraries (library_id, name, chat_id, asks, made_from)
    SELECT library_id, name, chat_id, asks, made_from FROM libraries;
DROP TABLE libraries;
ALTER TABLE new_libraries RENAME TO libraries;

CREATE TABLE new_articles (
    article_id INTEGER PRIMARY KEY AUTOINCREMENT,  -- fits into a button
    library_id INTEGER NOT NULL REFERENCES libraries ON DELETE CASCADE,
    article    TEXT NOT NULL,            -- its id: the file's name without its ending
    file_name  TEXT NOT NULL,
    title      TEXT NOT NULL,
    digest     TEXT NOT NULL,            -- of the file's bytes: the same file is recognised
    added_by   INTEGER REFERENCES players ON DELETE SET NULL,
    added_at   REAL NOT NULL,            -- seconds since 1970, like every time here
    UNIQUE (library_id, article)
) STRICT;
INSERT INTO new_articles
    (article_id, library_id, article, file_name, title, digest, added_by, added_at)
    SELECT article_id, library_id, article, file_name, title, digest, added_by, added_at
    FROM articles;
DROP TABLE articles;
ALTER TABLE new_articles RENAME TO articles;
CREATE INDEX articles_by_player ON articles (added_by);

CREATE TABLE new_additions (
    addition_id INTEGER PRIMARY KEY AUTOINCREMENT,
    library_id  INTEGER NOT NULL REFERENCES libraries ON DELETE CASCADE,
    chat_id     INTEGER NOT NULL,        -- where it was asked for and progress is told
    thread_id   INTEGER,
    player_id   INTEGER REFERENCES players ON DELETE CASCADE,
    kind        TEXT NOT NULL CHECK (kind IN ('file', 'text', 'link')),
    name        TEXT NOT NULL,           -- the file's
    content     TEXT NOT NULL,           -- Telegram's id of the file, the text, or the address
    message_id  INTEGER,                 -- the message that shows progress
    state       TEXT NOT NULL DEFAULT 'announced'  -- ready once that message's fate is known
                CHECK (state IN ('announced', 'ready', 'placing'))  -- placing: too late to cancel
) STRICT;
INSERT INTO new_additions (addition_id, library_id, chat_id, thread_id, player_id, kind, name,
                           content, message_id, state)
    SELECT addition_id, library_id, chat_id, thread_id, player_id, kind, name,
           content, message_id, state FROM additions;
DROP TABLE additions;
ALTER TABLE new_additions RENAME TO additions;
CREATE INDEX additions_by_player ON additions (player_id);

CREATE TABLE new_bank (
    entry_id     INTEGER PRIMARY KEY AUTOINCREMENT,
    library_id   INTEGER NOT NULL REFERENCES libraries ON DELETE CASCADE,
    question_id  TEXT NOT NULL,
    article      TEXT NOT NULL,          -- that it cites first; empty without a citation
    made_version TEXT REFERENCES questions,           -- as made from the articles; null by hand
    version      TEXT NOT NULL REFERENCES questions,  -- as it is asked now
    is_sure      INTEGER NOT NULL,       -- 1: good enough to be asked unseen
    state        TEXT NOT NULL CHECK (state IN ('draft', 'approved', 'retired', 'suspended')),
    reason       TEXT NOT NULL DEFAULT '',  -- why it is in this state, for people
    is_gone      INTEGER NOT NULL DEFAULT 0,  -- 1: the articles do not say it any more
    decided_by   INTEGER REFERENCES players ON DELETE SET NULL,
    decided_at   REAL,
    UNIQUE (library_id, question_id)
) STRICT;
INSERT INTO new_bank (entry_id, library_id, question_id, article, made_version, version, is_sure,
                      state, reason, is_gone, decided_by, decided_at)
    SELECT entry_id, library_id, question_id, article, made_version, version, is_sure,
           state, reason, is_gone, decided_by, decided_at FROM bank;
DROP TABLE bank;
ALTER TABLE new_bank RENAME TO bank;
CREATE INDEX bank_by_state ON bank (library_id, state);
CREATE INDEX bank_by_player ON bank (decided_by);

CREATE TABLE new_posts (
    post_id     INTEGER PRIMARY KEY AUTOINCREMENT,
    chat_id     INTEGER NOT NULL,
    version     TEXT NOT NULL REFERENCES questions,
    option_order TEXT NOT NULL,      -- JSON array: the question's option shown at each place
    practice_id INTEGER REFERENCES practices ON DELETE CASCADE,  -- null in a group
    posted_at   REAL NOT NULL,
    poll_id     TEXT UNIQUE,         -- null until Telegram has accepted the message
    message_id  INTEGER,
    closed_at   REAL,                -- null while answers count
    round_id    INTEGER REFERENCES rounds ON DELETE CASCADE,
    number      INTEGER,             -- in the round, from 1
    opened_at   REAL,                -- when Telegram accepted it
    is_timed    INTEGER NOT NULL DEFAULT 1,  -- 0: nobody's speed is known
    validity    TEXT NOT NULL DEFAULT 'counts'
                CHECK (validity IN ('counts', 'suspended', 'confirmed', 'dropped', 'void'))
) STRICT;
INSERT INTO new_posts (post_id, chat_id, version, option_order, practice_id, posted_at, poll_id,
                       message_id, closed_at, round_id, number, opened_at, is_timed, validity)
    SELECT post_id, chat_id, version, option_order, practice_id, posted_at, poll_id,
           message_id, closed_at, round_id, number, opened_at, is_timed, validity FROM posts;
DROP TABLE posts;
ALTER TABLE new_posts RENAME TO posts;
CREATE INDEX posts_by_chat ON posts (chat_id, version);
CREATE INDEX posts_by_practice ON posts (practice_id);
CREATE INDEX posts_by_round ON posts (round_id, number) WHERE round_id IS NOT NULL;

CREATE TABLE new_asks (
    ask_id    INTEGER PRIMARY KEY AUTOINCREMENT,
    chat_id   INTEGER NOT NULL,
    player_id INTEGER,               -- null when an anonymous administrator asked
    question  TEXT NOT NULL,
    asked_at  REAL NOT NULL
) STRICT;
INSERT INTO new_asks (ask_id, chat_id, player_id, question, asked_at)
    SELECT ask_id, chat_id, player_id, question, asked_at FROM asks;
DROP TABLE asks;
ALTER TABLE new_asks RENAME TO asks;
CREATE INDEX asks_by_player ON asks (player_id);

-- Libraries that are no more: their folders may be deleted, whenever one is met.
CREATE TABLE erased_libraries (
    library_id INTEGER PRIMARY KEY
) STRICT;
CREATE TRIGGER library_erased AFTER DELETE ON libraries BEGIN
    INSERT INTO erased_libraries (library_id) VALUES (old.library_id);
END;

-- Players who were erased here but not yet from the copies of this database.
CREATE TABLE erasures (
    player_id INTEGER PRIMARY KEY
) STRICT;
