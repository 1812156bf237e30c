-- Review: people's work on a case. Prefix rev_.

create table rev_step (
  id varchar(36) not null,
  case_no varchar(40) not null,
  element varchar(120) not null comment 'id of the user task; supplement for a request to the applicant',
  token varchar(64) comment 'place in the engine where the case waits; null for a supplement',
  org varchar(40) not null,
  role varchar(60) not null,
  rule varchar(40) not null,
  state varchar(12) not null comment 'OPEN, DECIDED, CLOSED',
  outcome varchar(12),
  phase varchar(30) not null,
  audience varchar(60) not null,
  opened_at bigint not null,
  term varchar(10) comment '5wd or 30d; null = no deadline',
  due_at bigint,
  due_provisional boolean not null,
  calendar_version varchar(80),
  paused_at bigint,
  paused_days int not null,
  paused_by varchar(36) comment 'the supplement step that stops the clock',
  clock_at bigint comment 'when the clock watch must act; null = nothing to do',
  asked_for varchar(36) comment 'supplement: the step that waits for the answer',
  request longtext comment 'supplement: JSON items and reason, sealed',
  ended_at bigint,
  ended_by varchar(60),
  primary key (id),
  key rev_step_of (case_no, opened_at),
  key rev_step_clock (clock_at)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin COMMENT='one arrival of a case at one piece of work';

create table rev_seat (
  id varchar(50) not null comment 'case number and running number of the seat in its case',
  step_id varchar(36) not null,
  case_no varchar(40) not null,
  ordinal int not null,
  state varchar(12) not null comment 'OPEN, CLAIMED, DECIDED, CLOSED, RECUSED',
  person varchar(60) comment 'login that claimed, decided or recused',
  claimed_at bigint,
  outcome varchar(12),
  opinion longtext comment 'sealed',
  answers longtext comment 'sealed JSON: typed values of the step form',
  reasons varchar(200) comment 'coded reasons',
  saw_answers int comment 'version of the application that was decided on',
  decided_at bigint,
  primary key (id),
  key rev_seat_of (case_no, step_id, ordinal),
  key rev_seat_done (person, decided_at, id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin COMMENT='one seat of a step: one person, one voice';

create table rev_inbox (
  seat_id varchar(50) not null,
  step_id varchar(36) not null,
  case_no varchar(40) not null,
  post varchar(110) not null comment 'org/role whose holders may act',
  claimed_by varchar(60),
  program varchar(60) not null,
  program_version varchar(40) not null,
  element varchar(120) not null,
  applicant varchar(200) not null,
  amount bigint,
  arrived_at bigint not null,
  due_at bigint,
  primary key (seat_id),
  key rev_inbox_post (post, arrived_at, seat_id),
  key rev_inbox_case (case_no)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin COMMENT='one row per open seat; written by the desk that opens, claims or closes it';
