package org.lianfu.application.store;

import java.util.List;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Param;
import org.apache.ibatis.annotations.Select;
import org.apache.ibatis.annotations.Update;

/** SQL of attachments; bytes stand on disk. */
@Mapper
public interface AttachmentMapper {

    String COLUMNS = """
            id, no, kind, name, size_bytes, sha256, media_type, audience, org, added_by, added_at, filed, step_id""";

    @Insert("""
            insert into app_attachment (id, no, kind, name, size_bytes, sha256, media_type, audience, org, added_by, added_at,
              filed, step_id)
            values (#{id}, #{no}, #{kind}, #{name}, #{sizeBytes}, #{sha256}, #{mediaType}, #{audience}, #{org}, #{addedBy},
              #{addedAt}, #{filed}, #{stepId})""")
    void insert(Row row);

    @Select("select " + COLUMNS + " from app_attachment where no = #{no} and removed_at is null order by added_at, id")
    List<Row> ofCase(String no);

    @Select("select " + COLUMNS + " from app_attachment where no = #{no} and id = #{id} and removed_at is null")
    Row find(@Param("no") String no, @Param("id") String id);

    @Update("update app_attachment set removed_at = #{at} where id = #{id} and filed = false and removed_at is null")
    int remove(@Param("id") String id, @Param("at") long at);

    @Update("update app_attachment set filed = true where no = #{no} and filed = false and removed_at is null")
    int fileAll(String no);

    /** A row of app_attachment. */
    record Row(
            String id,
            String no,
            String kind,
            String name,
            long sizeBytes,
            String sha256,
            String mediaType,
            String audience,
            String org,
            String addedBy,
            long addedAt,
            boolean filed,
            String stepId) {}
}
