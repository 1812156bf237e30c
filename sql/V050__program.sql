-- Programs: every version of every pack, stored whole. A row is written once; later only its state changes.
create table prg_version (
  code         VARCHAR(40)  not null,
  version      VARCHAR(16)  not null,
  state        VARCHAR(12)  not null, -- DRAFT or PUBLISHED
  sha256       CHAR(64)     not null, -- over the files that a case can read
  pack         LONGBLOB     not null, -- zip of every file
  model        LONGTEXT     not null, -- the built BPMN model, parts inlined
  findings     LONGTEXT     not null, -- JSON list; empty for every version that may be published
  created_at   BIGINT       not null, -- epoch microseconds
  created_by   VARCHAR(64)  not null,
  published_at BIGINT,
  published_by VARCHAR(64),
  trail_seq    BIGINT       not null,
  trail_head   CHAR(64)     not null,
  primary key (code, version)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin;
