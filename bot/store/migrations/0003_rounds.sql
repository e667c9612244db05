-- Live rounds in groups: their state, their deadlines, who plays, what was doubted and learned.

-- A quiz that an instructor runs for a group. At most one at a time in a chat.
CREATE TABLE rounds (
    round_id      INTEGER PRIMARY KEY,
    chat_id       INTEGER NOT NULL,
    thread_id     INTEGER,            -- the topic, in a forum group
    title         TEXT NOT NULL,      -- the group's, for reports
    instructor_id INTEGER REFERENCES players ON DELETE SET NULL,  -- null while not proven
    state         TEXT NOT NULL,      -- bot.quiz.round.Round as JSON
    opened_at     REAL NOT NULL,      -- seconds since 1970, like every time here
    started_at    REAL,               -- null in the lobby
    ended_at      REAL                -- null while it runs
) STRICT;
CREATE UNIQUE INDEX one_round_in_a_chat ON rounds (chat_id) WHERE ended_at IS NULL;
CREATE INDEX rounds_by_chat ON rounds (chat_id, started_at);
CREATE INDEX rounds_by_instructor ON rounds (instructor_id, started_at);

-- When time itself moves something on. A restart finds them here.
CREATE TABLE deadlines (
    round_id INTEGER NOT NULL REFERENCES rounds ON DELETE CASCADE,
    kind     TEXT NOT NULL CHECK (kind IN ('move', 'refresh')),
    due_at   REAL NOT NULL,
    PRIMARY KEY (round_id, kind)
) STRICT, WITHOUT ROWID;
CREATE INDEX deadlines_by_time ON deadlines (due_at);

-- The messages of a round that are edited as it goes on.
CREATE TABLE displays (
    round_id   INTEGER NOT NULL REFERENCES rounds ON DELETE CASCADE,
    kind       TEXT NOT NULL CHECK (kind IN ('lobby', 'board', 'standings')),
    message_id INTEGER,                    -- null until Telegram has accepted the message
    is_stale   INTEGER NOT NULL DEFAULT 0, -- changed while it was on its way
    PRIMARY KEY (round_id, kind)
) STRICT, WITHOUT ROWID;

-- Who plays in a round: who pressed Join, and who simply voted.
CREATE TABLE participants (
    round_id     INTEGER NOT NULL REFERENCES rounds ON DELETE CASCADE,
    player_id    INTEGER NOT NULL REFERENCES players ON DELETE CASCADE,
    team         INTEGER NOT NULL DEFAULT 0,  -- from 1; 0 without teams
    first_number INTEGER NOT NULL,            -- the first question that counts for them
    last_number  INTEGER NOT NULL DEFAULT 0,  -- the last one they answered
    silent       INTEGER NOT NULL DEFAULT 0,  -- questions in a row without their answer
    PRIMARY KEY (round_id, player_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX participants_by_player ON participants (player_id);

-- A question of a round is a post that also knows its place in the round.
ALTER TABLE posts ADD COLUMN round_id INTEGER REFERENCES rounds ON DELETE CASCADE;
ALTER TABLE posts ADD COLUMN number INTEGER;                -- from 1
ALTER TABLE posts ADD COLUMN opened_at REAL;                -- when Telegram accepted it
ALTER TABLE posts ADD COLUMN is_timed INTEGER NOT NULL DEFAULT 1;  -- 0: nobody's speed is known
ALTER TABLE posts ADD COLUMN validity TEXT NOT NULL DEFAULT 'counts'
    CHECK (validity IN ('counts', 'suspended', 'confirmed', 'dropped', 'void'));
CREATE INDEX posts_by_round ON posts (round_id, number) WHERE round_id IS NOT NULL;

-- Players who say that a question's key is wrong.
CREATE TABLE flags (
    post_id    INTEGER NOT NULL REFERENCES posts ON DELETE CASCADE,
    player_id  INTEGER NOT NULL REFERENCES players ON DELETE CASCADE,
    flagged_at REAL NOT NULL,
    PRIMARY KEY (post_id, player_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX flags_by_player ON flags (player_id);

-- People who may run rounds in a chat without being administrators.
CREATE TABLE leaders (
    chat_id   INTEGER NOT NULL,
    player_id INTEGER NOT NULL REFERENCES players ON DELETE CASCADE,
    PRIMARY KEY (chat_id, player_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX leaders_by_player ON leaders (player_id);

-- What first answers have taught about questions and players (Elo).
CREATE TABLE difficulties (
    question_id TEXT PRIMARY KEY,
    value       REAL NOT NULL,
    answers     INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE TABLE skills (
    player_id INTEGER PRIMARY KEY REFERENCES players ON DELETE CASCADE,
    value     REAL NOT NULL,
    answers   INTEGER NOT NULL
) STRICT;
CREATE TABLE first_answers (
    player_id   INTEGER NOT NULL REFERENCES players ON DELETE CASCADE,
    question_id TEXT NOT NULL,
    PRIMARY KEY (player_id, question_id)
) STRICT, WITHOUT ROWID;
INSERT INTO first_answers (player_id, question_id)
    SELECT DISTINCT player_id, question_id
    FROM answers JOIN posts USING (post_id) JOIN questions USING (version);
