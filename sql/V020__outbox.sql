-- What leaves the database: written with the act, delivered after it. seq is the order of writing; inside one case that
-- is the order of delivery, because acts on a case queue up on its row.
CREATE TABLE out_parcel (
    seq          BIGINT        NOT NULL AUTO_INCREMENT,
    id           VARCHAR(36)   NOT NULL,
    topic        VARCHAR(64)   NOT NULL,
    case_no      VARCHAR(64),
    body         LONGTEXT      NOT NULL,
    state        VARCHAR(12)   NOT NULL,
    attempts     INT           NOT NULL,
    due_at       BIGINT        NOT NULL,
    created_at   BIGINT        NOT NULL,
    delivered_at BIGINT,
    last_error   VARCHAR(500),
    PRIMARY KEY (seq)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin;

CREATE UNIQUE INDEX out_parcel_id ON out_parcel (id);
CREATE INDEX out_parcel_due ON out_parcel (state, due_at);
CREATE INDEX out_parcel_case ON out_parcel (case_no, state, seq);

-- What failed or stays silent and needs a person. open_key is kind|ref while open, so that one trouble is one incident.
CREATE TABLE out_incident (
    id          VARCHAR(36)   NOT NULL,
    kind        VARCHAR(40)   NOT NULL,
    case_no     VARCHAR(64),
    ref         VARCHAR(64)   NOT NULL,
    reason      VARCHAR(500)  NOT NULL,
    attempts    INT           NOT NULL,
    open_key    VARCHAR(110),
    opened_at   BIGINT        NOT NULL,
    closed_at   BIGINT,
    closed_by   VARCHAR(64),
    PRIMARY KEY (id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin;

CREATE UNIQUE INDEX out_incident_open ON out_incident (open_key);
CREATE INDEX out_incident_ref ON out_incident (ref);
