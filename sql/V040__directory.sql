-- Who there is: organisations with the names they bore, firms, people, the posts they hold, and how they sign in.
-- An organisation is a subject of the trail: its row keeps the end of its chain.
CREATE TABLE dir_org (
    code       VARCHAR(64) NOT NULL,
    type       VARCHAR(16) NOT NULL,
    uscc       CHAR(18),
    valid_from DATE        NOT NULL,
    valid_to   DATE        NOT NULL,
    trail_seq  BIGINT      NOT NULL,
    trail_head CHAR(64)    NOT NULL,
    PRIMARY KEY (code)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin;

-- kind NAME: what it is called from..to, one at a time; ALIAS: what else it is called
CREATE TABLE dir_org_name (
    org_code   VARCHAR(64)  NOT NULL,
    kind       VARCHAR(8)   NOT NULL,
    zh         VARCHAR(200) NOT NULL,
    en         VARCHAR(200) NOT NULL,
    valid_from DATE         NOT NULL,
    valid_to   DATE         NOT NULL,
    PRIMARY KEY (org_code, kind, zh)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin;

CREATE INDEX dir_org_name_zh ON dir_org_name (zh);

-- What a registry says of a firm, with the source and the day it was asked.
CREATE TABLE dir_firm (
    uscc             CHAR(18)     NOT NULL,
    org_code         VARCHAR(64)  NOT NULL,
    name             VARCHAR(200) NOT NULL,
    legal_rep        VARCHAR(100) NOT NULL,
    region_code      CHAR(6)      NOT NULL,
    park             VARCHAR(64)  NOT NULL,
    reg_status       VARCHAR(16)  NOT NULL,
    established      DATE         NOT NULL,
    size_class       VARCHAR(8)   NOT NULL,
    annual_sales_fen BIGINT       NOT NULL,
    tax_grade        VARCHAR(4)   NOT NULL,
    mu_grade         VARCHAR(4)   NOT NULL,
    dishonest        BOOLEAN      NOT NULL,
    in_chain         BOOLEAN      NOT NULL,
    source           VARCHAR(200) NOT NULL,
    checked_at       BIGINT       NOT NULL,
    PRIMARY KEY (uscc)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin;

CREATE UNIQUE INDEX dir_firm_org ON dir_firm (org_code);

-- epoch goes up with every change of password, posts or lock: sessions and tokens of an earlier epoch are dead.
-- version goes up with every change that an administrator makes; changed_* say who made the last one.
CREATE TABLE dir_person (
    login         VARCHAR(64)  NOT NULL,
    org_code      VARCHAR(64)  NOT NULL,
    zh            VARCHAR(100) NOT NULL,
    en            VARCHAR(100) NOT NULL,
    password_hash VARCHAR(100) NOT NULL,
    must_change   BOOLEAN      NOT NULL,
    locked        BOOLEAN      NOT NULL,
    epoch         BIGINT       NOT NULL,
    valid_from    DATE         NOT NULL,
    valid_to      DATE         NOT NULL,
    version       BIGINT       NOT NULL,
    changed_at    BIGINT       NOT NULL,
    changed_by    VARCHAR(64)  NOT NULL,
    persona       BOOLEAN      NOT NULL,
    says_zh       VARCHAR(400) NOT NULL,
    says_en       VARCHAR(400) NOT NULL,
    created_at    BIGINT       NOT NULL,
    PRIMARY KEY (login)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin;

CREATE INDEX dir_person_persona ON dir_person (persona);
CREATE INDEX dir_person_org ON dir_person (org_code, login);

CREATE TABLE dir_post (
    org_code   VARCHAR(64) NOT NULL,
    role       VARCHAR(40) NOT NULL,
    holder     VARCHAR(64) NOT NULL,
    valid_from DATE        NOT NULL,
    valid_to   DATE        NOT NULL,
    PRIMARY KEY (org_code, role, holder)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin;

CREATE INDEX dir_post_holder ON dir_post (holder);

-- Which banks take applications of which program.
CREATE TABLE dir_bank_program (
    program  VARCHAR(64) NOT NULL,
    bank     VARCHAR(64) NOT NULL,
    position INT         NOT NULL,
    PRIMARY KEY (program, bank)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin;

-- Failed sign-ins. The id is the SHA-256 of account|name or address|ip: a name that was typed may be a password.
CREATE TABLE dir_attempt (
    id       CHAR(64) NOT NULL,
    failures INT      NOT NULL,
    last_at  BIGINT   NOT NULL,
    retry_at BIGINT   NOT NULL,
    PRIMARY KEY (id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin;

CREATE INDEX dir_attempt_age ON dir_attempt (last_at);

-- Who has signed in from where: these do not wait for what others fail to do from the same address. The id is the SHA-256
-- of login|ip.
CREATE TABLE dir_known (
    id      CHAR(64) NOT NULL,
    seen_at BIGINT   NOT NULL,
    PRIMARY KEY (id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin;

CREATE INDEX dir_known_age ON dir_known (seen_at);

-- Access tokens, hashed.
CREATE TABLE dir_token (
    hash       CHAR(64)    NOT NULL,
    login      VARCHAR(64) NOT NULL,
    epoch      BIGINT      NOT NULL,
    created_at BIGINT      NOT NULL,
    expires_at BIGINT      NOT NULL,
    PRIMARY KEY (hash)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin;

CREATE INDEX dir_token_login ON dir_token (login, created_at);

-- What was typed when a session had ended, sealed, for the same person to send again. The id is the SHA-256 of a cookie.
CREATE TABLE dir_kept (
    id        CHAR(64)     NOT NULL,
    login     VARCHAR(64)  NOT NULL,
    action    VARCHAR(500),
    fields    LONGTEXT,
    kept_at   BIGINT       NOT NULL,
    PRIMARY KEY (id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin;

CREATE INDEX dir_kept_age ON dir_kept (kept_at);

-- Up to what exposure each level of a bank approves in a program (授信审批权限), as the bank has told: all levels in one row,
-- in force from a day on once a second administrator has confirmed it. state: PROPOSED, IN_FORCE, REFUSED.
CREATE TABLE dir_limits (
    id            VARCHAR(40)  NOT NULL,
    bank          VARCHAR(64)  NOT NULL,
    program       VARCHAR(64)  NOT NULL,
    valid_from    DATE         NOT NULL,
    branch_fen    BIGINT       NOT NULL,
    city_fen      BIGINT       NOT NULL,
    committee_fen BIGINT       NOT NULL,
    source        VARCHAR(200) NOT NULL,
    state         VARCHAR(10)  NOT NULL,
    proposed_by   VARCHAR(64)  NOT NULL,
    proposed_at   BIGINT       NOT NULL,
    decided_by    VARCHAR(64),
    decided_at    BIGINT,
    PRIMARY KEY (id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin;

CREATE INDEX dir_limits_bank ON dir_limits (bank, program, state, valid_from);
