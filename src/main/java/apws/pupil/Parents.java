package apws.pupil;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Parents, each with an address of their own. */
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

    private final JdbcClient jdbc;

    Parents(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The pupil's parents, those the pupil lives with first. */
    @Transactional(readOnly = true)
    public List<ParentOfPupil> of(long pupilId) {
        return jdbc.sql("select " + COLUMNS + """
                , c.relationship, c.lives_with_pupil
                from parent_of_pupil c join parent a on a.id = c.parent_id
                where c.pupil_id = :pupil order by c.lives_with_pupil desc, a.id""").param("pupil", pupilId)
                .query(Parents::ofPupil).list();
    }

    /** The parents of several pupils by the pupils' ids, asked for at once, in the same order; a pupil without any is not among them. */
    @Transactional(readOnly = true)
    public Map<Long, List<ParentOfPupil>> ofEach(Collection<Long> pupilIds) {
        var found = new HashMap<Long, List<ParentOfPupil>>();
        if (!pupilIds.isEmpty()) {
            jdbc.sql("select " + COLUMNS + """
                    , c.pupil_id, c.relationship, c.lives_with_pupil
                    from parent_of_pupil c join parent a on a.id = c.parent_id
                    where c.pupil_id in (:pupils) order by c.lives_with_pupil desc, a.id""").param("pupils", pupilIds)
                    .query(row -> {
                        found.computeIfAbsent(row.getLong("pupil_id"), id -> new ArrayList<>()).add(ofPupil(row, 0));
                    });
        }
        return found;
    }

    private static ParentOfPupil ofPupil(ResultSet row, int number) throws SQLException {
        return new ParentOfPupil(PARENT.mapRow(row, number), row.getString("relationship"), row.getBoolean("lives_with_pupil"));
    }

    @Transactional(readOnly = true)
    public Parent get(long id) {
        return jdbc.sql("select " + COLUMNS + " from parent a where a.id = :id").param("id", id).query(PARENT).optional()
                .orElseThrow(() -> new IllegalArgumentException("There is no parent with the id " + id));
    }

    @Transactional(readOnly = true)
    public Optional<Parent> withReference(String reference) {
        return jdbc.sql("select " + COLUMNS + " from parent a where a.reference = :reference").param("reference", reference)
                .query(PARENT).optional();
    }

    /** An address found wrong, as when a letter came back: kept until the school sends an address other than the one it sent last. */
    public void correctAddress(long parentId, String address, String postcode) {
        get(parentId);
        jdbc.sql("update parent set address = :address, postcode = :postcode where id = :id")
                .param("address", address).param("postcode", postcode).param("id", parentId).update();
    }

    /** Adds the parent, or brings the one with that reference up to date; an address corrected since stays. */
    public Parent save(Parent parent) {
        jdbc.sql("""
                merge into parent a using (select cast(:reference as varchar) as reference) n on a.reference = n.reference
                when matched then update set title = :title, first_name = :firstName, last_name = :lastName,
                    address = case when address_sent = :address and postcode_sent = :postcode then address else :address end,
                    postcode = case when address_sent = :address and postcode_sent = :postcode then postcode else :postcode end,
                    address_sent = :address, postcode_sent = :postcode,
                    address_confidential = :addressConfidential, telephone = :telephone, email = :email, language = :language,
                    do_not_contact_reason = :doNotContactReason, do_not_contact_authorised_by = :doNotContactAuthorisedBy
                when not matched then insert (reference, title, first_name, last_name, address, postcode, address_sent, postcode_sent,
                    address_confidential, telephone, email, language, do_not_contact_reason, do_not_contact_authorised_by)
                    values (:reference, :title, :firstName, :lastName, :address, :postcode, :address, :postcode,
                    :addressConfidential, :telephone, :email, :language, :doNotContactReason, :doNotContactAuthorisedBy)""")
                .paramSource(parent).update();
        return withReference(parent.reference()).orElseThrow();
    }

    /** What the schools last sent of a parent: the address as sent, and the pupils by id. */
    record Sent(Parent parent, Map<Long, Link> links) {
    }

    record Link(String relationship, boolean livesWithPupil) {
    }

    @Transactional(readOnly = true)
    List<Sent> sent() {
        var links = new HashMap<Long, Map<Long, Link>>();
        jdbc.sql("select parent_id, pupil_id, relationship, lives_with_pupil from parent_of_pupil").query(row -> {
            links.computeIfAbsent(row.getLong("parent_id"), id -> new HashMap<>())
                    .put(row.getLong("pupil_id"), new Link(row.getString("relationship"), row.getBoolean("lives_with_pupil")));
        });
        return jdbc.sql("select " + COLUMNS.replace("a.address, a.postcode", "a.address_sent as address, a.postcode_sent as postcode")
                + " from parent a").query(PARENT).list().stream()
                .map(parent -> new Sent(parent, links.getOrDefault(parent.id(), Map.of()))).toList();
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
}
