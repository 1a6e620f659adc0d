package apws.pupil;

import java.time.LocalDate;

/**
 * A school of the authority.
 *
 * @param code           seven digits: local authority and establishment number
 * @param address        lines separated by line ends
 * @param switchedOnFrom the day from which its pupils are offered as candidates; null while it is not switched on
 */
public record School(String code, String name, String address, String telephone, String email, String hours, String headteacher,
                     String attendanceLead, String attendanceLeadPost, boolean independent, LocalDate switchedOnFrom) {

    public boolean isSwitchedOn(LocalDate on) {
        return switchedOnFrom != null && !switchedOnFrom.isAfter(on);
    }
}
