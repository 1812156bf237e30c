package org.lianfu.program.store;

import java.util.List;
import org.apache.ibatis.annotations.Arg;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Param;
import org.apache.ibatis.annotations.Select;
import org.apache.ibatis.annotations.Update;
import org.lianfu.shared.ProgramRef;

/** The stored versions of the programs. */
@Mapper
public interface Versions {

    /** What a version is, without its content. */
    record Head(
            String code,
            String version,
            String state,
            String sha256,
            String createdBy,
            long trailSeq,
            String trailHead) {}

    /** What a version holds. */
    record Content(String sha256, byte[] pack, String model) {}

    /** A version as it is first written. */
    record NewVersion(
            String code,
            String version,
            String sha256,
            byte[] pack,
            String model,
            String findings,
            long createdAt,
            String createdBy,
            long trailSeq,
            String trailHead) {}

    @Insert("""
            insert into prg_version (code, version, state, sha256, pack, model, findings, created_at, created_by,
                                     trail_seq, trail_head)
            values (#{code}, #{version}, 'DRAFT', #{sha256}, #{pack}, #{model}, #{findings}, #{createdAt}, #{createdBy},
                    #{trailSeq}, #{trailHead})
            """)
    void insert(NewVersion row);

    @Arg(column = "code", javaType = String.class)
    @Arg(column = "version", javaType = String.class)
    @Arg(column = "state", javaType = String.class)
    @Arg(column = "sha256", javaType = String.class)
    @Arg(column = "created_by", javaType = String.class)
    @Arg(column = "trail_seq", javaType = long.class)
    @Arg(column = "trail_head", javaType = String.class)
    @Select("""
            select code, version, state, sha256, created_by, trail_seq, trail_head
            from prg_version where code = #{code} and version = #{version}
            """)
    Head head(ProgramRef ref);

    @Arg(column = "sha256", javaType = String.class)
    @Arg(column = "pack", javaType = byte[].class)
    @Arg(column = "model", javaType = String.class)
    @Select("select sha256, pack, model from prg_version where code = #{code} and version = #{version}")
    Content content(ProgramRef ref);

    /** Published versions, the newest of a program last. */
    @Arg(column = "code", javaType = String.class)
    @Arg(column = "version", javaType = String.class)
    @Select("""
            select code, version from prg_version where state = 'PUBLISHED'
            order by code, published_at, version
            """)
    List<ProgramRef> published();

    /** @return 1, or 0 when the version is published already */
    @Update("""
            update prg_version
            set state = 'PUBLISHED', published_at = #{at}, published_by = #{by}, trail_seq = #{seq}, trail_head = #{head}
            where code = #{ref.code} and version = #{ref.version} and state = 'DRAFT'
            """)
    int publish(
            @Param("ref") ProgramRef ref,
            @Param("at") long at,
            @Param("by") String by,
            @Param("seq") long seq,
            @Param("head") String head);

    @Select("""
            select concat(code, '@', version) as id from prg_version
            where concat(code, '@', version) > #{after} order by concat(code, '@', version) limit #{limit}
            """)
    List<String> idsAfter(@Param("after") String after, @Param("limit") int limit);
}
