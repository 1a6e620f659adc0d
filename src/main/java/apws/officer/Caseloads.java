package apws.officer;

import apws.casework.Case;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** How many open cases each officer has. A case that is closed weighs on nobody. */
@Component
@Transactional(readOnly = true)
class Caseloads {

    private final JdbcClient jdbc;

    Caseloads(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Every officer, by user id, as the allocation of this case sees them. */
    List<Standing> around(Case of) {
        return jdbc.sql("select " + Officers.COLUMNS + """
                , (select count(*) from allocation a join attendance_case c on c.reference = a.held_case
                        where a.officer = o.user_id and c.closed_on is null and a.held_case <> :case) as caseload,
                    (select count(*) from officer_patch p where p.user_id = o.user_id and p.school_code = :school) as of_patch,
                    (select count(*) from officer_conflict k where k.user_id = o.user_id and k.pupil_id = :pupil) as in_conflict
                from officer o order by o.user_id""")
                .param("case", of.reference()).param("school", of.schoolCode()).param("pupil", of.pupilId())
                .query((row, number) -> new Standing(Officers.OFFICER.mapRow(row, number), row.getInt("caseload"), row.getInt("of_patch") > 0,
                        row.getInt("in_conflict") > 0)).list();
    }
}
