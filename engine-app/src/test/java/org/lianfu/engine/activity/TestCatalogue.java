package org.lianfu.engine.activity;

import org.lianfu.engine.EngineTestRoom;
import org.lianfu.engine.FakeRoom;
import org.lianfu.shared.CaseNo;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.JdbcTemplate;

/** A catalogue for models of tests: one activity that answers, one that writes and fails, one that only writes. */
@TestConfiguration(proxyBeanMethods = false)
public class TestCatalogue {

    @Bean
    Activity seekBank(FakeRoom room) {
        return new SeekBank(room);
    }

    @Bean
    Activity writeAndFail(JdbcTemplate sql) {
        return new WriteAndFail(sql);
    }

    @Bean
    Activity bell(EngineTestRoom.Secret secret) {
        return new Bell(secret);
    }

    /** A bean that a model may name and whose methods it may not call: calling one touches the secret. */
    public static class Bell extends Activity {

        private final EngineTestRoom.Secret secret;

        public Bell(EngineTestRoom.Secret secret) {
            this.secret = secret;
        }

        public boolean ring() {
            return secret.touch();
        }

        @Override
        protected String act(CaseNo no) {
            return DONE;
        }
    }

    static class SeekBank extends Activity {

        private final FakeRoom room;

        SeekBank(FakeRoom room) {
            this.room = room;
        }

        @Override
        protected String act(CaseNo no) {
            return room.answer(no);
        }
    }

    static class WriteAndFail extends Activity {

        private final JdbcTemplate sql;

        WriteAndFail(JdbcTemplate sql) {
            this.sql = sql;
        }

        @Override
        protected String act(CaseNo no) {
            sql.update("insert into probe (id) values (?)", no.value());
            throw new IllegalStateException("on purpose");
        }
    }
}
