-- Acts that a client may send twice: the key, what was asked, what was answered. The id is the SHA-256 of
-- caller|route|key, so that one unique index of fixed width decides. The row is written in the act's own transaction.
CREATE TABLE htp_idempotency (
    id          CHAR(64)     NOT NULL,
    caller      VARCHAR(64)  NOT NULL,
    route       VARCHAR(200) NOT NULL,
    idem_key    VARCHAR(255) NOT NULL,
    fingerprint CHAR(64)     NOT NULL,
    status      INT          NOT NULL,
    body        LONGTEXT,
    created_at  BIGINT       NOT NULL,
    PRIMARY KEY (id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin;

CREATE INDEX htp_idempotency_age ON htp_idempotency (created_at);
