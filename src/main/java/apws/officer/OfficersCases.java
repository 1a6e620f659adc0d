package apws.officer;

import apws.casework.CaseHolders;
import org.springframework.stereotype.Component;

/** Whose cases they are, for whoever decides what an officer reads of one. */
@Component
class OfficersCases implements CaseHolders {

    private final Officers officers;

    OfficersCases(Officers officers) {
        this.officers = officers;
    }

    @Override
    public boolean holds(String userId, String caseReference) {
        return officers.ofCase(caseReference).filter(officer -> officer.userId().equals(userId)
                || officers.atWork(caseReference).equals(userId)).isPresent();
    }

    @Override
    public boolean isInConflict(String userId, long pupilId) {
        return officers.inConflict(userId, pupilId);
    }
}
