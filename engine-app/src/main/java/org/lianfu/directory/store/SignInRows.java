package org.lianfu.directory.store;

import java.time.LocalDate;
import java.util.List;
import org.apache.ibatis.annotations.Delete;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Param;
import org.apache.ibatis.annotations.Select;
import org.apache.ibatis.annotations.Update;

/** Failed sign-ins, access tokens, and what was typed when a session had ended. */
@Mapper
public interface SignInRows {

    @Select("SELECT id, failures, last_at, retry_at FROM dir_attempt WHERE id = #{id}")
    Attempt attempt(String id);

    @Insert(
            "INSERT INTO dir_attempt (id, failures, last_at, retry_at) VALUES (#{id}, #{failures}, #{lastAt}, #{retryAt})")
    int insertAttempt(Attempt attempt);

    /** Writes what was counted, unless somebody else has counted since {@code before} was read. */
    @Update("""
            UPDATE dir_attempt
            SET failures = #{now.failures}, last_at = #{now.lastAt}, retry_at = #{now.retryAt}
            WHERE id = #{before.id} AND failures = #{before.failures} AND last_at = #{before.lastAt}
              AND retry_at = #{before.retryAt}""")
    int count(@Param("before") Attempt before, @Param("now") Attempt now);

    @Delete("DELETE FROM dir_attempt WHERE last_at < #{before}")
    int forgetAttemptsBefore(long before);

    @Select("SELECT seen_at FROM dir_known WHERE id = #{id}")
    Long known(String id);

    @Insert("INSERT INTO dir_known (id, seen_at) VALUES (#{id}, #{now})")
    int insertKnown(String id, long now);

    @Update("UPDATE dir_known SET seen_at = #{now} WHERE id = #{id}")
    int knownAgain(String id, long now);

    @Delete("DELETE FROM dir_known WHERE seen_at < #{before}")
    int forgetKnownBefore(long before);

    @Delete("DELETE FROM dir_attempt WHERE id = #{id}")
    int forgetAttempt(String id);

    @Insert("""
            INSERT INTO dir_token (hash, login, epoch, created_at, expires_at)
            VALUES (#{hash}, #{login}, #{epoch}, #{createdAt}, #{expiresAt})""")
    void insertToken(String hash, String login, long epoch, long createdAt, long expiresAt);

    /** The owner of a living token with one line for each post held that day; nothing for a dead token. */
    @Select("""
            SELECT p.login, p.org_code, p.locked, p.must_change, p.epoch, o.role
            FROM dir_token t
            JOIN dir_person p ON p.login = t.login AND p.epoch = t.epoch AND p.locked = FALSE
              AND p.valid_from <= #{day} AND p.valid_to >= #{day}
            LEFT JOIN dir_post o
              ON o.holder = p.login AND o.org_code = p.org_code AND o.valid_from <= #{day} AND o.valid_to >= #{day}
            WHERE t.hash = #{hash} AND t.expires_at > #{now}""")
    List<PersonRows.ActorRow> tokenOwner(String hash, long now, LocalDate day);

    @Select("SELECT hash FROM dir_token WHERE login = #{login} ORDER BY created_at DESC, hash")
    List<String> tokens(String login);

    @Delete("DELETE FROM dir_token WHERE hash = #{hash}")
    int deleteToken(String hash);

    @Delete("DELETE FROM dir_token WHERE login = #{login}")
    int deleteTokens(String login);

    @Insert("INSERT INTO dir_kept (id, login, kept_at) VALUES (#{id}, #{login}, #{now})")
    void insertKept(String id, String login, long now);

    @Select("SELECT id, login, action, fields, kept_at FROM dir_kept WHERE id = #{id}")
    Kept kept(String id);

    @Update("UPDATE dir_kept SET action = #{action}, fields = #{fields}, kept_at = #{now} WHERE id = #{id}")
    int keep(String id, String action, String fields, long now);

    @Delete("DELETE FROM dir_kept WHERE id = #{id}")
    void deleteKept(String id);

    @Delete("DELETE FROM dir_kept WHERE kept_at < #{before}")
    void deleteKeptBefore(long before);

    /** How often sign-in failed, and until when it is refused. */
    record Attempt(String id, int failures, long lastAt, long retryAt) {}

    /** @param action where the form was going; null while nothing is kept */
    record Kept(String id, String login, String action, String fields, long keptAt) {}
}
