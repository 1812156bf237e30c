package org.lianfu.credit.store;

import java.time.LocalDate;
import java.util.List;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Param;
import org.apache.ibatis.annotations.Select;
import org.apache.ibatis.annotations.Update;
import org.lianfu.credit.PledgeRegistry;

/** SQL of the simulated registry. */
@Mapper
public interface SimulatedRows {

    @Select("select * from crd_sim_patent where no = #{no}")
    PatentRow patent(String no);

    @Select("select * from crd_sim_patent where no = #{no} for update")
    PatentRow lock(String no);

    @Insert("""
            insert into crd_sim_patent (no, title, kind, status, owner_uscc, co_owners, expires_on, fee_paid, pledged,
              disputed, invalidation_pending, same_day_duplicate, manners, filings, release_manners, releases, release_at)
            values (#{no}, #{title}, #{kind}, #{status}, #{ownerUscc}, #{coOwners}, #{expiresOn}, #{feePaid}, #{pledged},
              #{disputed}, #{invalidationPending}, #{sameDayDuplicate}, #{manners}, #{filings}, #{releaseManners}, #{releases},
              #{releaseAt})""")
    void seed(PatentRow patent);

    @Update("update crd_sim_patent set filings = filings + 1 where no = #{no}")
    int counted(String no);

    @Update("update crd_sim_patent set pledged = true, release_at = null where no = #{no}")
    int pledged(String no);

    @Update("update crd_sim_patent set releases = releases + 1, release_at = #{at} where no = #{no}")
    int releaseAsked(@Param("no") String no, @Param("at") Long at);

    @Update("update crd_sim_patent set pledged = false, release_at = null where release_at <= #{now}")
    int release(long now);

    @Insert("""
            insert into crd_sim_filing (id, filing, patent_no, received_at, answer_at, answers_left, registered,
              registration_no, registered_on, reasons, flips)
            values (#{id}, #{filing}, #{patentNo}, #{receivedAt}, #{answerAt}, #{answersLeft}, #{registered},
              #{registrationNo}, #{registeredOn}, #{reasons}, #{flips})""")
    void received(FilingRow filing);

    @Select("""
            select * from crd_sim_filing where answer_at <= #{now} and answers_left > 0
            order by answer_at, id limit #{limit}""")
    List<FilingRow> due(@Param("now") long now, @Param("limit") int limit);

    /** The first registration under a request's number; the row's own answer may have been turned round since. */
    @Select("""
            select * from crd_sim_filing where filing = #{filing} and registration_no is not null
            order by received_at, id limit 1""")
    FilingRow registration(String filing);

    @Update("""
            update crd_sim_filing set answers_left = answers_left - 1, registered = #{registered}, reasons = #{reasons}
            where id = #{id}""")
    int given(@Param("id") String id, @Param("registered") boolean registered, @Param("reasons") String reasons);

    @Update("update crd_sim_filing set answer_at = #{now} where patent_no = #{no} and answer_at is null")
    int tell(@Param("no") String no, @Param("now") long now);

    /** A patent as stored. */
    record PatentRow(
            String no,
            String title,
            String kind,
            String status,
            String ownerUscc,
            int coOwners,
            LocalDate expiresOn,
            boolean feePaid,
            boolean pledged,
            boolean disputed,
            boolean invalidationPending,
            boolean sameDayDuplicate,
            String manners,
            int filings,
            String releaseManners,
            int releases,
            Long releaseAt) {

        /** The same under another number. */
        public PatentRow numbered(String number) {
            return new PatentRow(
                    number,
                    title,
                    kind,
                    status,
                    ownerUscc,
                    coOwners,
                    expiresOn,
                    feePaid,
                    pledged,
                    disputed,
                    invalidationPending,
                    sameDayDuplicate,
                    manners,
                    filings,
                    releaseManners,
                    releases,
                    releaseAt);
        }

        public PledgeRegistry.Patent patent() {
            return new PledgeRegistry.Patent(
                    no,
                    title,
                    kind,
                    status,
                    ownerUscc,
                    coOwners,
                    expiresOn,
                    feePaid,
                    pledged,
                    disputed,
                    invalidationPending,
                    sameDayDuplicate);
        }
    }

    /** A request as stored, with the answer that comes next. */
    record FilingRow(
            String id,
            String filing,
            String patentNo,
            long receivedAt,
            Long answerAt,
            int answersLeft,
            boolean registered,
            String registrationNo,
            LocalDate registeredOn,
            String reasons,
            boolean flips) {}
}
