package apws.legal;

/** How support after a conviction ended (settlement 12). */
public enum StageFiveEnd { SUSTAINED, ABSENCE_CONTINUED }
