-- Credit: banks asked, loans, draw-downs, repayments, pledges; and the register that the demo simulates. Prefix crd_.

create table crd_offer (
  case_no varchar(40) not null,
  bank varchar(64) not null,
  position int not null comment '1 = the first that the firm named',
  asked_at bigint not null comment 'epoch micros',
  result varchar(10) comment 'ACCEPTED, DECLINED, SILENT, WITHDRAWN; null while the bank may still answer',
  answered_at bigint,
  primary key (case_no, bank)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin COMMENT='one row per bank that was asked; nobody is asked twice';

create table crd_loan (
  case_no varchar(40) not null,
  bank varchar(64) not null,
  state varchar(12) not null comment 'CONTRACTED, DRAWN, OVERDUE, SETTLED, WRITTEN_OFF, CANCELLED',
  loan_class int not null comment 'five-category classification, 1 = normal',
  contract_no varchar(60) not null,
  pledge_contract_no varchar(60) not null,
  contract_amount bigint not null comment 'fen',
  annual_rate varchar(20) not null comment 'percent, decimal text',
  ends_on date not null,
  registered_on date comment 'pledge registered; null = nothing may be drawn',
  drawn bigint not null comment 'fen',
  outstanding bigint not null comment 'fen',
  value_on date,
  settled_on date,
  contracted_at bigint not null,
  primary key (case_no),
  constraint crd_contract_no unique (bank, contract_no),
  constraint crd_loan_money check (outstanding >= 0 and drawn >= outstanding and drawn <= contract_amount),
  key crd_loan_due (state, ends_on)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin COMMENT='one loan per case, from its contract on';

create table crd_drawdown (
  id varchar(36) not null,
  case_no varchar(40) not null,
  bank varchar(64) not null,
  note_no varchar(40) not null comment 'loan note',
  amount bigint not null comment 'fen',
  value_on date not null,
  payee_name longtext not null comment 'sealed',
  payee_account longtext not null comment 'sealed',
  payee_last4 varchar(4) not null,
  payee_bank_no varchar(12) not null,
  recorded_by varchar(64) not null,
  confirmed_by varchar(64) not null,
  booked_at bigint not null,
  primary key (id),
  constraint crd_note_no unique (bank, note_no),
  constraint crd_four_eyes check (recorded_by <> confirmed_by),
  key crd_drawdown_of (case_no, booked_at)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin COMMENT='draw-downs as booked by the bank, recorded and confirmed by two';

create table crd_invoice (
  invoice_key varchar(40) not null comment 'number of a fully digital invoice, else code|number',
  case_no varchar(40) not null,
  used_at bigint not null comment 'epoch micros',
  primary key (invoice_key),
  key crd_invoice_of (case_no)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin COMMENT='invoices used up by draw-downs; one proves one draw-down in any case';

create table crd_payment (
  id varchar(36) not null,
  case_no varchar(40) not null,
  attempt int not null comment '1 = the first',
  state varchar(12) not null comment 'SENT, ARRIVED, RETURNED, UNREPORTED',
  voucher_no varchar(40) not null,
  amount bigint not null comment 'fen',
  sent_on date not null,
  payee_name longtext not null comment 'sealed',
  payee_account longtext not null comment 'sealed',
  payee_last4 varchar(4) not null,
  payee_bank_no varchar(12) not null,
  made_by varchar(64) not null,
  checked_by varchar(64) not null,
  ended_on date comment 'arrived or came back',
  receipt_no varchar(40),
  booked_at bigint not null,
  primary key (id),
  constraint crd_payment_attempt unique (case_no, attempt),
  constraint crd_payment_eyes check (made_by <> checked_by)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin COMMENT='trustee payments as made by the bank, made out and checked by two';

create table crd_filing (
  case_no varchar(40) not null,
  bank varchar(64) not null,
  program varchar(64) not null,
  drawn_month varchar(7) not null comment 'yyyy-mm of the value date',
  amount bigint not null comment 'fen',
  state varchar(12) not null comment 'WAITING, LISTED, REFUSING, FILED, REFUSED, REVOKED, LAPSED',
  batch_id varchar(36),
  filing_no varchar(60),
  reason varchar(400) comment 'of a refusal or revocation',
  changed_by varchar(64) not null,
  changed_at bigint not null comment 'epoch micros',
  primary key (case_no),
  key crd_filing_waits (state, program, drawn_month),
  key crd_filing_in (batch_id, state, case_no)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin COMMENT='loans to be filed into the risk pool, and what became of it';

create table crd_filing_batch (
  id varchar(36) not null,
  program varchar(64) not null,
  batch_month varchar(7) not null,
  state varchar(12) not null comment 'OPEN, SECOND, RUNNING, DONE',
  opened_by varchar(64) not null,
  started_by varchar(64),
  approved_by varchar(64) comment 'second person, while the pool was in warning',
  opened_at bigint not null,
  started_at bigint,
  finished_at bigint,
  primary key (id),
  constraint crd_batch_eyes check (approved_by is null or approved_by <> started_by),
  key crd_batch_new (opened_at),
  key crd_batch_state (state, started_at)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin COMMENT='monthly batches of filings';

create table crd_pool (
  code varchar(40) not null,
  balance bigint not null comment 'fen',
  trail_seq bigint not null,
  trail_head varchar(64) not null,
  primary key (code),
  constraint crd_pool_balance check (balance >= 0)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin COMMENT='the risk pool and the end of its chain';

create table crd_pool_move (
  id varchar(36) not null,
  pool varchar(40) not null,
  amount bigint not null comment 'fen, negative when money left',
  note varchar(400) not null,
  made_by varchar(64) not null,
  made_at bigint not null,
  primary key (id),
  key crd_pool_moves (pool, made_at)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin COMMENT='ledger of the risk pool';

create table crd_pool_npl (
  pool varchar(40) not null,
  bank varchar(64) not null,
  balance bigint not null comment 'fen, principal',
  on_day date not null,
  reported_by varchar(64) not null,
  reported_at bigint not null,
  primary key (pool, bank)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin COMMENT='non-performing balance as each bank reported it last; the history is in the trail';

create table crd_repayment (
  id varchar(36) not null,
  case_no varchar(40) not null,
  paid_on date not null,
  principal bigint not null comment 'fen',
  interest bigint not null comment 'fen',
  recorded_by varchar(64) not null,
  booked_at bigint not null,
  primary key (id),
  key crd_repayment_of (case_no, booked_at)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin COMMENT='repayments as received by the bank';

create table crd_pledge (
  id varchar(36) not null comment 'of the request to the registry',
  case_no varchar(40) not null,
  attempt int not null,
  patent_no varchar(20) not null,
  state varchar(12) not null comment 'REQUESTED, REGISTERED, REFUSED, RELEASED',
  asked_at bigint not null,
  registration_no varchar(60),
  registered_on date,
  reasons varchar(200) not null comment 'coded refusal grounds',
  changed_by varchar(64) comment 'system, the operator who recorded an answer by hand, the officer who released',
  changed_at bigint,
  release_no varchar(60),
  released_on date,
  primary key (id),
  constraint crd_pledge_attempt unique (case_no, attempt),
  key crd_pledge_patent (patent_no, state)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin COMMENT='requests to register a pledge, and what became of them';

create table crd_sim_patent (
  no varchar(20) not null,
  title varchar(200) not null,
  kind varchar(10) not null,
  status varchar(12) not null,
  owner_uscc varchar(18) not null,
  co_owners int not null,
  expires_on date not null,
  fee_paid boolean not null,
  pledged boolean not null,
  disputed boolean not null,
  invalidation_pending boolean not null,
  same_day_duplicate boolean not null,
  manners varchar(200) not null comment 'how it answers the first, second, ... request; the last one stays',
  filings int not null comment 'requests received until now',
  release_manners varchar(200) not null default 'ACCEPTS' comment 'how it takes the first, second, ... request for a release; the last one stays',
  releases int not null default 0 comment 'requests for a release received until now',
  release_at bigint comment 'epoch micros at which a release takes effect; null = none under way',
  primary key (no),
  key crd_sim_patent_release (release_at)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin COMMENT='simulated register of patents; empty where a real one is connected';

create table crd_sim_filing (
  id varchar(36) not null,
  filing varchar(36) not null comment 'id of our request',
  patent_no varchar(20) not null,
  received_at bigint not null comment 'epoch micros',
  answer_at bigint comment 'null = no answer by itself',
  answers_left int not null,
  registered boolean not null comment 'what the next answer says',
  registration_no varchar(60),
  registered_on date,
  reasons varchar(200) not null,
  flips boolean not null comment 'the second answer contradicts the first',
  primary key (id),
  key crd_sim_filing_due (answer_at),
  key crd_sim_filing_of (patent_no)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin COMMENT='simulated register: requests received and answers to come';
