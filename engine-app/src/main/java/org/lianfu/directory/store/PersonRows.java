package org.lianfu.directory.store;

import java.time.LocalDate;
import java.util.List;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Param;
import org.apache.ibatis.annotations.Select;
import org.apache.ibatis.annotations.Update;

/** People with accounts, and the posts they hold. */
@Mapper
public interface PersonRows {

    String COLUMNS = """
            login, org_code, zh, en, password_hash, must_change, locked, epoch, valid_from, valid_to, version,
            changed_at, changed_by, persona, says_zh, says_en, created_at""";

    @Select("SELECT " + COLUMNS + " FROM dir_person WHERE login = #{login}")
    PersonRow find(String login);

    @Select("SELECT " + COLUMNS + " FROM dir_person WHERE login = #{login} FOR UPDATE")
    PersonRow lock(String login);

    /** The person, if there on that day, with one line for each post held, or one line without a role. */
    @Select("""
            SELECT p.login, p.org_code, p.locked, p.must_change, p.epoch, o.role
            FROM dir_person p LEFT JOIN dir_post o
              ON o.holder = p.login AND o.org_code = p.org_code AND o.valid_from <= #{day} AND o.valid_to >= #{day}
            WHERE p.login = #{login} AND p.valid_from <= #{day} AND p.valid_to >= #{day}""")
    List<ActorRow> actor(String login, LocalDate day);

    @Select("SELECT " + COLUMNS + " FROM dir_person WHERE persona = TRUE ORDER BY created_at, login")
    List<PersonRow> personas();

    @Select("""
            SELECT o.org_code, o.role, o.holder, o.valid_from, o.valid_to
            FROM dir_post o JOIN dir_person p ON p.login = o.holder
            WHERE p.persona = TRUE AND o.valid_from <= #{day} AND o.valid_to >= #{day} ORDER BY o.role""")
    List<PostRow> personaPosts(LocalDate day);

    /** @param org null for all; @param words part of a login or name, empty for all */
    @Select("""
            <script>
            SELECT login, org_code, zh, en, password_hash, must_change, locked, epoch, valid_from, valid_to, version,
              changed_at, changed_by, persona, says_zh, says_en, created_at
            FROM dir_person WHERE login &gt; #{after}
            <if test='org != null'>AND org_code = #{org}</if>
            <if test='words != ""'>AND (LOCATE(#{words}, login) &gt; 0 OR LOCATE(#{words}, zh) &gt; 0
              OR LOCATE(LOWER(#{words}), LOWER(en)) &gt; 0)</if>
            ORDER BY login LIMIT #{limit}
            </script>""")
    List<PersonRow> page(
            @Param("org") String org,
            @Param("words") String words,
            @Param("after") String after,
            @Param("limit") int limit);

    @Select("SELECT COUNT(*) FROM dir_person WHERE persona = TRUE")
    int countPersonas();

    @Insert("""
            INSERT INTO dir_person (login, org_code, zh, en, password_hash, must_change, locked, epoch, valid_from, valid_to,
                version, changed_at, changed_by, persona, says_zh, says_en, created_at)
            VALUES (#{login}, #{orgCode}, #{zh}, #{en}, #{passwordHash}, #{mustChange}, #{locked}, #{epoch}, #{validFrom},
                #{validTo}, #{version}, #{changedAt}, #{changedBy}, #{persona}, #{saysZh}, #{saysEn}, #{createdAt})""")
    void insert(PersonRow row);

    @Update("""
            UPDATE dir_person SET org_code = #{orgCode}, zh = #{zh}, en = #{en}, says_zh = #{saysZh}, says_en = #{saysEn},
                valid_from = #{validFrom}, valid_to = #{validTo}
            WHERE login = #{login}""")
    int update(PersonRow row);

    /** An administrator has changed something about the person. */
    @Update("""
            UPDATE dir_person SET version = version + 1, changed_at = #{at}, changed_by = #{by} WHERE login = #{login}""")
    int changed(String login, long at, String by);

    @Update("""
            UPDATE dir_person SET password_hash = #{hash}, must_change = #{mustChange}, epoch = epoch + 1
            WHERE login = #{login}""")
    int setPassword(String login, String hash, boolean mustChange);

    @Update("UPDATE dir_person SET locked = #{locked}, epoch = epoch + 1 WHERE login = #{login}")
    int setLocked(String login, boolean locked);

    @Update("UPDATE dir_person SET epoch = epoch + 1 WHERE login = #{login}")
    int nextEpoch(String login);

    @Select("SELECT org_code, role, holder, valid_from, valid_to FROM dir_post WHERE holder = #{login} ORDER BY role")
    List<PostRow> postsEver(String login);

    @Select("""
            SELECT org_code, role, holder, valid_from, valid_to FROM dir_post
            WHERE holder = #{login} AND valid_from <= #{day} AND valid_to >= #{day} ORDER BY org_code, role""")
    List<PostRow> posts(String login, LocalDate day);

    @Select("""
            SELECT login FROM dir_person
            WHERE org_code = #{org} AND locked = FALSE AND valid_from <= #{day} AND valid_to >= #{day} ORDER BY login""")
    List<String> ofOrg(String org, LocalDate day);

    /** Who holds the post that day, is there and may sign in. */
    @Select("""
            SELECT o.holder FROM dir_post o JOIN dir_person p ON p.login = o.holder
            WHERE o.org_code = #{org} AND o.role = #{role} AND o.valid_from <= #{day} AND o.valid_to >= #{day}
              AND p.locked = FALSE AND p.valid_from <= #{day} AND p.valid_to >= #{day} ORDER BY o.holder""")
    List<String> holders(String org, String role, LocalDate day);

    @Select("""
            SELECT COUNT(*) FROM dir_post WHERE role = #{role} AND valid_from <= #{day} AND valid_to >= #{day}""")
    int countHolders(String role, LocalDate day);

    @Insert("""
            INSERT INTO dir_post (org_code, role, holder, valid_from, valid_to)
            VALUES (#{orgCode}, #{role}, #{holder}, #{validFrom}, #{validTo})""")
    void insertPost(PostRow row);

    @Update("""
            UPDATE dir_post SET valid_from = #{validFrom}, valid_to = #{validTo}
            WHERE org_code = #{orgCode} AND role = #{role} AND holder = #{holder}""")
    int updatePost(PostRow row);

    /** One account as it is stored. */
    record PersonRow(
            String login,
            String orgCode,
            String zh,
            String en,
            String passwordHash,
            boolean mustChange,
            boolean locked,
            long epoch,
            LocalDate validFrom,
            LocalDate validTo,
            long version,
            long changedAt,
            String changedBy,
            boolean persona,
            String saysZh,
            String saysEn,
            long createdAt) {}

    /** @param role null when the person holds no post that day */
    record ActorRow(String login, String orgCode, boolean locked, boolean mustChange, long epoch, String role) {}

    /** One post and who holds it, on which days. */
    record PostRow(String orgCode, String role, String holder, LocalDate validFrom, LocalDate validTo) {}
}
