package apws.pupil;

import apws.calendar.SchoolCalendar;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.SqlArrayValue;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * People who seem to be one under two references: a school has changed its system, a pupil has gone to another school, brothers and
 * sisters go to two. Found by name; whether they are one a person says.
 */
@Component
@Transactional
public class SamePeople {

    private static final String OF_TWO = """
            lower(a.last_name) = lower(b.last_name) and not exists (
                select 1 from kept_apart k where k.parent_id = case when a.id < b.id then a.id else b.id end
                and k.other_id = case when a.id < b.id then b.id else a.id end)""";

    private final JdbcClient jdbc;
    private final SchoolCalendar calendar;

    SamePeople(JdbcClient jdbc, SchoolCalendar calendar) {
        this.jdbc = jdbc;
        this.calendar = calendar;
    }

    /** {@code one} was known first. */
    public record Pair(long one, long other) {
    }

    private record Found(long firstId, long secondId, String firstName, String secondName) {
    }

    /**
     * Those who are or were parents of one pupil, and those of one address, telephone or e-mail where one of them is a parent of these pupils.
     *
     * @param pupils with an open case
     */
    @Transactional(readOnly = true)
    public List<Pair> found(Collection<Long> pupils) {
        return Stream.concat(ofOnePupil().stream(), atOneAddress(pupils).stream())
                .filter(found -> isOneName(found.firstName(), found.secondName())).map(found -> new Pair(found.firstId(), found.secondId()))
                .distinct().toList();
    }

    private List<Found> ofOnePupil() {
        return jdbc.sql("""
                select distinct a.id as first_id, b.id as second_id, a.first_name as first_name, b.first_name as second_name
                from parent_of_pupil c join parent_of_pupil d on d.pupil_id = c.pupil_id and d.parent_id > c.parent_id
                join parent a on a.id = c.parent_id join parent b on b.id = d.parent_id
                where""" + " " + OF_TWO + " order by first_id, second_id").query(Found.class).list();
    }

    private List<Found> atOneAddress(Collection<Long> pupils) {
        return jdbc.sql("""
                select distinct case when a.id < b.id then a.id else b.id end as first_id,
                    case when a.id < b.id then b.id else a.id end as second_id,
                    case when a.id < b.id then a.first_name else b.first_name end as first_name,
                    case when a.id < b.id then b.first_name else a.first_name end as second_name
                from parent_of_pupil c join parent a on a.id = c.parent_id join parent b on b.id <> a.id
                where c.pupil_id = any(:pupils)
                and exists (select 1 from parent_of_pupil d where d.parent_id = b.id)
                and (a.postcode <> '' and replace(upper(a.postcode), ' ', '') = replace(upper(b.postcode), ' ', '')
                    or a.email <> '' and lower(a.email) = lower(b.email) or a.telephone <> '' and a.telephone = b.telephone)
                and""" + " " + OF_TWO + " order by first_id, second_id").param("pupils", new SqlArrayValue("bigint", pupils.toArray()))
                .query(Found.class).list();
    }

    /** {@code Ann}, {@code A}, {@code Ann Mary}: school systems write forenames at different length. */
    private static boolean isOneName(String one, String other) {
        var first = one.strip().toLowerCase(Locale.UK);
        var second = other.strip().toLowerCase(Locale.UK);
        return first.equals(second) || isPartOf(first, second) || isPartOf(second, first);
    }

    private static boolean isPartOf(String shorter, String longer) {
        return shorter.length() == 1 && longer.startsWith(shorter) || !shorter.isEmpty() && longer.startsWith(shorter + " ");
    }

    /** They are two: nobody is asked again. */
    public void keepApart(Pair pair, String because, String by) {
        jdbc.sql("insert into kept_apart (parent_id, other_id, because, said_by, said_on) values (:one, :other, :because, :by, :on)")
                .param("one", pair.one()).param("other", pair.other()).param("because", because).param("by", by)
                .param("on", calendar.today()).update();
    }

    /** Into whom somebody was merged; empty for one who stands alone. */
    @Transactional(readOnly = true)
    public Optional<Long> mergedInto(long parentId) {
        return jdbc.sql("select merged_into from parent where id = :id and merged_into is not null").param("id", parentId)
                .query(Long.class).optional();
    }

    /**
     * They are one: the schools' references and the pupils of the other are the one's from now on, and what protects either protects both. The
     * other's row stays, as it was, with who merged them and when.
     *
     * @param details the one whose name, address and telephone are right
     */
    public void merge(Pair pair, Parent details, String because, String by) {
        jdbc.sql("update parent_reference set parent_id = :one where parent_id = :other").param("one", pair.one())
                .param("other", pair.other()).update();
        // a pupil whom both have: the one's link takes what the other's says
        jdbc.sql("""
                update parent_of_pupil c set lives_with_pupil = true where c.parent_id = :one and exists (
                    select 1 from parent_of_pupil d where d.pupil_id = c.pupil_id and d.parent_id = :other and d.lives_with_pupil)""")
                .param("one", pair.one()).param("other", pair.other()).update();
        jdbc.sql("""
                update parent_of_pupil c set until_on = null, ended_because = null, ended_by = null where c.parent_id = :one and exists (
                    select 1 from parent_of_pupil d where d.pupil_id = c.pupil_id and d.parent_id = :other
                    and (d.until_on is null or d.until_on >= :today))""")
                .param("one", pair.one()).param("other", pair.other()).param("today", calendar.today()).update();
        jdbc.sql("""
                delete from parent_of_pupil where parent_id = :other and pupil_id in (
                    select pupil_id from parent_of_pupil where parent_id = :one)""")
                .param("one", pair.one()).param("other", pair.other()).update();
        jdbc.sql("update parent_of_pupil set parent_id = :one where parent_id = :other").param("one", pair.one())
                .param("other", pair.other()).update();
        jdbc.sql("delete from not_sent where parent_id = :other").param("other", pair.other()).update();
        jdbc.sql("""
                update parent set title = :title, first_name = :firstName, last_name = :lastName, address = :address, postcode = :postcode,
                    telephone = :telephone, email = :email, language = :language,
                    address_confidential = address_confidential or (select o.address_confidential from parent o where o.id = :other),
                    do_not_contact_reason = coalesce(do_not_contact_reason,
                        (select o.do_not_contact_reason from parent o where o.id = :other)),
                    do_not_contact_authorised_by = coalesce(do_not_contact_authorised_by,
                        (select o.do_not_contact_authorised_by from parent o where o.id = :other))
                where id = :one""")
                .param("title", details.title()).param("firstName", details.firstName()).param("lastName", details.lastName())
                .param("address", details.address()).param("postcode", details.postcode()).param("telephone", details.telephone())
                .param("email", details.email()).param("language", details.language()).param("one", pair.one())
                .param("other", pair.other()).update();
        jdbc.sql("""
                update parent set merged_into = :one, merged_on = :on, merged_by = :by, merged_because = :because
                where id = :other""").param("one", pair.one()).param("on", calendar.today()).param("by", by).param("because", because)
                .param("other", pair.other()).update();
        jdbc.sql("update parent set merged_into = :one where merged_into = :other").param("one", pair.one())
                .param("other", pair.other()).update();
    }

    /** The pupils whose parent somebody is or was. */
    @Transactional(readOnly = true)
    public List<Long> pupilsOf(long parentId) {
        return jdbc.sql("select pupil_id from parent_of_pupil where parent_id = :parent order by pupil_id").param("parent", parentId)
                .query(Long.class).list();
    }

    /** {@code school 9992090 as 1001}, for each reference. */
    @Transactional(readOnly = true)
    public List<String> sentAs(long parentId) {
        return jdbc.sql("""
                select s.name, r.reference from parent_reference r join school s on s.code = r.school_code
                where r.parent_id = :parent order by s.name, r.reference""").param("parent", parentId)
                .query((row, number) -> "%s as %s".formatted(row.getString(1), row.getString(2))).list();
    }
}
