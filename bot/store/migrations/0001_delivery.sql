-- What came from Telegram and what goes to it: nothing fetched is lost, nothing is posted twice.

-- Updates, stored before Telegram is told that we have them. A row stays 48 hours after it was
-- handled, so that a repeat is recognised; its body is emptied at once.
CREATE TABLE inbox (
    inbox_id    INTEGER PRIMARY KEY AUTOINCREMENT,  -- order of arrival
    update_id   INTEGER NOT NULL UNIQUE,  -- Telegram's; begins anew at random after a quiet week
    chat_id     INTEGER,                  -- where it happened; null for a vote
    player_id   INTEGER,                  -- who did it; null for a channel
    body        TEXT NOT NULL,            -- the update as JSON; empty when handled
    state       TEXT NOT NULL DEFAULT 'waiting'
                CHECK (state IN ('waiting', 'done', 'parked')),
    error       TEXT,                     -- why it is parked, or done without effect
    received_at REAL NOT NULL             -- seconds since 1970, like every time here
) STRICT;
CREATE INDEX inbox_unfinished ON inbox (state, inbox_id) WHERE state <> 'done';

-- Calls to the Bot API, made after the commit that put them here.
CREATE TABLE outbox (
    outbox_id       INTEGER PRIMARY KEY AUTOINCREMENT,  -- order within a chat
    chat_id         INTEGER NOT NULL,     -- whose pace it keeps; the player of a pressed button
    is_paced        INTEGER NOT NULL,     -- 0 for calls without a limit, which overtake the others
    method          TEXT NOT NULL,        -- sendMessage, editMessageText, …
    params          TEXT NOT NULL,        -- JSON object; empty when finished
    target          TEXT,                 -- what an edit edits: a newer one replaces it
    purpose         TEXT NOT NULL,        -- told back with the outcome, e.g. post:17
    attachment_field TEXT,                -- the parameter that carries the file, e.g. document
    attachment_name TEXT,
    attachment      BLOB,
    state           TEXT NOT NULL DEFAULT 'pending'
                    CHECK (state IN ('pending', 'sending', 'sent', 'uncertain', 'dead')),
    tries           INTEGER NOT NULL DEFAULT 0,
    not_before      REAL NOT NULL DEFAULT 0,  -- Telegram asked us to wait until then
    error           TEXT,
    queued_at       REAL NOT NULL,
    finished_at     REAL                  -- null while pending or sending
) STRICT;
CREATE INDEX outbox_unfinished ON outbox (chat_id, is_paced, outbox_id)
    WHERE state IN ('pending', 'sending');
CREATE INDEX outbox_by_age ON outbox (finished_at) WHERE finished_at IS NOT NULL;

-- The bot that the rows above belong to: its update ids mean nothing to another.
CREATE TABLE bots (
    bot_id INTEGER PRIMARY KEY
) STRICT;
