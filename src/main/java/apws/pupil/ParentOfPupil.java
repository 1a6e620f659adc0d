package apws.pupil;

/** A parent as one pupil's: {@code relationship} in words, such as {@code mother}. */
public record ParentOfPupil(Parent parent, String relationship, boolean livesWithPupil) {
}
