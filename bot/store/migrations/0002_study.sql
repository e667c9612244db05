-- What people do: who they are, what was asked of them, what they answered.

-- Anyone who wrote, pressed or voted. Names are shown on boards.
CREATE TABLE players (
    player_id  INTEGER PRIMARY KEY,  -- Telegram's user id, up to 52 bits
    name       TEXT NOT NULL,        -- first and last name as Telegram last gave them
    username   TEXT,                 -- without @; changes hands, so never used as a key
    first_seen REAL NOT NULL         -- seconds since 1970, like every time here
) STRICT;

-- A question as it was asked. The library may change: answers stay with the version shown.
CREATE TABLE questions (
    version     TEXT PRIMARY KEY,    -- digest of the body
    question_id TEXT NOT NULL,       -- made from the fact, the same in every version
    body        TEXT NOT NULL        -- knowledge.models.Question as JSON
) STRICT;

-- A row of questions for one player in private. At most one runs for a player.
CREATE TABLE practices (
    practice_id INTEGER PRIMARY KEY,
    player_id   INTEGER NOT NULL REFERENCES players ON DELETE CASCADE,
    state       TEXT NOT NULL,       -- bot.quiz.practice.Practice as JSON
    started_at  REAL NOT NULL,
    ended_at    REAL                 -- null while it runs
) STRICT;
CREATE UNIQUE INDEX one_running_practice ON practices (player_id) WHERE ended_at IS NULL;

-- A question posted to a chat as a native quiz poll.
CREATE TABLE posts (
    post_id     INTEGER PRIMARY KEY,
    chat_id     INTEGER NOT NULL,
    version     TEXT NOT NULL REFERENCES questions,
    option_order TEXT NOT NULL,      -- JSON array: the question's option shown at each place
    practice_id INTEGER REFERENCES practices ON DELETE CASCADE,  -- null in a group
    posted_at   REAL NOT NULL,
    poll_id     TEXT UNIQUE,         -- null until Telegram has accepted the message
    message_id  INTEGER,
    closed_at   REAL                 -- null while answers count
) STRICT;
CREATE INDEX posts_by_chat ON posts (chat_id, version);
CREATE INDEX posts_by_practice ON posts (practice_id);

-- The unit that is never lost. The key makes a repeat change nothing.
CREATE TABLE answers (
    post_id     INTEGER NOT NULL REFERENCES posts ON DELETE CASCADE,
    player_id   INTEGER NOT NULL REFERENCES players ON DELETE CASCADE,
    choice      INTEGER NOT NULL,    -- index of the option in the question, not on the screen
    points      INTEGER NOT NULL,    -- 0 for a wrong answer
    answered_at REAL NOT NULL,       -- when the vote reached us; Telegram gives no time
    PRIMARY KEY (post_id, player_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX answers_by_player ON answers (player_id);

-- A question that somebody asked, so that "More" under its answer still works after a restart.
CREATE TABLE asks (
    ask_id    INTEGER PRIMARY KEY,
    chat_id   INTEGER NOT NULL,
    player_id INTEGER,               -- null when an anonymous administrator asked
    question  TEXT NOT NULL,
    asked_at  REAL NOT NULL
) STRICT;
CREATE INDEX asks_by_player ON asks (player_id);
