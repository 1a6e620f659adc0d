package apws.pupil;

import apws.calendar.SchoolCalendar;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.ObjLongConsumer;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Parents, each with an address of their own. A reference is the key of the school that sends it: it names somebody only together with
 * that school, and one person may have several.
 */
@Component
@Transactional
public class Parents {

    private static final String COLUMNS = """
            a.id, a.reference, a.title, a.first_name, a.last_name, a.address, a.postcode, a.address_confidential, a.telephone, a.email, \
            a.language, a.do_not_contact_reason, a.do_not_contact_authorised_by""";

    /** By the columns' own names: the mapping that JdbcClient derives from the record costs an exception per column and row. */
    private static final RowMapper<Parent> PARENT = (row, number) -> new Parent(row.getLong("id"), row.getString("reference"),
            row.getString("title"), row.getString("first_name"), row.getString("last_name"), row.getString("address"),
            row.getString("postcode"), row.getBoolean("address_confidential"), row.getString("telephone"), row.getString("email"),
            row.getString("language"), row.getString("do_not_contact_reason"), row.getString("do_not_contact_authorised_by"));

    private static final String CURRENT = "(c.until_on is null or c.until_on >= :today)";

    private final JdbcClient jdbc;
    private final SchoolCalendar calendar;

    Parents(JdbcClient jdbc, SchoolCalendar calendar) {
        this.jdbc = jdbc;
        this.calendar = calendar;
    }

    /** Whoever is the pupil's parent today, those the pupil lives with first. */
    @Transactional(readOnly = true)
    public List<ParentOfPupil> of(long pupilId) {
        return jdbc.sql("select " + COLUMNS + """
                , c.relationship, c.lives_with_pupil
                from parent_of_pupil c join parent a on a.id = c.parent_id
                where c.pupil_id = :pupil and""" + " " + CURRENT + " order by c.lives_with_pupil desc, a.id")
                .param("pupil", pupilId).param("today", calendar.today()).query(Parents::ofPupil).list();
    }

    /** The parents of several pupils by the pupils' ids, asked for at once, in the same order; a pupil without any is not among them. */
    @Transactional(readOnly = true)
    public Map<Long, List<ParentOfPupil>> ofEach(Collection<Long> pupilIds) {
        var found = new HashMap<Long, List<ParentOfPupil>>();
        if (!pupilIds.isEmpty()) {
            jdbc.sql("select " + COLUMNS + """
                    , c.pupil_id, c.relationship, c.lives_with_pupil
                    from parent_of_pupil c join parent a on a.id = c.parent_id
                    where c.pupil_id in (:pupils) and""" + " " + CURRENT + " order by c.lives_with_pupil desc, a.id")
                    .param("pupils", pupilIds).param("today", calendar.today())
                    .query(row -> {
                        found.computeIfAbsent(row.getLong("pupil_id"), id -> new ArrayList<>()).add(ofPupil(row, 0));
                    });
        }
        return found;
    }

    /** Takes the name of every parent of today, once with each of their children. */
    @Transactional(readOnly = true)
    public void eachName(ObjLongConsumer<String> name) {
        jdbc.sql("select a.first_name, a.last_name, c.pupil_id from parent_of_pupil c join parent a on a.id = c.parent_id where " + CURRENT)
                .param("today", calendar.today())
                .query(row -> {
                    name.accept(row.getString("first_name") + " " + row.getString("last_name"), row.getLong("pupil_id"));
                });
    }

    /** The parents of {@link #of}, then whoever was the pupil's parent before: what was begun against them goes on. */
    @Transactional(readOnly = true)
    public List<ParentOfPupil> everOf(long pupilId) {
        return jdbc.sql("select " + COLUMNS + """
                , c.relationship, c.lives_with_pupil
                from parent_of_pupil c join parent a on a.id = c.parent_id
                where c.pupil_id = :pupil
                order by case when""" + " " + CURRENT + " then 0 else 1 end, c.lives_with_pupil desc, a.id")
                .param("pupil", pupilId).param("today", calendar.today()).query(Parents::ofPupil).list();
    }

    /** The last day on which they were the pupil's parent; empty for one who still is. */
    @Transactional(readOnly = true)
    public Optional<LocalDate> until(long pupilId, long parentId) {
        return jdbc.sql("""
                select until_on from parent_of_pupil
                where pupil_id = :pupil and parent_id = :parent and until_on is not null and until_on < :today""")
                .param("pupil", pupilId).param("parent", parentId).param("today", calendar.today()).query(LocalDate.class).optional();
    }

    private static ParentOfPupil ofPupil(ResultSet row, int number) throws SQLException {
        return new ParentOfPupil(PARENT.mapRow(row, number), row.getString("relationship"), row.getBoolean("lives_with_pupil"));
    }

    /** With the id of one who was merged into another, that other. */
    @Transactional(readOnly = true)
    public Parent get(long id) {
        return jdbc.sql("select " + COLUMNS + " from parent a where a.id = (select coalesce(b.merged_into, b.id) from parent b where b.id = :id)")
                .param("id", id).query(PARENT).optional()
                .orElseThrow(() -> new IllegalArgumentException("There is no parent with the id " + id));
    }

    /** Whom this school calls so. */
    @Transactional(readOnly = true)
    public Optional<Parent> withReference(String schoolCode, String reference) {
        return jdbc.sql("select " + COLUMNS + """
                 from parent_reference r join parent a on a.id = r.parent_id
                where r.school_code = :school and r.reference = :reference""")
                .param("school", schoolCode).param("reference", reference).query(PARENT).optional();
    }

    /** An address found wrong, as when a letter came back: kept until a school sends an address other than the one it sent last. */
    public void correctAddress(long parentId, String address, String postcode) {
        get(parentId);
        jdbc.sql("update parent set address = :address, postcode = :postcode where id = :id")
                .param("address", address).param("postcode", postcode).param("id", parentId).update();
    }

    /** Adds somebody, or, with an id, changes that person. */
    public Parent save(Parent parent) {
        if (parent.id() == null) {
            var key = new GeneratedKeyHolder();
            jdbc.sql("""
                    insert into parent (reference, title, first_name, last_name, address, postcode, address_confidential, telephone, email,
                        language, do_not_contact_reason, do_not_contact_authorised_by)
                    values (:reference, :title, :firstName, :lastName, :address, :postcode, :addressConfidential, :telephone, :email,
                        :language, :doNotContactReason, :doNotContactAuthorisedBy)""").paramSource(parent).update(key, "id");
            return get(key.getKeyAs(Long.class));
        }
        jdbc.sql("""
                update parent set title = :title, first_name = :firstName, last_name = :lastName, address = :address, postcode = :postcode,
                    address_confidential = :addressConfidential, telephone = :telephone, email = :email, language = :language,
                    do_not_contact_reason = :doNotContactReason, do_not_contact_authorised_by = :doNotContactAuthorisedBy
                where id = :id""").paramSource(parent).update();
        return parent;
    }

    /**
     * Somebody as a school last sent them.
     *
     * @param parent with the person's own id
     */
    record Sent(String schoolCode, Parent parent) {
    }

    /** {@code until}: the last day; null where there is none. */
    record Link(String relationship, boolean livesWithPupil, LocalDate until, boolean endedByHand) {
    }

    @Transactional(readOnly = true)
    List<Sent> sent() {
        return jdbc.sql("select r.school_code, " + COLUMNS.replace("a.id", "r.parent_id as id").replace("a.", "r.")
                + " from parent_reference r")
                .query((row, number) -> new Sent(row.getString("school_code"), PARENT.mapRow(row, number))).list();
    }

    /** By the parents' and the pupils' ids. */
    @Transactional(readOnly = true)
    Map<Long, Map<Long, Link>> links() {
        var links = new HashMap<Long, Map<Long, Link>>();
        jdbc.sql("select parent_id, pupil_id, relationship, lives_with_pupil, until_on, ended_by from parent_of_pupil").query(row -> {
            links.computeIfAbsent(row.getLong("parent_id"), id -> new HashMap<>())
                    .put(row.getLong("pupil_id"), new Link(row.getString("relationship"), row.getBoolean("lives_with_pupil"),
                            row.getObject("until_on", LocalDate.class), row.getString("ended_by") != null));
        });
        return links;
    }

    /** Somebody new, as the school sends them. */
    Parent add(String schoolCode, Parent sent) {
        var added = save(sent);
        keepAsSent(schoolCode, added.id(), sent);
        return added;
    }

    /**
     * Changes in a person what the school sends otherwise than it sent last: what another school sent, or a person corrected here, stays.
     * What protects somebody stands as long as one of the schools says so.
     */
    void bring(String schoolCode, Parent before, Parent now) {
        keepAsSent(schoolCode, before.id(), now);
        var held = get(before.id());
        var sameAddress = now.address().equals(before.address()) && now.postcode().equals(before.postcode());
        var confidential = jdbc.sql("select count(*) from parent_reference where parent_id = :id and address_confidential")
                .param("id", held.id()).query(Integer.class).single() > 0;
        var doNotContact = jdbc.sql("""
                select do_not_contact_reason, do_not_contact_authorised_by from parent_reference
                where parent_id = :id and do_not_contact_reason is not null
                order by case when school_code = :school and reference = :reference then 0 else 1 end, school_code, reference
                fetch first 1 row only""").param("id", held.id()).param("school", schoolCode).param("reference", now.reference())
                .query((row, number) -> List.of(row.getString(1), row.getString(2))).optional();
        save(new Parent(held.id(), held.reference(), changed(held.title(), before.title(), now.title()),
                changed(held.firstName(), before.firstName(), now.firstName()), changed(held.lastName(), before.lastName(), now.lastName()),
                sameAddress ? held.address() : now.address(), sameAddress ? held.postcode() : now.postcode(), confidential,
                changed(held.telephone(), before.telephone(), now.telephone()), changed(held.email(), before.email(), now.email()),
                changed(held.language(), before.language(), now.language()), doNotContact.map(said -> said.get(0)).orElse(null),
                doNotContact.map(said -> said.get(1)).orElse(null)));
    }

    private static String changed(String held, String before, String now) {
        return now.equals(before) ? held : now;
    }

    private void keepAsSent(String schoolCode, long parentId, Parent sent) {
        jdbc.sql("""
                merge into parent_reference r using (select cast(:school as varchar) as school_code, cast(:reference as varchar) as reference) n
                on r.school_code = n.school_code and r.reference = n.reference
                when matched then update set parent_id = :parent, title = :title, first_name = :firstName, last_name = :lastName,
                    address = :address, postcode = :postcode, address_confidential = :addressConfidential, telephone = :telephone,
                    email = :email, language = :language, do_not_contact_reason = :doNotContactReason,
                    do_not_contact_authorised_by = :doNotContactAuthorisedBy
                when not matched then insert (school_code, reference, parent_id, title, first_name, last_name, address, postcode,
                    address_confidential, telephone, email, language, do_not_contact_reason, do_not_contact_authorised_by)
                    values (:school, :reference, :parent, :title, :firstName, :lastName, :address, :postcode, :addressConfidential,
                    :telephone, :email, :language, :doNotContactReason, :doNotContactAuthorisedBy)""")
                .param("school", schoolCode).param("reference", sent.reference()).param("parent", parentId).param("title", sent.title())
                .param("firstName", sent.firstName()).param("lastName", sent.lastName()).param("address", sent.address())
                .param("postcode", sent.postcode()).param("addressConfidential", sent.addressConfidential())
                .param("telephone", sent.telephone()).param("email", sent.email()).param("language", sent.language())
                .param("doNotContactReason", sent.doNotContactReason())
                .param("doNotContactAuthorisedBy", sent.doNotContactAuthorisedBy()).update();
    }

    public void link(long pupilId, long parentId, String relationship, boolean livesWithPupil) {
        jdbc.sql("""
                merge into parent_of_pupil c using (select cast(:pupil as bigint) as pupil_id, cast(:parent as bigint) as parent_id) n
                on c.pupil_id = n.pupil_id and c.parent_id = n.parent_id
                when matched then update set relationship = :relationship, lives_with_pupil = :lives
                when not matched then insert (pupil_id, parent_id, relationship, lives_with_pupil)
                    values (:pupil, :parent, :relationship, :lives)""")
                .param("pupil", pupilId).param("parent", parentId).param("relationship", relationship).param("lives", livesWithPupil)
                .update();
    }

    /** As a file says it: what a person has ended stays ended. */
    void linkUntil(long pupilId, long parentId, LocalDate until) {
        jdbc.sql("update parent_of_pupil set until_on = :until where pupil_id = :pupil and parent_id = :parent and ended_by is null")
                .param("until", until).param("pupil", pupilId).param("parent", parentId).update();
    }

    /** By a person, with the reason: no file makes them the pupil's parent again. */
    public void end(long pupilId, long parentId, LocalDate until, String because, String by) {
        jdbc.sql("""
                update parent_of_pupil set until_on = :until, ended_because = :because, ended_by = :by
                where pupil_id = :pupil and parent_id = :parent""")
                .param("until", until).param("because", because).param("by", by).param("pupil", pupilId).param("parent", parentId).update();
    }

    /** An end was wrong: they are the pupil's parent as before. */
    public void takeEndBack(long pupilId, long parentId) {
        jdbc.sql("""
                update parent_of_pupil set until_on = null, ended_because = null, ended_by = null
                where pupil_id = :pupil and parent_id = :parent""").param("pupil", pupilId).param("parent", parentId).update();
    }
}
