-- Applications: the case itself, what was typed, what was filed, what was attached. Prefix app_.

create table app_number (
  series varchar(40) not null comment 'case-number prefix, year and region',
  last_value bigint not null,
  primary key (series)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin COMMENT='last number given out per series; never reused';

create table app_application (
  no varchar(40) not null,
  program varchar(60) not null,
  program_version varchar(40) comment 'null while a draft: a draft follows the newest open version',
  org varchar(40) not null comment 'organisation that applies',
  applicant_kind varchar(10) not null comment 'FIRM or PERSON',
  applicant_name varchar(200) not null,
  applicant_uscc varchar(18),
  status varchar(30) not null,
  requested bigint comment 'fen',
  approved bigint comment 'fen',
  paid bigint comment 'fen',
  holder_bank varchar(40) comment 'bank that holds the case now',
  facts longtext not null comment 'JSON: what gateways may read',
  decision longtext comment 'JSON: outcome, amount, coded reasons, when',
  answers_version int not null comment '0 while a draft',
  answers_sha256 char(64) comment 'of the filed answers that hold now',
  receipt_no varchar(60),
  created_by varchar(60) not null,
  created_at bigint not null comment 'epoch micros',
  submitted_by varchar(60),
  submitted_at bigint,
  promised_at bigint comment 'epoch micros: by when the decision is promised',
  ended_at bigint,
  trail_seq bigint not null,
  trail_head char(64) not null,
  version int not null,
  primary key (no),
  constraint app_receipt unique (receipt_no),
  key app_by_org (org, created_at, no),
  key app_by_bank (holder_bank, created_at, no),
  key app_by_age (created_at, no)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin COMMENT='one row per case; its trail chain rides on it';

create table app_draft (
  no varchar(40) not null,
  answers longtext not null comment 'sealed JSON: as typed, wrong or missing',
  writers longtext not null comment 'JSON list of the logins that typed in it',
  version int not null,
  saved_at bigint not null,
  primary key (no)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin COMMENT='what is being typed; replaced at each save, gone at submission';

create table app_answers (
  no varchar(40) not null,
  version int not null,
  answers longtext not null comment 'sealed JSON: typed values',
  typed longtext not null comment 'sealed JSON: as typed',
  snapshot longtext not null comment 'JSON: facts looked up, with source and date',
  sha256 char(64) not null comment 'of the typed values; stands in the trail',
  filed_by varchar(60) not null,
  filed_at bigint not null,
  primary key (no, version)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin COMMENT='filed answers, immutable by version';

create table app_consent (
  no varchar(40) not null,
  consent varchar(60) not null,
  text_sha256 char(64) not null comment 'hash of the words agreed to',
  given_by varchar(60) not null,
  given_at bigint not null,
  primary key (no, consent, given_at)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin COMMENT='consents with the version of their text';

create table app_attachment (
  id varchar(36) not null,
  no varchar(40) not null,
  kind varchar(40) not null,
  name varchar(255) not null,
  size_bytes bigint not null,
  sha256 char(64) not null,
  media_type varchar(100) not null,
  audience varchar(60) not null,
  org varchar(40) not null,
  added_by varchar(60) not null,
  added_at bigint not null,
  filed boolean not null comment 'true once a submission or supplement has named it',
  step_id varchar(36) comment 'step of an officer that added it',
  removed_at bigint,
  primary key (id),
  key app_attachment_of (no, added_at)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin COMMENT='files of a case; bytes stand under their hash on disk';

create table app_discarded (
  no varchar(40) not null,
  discarded_by varchar(60) not null,
  discarded_at bigint not null,
  trail_seq bigint not null,
  trail_head char(64) not null,
  primary key (no)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin COMMENT='drafts thrown away: their number and the end of their chain';
