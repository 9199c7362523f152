package pl.kujawskopomorskie.ngo.shared.limits;

import java.time.Duration;

/**
 * How often something may be tried.
 *
 * @param what is tried, at most 40 characters; tries of another name are counted apart
 * @param most so many within the time
 * @param within the time that is looked back on, at most a day
 */
public record Limit(String what, int most, Duration within) {}
