-- Whose articles are studied where, and the questions of each library as instructors left them.

-- A set of articles. The articles themselves are files; these rows say whose they are.
CREATE TABLE libraries (
    library_id INTEGER PRIMARY KEY,
    name       TEXT NOT NULL,            -- as its chat is called; empty for the host's
    chat_id    INTEGER UNIQUE,           -- the chat that made it; null for the host's
    asks       TEXT NOT NULL DEFAULT 'sure' CHECK (asks IN ('sure', 'approved')),
    made_from  TEXT NOT NULL DEFAULT ''  -- digest of articles and code that its bank stems from
) STRICT;
INSERT INTO libraries (library_id, name) VALUES (1, '');

-- Which library a chat studies, where that was chosen.
CREATE TABLE studies (
    chat_id    INTEGER PRIMARY KEY,
    library_id INTEGER NOT NULL REFERENCES libraries ON DELETE CASCADE
) STRICT;

-- People who may change a library's articles and questions, and let their chats study it.
CREATE TABLE instructors (
    library_id INTEGER NOT NULL REFERENCES libraries ON DELETE CASCADE,
    player_id  INTEGER NOT NULL REFERENCES players ON DELETE CASCADE,
    PRIMARY KEY (library_id, player_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX instructors_by_player ON instructors (player_id);

-- Who added which file to a chat's library.
CREATE TABLE articles (
    article_id INTEGER PRIMARY KEY,      -- fits into a button
    library_id INTEGER NOT NULL REFERENCES libraries ON DELETE CASCADE,
    article    TEXT NOT NULL,            -- its id: the file's name without its ending
    file_name  TEXT NOT NULL,
    title      TEXT NOT NULL,
    digest     TEXT NOT NULL,            -- of the file's bytes: the same file is recognised
    added_by   INTEGER REFERENCES players ON DELETE SET NULL,
    added_at   REAL NOT NULL,            -- seconds since 1970, like every time here
    UNIQUE (library_id, article)
) STRICT;
CREATE INDEX articles_by_player ON articles (added_by);

-- Articles on their way into a library; a restart takes them up again.
CREATE TABLE additions (
    addition_id INTEGER PRIMARY KEY,
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
CREATE INDEX additions_by_player ON additions (player_id);

-- The question bank: each question of a library and what its instructors think of it.
CREATE TABLE bank (
    entry_id     INTEGER PRIMARY KEY,
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
CREATE INDEX bank_by_state ON bank (library_id, state);
CREATE INDEX bank_by_player ON bank (decided_by);

-- What an instructor's next words in private are meant for.
CREATE TABLE drafting (
    player_id  INTEGER PRIMARY KEY REFERENCES players ON DELETE CASCADE,
    entry_id   INTEGER NOT NULL REFERENCES bank ON DELETE CASCADE,
    part       TEXT NOT NULL,
    started_at REAL NOT NULL
) STRICT;
