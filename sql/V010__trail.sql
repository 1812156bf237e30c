-- The trail: one chain of entries per subject. Only inserts and reads; detection never depends on that.
-- body = the exact canonical bytes (RFC 8785) that leaf_hash covers: H(0x00 || body). Everything an entry says is in them.
CREATE TABLE trl_entry (
    id         VARCHAR(36)  NOT NULL,
    kind       VARCHAR(20)  NOT NULL,
    subject_id VARCHAR(64)  NOT NULL,
    seq        BIGINT       NOT NULL,
    body       LONGBLOB     NOT NULL,
    leaf_hash  CHAR(64)     NOT NULL,
    PRIMARY KEY (id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin;

CREATE UNIQUE INDEX trl_entry_chain ON trl_entry (kind, subject_id, seq);

-- Personal text of an entry: the entry holds only H(0x02 || salt || details). A row may be erased; no hash changes.
CREATE TABLE trl_private (
    entry_id VARCHAR(36) NOT NULL,
    salt     CHAR(64)    NOT NULL,
    details  LONGTEXT    NOT NULL,
    PRIMARY KEY (entry_id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin;
