package apws.register;

/** A pupil whose attendance over the last school weeks lies below what the authority watches for. */
public record FallenAttendance(long pupilId, String schoolCode, Figures figures) {
}
