-- The working-day calendar (工作日历): one row a year and version, the days that differ from Monday-to-Friday below it.
-- A version is never changed: a new notice of the State Council becomes a new version of its year.
create table cal_year (
  year_no   INT          not null,
  version   INT          not null,
  kind      VARCHAR(12)  not null, -- NOTICE (国务院办公厅通知) or PROVISIONAL (computed from the law)
  source    VARCHAR(400) not null,
  checksum  CHAR(64)     not null,
  notice_no   VARCHAR(60),           -- of a notice that an administrator loaded; this and the next four are null else
  issued_on   DATE,
  file_sha256 CHAR(64),
  loaded_by   VARCHAR(60),
  loaded_at   BIGINT,                -- epoch micros
  primary key (year_no, version)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin;

create table cal_day (
  year_no   INT          not null,
  version   INT          not null,
  on_date   DATE         not null, -- may lie in the December before the year
  kind      VARCHAR(4)   not null, -- OFF or WORK (调休上班)
  name      VARCHAR(40)  not null,
  primary key (year_no, version, on_date)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin;

-- Where the calendar's chain in the trail ends; one row, locked while years are stored.
create table cal_chain (
  id         VARCHAR(8)  not null,
  trail_seq  BIGINT      not null,
  trail_head CHAR(64)    not null,
  primary key (id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin;

insert into cal_chain (id, trail_seq, trail_head)
values ('CN', 0, '0000000000000000000000000000000000000000000000000000000000000000');
