package org.lianfu.http.store;

import org.apache.ibatis.annotations.Delete;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Options;
import org.apache.ibatis.annotations.Select;
import org.apache.ibatis.annotations.Update;

/** The keys of acts already done, with their first answer. */
@Mapper
public interface IdempotencyKeys {

    @Insert("""
            INSERT INTO htp_idempotency (id, caller, route, idem_key, fingerprint, status, created_at)
            VALUES (#{id}, #{caller}, #{route}, #{key}, #{fingerprint}, 0, #{createdAt})""")
    @Options(timeout = 5)
    void insert(String id, String caller, String route, String key, String fingerprint, long createdAt);

    @Update("UPDATE htp_idempotency SET status = #{status}, body = #{body} WHERE id = #{id}")
    void answered(String id, int status, String body);

    @Select("SELECT fingerprint, status, body FROM htp_idempotency WHERE id = #{id}")
    Row find(String id);

    @Delete("DELETE FROM htp_idempotency WHERE created_at < #{before} LIMIT #{limit}")
    int deleteBefore(long before, int limit);

    /** @param status HTTP status of the first answer; 0 while the act runs */
    record Row(String fingerprint, int status, String body) {}
}
